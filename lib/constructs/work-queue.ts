import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Setting } from '../../config/settings.ts';
import type { Handler } from './handler.ts';

/** Whose work it is, how many pieces at once, the setting by which others know the queue, what failed for good. */
export type Work = Readonly<{ setting: Setting; worker: Handler; atOnce: number; lost: Queue }>;

/**
 * Work for one function, done at least once. What fails five times waits in the queue of its source, and a person is
 * told.
 */
export class WorkQueue extends Construct {
  /** What failed for good. */
  readonly lost: Queue;
  readonly url: string;
  readonly arn: string;
  private readonly setting: Setting;
  constructor(scope: Construct, id: string, of: Work) {
    super(scope, id);
    this.setting = of.setting;
    this.lost = of.lost;
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // SQS counts a message's age from here on, also in the queue of what failed: most of its fourteen days must be
      // left there.
      retentionPeriod: Duration.days(4),
      // Longer than the function may run, or a message would come again while it is still being worked on.
      visibilityTimeout: Duration.seconds(of.worker.seconds + 60),
      deadLetterQueue: { queue: of.lost, maxReceiveCount: 5 },
    });
    of.worker.addEventSource(
      new SqsEventSource(queue, { batchSize: 1, maxConcurrency: of.atOnce, reportBatchItemFailures: true }),
    );
    this.url = queue.queueUrl;
    this.arn = queue.queueArn;
  }
  fedBy(handler: Handler): void {
    handler.set(this.setting, this.url).may(['sqs:SendMessage'], this.arn);
  }
}
