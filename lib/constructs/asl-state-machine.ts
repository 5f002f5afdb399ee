import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Workflow } from '../../statemachines/contract.ts';
import type { Handler } from './handler.ts';

/** An ASL file with a function for each of its placeholders: the compiler refuses one too few, and one too many. */
export class AslStateMachine<W extends Workflow> extends Construct {
  readonly arn: string;
  readonly name: string;
  private readonly machine: CfnStateMachine;
  constructor(scope: Construct, id: string, workflow: W, functions: { [Task in keyof W['tasks']]: IFunction }) {
    super(scope, id);
    const entries = Object.entries<IFunction>(functions);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const log = new LogGroup(this, 'Log', { logGroupName: `/aws/vendedlogs/states/mahnwerk-${id}`, retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.DESTROY });
    const policy = new Policy(this, 'Policy', { roles: [role], statements: [
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: entries.map(([, fn]) => fn.functionArn) }),
      new PolicyStatement({ actions: ['logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery', 'logs:ListLogDeliveries', 'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
    ] });
    Validations.of(policy).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Log delivery and X-Ray accept no resource (AWS documentation of Step Functions logging).' });
    const machine = new CfnStateMachine(this, 'Machine', {
      roleArn: role.roleArn, stateMachineType: 'STANDARD', definitionString: readFileSync(join(import.meta.dirname, '../../statemachines', workflow.file), 'utf8'),
      definitionSubstitutions: Object.fromEntries(entries.map(([task, fn]) => [task, fn.functionArn])), tracingConfiguration: { enabled: true },
      // No execution data in the log: keys would be fine, but nothing guards what is added later.
      loggingConfiguration: { level: 'ALL', includeExecutionData: false, destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }] },
    });
    machine.node.addDependency(policy);
    this.machine = machine;
    this.arn = machine.ref;
    this.name = machine.attrName;
  }
  startableBy(...handlers: Handler[]): void {
    for (const h of handlers) h.set('STATE_MACHINE_ARN', this.arn).may(['states:StartExecution'], this.arn);
  }
  steerableBy(...handlers: Handler[]): void {
    this.startableBy(...handlers);
    const executions = Stack.of(this).formatArn({ service: 'states', resource: 'execution', resourceName: `${this.name}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const machine = Stack.of(this).getLogicalId(this.machine);
    for (const h of handlers) {
      h.may(['states:StopExecution'], executions)
        .excuse(`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${Stack.of(this).region}:<AWS::AccountId>:execution:<${machine}.Name>:*]`, 'Executions get their names at run time; only those of this state machine.');
    }
  }
}
