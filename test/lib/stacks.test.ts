import { STACKS, type StackName } from '../../config/outputs.ts';
import { aTemplate, type Synthesised } from '../support/template.ts';

const prod = aTemplate('prod');
const demo = aTemplate('demo');
const STAGES = ['prod', 'demo'] as const;
const APPS = { prod, demo } as const;

/** Where to a stack's references may point: to what outlives it. */
const STANDS_ON: Readonly<Record<StackName, readonly StackName[]>> = {
  Data: [],
  Identity: [],
  Application: ['Data', 'Identity'],
  Api: ['Application'],
  Watch: ['Application', 'Api'],
};
const KEPT: readonly StackName[] = ['Data', 'Identity'];
/** What holds something that cannot be made anew. */
const STATEFUL = [
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::Cognito::UserPool',
  'AWS::SecretsManager::Secret',
  'AWS::SES::EmailIdentity',
];
const typesIn = (template: Synthesised): string[] => Object.values(template.Resources).map(({ Type }) => Type);
const arrows = (of: typeof prod): string[] => [
  ...new Set(of.references.filter((r) => r.strong).map((r) => `${r.from} → ${r.to}: ${r.what}`)),
];

test.each(STAGES)('%s: a stack refers only to those that outlive it', (stage) => {
  const { references } = APPS[stage];
  expect(references.length).toBeGreaterThan(100);
  expect(references.filter(({ from, to }) => !STANDS_ON[from].includes(to))).toEqual([]);
});

test.each(STAGES)('%s: each stack is deployed after those it stands on', (stage) => {
  const { stacks } = APPS[stage];
  for (const name of STACKS)
    expect(stacks[name].dependencies.map((d) => d.node.id).sort()).toEqual(
      STANDS_ON[name].map((on) => stacks[on].node.id).sort(),
    );
});

test('CloudFormation refuses to remove what is taken from data and identity, which is little and has a name', () => {
  const inProd = [
    'Application → Data: TableName',
    'Application → Data: BucketName',
    'Application → Data: MailSet',
    'Application → Identity: UserPoolId',
    'Application → Identity: TeamPoolId',
    'Application → Identity: CreditorPoolId',
  ];
  expect(arrows(prod).sort()).toEqual(inProd.sort());
  expect(arrows(demo).sort()).toEqual([...inProd, 'Application → Data: CalendarTable'].sort());
  expect(prod.references.filter(({ to, strong }) => KEPT.includes(to) !== strong)).toEqual([]);
});

test('a function with a route and an alarm goes in one deployment: neither of them holds it', () => {
  const toApplication = prod.references.filter(({ to }) => to === 'Application');
  expect(new Set(toApplication.map(({ from }) => from))).toEqual(new Set(['Api', 'Watch']));
  expect(toApplication.filter(({ strong }) => strong)).toEqual([]);
});

test('what can be made anew holds nothing that cannot', () => {
  const replaceable = STACKS.filter((name) => !KEPT.includes(name));
  const found = replaceable.flatMap((name) => typesIn(prod.templates[name]).filter((type) => STATEFUL.includes(type)));
  expect(found).toEqual([]);
  expect(new Set(KEPT.flatMap((name) => typesIn(prod.templates[name])).filter((t) => STATEFUL.includes(t)))).toEqual(
    new Set(STATEFUL),
  );
});

test('in production what cannot be made anew outlives its stack, of the demo nothing is left', () => {
  const policiesOf = (of: typeof prod): (string | undefined)[] =>
    KEPT.flatMap((name) => Object.values(of.templates[name].Resources))
      .filter(({ Type }) => STATEFUL.includes(Type))
      .map(({ DeletionPolicy }) => DeletionPolicy);
  expect(new Set(policiesOf(prod))).toEqual(new Set(['Retain']));
  expect(new Set(policiesOf(demo))).toEqual(new Set(['Delete']));
});

// CloudFormation takes 500 resources and 200 outputs a stack.
test.each(STACKS)('%s has room to grow', (name) => {
  expect(Object.keys(prod.templates[name].Resources).length).toBeLessThan(300);
  expect(Object.keys(prod.templates[name].Outputs).length).toBeLessThan(150);
});
