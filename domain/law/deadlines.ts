import { day, daysBetween, plusDays, remembered, weekday, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { inForce } from './dated.ts';
import { CALENDAR_YEARS, HOLIDAYS, easterOf, reaches, type Holiday } from './holidays.ts';
import type { Place } from './place.ts';

const easter = remembered(easterOf);
/**
 * Which holidays there may be on a day, by its month and day and by its distance from Easter. What the law says of them
 * is read for the day each time.
 */
const BY_MONTH_DAY = new Map<string, Holiday[]>();
const BY_EASTER = new Map<number, Holiday[]>();
const REPENTANCE: Holiday[] = [];
for (const holiday of HOLIDAYS) {
  const { when } = holiday;
  if ('monthDay' in when) BY_MONTH_DAY.set(when.monthDay, [...(BY_MONTH_DAY.get(when.monthDay) ?? []), holiday]);
  else if ('fromEaster' in when) BY_EASTER.set(when.fromEaster, [...(BY_EASTER.get(when.fromEaster) ?? []), holiday]);
  else REPENTANCE.push(holiday);
}
const WEDNESDAY = 3;
/** The Wednesday before 23 November. */
const isRepentanceDay = (on: Day): boolean =>
  on.slice(5) >= '11-16' && on.slice(5) <= '11-22' && weekday(on) === WEDNESDAY;

/** The holidays that may fall on a day, somewhere: which of them are ones the tables say. */
const holidaysOn = remembered((on: Day): readonly Holiday[] => [
  ...(BY_MONTH_DAY.get(on.slice(5)) ?? []),
  ...(BY_EASTER.get(daysBetween(easter(Number(on.slice(0, 4))), on)) ?? []),
  ...(isRepentanceDay(on) ? REPENTANCE : []),
]);

/** Whether holidays of this day's year are known. */
export const calendarReaches = (on: Day): boolean => {
  const year = Number(on.slice(0, 4));
  return year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last;
};

/**
 * A public holiday at a place, or one that may be: where the postal code cannot tell, the day counts as one (reading
 * kinder to the debtor).
 */
export const isHoliday = (on: Day, place: Place): boolean => {
  if (!calendarReaches(on))
    throw new Rejected(
      'calendar.out-of-range',
      `Für ${on.slice(0, 4)} sind keine Feiertage hinterlegt; der Kalender reicht von ${CALENDAR_YEARS.first} bis ${CALENDAR_YEARS.last}.`,
    );
  return holidaysOn(on).some(({ table }) => inForce(table, on).value.some((area) => reaches(area, place)));
};

export const isWorkingDay = (on: Day, place: Place): boolean =>
  weekday(on) !== 0 && weekday(on) !== 6 && !isHoliday(on, place);

/** § 193 BGB: what falls on a Saturday, Sunday or holiday moves to the next working day; a working day stays. */
export const nextWorkingDay = (on: Day, place: Place): Day =>
  isWorkingDay(on, place) ? on : nextWorkingDay(plusDays(on, 1), place);

const FIXED_HOLIDAYS = ['01-01', '05-01', '10-03', '12-25', '12-26'];
/** Beyond the table only weekends and the fixed nationwide holidays are known. */
const roughWorkingDay = (on: Day): Day =>
  weekday(on) % 6 === 0 || FIXED_HOLIDAYS.includes(on.slice(5)) ? roughWorkingDay(plusDays(on, 1)) : on;
/**
 * § 193 BGB for any year: where the table does not reach, the moving holidays are missing and the answer says
 * `assumed`.
 */
export const nextWorkingDayAnyYear = (on: Day, place: Place): { on: Day; assumed: boolean } =>
  calendarReaches(on) && calendarReaches(plusDays(on, 10))
    ? { on: nextWorkingDay(on, place), assumed: false }
    : { on: roughWorkingDay(on), assumed: true };

const plusMonths = (from: Day, months: number): Day => {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (year > 9999) throw new Rejected('date.range', 'Der Tag, der sich ergibt, liegt nicht in den Jahren 0 bis 9999.');
  const lengthOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day(
    `${year}-${String(month).padStart(2, '0')}-${String(Math.min(Number(from.slice(8, 10)), lengthOfMonth)).padStart(2, '0')}`,
  );
};

/**
 * The end of a period before § 193 moves it: the event's day is not counted (§ 187(1)), a missing date becomes the
 * month's last (§ 188(3)).
 */
export const unshiftedEnd = (event: Day, period: string): Day => {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  const [years, months, weeks, days] = (parts?.slice(1) ?? []).map((n) => Number(n ?? 0));
  if (!parts || period === 'P' || [years, months, weeks, days].some((n) => (n ?? 0) > 36_500))
    throw new Rejected('deadline.period', `„${period}“ ist keine Frist wie P2W, P1M oder P14D.`, { field: 'period' });
  const inMonths = (years ?? 0) * 12 + (months ?? 0);
  return plusDays(inMonths === 0 ? event : plusMonths(event, inMonths), (weeks ?? 0) * 7 + (days ?? 0));
};

/** The last day of a period (§§ 187(1), 188, 193 BGB). */
export const endOfPeriod = (event: Day, period: string, place: Place): Day =>
  nextWorkingDay(unshiftedEnd(event, period), place);
