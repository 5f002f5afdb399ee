import type { Day } from '../calendar.ts';
import { normaliseInvoiceNumber } from '../claim.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { checkRow, type Cells, type Issue, type NewClaim } from './check-row.ts';

/** A row as it was read: data rows count from 1, `line` is the row's first physical line. `fault` says why its cells cannot be trusted. */
export type RawRow = Readonly<{ row: number; line: number; cells: Cells; fault?: string }>;
export type RowIssue = Issue & Readonly<{ row: number; line: number }>;
export type CheckedRow = Readonly<{ row: number; line: number; debtor: Debtor; claim: NewClaim }>;

/** The same claim handed over again: every field equal. */
export const sameClaim = (a: NewClaim, b: NewClaim): boolean => normaliseInvoiceNumber(a.invoiceNumber) === normaliseInvoiceNumber(b.invoiceNumber)
  && a.principal === b.principal && a.invoiceDate === b.invoiceDate && a.dueOn === b.dueOn && a.ownCosts === b.ownCosts;

const repeated = (earlier: CheckedRow, row: CheckedRow): Issue => {
  const same = sameClaim(earlier.claim, row.claim) && earlier.debtor.customerNumber === row.debtor.customerNumber;
  return { column: 'invoiceNumber', code: same ? 'row.duplicate' : 'row.conflict', severity: same ? 'duplicate' : 'conflict', value: row.claim.invoiceNumber,
    message: same ? `Rechnung ${row.claim.invoiceNumber} steht schon in Zeile ${earlier.line}.` : `Rechnung ${row.claim.invoiceNumber} steht mit anderen Angaben schon in Zeile ${earlier.line}; die erste gilt.`,
    mend: same ? 'Nichts zu tun: Die Forderung wird einmal übernommen.' : 'Bitte prüfen, welche Angaben stimmen, und die richtige Zeile einzeln übergeben.' };
};

/** Checks rows one by one and against each other; the first of two rows with one invoice number wins (reading 11). */
export const checkRows = (rows: readonly RawRow[], creditor: Creditor, today: Day): { good: CheckedRow[]; issues: RowIssue[] } => {
  const [good, issues]: [CheckedRow[], RowIssue[]] = [[], []];
  const seen = new Map<string, CheckedRow>();
  for (const { row, line, cells, fault } of rows) {
    const add = (found: readonly Issue[]): void => { issues.push(...found.map((issue) => ({ ...issue, row, line }))); };
    if (fault !== undefined) { add([{ column: null, code: 'row.cells', severity: 'error', message: fault, mend: 'Bitte Trennzeichen und Anführungszeichen in dieser Zeile prüfen.' }]); continue; }
    const check = checkRow(cells, creditor, today);
    add(check.issues);
    if (!check.ok) continue;
    const checked: CheckedRow = { row, line, debtor: check.debtor, claim: check.claim };
    const invoice = normaliseInvoiceNumber(check.claim.invoiceNumber);
    const earlier = seen.get(invoice);
    if (earlier) { add([repeated(earlier, checked)]); continue; }
    seen.set(invoice, checked);
    good.push(checked);
  }
  return { good, issues };
};
