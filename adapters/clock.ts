import { day, daysBetween, plusDays, type Day } from '../domain/calendar.ts';
import type { Clock } from '../usecases/ports.ts';

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

/** The demo's time: from `epoch` on, a day lasts `msPerDay`; before it, it is `start`. The code it drives is the one of production. */
export const scaledClock = (
  of: { start: Day; epoch: Date; msPerDay: number },
  now: () => Date = () => new Date(),
): Clock => ({
  now,
  today: () => plusDays(of.start, Math.max(0, Math.floor((now().getTime() - of.epoch.getTime()) / of.msPerDay))),
  // A day of some seconds has no hours: what may go on a day may go at once.
  hour: () => null,
  // A Wait's timestamp has whole seconds: rounded up, or it would wake on the day before.
  instantOf: (on) =>
    new Date(Math.ceil((of.epoch.getTime() + daysBetween(of.start, on) * of.msPerDay) / 1000) * 1000)
      .toISOString()
      .replace('.000Z', 'Z'),
});
