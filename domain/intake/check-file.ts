import type { Day } from '../calendar.ts';
import { normaliseInvoiceNumber } from '../claim.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { checkRow } from './check-row.ts';
import type { Cells, Issue, NewClaim } from './reading.ts';

/**
 * A row as it was read: data rows count from 1, `line` is the row's first physical line, `text` the record as it was written (for the correction file).
 * `fault` says why its cells cannot be trusted, `notes` is what the reader itself has to say (about the file, then on its first row).
 */
export type RawRow = Readonly<{ row: number; line: number; cells: Cells; text: string; fault?: string; notes?: readonly Issue[] }>;
export type RowIssue = Issue & Readonly<{ row: number; line: number }>;
export type CheckedRow = Readonly<{ row: number; line: number; debtor: Debtor; claim: NewClaim }>;

const stated = (of: NewClaim): unknown[] => [normaliseInvoiceNumber(of.invoiceNumber), of.principal, of.ownCosts, of.invoiceDate, of.dueOn, of.subject, of.contractDate, of.priorDunning.kind, of.priorDunning.on, of.remark];
/** The same claim handed over again: every field that a row can state is equal. The kind and what only the mandate says do not count. */
export const sameClaim = (a: NewClaim, b: NewClaim): boolean => {
  const [known, given] = [stated(a), stated(b)];
  return known.every((value, i) => value === given[i]);
};

const repeated = (earlier: CheckedRow, row: CheckedRow): Issue => {
  const same = sameClaim(earlier.claim, row.claim) && earlier.debtor.customerNumber === row.debtor.customerNumber;
  return { column: 'invoiceNumber', code: same ? 'row.duplicate' : 'row.conflict', severity: same ? 'duplicate' : 'conflict', value: row.claim.invoiceNumber,
    message: same ? `Rechnung ${row.claim.invoiceNumber} steht schon in Zeile ${earlier.line}.` : `Rechnung ${row.claim.invoiceNumber} steht mit anderen Angaben schon in Zeile ${earlier.line}; die erste gilt.`,
    mend: same ? 'Nichts zu tun: Die Forderung wird einmal übernommen.' : 'Bitte prüfen, welche Angaben stimmen, und die richtige Zeile einzeln übergeben.' };
};

/** One customer number with two names would send one person another's bill: the Akte follows the first row, a person should look. */
const renamed = (first: CheckedRow, row: CheckedRow): Issue => ({ column: 'customerNumber', code: 'customer.two-names', severity: 'warning', value: row.debtor.customerNumber,
  message: `Kundennummer ${row.debtor.customerNumber} heißt hier „${row.debtor.name}“, in Zeile ${first.line} aber „${first.debtor.name}“; die Akte läuft auf den Namen aus Zeile ${first.line}.`,
  mend: 'Bitte sofort prüfen und melden, falls es zwei verschiedene Personen sind.' });

/** Checks rows one by one and against each other; the first of two rows with one invoice number wins (reading 11). */
export const checkRows = (rows: readonly RawRow[], creditor: Creditor, today: Day): { good: CheckedRow[]; issues: RowIssue[] } => {
  const [good, issues]: [CheckedRow[], RowIssue[]] = [[], []];
  const [seen, customers] = [new Map<string, CheckedRow>(), new Map<string, CheckedRow>()];
  for (const { row, line, cells, fault, notes } of rows) {
    const add = (found: readonly Issue[]): void => { issues.push(...found.map((issue) => ({ ...issue, row, line }))); };
    add(notes ?? []);
    if (fault !== undefined) { add([{ column: null, code: 'row.cells', severity: 'error', message: fault, mend: 'Bitte Trennzeichen und Anführungszeichen in dieser Zeile prüfen.' }]); continue; }
    const check = checkRow(cells, creditor, today);
    add(check.issues);
    if (!check.ok) continue;
    const checked: CheckedRow = { row, line, debtor: check.debtor, claim: check.claim };
    const invoice = normaliseInvoiceNumber(check.claim.invoiceNumber);
    const earlier = seen.get(invoice);
    if (earlier) { add([repeated(earlier, checked)]); continue; }
    seen.set(invoice, checked);
    const first = customers.get(checked.debtor.customerNumber) ?? checked;
    customers.set(checked.debtor.customerNumber, first);
    if (first.debtor.name !== checked.debtor.name) add([renamed(first, checked)]);
    good.push(checked);
  }
  return { good, issues };
};
