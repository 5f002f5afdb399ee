import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Setting } from '../../config/settings.ts';
import type { Handler } from './handler.ts';

/** Work for one function, done at least once. What fails five times waits in the dead-letter queue, and a person is told. */
export class WorkQueue extends Construct {
  private readonly queue: Queue;
  private readonly setting: Setting;
  constructor(
    scope: Construct,
    id: string,
    of: { setting: Setting; worker: Handler; atOnce: number; seconds: number; deadLetters: Queue },
  ) {
    super(scope, id);
    this.setting = of.setting;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // Longer than the function may run, or a message would come again while it is still being worked on.
      visibilityTimeout: Duration.seconds(of.seconds + 60),
      deadLetterQueue: { queue: of.deadLetters, maxReceiveCount: 5 },
    });
    of.worker.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 1, maxConcurrency: of.atOnce, reportBatchItemFailures: true }),
    );
  }
  fedBy(...handlers: Handler[]): void {
    for (const h of handlers) h.set(this.setting, this.queue.queueUrl).may(['sqs:SendMessage'], this.queue.queueArn);
  }
}
