import * as z from 'zod';
import type { TableRequest } from './iam.ts';

const Text = z.object({ S: z.string() }).transform((t) => t.S);
const Keyed = z.object({ PK: Text }).transform((k) => k.PK);
const Put = z.object({ Item: Keyed }).transform((p) => p.Item);
const Got = z.object({ Key: Keyed }).transform((g) => g.Key);
const Asked = z.object({ IndexName: z.string().optional(), ExpressionAttributeValues: z.object({ ':pk': Text }) });
const ManyGot = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(Keyed) })) });
const ManyPut = z.object({ RequestItems: z.record(z.string(), z.array(z.object({ PutRequest: Put }))) });
const Together = z.object({
  TransactItems: z.array(z.object({ Put: Put.optional(), ConditionCheck: Got.optional() })),
});

const onTable = (action: string, keys: readonly string[]): TableRequest => ({
  action: `dynamodb:${action}`,
  on: 'table',
  keys,
});
/** What AWS asks of a transaction is not written down: a part's own keys, or all of them. Both must be allowed. */
const partsOf = (body: unknown): readonly TableRequest[] => {
  const items = Together.parse(body).TransactItems;
  const all = items.flatMap(({ Put: put, ConditionCheck: check }) => put ?? check ?? []);
  return items.flatMap(({ Put: put, ConditionCheck: check }) => [
    ...(put === undefined ? [] : [onTable('PutItem', [put]), onTable('PutItem', all)]),
    ...(check === undefined ? [] : [onTable('ConditionCheckItem', [check]), onTable('ConditionCheckItem', all)]),
  ]);
};
const OPERATIONS: Readonly<Record<string, (body: unknown) => readonly TableRequest[]>> = {
  GetItem: (body) => [onTable('GetItem', [Got.parse(body)])],
  PutItem: (body) => [onTable('PutItem', [Put.parse(body)])],
  Query: (body) => {
    const { IndexName, ExpressionAttributeValues } = Asked.parse(body);
    const on = IndexName === undefined ? 'table' : 'index';
    return [{ action: 'dynamodb:Query', on, keys: [ExpressionAttributeValues[':pk']] }];
  },
  BatchGetItem: (body) =>
    Object.values(ManyGot.parse(body).RequestItems).map(({ Keys }) => onTable('BatchGetItem', Keys)),
  BatchWriteItem: (body) =>
    Object.values(ManyPut.parse(body).RequestItems).map((puts) =>
      onTable(
        'BatchWriteItem',
        puts.map(({ PutRequest }) => PutRequest),
      ),
    ),
  TransactWriteItems: partsOf,
};
const IS_TABLE = /Item|^Query$|^Scan$/;

/** What IAM is asked when DynamoDB is asked this; of other services nothing. */
export const requestsIn = (operation: string, body: string): readonly TableRequest[] => {
  const read = OPERATIONS[operation];
  if (read) return read(JSON.parse(body));
  if (IS_TABLE.test(operation)) throw new Error(`${operation}: nobody knows its keys`);
  return [];
};
