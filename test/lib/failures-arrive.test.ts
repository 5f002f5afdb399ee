import { aTemplate, allows, mentions, refersTo, type Found } from '../support/template.ts';

const { all } = aTemplate('prod');
const one = (type: string, id: string | null): Found => {
  const found = all(type).find((r) => r.id === id);
  if (!found) throw new Error(`no ${type} called ${id}`);
  return found;
};
const policyOf = (topic: string): unknown =>
  all('AWS::SNS::TopicPolicy').find((p) => mentions(p.properties['Topics']).includes(topic))?.properties[
    'PolicyDocument'
  ];
const alarms = all('AWS::CloudWatch::Alarm');

test('an alarm turned red and nobody was told: every action of every alarm goes to a topic that lets CloudWatch in, and so does its key', () => {
  expect(alarms.length).toBeGreaterThan(30);
  const topics = alarms.map(({ id, properties: p }) => {
    const actions = ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((name) => p[name] ?? []);
    return { id, topics: actions.map(refersTo) };
  });
  expect(topics.filter((a) => a.topics.length === 0)).toEqual([]);
  for (const topic of new Set(topics.flatMap((a) => a.topics))) {
    const { id, properties } = one('AWS::SNS::Topic', topic);
    expect(allows(policyOf(id), 'cloudwatch.amazonaws.com', /^sns:Publish$/)).toBe(true);
    const key = one('AWS::KMS::Key', refersTo(properties['KmsMasterKeyId'])).properties['KeyPolicy'];
    expect(allows(key, 'cloudwatch.amazonaws.com', /^kms:Decrypt$/)).toBe(true);
    expect(allows(key, 'cloudwatch.amazonaws.com', /^kms:GenerateDataKey/)).toBe(true);
    expect(all('AWS::SNS::Subscription').filter((s) => refersTo(s.properties['TopicArn']) === id)).not.toEqual([]);
  }
});

test('sixteen functions of the API could fail unseen: every function has an alarm of its own on its errors', () => {
  const watched = alarms
    .filter(({ properties: p }) => p['Namespace'] === 'AWS/Lambda' && p['MetricName'] === 'Errors')
    .flatMap(({ properties: p }) => mentions(p['Dimensions']));
  const functions = all('AWS::Lambda::Function').map((f) => f.id);
  expect(functions.length).toBeGreaterThan(30);
  expect(functions.filter((id) => !watched.includes(id))).toEqual([]);
});

test('„Wir sind benachrichtigt“ was not so: every API has an alarm on the first answer that is our fault', () => {
  const watched = alarms
    .filter(
      ({ properties: p }) => p['Namespace'] === 'AWS/ApiGateway' && p['MetricName'] === '5xx' && p['Threshold'] === 1,
    )
    .flatMap(({ properties: p }) => mentions(p['Dimensions']));
  expect(all('AWS::ApiGatewayV2::Api').map((a) => a.id)).toEqual(watched);
});
