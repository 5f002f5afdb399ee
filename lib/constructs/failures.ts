import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SOURCE_NAMES, type CalledSource, type Source, type WorkedSource } from '../../config/sources.ts';
import type { Handler } from './handler.ts';
import { WorkQueue, type Work } from './work-queue.ts';

/**
 * A function that is called without anybody waiting for it. `lost` holds what it could not do, and what could not even
 * be handed over to it.
 */
export type Called = Readonly<{ handler: Handler; lost: Queue }>;

/** What could not be done, by its source. */
export type Lost = Readonly<{ source: Source; queue: Queue }>;

/**
 * Lambda's own: one try and two more, a minute and two minutes later; what is throttled is tried for as long as this.
 */
const RETRIES = 2;
const MOST_AGE = Duration.hours(6);
/** SQS keeps nothing longer. */
const KEPT = Duration.days(14);

/**
 * One queue for each source of config/sources.ts: what could not be done waits there until a person has it done again.
 */
export class Failures extends Construct {
  private readonly called = new Map<CalledSource, Called>();
  private readonly worked = new Map<WorkedSource, WorkQueue>();

  /** The queue of a source. */
  private queueOf(source: Source): Queue {
    const queue = new Queue(this, source, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEPT,
    });
    Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is the dead-letter queue.' });
    return queue;
  }

  /**
   * For a function that a rule, a schedule or a topic calls: Lambda puts what failed for good into the queue of its
   * source.
   */
  ofCalls(source: CalledSource, handler: Handler): Called {
    const lost = this.queueOf(source);
    handler.configureAsyncInvoke({
      onFailure: new SqsDestination(lost),
      retryAttempts: RETRIES,
      maxEventAge: MOST_AGE,
    });
    this.called.set(source, { handler, lost });
    return { handler, lost };
  }
  /** A queue of work: what failed five times goes into the queue of its source. */
  ofWork(source: WorkedSource, work: Omit<Work, 'lost'>): WorkQueue {
    const queue = new WorkQueue(Stack.of(this), `${work.worker.node.id}Work`, { ...work, lost: this.queueOf(source) });
    this.worked.set(source, queue);
    return queue;
  }
  /** What is worked off piece by piece. */
  work(): readonly WorkQueue[] {
    return [...this.worked.values()];
  }
  /** Where what failed waits; each source has its queue, or nothing is deployed. */
  lost(): readonly Lost[] {
    return SOURCE_NAMES.map((source) => {
      const found = new Map<Source, Called | WorkQueue>([...this.called, ...this.worked]).get(source);
      if (!found) throw new Error(`no function is called by the source ${source}`);
      return { source, queue: found.lost };
    });
  }

  /**
   * May see what failed and have it done again: by calling the function once more, or by putting the message back into
   * its queue.
   */
  redrivenBy(handler: Handler): void {
    for (const { queue } of this.lost())
      handler.may(['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], queue.queueArn);
    for (const c of this.called.values()) handler.may(['lambda:InvokeFunction'], c.handler.functionArn);
    for (const { arn } of this.worked.values()) handler.may(['sqs:SendMessage'], arn);
    const settings = [
      ...[...this.called].map(([source, c]) => ({ source, lost: c.lost.queueUrl, call: c.handler.functionName })),
      ...[...this.worked].map(([source, { lost, url }]) => ({ source, lost: lost.queueUrl, put: url })),
    ];
    handler.set('FAILURES', Stack.of(this).toJsonString(settings));
  }
}
