import { Aws, CfnOutput, Fn, RemovalPolicy, Stack, TimeZone, Validations, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CronOptions } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Stage } from '../config/stages.ts';
import { ROUTES } from '../contracts/api.ts';
import { dunning } from '../statemachines/dunning.ts';
import type { CalledBy } from './called-by.ts';
import { Api } from './constructs/api.ts';
import { Calendar } from './constructs/calendar.ts';
import { AslStateMachine } from './constructs/asl-state-machine.ts';
import { Overview } from './constructs/dashboard.ts';
import { Failures, type Called } from './constructs/failures.ts';
import { Filing } from './constructs/filing.ts';
import { Handler } from './constructs/handler.ts';
import { Outgoing, postSecret } from './constructs/outgoing.ts';
import { Store } from './constructs/store.ts';
import { Watch } from './constructs/watch.ts';
import { FUNCTIONS, type FunctionName, type FunctionOf } from './functions.ts';
import { ANSWERED_BY } from './routes.ts';
import type { House } from './verbs.ts';

type Running = Readonly<{ name: string; of: FunctionOf; handler: Handler }>;

/** The whole back end of one stage. What must outlive a deployment (table, bucket) is kept by policy. */
export class MahnwerkStack extends Stack {
  readonly handlers: readonly Handler[];
  private readonly stage: Stage;
  private readonly functions: readonly Running[];
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    const { stage } = props;
    super(scope, id, { ...props, terminationProtection: stage.keepData });
    this.stage = stage;
    const key = this.messageKey();
    const post = postSecret(this, stage);
    this.functions = Object.entries<FunctionOf>(FUNCTIONS).map(([name, of]) => ({
      name,
      of,
      handler: new Handler(this, name, of).takesAtLeast(stage.leastSeconds),
    }));
    this.handlers = this.functions.map(({ handler }) => handler);
    const calendar = new Calendar(this, 'Calendar', stage.clock, this.handlers);
    const failures = new Failures(this, 'Failures');
    const house: House = {
      stage,
      store: new Store(this, 'Store', stage),
      filing: new Filing(this, 'Filing', stage),
      machine: this.machine(),
      failures,
      outgoing: new Outgoing(this, 'Outgoing', { stage, key, postSecret: post }),
      http: this.http(),
    };
    for (const { name, of, handler } of this.functions) this.connect(house, { name, handler, by: of.calledBy });
    for (const { of, handler } of this.functions) for (const verb of of.may) verb(handler, house);
    this.watch(key, house);
    this.outputs(house, { post, calendar });
  }

  private named(name: FunctionName): Handler {
    const found = this.functions.find((f) => f.name === name);
    if (!found) throw new Error(`no function is called ${name}`);
    return found.handler;
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

  private tasks(): readonly Running[] {
    return this.functions.filter(({ of }) => of.calledBy.kind === 'task');
  }

  private machine(): AslStateMachine {
    const tasks = Object.fromEntries(this.tasks().map(({ name, handler }) => [name, handler]));
    return new AslStateMachine(this, 'Dunning', { workflow: dunning, tasks, versions: this.stage.versions });
  }

  private http(): Api {
    return new Api(this, 'Api', {
      domainPrefix: Fn.join('-', ['mahnwerk', this.stage.name, Aws.ACCOUNT_ID]),
      keepData: this.stage.keepData,
    });
  }

  /** Has a function called by what its record names. */
  private connect(house: House, of: Readonly<{ name: string; handler: Handler; by: CalledBy }>): void {
    const { failures, filing, outgoing, http } = house;
    const { name, handler, by } = of;
    switch (by.kind) {
      case 'task':
        return;
      case 'routes':
        for (const { route } of ROUTES.filter((r) => ANSWERED_BY[r.name] === name)) http.route(route, handler);
        return;
      case 'upload':
        filing.announces(by.files, failures.ofCalls(by.source, handler));
        return;
      case 'mailEvents':
        outgoing.reportsTo(failures.ofCalls(by.source, handler));
        return;
      case 'schedule':
        this.calls(`${name}Schedule`, failures.ofCalls(by.source, handler), by);
        return;
      case 'queue':
        failures.ofWork(by.source, { setting: by.setting, worker: handler, atOnce: by.atOnce });
    }
  }

  /** Calls a function by German time, with an empty input. */
  private calls(id: string, { handler, lost }: Called, of: Readonly<{ description: string; at: CronOptions }>): void {
    new Schedule(this, id, {
      schedule: ScheduleExpression.cron({ ...of.at, timeZone: TimeZone.EUROPE_BERLIN }),
      target: new LambdaInvoke(handler, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: lost,
      }),
      description: of.description,
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${this.getLogicalId(handler.node.defaultChild as CfnFunction)}.Arn>:*]`,
      reason: 'The scheduler may call this one function in any version.',
    });
  }

  /** What wakes a person, and what an operator looks at: every function and every source among it. */
  private watch(key: Key, { machine, http, failures }: House): void {
    const watch = new Watch(this, 'Watch', this.stage.alarmAddress, key);
    watch.lawDue();
    watch.executionsOf(machine.arn);
    watch.operations();
    watch.alive(
      'Sweep is silent',
      'Seit drei Stunden hat niemand nach verlorenen Ausführungen gesehen',
      this.named('Sweep'),
    );
    watch.failuresOf(this.handlers);
    watch.answersOf(http.faults());
    watch.lost(failures.lost());
    new Overview(this, 'Overview', {
      name: `Mahnwerk-${this.stage.name}`,
      machine: machine.arn,
      tasks: this.tasks().map(({ handler }) => handler),
      lost: failures.lost(),
    });
  }

  /** What whoever deploys, or plays the demo, must know of it. */
  private outputs(house: House, of: Readonly<{ post: string; calendar: Calendar }>): void {
    const { http, store, filing, machine } = house;
    const { post, calendar } = of;
    for (const [name, value] of Object.entries({
      ApiUrl: http.url,
      UserPoolId: http.pool.userPoolId,
      OperatorClientId: http.operators.userPoolClientId,
      TableName: store.table.tableName,
      BucketName: filing.bucket.bucketName,
      StateMachineArn: machine.arn,
      PostSecret: post,
      PayoutFunction: this.named('RunPayout').functionName,
      SweepFunction: this.named('Sweep').functionName,
      ...(calendar.table ? { CalendarTable: calendar.table.tableName } : {}),
    }))
      new CfnOutput(this, name, { value });
  }
}
