import { day, formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { BASE_RATES, nextHalfYear } from './base-rates.ts';
import type { LawTable } from './dated.ts';
import { CALENDAR_YEARS } from './holidays.ts';
import { LAW_TABLES } from './tables.ts';

/**
 * A figure that somebody should look up: which, by when, and why, in German. `late`: the day it was needed has passed.
 */
export type Due = Readonly<{ figure: string; neededFrom: Day; late: boolean; why: string; where: string }>;

/** The Bundesbank announces the base rate about two weeks before 1 January and 1 July. */
const ANNOUNCED_BEFORE = 17;
/** In days: everything else is read again once a year, what is not yet sure every three months. */
const YEAR = 365;
const QUARTER = 91;

/** The half-years up to now, and the one already announced, for which there is no base rate. */
const baseRatesDue = (on: Day): readonly Due[] => {
  const due: Due[] = [];
  const last = BASE_RATES.rows.at(-1);
  for (
    let from = last ? nextHalfYear(last.from) : on;
    !isBefore(on, plusDays(from, -ANNOUNCED_BEFORE));
    from = nextHalfYear(from)
  ) {
    due.push({
      figure: `Basiszinssatz ab ${formatDay(from)}`,
      neededFrom: from,
      late: !isBefore(on, from),
      where: 'Deutsche Bundesbank, Basiszinssatz nach § 247 BGB',
      why: 'Der Wert dieses Halbjahrs fehlt; bis er eingetragen ist, rechnen wir mit dem letzten bekannten und sagen das bei jedem Betrag.',
    });
  }
  return due;
};

/** The figure in force, where it was read too long ago. A table that has not begun has nothing to read again. */
const rereadDue = ({ name, rows }: LawTable<unknown>, on: Day): readonly Due[] => {
  const current = rows.findLast((r) => r.from <= on);
  if (!current) return [];
  const isUnsure = current.confidence === 'unsure';
  const neededFrom = plusDays(current.checkedOn, isUnsure ? QUARTER : YEAR);
  if (isBefore(on, neededFrom)) return [];
  const why = isUnsure
    ? 'Der Wert ist nicht gesichert und wird vierteljährlich nachgelesen.'
    : 'Seit einem Jahr nicht mehr nachgelesen.';
  return [{ figure: name, neededFrom, late: true, where: current.source, why }];
};

const YEARS_AHEAD = 4;
const calendarDue = (on: Day): readonly Due[] => {
  const lastYear = CALENDAR_YEARS.last;
  const year = Number(on.slice(0, 4));
  if (year < lastYear - YEARS_AHEAD) return [];
  return [
    {
      figure: `Feiertage nach ${lastYear}`,
      neededFrom: day(`${lastYear + 1}-01-01`),
      late: year > lastYear,
      where: 'domain/law/holidays.ts',
      why: 'Der Kalender endet bald; Fristen danach würden abgewiesen.',
    },
  ];
};

/** The figures to check on a day. Empty when all that is in force then was read recently enough. */
export const lawDue = (on: Day): Due[] => [
  ...baseRatesDue(on),
  // The base rate has its own calendar above.
  ...LAW_TABLES.filter((t) => t !== BASE_RATES).flatMap((table) => rereadDue(table, on)),
  ...calendarDue(on),
];
