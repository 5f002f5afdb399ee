import { BatchGetCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import * as z from 'zod';
import { openTable, translated } from '../../../adapters/dynamodb/client.ts';
import { Partition } from '../../../config/partitions.ts';
import { Conflict } from '../../../domain/faults.ts';

const PK = Partition.parse('a');
const client = mockClient(DynamoDBDocumentClient);
const table = openTable('Table', { region: 'eu-central-1' }, { sleep: async () => undefined, random: () => 0 });
beforeEach(() => client.reset());

const named = (name: string, more: object = {}): Error => Object.assign(new Error('x'), { name, ...more });
const cancelled = (...codes: string[]): Error =>
  named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

test.each([
  ['a condition that does not hold', named('ConditionalCheckFailedException')],
  ['one of a transaction', cancelled('None', 'ConditionalCheckFailed')],
  ['a transaction that crosses another', cancelled('TransactionConflict', 'None')],
  ['a write that crosses a transaction', named('TransactionConflictException')],
])('%s says that somebody else was quicker, and what to do', (_, error) => {
  const told = translated(error);
  expect(told).toMatchObject({
    name: 'Conflict',
    cause: error,
    message:
      'Das hat gerade jemand anderes geändert; von diesem Vorgang ist nichts geschrieben. Bitte noch einmal versuchen.',
  });
});
test('whoever knows what it was about says so', () => {
  const told = translated(cancelled('ConditionalCheckFailed'), (options) => new Conflict('Der Zugang …', options));
  expect(told).toMatchObject({ name: 'Conflict', message: 'Der Zugang …' });
});
test.each([
  ['what passes by itself', cancelled('ThrottlingError', 'None'), 'Unavailable'],
  ['what is wrong', named('ValidationException'), 'ValidationException'],
])('%s is no conflict', (_, error, name) => {
  expect(translated(error)).toMatchObject({ name });
});
test('what is no error stays what it is', () => {
  expect(translated('x')).toBe('x');
});

const KEY = { PK: 'a', SK: 'b' };
const Item = z.object({ SK: z.string(), n: z.int() });

test('a put that comes second is none, and no fault; any other fault is one', async () => {
  client
    .on(PutCommand)
    .resolvesOnce({})
    .rejectsOnce(named('ConditionalCheckFailedException'))
    .rejects(named('SlowDown'));
  const put = () => table.putIfAbsent(KEY, { n: 1 });
  expect([await put(), await put()]).toEqual([true, false]);
  await expect(put()).rejects.toMatchObject({ name: 'Unavailable' });
});

test('a question is asked page by page, and every item is parsed', async () => {
  client
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ SK: '1', n: 1 }], LastEvaluatedKey: KEY })
    .resolvesOnce({ Items: [{ SK: '2', n: 2 }] })
    .resolves({ Items: [{ SK: '3', n: 'x' }] });
  expect(await table.query({ pk: PK, begins: 'E#' }, Item)).toEqual([
    { SK: '1', n: 1 },
    { SK: '2', n: 2 },
  ]);
  const [, second] = client.commandCalls(QueryCommand).map((call) => call.args[0].input);
  expect(second).toMatchObject({ ExclusiveStartKey: KEY, ExpressionAttributeValues: { ':pk': PK, ':sk': 'E#' } });
  await expect(table.query({ pk: PK }, Item)).rejects.toMatchObject({ name: 'ZodError' });
});
test('of a question for some, one page is enough', async () => {
  client.on(QueryCommand).resolves({ Items: [{ SK: '1', n: 1 }], LastEvaluatedKey: KEY });
  expect(await table.query({ pk: PK, most: 1 }, Item)).toHaveLength(1);
  expect(client.commandCalls(QueryCommand)).toHaveLength(1);
});

test('items by their keys are asked for a hundred at a time; a table that stays busy says when to come again', async () => {
  client.on(BatchGetCommand).resolves({ Responses: { Table: [] } });
  await table.getMany(
    Array.from({ length: 250 }, (_, n) => ({ PK: 'a', SK: `${n}` })),
    Item,
  );
  expect(
    client.commandCalls(BatchGetCommand).map((call) => call.args[0].input.RequestItems?.['Table']?.Keys?.length),
  ).toEqual([100, 100, 50]);
  client.on(BatchGetCommand).resolves({ UnprocessedKeys: { Table: { Keys: [KEY] } } });
  await expect(table.getMany([KEY], Item)).rejects.toMatchObject({
    name: 'Unavailable',
    message: 'Die Datenbank hat gerade zu viel zu tun. Bitte in einer Minute noch einmal versuchen.',
  });
});
