import { day, daysBetween, plusDays, remembered, weekday, type Day } from '../../domain/calendar.ts';
import type { Clock } from '../../usecases/ports/clock.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const EPOCH = day('1970-01-01');
const lastSunday = (year: number, monthDay: string): Day => {
  const last = day(`${year}-${monthDay}`);
  return plusDays(last, -weekday(last));
};
/** Directive 2000/84/EC: summer time from the last Sunday of March to the last of October, both at 01:00 UTC. */
const summers = new Map<number, readonly [number, number]>();
const summerOf = (year: number): readonly [number, number] => {
  const known =
    summers.get(year) ??
    ([
      Date.parse(`${lastSunday(year, '03-31')}T01:00:00Z`),
      Date.parse(`${lastSunday(year, '10-31')}T01:00:00Z`),
    ] as const);
  summers.set(year, known);
  return known;
};
/** What a clock in Berlin is ahead of UTC at an instant. */
const berlinAheadMs = (at: number, year: number): number => {
  const [from, to] = summerOf(year);
  return (at >= from && at < to ? 2 : 1) * MS_PER_HOUR;
};

const yearOf = (on: Day): number => Number(on.slice(0, 4));
const oClock = (on: Day, hour: number): number => {
  const utc = daysBetween(EPOCH, on) * MS_PER_DAY + hour * MS_PER_HOUR;
  return utc - berlinAheadMs(utc - MS_PER_HOUR, yearOf(on));
};
const dayAt = (ms: number): Day => {
  const winter = plusDays(EPOCH, Math.floor((ms + MS_PER_HOUR) / MS_PER_DAY));
  return plusDays(EPOCH, Math.floor((ms + berlinAheadMs(ms, yearOf(winter))) / MS_PER_DAY));
};

/** A simulation comes to the same mornings again and again. */
const instantAt = remembered((ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`);

export type VirtualClock = Clock & Readonly<{ jumpTo(instant: string): void; pass(seconds: number): void }>;

/** Berlin time that moves only when it is told to, and never back; it begins at 08:00 of a day. */
export const virtualClock = (start: string): VirtualClock => {
  const first = day(start);
  let ms = oClock(first, 8);
  // Asked for far more often than it moves.
  let seen = { ms, today: first };
  const today = (): Day => {
    if (seen.ms !== ms) seen = { ms, today: dayAt(ms) };
    return seen.today;
  };
  return {
    now: () => new Date(ms),
    today,
    hour: () => Math.floor((ms + berlinAheadMs(ms, yearOf(today()))) / MS_PER_HOUR) % 24,
    instantOf: (on, hour = 8) => instantAt(oClock(on, hour)),
    jumpTo: (instant) => {
      ms = Math.max(ms, Date.parse(instant));
    },
    pass: (seconds) => {
      ms += seconds * 1000;
    },
  };
};
