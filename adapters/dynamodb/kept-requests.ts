import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { KeptRequest } from '../../domain/repeat/kept-request.ts';
import type { KeptRequests, RequestChange } from '../../usecases/ports/kept-requests.ts';
import { asSeen, type Table } from './client.ts';
import { requestKey } from './table.ts';

const Item = z.object({ kept: KeptRequest });

/** Puts what is kept of a call in place of what was seen; DynamoDB takes it away when it has expired, or days later. */
export const putRequest = (table: Table, { id, seen, next }: RequestChange) => ({
  Put: {
    TableName: table.name,
    Item: { ...requestKey(id), kept: next, expires: Math.ceil(Date.parse(next.expires) / 1000) },
    ...asSeen('kept', seen),
  },
});

export const dynamoKeptRequests = (table: Table): KeptRequests => ({
  find: async (id) => (await table.get(requestKey(id), Item))?.kept ?? null,
  replace: async (change) => {
    await table.guarded(() => table.client.send(new PutCommand(putRequest(table, change).Put)));
  },
});
