import { day, formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { BASE_RATES, nextHalfYear } from './base-rates.ts';
import { CALENDAR_YEARS } from './holidays.ts';
import { LAW_TABLES } from './tables.ts';

/**
 * A figure that somebody should look up: which, by when, and why, in German. `late`: the day it was needed has passed.
 */
export type Due = Readonly<{ figure: string; neededFrom: Day; late: boolean; why: string; where: string }>;

/** The Bundesbank announces the base rate about two weeks before 1 January and 1 July. */
const ANNOUNCED_BEFORE = 17;
/** Everything else is read again once a year, what is not yet sure every three months. */
const YEAR = 365,
  QUARTER = 91;

/** The figures to check on a day. Empty when all that is in force then was read recently enough. */
export const lawDue = (on: Day): Due[] => {
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
  const reread = (figure: string, checkedOn: Day, after: number, source: string, why: string): void => {
    const neededFrom = plusDays(checkedOn, after);
    if (!isBefore(on, neededFrom)) due.push({ figure, neededFrom, late: true, where: source, why });
  };
  // The base rate has its own calendar above.
  for (const { name, rows } of LAW_TABLES.filter((t) => t !== BASE_RATES)) {
    const current = rows.findLast((r) => r.from <= on);
    if (current)
      reread(
        name,
        current.checkedOn,
        current.confidence === 'unsure' ? QUARTER : YEAR,
        current.source,
        current.confidence === 'unsure'
          ? 'Der Wert ist nicht gesichert und wird vierteljährlich nachgelesen.'
          : 'Seit einem Jahr nicht mehr nachgelesen.',
      );
  }
  const lastYear = CALENDAR_YEARS.last;
  if (Number(on.slice(0, 4)) >= lastYear - 4)
    due.push({
      figure: `Feiertage nach ${lastYear}`,
      neededFrom: day(`${lastYear + 1}-01-01`),
      late: Number(on.slice(0, 4)) > lastYear,
      where: 'domain/law/holidays.ts',
      why: 'Der Kalender endet bald; Fristen danach würden abgewiesen.',
    });
  return due;
};
