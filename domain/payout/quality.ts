import { monthOf, previousMonth, type Day, type Month } from '../calendar.ts';
import { NO_ROWS, plusTally, type Tally } from '../intake/tally.ts';
import { adviceOn, isAboutContact, needsNothing } from './quality-reasons.ts';

export type Delivered = Tally & Readonly<{ on: Day }>;
/** How often one kind of issue came in the month. One row can have it twice: two unreadable dates. */
export type Reason = Readonly<{ code: string; count: number; what: string; todo: string }>;
/**
 * `accepted`, in per cent of the new rows, rounded down: one refused row in a thousand is not "100 %". `contactIssues`:
 * per 100 new rows.
 */
export type Shares = Readonly<{ accepted: number; contactIssues: number }>;
export type Trend = 'better' | 'same' | 'worse';

/** A creditor's month in figures. `rows` are the new ones; what we had already says nothing about quality. */
export type Quality = Readonly<{
  month: Month;
  handOvers: number;
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  shares: Shares;
  /** Against the month before; null where one of the two months is too small to compare. */
  before: Readonly<{ month: Month; shares: Shares; accepted: Trend; contactIssues: Trend }> | null;
  /** What hinders reaching the customers, most frequent first: mending it helps most. */
  contact: readonly Reason[];
  other: readonly Reason[];
}>;

/** Of fewer rows, one more or less would look like a trend. */
const ENOUGH_ROWS = 20;
/** What nobody would call a change. */
const NOTICEABLE = 2;
const MOST_REASONS = 5;

const sumOf = (handOvers: readonly Delivered[], month: Month): Tally =>
  handOvers.filter((h) => monthOf(h.on) === month).reduce<Tally>(plusTally, NO_ROWS);
const newRows = ({ accepted, rejected }: Tally): number => accepted + rejected;

const reasonsOf = ({ codes }: Tally): readonly (Reason & Readonly<{ contact: boolean }>)[] =>
  Object.entries(codes)
    .filter(([code, count]) => count > 0 && !needsNothing(code))
    .map(([code, count]) => ({ code, count, ...adviceOn(code), contact: isAboutContact(code) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

const sharesOf = (tally: Tally): Shares => {
  const rows = newRows(tally);
  const issues = reasonsOf(tally)
    .filter((r) => r.contact)
    .reduce((sum, r) => sum + r.count, 0);
  return { accepted: Math.floor((tally.accepted * 100) / rows), contactIssues: Math.round((issues * 100) / rows) };
};

const trend = (by: number): Trend => {
  if (Math.abs(by) < NOTICEABLE) return 'same';
  return by > 0 ? 'better' : 'worse';
};
const comparison = (now: Tally, earlier: Tally, month: Month): Quality['before'] => {
  if (newRows(now) < ENOUGH_ROWS || newRows(earlier) < ENOUGH_ROWS) return null;
  const today = sharesOf(now);
  const shares = sharesOf(earlier);
  return {
    month,
    shares,
    accepted: trend(today.accepted - shares.accepted),
    contactIssues: trend(shares.contactIssues - today.contactIssues),
  };
};

/**
 * How good a creditor's data were in a month (D30), from what its hand-overs counted; null where no new row came: then
 * there is nothing to say.
 */
export const qualityOf = (handOvers: readonly Delivered[], month: Month): Quality | null => {
  const tally = sumOf(handOvers, month);
  if (newRows(tally) === 0) return null;
  const reasons = reasonsOf(tally);
  const pick = (contact: boolean): readonly Reason[] =>
    reasons
      .filter((r) => r.contact === contact)
      .slice(0, MOST_REASONS)
      .map(({ contact: _, ...reason }) => reason);
  return {
    month,
    handOvers: handOvers.filter((h) => monthOf(h.on) === month).length,
    rows: newRows(tally),
    accepted: tally.accepted,
    rejected: tally.rejected,
    duplicates: tally.duplicates,
    shares: sharesOf(tally),
    before: comparison(tally, sumOf(handOvers, previousMonth(month)), previousMonth(month)),
    contact: pick(true),
    other: pick(false),
  };
};
