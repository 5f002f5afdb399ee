import type { Day } from '../calendar.ts';
import { normaliseInvoiceNumber } from '../claim.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { checkRow, type CheckOptions } from './check-row.ts';
import { FirstSeen } from './first-seen.ts';
import { Hasher } from './hash.ts';
import { issueOf, type Cells, type Issue, type NewClaim } from './reading.ts';

/**
 * A row as it was read: data rows count from 1, `line` is the row's first physical line, `text` the record as it was written (for the correction file).
 * `fault` says why its cells cannot be trusted, `notes` is what the reader itself has to say (about the file, then on its first row).
 */
export type RawRow = Readonly<{ row: number; line: number; cells: Cells; text: string; fault?: string; notes?: readonly Issue[] }>;
export type RowIssue = Issue & Readonly<{ row: number; line: number }>;
export type CheckedRow = Readonly<{ row: number; line: number; debtor: Debtor; claim: NewClaim }>;
/** What becomes of a row. A conflict is rejected: a person must say which of the two rows is right. */
export type Verdict = Readonly<{ row: number; line: number; issues: readonly RowIssue[] } & ({ outcome: 'good'; debtor: Debtor; claim: NewClaim } | { outcome: 'rejected' | 'duplicate' })>;

/** Every field of a claim that a row can state. The kind and what only the mandate says do not count. */
const STATED: readonly ((of: NewClaim) => string | number | undefined)[] = [
  (of) => of.principal, (of) => of.ownCosts, (of) => of.invoiceDate, (of) => of.dueOn, (of) => of.subject, (of) => of.contractDate, (of) => of.priorDunning.kind, (of) => of.priorDunning.on, (of) => of.remark, (of) => of.attachment,
];
/** The same claim handed over again: everything a row can state is equal. */
export const sameClaim = (a: NewClaim, b: NewClaim): boolean => normaliseInvoiceNumber(a.invoiceNumber) === normaliseInvoiceNumber(b.invoiceNumber) && STATED.every((field) => field(a) === field(b));

/** What the rows so far have said: the first row of each invoice number, the first name of each customer number. */
class Earlier {
  private readonly hash = new Hasher();
  private readonly invoices: FirstSeen;
  private readonly customers: FirstSeen;
  constructor(rows: number) { this.invoices = new FirstSeen(rows); this.customers = new FirstSeen(rows); }

  /** The issue where the invoice number came before; else this row is the first. */
  invoice({ customerNumber }: Debtor, claim: NewClaim, line: number): Issue | undefined {
    const { hash, invoices } = this;
    if (!hash.start().capitals(claim.invoiceNumber)) hash.start().units(normaliseInvoiceNumber(claim.invoiceNumber));
    const { high, low } = hash;
    const content = this.contentOf(customerNumber, claim);
    const slot = invoices.find(high, low);
    const first = invoices.lineAt(slot);
    if (first !== 0) return issueOf(invoices.contentAt(slot) === content ? 'row.duplicate' : 'row.conflict', 'invoiceNumber', claim.invoiceNumber, { Zeile: String(first) });
    invoices.put(slot, { high, low, content, line });
    return undefined;
  }
  /** The issue where the customer number had another name, which would send one person another's bill; else undefined. */
  customer(debtor: Debtor, line: number): Issue | undefined {
    const { hash, customers } = this;
    const content = hash.start().text(debtor.name).low;
    const { high, low } = hash.start().text(debtor.customerNumber);
    const slot = customers.find(high, low);
    const first = customers.lineAt(slot);
    if (first !== 0) return customers.contentAt(slot) === content ? undefined : issueOf('customer.two-names', 'customerNumber', debtor.customerNumber, { Name: debtor.name, Zeile: String(first) });
    customers.put(slot, { high, low, content, line });
    return undefined;
  }
  private contentOf(customerNumber: string, claim: NewClaim): number {
    this.hash.start().text(customerNumber);
    for (const field of STATED) { const value = field(claim); if (typeof value === 'number') this.hash.number(value); else this.hash.text(value); }
    return this.hash.low;
  }
}

const MOST_ROWS = 1_000_000;
const NOTHING: readonly RowIssue[] = [];

/**
 * Judges the rows of one list, in their order: each by itself and against those before it; the first of two rows with one invoice number wins (reading 11).
 * Its memory is fixed from the start, 43 MB for a million rows; `rows` says how many may come where it is fewer. A row that was refused is not remembered.
 */
export const fileCheck = (creditor: Creditor, today: Day, options: CheckOptions & Readonly<{ rows?: number }> = {}): { check: (raw: RawRow) => Verdict } => {
  const earlier = new Earlier(options.rows ?? MOST_ROWS);
  const check = ({ row, line, cells, fault, notes }: RawRow): Verdict => {
    const found: Issue[] = notes ? [...notes] : [];
    const issues = (): readonly RowIssue[] => (found.length === 0 ? NOTHING : found.map((issue) => ({ ...issue, row, line })));
    if (fault !== undefined) { found.push(issueOf('row.cells', null, '', { Grund: fault })); return { row, line, outcome: 'rejected', issues: issues() }; }
    const checked = checkRow(cells, creditor, today, options);
    found.push(...checked.issues);
    if (!checked.ok) return { row, line, outcome: 'rejected', issues: issues() };
    const { debtor, claim } = checked;
    const again = earlier.invoice(debtor, claim, line);
    if (again) { found.push(again); return { row, line, outcome: again.severity === 'duplicate' ? 'duplicate' : 'rejected', issues: issues() }; }
    const other = earlier.customer(debtor, line);
    if (other) found.push(other);
    return { row, line, outcome: 'good', debtor, claim, issues: issues() };
  };
  return { check };
};

/** All rows of a short list at once. */
export const checkRows = (rows: readonly RawRow[], creditor: Creditor, today: Day): { good: CheckedRow[]; issues: RowIssue[] } => {
  const { check } = fileCheck(creditor, today, { rows: rows.length });
  const verdicts = rows.map(check);
  return { issues: verdicts.flatMap((v) => v.issues), good: verdicts.flatMap((v) => (v.outcome === 'good' ? [{ row: v.row, line: v.line, debtor: v.debtor, claim: v.claim }] : [])) };
};
