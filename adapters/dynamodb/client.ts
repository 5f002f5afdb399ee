import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { Conflict, Unavailable } from '../../domain/faults.ts';
import type { Key } from './table.ts';

const BUSY = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded', 'InternalServerError', 'TransactionInProgressException']);
const reasons = (error: Error): string[] => ('CancellationReasons' in error && Array.isArray(error.CancellationReasons) ? error.CancellationReasons.map((r: { Code?: string }) => r.Code ?? '') : []);

/** What a refused write means: a failed condition or a crossing transaction is somebody quicker; a busy table asks to wait. */
export const translated = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const codes = reasons(error);
  if (error.name === 'ConditionalCheckFailedException' || codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict') || error.name === 'TransactionConflictException') {
    return new Conflict('the item has changed meanwhile', { cause: error });
  }
  return BUSY.has(error.name) || codes.some((c) => BUSY.has(c)) ? new Unavailable('the table is busy', { cause: error }) : error;
};

/** The table with the few verbs the stores need. Every item read is parsed: the database is outside. */
export const openTable = (name: string, config: DynamoDBClientConfig = {}) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } });
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => { try { return await run(); } catch (error) { throw translated(error); } };
  return {
    name, client, guarded,
    get: async <S extends z.ZodType>(key: Key, schema: S): Promise<z.output<S> | null> => {
      const { Item } = await guarded(() => client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true })));
      return Item ? schema.parse(Item) : null;
    },
    put: (key: Key, item: Record<string, unknown>): Promise<unknown> => guarded(() => client.send(new PutCommand({ TableName: name, Item: { ...key, ...item } }))),
    /** True where it was not there yet. */
    putIfAbsent: async (key: Key, item: Record<string, unknown>): Promise<boolean> => {
      try {
        await guarded(() => client.send(new PutCommand({ TableName: name, Item: { ...key, ...item }, ConditionExpression: 'attribute_not_exists(PK)' })));
        return true;
      } catch (error) { if (error instanceof Conflict) return false; throw error; }
    },
    query: async <S extends z.ZodType>(of: { pk: string; begins?: string; index?: 'GSI1'; backwards?: boolean }, schema: S): Promise<z.output<S>[]> => {
      const [pk, sk] = of.index ? ['GSI1PK', 'GSI1SK'] : ['PK', 'SK'];
      const items: z.output<S>[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const start = ExclusiveStartKey;
        const page = await guarded(() => client.send(new QueryCommand({
          TableName: name, ...(of.index ? { IndexName: of.index } : { ConsistentRead: true }), ...(start ? { ExclusiveStartKey: start } : {}), ScanIndexForward: !of.backwards,
          KeyConditionExpression: `${pk} = :pk${of.begins ? ` AND begins_with(${sk}, :sk)` : ''}`, ExpressionAttributeValues: { ':pk': of.pk, ...(of.begins ? { ':sk': of.begins } : {}) },
        })));
        items.push(...(page.Items ?? []).map((item) => schema.parse(item)));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
  };
};
export type Table = ReturnType<typeof openTable>;
