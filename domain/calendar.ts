import * as z from 'zod';
import { Rejected } from './faults.ts';

/** A day in the calendar, without a time or a zone: `2026-03-31`. 31 February is none. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

const MS_PER_DAY = 86_400_000;
/** 1 January 1970 was one. */
const THURSDAY = 4;
/** Accounts ask for the same few thousand days again and again; reading a date is a third of a statement's time. */
export const remembered = <K, V>(compute: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > 50_000) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};
const toNumber = remembered((day: Day): number => Date.parse(day) / MS_PER_DAY);
/** A year of four digits is all that a day has. */
const fromNumber = remembered((n: number): Day => {
  const at = new Date(n * MS_PER_DAY);
  if (!(at.getUTCFullYear() >= 0 && at.getUTCFullYear() <= 9999))
    throw new Rejected('date.range', 'Der Tag, der sich ergibt, liegt nicht in den Jahren 0 bis 9999.');
  // A cast: a date of such a year is written as a day, and days are counted more often than anything else.
  return at.toISOString().slice(0, 10) as Day;
});

/** A day from text that is known to be one; refuses everything else. */
export const day = (text: string): Day => Day.parse(text);
export const plusDays = (from: Day, days: number): Day => fromNumber(toNumber(from) + days);
/** Days from one to the other: 0 for the same day, negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);
export const isBefore = (a: Day, b: Day): boolean => a < b;
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
export const latest = (a: Day, b: Day): Day => (a > b ? a : b);
/** 0 = Sunday … 6 = Saturday */
export const weekday = (of: Day): number => {
  const n = (toNumber(of) + THURSDAY) % 7;
  return n < 0 ? n + 7 : n;
};

/** An instant, as the world's clocks have it. */
export const Instant = z.iso.datetime({ offset: true });

/** A month in the calendar: `2026-03`. In the order of their letters they are in the order of time. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'ein Monat wie 2026-03')
  .brand<'Month'>();
export type Month = z.infer<typeof Month>;
/** The month a day lies in. */
export const monthOf = (of: Day): Month => Month.parse(of.slice(0, 7));
export const firstOf = (month: Month): Day => day(`${month}-01`);
/** No month is longer: from its first, so many days lead into the next. */
const MOST_DAYS = 31;
export const nextMonth = (month: Month): Month => monthOf(plusDays(firstOf(month), MOST_DAYS));
export const previousMonth = (month: Month): Month => monthOf(plusDays(firstOf(month), -1));
export const lastOf = (month: Month): Day => plusDays(firstOf(nextMonth(month)), -1);

/** 2026-03-31 → `31.03.2026` */
export const formatDay = (of: Day): string => `${of.slice(8, 10)}.${of.slice(5, 7)}.${of.slice(0, 4)}`;
/** The months as a reader knows them, January first. */
export const MONTH_NAMES = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;
/** The days of the week as `weekday` counts them: 0 is Sunday. */
export const WEEKDAY_NAMES = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'] as const;

/** The sixteen Länder by their ISO 3166-2:DE codes. */
export const LAENDER = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export const Land = z.enum(LAENDER);
export type Land = z.infer<typeof Land>;
