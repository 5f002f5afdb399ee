import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Access, silencedBy, speakersOf } from '../../domain/access/access.ts';
import type { Representative } from '../../domain/access/decide-admission.ts';
import { Instant } from '../../domain/calendar.ts';
import { Conflict } from '../../domain/faults.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import type { Accesses } from '../../usecases/ports/accesses.ts';
import { asSeen, type Table } from './client.ts';
import { accessKey, clientKey, creditorPartition } from './table.ts';

const AccessItem = z.object({ access: Access });
/** `creditor` null: the client speaks for nobody any more. No function may delete: the line stays and says so. */
const ClientItem = z.object({ creditor: CreditorId.nullable(), until: Instant.nullable() });
type ClientItem = z.infer<typeof ClientItem>;

const changedMeanwhile = (creditor: CreditorId, purpose: string, options: ErrorOptions): Conflict =>
  new Conflict(
    `Den Zugang „${purpose}“ von ${creditor} hat gerade jemand anderes geändert; von diesem Vorgang ist nichts geschrieben. Bitte die Zugänge ansehen (Befehl: mahnwerk zugang liste ${creditor}) und es noch einmal versuchen.`,
    options,
  );

/** What each client that the change touches speaks for from now on. */
const clientsAfter = (creditor: CreditorId, seen: Access | null, next: Access): ReadonlyMap<string, ClientItem> =>
  new Map([
    ...silencedBy(seen, next).map((client): [string, ClientItem] => [client, { creditor: null, until: null }]),
    ...speakersOf(next).map(({ client, until }): [string, ClientItem] => [client, { creditor, until }]),
  ]);

export const dynamoAccesses = (table: Table): Accesses => ({
  find: async (creditor, purpose) => (await table.get(accessKey(creditor, purpose), AccessItem))?.access ?? null,
  list: async (creditor) =>
    (await table.query({ pk: creditorPartition(creditor), begins: 'ACCESS#' }, AccessItem)).map((i) => i.access),
  replace: async (creditor, seen, next) => {
    const TableName = table.name;
    const access = {
      Put: { TableName, Item: { ...accessKey(creditor, next.purpose), access: next }, ...asSeen('access', seen) },
    };
    const clients = [...clientsAfter(creditor, seen, next)].map(([client, item]) => ({
      Put: { TableName, Item: { ...clientKey(client), ...item } },
    }));
    await table.guarded(
      () => table.client.send(new TransactWriteCommand({ TransactItems: [access, ...clients] })),
      (options) => changedMeanwhile(creditor, next.purpose, options),
    );
  },
});

export const dynamoClients = (table: Table) => ({
  /** Whom a machine client speaks for; null for one of nobody, and for one that was revoked. */
  speaksFor: async (client: string): Promise<Representative | null> => {
    const { creditor, until } = (await table.get(clientKey(client), ClientItem)) ?? { creditor: null, until: null };
    return creditor === null ? null : { creditor, until };
  },
});
