import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRIC_SERVICE, faultMetric, type MetricName } from '../../config/metrics.ts';
import type { HandOver } from '../../domain/intake/hand-over.ts';
import type { Channel } from '../../domain/procedure/channels.ts';
import type { Post } from '../../usecases/ports/posts.ts';

const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: METRIC_SERVICE });
const add = (name: string, n: number): void => {
  metrics.addMetric(name, 'Count', n);
  metrics.publishStoredMetrics();
};

/**
 * Counts something that has happened. A metric is a line in the function's log; nothing waits for it. Whatever is
 * counted has a function here, so that a test can play them all and miss a name that nobody counts.
 */
const count = (name: MetricName, n = 1): void => {
  add(name, n);
};
export const countFault = (name: string): void => {
  add(faultMetric(name), 1);
};

/** A provider whose answers are counted: messages by channel, and what it refuses. */
export const counted = (channel: Channel, post: Post): Post => ({
  ...post,
  send: async (message) => {
    const delivery = await post.send(message);
    count(delivery.outcome === 'accepted' ? `message.${channel}` : 'message.refused');
    return delivery;
  },
});

/** What SES has told of a mail that went out. */
export const countMail = (name: MetricName & `mail.${string}`): void => {
  count(name);
};

/** Executions of a lot that have been started. */
export const countStarted = (claims: number): void => {
  count('claim.started', claims);
};

/** What the hourly sweep has found and done. */
export const countSweep = (
  found: Readonly<{ running: number; restarted: number; waiting: number; broken: number }>,
): void => {
  count('execution.running', found.running);
  count('execution.restarted', found.restarted);
  count('clarification.open', found.waiting);
  count('chain.broken', found.broken);
};

/** Figures of the law that somebody should read again. */
export const countLawDue = (figures: number): void => {
  count('law.due', figures);
};

/** A list that is through: in lots, in a second run or at once, its rows are counted when it is done. */
export const countHandOver = ({
  state,
  rows,
  accepted,
  rejected,
}: Pick<HandOver, 'state' | 'rows' | 'accepted' | 'rejected'>): void => {
  if (state !== 'done') return;
  count('handOver.rows', rows);
  count('handOver.accepted', accepted);
  count('handOver.rejected', rejected);
};
