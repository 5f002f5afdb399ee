import type { Stack } from 'aws-cdk-lib';
import * as z from 'zod';
import { aTemplate, allows, mentions, refersTo, statementsOf } from '../support/template.ts';

const { stacks, all } = aTemplate('prod');
const protectedIn = (of: Readonly<Record<string, Stack>>): (boolean | undefined)[] =>
  Object.values(of).map((stack) => stack.terminationProtection);

test('one command could delete production: its stacks and its user pools are protected, nothing of dev is', () => {
  expect(protectedIn(stacks)).toEqual([true, true, true, true, true]);
  expect(protectedIn(aTemplate('dev').stacks)).toEqual([false, false, false, false, false]);
  const pools = all('AWS::Cognito::UserPool');
  expect(pools.map((p) => p.properties['DeletionProtection'])).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
});

test('a caller in a loop took everybody’s functions: every stage of every API is throttled', () => {
  const Settings = z.object({ ThrottlingRateLimit: z.number().positive(), ThrottlingBurstLimit: z.int().positive() });
  const stages = all('AWS::ApiGatewayV2::Stage');
  expect(stages.length).toBeGreaterThan(0);
  for (const { properties } of stages) Settings.parse(properties['DefaultRouteSettings']);
});

test('„recorded by CloudTrail data events“ was not so: every bucket writes down who reads it, into a bucket that S3 may write to', () => {
  const Logging = z.object({ DestinationBucketName: z.unknown() });
  const buckets = all('AWS::S3::Bucket');
  const targets = buckets.flatMap(({ properties }) => {
    const logging = Logging.safeParse(properties['LoggingConfiguration']);
    return logging.success ? [refersTo(logging.data.DestinationBucketName)] : [];
  });
  // A bucket of logs does not log itself.
  expect(buckets.filter((b) => !b.properties['LoggingConfiguration']).map((b) => b.id)).toEqual(targets);
  for (const target of targets) {
    const policy = all('AWS::S3::BucketPolicy').find((p) => refersTo(p.properties['Bucket']) === target);
    expect(allows(policy?.properties['PolicyDocument'], 'logging.s3.amazonaws.com', /^s3:PutObject$/)).toBe(true);
    expect(statementsOf(policy?.properties['PolicyDocument']).some((s) => s.Effect === 'Deny')).toBe(true);
    expect(mentions(policy?.properties['PolicyDocument'])).toContain(target);
  }
});
