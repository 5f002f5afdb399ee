import { weekday, type Day, type Land, plusDays, day } from './calendar.ts';
import { Rejected } from './faults.ts';
import { HOLIDAYS } from './law/holidays.ts';

/** Nationwide holidays under '*', the others under their Länder; read once per year. */
const known = new Map<number, Map<string, string>>();
const holidaysOf = (year: number): Map<string, string> => {
  const cached = known.get(year);
  if (cached) return cached;
  const row = HOLIDAYS[year];
  if (row === undefined)
    throw new Rejected(
      'calendar.out-of-range',
      `Für ${year} sind keine Feiertage hinterlegt; der Kalender reicht von 2002 bis 2045.`,
    );
  const days = new Map(
    row.split(' ').map((entry): [string, string] => {
      const [monthDay = '', lands = '*'] = entry.split(':');
      return [`${year}-${monthDay}`, lands];
    }),
  );
  known.set(year, days);
  return days;
};

/** Whether holidays of this day's year are known. */
export const calendarReaches = (on: Day): boolean => HOLIDAYS[Number(on.slice(0, 4))] !== undefined;

/** A public holiday in this Land; `null` (Land unknown): only what is one everywhere. */
export const isHoliday = (on: Day, land: Land | null): boolean => {
  const lands = holidaysOf(Number(on.slice(0, 4))).get(on);
  return lands === '*' || (land !== null && (lands?.split('+').includes(land) ?? false));
};

export const isWorkingDay = (on: Day, land: Land | null): boolean =>
  weekday(on) !== 0 && weekday(on) !== 6 && !isHoliday(on, land);

/** § 193 BGB: what falls on a Saturday, Sunday or holiday moves to the next working day; a working day stays. */
export const nextWorkingDay = (on: Day, land: Land | null): Day =>
  isWorkingDay(on, land) ? on : nextWorkingDay(plusDays(on, 1), land);

const FIXED_HOLIDAYS = ['01-01', '05-01', '10-03', '12-25', '12-26'];
/** Beyond the table only weekends and the fixed nationwide holidays are known. */
const roughWorkingDay = (on: Day): Day =>
  weekday(on) % 6 === 0 || FIXED_HOLIDAYS.includes(on.slice(5)) ? roughWorkingDay(plusDays(on, 1)) : on;
/** § 193 BGB for any year: where the table does not reach, the moving holidays are missing and the answer says `assumed`. */
export const nextWorkingDayAnyYear = (on: Day, land: Land | null): { on: Day; assumed: boolean } =>
  calendarReaches(on) && calendarReaches(plusDays(on, 10))
    ? { on: nextWorkingDay(on, land), assumed: false }
    : { on: roughWorkingDay(on), assumed: true };

const plusMonths = (from: Day, months: number): Day => {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const lengthOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day(
    `${year}-${String(month).padStart(2, '0')}-${String(Math.min(Number(from.slice(8, 10)), lengthOfMonth)).padStart(2, '0')}`,
  );
};

/** The end of a period before § 193 moves it: the event's day is not counted (§ 187(1)), a missing date becomes the month's last (§ 188(3)). */
export const unshiftedEnd = (event: Day, period: string): Day => {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  const [years, months, weeks, days] = (parts?.slice(1) ?? []).map((n) => Number(n ?? 0));
  if (!parts || period === 'P' || [years, months, weeks, days].some((n) => (n ?? 0) > 36_500))
    throw new Rejected('deadline.period', `„${period}“ ist keine Frist wie P2W, P1M oder P14D.`, { field: 'period' });
  const inMonths = (years ?? 0) * 12 + (months ?? 0);
  return plusDays(inMonths === 0 ? event : plusMonths(event, inMonths), (weeks ?? 0) * 7 + (days ?? 0));
};

/** The last day of a period (§§ 187(1), 188, 193 BGB). */
export const endOfPeriod = (event: Day, period: string, land: Land | null): Day =>
  nextWorkingDay(unshiftedEnd(event, period), land);
