import { ArnFormat, RemovalPolicy, Validations, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Stage } from '../config/stages.ts';
import type { Called } from './constructs/failures.ts';
import type { Handler } from './constructs/handler.ts';
import type { Functions } from './functions.ts';
import { mailersAmong } from './permissions.ts';

/** The access to the print house; its name is returned, what it says is put in by hand. */
export const postSecret = (stack: Stack, stage: Stage): string => {
  const secretName = `mahnwerk/${stage.name}/post`;
  const post = new Secret(stack, 'Post', {
    secretName,
    description: 'Print house: {"baseUrl","username","apikey","mode"}, put in by hand (docs/operations.md)',
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  Validations.of(post).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The print house issues the key; it cannot be rotated by a function.',
  });
  return secretName;
};

/** May have letters printed: finds the access to the print house under its name. */
export const sendLetters = (stack: Stack, sender: Handler, secretName: string): void => {
  // By name and the six characters that AWS adds to it: the local cloud gives no full ARN back.
  const resourceName = `${secretName}-??????`;
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  sender
    .set('POST_SECRET', secretName)
    .may(
      ['secretsmanager:GetSecretValue'],
      stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName, arnFormat }),
    );
};

/** May send texts: to telephone numbers, and to no topic. */
export const sendTexts = (stage: Stage, sender: Handler): void => {
  const toNumbers = new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:aws:sns:*:*:*'] });
  sender.set('SMS_SENDER', stage.smsSender).addToRolePolicy(toNumbers);
};

/** Whoever writes to somebody signs as the agency; what concerns money also goes to its finance department. */
export const knowTheAgency = (stage: Stage, functions: Functions): void => {
  const { tasks, background } = functions;
  for (const handler of [...mailersAmong(functions), tasks.SendSms, tasks.SendLetter])
    handler.set('AGENCY', JSON.stringify(stage.agency));
  for (const handler of [background.bankStatementArrived, background.runPayout])
    handler.set('FINANCE_ADDRESS', stage.financeAddress);
};

/** What SES says of each mail reaches the function that writes it down, so that an unknown outcome can be looked up. */
const mailEvents = (stack: Stack, key: Key, { handler, lost }: Called): ConfigurationSet => {
  const topic = new Topic(stack, 'MailEvents', { masterKey: key, enforceSSL: true });
  topic.addSubscription(new LambdaSubscription(handler, { deadLetterQueue: lost }));
  const configurationSet = new ConfigurationSet(stack, 'MailSet', { reputationMetrics: true });
  configurationSet.addEventDestination('Events', {
    destination: EventDestination.snsTopic(topic),
    events: [EmailSendingEvent.SEND, EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });
  return configurationSet;
};

/** SES: our domain as identity, its events written down, and who may send from it. */
export const sendMail = (
  stack: Stack,
  of: Readonly<{ stage: Stage; key: Key; events: Called; senders: readonly Handler[] }>,
): void => {
  const { mailDomain } = of.stage;
  const configurationSet = mailEvents(stack, of.key, of.events);
  new EmailIdentity(stack, 'MailIdentity', { identity: Identity.domain(mailDomain), configurationSet });
  // By sender address instead of by identity: the condition says the same on AWS, and the local cloud can check it.
  const fromOurDomain = { StringLikeIfExists: { 'ses:FromAddress': `*@${mailDomain}` } };
  for (const handler of of.senders) {
    handler
      .set('MAIL_DOMAIN', mailDomain)
      .excuse(
        'AwsSolutions-IAM5[Resource::*]',
        'Sending is limited to our own domain by the condition on ses:FromAddress.',
      );
    handler.addToRolePolicy(
      new PolicyStatement({ actions: ['ses:SendRawEmail'], resources: ['*'], conditions: fromOurDomain }),
    );
  }
};
