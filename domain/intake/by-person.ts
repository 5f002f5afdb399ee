import type { Akte } from '../akte/akte.ts';
import { isAbout, knownAfter, knownBy, strangerIn, type KnownPerson, type Stranger } from '../akte/person-told.ts';
import { formatDay } from '../calendar.ts';
import type { AkteId } from '../ids.ts';
import type { CheckedRow, RowIssue } from './check-file.ts';
import type { IssueCode } from './issue-codes.ts';
import { issueOf } from './reading.ts';

/** What a creditor is told of each difference. */
const CODES = {
  name: 'customer.other-person',
  sign: 'customer.not-recognised',
  birthDate: 'customer.other-birth-date',
  salutation: 'customer.other-salutation',
} as const satisfies Record<Stranger['by'], IssueCode>;

const otherPerson = (row: CheckedRow, akte: AkteId, known: KnownPerson): RowIssue => {
  const { by, name, before, now } = strangerIn(known, row);
  const { customerNumber, name: named } = row.debtor;
  const issue = issueOf(CODES[by], 'customerNumber', customerNumber, {
    Akte: akte,
    Bekannt: name,
    Name: named,
    Bisher: before,
    Neu: now,
  });
  return { row: row.row, line: row.line, ...issue };
};

/** Rows of one customer number: those that its Akte takes, and why it refuses the others. */
export type ByPerson = Readonly<{ own: readonly CheckedRow[]; refused: readonly RowIssue[] }>;

/**
 * Tells the rows that are about the person of an Akte from those that name somebody else under its customer number: of
 * these a person of the creditor's must say what is right.
 */
export const byPerson = (akte: AkteId, known: KnownPerson, rows: readonly CheckedRow[]): ByPerson => {
  const own: CheckedRow[] = [];
  const refused: RowIssue[] = [];
  let person = known;
  for (const row of rows) {
    if (isAbout(person, row)) {
      own.push(row);
      person = knownAfter(person, row);
    } else refused.push(otherPerson(row, akte, person));
  }
  return { own, refused };
};

/**
 * A claim in a closed Akte would be taken and never dunned; opened in silence, the Akte would dun again what was ended
 * on purpose.
 */
export const intoClosed = (
  { row, line, debtor: { customerNumber } }: CheckedRow,
  akte: AkteId,
  { on }: NonNullable<Akte['closed']>,
): RowIssue => {
  const named = { Akte: akte, Tag: formatDay(on) };
  return { row, line, ...issueOf('customer.closed', 'customerNumber', customerNumber, named) };
};

/** Where a customer's claims go; null: the Akte is yet to be opened. */
export type Place = Readonly<{ id: AkteId; akte: Akte | null }>;

/**
 * Which rows of a customer its Akte takes: none of another person's, and none at all where it is closed. An Akte that
 * is yet to be opened is that of the first row's person.
 */
export const takenBy = ({ id, akte }: Place, rows: readonly [CheckedRow, ...CheckedRow[]]): ByPerson => {
  const { own, refused } = byPerson(id, akte ?? knownBy(rows[0]), rows);
  const closed = akte?.closed;
  if (!closed) return { own, refused };
  return { own: [], refused: [...refused, ...own.map((row) => intoClosed(row, id, closed))] };
};
