import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { openTable } from '../../adapters/dynamodb/client.ts';

/** A list in the index that is too large to be held: its keys ascend with their number, its items are made as read. */
export type LargeList = Readonly<{
  partition: string;
  size: number;
  keyAt: (n: number) => string;
  itemAt: (n: number) => Readonly<Record<string, unknown>>;
}>;

/** A value as it goes over the wire. */
const wired = (value: unknown): object => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value !== 'object' || value === null) return { NULL: true };
  return Array.isArray(value) ? { L: value.map(wired) } : { M: wiredIn(value) };
};
const wiredIn = (item: object): Readonly<Record<string, object>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, wired(value)]));

/** What no single request gives more of; DynamoDB stops at a megabyte. */
const MOST_AT_ONCE = 500;
const Text = z.object({ S: z.string() });
const Query = z.object({
  IndexName: z.literal('GSI1'),
  Limit: z.int().positive().default(MOST_AT_ONCE),
  ScanIndexForward: z.boolean(),
  ExpressionAttributeValues: z.strictObject({ ':pk': Text }),
  ExclusiveStartKey: z.strictObject({ PK: Text, SK: Text, GSI1PK: Text, GSI1SK: Text }).optional(),
});
type Query = z.infer<typeof Query>;

/** The number of the first key that is not before this one. */
const firstFrom = ({ size, keyAt }: LargeList, key: string): number => {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(middle) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The numbers of what a query reads, in its order. */
const numbersIn = (
  list: LargeList,
  { Limit, ScanIndexForward, ExclusiveStartKey: start }: Query,
): readonly number[] => {
  const key = start?.GSI1SK.S;
  const at = key === undefined ? null : firstFrom(list, key);
  const isThere = at !== null && at < list.size && list.keyAt(at) === key;
  if (ScanIndexForward) {
    const first = at === null ? 0 : at + (isThere ? 1 : 0);
    return Array.from({ length: Math.min(Limit, list.size - first) }, (_, i) => first + i);
  }
  const last = (at ?? list.size) - 1;
  return Array.from({ length: Math.min(Limit, last + 1) }, (_, i) => last - i);
};

/** A table that holds these lists and counts what is asked of it. */
export const largeTable = async (...lists: readonly LargeList[]) => {
  const counted = { requests: 0, items: 0 };
  const answer = (body: string): object => {
    const query = Query.parse(JSON.parse(body));
    const list = lists.find(({ partition }) => partition === query.ExpressionAttributeValues[':pk'].S);
    if (!list) throw new Error('nobody knows this list');
    const Items = numbersIn(list, query).map((n) => {
      const keys = { GSI1PK: list.partition, GSI1SK: list.keyAt(n) };
      return wiredIn({ ...keys, ...list.itemAt(n) });
    });
    counted.requests += 1;
    counted.items += Items.length;
    const { PK, SK, GSI1PK, GSI1SK } = Items.at(-1) ?? {};
    return { Items, ...(Items.length === query.Limit ? { LastEvaluatedKey: { PK, SK, GSI1PK, GSI1SK } } : {}) };
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer(body)));
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return {
    table: openTable('Table', { endpoint, region: 'eu-central-1', credentials }),
    counted,
    close: () => {
      server.close();
    },
  };
};
