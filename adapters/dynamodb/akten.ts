import { createHash } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { creditorOf, type Akte } from '../../domain/akte.ts';
import { apply, fold } from '../../domain/fold.ts';
import type { BankLine } from '../../domain/bank.ts';
import { AkteId } from '../../domain/claim.ts';
import { Fact } from '../../domain/facts.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Akten } from '../../usecases/ports.ts';
import type { Table } from './client.ts';
import { aktePartition, aktenIndex, callKey, callsPartition, bankLineKey, entryKey, invoiceKey } from './table.ts';

/** One act in the log. `hash` covers the act and the hash before it: a changed or missing entry breaks the chain. */
export const Entry = z.object({
  SK: z.string(),
  at: z.string(),
  by: z.string(),
  facts: z.array(Fact),
  prev: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;
/** An act as it lies in the table, for the chain: nothing in it is read, mended or left out. */
const Link = Entry.extend({ facts: z.array(z.unknown()) });
type Link = z.infer<typeof Link>;
const Pointer = z.object({ akte: AkteId });
const InvoicePointer = Pointer.extend({ SK: z.string().startsWith('I#') });

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
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

/** The append-only log of each Akte; putting entry n+1 if absent is the lock. `now` stamps an act with real time. */
export const dynamoAkten = (table: Table, now: () => Date): Akten => {
  const entries = (id: AkteId): Promise<Entry[]> => table.query({ pk: aktePartition(id), begins: 'E#' }, Entry);
  const find = async (id: AkteId): Promise<Akte | null> => {
    const log = await entries(id);
    if (log.length > 0) heads.set(id, { version: log.length, hash: log[log.length - 1]?.hash ?? '' });
    return log.length === 0
      ? null
      : fold(
          id,
          log.map((e) => e.facts),
        );
  };
  /** The last hash seen of each Akte, so that appending need not read it again. */
  const heads = new Map<AkteId, { version: number; hash: string }>();
  const headOf = async (id: AkteId, version: number): Promise<string> => {
    if (version === 0) return '';
    const seen = heads.get(id);
    return seen?.version === version ? seen.hash : ((await entries(id))[version - 1]?.hash ?? '');
  };
  const get = async (id: AkteId): Promise<Akte> => {
    const akte = await find(id);
    if (!akte) throw new NotFound(`Es gibt keine Akte ${id}.`);
    return akte;
  };
  /** A line of a statement with what has become of it, in place of the version before. */
  const lineAfter = (line: BankLine) => ({
    TableName: table.name,
    Item: { ...bankLineKey(line.entry.id), line },
    ConditionExpression: '#line.#version = :before',
    ExpressionAttributeNames: { '#line': 'line', '#version': 'version' },
    ExpressionAttributeValues: { ':before': line.version - 1 },
  });
  return {
    find,
    get,
    append: async (id, version, act, also = {}) => {
      const before = version === 0 ? null : await get(id);
      const [n, at, prev] = [version + 1, now().toISOString(), await headOf(id, version)];
      const hash = chained(prev, n, act, at);
      const creditor = creditorOf(id);
      const taken = act.facts.find((f) => f.kind === 'handedOver');
      const index = n === 1 && taken ? { GSI1PK: aktenIndex(creditor), GSI1SK: `${taken.on}#${id}` } : {};
      const absent = 'attribute_not_exists(PK)';
      const puts = [
        {
          Put: {
            TableName: table.name,
            Item: { ...entryKey(id, n), at, by: act.by, facts: act.facts, prev, hash, ...index, akte: id },
            ConditionExpression: absent,
          },
        },
        ...(also.invoices ?? []).map((invoice) => ({
          Put: {
            TableName: table.name,
            Item: { ...invoiceKey(creditor, invoice), akte: id },
            ConditionExpression: absent,
          },
        })),
        ...(also.line ? [{ Put: lineAfter(also.line) }] : []),
        // A person's work list finds the open windows by their end.
        ...act.facts.flatMap((f) =>
          f.kind === 'callsOpened'
            ? [{ Put: { TableName: table.name, Item: { ...callKey(creditor, f.until, id), akte: id } } }]
            : [],
        ),
      ];
      const checks = (also.unmoved ?? []).map((other) => ({
        ConditionCheck: {
          TableName: table.name,
          Key: entryKey(other.id, other.version + 1),
          ConditionExpression: absent,
        },
      }));
      const [only] = puts;
      // A transaction costs twice the write units: one item alone is a plain conditional put.
      if (puts.length === 1 && checks.length === 0 && only) {
        const { PK, SK, ...item } = only.Put.Item;
        if (!(await table.putIfAbsent({ PK, SK }, item))) throw new Conflict(`Akte ${id} has moved on`);
      } else
        await table.guarded(() => table.client.send(new TransactWriteCommand({ TransactItems: [...puts, ...checks] })));
      heads.set(id, { version: n, hash });
      const after = act.facts.reduce<Akte | null>((akte, fact) => apply(akte, fact, id), before);
      if (!after) throw new Error('an act without facts');
      return { ...after, version: n };
    },
    verify: async (id) => {
      const links = await table.query({ pk: aktePartition(id), begins: 'E#' }, Link);
      if (links.length === 0) throw new NotFound(`Es gibt keine Akte ${id}.`);
      return { acts: links.length, brokenAt: brokenAt(links) };
    },
    history: async (id) => (await entries(id)).map(({ at, by, facts }) => ({ at, by, facts })),
    withOpenCalls: async (creditor, on) => [
      ...new Set((await table.query({ pk: callsPartition(creditor), after: on }, Pointer)).map((p) => p.akte)),
    ],
    listOf: async (creditor) =>
      (await table.query({ pk: aktenIndex(creditor), index: 'GSI1' }, Pointer)).map((p) => p.akte),
    withInvoices: async (creditor, invoices) => {
      const found = await table.getMany(
        [...new Set(invoices)].map((i) => invoiceKey(creditor, i)),
        InvoicePointer,
      );
      return new Map(found.map(({ SK, akte }) => [SK.slice(2), akte]));
    },
  };
};
