import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import validateAsl from 'asl-validator';
import { INDEX_PARTITIONS, PARTITIONS } from '../../config/partitions.ts';
import { ROUTES } from '../../contracts/api.ts';
import { routeKey } from '../../contracts/route.ts';
import { settingsOf } from '../support/settings.ts';
import { TableStatement, patternsOf } from '../support/iam.ts';
import { aTemplate, statementsOf } from '../support/template.ts';

const { app, template, handlers } = aTemplate('prod');
type Resource = Readonly<{ Properties: Record<string, any> }>;
const resources = (type: string): Resource[] => Object.values(template.findResources(type) as Record<string, Resource>);

test('every function starts with exactly the settings its stack gives it', async () => {
  const before = { ...process.env };
  expect(handlers.length).toBeGreaterThan(15);
  for (const handler of handlers) {
    process.env = { AWS_REGION: 'eu-central-1', ...settingsOf(handler) };
    await jest.isolateModulesAsync(async () => {
      expect(await import(handler.source)).toMatchObject({ handler: expect.any(Function) });
    });
  }
  process.env = before;
});

test('production goes by real time: no calendar that somebody could turn', () => {
  expect(new Set(handlers.map((h) => h.settings.CLOCK))).toEqual(
    new Set([JSON.stringify({ kind: 'system', zone: 'Europe/Berlin' })]),
  );
  expect(Object.keys(template.findResources('AWS::DynamoDB::Table')).filter((id) => id.startsWith('Calendar'))).toEqual(
    [],
  );
});

test('cdk-nag AwsSolutions finds nothing that is not reasoned', () => {
  const report = new AwsSolutionsChecks(app).validateScope(app);
  expect(report.violations).toEqual([]);
});

test('the state machine is valid Amazon States Language', () => {
  const definition: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../statemachines/dunning.asl.json'), 'utf8').replace(
      /\$\{\w+\}/g,
      'arn:aws:lambda:eu-central-1:123456789012:function:f',
    ),
  );
  const { isValid, errorsText } = validateAsl(definition);
  expect(isValid ? '' : errorsText()).toBe('');
});

test('the payout runs at six in the morning, German time, on the first of each month, and on the ninth for whoever waited', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 7 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    Target: Match.objectLike({ Input: '{}' }),
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'Mahnwerk',
    MetricName: 'law.due',
    Threshold: 1,
    Period: 86_400,
    AlarmActions: Match.anyValue(),
  });
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 6 1,9 * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    Target: Match.objectLike({ Input: '{}' }),
  });
});

test('data is encrypted, kept, recoverable and closed to the public', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    },
  });
  template.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Retain',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});

test('no function may scan the table, delete from it or use a wildcard action', () => {
  const actions = resources('AWS::IAM::Policy').flatMap((p) =>
    (p.Properties['PolicyDocument'].Statement as { Action: string | string[] }[]).flatMap((s) => s.Action),
  );
  expect(
    actions.filter((a) => /Scan|Delete(?!LogDelivery|Message|UserPoolClient)|\*$/.test(a) && !a.startsWith('kms:')),
  ).toEqual([]);
});

/** The keys of the table that a statement is about, by the names of their families. */
const familiesOf = (patterns: readonly string[]): string =>
  Object.entries({ ...PARTITIONS, ...INDEX_PARTITIONS })
    .filter(([, family]) => family.patterns.every((pattern) => patterns.includes(pattern)))
    .map(([name]) => `, ${name}`)
    .join('');
test('who may do what, in one table', () => {
  const lines = resources('AWS::IAM::Policy')
    .flatMap((p) =>
      statementsOf(p.Properties['PolicyDocument']).map(
        (s) =>
          `${String(p.Properties['PolicyName']).replace(/RoleDefaultPolicy.*/, '')}: ${s.Action.filter(
            (a) => !a.startsWith('logs:'),
          ).join(
            ' ',
          )}${s.Action.some((a) => a.startsWith('dynamodb:')) ? familiesOf(patternsOf(TableStatement.parse(s))) : ''}`,
      ),
    )
    .filter((l) => !l.endsWith(': '));
  expect([...new Set(lines)].sort()).toMatchSnapshot();
});

test('the local cloud is not told which keys a request names: there, and only there, one that names none is let through', () => {
  const tableStatements = (of: Template): TableStatement[] =>
    Object.values(of.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => statementsOf(Properties.PolicyDocument))
      .filter(({ Action }) => Action.some((a) => a.startsWith('dynamodb:')))
      .map((s) => TableStatement.parse(s));
  const here = tableStatements(template);
  expect(here.length).toBeGreaterThan(60);
  expect(here.filter(({ Condition }) => Condition.Null === undefined)).toEqual([]);
  const local = tableStatements(aTemplate('demo').template);
  expect(local.filter(({ Condition }) => Condition.Null !== undefined)).toEqual([]);
});

test('each deployed definition stays as a version, executions start through the alias; the local cloud, which knows neither, starts the machine itself', () => {
  template.hasResource('AWS::StepFunctions::StateMachineVersion', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
  template.hasResourceProperties('AWS::StepFunctions::StateMachineAlias', {
    Name: 'live',
    DeploymentPreference: { Type: 'ALL_AT_ONCE' },
  });
  const alias = Object.keys(template.findResources('AWS::StepFunctions::StateMachineAlias'))[0];
  for (const id of ['Claims', 'LotToStart', 'Sweep']) {
    const functions = Object.entries(template.findResources('AWS::Lambda::Function'))
      .filter(([name]) => name.startsWith(id))
      .map(([, f]) => f['Properties'].Environment.Variables.STATE_MACHINE_ARN);
    expect(functions).toEqual([{ Ref: alias }]);
  }
  const { template: demo } = aTemplate('demo');
  demo.resourceCountIs('AWS::StepFunctions::StateMachineAlias', 0);
  demo.resourceCountIs('AWS::StepFunctions::StateMachineVersion', 0);
});

test('the sweep sees this machine only, comes every hour, and its silence is noticed', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(20 * * * ? *)',
    Description: 'Verlorene Ausführungen',
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'Invocations',
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
    Period: 10_800,
  });
  const statements = resources('AWS::IAM::Policy')
    .filter((p) => String(p.Properties['PolicyName']).startsWith('SweepRole'))
    .flatMap((p) => p.Properties['PolicyDocument'].Statement as { Action: string | string[]; Resource: unknown }[]);
  for (const s of statements.filter((x) => [x.Action].flat().some((a) => a.startsWith('states:'))))
    expect(JSON.stringify(s.Resource)).toMatch(/DunningMachine/);
});

test('the gateway has the routes of the contract and no other, and none is reached but past the authorizer', () => {
  const [authorizer] = Object.keys(template.findResources('AWS::ApiGatewayV2::Authorizer'));
  const found = resources('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
    expect(Properties).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer } });
    expect(Properties).not.toHaveProperty('AuthorizationScopes');
    return Properties['RouteKey'];
  });
  expect(found.toSorted()).toEqual(ROUTES.map(({ route }) => routeKey(route)).toSorted());
});

test('an answer of the authorizer counts for one token and one route, and for less than a minute', () => {
  const [{ Properties } = { Properties: {} }, ...more] = resources('AWS::ApiGatewayV2::Authorizer');
  expect(more).toEqual([]);
  expect(Properties).toMatchObject({
    AuthorizerType: 'REQUEST',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    // Without the route one route's yes would count for all; without the header nobody would be told apart.
    IdentitySource: ['$request.header.Authorization', '$context.routeKey'],
  });
  expect(Properties['AuthorizerResultTtlInSeconds']).toBeLessThan(60);
  expect(JSON.stringify(Properties['AuthorizerUri'])).toMatch(/Authorize/);
});

test('the gateway may call the authorizer', () => {
  const may = resources('AWS::Lambda::Permission').filter(({ Properties }) =>
    JSON.stringify(Properties['SourceArn']).includes('/authorizers/'),
  );
  expect(may.map(({ Properties }) => JSON.stringify(Properties['FunctionName']))).toEqual([
    expect.stringMatching(/Authorize/),
  ]);
});

test('what the gateway refuses itself stands in its log, by whom and from where, and no token', () => {
  const [{ Properties } = { Properties: {} }] = resources('AWS::ApiGatewayV2::Stage');
  expect(JSON.parse(Properties['AccessLogSettings'].Format)).toEqual({
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    who: '$context.authorizer.who',
    role: '$context.authorizer.role',
    creditor: '$context.authorizer.creditor',
    ip: '$context.identity.sourceIp',
    refused: '$context.error.message',
  });
});
