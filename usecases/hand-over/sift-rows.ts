import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { formatDay, type Day } from '../../domain/calendar.ts';
import { invoiceIdentity, withParticulars, type Claim } from '../../domain/akte/claim.ts';
import { type AkteId, type ClaimId } from '../../domain/ids.ts';
import { comparedClaim, type CheckedRow, type RowIssue } from '../../domain/intake/check-file.ts';
import { issueOf } from '../../domain/intake/reading.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { missingInWords } from '../../domain/akte/particulars.ts';
import type { Completing } from './complete-claims.ts';
import { inParallel } from '../in-parallel.ts';
import { byPerson, personFacts } from './known-customer.ts';
import type { Akten } from '../ports/akten.ts';

/** Checked rows of one hand-over, or of a lot of it. */
export type Group = Readonly<{
  creditor: Creditor;
  handOver: string;
  on: Day;
  by: Actor;
  rows: readonly CheckedRow[];
}>;
export type Registered = Readonly<{ row: number; akte: AkteId; claim: ClaimId }>;
/**
 * What the store knows of checked rows: nothing (`fresh`), our own from an earlier try of this very hand-over, or a
 * reason not to take it (`refused`); of these some complete what is there.
 */
export type Sifted = Readonly<{
  fresh: readonly CheckedRow[];
  ours: readonly Registered[];
  completing: readonly Completing[];
  refused: readonly RowIssue[];
}>;

/**
 * So many Akten are read or written at once: enough to fill the waiting for the table, few enough not to be throttled
 * by it.
 */
export const AKTEN_AT_ONCE = 16;
export const invoiceOf = (row: CheckedRow): string => invoiceIdentity(row.claim);

type Known =
  'invoice.duplicate' | 'invoice.completed' | 'invoice.partly-completed' | 'invoice.contact' | 'invoice.conflict';
const refusal = (row: CheckedRow, code: Known, akte: AkteId, lacking = ''): RowIssue => ({
  row: row.row,
  line: row.line,
  ...issueOf(code, 'invoiceNumber', row.claim.invoiceNumber, { Akte: akte, Fehlt: lacking }),
});

/**
 * A claim in a closed Akte would be taken and never dunned; opened in silence, the Akte would dun again what was ended
 * on purpose.
 */
export const intoClosed = (
  { row, line, debtor }: CheckedRow,
  akte: AkteId,
  { on }: NonNullable<Akte['closed']>,
): RowIssue => ({
  row,
  line,
  ...issueOf('customer.closed', 'customerNumber', debtor.customerNumber, { Akte: akte, Tag: formatDay(on) }),
});

/**
 * What a row is that brings an invoice which is there already. A row that an earlier try of this hand-over has
 * completed the claim with still is the one that did.
 */
const judged = (akte: Akte, claim: Claim, row: CheckedRow, { handOver, on, by }: Group): RowIssue => {
  const found = (code: Known): RowIssue => refusal(row, code, akte.id);
  if (akte.debtor.customerNumber !== row.debtor.customerNumber) return found('invoice.conflict');
  const compared = comparedClaim(claim, row.claim);
  if (compared === 'other') return found('invoice.conflict');
  if (akte.closed) return intoClosed(row, akte.id, akte.closed);
  const [stranger] = byPerson(akte.id, akte, [row]).refused;
  if (stranger) return stranger;
  if (compared === 'completing' || akte.completed[claim.id] === handOver) {
    const lacking = akte.debtor.kind === 'private' ? missingInWords(withParticulars(claim, row.claim)) : '';
    return lacking === '' ? found('invoice.completed') : refusal(row, 'invoice.partly-completed', akte.id, lacking);
  }
  return found(personFacts(akte, [row], { on, by }).length > 0 ? 'invoice.contact' : 'invoice.duplicate');
};
const BRINGS_NEWS: ReadonlySet<string> = new Set<Known>([
  'invoice.completed',
  'invoice.partly-completed',
  'invoice.contact',
]);

/** Compares checked rows with what the creditor has handed over before; reads only. */
export const sift = async (ports: Readonly<{ akten: Akten }>, group: Group): Promise<Sifted> => {
  const fresh: CheckedRow[] = [];
  const ours: Registered[] = [];
  const completing: Completing[] = [];
  const refused: RowIssue[] = [];
  const known = await ports.akten.withInvoices(group.creditor.id, group.rows.map(invoiceOf));
  const ids = [...new Set(known.values())];
  const akten = new Map(
    (await inParallel(ids, AKTEN_AT_ONCE, (id) => ports.akten.get(id))).map((akte) => [akte.id, akte]),
  );
  for (const row of group.rows) {
    const akte = akten.get(known.get(invoiceOf(row)) as AkteId);
    const claim = akte?.claims.find((c) => invoiceIdentity(c) === invoiceOf(row));
    if (!akte || !claim) fresh.push(row);
    else if (akte.arrivals[claim.id]?.handOver === group.handOver)
      ours.push({ row: row.row, akte: akte.id, claim: claim.id });
    else {
      const issue = judged(akte, claim, row, group);
      refused.push(issue);
      if (BRINGS_NEWS.has(issue.code)) completing.push({ row, akte: akte.id, claim: claim.id });
    }
  }
  return { fresh, ours, completing, refused };
};
