import * as z from 'zod';
import { CALLED, SOURCE_NAMES } from '../../config/sources.ts';
import { aTemplate, allows, mentions, refersTo, statementsOf, type Found } from '../support/template.ts';

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

/**
 * Who calls a function, read from the template: an unknown way of calling one would leave it in no list, and fail the
 * first test below.
 */
const callers = () => {
  const permitted = (service: string): (string | null)[] =>
    all('AWS::Lambda::Permission')
      .filter((p) => p.properties['Principal'] === service)
      .map((p) => refersTo(p.properties['FunctionName']));
  const Schedule = z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) });
  const schedules = all('AWS::Scheduler::Schedule').map((s) => Schedule.parse(s.properties['Target']));
  return {
    withoutWaiting: [
      ...permitted('events.amazonaws.com'),
      ...permitted('sns.amazonaws.com'),
      ...permitted('s3.amazonaws.com'),
      ...schedules.map((s) => refersTo(s.Arn)),
    ],
    waiting: [
      ...permitted('apigateway.amazonaws.com'),
      ...all('AWS::StepFunctions::StateMachine').flatMap((m) => mentions(m.properties['DefinitionSubstitutions'])),
    ],
    queues: all('AWS::Lambda::EventSourceMapping').map((m) => ({
      worker: refersTo(m.properties['FunctionName']),
      queue: refersTo(m.properties['EventSourceArn']),
    })),
    schedules,
  };
};
const Destination = z.object({ OnFailure: z.object({ Destination: z.unknown() }) });
const lostBy = (handler: string | null): (string | null)[] =>
  all('AWS::Lambda::EventInvokeConfig')
    .filter((c) => refersTo(c.properties['FunctionName']) === handler)
    .map((c) => refersTo(Destination.parse(c.properties['DestinationConfig']).OnFailure.Destination));
const watchedQueues = (metric: string): string[] =>
  alarms
    .filter(({ properties: p }) => p['MetricName'] === metric)
    .flatMap(({ properties: p }) => mentions(p['Dimensions']));
const Redrive = z.object({ deadLetterTargetArn: z.unknown() });
const deadLettersOf = (queue: string | null): string | null =>
  refersTo(Redrive.parse(one('AWS::SQS::Queue', queue).properties['RedrivePolicy']).deadLetterTargetArn);

test('it is known of every function who calls it', () => {
  const { withoutWaiting, waiting, queues } = callers();
  const known = new Set([...withoutWaiting, ...waiting, ...queues.map((q) => q.worker)]);
  expect(
    all('AWS::Lambda::Function')
      .map((f) => f.id)
      .filter((id) => !known.has(id)),
  ).toEqual([]);
});

test('a function that failed thrice lost its event: each that is called without waiting keeps it in a queue of its own, with an alarm', () => {
  const called = [...new Set(callers().withoutWaiting)];
  expect(called).toHaveLength(Object.keys(CALLED).length);
  const queues = called.flatMap(lostBy);
  expect(queues).toHaveLength(called.length);
  expect(new Set(queues).size).toBe(called.length);
  for (const metric of ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'])
    expect(queues.filter((q) => !watchedQueues(metric).includes(q ?? ''))).toEqual([]);
});

test('what cannot even be handed over lies in the same queue: of every rule, schedule and subscription, and the queue lets it in', () => {
  const { schedules } = callers();
  for (const s of schedules) expect([refersTo(s.DeadLetterConfig.Arn)]).toEqual(lostBy(refersTo(s.Arn)));
  const Target = z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) });
  const targets = all('AWS::Events::Rule').flatMap((r) => z.array(Target).parse(r.properties['Targets']));
  for (const t of targets) expect([refersTo(t.DeadLetterConfig.Arn)]).toEqual(lostBy(refersTo(t.Arn)));
  const subscriptions = all('AWS::SNS::Subscription').filter((s) => s.properties['Protocol'] === 'lambda');
  for (const { properties: p } of subscriptions)
    expect([refersTo(Redrive.parse(p['RedrivePolicy']).deadLetterTargetArn)]).toEqual(lostBy(refersTo(p['Endpoint'])));
  const letsIn = (queue: string | null, service: string): boolean =>
    all('AWS::SQS::QueuePolicy').some(
      (p) =>
        mentions(p.properties['Queues']).includes(queue ?? '') &&
        allows(p.properties['PolicyDocument'], service, /SendMessage/),
    );
  expect(targets.every((t) => letsIn(refersTo(t.DeadLetterConfig.Arn), 'events.amazonaws.com'))).toBe(true);
  expect(
    subscriptions.every((s) => letsIn(lostBy(refersTo(s.properties['Endpoint']))[0] ?? null, 'sns.amazonaws.com')),
  ).toBe(true);
});

test('one dead-letter queue for everything could not be redriven: each work queue has its own, kept longer than the work itself', () => {
  const dead = callers().queues.map(({ queue }) => ({ queue, lost: deadLettersOf(queue) }));
  expect(new Set(dead.map((d) => d.lost)).size).toBe(dead.length);
  for (const { queue, lost } of dead) {
    expect(watchedQueues('ApproximateNumberOfMessagesVisible')).toContain(lost);
    const kept = (id: string | null): number => Number(one('AWS::SQS::Queue', id).properties['MessageRetentionPeriod']);
    expect(kept(lost) - kept(queue)).toBeGreaterThan(7 * 86_400);
  }
  const lost = new Set([...callers().withoutWaiting.flatMap(lostBy), ...dead.map((d) => d.lost)]);
  expect(lost.size).toBe(SOURCE_NAMES.length);
});

test('what failed can be done again: the function behind `betrieb nachholen` may take from every such queue and call every such function', () => {
  const role = all('AWS::IAM::Policy').filter((p) => /^FailedRole/.test(p.id));
  const may = (action: string): string[] =>
    role
      .flatMap((p) => statementsOf(p.properties['PolicyDocument']))
      .filter((s) => s.Action.includes(action))
      .flatMap((s) => mentions(s.Resource));
  const { withoutWaiting, queues } = callers();
  const lost = [...withoutWaiting.flatMap(lostBy), ...queues.map((q) => deadLettersOf(q.queue))];
  for (const action of ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'])
    expect(lost.filter((q) => !may(action).includes(q ?? ''))).toEqual([]);
  expect(withoutWaiting.filter((f) => !may('lambda:InvokeFunction').includes(f ?? ''))).toEqual([]);
  expect(queues.filter(({ queue }) => !may('sqs:SendMessage').includes(queue ?? ''))).toEqual([]);
});
