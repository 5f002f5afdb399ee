import { formatDay, isBefore, type Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { amountIn, dateIn, isDayFault } from '../parse.ts';
import type { ColumnName } from './columns.ts';
import type { IssueCode } from './issue-codes.ts';
import { isFarFuture, type Reading } from './reading.ts';
import { CURRENCIES, DOCUMENTS, FLAGS, PRIOR, SIDES, STATES, isTelling, type Words } from './words.ts';

type ReasonOf<W> = W extends Words<infer T> ? Partial<Record<T, IssueCode>> : never;

/** Columns in which anything but a no refuses the row, and with which reason. */
const MARKS = {
  cancelled: 'claim.cancelled',
  lock: 'claim.locked',
  lockReason: 'claim.locked',
  deferred: 'claim.deferred',
  deceased: 'claim.deceased',
} as const satisfies Partial<Record<ColumnName, IssueCode>>;
type Mark = keyof typeof MARKS | 'settledOn';
const MARK_NAMES = ['cancelled', 'lock', 'lockReason', 'deferred', 'deceased'] as const;

/** Why a row in this state of the creditor's books is not dunned; an open one is. */
const BY_STATE: ReasonOf<typeof STATES> = {
  settled: 'claim.settled',
  cancelled: 'claim.cancelled',
  draft: 'claim.draft',
  locked: 'claim.locked',
  disputed: 'claim.disputed',
  insolvent: 'claim.insolvent',
  deceased: 'claim.deceased',
  elsewhere: 'claim.elsewhere',
};
const BY_DOCUMENT: ReasonOf<typeof DOCUMENTS> = {
  credit: 'claim.credit',
  payment: 'claim.payment',
  cancelled: 'claim.cancelled',
  other: 'claim.no-invoice',
};
const BY_SIDE: ReasonOf<typeof SIDES> = { credit: 'claim.credit' };
const BY_DISPUTE: ReasonOf<typeof FLAGS> = { yes: 'claim.disputed' };
const BY_INSOLVENCY: ReasonOf<typeof FLAGS> = { yes: 'claim.insolvent' };

/** Refuses the row for what the word in this column means; a word nobody knows is `unknown`. */
const refuseBy = <T extends string>(
  r: Reading,
  column: ColumnName,
  words: Words<T>,
  reasons: Partial<Record<T, IssueCode>>,
  unknown: IssueCode,
): void => {
  const meant = r.word(column, r.cells[column], words, unknown);
  const reason = meant === undefined ? undefined : reasons[meant];
  if (reason !== undefined) r.raise(reason, column);
};

const LOCKED = /sperr|stopp?\b|nicht mahnen/i;
/** `Mahnstatus` says what was sent in most lists; a lock or that it is paid is what it says in some. */
const refuseByDunning = (r: Reading): void => {
  const cell = r.cells.priorDunning;
  if (cell === undefined || cell === '' || PRIOR.has(cell)) return;
  const text = cell.toLowerCase().replaceAll('.', '').trim();
  const state = PRIOR.has(text) ? undefined : STATES.get(text);
  const reason = LOCKED.test(text) ? 'claim.locked' : state && BY_STATE[state];
  if (reason !== undefined) r.raise(reason, 'priorDunning');
};

/** How systems write an empty date. */
const NO_DATE = /^(?:0{1,2}[./-]0{1,2}[./-]0{2,4}|0{4}-0{2}-0{2}|0{8})$/;
const flagIn = (text: string): 'yes' | 'no' | undefined =>
  FLAGS.get(text) ?? FLAGS.get(text.toLowerCase().replaceAll('.', '').trim());
/** Whether something stands in the cell that does not say no: `ja`, a letter, a day, the number of a document. */
const isMarked = (r: Reading, column: Mark): boolean => {
  const text = r.text(column, r.cells[column]);
  return text !== undefined && flagIn(text) !== 'no' && !NO_DATE.test(text);
};

const says = (r: Reading, column: ColumnName): boolean => (r.cells[column] ?? '').trim() !== '';
const PARTLY = /^teil/i;
/** `Bezahlt` holds yes or no in most lists, an amount or a day in others. */
const refuseSettled = (r: Reading): void => {
  const rest = says(r, 'open') || says(r, 'paid');
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
 * Whatever says that a row is no claim (a credit note, a payment, a Storno) or must not be dunned at all (a lock, a deferral, a dispute, insolvency, another currency).
 * A word that nobody knows in such a column refuses the row, too: it could mean any of these.
 */
export const refuseWhatMustNotRun = (r: Reading, today: Day): void => {
  r.word('currency', r.cells.currency, CURRENCIES, 'currency.foreign');
  refuseBy(r, 'disputed', FLAGS, BY_DISPUTE, 'disputed.unknown');
  refuseBy(r, 'insolvent', FLAGS, BY_INSOLVENCY, 'insolvent.unknown');
  refuseBy(r, 'side', SIDES, BY_SIDE, 'side.unknown');
  refuseBy(r, 'document', DOCUMENTS, BY_DOCUMENT, 'document.unknown');
  refuseBy(r, 'status', STATES, BY_STATE, 'state.unknown');
  refuseByDunning(r);
  for (const mark of MARK_NAMES) if (isMarked(r, mark)) r.raise(MARKS[mark], mark);
  refuseSettled(r);
  refuseLocked(r, today);
  if (isTelling(r.cells.remark ?? '')) r.raise('remark.telling', 'remark');
};
