import { createHash } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Actor } from '../../domain/actor.ts';
import { canonical } from '../../domain/canonical.ts';
import { creditorOf, type Akte } from '../../domain/akte/akte.ts';
import { apply, fold } from '../../domain/akte/fold.ts';
import type { BankLine } from '../../domain/account/bank.ts';
import { AkteId } from '../../domain/ids.ts';
import { Fact } from '../../domain/akte/facts.ts';
import { movedOn } from '../../domain/akte/refusals.ts';
import { NotFound } from '../../domain/faults.ts';
import { partOf, type Position } from '../../domain/page.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Act, Akten, Also } from '../../usecases/ports/akten.ts';
import { ABSENT, type Table } from './client.ts';
import { putRequest } from './kept-requests.ts';
import {
  aktePartition,
  aktenIndex,
  callKey,
  callsPartition,
  bankLineKey,
  entryKey,
  invoiceKey,
  type Key,
} from './table.ts';

/** One act in the log. `hash` covers the act and the hash before it: a changed or missing entry breaks the chain. */
export const Entry = z.object({
  SK: z.string(),
  at: z.string(),
  by: Actor,
  facts: z.array(Fact),
  prev: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;
/** An act as it lies in the table, for the chain: nothing in it is read, mended or left out. */
const Link = Entry.extend({ by: z.string(), facts: z.array(z.unknown()) });
type Link = z.infer<typeof Link>;
const Pointer = z.object({ akte: AkteId });
const InvoicePointer = Pointer.extend({ SK: z.string().startsWith('I#') });

const chained = (
  prev: string,
  n: number,
  act: Readonly<{ by: string; facts: readonly unknown[] }>,
  at: string,
): string =>
  createHash('sha256')
    .update(canonical({ prev, n, at, by: act.by, facts: act.facts }))
    .digest('hex');

/** Checks the chain from the first entry on; returns the number of the first entry that does not fit, or null. */
const brokenAt = (entries: readonly Link[]): number | null => {
  const at = entries.findIndex(
    (e, i) => e.prev !== (entries[i - 1]?.hash ?? '') || e.hash !== chained(e.prev, i + 1, e, e.at),
  );
  return at < 0 ? null : at + 1;
};

/** The entries of each Akte, and the last hash seen of it, so that appending need not read it again. */
const logsIn = (table: Table) => {
  const heads = new Map<AkteId, { version: number; hash: string }>();
  const entries = (id: AkteId): Promise<Entry[]> => table.query({ pk: aktePartition(id), begins: 'E#' }, Entry);
  const find = async (id: AkteId): Promise<Akte | null> => {
    const log = await entries(id);
    if (log.length === 0) return null;
    heads.set(id, { version: log.length, hash: log[log.length - 1]?.hash ?? '' });
    return fold(
      id,
      log.map((e) => e.facts),
    );
  };
  return {
    entries,
    find,
    get: async (id: AkteId): Promise<Akte> => {
      const akte = await find(id);
      if (!akte) throw new NotFound(`Es gibt keine Akte ${id}.`);
      return akte;
    },
    /** The hash of entry `version`, which the next one follows. */
    headOf: async (id: AkteId, version: number): Promise<string> => {
      if (version === 0) return '';
      const seen = heads.get(id);
      return seen?.version === version ? seen.hash : ((await entries(id))[version - 1]?.hash ?? '');
    },
    isNow: (id: AkteId, version: number, hash: string): void => {
      heads.set(id, { version, hash });
    },
  };
};

/** Whoever comes second is refused. */
const putNew = (table: Table, Item: Key & Readonly<Record<string, unknown>>) => ({
  Put: { TableName: table.name, Item, ...ABSENT },
});

/** A line of a statement with what has become of it, in place of the version before. */
const putLineAfter = (table: Table, line: BankLine) => ({
  Put: {
    TableName: table.name,
    Item: { ...bankLineKey(line.entry.id), line },
    ConditionExpression: '#line.#version = :before',
    ExpressionAttributeNames: { '#line': 'line', '#version': 'version' },
    ExpressionAttributeValues: { ':before': line.version - 1 },
  },
});

type Chained = Act & Readonly<{ n: number; at: string; prev: string; hash: string }>;
/** The act itself. The first one of an Akte is also found by its creditor and its day. */
const putEntry = (table: Table, id: AkteId, { n, at, by, facts, prev, hash }: Chained) => {
  const taken = facts.find((f) => f.kind === 'handedOver');
  const index = n === 1 && taken ? { GSI1PK: aktenIndex(creditorOf(id)), GSI1SK: `${taken.on}#${id}` } : {};
  return putNew(table, { ...entryKey(id, n), at, by, facts, prev, hash, ...index, akte: id });
};

/**
 * What else becomes known with an act: its invoices, what became of a line of our account and of the call that it
 * answers, its phone windows.
 */
const putsBeside = (table: Table, id: AkteId, act: Act, also: Also) => {
  const creditor = creditorOf(id);
  return [
    ...(also.invoices ?? []).map((invoice) => putNew(table, { ...invoiceKey(creditor, invoice), akte: id })),
    ...(also.line ? [putLineAfter(table, also.line)] : []),
    ...(also.request ? [putRequest(table, also.request)] : []),
    // A person's work list finds the open windows by their end; two that end on the same day are one line of it.
    ...act.facts.flatMap((f) =>
      f.kind === 'callsOpened'
        ? [{ Put: { TableName: table.name, Item: { ...callKey(creditor, f.until, id), akte: id } } }]
        : [],
    ),
  ];
};

/** Other Akten the act was decided from: none of them may have moved on. */
const checksOf = (table: Table, { unmoved = [] }: Also) =>
  unmoved.map(({ id, version }) => ({
    ConditionCheck: { TableName: table.name, Key: entryKey(id, version + 1), ...ABSENT },
  }));

/** All of it or nothing. A transaction costs twice the write units: an entry alone is a plain conditional put. */
const write = async (
  table: Table,
  id: AkteId,
  entry: ReturnType<typeof putEntry>,
  beside: readonly (ReturnType<typeof putsBeside>[number] | ReturnType<typeof checksOf>[number])[],
): Promise<void> => {
  if (beside.length > 0) {
    await table.guarded(
      () => table.client.send(new TransactWriteCommand({ TransactItems: [entry, ...beside] })),
      (options) => movedOn(id, options),
    );
    return;
  }
  const { PK, SK, ...item } = entry.Put.Item;
  if (!(await table.putIfAbsent({ PK, SK }, item))) throw movedOn(id);
};

const Listed = Pointer.extend({ GSI1SK: z.string() });
/** The key of the first act of an Akte in the index: its place there names the day and the Aktenzeichen. */
const indexKeyAt = (creditor: CreditorId, { after }: Position) => {
  const id = AkteId.parse(after.slice(after.indexOf('#') + 1));
  return { ...entryKey(id, 1), GSI1PK: aktenIndex(creditor), GSI1SK: after };
};
const listsOfAkten = (table: Table): Pick<Akten, 'list' | 'each'> => ({
  list: async (creditor, { limit, from }) => {
    const start = from && indexKeyAt(creditor, from);
    const read = await table.list({ pk: aktenIndex(creditor), index: 'GSI1', limit, from: start }, Listed);
    const { items, next } = partOf(read, { limit }, (line) => line.GSI1SK);
    return { items: items.map(({ akte }) => akte), next };
  },
  each: async function* (creditor) {
    for await (const { akte } of table.each({ pk: aktenIndex(creditor), index: 'GSI1' }, Pointer)) yield akte;
  },
});

/** The append-only log of each Akte; putting entry n+1 if absent is the lock. `now` stamps an act with real time. */
export const dynamoAkten = (table: Table, now: () => Date): Akten => {
  const logs = logsIn(table);
  return {
    find: logs.find,
    get: logs.get,
    append: async (id, version, act, also = {}) => {
      const before = version === 0 ? null : await logs.get(id);
      const n = version + 1;
      const at = now().toISOString();
      const prev = await logs.headOf(id, version);
      const hash = chained(prev, n, act, at);
      const entry = putEntry(table, id, { ...act, n, at, prev, hash });
      await write(table, id, entry, [...putsBeside(table, id, act, also), ...checksOf(table, also)]);
      logs.isNow(id, n, hash);
      const after = act.facts.reduce<Akte | null>((akte, fact) => apply(akte, fact, id), before);
      if (!after) throw new Error('an act without facts');
      return { ...after, version: n };
    },
    verify: async (id) => {
      const links = await table.query({ pk: aktePartition(id), begins: 'E#' }, Link);
      if (links.length === 0) throw new NotFound(`Es gibt keine Akte ${id}.`);
      return { acts: links.length, brokenAt: brokenAt(links) };
    },
    history: async (id) => (await logs.entries(id)).map(({ at, by, facts }) => ({ at, by, facts })),
    withOpenCalls: async (creditor, on) => [
      ...new Set((await table.query({ pk: callsPartition(creditor), after: on }, Pointer)).map((p) => p.akte)),
    ],
    ...listsOfAkten(table),
    withInvoices: async (creditor, invoices) => {
      const found = await table.getMany(
        [...new Set(invoices)].map((i) => invoiceKey(creditor, i)),
        InvoicePointer,
      );
      return new Map(found.map(({ SK, akte }) => [SK.slice(2), akte]));
    },
  };
};
