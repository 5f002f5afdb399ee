import { invoiceIdentity } from '../akte/claim.ts';
import type { Day } from '../calendar.ts';
import { plus, type Cents } from '../money.ts';
import type { Creditor, Debtor } from '../parties/parties.ts';
import { refusedFor, unexplained, type Beside } from './beside.ts';
import { checkRow, type CheckOptions, type RowCheck } from './check-row.ts';
import { FirstSeen, type Key } from './first-seen.ts';
import { textHash } from './hash.ts';
import { issueOf, type Cells, type Issue, type NewClaim } from './reading.ts';
import { contentHash } from './stated.ts';

export { comparedClaim } from './stated.ts';

/**
 * A row as it was read: data rows count from 1, `line` is the row's first physical line, `text` the record as it was
 * written (for the correction file). `fault` says why its cells cannot be trusted, `isSheet` that they lie in a
 * workbook, `notes` is what the reader itself has to say (about the file, then on its first row).
 */
export type RawRow = Readonly<{
  row: number;
  line: number;
  cells: Cells;
  text: string;
  fault?: string;
  isSheet?: true;
  /** What columns that are not read say: that the row is no claim, or money beside it. */
  beside?: readonly Beside[];
  notes?: readonly Issue[];
}>;
export type RowIssue = Issue & Readonly<{ row: number; line: number }>;
/** What is found in any row: where it stands, and what there is to say about it. */
type Found = Readonly<{ row: number; line: number; issues: readonly RowIssue[] }>;
/**
 * A row that is right in its list. `formerName`: what its debtor was called before; `paid`: what of the invoice had
 * been paid before, in cents.
 */
export type GoodRow = Found &
  Readonly<{ outcome: 'good'; debtor: Debtor; claim: NewClaim; formerName?: string | undefined; paid: Cents }>;
/** What becomes of a row. A conflict is rejected: a person must say which of the two rows is right. */
export type Verdict = GoodRow | (Found & Readonly<{ outcome: 'rejected' | 'duplicate' }>);
/** What of a good row is taken over, and where it stood. */
export type CheckedRow = Pick<GoodRow, 'row' | 'line' | 'debtor' | 'claim' | 'formerName'>;

const HIGH_SEED = 0x2c1b3c6d;
const LOW_SEED = 0x297a2d39;
/** 64 bits of a text. */
const keyOf = (text: string): Key => ({ high: textHash(text, HIGH_SEED), low: textHash(text, LOW_SEED) });

/**
 * What the rows so far have said: the first row of each invoice (number and year), the first name of each customer
 * number.
 */
class Earlier {
  private readonly invoices: FirstSeen;
  private readonly customers: FirstSeen;
  constructor(rows: number) {
    this.invoices = new FirstSeen(rows);
    this.customers = new FirstSeen(rows);
  }

  /** The issue where the invoice came before; else this row is the first. */
  invoice(claim: NewClaim, content: number, line: number): Issue | undefined {
    const { invoices } = this;
    const key = keyOf(invoiceIdentity(claim));
    const slot = invoices.find(key);
    const first = invoices.lineAt(slot);
    if (first !== 0)
      return issueOf(
        invoices.contentAt(slot) === content ? 'row.duplicate' : 'row.conflict',
        'invoiceNumber',
        claim.invoiceNumber,
        { Zeile: String(first) },
      );
    invoices.put(slot, key, content, line);
    return undefined;
  }
  /**
   * The issue where the customer number had another name, which would send one person another's bill; else undefined.
   */
  customer(customerNumber: string, name: string, line: number): Issue | undefined {
    const { customers } = this;
    const key = keyOf(customerNumber);
    const content = textHash(name, LOW_SEED);
    const slot = customers.find(key);
    const first = customers.lineAt(slot);
    if (first !== 0)
      return customers.contentAt(slot) === content
        ? undefined
        : issueOf('customer.two-names', 'customerNumber', customerNumber, { Name: name, Zeile: String(first) });
    customers.put(slot, key, content, line);
    return undefined;
  }
}

const MOST_ROWS = 1_000_000;
const NOTHING: readonly RowIssue[] = [];
/** What is said of a row, with its place: first what its reader has noted. */
const located = ({ row, line, notes }: RawRow, issues: readonly Issue[]): readonly RowIssue[] =>
  notes === undefined && issues.length === 0
    ? NOTHING
    : [...(notes ?? []), ...issues].map((issue) => ({ ...issue, row, line }));
const rejected = (raw: RawRow, issues: readonly Issue[]): Verdict => ({
  row: raw.row,
  line: raw.line,
  outcome: 'rejected',
  issues: located(raw, issues),
});

const NO_BESIDE: readonly Beside[] = [];
/** What refuses a row before its cells are read: they cannot be trusted, or an unknown column says it is no claim. */
const refusedUnread = ({ fault, isSheet, beside = NO_BESIDE }: RawRow): readonly Issue[] => {
  if (fault !== undefined) return [issueOf(isSheet ? 'row.sheet' : 'row.cells', null, '', { Grund: fault })];
  return beside.map(refusedFor).filter((issue) => issue !== undefined);
};
type Readable = Extract<RowCheck, { ok: true }>;
/** Money in columns nobody knows that does not fit the claim. */
const doubtsOn = ({ claim: { principal }, paid }: Readable, beside: readonly Beside[]): readonly Issue[] =>
  beside.map((found) => unexplained(found, principal, plus(principal, paid))).filter((issue) => issue !== undefined);

/** A row that is right by itself, judged against those before it. */
const afterEarlier = (raw: RawRow, checked: Readable, earlier: Earlier): Verdict => {
  const { row, line } = raw;
  const { debtor, claim, formerName, paid, issues } = checked;
  const again = earlier.invoice(claim, contentHash(debtor.customerNumber, checked.stated), line);
  if (again)
    return {
      row,
      line,
      outcome: again.severity === 'duplicate' ? 'duplicate' : 'rejected',
      issues: located(raw, [...issues, again]),
    };
  const other = earlier.customer(debtor.customerNumber, debtor.name, line);
  return {
    row,
    line,
    outcome: 'good',
    debtor,
    claim,
    formerName,
    paid,
    issues: located(raw, other ? [...issues, other] : issues),
  };
};

/**
 * Judges the rows of one list, in their order: each by itself and against those before it; the first of two rows with
 * one invoice number wins (reading 11). Its memory is fixed from the start, 43 MB for a million rows; `rows` says how
 * many may come where it is fewer. A row that was refused is not remembered.
 */
export const fileCheck = (
  creditor: Creditor,
  today: Day,
  options: CheckOptions & Readonly<{ rows?: number }> = {},
): { check: (raw: RawRow) => Verdict } => {
  const earlier = new Earlier(options.rows ?? MOST_ROWS);
  const check = (raw: RawRow): Verdict => {
    const unread = refusedUnread(raw);
    if (unread.length > 0) return rejected(raw, unread);
    const checked = checkRow(raw.cells, creditor, today, options);
    if (!checked.ok) return rejected(raw, checked.issues);
    const doubts = doubtsOn(checked, raw.beside ?? NO_BESIDE);
    if (doubts.length > 0) return rejected(raw, [...checked.issues, ...doubts]);
    return afterEarlier(raw, checked, earlier);
  };
  return { check };
};
