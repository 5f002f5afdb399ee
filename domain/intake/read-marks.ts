import { formatDay, isBefore, type Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { amountIn, dateIn, isDayFault } from '../parse.ts';
import { ADDRESS_LINES } from '../print/printed.ts';
import type { ColumnName } from './columns.ts';
import type { IssueCode } from './issue-codes.ts';
import { isFarFuture, type Reading } from './reading.ts';
import {
  BY_DOCUMENT,
  BY_SIDE,
  BY_STATE,
  documentReason,
  nameReason,
  sentenceReason,
  tellingReason,
} from './telling.ts';
import {
  CLAIM_KINDS,
  CURRENCIES,
  DOCUMENTS,
  FLAGS,
  KINDS,
  PRIOR,
  RHYTHMS,
  SIDES,
  STATES,
  type Words,
} from './words.ts';

/** Columns in which anything but a no refuses the row, and with which reason. */
const MARKS = {
  cancelled: 'claim.cancelled',
  lock: 'claim.locked',
  lockReason: 'claim.locked',
  deferred: 'claim.deferred',
  paymentPlan: 'claim.deferred',
  deceased: 'claim.deceased',
} as const satisfies Partial<Record<ColumnName, IssueCode>>;
type Mark = keyof typeof MARKS | 'settledOn';
const MARK_NAMES = ['cancelled', 'lock', 'lockReason', 'deferred', 'paymentPlan', 'deceased'] as const;

/** Columns whose words say what the row is, and which of them refuse it; a word nobody knows is `unknown`. */
const SAID_BY_WORD = {
  side: { words: SIDES, reasons: BY_SIDE, unknown: 'side.unknown' },
  document: { words: DOCUMENTS, reasons: BY_DOCUMENT, unknown: 'document.unknown' },
  status: { words: STATES, reasons: BY_STATE, unknown: 'state.unknown' },
} as const;
type SaidByWord<T extends string> = Readonly<{
  words: Words<T>;
  reasons: Partial<Record<T, IssueCode>>;
  unknown: IssueCode;
}>;
/** Refuses the row for what the word in this column means. */
const refuseBy = <T extends string>(
  r: Reading,
  column: keyof typeof SAID_BY_WORD,
  { words, reasons, unknown }: SaidByWord<T>,
): void => {
  const meant = r.word(column, r.cells[column], words, unknown);
  const reason = meant === undefined ? undefined : reasons[meant];
  if (reason !== undefined) r.raise(reason, column);
};

/** Says it unless the cell has been refused already. */
const refuseOnce = (r: Reading, column: ColumnName, reason: IssueCode | undefined): void => {
  if (reason === undefined || r.issues.some((issue) => issue.column === column && issue.severity === 'error')) return;
  r.raise(reason, column);
};
const LOCKED = /sperr|stopp?\b|nicht mahnen/i;
/** `Mahnstatus` says what was sent in most lists; a lock or that it is paid is what it says in some. */
const refuseByDunning = (r: Reading): void => {
  const cell = r.cells.priorDunning;
  if (cell === undefined || cell === '' || PRIOR.has(cell)) return;
  const text = cell.toLowerCase().replaceAll('.', '').trim();
  const state = PRIOR.has(text) ? undefined : STATES.get(text);
  const reason = LOCKED.test(text) ? 'claim.locked' : state && BY_STATE[state];
  const document = reason ?? (PRIOR.has(text) ? undefined : documentReason(text));
  if (document !== undefined && document !== 'claim.no-invoice') r.raise(document, 'priorDunning');
};
/** `Art` and `Forderungsart` say of some lists which document it is. */
const refuseByKind = (r: Reading, column: 'kind' | 'claimKind', words: Words): void => {
  const cell = r.cells[column];
  if (cell === undefined || cell === '' || words.has(cell) || words.has(cell.toLowerCase())) return;
  refuseOnce(r, column, documentReason(cell));
};

/** A dispute or an insolvency by a yes, by its day or by its file number. */
const refuseByFlag = (r: Reading, column: 'disputed' | 'insolvent', reason: IssueCode, unknown: IssueCode): void => {
  const text = r.text(column, r.cells[column]);
  if (text === undefined || NO_DATE.test(text)) return;
  const flag = flagIn(text);
  if (flag === 'yes' || (flag === undefined && /\d/.test(text))) r.raise(reason, column);
  else if (flag === undefined) r.raise(tellingReason(text) ?? unknown, column);
};
/** `Zu mahnen: nein` is a lock. A level of dunning (`2`) says that it is dunned. */
const refuseUndunnable = (r: Reading): void => {
  const text = r.text('dunnable', r.cells.dunnable);
  if (text === undefined) return;
  const flag = flagIn(text);
  if (flag === 'no') r.raise('claim.locked', 'dunnable');
  else if (flag === undefined && !/^\d$/.test(text) && STATES.get(text.toLowerCase()) !== 'open')
    r.raise(tellingReason(text) ?? 'dunnable.unknown', 'dunnable');
};

/** Names, and lines of the address in which something is said about them. */
const NAMED = ['name', 'company', 'lastName', 'firstName', ...ADDRESS_LINES] as const;
/** Columns of text that take whatever stands in them. */
const PLAIN = ['street', 'houseNumber', 'city', 'customerNumber', 'invoiceNumber', ...ADDRESS_LINES] as const;
/** Words of the ledger that are family names as well. */
const FAMILY_NAMES = /^(?:storno|haben)$/i;
const refuseByNames = (r: Reading): void => {
  for (const column of NAMED) {
    refuseOnce(r, column, nameReason(r.cells[column] ?? '', column === 'company'));
  }
  const { name, company, firstName, lastName = '' } = r.cells;
  const isFamily = FAMILY_NAMES.test(lastName) && (firstName ?? '') !== '';
  for (const [column, cell] of [
    ['name', name],
    ['company', company],
    ['firstName', firstName],
    ['lastName', isFamily ? '' : lastName],
  ] as const)
    if (tellingReason(cell ?? '') !== undefined) refuseOnce(r, column, 'name.telling');
};
const refuseByText = (r: Reading): void => {
  for (const column of PLAIN) {
    refuseOnce(r, column, tellingReason(r.cells[column] ?? ''));
  }
  const numbered = r.cells.invoiceNumber ?? '';
  if (CREDIT_NUMBER.test(numbered)) r.raise('claim.credit', 'invoiceNumber');
  if (STORNO_NUMBER.test(numbered)) r.raise('claim.cancelled', 'invoiceNumber');
  for (const column of ['subject', 'remark'] as const) {
    const reason = sentenceReason(r.cells[column] ?? '');
    if (reason !== undefined) refuseOnce(r, column, column === 'remark' ? 'remark.telling' : reason);
  }
};
/** `Gutschrift 17`, `Storno RE-17` as the number of an invoice. */
const CREDIT_NUMBER = /^(?:gutschrift|rechnungskorrektur)(?!\p{L})/iu;
const STORNO_NUMBER = /^storno(?!\p{L})/iu;

/** How systems write an empty date. */
const NO_DATE = /^(?:0{1,2}[./-]0{1,2}[./-]0{2,4}|0{4}-0{2}-0{2}|0{8})$/;
const flagIn = (text: string): 'yes' | 'no' | undefined =>
  FLAGS.get(text) ?? FLAGS.get(text.toLowerCase().replaceAll('.', '').trim());
/** Whether something stands in the cell that does not say no: `ja`, a letter, a day, the number of a document. */
const isMarked = (r: Reading, column: Mark): boolean => {
  const text = r.text(column, r.cells[column]);
  if (text === undefined || (column === 'paymentPlan' && RHYTHMS.has(text.toLowerCase().trim()))) return false;
  return flagIn(text) !== 'no' && !NO_DATE.test(text);
};

const says = (r: Reading, column: ColumnName): boolean => (r.cells[column] ?? '').trim() !== '';
const PARTLY = /^teil/i;
/** `Nachlass` is an estate or a discount. */
const isMoney = (cell: string | undefined): boolean =>
  cell !== undefined && flagIn(cell.trim()) === undefined && (typeof amountIn(cell) === 'number' || cell.includes('%'));
/** `Bezahlt` holds yes or no in most lists, an amount or a day in others. */
const refuseSettled = (r: Reading): void => {
  const rest = says(r, 'open') || says(r, 'paid') || (paidInMark(r) ?? 0) > 0;
  if (isMarked(r, 'settledOn') && !rest) r.raise('claim.settled', 'settledOn');
  const text = r.text('settled', r.cells.settled);
  if (text === undefined || NO_DATE.test(text) || paidInMark(r) !== undefined) return;
  if (PARTLY.test(text)) {
    if (!rest) r.raise('settled.partly', 'settled');
    return;
  }
  const flag = flagIn(text);
  if (flag === 'yes' || (flag === undefined && !isDayFault(dateIn(text)))) r.raise('claim.settled', 'settled');
  else if (flag === undefined) r.raise('settled.unknown', 'settled');
};
/** The amount in a column `Bezahlt`, where it is none of yes and no. */
export const paidInMark = (r: Reading): Cents | undefined => {
  const cell = r.cells.settled;
  if (cell === undefined || cell === '' || flagIn(cell.trim()) !== undefined) return undefined;
  const amount = amountIn(cell);
  return typeof amount === 'string' || amount < 0 ? undefined : amount;
};

/** A lock or a deferral with its last day; one of `31.12.9999` is for ever, one that is over is none. */
const refuseLocked = (r: Reading, today: Day): void => {
  const text = r.text('lockUntil', r.cells.lockUntil);
  if (text === undefined || flagIn(text) === 'no' || NO_DATE.test(text)) return;
  const until = dateIn(text);
  if (isDayFault(until)) {
    r.raise(isFarFuture(text) ? 'claim.locked' : until, 'lockUntil');
    return;
  }
  if (!isBefore(until, today)) r.raise('claim.locked-until', 'lockUntil', { Tag: formatDay(until) });
};

/**
 * Whatever says that a row is no claim (a credit note, a payment, a Storno) or must not be dunned at all (a lock, a
 * deferral, a dispute, insolvency, another currency). A word that nobody knows in such a column refuses the row, too:
 * it could mean any of these.
 */
export const refuseWhatMustNotRun = (r: Reading, today: Day): void => {
  r.word('currency', r.cells.currency, CURRENCIES, 'currency.foreign');
  refuseByFlag(r, 'disputed', 'claim.disputed', 'disputed.unknown');
  refuseByFlag(r, 'insolvent', 'claim.insolvent', 'insolvent.unknown');
  refuseUndunnable(r);
  refuseBy(r, 'side', SAID_BY_WORD.side);
  refuseBy(r, 'document', SAID_BY_WORD.document);
  refuseBy(r, 'status', SAID_BY_WORD.status);
  refuseByDunning(r);
  refuseByKind(r, 'kind', KINDS);
  refuseByKind(r, 'claimKind', CLAIM_KINDS);
  for (const mark of MARK_NAMES)
    if (isMarked(r, mark))
      r.raise(mark === 'deceased' && isMoney(r.cells.deceased) ? 'deceased.amount' : MARKS[mark], mark);
  refuseSettled(r);
  refuseLocked(r, today);
  refuseByNames(r);
  refuseByText(r);
};
