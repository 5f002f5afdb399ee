import { Aws, CfnOutput, Fn, RemovalPolicy, Stack, TimeZone, Validations, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CronOptions } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { CalledSource, WorkedSource } from '../config/sources.ts';
import type { Stage } from '../config/stages.ts';
import { ROUTES } from '../contracts/api.ts';
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
import { functionsIn, type Functions } from './functions.ts';
import { knowTheAgency, postSecret, sendLetters, sendMail, sendTexts } from './outgoing.ts';
import { letWork, mailersAmong, openFiling } from './permissions.ts';
import { ANSWERED_BY } from './routes.ts';

/** The files that begin work when they arrive. */
const HAND_OVERS = ['liste.csv', 'liste.xlsx', 'pruefung.csv', 'pruefung.xlsx'].map((name) => `handover/*/${name}`);
const BANK_STATEMENTS = ['bank/*.xml'];

/** Everything that is called without anybody waiting, with the queue of what it could not do. */
const calledIn = (failures: Failures, background: Functions['background']): Record<CalledSource, Called> => ({
  uebergaben: failures.called('uebergaben', background.handOverArrived),
  bank: failures.called('bank', background.bankStatementArrived),
  mailereignisse: failures.called('mailereignisse', background.mailEvent),
  auszahlung: failures.called('auszahlung', background.runPayout),
  datenqualitaet: failures.called('datenqualitaet', background.reportQuality),
  aehnliche: failures.called('aehnliche', background.findSimilar),
  recht: failures.called('recht', background.checkLaw),
  abgleich: failures.called('abgleich', background.reconcile),
  ausfuehrungen: failures.called('ausfuehrungen', background.sweep),
});

/** What is laid into the filing begins its work. */
const announceArrivals = (filing: Filing, called: Record<CalledSource, Called>): void => {
  filing.announces(HAND_OVERS, called.uebergaben);
  filing.announces(BANK_STATEMENTS, called.bank);
};

const watchOver = (watch: Watch, of: Readonly<{ machine: AslStateMachine; sweep: Handler }>): void => {
  watch.lawDue();
  watch.executionsOf(of.machine.arn);
  watch.operations();
  watch.alive('Sweep is silent', 'Seit drei Stunden hat niemand nach verlorenen Ausführungen gesehen', of.sweep);
};

type Deployed = Readonly<{
  http: Api;
  store: Store;
  filing: Filing;
  machine: AslStateMachine;
  post: string;
  background: Functions['background'];
  calendar: Calendar;
}>;

/** The whole back end of one stage. What must outlive a deployment (table, bucket) is kept by policy. */
export class MahnwerkStack extends Stack {
  readonly handlers: readonly Handler[];
  private readonly stage: Stage;
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    const { stage } = props;
    super(scope, id, { ...props, terminationProtection: stage.keepData });
    this.stage = stage;
    const key = this.messageKey();
    const store = new Store(this, 'Store', stage);
    const filing = new Filing(this, 'Filing', stage);
    const watch = new Watch(this, 'Watch', stage.alarmAddress, key);
    const post = postSecret(this, stage);

    const functions = functionsIn(this);
    const { tasks, api, background } = functions;
    const failures = new Failures(this, 'Failures', watch);
    const called = calledIn(failures, background);
    // Found, not listed: a new function can be forgotten in a list.
    this.handlers = this.node.findAll().filter((construct) => construct instanceof Handler);
    for (const handler of this.handlers) handler.takesAtLeast(stage.leastSeconds);
    const calendar = new Calendar(this, 'Calendar', stage.clock, this.handlers);

    const { versions } = stage;
    const machine = new AslStateMachine(this, 'Dunning', { workflow: dunning, functions: tasks, versions });
    letWork({ store, machine }, functions);
    const worked = this.queues(failures, functions);
    failures.redrivenBy(api.failures, called, worked);
    openFiling(filing, functions);
    announceArrivals(filing, called);

    sendMail(this, { stage, key, events: called.mailereignisse, senders: mailersAmong(functions) });
    sendTexts(stage, tasks.SendSms);
    sendLetters(this, tasks.SendLetter, post);
    knowTheAgency(stage, functions);
    const http = this.http(api);
    this.schedules(called);

    watchOver(watch, { machine, sweep: background.sweep });
    new Overview(this, 'Overview', {
      name: `Mahnwerk-${stage.name}`,
      machine: machine.arn,
      tasks: Object.values(tasks),
      sources: { ...called, ...worked },
    });
    watch.failuresOf(this.handlers);
    watch.answersOf(http.faults());
    this.outputs({ http, store, filing, machine, post, background, calendar });
  }

  /** What our own people are told (alarms, mail events) lies encrypted where it waits. */
  private messageKey(): Key {
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      removalPolicy: this.stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
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
    return key;
  }

  /** What is worked off piece by piece: lists that go on in another run, Mahnläufe to begin. */
  private queues(failures: Failures, { api, background }: Functions): Record<WorkedSource, WorkQueue> {
    const { handOverArrived, handOverGoesOn, lotToStart, reconcile, sweep } = background;
    // Two at once, each with half of what may be started.
    lotToStart.set('STARTS_PER_SECOND', String(this.stage.startsPerSecond / 2));
    // On top of them, but seldom: where both are busy Step Functions refuses some, and both wait and ask again.
    sweep.set('STARTS_PER_SECOND', String(this.stage.startsPerSecond / 2));
    const starts = new WorkQueue(this, 'Starts', {
      setting: 'START_QUEUE',
      worker: lotToStart,
      atOnce: 2,
      seconds: 300,
      lost: failures.of('starts'),
    });
    const fortsetzungen = new WorkQueue(this, 'HandOversGoingOn', {
      setting: 'HAND_OVER_QUEUE',
      worker: handOverGoesOn,
      atOnce: 5,
      seconds: 900,
      lost: failures.of('fortsetzungen'),
    });
    for (const queue of [starts, fortsetzungen]) queue.fedBy(handOverArrived, handOverGoesOn, reconcile, api.claims);
    return { starts, fortsetzungen };
  }

  private http(api: Functions['api']): Api {
    const http = new Api(this, 'Api', {
      domainPrefix: Fn.join('-', ['mahnwerk', this.stage.name, Aws.ACCOUNT_ID]),
      keepData: this.stage.keepData,
    });
    for (const { name, route } of ROUTES) http.route(route, api[ANSWERED_BY[name]]);
    http.clientsManagedBy(api.accesses);
    return http;
  }

  private schedules(called: Record<CalledSource, Called>): void {
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
  }

  /** What whoever deploys, or plays the demo, must know of it. */
  private outputs(of: Deployed): void {
    const { http, store, filing, machine, post, background, calendar } = of;
    for (const [name, value] of Object.entries({
      ApiUrl: http.url,
      UserPoolId: http.pool.userPoolId,
      OperatorClientId: http.operators.userPoolClientId,
      TableName: store.table.tableName,
      BucketName: filing.bucket.bucketName,
      StateMachineArn: machine.arn,
      PostSecret: post,
      PayoutFunction: background.runPayout.functionName,
      SweepFunction: background.sweep.functionName,
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
}
