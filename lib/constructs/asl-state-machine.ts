import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine, CfnStateMachineAlias, CfnStateMachineVersion } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Workflow } from '../../statemachines/contract.ts';
import type { Handler } from './handler.ts';

const LOGGING_AND_TRACING = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
];

/** No execution data in the log: keys would be fine, but nothing guards what is added later. */
const loggedIn = (log: LogGroup): CfnStateMachine.LoggingConfigurationProperty => ({
  level: 'ALL',
  includeExecutionData: false,
  destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
});

type OfMachine = Readonly<{
  name: string;
  workflow: Workflow;
  tasks: Readonly<Record<string, IFunction>>;
  versions: boolean;
}>;

/** An ASL file with a function for each of its placeholders. */
export class AslStateMachine extends Construct {
  readonly arn: string;
  readonly name: string;
  /**
   * What executions are started through: the alias `live`, which points to the newest version; the machine itself where
   * there are no versions.
   */
  readonly startArn: string;
  private readonly machine: CfnStateMachine;
  /** The ARN by its parts, for a task of the machine itself: by reference the two would wait for each other. */
  private readonly ownArn: string;
  private readonly versions: boolean;
  constructor(scope: Construct, id: string, of: OfMachine) {
    super(scope, id);
    const tasks = Object.entries(of.tasks);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/mahnwerk-${id}`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const policy = this.policyOf(role, tasks);
    const machine = new CfnStateMachine(this, 'Machine', {
      stateMachineName: of.name,
      roleArn: role.roleArn,
      stateMachineType: 'STANDARD',
      definitionString: readFileSync(join(import.meta.dirname, '../../statemachines', of.workflow.file), 'utf8'),
      definitionSubstitutions: Object.fromEntries(tasks.map(([task, fn]) => [task, fn.functionArn])),
      tracingConfiguration: { enabled: true },
      loggingConfiguration: loggedIn(log),
    });
    machine.node.addDependency(policy);
    this.machine = machine;
    this.arn = machine.ref;
    this.name = machine.attrName;
    this.ownArn = Stack.of(this).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: of.name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.versions = of.versions;
    this.startArn = of.versions ? this.published(machine) : machine.ref;
  }
  /** The machine may call its tasks, and write down what it does. */
  private policyOf(role: Role, tasks: readonly (readonly [string, IFunction])[]): Policy {
    const policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map(([, fn]) => fn.functionArn) }),
        new PolicyStatement({ actions: LOGGING_AND_TRACING, resources: ['*'] }),
      ],
    });
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray accept no resource (AWS documentation of Step Functions logging).',
    });
    return policy;
  }
  /**
   * A version of each definition that was ever deployed stays: executions that began with it are told apart by it in
   * the console.
   */
  private published(machine: CfnStateMachine): string {
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: machine.ref,
      stateMachineRevisionId: machine.attrStateMachineRevisionId,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN, { applyToUpdateReplacePolicy: true });
    return new CfnStateMachineAlias(this, 'Live', {
      name: 'live',
      description: 'Neue Ausführungen beginnen mit dieser Fassung',
      deploymentPreference: { stateMachineVersionArn: version.ref, type: 'ALL_AT_ONCE' },
    }).ref;
  }
  startableBy(handler: Handler): void {
    // The permission is on the machine: AWS knows none on versions and aliases (Service Authorization Reference of Step
    // Functions).
    handler.set('STATE_MACHINE_ARN', this.startArn).may(['states:StartExecution'], this.arn);
  }
  /** A task of this machine may start further executions of it. */
  startableByItsOwn(task: Handler): void {
    task
      .set('STATE_MACHINE_ARN', this.versions ? `${this.ownArn}:live` : this.ownArn)
      .may(['states:StartExecution'], this.ownArn);
  }
  steerableBy(handler: Handler): void {
    this.startableBy(handler);
    this.onExecutions(['states:StopExecution'], handler);
  }
  /** May see which executions run, and start and stop them. */
  superviseableBy(handler: Handler): void {
    this.startableBy(handler);
    handler.may(['states:ListExecutions'], this.arn);
    this.onExecutions(['states:DescribeExecution', 'states:StopExecution'], handler);
  }
  private onExecutions(actions: string[], handler: Handler): void {
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.name}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const machine = Stack.of(this).getLogicalId(this.machine);
    handler
      .may(actions, executions)
      .excuse(
        `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${Stack.of(this).region}:<AWS::AccountId>:execution:<${machine}.Name>:*]`,
        'Executions get their names at run time; only those of this state machine.',
      );
  }
}
