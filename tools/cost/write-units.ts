import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  BatchGetCommand,
  BatchWriteCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient, type AwsClientStub } from 'aws-sdk-client-mock';

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

type Item = Readonly<Record<string, unknown>>;
const keyOf = (of: Item): string => `${String(of['PK'])}|${String(of['SK'])}`;

/** A table in memory that counts what its writes would cost. */
const countingTable = (items: Map<string, Record<string, unknown>>) => {
  let total = 0;
  const put = (item: Record<string, unknown>, inTransaction: boolean): void => {
    total += putUnits(item, inTransaction);
    items.set(keyOf(item), item);
  };
  /**
   * A check writes nothing and costs what writing its item would: one unit where there is none, twice in a
   * transaction.
   */
  const check = (): void => {
    total += 2;
  };
  const get = (key: Item) => items.get(keyOf(key));
  /** What lies under a partition key and a beginning of the sort key, in order; in the index where it has a name. */
  const query = (index: string | undefined, values: Readonly<Record<string, string>>): Item[] => {
    const [pk, sk] = index ? (['GSI1PK', 'GSI1SK'] as const) : (['PK', 'SK'] as const);
    return [...items.values()]
      .filter((item) => item[pk] === values[':pk'] && String(item[sk]).startsWith(values[':sk'] ?? ''))
      .sort((x, y) => (String(x[sk]) < String(y[sk]) ? -1 : 1));
  };
  return { put, check, get, query, total: () => total };
};
type CountingTable = ReturnType<typeof countingTable>;
type Client = AwsClientStub<DynamoDBDocumentClient>;

type Put = { Item: Record<string, unknown> };
const takeWrites = (client: Client, { put, check }: CountingTable): void => {
  client.on(TransactWriteCommand).callsFake((input: { TransactItems: { Put?: Put; ConditionCheck?: object }[] }) => {
    for (const { Put, ConditionCheck } of input.TransactItems) {
      if (Put) put(Put.Item, true);
      if (ConditionCheck) check();
    }
    return {};
  });
  client.on(BatchWriteCommand).callsFake((input: { RequestItems: Record<string, { PutRequest: Put }[]> }) => {
    for (const { PutRequest } of Object.values(input.RequestItems).flat()) put(PutRequest.Item, false);
    return {};
  });
  client.on(PutCommand).callsFake((input: Put) => {
    put(input.Item, false);
    return {};
  });
};

type Query = { IndexName?: string; ExpressionAttributeValues: Record<string, string> };
const answerReads = (client: Client, { get, query }: CountingTable): void => {
  client.on(GetCommand).callsFake((input: { Key: Item }) => ({ Item: get(input.Key) }));
  client.on(BatchGetCommand).callsFake((input: { RequestItems: Record<string, { Keys: Item[] }> }) => ({
    Responses: Object.fromEntries(
      Object.entries(input.RequestItems).map(([table, { Keys }]) => [table, Keys.flatMap((key) => get(key) ?? [])]),
    ),
  }));
  client.on(QueryCommand).callsFake(({ IndexName, ExpressionAttributeValues }: Query) => ({
    Items: query(IndexName, ExpressionAttributeValues),
  }));
};

/** Counts the write units of everything written while `run` runs; reads find what `items` holds. */
export const writeUnitsOf = async (
  run: () => Promise<unknown>,
  items: Map<string, Record<string, unknown>>,
): Promise<number> => {
  const client = mockClient(DynamoDBDocumentClient);
  const table = countingTable(items);
  takeWrites(client, table);
  answerReads(client, table);
  try {
    await run();
    return table.total();
  } finally {
    client.restore();
  }
};
