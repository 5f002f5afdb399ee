import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  Metric,
  SingleValueWidget,
  type IMetric,
  type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  FAULTS,
  METRICS,
  METRIC_NAMESPACE,
  MESSAGE_METRICS,
  METRIC_SERVICE,
  faultMetric,
  type MetricName,
} from '../../config/metrics.ts';
import type { Lost } from './failures.ts';
import type { Handler } from './handler.ts';

type Statistic = 'Sum' | 'Maximum';
const own = (metricName: string, statistic: Statistic, period: Duration): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: METRIC_SERVICE },
    statistic,
    period,
  });
/** One of our own counts, under the name the code counts it. */
export const ownMetric = (name: MetricName, statistic: Statistic = 'Sum', period = Duration.hours(1)): Metric =>
  own(name, statistic, period);
const shown = (name: MetricName, statistic: Statistic = 'Sum', period = Duration.hours(1)): IMetric =>
  ownMetric(name, statistic, period).with({ label: METRICS[name] });

const OUTCOMES = {
  ExecutionsStarted: 'begonnen',
  ExecutionsSucceeded: 'beendet',
  ExecutionsAborted: 'abgelöst',
  ExecutionsFailed: 'gescheitert',
  ExecutionsTimedOut: 'Zeit abgelaufen',
} as const;
const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 12, height: 6 });

const numbers = (title: string, metrics: IMetric[]): IWidget =>
  new SingleValueWidget({ title, width: 24, height: 3, metrics });

/** How executions ended. */
const outcomesOf = (machine: string): IMetric[] =>
  Object.entries(OUTCOMES).map(
    ([metricName, label]) =>
      new Metric({
        namespace: 'AWS/States',
        metricName,
        label,
        dimensionsMap: { StateMachineArn: machine },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
  );
/** What the mail providers hold against us. */
const reputation = (): IMetric[] =>
  (['BounceRate', 'ComplaintRate'] as const).map(
    (rate) =>
      new Metric({
        namespace: 'AWS/SES',
        metricName: `Reputation.${rate}`,
        statistic: 'Average',
        period: Duration.hours(1),
      }),
  );

const now = (): IWidget =>
  numbers('Jetzt', [
    shown('execution.running', 'Maximum'),
    shown('clarification.open', 'Maximum'),
    shown('chain.broken', 'Maximum', Duration.days(1)),
    shown('execution.restarted', 'Sum', Duration.days(1)),
  ]);
const failed = (lost: readonly Lost[]): IWidget =>
  numbers(
    'Gescheitert und nicht nachgeholt (mahnwerk betrieb liste)',
    lost.map(({ source, queue }) => queue.metricApproximateNumberOfMessagesVisible({ label: source })),
  );
const messages = (): IWidget =>
  graph(
    'Nachrichten nach Kanal',
    MESSAGE_METRICS.map((name) => shown(name)),
  );
const comesBack = (): IWidget =>
  graph('Rückläufer und Beschwerden', [shown('mail.bounced'), shown('mail.complained'), ...reputation()]);
const troubles = (): IWidget =>
  graph('Klärung und verlorene Ausführungen', [shown('clarification.open', 'Maximum'), shown('execution.restarted')]);
const faults = (): IWidget =>
  graph(
    'Fehler nach Namen',
    FAULTS.map((name) => own(faultMetric(name), 'Sum', Duration.hours(1)).with({ label: name })),
  );
const handOvers = (): IWidget =>
  graph('Übergaben', [
    shown('handOver.rows'),
    shown('handOver.accepted'),
    shown('handOver.rejected'),
    shown('claim.started'),
  ]);
const waitsForPeople = (lost: readonly Lost[]): IWidget =>
  graph('Was eine Person mahnt', [
    ...lost.map(({ source, queue }) => queue.metricApproximateAgeOfOldestMessage({ label: `${source}, ältestes (s)` })),
    shown('law.due', 'Maximum', Duration.days(1)),
  ]);

/**
 * AWS counts no executions by state; every task logs the state it leads to (lambdas/middleware/task.ts), so the log
 * answers, and only when somebody looks.
 */
const byState = (tasks: readonly Handler[]): IWidget =>
  new LogQueryWidget({
    title: 'In welche Zustände Forderungen kamen',
    width: 12,
    height: 6,
    view: LogQueryVisualizationType.TABLE,
    logGroupNames: tasks.map((t) => t.logGroup.logGroupName),
    queryLines: [
      'filter ispresent(next)',
      'stats count(*) as Forderungen by next as Zustand',
      'sort Forderungen desc',
      'limit 40',
    ],
  });

/**
 * The page an operator opens first: what runs, what goes out, what comes back, what waits for a person. Titles are
 * German, as everything operators read.
 */
export class Overview extends Construct {
  constructor(
    scope: Construct,
    id: string,
    of: Readonly<{ name: string; machine: string; tasks: readonly Handler[]; lost: readonly Lost[] }>,
  ) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: of.name,
      defaultInterval: Duration.days(7),
      widgets: [
        [now()],
        [failed(of.lost)],
        [graph('Ausführungen nach Ausgang', outcomesOf(of.machine)), byState(of.tasks)],
        [messages(), comesBack()],
        [troubles(), faults()],
        [handOvers(), waitsForPeople(of.lost)],
      ],
    });
  }
}
