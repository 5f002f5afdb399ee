import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { SOURCES } from '../../config/sources.ts';
import { ownMetric } from './dashboard.ts';
import type { Lost } from './failures.ts';
import type { Handler } from './handler.ts';

/** From so many on there is more to do than a day's work, or something behind it is broken. */
const CLARIFICATIONS = 20;
const RESTARTS = 50;
/** What failed is lost after fourteen days; so long before that a person is told once more. */
const FORGOTTEN = Duration.days(7);
const reputation = (rate: 'BounceRate' | 'ComplaintRate'): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    statistic: 'Average',
    period: Duration.hours(1),
  });

/** What a person is woken for. */
export class Watch extends Construct {
  readonly topic: Topic;
  constructor(scope: Construct, id: string, alarmAddress: string, key: Key) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { masterKey: key, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(alarmAddress));
    this.letAlarmsIn();
  }
  /**
   * A policy of one's own takes the place of the one SNS gives a topic by itself, which is what let CloudWatch in: it
   * has to be said again, and for the alarms of this account only.
   */
  private letAlarmsIn(): void {
    const { account } = Stack.of(this);
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
  /** Every function has it, whoever calls it: what nobody is told of is lost (decision on failures). */
  failuresOf(handlers: readonly Handler[]): void {
    for (const handler of handlers)
      this.alarm(
        `${handler.node.id} Errors`,
        `Die Funktion ${handler.node.id} schlägt fehl`,
        handler.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      );
  }
  /**
   * An answer 5xx says „Wir sind benachrichtigt“. A route answers instead of failing, so its function counts no error:
   * the API counts them.
   */
  answersOf(metric: IMetric): void {
    this.alarm('API 5xx', 'Die API hat mit einem Fehler geantwortet, den der Aufrufer nicht beheben kann', metric);
  }
  /** Wakes a person from `threshold` on; from the first one where nothing else is said. */
  alarm(id: string, description: string, metric: IMetric, threshold = 1): void {
    new Alarm(this, id.replaceAll(' ', ''), {
      alarmDescription: description,
      metric,
      threshold,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
  /** Wakes a person when a function that runs every hour has not run for three. */
  alive(id: string, description: string, handler: Handler): void {
    new Alarm(this, id.replaceAll(' ', ''), {
      alarmDescription: description,
      metric: handler.metricInvocations({ period: Duration.hours(3), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
  /** What failed for good, and what is nearly lost because nobody has had it done again. */
  lost(sources: readonly Lost[]): void {
    for (const { source, queue } of sources) {
      const again = `mahnwerk betrieb nachholen ${source}`;
      this.alarm(
        `Lost ${source}`,
        `Gescheitert: ${SOURCES[source]}. Ursache beheben, dann: ${again}`,
        queue.metricApproximateNumberOfMessagesVisible(),
      );
      this.alarm(
        `Forgotten ${source}`,
        `Seit sieben Tagen nicht nachgeholt, nach vierzehn verloren: ${SOURCES[source]}. ${again}`,
        queue.metricApproximateAgeOfOldestMessage(),
        FORGOTTEN.toSeconds(),
      );
    }
  }
  /**
   * Cases nobody works off, executions that were lost in numbers, and what mail providers hold against a sender (SES
   * pauses one at 10 % and 0.5 %).
   */
  operations(): void {
    this.alarm(
      'Clarifications',
      'Viele Fälle stehen in Klärung: mahnwerk klaerung liste',
      ownMetric('clarification.open', 'Maximum', Duration.hours(1)),
      CLARIFICATIONS,
    );
    this.alarm(
      'Restarted executions',
      'Viele Ausführungen gingen verloren und wurden neu begonnen',
      ownMetric('execution.restarted', 'Sum', Duration.hours(1)),
      RESTARTS,
    );
    this.alarm(
      'Broken chains',
      'Der Verlauf einer Akte ist nicht mehr der, der geschrieben wurde: Protokoll von Sweep, mahnwerk akte pruefen',
      ownMetric('chain.broken', 'Maximum', Duration.hours(1)),
    );
    this.alarm('Bounce rate', 'Jede fünfzigste E-Mail kommt zurück', reputation('BounceRate'), 0.02);
    this.alarm(
      'Complaint rate',
      'Zu viele Empfänger beschweren sich über unsere E-Mails',
      reputation('ComplaintRate'),
      0.0005,
    );
  }
  /** The daily check of the law counts the figures that somebody should look up (docs/operations.md). */
  lawDue(): void {
    this.alarm(
      'Law due',
      'Ein Wert des Rechts ist nachzulesen: npm run law:due',
      ownMetric('law.due', 'Maximum', Duration.days(1)),
    );
  }
  executionsOf(stateMachineArn: string): void {
    for (const [id, name] of [
      ['Failed executions', 'ExecutionsFailed'],
      ['Timed out executions', 'ExecutionsTimedOut'],
    ] as const) {
      this.alarm(
        id,
        'Eine Ausführung des Mahnlaufs ist gescheitert',
        new Metric({
          namespace: 'AWS/States',
          metricName: name,
          dimensionsMap: { StateMachineArn: stateMachineArn },
          statistic: 'Sum',
          period: Duration.minutes(5),
        }),
      );
    }
  }
}
