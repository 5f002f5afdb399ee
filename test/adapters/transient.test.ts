import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { s3Archive } from '../../adapters/s3/archive.ts';
import { sesPost } from '../../adapters/ses/mailer.ts';
import { snsSms } from '../../adapters/sns/sms.ts';
import { sqsWork } from '../../adapters/sqs/work.ts';
import { AWS_CLIENT, PATIENCE, isNotConnected, isTransient } from '../../adapters/transient.ts';
import { HandOverId, MessageReference } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { aTemplate } from '../support/template.ts';

const named = (name: string, more: object = {}): Error => Object.assign(new Error('x'), { name, ...more });
const coded = (code: string): Error => Object.assign(new Error('x'), { code });
const cancelled = (...codes: string[]): Error =>
  named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

test.each([
  // Codes of a cancelled transaction, as the API reference of TransactWriteItems lists them: not the names of the
  // exceptions.
  ['a throttled transaction', cancelled('None', 'ThrottlingError')],
  ['a transaction over the table’s capacity', cancelled('ProvisionedThroughputExceeded', 'None')],
  ['S3 asked too fast', named('SlowDown')],
  ['Step Functions with no execution left', named('ExecutionLimitExceeded')],
  ['a server that failed', named('Whatever', { $metadata: { httpStatusCode: 503 } })],
  ['too many requests under a name nobody knows', named('Whatever', { $metadata: { httpStatusCode: 429 } })],
  ['what the service itself marks', named('Whatever', { $retryable: { throttling: true } })],
  ['a line that broke, wrapped', new Error('x', { cause: coded('ECONNRESET') })],
  ['every address of a host', new AggregateError([coded('ETIMEDOUT')])],
])('%s passes by itself', (_, error) => {
  expect(isTransient(error)).toBe(true);
});

/** As @smithy/core 3 lists them for its own retries (service-error-classification/constants). */
const OF_SDK = {
  names: [
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'TransactionInProgressException',
    'TimeoutError',
    'RequestTimeout',
    'RequestTimeoutException',
  ],
  codes: ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  statuses: [500, 502, 503, 504],
};
test('what the SDK takes for passing, we do: by name, by node’s code and by status', () => {
  expect(OF_SDK.names.filter((name) => !isTransient(named(name)))).toEqual([]);
  expect(OF_SDK.codes.filter((code) => !isTransient(coded(code)))).toEqual([]);
  const failed = (httpStatusCode: number): Error => named('X', { $metadata: { httpStatusCode } });
  expect(OF_SDK.statuses.filter((status) => !isTransient(failed(status)))).toEqual([]);
});

test.each([
  ['a condition that did not hold', cancelled('ConditionalCheckFailed')],
  ['a request that is wrong', named('ValidationException', { $metadata: { httpStatusCode: 400 } })],
  ['a permission that is missing', named('AccessDeniedException', { $metadata: { httpStatusCode: 400 } })],
  ['a mistake of ours', new TypeError('x')],
  ['no error at all', 'x'],
])('%s does not', (_, error) => {
  expect(isTransient(error)).toBe(false);
});

test('only where nobody was reached is it certain that nothing was taken', () => {
  expect(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT'].map((code) => isNotConnected(coded(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

/** A service that answers as `answer` says, or not at all. */
const aService = async (
  answer: (operation: string, response: ServerResponse) => void,
): Promise<{ server: Server; config: object }> => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      answer(String(request.headers['x-amz-target']).split('.')[1] ?? '', response);
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return { server, config: { endpoint, region: 'eu-central-1', credentials, forcePathStyle: true } };
};
const closed = (server: Server): void => {
  server.closeAllConnections();
  server.close();
};
const KEY = { PK: 'a', SK: 'b' };
const MESSAGE = { reference: MessageReference.parse('r'), to: 'a@example.com', text: 't' };
const quick = { maxAttempts: 1, requestHandler: { ...AWS_CLIENT.requestHandler, requestTimeout: 30 } };

describe('a service that never answers held its function until that was killed', () => {
  let silent: Awaited<ReturnType<typeof aService>>;
  beforeAll(async () => {
    silent = await aService(() => undefined);
  });
  afterAll(() => {
    closed(silent.server);
  });
  const of = () => ({ ...silent.config, ...quick });
  test('what may be asked again is Unavailable', async () => {
    const unavailable = { name: 'Unavailable' };
    await expect(openTable('T', of()).get(KEY, z.unknown())).rejects.toMatchObject(unavailable);
    await expect(s3Archive('b', of()).get('k')).rejects.toMatchObject(unavailable);
    const lot = { creditor: CreditorId.parse('MUS'), handOver: HandOverId.parse('h'), lot: 1 };
    const work = sqsWork({ handOvers: 'http://q/1/h', starts: 'http://q/1/s' }, of());
    await expect(work.startLots([lot])).rejects.toMatchObject(unavailable);
  });
  test('a message may have been taken: its outcome is unknown, not Unavailable', async () => {
    const log = { find: async () => null };
    await expect(
      sesPost({ domain: 'example.com', name: 'R', replyTo: 'service@example.com' }, log, of()).send(MESSAGE),
    ).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(snsSms('R', of()).send({ ...MESSAGE, to: '+4915110000002' })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});

test('nobody listens: no mail and no text was taken', async () => {
  const requestHandler = { handle: () => Promise.reject(coded('ECONNREFUSED')) };
  const config = {
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler,
  };
  const unavailable = { name: 'Unavailable' };
  const log = { find: async () => null };
  await expect(
    sesPost({ domain: 'example.com', name: 'R', replyTo: 'service@example.com' }, log, config).send(MESSAGE),
  ).rejects.toMatchObject(unavailable);
  await expect(snsSms('R', config).send({ ...MESSAGE, to: '+4915110000002' })).rejects.toMatchObject(unavailable);
});

test('what a batch left over was asked for ten times without a breath: the pauses grow, and end', async () => {
  const { server, config } = await aService((operation, response) => {
    const left = { T: [{ PutRequest: { Item: { PK: { S: 'a' }, SK: { S: 'b' } } } }] };
    const keys = { T: { Keys: [{ PK: { S: 'a' }, SK: { S: 'b' } }] } };
    const reply = operation === 'BatchWriteItem' ? { UnprocessedItems: left } : { UnprocessedKeys: keys };
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(reply));
  });
  const slept: number[] = [];
  const pauses = {
    sleep: async (ms: number) => {
      slept.push(ms);
    },
    random: () => 1,
  };
  const table = openTable('T', config, pauses);
  await expect(table.putMany([KEY])).rejects.toMatchObject({ name: 'Unavailable' });
  const grown = [100, 200, 400, 800, 1600, 2000, 2000, 2000, 2000];
  expect(slept.splice(0)).toEqual(grown);
  await expect(table.getMany([KEY], z.unknown())).rejects.toMatchObject({ name: 'Unavailable' });
  expect(slept).toEqual(grown);
  closed(server);
});

test('all tries of a call are over before the shortest function is', () => {
  const all = PATIENCE.tries * (PATIENCE.connect + PATIENCE.answer);
  const shortest = Math.min(
    ...aTemplate('prod')
      .all('AWS::Lambda::Function')
      .map((f) => Number(f.properties['Timeout'])),
  );
  expect(all).toBeLessThan(shortest * 1000);
});
