import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  BatchGetCommand,
  BatchWriteCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

const utf8 = (text: string): number => new TextEncoder().encode(text).length;
/**
 * Bytes of a value as DynamoDB bills it (developer guide, "Item sizes and formats"): text by UTF-8, a number by its
 * digits, a map or list 3 bytes and one for each entry.
 */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1 + (value < 0 ? 1 : 0);
  if (Array.isArray(value)) return 3 + value.reduce<number>((n, v) => n + 1 + sizeOf(v), 0);
  if (typeof value === 'object' && value !== null) return 3 + itemSize(value);
  return 1;
};
const itemSize = (item: object): number =>
  Object.entries(item).reduce(
    (n, [name, value]) =>
      n + (value === undefined ? 0 : utf8(name) + sizeOf(value) + (typeof value === 'object' ? 1 : 0)),
    0,
  );
const units = (item: object): number => Math.ceil(itemSize(item) / 1024);
/** Write units of one put: itself (twice in a transaction), and once more for the index where the item has its key. */
const putUnits = (item: object, inTransaction: boolean): number =>
  units(item) * (inTransaction ? 2 : 1) + ('GSI1PK' in item ? units(item) : 0);

/** Counts the write units of everything written while `run` runs; reads find what `items` holds. */
export const writeUnitsOf = async (
  run: () => Promise<unknown>,
  items: Map<string, Record<string, unknown>>,
): Promise<number> => {
  const client = mockClient(DynamoDBDocumentClient);
  let total = 0;
  const key = (of: Record<string, unknown>): string => `${String(of['PK'])}|${String(of['SK'])}`;
  const put = (item: Record<string, unknown>, inTransaction: boolean): void => {
    total += putUnits(item, inTransaction);
    items.set(key(item), item);
  };
  client
    .on(TransactWriteCommand)
    .callsFake((input: { TransactItems: { Put?: { Item: Record<string, unknown> }; ConditionCheck?: object }[] }) => {
      // A check writes nothing and costs what writing its item would: one unit where there is none, twice in a
      // transaction.
      for (const { Put, ConditionCheck } of input.TransactItems) {
        if (Put) put(Put.Item, true);
        if (ConditionCheck) total += 2;
      }
      return {};
    });
  client
    .on(BatchWriteCommand)
    .callsFake((input: { RequestItems: Record<string, { PutRequest: { Item: Record<string, unknown> } }[]> }) => {
      for (const { PutRequest } of Object.values(input.RequestItems).flat()) put(PutRequest.Item, false);
      return {};
    });
  client.on(PutCommand).callsFake((input: { Item: Record<string, unknown> }) => {
    put(input.Item, false);
    return {};
  });
  client.on(GetCommand).callsFake((input: { Key: Record<string, unknown> }) => ({ Item: items.get(key(input.Key)) }));
  client
    .on(BatchGetCommand)
    .callsFake((input: { RequestItems: Record<string, { Keys: Record<string, unknown>[] }> }) => ({
      Responses: Object.fromEntries(
        Object.entries(input.RequestItems).map(([table, { Keys }]) => [
          table,
          Keys.flatMap((k) => items.get(key(k)) ?? []),
        ]),
      ),
    }));
  const lies = (
    item: Record<string, unknown>,
    [pk, sk]: readonly [string, string],
    of: Record<string, string>,
  ): boolean => item[pk] === of[':pk'] && String(item[sk]).startsWith(of[':sk'] ?? '');
  client
    .on(QueryCommand)
    .callsFake(
      ({
        IndexName,
        ExpressionAttributeValues,
      }: {
        IndexName?: string;
        ExpressionAttributeValues: Record<string, string>;
      }) => {
        const names = IndexName ? (['GSI1PK', 'GSI1SK'] as const) : (['PK', 'SK'] as const);
        return {
          Items: [...items.values()]
            .filter((item) => lies(item, names, ExpressionAttributeValues))
            .sort((x, y) => (String(x[names[1]]) < String(y[names[1]]) ? -1 : 1)),
        };
      },
    );
  try {
    await run();
    return total;
  } finally {
    client.restore();
  }
};
