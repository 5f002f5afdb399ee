import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { openTable } from '../../../adapters/dynamodb/client.ts';
import { dynamoPeople } from '../../../adapters/dynamodb/people.ts';
import { AkteId } from '../../../domain/ids.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { erika } from '../../support/akte.ts';

type Put = Readonly<{ PutRequest: Readonly<{ Item: Record<string, unknown> }> }>;
const client = mockClient(DynamoDBDocumentClient);
const pauses = { sleep: async () => undefined, random: () => 0 };
const people = () => dynamoPeople(openTable('Table', { region: 'eu-central-1' }, pauses));
const akte = (n: number): AkteId => AkteId.parse(`MUS-0000-${String(n).padStart(4, '0')}`);
const written = (): Put[][] =>
  client
    .commandCalls(BatchWriteCommand)
    .map((call) => (call.args[0].input.RequestItems?.['Table'] ?? []) as unknown as Put[]);
beforeEach(() => {
  client.reset();
  client.on(BatchWriteCommand).resolves({});
});

test('a line is a hash and an Aktenzeichen: no word of the debtor', async () => {
  await people().note([{ akte: akte(1), points: contactPointsOf(erika) }]);
  const items = written()
    .flat()
    .map((put) => put.PutRequest.Item);
  expect(items).toHaveLength(3);
  for (const item of items)
    expect(item).toEqual({ PK: expect.stringMatching(/^PERSON#[0-9a-f]{32}$/) as unknown, SK: akte(1) });
  expect(JSON.stringify(items)).not.toMatch(/erika|beispiel|example|4915110000001|44135/i);
});

test('a whole lot of rows is written twenty-five at a time, the same line once; nothing to write asks nobody', async () => {
  await people().note([]);
  expect(written()).toEqual([]);
  await people().note(
    Array.from({ length: 500 }, (_, n) => ({
      akte: akte(n),
      points: [`email:${n}@example.com`, `phone:+49${n}`, `phone:+49${n}`],
    })),
  );
  expect(written().map((batch) => batch.length)).toEqual(Array.from({ length: 40 }, () => 25));
});

test('what the table did not get to is put again; a table that stays busy is Unavailable', async () => {
  client
    .on(BatchWriteCommand)
    .callsFakeOnce((input: { RequestItems: Record<string, Put[]> }) => ({
      UnprocessedItems: { Table: input.RequestItems['Table']?.slice(0, 1) },
    }))
    .resolves({});
  await people().note([{ akte: akte(1), points: ['email:a', 'phone:b'] }]);
  expect(written().map((batch) => batch.length)).toEqual([2, 1]);
  client
    .on(BatchWriteCommand)
    .callsFake((input: { RequestItems: Record<string, Put[]> }) => ({ UnprocessedItems: input.RequestItems }));
  await expect(people().note([{ akte: akte(1), points: ['email:a'] }])).rejects.toMatchObject({ name: 'Unavailable' });
});

test('an office that a hundred thousand Akten name costs one page of thirty-one', async () => {
  client.on(QueryCommand).callsFake((input: { Limit: number }) => ({
    Items: Array.from({ length: input.Limit }, (_, n) => ({ SK: akte(n) })),
    LastEvaluatedKey: { PK: 'x', SK: 'y' },
  }));
  expect(await people().sharing(['phone:+49'])).toEqual([]);
  expect(client.commandCalls(QueryCommand).map((call) => call.args[0].input.Limit)).toEqual([31]);
});
