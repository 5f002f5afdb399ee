import { day, formatDay, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import type { Confidence } from './dated.ts';

/** Base rates (§ 247 BGB) in hundredths of a percent, from 1 January and 1 July of each year. They may be negative: never clamped. */
const SOURCE = 'Deutsche Bundesbank, Basiszinssatz nach § 247 BGB (mehrere unabhängige Reihen verglichen)';
const CHECKED_ON = day('2026-11-22');
const HALF_YEARS: readonly (readonly [year: number, january: number, july: number])[] = [
  [2002, 257, 247],
  [2003, 197, 122],
  [2004, 114, 113],
  [2005, 121, 117],
  [2006, 137, 195],
  [2007, 270, 319],
  [2008, 332, 319],
  [2009, 162, 12],
  [2010, 12, 12],
  [2011, 12, 37],
  [2012, 12, 12],
  [2013, -13, -38],
  [2014, -63, -73],
  [2015, -83, -83],
  [2016, -83, -88],
  [2017, -88, -88],
  [2018, -88, -88],
  [2019, -88, -88],
  [2020, -88, -88],
  [2021, -88, -88],
  [2022, -88, -88],
  [2023, 162, 312],
  [2024, 362, 337],
  [2025, 227, 127],
  [2026, 127, 152],
];

/** A half-year's base rate, hundredths of a percent. */
export type BaseRate = Readonly<{
  from: Day;
  hundredths: number;
  source: string;
  checkedOn: Day;
  confidence: Confidence;
}>;
export const BASE_RATES: readonly BaseRate[] = HALF_YEARS.flatMap(([year, january, july]) =>
  (
    [
      [`${year}-01-01`, january],
      [`${year}-07-01`, july],
    ] as const
  ).map(([from, hundredths]) => ({
    from: day(from),
    hundredths,
    source: SOURCE,
    checkedOn: CHECKED_ON,
    confidence: 'verified-2' as const,
  })),
);

const BY_HALF_YEAR = new Map<Day, BaseRate>(BASE_RATES.map((r) => [r.from, r]));

/** The first day of the half-year a day lies in. */
export const halfYearOf = (of: Day): Day => `${of.slice(0, 4)}-${of.slice(5, 7) < '07' ? '01' : '07'}-01` as Day;
/** The first day of the next half-year. */
export const nextHalfYear = (of: Day): Day =>
  (of.slice(5, 7) < '07' ? `${of.slice(0, 4)}-07-01` : `${Number(of.slice(0, 4)) + 1}-01-01`) as Day;

/** The row a day is computed with: its own half-year's, or the last one known. */
export const baseRateRow = (on: Day): BaseRate => {
  const { from } = baseRateOn(on);
  return BASE_RATES.findLast((r) => r.from <= from) as BaseRate;
};

/** The base rate in force on a day; `assumed` where the half-year lies after the last one known. Before 2002: Rejected. */
export const baseRateOn = (on: Day): { hundredths: number; from: Day; assumed: boolean } => {
  const from = halfYearOf(on);
  const last = BASE_RATES[BASE_RATES.length - 1];
  const row = BY_HALF_YEAR.get(from) ?? (last && from > last.from ? last : undefined);
  if (!row)
    throw new Rejected(
      'interest.before-2002',
      `Für den ${formatDay(on)} ist kein Basiszinssatz hinterlegt; die Tabelle beginnt am 01.01.2002.`,
    );
  return { hundredths: row.hundredths, from: row.from, assumed: row.from !== from };
};
