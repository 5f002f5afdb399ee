import { plusDays, weekday, type Day } from '../calendar.ts';
import { isHoliday } from '../law/deadlines.ts';
import type { Place } from '../law/place.ts';

/** From and to in whole hours, local time at the debtor's place. */
export type Hours = Readonly<{ from: number; to: number }>;
/** When a person may be reached: hours on Monday to Friday and on Saturday; never on Sundays and public holidays. */
export type ContactHours = Readonly<{ weekdays: Hours; saturday: Hours | null }>;

/** No statute fixes hours for dunning; these are our own cautious defaults (reading 14). */
export const MESSAGE_HOURS: ContactHours = { weekdays: { from: 8, to: 20 }, saturday: null };
export const CALL_HOURS: Readonly<Record<'standard' | 'komfort', ContactHours>> = {
  standard: { weekdays: { from: 9, to: 18 }, saturday: null },
  komfort: { weekdays: { from: 8, to: 20 }, saturday: { from: 9, to: 14 } },
};

const SUNDAY = 0;
const SATURDAY = 6;
/** The hours of a day in which somebody may be reached, or null: not at all. */
export const contactHoursOn = (on: Day, place: Place, hours: ContactHours = MESSAGE_HOURS): Hours | null => {
  if (weekday(on) === SUNDAY || isHoliday(on, place)) return null;
  return weekday(on) === SATURDAY ? hours.saturday : hours.weekdays;
};

/** An hour of a day, local time. */
export type Moment = Readonly<{ on: Day; hour: number }>;
/** The first hour from this one on in which somebody may be reached. */
export const nextContact = (on: Day, hour: number, place: Place, hours: ContactHours = MESSAGE_HOURS): Moment => {
  const open = contactHoursOn(on, place, hours);
  return open && hour < open.to
    ? { on, hour: Math.max(hour, open.from) }
    : nextContact(plusDays(on, 1), 0, place, hours);
};

const clock = ({ from, to }: Hours): string => `${from} bis ${to} Uhr`;
/**
 * The hours as people read them: `Montag bis Freitag 8 bis 20 Uhr, Samstag 9 bis 14 Uhr, nie an Sonn- und Feiertagen`.
 */
export const hoursInWords = ({ weekdays, saturday }: ContactHours): string =>
  [
    `Montag bis Freitag ${clock(weekdays)}`,
    ...(saturday ? [`Samstag ${clock(saturday)}`] : []),
    'nie an Sonn- und Feiertagen',
  ].join(', ');
