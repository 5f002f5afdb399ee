import type { Day } from '../calendar.ts';
import { inForce, row, type Dated, type LawTable } from './dated.ts';

/**
 * Base rates (§ 247 BGB) in hundredths of a percent, from 1 January and 1 July of each year. They may be negative:
 * never clamped.
 */
const SOURCE = 'Deutsche Bundesbank, Basiszinssatz nach § 247 BGB (mehrere unabhängige Reihen verglichen)';
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

/** § 247 BGB, hundredths of a percent, one row for each half-year. */
export const BASE_RATES: LawTable<number> = {
  name: 'Basiszinssatz',
  rows: HALF_YEARS.flatMap(([year, january, july]) => [
    row(`${year}-01-01`, january, SOURCE, { confidence: 'verified-2' }),
    row(`${year}-07-01`, july, SOURCE, { confidence: 'verified-2' }),
  ]),
  refusal: { code: 'interest.before-2002' },
};

/** The first day of the half-year a day lies in (a cast, as below: 1 January and 1 July are days). */
export const halfYearOf = (of: Day): Day => `${of.slice(0, 4)}-${of.slice(5, 7) < '07' ? '01' : '07'}-01` as Day;
/** The first day of the next half-year. */
export const nextHalfYear = (of: Day): Day =>
  (of.slice(5, 7) < '07' ? `${of.slice(0, 4)}-07-01` : `${Number(of.slice(0, 4)) + 1}-01-01`) as Day;

/** The base rate of a day: its own half-year's, or the last one known; then it is `assumed`. Before 2002: Rejected. */
export const baseRateOn = (on: Day): Readonly<{ row: Dated<number>; assumed: boolean }> => {
  const found = inForce(BASE_RATES, on);
  return { row: found, assumed: found.from !== halfYearOf(on) };
};
