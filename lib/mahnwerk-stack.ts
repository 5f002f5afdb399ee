import {
  ArnFormat,
  Aws,
  CfnOutput,
  Fn,
  RemovalPolicy,
  Stack,
  TimeZone,
  Validations,
  type StackProps,
} from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CronOptions } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { CalledSource, WorkedSource } from '../config/sources.ts';
import type { Stage } from '../config/stages.ts';
import { dunning } from '../statemachines/dunning.ts';
import { Api } from './constructs/api.ts';
import { Calendar } from './constructs/calendar.ts';
import { AslStateMachine } from './constructs/asl-state-machine.ts';
import { Overview } from './constructs/dashboard.ts';
import { Failures, type Called } from './constructs/failures.ts';
import { Filing } from './constructs/filing.ts';
import { Handler } from './constructs/handler.ts';
import { Store } from './constructs/store.ts';
import { Watch } from './constructs/watch.ts';
import { WorkQueue } from './constructs/work-queue.ts';

/** The whole back end of one stage. What must outlive a deployment (table, bucket) is kept by policy. */
export class MahnwerkStack extends Stack {
  readonly handlers: readonly Handler[];
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    const { stage } = props;
    super(scope, id, { ...props, terminationProtection: stage.keepData });
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      description: 'Mahnwerk: messages to our own people',
    });
    for (const service of ['ses.amazonaws.com', 'cloudwatch.amazonaws.com', 'events.amazonaws.com']) {
      key.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          resources: ['*'],
        }),
      );
    }
    const store = new Store(this, 'Store', stage);
    const filing = new Filing(this, 'Filing', stage);
    const watch = new Watch(this, 'Watch', stage.alarmAddress, key);
    const secretName = `mahnwerk/${stage.name}/post`;
    const post = new Secret(this, 'Post', {
      secretName,
      description: 'Print house: {"baseUrl","username","apikey","mode"}, put in by hand (docs/operations.md)',
      removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(post).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The print house issues the key; it cannot be rotated by a function.',
    });

    const tasks = {
      Decide: new Handler(this, 'Decide', 'tasks/decide.ts'),
      SendEmail: new Handler(this, 'SendEmail', 'tasks/send-email.ts', { memory: 1024 }),
      SendSms: new Handler(this, 'SendSms', 'tasks/send-sms.ts'),
      SendLetter: new Handler(this, 'SendLetter', 'tasks/send-letter.ts', { memory: 1024, seconds: 60 }),
      OpenCalls: new Handler(this, 'OpenCalls', 'tasks/open-calls.ts'),
      PresentToCourt: new Handler(this, 'PresentToCourt', 'tasks/present-to-court.ts'),
      ReportTrouble: new Handler(this, 'ReportTrouble', 'tasks/report-trouble.ts'),
      HandToCollection: new Handler(this, 'HandToCollection', 'tasks/hand-to-collection.ts'),
    };
    const api = {
      uploads: new Handler(this, 'Uploads', 'api/uploads.ts'),
      handOvers: new Handler(this, 'HandOvers', 'api/hand-overs.ts'),
      claims: new Handler(this, 'Claims', 'api/claims.ts'),
      akten: new Handler(this, 'Akten', 'api/akten.ts'),
      chains: new Handler(this, 'Chains', 'api/chains.ts'),
      payments: new Handler(this, 'Payments', 'api/payments.ts'),
      payouts: new Handler(this, 'Payouts', 'api/payouts.ts'),
      steer: new Handler(this, 'Steer', 'api/steer.ts'),
      reversals: new Handler(this, 'Reversals', 'api/reversals.ts'),
      credits: new Handler(this, 'Credits', 'api/credits.ts'),
      refunds: new Handler(this, 'Refunds', 'api/refunds.ts'),
      bankLines: new Handler(this, 'BankLines', 'api/bank-lines.ts'),
      creditors: new Handler(this, 'Creditors', 'api/creditors.ts'),
      suggestions: new Handler(this, 'Suggestions', 'api/suggestions.ts'),
      answers: new Handler(this, 'Answers', 'api/answers.ts'),
      queries: new Handler(this, 'Queries', 'api/queries.ts'),
      instalments: new Handler(this, 'Instalments', 'api/instalments.ts'),
      calls: new Handler(this, 'Calls', 'api/calls.ts'),
      procedures: new Handler(this, 'Procedures', 'api/procedures.ts'),
      clarifications: new Handler(this, 'Clarifications', 'api/clarifications.ts'),
      failures: new Handler(this, 'Failed', 'api/failures.ts'),
      accesses: new Handler(this, 'Accesses', 'api/accesses.ts'),
    };
    const handOverArrived = new Handler(this, 'HandOverArrived', 'events/hand-over-arrived.ts', {
      memory: 1769,
      seconds: 900,
    });
    const handOverGoesOn = new Handler(this, 'HandOverGoesOn', 'events/hand-over-goes-on.ts', {
      memory: 1769,
      seconds: 900,
    });
    const lotToStart = new Handler(this, 'LotToStart', 'events/lot-to-start.ts', { seconds: 300 });
    const reconcile = new Handler(this, 'ReconcileHandOvers', 'schedules/reconcile-hand-overs.ts', { seconds: 300 });
    const bankStatementArrived = new Handler(this, 'BankStatementArrived', 'events/bank-statement-arrived.ts', {
      memory: 1024,
      seconds: 900,
    });
    const mailEvent = new Handler(this, 'MailEvent', 'events/mail-event.ts');
    const runPayout = new Handler(this, 'RunPayout', 'schedules/run-payout.ts', { memory: 1769, seconds: 900 });
    const findSimilar = new Handler(this, 'FindSimilar', 'schedules/find-similar.ts', { memory: 1769, seconds: 900 });
    const reportQuality = new Handler(this, 'ReportQuality', 'schedules/report-quality.ts', { seconds: 300 });
    const checkLaw = new Handler(this, 'CheckLaw', 'schedules/check-law.ts');
    const sweep = new Handler(this, 'Sweep', 'schedules/sweep.ts', { memory: 1769, seconds: 900 });
    const failures = new Failures(this, 'Failures', watch);
    const called = {
      uebergaben: failures.called('uebergaben', handOverArrived),
      bank: failures.called('bank', bankStatementArrived),
      mailereignisse: failures.called('mailereignisse', mailEvent),
      auszahlung: failures.called('auszahlung', runPayout),
      datenqualitaet: failures.called('datenqualitaet', reportQuality),
      aehnliche: failures.called('aehnliche', findSimilar),
      recht: failures.called('recht', checkLaw),
      abgleich: failures.called('abgleich', reconcile),
      ausfuehrungen: failures.called('ausfuehrungen', sweep),
    } satisfies Record<CalledSource, Called>;
    // Found, not listed: a new function can be forgotten in a list.
    this.handlers = this.node.findAll().filter((construct) => construct instanceof Handler);
    for (const handler of this.handlers) handler.takesAtLeast(stage.leastSeconds);
    const calendar = new Calendar(this, 'Calendar', stage.clock, this.handlers);

    const machine = new AslStateMachine(this, 'Dunning', dunning, tasks, { versions: stage.versions });
    store.readableBy(api.uploads, api.handOvers, api.akten, api.chains, api.payouts, api.failures);
    store.writableBy(
      tasks.Decide,
      tasks.SendEmail,
      tasks.SendSms,
      tasks.SendLetter,
      tasks.OpenCalls,
      tasks.PresentToCourt,
      tasks.ReportTrouble,
      tasks.HandToCollection,
      api.claims,
      api.payments,
      api.steer,
      api.reversals,
      api.credits,
      api.refunds,
      api.bankLines,
      api.creditors,
      api.accesses,
      handOverArrived,
      handOverGoesOn,
      lotToStart,
      reconcile,
      bankStatementArrived,
      mailEvent,
      runPayout,
      api.suggestions,
      api.answers,
      api.queries,
      api.instalments,
      api.calls,
      api.procedures,
      findSimilar,
      reportQuality,
    );
    store.looksUp(api.claims, handOverArrived, handOverGoesOn);
    store.notesPeople(api.claims, handOverArrived, handOverGoesOn, api.answers, sweep);
    store.watchesOthers(tasks.SendEmail, tasks.SendSms, tasks.SendLetter, api.calls);
    machine.startableBy(api.claims, lotToStart);
    machine.startableByItsOwn(tasks.HandToCollection);
    machine.steerableBy(
      api.steer,
      api.answers,
      api.queries,
      api.instalments,
      api.calls,
      api.reversals,
      api.credits,
      mailEvent,
    );
    machine.superviseableBy(sweep);
    store.writableBy(sweep, api.clarifications);

    // Two at once, each with half of what may be started.
    lotToStart.set('STARTS_PER_SECOND', String(stage.startsPerSecond / 2));
    // On top of them, but seldom: where both are busy Step Functions refuses some, and both wait and ask again.
    sweep.set('STARTS_PER_SECOND', String(stage.startsPerSecond / 2));
    const starts = new WorkQueue(this, 'Starts', {
      setting: 'START_QUEUE',
      worker: lotToStart,
      atOnce: 2,
      seconds: 300,
      lost: failures.of('starts'),
    });
    const continued = new WorkQueue(this, 'HandOversGoingOn', {
      setting: 'HAND_OVER_QUEUE',
      worker: handOverGoesOn,
      atOnce: 5,
      seconds: 900,
      lost: failures.of('fortsetzungen'),
    });
    const worked = { starts, fortsetzungen: continued } satisfies Record<WorkedSource, WorkQueue>;
    failures.redrivenBy(api.failures, called, worked);
    for (const queue of [starts, continued]) queue.fedBy(handOverArrived, handOverGoesOn, reconcile, api.claims);

    filing.writableBy('handover/*', handOverArrived, handOverGoesOn, api.uploads);
    filing.readableBy('handover/*', handOverArrived, handOverGoesOn, api.handOvers);
    filing.writableBy('bank/*', bankStatementArrived);
    filing.readableBy('bank/*', bankStatementArrived);
    filing.writableBy('letters/*', tasks.SendEmail, tasks.SendLetter);
    filing.writableBy('invoices/*', api.uploads);
    filing.searchableBy('invoices', tasks.SendEmail);
    filing.writableBy('payouts/*', runPayout);
    filing.searchableBy('payouts', runPayout);
    filing.readableBy('payouts/*', api.payouts);
    filing.announces(
      ['liste.csv', 'liste.xlsx', 'pruefung.csv', 'pruefung.xlsx'].map((name) => `handover/*/${name}`),
      called.uebergaben,
    );
    filing.announces(['bank/*.xml'], called.bank);

    this.mail(stage, key, called.mailereignisse, [
      tasks.SendEmail,
      handOverArrived,
      handOverGoesOn,
      bankStatementArrived,
      runPayout,
      reportQuality,
      api.answers,
      api.claims,
    ]);
    tasks.SendSms.set('SMS_SENDER', stage.smsSender).addToRolePolicy(
      new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:aws:sns:*:*:*'] }),
    );
    // By name and the six characters that AWS adds to it: the local cloud gives no full ARN back.
    tasks.SendLetter.set('POST_SECRET', secretName).may(
      ['secretsmanager:GetSecretValue'],
      this.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName: `${secretName}-??????`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    for (const handler of [
      tasks.SendEmail,
      tasks.SendSms,
      tasks.SendLetter,
      handOverArrived,
      handOverGoesOn,
      bankStatementArrived,
      runPayout,
      reportQuality,
      api.answers,
      api.claims,
    ])
      handler.set('AGENCY', JSON.stringify(stage.agency));
    for (const handler of [bankStatementArrived, runPayout]) handler.set('FINANCE_ADDRESS', stage.financeAddress);

    const http = new Api(this, 'Api', {
      domainPrefix: Fn.join('-', ['mahnwerk', stage.name, Aws.ACCOUNT_ID]),
      keepData: stage.keepData,
    });
    http.route(HttpMethod.POST, '/v1/uploads', 'creditor', api.uploads);
    http.route(HttpMethod.GET, '/v1/hand-overs', 'creditor', api.handOvers);
    http.route(HttpMethod.GET, '/v1/hand-overs/{id}', 'creditor', api.handOvers);
    http.route(HttpMethod.POST, '/v1/claims', 'creditor', api.claims);
    http.route(HttpMethod.GET, '/v1/akten', 'creditor', api.akten);
    http.route(HttpMethod.GET, '/v1/akten/{akte}', 'both', api.akten);
    http.route(HttpMethod.GET, '/v1/payouts/{month}', 'creditor', api.payouts);
    http.route(HttpMethod.POST, '/v1/claims/{claim}/payments', 'creditor', api.payments);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/{action}', 'both', api.steer);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/answers', 'operator', api.answers);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/queries/{query}', 'both', api.queries);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/instalments', 'operator', api.instalments);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/calls', 'operator', api.calls);
    http.route(HttpMethod.GET, '/v1/creditors/{creditor}/calls', 'operator', api.calls);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/reversals', 'operator', api.reversals);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/credits', 'both', api.credits);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/refunds', 'operator', api.refunds);
    http.route(HttpMethod.GET, '/v1/akten/{akte}/chain', 'operator', api.chains);
    http.route(HttpMethod.POST, '/v1/akten/{akte}/payments', 'operator', api.bankLines);
    http.route(HttpMethod.POST, '/v1/creditors', 'operator', api.creditors);
    http.route(HttpMethod.GET, '/v1/creditors/{creditor}/accesses', 'operator', api.accesses);
    http.route(HttpMethod.POST, '/v1/creditors/{creditor}/accesses', 'operator', api.accesses);
    http.route(HttpMethod.POST, '/v1/creditors/{creditor}/accesses/{purpose}/revoke', 'operator', api.accesses);
    http.route(HttpMethod.POST, '/v1/procedures', 'operator', api.procedures);
    http.route(HttpMethod.GET, '/v1/clarifications', 'operator', api.clarifications);
    http.route(HttpMethod.GET, '/v1/clarifications/{state}', 'operator', api.clarifications);
    http.route(HttpMethod.GET, '/v1/failures', 'operator', api.failures);
    http.route(HttpMethod.POST, '/v1/failures/{source}', 'operator', api.failures);
    http.route(HttpMethod.GET, '/v1/creditors/{creditor}/suggestions', 'operator', api.suggestions);
    http.route(HttpMethod.POST, '/v1/creditors/{creditor}/suggestions/{id}', 'operator', api.suggestions);
    http.clientsManagedBy(api.accesses);

    // 06:00 on the first of each month: the month before is paid out when finance comes in.
    this.calls(called.auszahlung, 'PayoutSchedule', 'Auszahlung an die Gläubiger', {
      minute: '0',
      hour: '6',
      day: '1',
    });
    // Each morning: figures of the law that somebody should look up, the next base rate from mid-December and mid-June
    // on.
    this.calls(called.recht, 'LawSchedule', 'Werte des Rechts, die nachzulesen sind', { minute: '0', hour: '7' });
    // Each night: customers of one creditor that may be one and the same.
    this.calls(called.aehnliche, 'SimilarSchedule', 'Ähnliche Schuldner', { minute: '30', hour: '2' });
    // On the second: a list handed over on the last evening is done by then.
    this.calls(called.datenqualitaet, 'QualitySchedule', 'Rückmeldung zur Datenqualität', {
      minute: '0',
      hour: '8',
      day: '2',
    });
    this.calls(called.abgleich, 'ReconcileSchedule', 'Übergaben, die stehen geblieben sind', { minute: '5/30' });
    // Hourly, so that a lost execution is back within the hour and a million within a day (decision on the sweep).
    this.calls(called.ausfuehrungen, 'SweepSchedule', 'Verlorene Ausführungen', { minute: '20' });
    watch.lawDue();
    watch.executionsOf(machine.arn);
    watch.operations();
    watch.alive('Sweep is silent', 'Seit drei Stunden hat niemand nach verlorenen Ausführungen gesehen', sweep);
    new Overview(this, 'Overview', {
      name: `Mahnwerk-${stage.name}`,
      machine: machine.arn,
      tasks: Object.values(tasks),
      sources: { ...called, ...worked },
    });
    watch.failuresOf(this.handlers);
    watch.answersOf(http.faults());

    for (const [name, value] of Object.entries({
      ApiUrl: http.url,
      UserPoolId: http.pool.userPoolId,
      OperatorClientId: http.operators.userPoolClientId,
      TableName: store.table.tableName,
      BucketName: filing.bucket.bucketName,
      StateMachineArn: machine.arn,
      PostSecret: secretName,
      PayoutFunction: runPayout.functionName,
      SweepFunction: sweep.functionName,
      ...(calendar.table ? { CalendarTable: calendar.table.tableName } : {}),
    }))
      new CfnOutput(this, name, { value });
  }

  /** Calls a function by German time, with an empty input. */
  private calls({ handler, lost }: Called, id: string, description: string, at: CronOptions): void {
    new Schedule(this, id, {
      schedule: ScheduleExpression.cron({ ...at, timeZone: TimeZone.EUROPE_BERLIN }),
      target: new LambdaInvoke(handler, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: lost,
      }),
      description,
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${this.getLogicalId(handler.node.defaultChild as CfnFunction)}.Arn>:*]`,
      reason: 'The scheduler may call this one function in any version.',
    });
  }

  /** SES: our domain as identity, and its own events written down, so that an unknown outcome can be looked up. */
  private mail(stage: Stage, key: Key, { handler: mailEvent, lost }: Called, senders: readonly Handler[]): void {
    const topic = new Topic(this, 'MailEvents', { masterKey: key, enforceSSL: true });
    topic.addSubscription(new LambdaSubscription(mailEvent, { deadLetterQueue: lost }));
    const configurationSet = new ConfigurationSet(this, 'MailSet', { reputationMetrics: true });
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
      ],
    });
    new EmailIdentity(this, 'MailIdentity', { identity: Identity.domain(stage.mailDomain), configurationSet });
    // By sender address instead of by identity: the condition says the same on AWS, and the local cloud can check it.
    for (const handler of senders) {
      handler
        .set('MAIL_DOMAIN', stage.mailDomain)
        .excuse(
          'AwsSolutions-IAM5[Resource::*]',
          'Sending is limited to our own domain by the condition on ses:FromAddress.',
        );
      handler.addToRolePolicy(
        new PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: ['*'],
          conditions: { StringLikeIfExists: { 'ses:FromAddress': `*@${stage.mailDomain}` } },
        }),
      );
    }
  }
}
