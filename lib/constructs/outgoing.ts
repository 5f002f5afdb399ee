import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import type { Called } from './failures.ts';
import type { Handler } from './handler.ts';

/** What leaves the house: mails, texts, letters, each with who may send it. */
export class Outgoing extends Construct {
  private readonly stage: Stage;
  private readonly secretName: string;
  private readonly mailEvents: Topic;
  constructor(
    scope: Construct,
    id: string,
    of: Readonly<{ stage: Stage; key: Key; mailSet: string; postSecret: string }>,
  ) {
    super(scope, id);
    this.stage = of.stage;
    this.secretName = of.postSecret;
    this.mailEvents = new Topic(this, 'MailEvents', { masterKey: of.key, enforceSSL: true });
    const { SEND, DELIVERY, BOUNCE, COMPLAINT } = EmailSendingEvent;
    new ConfigurationSetEventDestination(this, 'Events', {
      configurationSet: ConfigurationSet.fromConfigurationSetName(this, 'MailSet', of.mailSet),
      destination: EventDestination.snsTopic(this.mailEvents),
      events: [SEND, DELIVERY, BOUNCE, COMPLAINT],
    });
  }

  /** What SES says of each mail reaches the function that writes it down: an unknown outcome can be looked up. */
  reportsTo({ handler, lost }: Called): void {
    this.mailEvents.addSubscription(new LambdaSubscription(handler, { deadLetterQueue: lost }));
  }

  /** May send mail from our own domain. */
  mailedBy(handler: Handler): void {
    const { mailDomain } = this.stage;
    handler
      .set('MAIL_DOMAIN', mailDomain)
      .excuse(
        'AwsSolutions-IAM5[Resource::*]',
        'Sending is limited to our own domain by the condition on ses:FromAddress.',
      )
      .addToRolePolicy(
        new PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: ['*'],
          // By sender address instead of by identity: the condition says the same on AWS, and the local cloud can check
          // it.
          conditions: { StringLikeIfExists: { 'ses:FromAddress': `*@${mailDomain}` } },
        }),
      );
  }

  /** May send texts: to telephone numbers, and to no topic. */
  textedBy(handler: Handler): void {
    const toNumbers = new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:aws:sns:*:*:*'] });
    handler.set('SMS_SENDER', this.stage.smsSender).addToRolePolicy(toNumbers);
  }

  /** May have letters printed: finds the access to the print house under its name. */
  postedBy(handler: Handler): void {
    // By name and the six characters that AWS adds to it: the local cloud gives no full ARN back.
    const resourceName = `${this.secretName}-??????`;
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    handler
      .set('POST_SECRET', this.secretName)
      .may(
        ['secretsmanager:GetSecretValue'],
        Stack.of(this).formatArn({ service: 'secretsmanager', resource: 'secret', resourceName, arnFormat }),
      );
  }
}
