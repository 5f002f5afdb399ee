import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SOURCES, type CalledSource, type Source, type WorkedSource } from '../../config/sources.ts';
import type { Handler } from './handler.ts';
import type { Watch } from './watch.ts';
import type { WorkQueue } from './work-queue.ts';

/**
 * A function that is called without anybody waiting for it. `lost` holds what it could not do, and what could not even
 * be handed over to it.
 */
export type Called = Readonly<{ handler: Handler; lost: Queue }>;

/**
 * Lambda's own: one try and two more, a minute and two minutes later; what is throttled is tried for as long as this.
 */
const RETRIES = 2;
const MOST_AGE = Duration.hours(6);
/** SQS keeps nothing longer. */
const KEPT = Duration.days(14);
/** So long before it is lost a person is told once more. */
const FORGOTTEN = Duration.days(7);

/**
 * One queue for each source of config/sources.ts, with its alarms: what could not be done waits there until a person
 * has it done again.
 */
export class Failures extends Construct {
  private readonly watch: Watch;
  constructor(scope: Construct, id: string, watch: Watch) {
    super(scope, id);
    this.watch = watch;
  }

  /** The queue of a source, and whom it wakes. */
  of(source: Source): Queue {
    const queue = new Queue(this, source, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEPT,
    });
    Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is the dead-letter queue.' });
    const again = `mahnwerk betrieb nachholen ${source}`;
    this.watch.alarm(
      `Lost ${source}`,
      `Gescheitert: ${SOURCES[source]}. Ursache beheben, dann: ${again}`,
      queue.metricApproximateNumberOfMessagesVisible(),
    );
    this.watch.alarm(
      `Forgotten ${source}`,
      `Seit sieben Tagen nicht nachgeholt, nach vierzehn verloren: ${SOURCES[source]}. ${again}`,
      queue.metricApproximateAgeOfOldestMessage(),
      FORGOTTEN.toSeconds(),
    );
    return queue;
  }

  /**
   * For a function that a rule, a schedule or a topic calls: Lambda puts what failed for good into the queue of its
   * source.
   */
  called(source: CalledSource, handler: Handler): Called {
    const lost = this.of(source);
    handler.configureAsyncInvoke({
      onFailure: new SqsDestination(lost),
      retryAttempts: RETRIES,
      maxEventAge: MOST_AGE,
    });
    return { handler, lost };
  }

  /**
   * May see what failed and have it done again: by calling the function once more, or by putting the message back into
   * its queue.
   */
  redrivenBy(
    handler: Handler,
    called: Readonly<Record<CalledSource, Called>>,
    worked: Readonly<Record<WorkedSource, WorkQueue>>,
  ): void {
    for (const { lost } of [...Object.values(called), ...Object.values(worked)])
      handler.may(['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], lost.queueArn);
    for (const c of Object.values(called)) handler.may(['lambda:InvokeFunction'], c.handler.functionArn);
    for (const { arn } of Object.values(worked)) handler.may(['sqs:SendMessage'], arn);
    const settings = [
      ...Object.entries(called).map(([source, c]) => ({
        source,
        lost: c.lost.queueUrl,
        call: c.handler.functionName,
      })),
      ...Object.entries(worked).map(([source, { lost, url }]) => ({ source, lost: lost.queueUrl, put: url })),
    ];
    handler.set('FAILURES', Stack.of(this).toJsonString(settings));
  }
}
