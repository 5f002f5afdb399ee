import { day, daysBetween, type Day } from '../domain/calendar.ts';
import type { Clock } from '../usecases/ports/clock.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const localDay = (at: Date, zone: string): Day => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return day(format.format(at));
};

/** The offset of a zone at an instant, by the zone's own rules. */
const offsetMs = (at: number, zone: string): number => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(at)
      .map((p) => [p.type, Number(p.value)]),
  );
  return (
    Date.UTC(
      parts['year'] ?? 0,
      (parts['month'] ?? 1) - 1,
      parts['day'],
      parts['hour'],
      parts['minute'],
      parts['second'],
    ) - at
  );
};

const localHour = (at: Date, zone: string): number =>
  Math.floor(((at.getTime() + offsetMs(Math.floor(at.getTime() / 1000) * 1000, zone)) / 3_600_000) % 24);

/** Real time. A day's work begins at 08:00 in the zone, summer or winter. */
export const systemClock = (zone: string): Clock => ({
  now: () => new Date(),
  today: () => localDay(new Date(), zone),
  hour: () => localHour(new Date(), zone),
  instantOf: (on, hour = 8) => {
    const asUtc = Date.parse(`${on}T00:00:00Z`) + hour * 3_600_000;
    return new Date(asUtc - offsetMs(asUtc - offsetMs(asUtc, zone), zone)).toISOString();
  },
});

/** What a calendar shows that somebody turns by hand: the day, and since when. */
export type Leaf = Readonly<{ day: Day; since: Date }>;
/** `look`: reads what the calendar shows now. Between two looks the day stays what it was. */
export type TurnedClock = Clock & Readonly<{ look(): Promise<void> }>;

/** So much of the time a day has already lasted too long is slept through before anybody looks whether it is over. */
const PATIENCE = 1 / 2;
const wholeSeconds = (ms: number): string => `${new Date(Math.ceil(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/**
 * The demo's time: a day begins when somebody turns the calendar, and not before. It lasts `msPerDay` at least, and as
 * long as the work of the day takes, so that nothing depends on how fast the machine is. When a coming day begins is
 * therefore an estimate, the earliest there is: who wakes too early looks, decides afresh, and sleeps on. The code it
 * drives is the one of production.
 */
export const turnedClock = (
  of: { start: Day; msPerDay: number; read: () => Promise<Leaf | null> },
  now: () => Date = () => new Date(),
): TurnedClock => {
  let leaf: Leaf = { day: of.start, since: now() };
  const { instantOf } = systemClock('Europe/Berlin');
  /**
   * The longer the day has outlasted its time, the longer one sleeps: a day that is held for a minute is asked for a
   * handful of times, not sixty.
   */
  const nextMorning = (): number => {
    const at = now().getTime();
    const over = leaf.since.getTime() + of.msPerDay;
    return at < over ? over : at + Math.max(of.msPerDay, (at - leaf.since.getTime()) * PATIENCE);
  };
  return {
    now,
    look: async () => {
      leaf = (await of.read()) ?? leaf;
    },
    today: () => leaf.day,
    // A day of some seconds has no hours: what may go on a day may go at once.
    hour: () => null,
    instantOf: (on, hour) => {
      const days = daysBetween(leaf.day, on);
      // A day that has begun is only named, in a file for the bank: by its own morning.
      return days <= 0 ? instantOf(on, hour) : wholeSeconds(nextMorning() + (days - 1) * of.msPerDay);
    },
  };
};
