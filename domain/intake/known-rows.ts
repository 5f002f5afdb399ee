import type { Actor } from '../actor.ts';
import type { Akte } from '../akte/akte.ts';
import { invoiceIdentity, withParticulars, type Claim } from '../akte/claim.ts';
import { decidePerson } from '../akte/decide-person.ts';
import { missingInWords } from '../akte/particulars.ts';
import type { Day } from '../calendar.ts';
import type { AkteId, ClaimId, HandOverId } from '../ids.ts';
import { byPerson, intoClosed } from './by-person.ts';
import type { CheckedRow, RowIssue } from './check-file.ts';
import { issueOf } from './reading.ts';
import { comparedClaim } from './stated.ts';

/** One hand-over, or a lot of it: by whom it came, and on which day. */
export type Arriving = Readonly<{ handOver: HandOverId; on: Day; by: Actor }>;
/** Where a row's claim stands. */
export type Registered = Readonly<{ row: number; akte: AkteId; claim: ClaimId }>;
/** A row that brings what a claim lacked which is there already, or something new of its debtor. */
export type Completing = Readonly<{ row: CheckedRow; akte: AkteId; claim: ClaimId }>;
/**
 * What our Akten know of checked rows: nothing (`fresh`), our own from an earlier try of this very hand-over, or a
 * reason not to take it (`refused`); of these some complete what is there.
 */
export type Sifted = Readonly<{
  fresh: readonly CheckedRow[];
  ours: readonly Registered[];
  completing: readonly Completing[];
  refused: readonly RowIssue[];
}>;

/** By what the invoice of a row is told from the creditor's others. */
export const invoiceOf = (row: CheckedRow): string => invoiceIdentity(row.claim);

type Known =
  'invoice.duplicate' | 'invoice.completed' | 'invoice.partly-completed' | 'invoice.contact' | 'invoice.conflict';
const refusal = ({ row, line, claim }: CheckedRow, code: Known, akte: AkteId, lacking = ''): RowIssue => {
  const named = { Akte: akte, Fehlt: lacking };
  return { row, line, ...issueOf(code, 'invoiceNumber', claim.invoiceNumber, named) };
};

/** What the claim still lacks with what the row says, in words: a company need not be told. */
const lackingWith = ({ debtor }: Akte, claim: Claim, row: CheckedRow): string =>
  debtor.kind === 'private' ? missingInWords(withParticulars(claim, row.claim)) : '';

/**
 * What a row is that brings an invoice which is there already. A row that an earlier try of this hand-over has
 * completed the claim with still is the one that did.
 */
const judged = (akte: Akte, claim: Claim, row: CheckedRow, { handOver, on, by }: Arriving): RowIssue => {
  const found = (code: Known): RowIssue => refusal(row, code, akte.id);
  if (akte.debtor.customerNumber !== row.debtor.customerNumber) return found('invoice.conflict');
  const compared = comparedClaim(claim, row.claim);
  if (compared === 'other') return found('invoice.conflict');
  if (akte.closed) return intoClosed(row, akte.id, akte.closed);
  const [stranger] = byPerson(akte.id, akte, [row]).refused;
  if (stranger) return stranger;
  if (compared === 'completing' || akte.completed[claim.id] === handOver) {
    const lacking = lackingWith(akte, claim, row);
    return lacking === '' ? found('invoice.completed') : refusal(row, 'invoice.partly-completed', akte.id, lacking);
  }
  return found(decidePerson({ rows: [row], by }, akte, on).length > 0 ? 'invoice.contact' : 'invoice.duplicate');
};

const BRINGS_NEWS: ReadonlySet<string> = new Set<Known>([
  'invoice.completed',
  'invoice.partly-completed',
  'invoice.contact',
]);

/** Compares checked rows with what the creditor has handed over before. `akteOf`: the Akte that has an invoice. */
export const siftRows = (
  rows: readonly CheckedRow[],
  akteOf: (invoice: string) => Akte | undefined,
  arriving: Arriving,
): Sifted => {
  const fresh: CheckedRow[] = [];
  const ours: Registered[] = [];
  const completing: Completing[] = [];
  const refused: RowIssue[] = [];
  for (const row of rows) {
    const akte = akteOf(invoiceOf(row));
    const claim = akte?.claims.find((c) => invoiceIdentity(c) === invoiceOf(row));
    if (!akte || !claim) {
      fresh.push(row);
      continue;
    }
    if (akte.arrivals[claim.id]?.handOver === arriving.handOver) {
      ours.push({ row: row.row, akte: akte.id, claim: claim.id });
      continue;
    }
    const issue = judged(akte, claim, row, arriving);
    refused.push(issue);
    if (BRINGS_NEWS.has(issue.code)) completing.push({ row, akte: akte.id, claim: claim.id });
  }
  return { fresh, ours, completing, refused };
};
