import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonical } from '../../domain/canonical.ts';

/** An item as it goes over the wire: `{ PK: { S: 'C#MUS' } }`. */
type Attribute = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Attribute>>;
type Asked = Readonly<{
  Item?: Item;
  Key?: Item;
  ConditionExpression?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Readonly<Record<string, string>>;
  ExpressionAttributeValues?: Item;
  ScanIndexForward?: boolean;
  Limit?: number;
  ExclusiveStartKey?: Item;
  RequestItems?: Readonly<Record<string, unknown>>;
  TransactItems?: readonly Readonly<Record<'Put' | 'ConditionCheck', Asked | undefined>>[];
}>;

/** What DynamoDB answers instead of doing it. */
class Refusal extends Error {
  readonly type: string;
  readonly more: object;
  constructor(type: string, message: string, more: object = {}) {
    super(message);
    this.type = type;
    this.more = more;
  }
}
const stringOf = (value: Attribute | undefined): string => (typeof value?.['S'] === 'string' ? value['S'] : '');
const LIMITS = { PK: 2048, SK: 1024, GSI1PK: 2048, GSI1SK: 1024 } as const;
/** As DynamoDB: no key is empty or longer than this, no item larger than 400 KB. */
const checked = (item: Item): Item => {
  for (const [name, most] of Object.entries(LIMITS)) {
    if (!(name in item)) continue;
    const bytes = Buffer.byteLength(stringOf(item[name]));
    if (bytes === 0 || bytes > most) throw new Refusal('ValidationException', `${name}: ${bytes} bytes`);
  }
  if (Buffer.byteLength(JSON.stringify(item)) > 400 * 1024) throw new Refusal('ValidationException', 'item too large');
  return item;
};
const keyOf = (item: Item): string => `${stringOf(item['PK'])}\n${stringOf(item['SK'])}`;

const keysOf = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(LIMITS, name)));

/** The items of a table by their keys. */
type Items = Map<string, Item>;
const put = (items: Items, item: Item): void => {
  items.set(keyOf(checked(item)), item);
};
/** A field, or one within it: `line`, `version`. */
const fieldAt = (item: Item | undefined, [first = '', ...within]: readonly string[]): Attribute | undefined =>
  within.length === 0 ? item?.[first] : fieldAt(item?.[first]?.['M'] as Item | undefined, within);
/**
 * DynamoDB refuses a condition that names a field by one of its 573 reserved words (`member`, `line`); which these are
 * changes. So here each has a placeholder (`#seen`), but the keys.
 */
const unreserved = (name: string): string => {
  if (!(name in LIMITS)) throw new Refusal('ValidationException', `${name} may be a reserved keyword`);
  return name;
};
/** Nothing there yet, a field that still has its value, or one that is a number no greater. */
const holdsAlone = (there: Item | undefined, asked: Asked, condition: string): boolean => {
  if (condition === 'attribute_not_exists(PK)') return there === undefined;
  const [, name = '', sign, value = ''] = /^(\S+) (=|<=) (:\w+)$/.exec(condition) ?? [];
  const path = name.split('.').map((part) => asked.ExpressionAttributeNames?.[part] ?? unreserved(part));
  const found = fieldAt(there, path);
  const given = asked.ExpressionAttributeValues?.[value];
  if (sign === '<=') return Number(found?.['N']) <= Number(given?.['N']);
  // The fields of a map are in no order.
  return canonical(found) === canonical(given);
};
/** Whether a write may be: no condition, or one of several. */
const holds = (items: Items, asked: Asked): boolean => {
  if (asked.ConditionExpression === undefined) return true;
  const there = items.get(keyOf(asked.Item ?? asked.Key ?? {}));
  return asked.ConditionExpression.split(' OR ').some((condition) => holdsAlone(there, asked, condition));
};
const KEY_CONDITION = /^(\w+) = :pk(?: AND begins_with\((\w+), :sk\)| AND (\w+) > :sk)?$/;
type Found = Readonly<{ found: readonly Item[]; last?: Item }>;
const query = (items: Items, asked: Asked): Found => {
  const [, pk = '', begins, after] = KEY_CONDITION.exec(asked.KeyConditionExpression ?? '') ?? [];
  const sk = stringOf(asked.ExpressionAttributeValues?.[':sk']);
  const sortKey = pk === 'PK' ? 'SK' : 'GSI1SK';
  const found = [...items.values()]
    .filter((item) => stringOf(item[pk]) === stringOf(asked.ExpressionAttributeValues?.[':pk']))
    .filter((item) => begins === undefined || stringOf(item[begins]).startsWith(sk))
    .filter((item) => after === undefined || stringOf(item[after]) > sk)
    .sort((a, b) => (stringOf(a[sortKey]) < stringOf(b[sortKey]) ? -1 : 1));
  const isBackwards = asked.ScanIndexForward === false;
  const start = asked.ExclusiveStartKey && stringOf(asked.ExclusiveStartKey[sortKey]);
  const isBehind = (item: Item): boolean =>
    start === undefined || (isBackwards ? stringOf(item[sortKey]) < start : stringOf(item[sortKey]) > start);
  const ordered = (isBackwards ? found.reverse() : found).filter(isBehind);
  const page = ordered.slice(0, asked.Limit ?? ordered.length);
  // As DynamoDB: whoever has read as much as was asked for does not know whether more follows.
  const last = page.length === asked.Limit ? page.at(-1) : undefined;
  return { found: page, ...(last ? { last: keysOf(last) } : {}) };
};

const OPERATIONS: Readonly<Record<string, (items: Items, asked: Asked) => unknown>> = {
  GetItem: (items, { Key = {} }) => {
    const item = items.get(keyOf(checked(Key)));
    return item ? { Item: item } : {};
  },
  PutItem: (items, asked) => {
    if (!holds(items, asked)) throw new Refusal('ConditionalCheckFailedException', 'The conditional request failed');
    put(items, asked.Item ?? {});
    return {};
  },
  Query: (items, asked) => {
    const { found, last } = query(items, asked);
    return { Items: found, Count: found.length, ...(last ? { LastEvaluatedKey: last } : {}) };
  },
  BatchGetItem: (items, { RequestItems = {} }) => ({
    Responses: Object.fromEntries(
      Object.entries(RequestItems as Record<string, { Keys: Item[] }>).map(([table, { Keys }]) => [
        table,
        Keys.flatMap((key) => items.get(keyOf(checked(key))) ?? []),
      ]),
    ),
  }),
  BatchWriteItem: (items, { RequestItems = {} }) => {
    for (const writes of Object.values(RequestItems as Record<string, { PutRequest: { Item: Item } }[]>))
      for (const { PutRequest } of writes) put(items, PutRequest.Item);
    return {};
  },
  TransactWriteItems: (items, { TransactItems = [] }) => {
    const parts = TransactItems.flatMap(({ Put, ConditionCheck }) => Put ?? ConditionCheck ?? []);
    if (!parts.every((part) => holds(items, part)))
      throw new Refusal('TransactionCanceledException', 'Transaction cancelled', {
        CancellationReasons: parts.map((part) => ({ Code: holds(items, part) ? 'None' : 'ConditionalCheckFailed' })),
      });
    for (const { Item } of parts) if (Item) put(items, Item);
    return {};
  },
};

/**
 * As much of DynamoDB as our stores ask for, in memory; what it would refuse (keys that are empty or too long,
 * reserved words) it refuses, too.
 */
export const memoryTable = () => {
  const items: Items = new Map();
  let refused: string | null = null;
  return {
    /** What lies in it, by key. */
    items: (): Readonly<Record<string, Item>> => Object.fromEntries(items),
    /** From now on whatever says this is refused, as no client tries again; null: nothing is. */
    refuse: (saying: string | null): void => {
      refused = saying;
    },
    /** What DynamoDB would answer to an operation: status and body. Other services of AWS say yes and nothing more. */
    answer: (operation: string, body: string): readonly [status: number, body: unknown] => {
      const run = OPERATIONS[operation];
      if (!run) return [200, {}];
      try {
        if (refused !== null && body.includes(refused)) throw new Refusal('ValidationException', 'refused');
        return [200, run(items, JSON.parse(body) as Asked)];
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return [
          400,
          { __type: `com.amazonaws.dynamodb.v20120810#${error.type}`, message: error.message, ...error.more },
        ];
      }
    },
  };
};

const MAIL_TAKEN = [
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">',
  '<SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
].join('');
/** What SQS says of a message it took: the client holds the sum against what it has sent. */
const queued = (body: string): string => {
  const { MessageBody } = JSON.parse(body) as { MessageBody: string };
  return JSON.stringify({ MessageId: '1', MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') });
};
type Table = ReturnType<typeof memoryTable>;
type AwsServer = Readonly<{ address: string; table: Pick<Table, 'items' | 'refuse'>; close: () => void }>;
const JSON_OF_AWS = { 'Content-Type': 'application/x-amz-json-1.0' };
/** What a service of AWS answers: head, status and body. */
const answerOf = (table: Table, operation: string, body: string, others: Readonly<Record<string, unknown>>) => {
  // SES speaks XML, and names no operation in the head.
  if (operation === '') return { status: 200, head: { 'Content-Type': 'text/xml' }, text: MAIL_TAKEN };
  if (operation === 'SendMessage') return { status: 200, head: JSON_OF_AWS, text: queued(body) };
  const [status, answer] = operation in others ? [200, others[operation]] : table.answer(operation, body);
  return { status, head: JSON_OF_AWS, text: JSON.stringify(answer) };
};
/** Is told what is asked of AWS. */
export type Heard = (operation: string, body: string) => void;
const NOBODY: Heard = () => undefined;
/**
 * A server that stands in for AWS: the table in memory, `others` by operation, `lying` what lies at an address for
 * everybody to read, and yes to the rest.
 */
export const awsServer = async (
  others: Readonly<Record<string, unknown>>,
  lying: Readonly<Record<string, string>> = {},
  heard: Heard = NOBODY,
): Promise<AwsServer> => {
  const table = memoryTable();
  const server: Server = createServer((request, response) => {
    const found = lying[request.url ?? ''];
    if (found !== undefined) {
      response.writeHead(200).end(found);
      return;
    }
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      heard(operation, body);
      const { status, head, text } = answerOf(table, operation, body, others);
      response.writeHead(status, head).end(text);
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    table,
    close: () => {
      server.close();
    },
  };
};
