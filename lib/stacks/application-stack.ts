import { RemovalPolicy, TimeZone, Validations } from 'aws-cdk-lib';
import type { CronOptions } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { dunning } from '../../statemachines/dunning.ts';
import type { CalledBy } from '../called-by.ts';
import { Accesses } from '../constructs/accesses.ts';
import { AslStateMachine } from '../constructs/asl-state-machine.ts';
import { setClock } from '../constructs/clock.ts';
import { Cursors } from '../constructs/cursors.ts';
import { Failures, type Called } from '../constructs/failures.ts';
import { Filing } from '../constructs/filing.ts';
import { Handler } from '../constructs/handler.ts';
import { Outgoing } from '../constructs/outgoing.ts';
import { Store } from '../constructs/store.ts';
import { FUNCTIONS, type FunctionName, type FunctionOf } from '../functions.ts';
import type { House } from '../verbs.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';
import { StageStack } from './stage-stack.ts';

type Running = Readonly<{ name: string; of: FunctionOf; handler: Handler }>;

/**
 * What happens: the functions and whatever calls them, the state machine, what goes out. It holds no fact, but what
 * waits in its queues (docs/operations.md).
 */
export class ApplicationStack extends StageStack<'Application'> {
  readonly handlers: readonly Handler[];
  readonly failures: Failures;
  /** What our own people are told lies encrypted with it where it waits. */
  readonly messageKey: Key;
  readonly machineArn: string;
  private readonly functions: readonly Running[];
  constructor(scope: Construct, of: Readonly<{ stage: Stage; data: DataStack; identity: IdentityStack }>) {
    const { stage, data, identity } = of;
    super(scope, { stage, name: 'Application', description: 'Funktionen, Mahnlauf, Warteschlangen, Versand' });
    this.addStackDependency(data);
    this.addStackDependency(identity);
    this.functions = Object.entries<FunctionOf>(FUNCTIONS).map(([name, record]) => ({
      name,
      of: record,
      handler: new Handler(this, name, record).takesAtLeast(stage.leastSeconds),
    }));
    this.handlers = this.functions.map(({ handler }) => handler);
    this.messageKey = this.keyOfMessages();
    this.failures = new Failures(this, 'Failures');
    const machine = this.machine();
    this.machineArn = machine.arn;
    setClock(this, { clock: stage.clock, calendarTable: data.kept.calendarTable }, this.handlers);
    this.furnish({
      stage,
      store: new Store(this, 'Store', { ...data.kept, keysTold: stage.keysTold }),
      filing: new Filing(this, 'Filing', data.kept),
      machine,
      failures: this.failures,
      outgoing: new Outgoing(this, 'Outgoing', { ...data.kept, stage, key: this.messageKey }),
      accesses: new Accesses(this, 'Pool', identity),
      cursors: new Cursors(this, 'Cursors', data.kept),
    });
    this.says({
      StateMachineArn: machine.arn,
      PayoutFunction: this.named('RunPayout').functionName,
      SweepFunction: this.named('Sweep').functionName,
    });
  }

  /** The function of a record. */
  named(name: FunctionName): Handler {
    const found = this.functions.find((f) => f.name === name);
    if (!found) throw new Error(`no function is called ${name}`);
    return found.handler;
  }

  /** The functions that are states of the Mahnlauf. */
  tasks(): readonly Handler[] {
    return this.functions.filter(({ of }) => of.calledBy.kind === 'task').map(({ handler }) => handler);
  }

  /**
   * It need not outlive its stack: no message lies in a topic longer than it takes to hand it over, and a key that is
   * kept costs a dollar a month.
   */
  private keyOfMessages(): Key {
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
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

  private machine(): AslStateMachine {
    return new AslStateMachine(this, 'Dunning', {
      name: `Mahnwerk-${this.stage.name}-Dunning`,
      workflow: dunning,
      tasks: Object.fromEntries(this.tasks().map((handler) => [handler.node.id, handler])),
      versions: this.stage.versions,
    });
  }

  /** Has each function called by what its record names, and gives it what it may do. */
  private furnish(house: House): void {
    for (const { handler, of } of this.functions) this.connect(house, handler, of.calledBy);
    for (const { handler, of } of this.functions) for (const verb of of.may) verb(handler, house);
  }

  private connect({ failures, filing, outgoing }: House, handler: Handler, by: CalledBy): void {
    switch (by.kind) {
      case 'task':
        return;
      case 'gateway':
      case 'routes':
        // They stand with the API (api-stack.ts).
        return;
      case 'upload':
        filing.announces(by.files, failures.ofCalls(by.source, handler));
        return;
      case 'mailEvents':
        outgoing.reportsTo(failures.ofCalls(by.source, handler));
        return;
      case 'schedule':
        this.calls(failures.ofCalls(by.source, handler), by);
        return;
      case 'queue':
        failures.ofWork(by.source, { setting: by.setting, worker: handler, atOnce: by.atOnce });
    }
  }

  /** Calls a function by German time, with an empty input. */
  private calls({ handler, lost }: Called, of: Readonly<{ description: string; at: CronOptions }>): void {
    new Schedule(this, `${handler.node.id}Schedule`, {
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
}
