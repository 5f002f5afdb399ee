import { Duration } from 'aws-cdk-lib';
import { Alarm, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { Validations } from 'aws-cdk-lib';

/** What a person is woken for, and where lost events wait for that person. */
export class Watch extends Construct {
  readonly topic: Topic;
  readonly deadLetters: Queue;
  constructor(scope: Construct, id: string, alarmAddress: string, key: Key) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { masterKey: key, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(alarmAddress));
    this.deadLetters = new Queue(this, 'DeadLetters', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(this.deadLetters).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is the dead-letter queue.' });
    this.alarm('Dead letters', 'Ein Ereignis konnte nicht verarbeitet werden', this.deadLetters.metricApproximateNumberOfMessagesVisible());
  }
  /** Wakes a person from the first one on. */
  alarm(id: string, description: string, metric: IMetric): void {
    new Alarm(this, id.replaceAll(' ', ''), { alarmDescription: description, metric, threshold: 1, evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING }).addAlarmAction(new SnsAction(this.topic));
  }
  /** The daily check of the law counts the figures that somebody should look up (docs/operations.md). */
  lawDue(): void {
    this.alarm('Law due', 'Ein Wert des Rechts ist nachzulesen: npm run law:due', new Metric({ namespace: 'Mahnwerk', metricName: 'law.due', dimensionsMap: { service: 'mahnwerk' }, statistic: 'Maximum', period: Duration.days(1) }));
  }
  executionsOf(stateMachineArn: string): void {
    for (const [id, name] of [['Failed executions', 'ExecutionsFailed'], ['Timed out executions', 'ExecutionsTimedOut']] as const) {
      this.alarm(id, 'Eine Ausführung des Mahnlaufs ist gescheitert', new Metric({ namespace: 'AWS/States', metricName: name, dimensionsMap: { StateMachineArn: stateMachineArn }, statistic: 'Sum', period: Duration.minutes(5) }));
    }
  }
}
