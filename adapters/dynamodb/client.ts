import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { Conflict, Unavailable } from '../../domain/faults.ts';
import { REAL_PAUSES, pauseMs, type Pauses } from '../pauses.ts';
import { AWS_CLIENT, reasonsIn, translated as passing } from '../transient.ts';
import { inParallel } from '../../usecases/in-parallel.ts';
import type { Partition } from '../../config/partitions.ts';

/** A key of this table or of another one; those of ours are made in table.ts. */
type Key = Readonly<{ PK: string; SK: string }>;

/** What whoever came second is told, where nothing more is known of what it was about. */
const overtaken = (options: ErrorOptions): Conflict =>
  new Conflict(
    'Das hat gerade jemand anderes geändert; von diesem Vorgang ist nichts geschrieben. Bitte noch einmal versuchen.',
    options,
  );

/**
 * What a refused write means: a failed condition or a crossing transaction is somebody quicker, which `conflict` says;
 * what passes by itself asks to wait, also inside a cancelled transaction.
 */
export const translated = (error: unknown, conflict = overtaken): unknown => {
  if (!(error instanceof Error)) return error;
  const codes = reasonsIn(error);
  if (
    error.name === 'ConditionalCheckFailedException' ||
    codes.includes('ConditionalCheckFailed') ||
    codes.includes('TransactionConflict') ||
    error.name === 'TransactionConflictException'
  ) {
    return conflict({ cause: error });
  }
  return passing(error);
};

const MOST_KEYS = 100;
const MOST_PUTS = 25;
const BATCHES_AT_ONCE = 8;
const MOST_TRIES = 10;
/** All pauses together stay well below the half-minute that an answer of the API may take. */
const LEFTOVERS = { firstMs: 50, mostMs: 2_000 };
/**
 * `begins`: sort keys that begin so; `after`: those behind it, whatever begins with it left out; `most`: no more items
 * than that.
 */
type Question = Readonly<{
  pk: Partition;
  begins?: string;
  after?: string;
  index?: 'GSI1';
  backwards?: boolean;
  most?: number;
}>;

/** Whatever is asked of the table fails in our own words. */
const guarded = async <T>(run: () => Promise<T>, conflict = overtaken): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw translated(error, conflict);
  }
};

type Opened = Readonly<{ name: string; client: DynamoDBDocumentClient; pauses: Pauses }>;

/** Which sort keys a question is about: a condition, and the value that it names. */
const rangeOf = ({ begins, after }: Question, sk: string): Readonly<{ condition: string; value: object }> => {
  if (begins) return { condition: ` AND begins_with(${sk}, :sk)`, value: { ':sk': begins } };
  if (after) return { condition: ` AND ${sk} > :sk`, value: { ':sk': `${after}\uffff` } };
  return { condition: '', value: {} };
};

const queryOf = (name: string, of: Question) => {
  const [pk, sk] = of.index ? ['GSI1PK', 'GSI1SK'] : ['PK', 'SK'];
  const { condition, value } = rangeOf(of, sk);
  return {
    TableName: name,
    ...(of.index ? { IndexName: of.index } : { ConsistentRead: true }),
    ScanIndexForward: !of.backwards,
    KeyConditionExpression: `${pk} = :pk${condition}`,
    ExpressionAttributeValues: { ':pk': of.pk, ...value },
  };
};

const pages = async function* ({ name, client }: Opened, of: Question): AsyncGenerator<Record<string, unknown>[]> {
  const query = queryOf(name, of);
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const start = ExclusiveStartKey;
    const page = await guarded(() =>
      client.send(
        new QueryCommand({
          ...query,
          ...(start ? { ExclusiveStartKey: start } : {}),
          ...(of.most ? { Limit: of.most } : {}),
        }),
      ),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = of.most ? undefined : page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
};

/** What to read of a list: so many items behind the key of one of them, one too many to see whether there is a rest. */
type Listing = Question & Readonly<{ limit: number; from: Readonly<Record<string, string>> | null }>;
/**
 * One request. DynamoDB stops at a megabyte, too: then `cut` is true, and fewer items have come than were asked for.
 */
const listed = async ({ name, client }: Opened, of: Listing) => {
  const { Items = [], LastEvaluatedKey } = await guarded(() =>
    client.send(
      new QueryCommand({
        ...queryOf(name, of),
        Limit: of.limit + 1,
        ...(of.from ? { ExclusiveStartKey: of.from } : {}),
      }),
    ),
  );
  return { items: Items, cut: LastEvaluatedKey !== undefined };
};

/** Leftovers say that the table is asked too much: asked again at once it has no more to give. */
const beforeTry = async (attempt: number, pauses: Pauses): Promise<void> => {
  if (attempt === MOST_TRIES)
    throw new Unavailable('Die Datenbank hat gerade zu viel zu tun. Bitte in einer Minute noch einmal versuchen.');
  if (attempt > 0) await pauses.sleep(pauseMs(attempt, LEFTOVERS, pauses.random()));
};

/** What the table did not get to is put again. */
const putBatch = async ({ name, client, pauses }: Opened, items: readonly Key[]): Promise<void> => {
  let wanted: NonNullable<BatchWriteCommandInput['RequestItems']> = {
    [name]: items.map((Item) => ({ PutRequest: { Item: { ...Item } } })),
  };
  for (let attempt = 0; Object.keys(wanted).length > 0; attempt++) {
    await beforeTry(attempt, pauses);
    const RequestItems = wanted;
    const reply: BatchWriteCommandOutput = await guarded(() => client.send(new BatchWriteCommand({ RequestItems })));
    wanted = reply.UnprocessedItems ?? {};
  }
};

/** What the table did not get to is asked for again. */
const getBatch = async ({ name, client, pauses }: Opened, keys: readonly Key[]): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = [];
  let wanted: NonNullable<BatchGetCommandInput['RequestItems']> = {
    [name]: { Keys: keys.map((k) => ({ ...k })), ConsistentRead: true },
  };
  for (let attempt = 0; Object.keys(wanted).length > 0; attempt++) {
    await beforeTry(attempt, pauses);
    const RequestItems = wanted;
    const reply: BatchGetCommandOutput = await guarded(() => client.send(new BatchGetCommand({ RequestItems })));
    found.push(...(reply.Responses?.[name] ?? []));
    wanted = reply.UnprocessedKeys ?? {};
  }
  return found;
};

/** Put only where nothing of its key is. */
export const ABSENT = { ConditionExpression: 'attribute_not_exists(PK)' } as const;
/**
 * Put only in place of what was seen as this attribute of the item; null: there was none. Its name may be one of
 * DynamoDB's reserved words (`member`).
 */
export const asSeen = (attribute: string, seen: object | null) =>
  seen === null
    ? ABSENT
    : {
        ConditionExpression: '#seen = :seen',
        ExpressionAttributeNames: { '#seen': attribute },
        ExpressionAttributeValues: { ':seen': seen },
      };

const putIfAbsent = async ({ name, client }: Opened, Item: Key & Record<string, unknown>): Promise<boolean> => {
  try {
    await guarded(() => client.send(new PutCommand({ TableName: name, Item, ...ABSENT })));
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
};

const inBatches = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));

/** Puts items over whatever was there, twenty-five at a time and in no order; of two with one key the last. */
const putMany = async (opened: Opened, items: readonly Key[]): Promise<void> => {
  const each = [...new Map(items.map((item) => [`${item.PK}|${item.SK}`, item])).values()];
  await inParallel(inBatches(each, MOST_PUTS), BATCHES_AT_ONCE, (batch) => putBatch(opened, batch));
};

/** Items by their keys, a hundred at a time. */
const getMany = async <S extends z.ZodType>(
  opened: Opened,
  keys: readonly Key[],
  schema: S,
): Promise<z.output<S>[]> => {
  const found: z.output<S>[] = [];
  for (const batch of inBatches(keys, MOST_KEYS)) {
    found.push(...(await getBatch(opened, batch)).map((item) => schema.parse(item)));
  }
  return found;
};

/** The table with the few verbs the stores need. Every item read is parsed: the database is outside. */
export const openTable = (name: string, config: DynamoDBClientConfig = {}, pauses: Pauses = REAL_PAUSES) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...AWS_CLIENT, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const opened = { name, client, pauses };
  return {
    name,
    client,
    guarded,
    get: async <S extends z.ZodType>(key: Key, schema: S): Promise<z.output<S> | null> => {
      const { Item } = await guarded(() =>
        client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true })),
      );
      return Item ? schema.parse(Item) : null;
    },
    put: (key: Key, item: Record<string, unknown>): Promise<unknown> =>
      guarded(() => client.send(new PutCommand({ TableName: name, Item: { ...key, ...item } }))),
    /** True where it was not there yet. */
    putIfAbsent: (key: Key, item: Record<string, unknown>): Promise<boolean> =>
      putIfAbsent(opened, { ...key, ...item }),
    putMany: (items: readonly Key[]): Promise<void> => putMany(opened, items),
    getMany: <S extends z.ZodType>(keys: readonly Key[], schema: S): Promise<z.output<S>[]> =>
      getMany(opened, keys, schema),
    query: async <S extends z.ZodType>(of: Question, schema: S): Promise<z.output<S>[]> => {
      const items: z.output<S>[] = [];
      for await (const page of pages(opened, of)) items.push(...page.map((item) => schema.parse(item)));
      return items;
    },
    /** A part of a list in one request: at most one item more than its limit. */
    list: async <S extends z.ZodType>(
      of: Listing,
      schema: S,
    ): Promise<Readonly<{ items: z.output<S>[]; cut: boolean }>> => {
      const { items, cut } = await listed(opened, of);
      return { items: items.map((item) => schema.parse(item)), cut };
    },
    /** The same, page by page, for what may be too much for the memory. */
    each: async function* <S extends z.ZodType>(of: Question, schema: S): AsyncGenerator<z.output<S>> {
      for await (const page of pages(opened, of)) for (const item of page) yield schema.parse(item);
    },
  };
};
export type Table = ReturnType<typeof openTable>;
