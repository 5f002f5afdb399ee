import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Actor } from '../../domain/actor.ts';
import { Conflict } from '../../domain/faults.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import type { Accesses } from '../../usecases/ports/accesses.ts';
import type { Table } from './client.ts';
import { accessKey, clientKey } from './table.ts';

const Access = z.object({
  purpose: z.string(),
  state: z.enum(['making', 'active', 'revoked']),
  client: z.string().nullable(),
  since: z.string(),
  by: Actor,
});
const AccessItem = z.object({ access: Access });
const ClientItem = z.object({ creditor: CreditorId, revoked: z.boolean().default(false) });

const changedMeanwhile = (creditor: CreditorId, purpose: string, options: ErrorOptions): Conflict =>
  new Conflict(
    `Den Zugang „${purpose}“ von ${creditor} hat gerade jemand anderes geändert; von diesem Vorgang ist nichts geschrieben. Bitte die Zugänge ansehen (Befehl: mahnwerk zugang liste ${creditor}) und es noch einmal versuchen.`,
    options,
  );

export const dynamoAccesses = (table: Table): Accesses => ({
  find: async (creditor, purpose) => (await table.get(accessKey(creditor, purpose), AccessItem))?.access ?? null,
  list: async (creditor) =>
    (await table.query({ pk: `C#${creditor}`, begins: 'ACCESS#' }, AccessItem)).map((i) => i.access),
  replace: async (creditor, seen, next) => {
    const still = seen
      ? { ConditionExpression: 'access = :seen', ExpressionAttributeValues: { ':seen': seen } }
      : { ConditionExpression: 'attribute_not_exists(PK)' };
    const Item = { ...accessKey(creditor, next.purpose), access: next };
    await table.guarded(
      () => table.client.send(new PutCommand({ TableName: table.name, Item, ...still })),
      (options) => changedMeanwhile(creditor, next.purpose, options),
    );
  },
  admit: async (client, creditor) => {
    await table.put(clientKey(client), { creditor });
  },
  // No function may delete: the line stays and says so.
  refuse: async (client, creditor) => {
    await table.put(clientKey(client), { creditor, revoked: true });
  },
});

/** Which creditor a machine client speaks for; null for one of nobody, and for one that was revoked. */
export const dynamoClients = (table: Table) => ({
  creditorOf: async (client: string): Promise<CreditorId | null> => {
    const found = await table.get(clientKey(client), ClientItem);
    return found && !found.revoked ? found.creditor : null;
  },
});
