import * as z from 'zod';

/**
 * A partition key of the table. Only the families below make one, so that no key is without a family, and a family is
 * what a function is let into.
 */
export const Partition = z.string().brand<'Partition'>();
export type Partition = z.infer<typeof Partition>;

const ANY = '*';
/** `examples`: what stands in a key's places where IAM is told of the whole family: `*` any text, `?` a letter. */
const family = <P extends readonly (string | null)[]>(write: (...places: P) => string, ...examples: readonly P[]) => ({
  of: (...places: P): Partition => Partition.parse(write(...places)),
  patterns: examples.map((places) => write(...places)),
});
/** A creditor's letters, two to six: `*` would take the keys of everything that the creditor has, too. */
const LETTERS = [2, 3, 4, 5, 6].map((n): [string] => ['?'.repeat(n)]);

/** The families of partition keys; adapters/dynamodb/table.ts says which question each answers. */
export const PARTITIONS = {
  akte: family((creditor: string, akte: string) => `C#${creditor}#A#${akte}`, [ANY, ANY]),
  calls: family((creditor: string) => `C#${creditor}#CALLS`, [ANY]),
  /** Invoices, hand-overs, mandates, payouts, proposals, ways in, similar debtors: they are told apart by sort keys. */
  creditor: family((creditor: string) => `C#${creditor}`, ...LETTERS),
  lots: family((creditor: string, handOver: string) => `C#${creditor}#H#${handOver}`, [ANY, ANY]),
  requests: family(
    (creditor: string | null, hash: string) => `${creditor === null ? '' : `C#${creditor}#`}KEY#${hash}`,
    [ANY, ANY],
    [null, ANY],
  ),
  people: family((hash: string) => `PERSON#${hash}`, [ANY]),
  clients: family((client: string) => `CLIENT#${client}`, [ANY]),
  subs: family((sub: string) => `SUB#${sub}`, [ANY]),
  procedures: family((procedure: string) => `PROCEDURE#${procedure}`, [ANY]),
  timers: family((shard: string) => `TIMER#${shard}`, [ANY]),
  clarifications: family(() => 'CLARIFY', []),
  once: family((what: string) => `ONCE#${what}`, [ANY]),
  bankLines: family((content: string) => `BANK#${content}`, [ANY]),
  mails: family((reference: string) => `MAIL#${reference}`, [ANY]),
} as const;
export type Family = keyof typeof PARTITIONS;

/** The same of the index: IAM is asked for the key that a query names, and that is the index's own. */
export const INDEX_PARTITIONS = {
  aktenByDay: family((creditor: string) => `C#${creditor}#AKTEN`, [ANY]),
  handOversByTime: family((creditor: string) => `C#${creditor}#HANDOVERS`, [ANY]),
  clarificationsByState: family((state: string) => `CLARIFY#${state}`, [ANY]),
  creditors: family(() => 'CREDITORS', []),
  openProposals: family(() => 'PROPOSALS', []),
} as const;
export type IndexFamily = keyof typeof INDEX_PARTITIONS;
