import { day, formatDay, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { cents, type Cents } from '../money.ts';
import type { Confidence } from './dated.ts';

/** Step rules of the fee schedules: a base up to 500 €, then an amount for each started step. All in cents. */
type Schedule = Readonly<{
  base: number;
  perStep: readonly number[];
  validFrom: Day;
  source: string;
  checkedOn: Day;
  confidence: Confidence;
}>;
const checkedOn = day('2026-11-22');
export type RvgTable = 'RVG2013' | 'RVG2021' | 'RVG2025';
export type GkgTable = 'GKG2021' | 'GKG2025';
export type FeeTable = RvgTable | GkgTable;

/** Upper bound and width of each band; above the last one each started 50,000 € counts. */
const BANDS = [
  [2_000_00, 500_00],
  [10_000_00, 1_000_00],
  [25_000_00, 3_000_00],
  [50_000_00, 5_000_00],
  [200_000_00, 15_000_00],
  [500_000_00, 30_000_00],
  [Infinity, 50_000_00],
] as const;

/** The schedules of § 13 RVG and § 34 GKG, each with the day it came into force. */
export const SCHEDULES: Readonly<Record<FeeTable, Schedule>> = {
  RVG2013: {
    base: 45_00,
    perStep: [35_00, 51_00, 46_00, 75_00, 85_00, 120_00, 150_00],
    validFrom: day('2013-08-01'),
    source: '§ 13(1) RVG i. d. F. des 2. KostRMoG',
    checkedOn,
    confidence: 'verified-2',
  },
  RVG2021: {
    base: 49_00,
    perStep: [39_00, 56_00, 52_00, 81_00, 94_00, 132_00, 165_00],
    validFrom: day('2021-01-01'),
    source: '§ 13(1) RVG i. d. F. des KostRÄG 2021',
    checkedOn,
    confidence: 'verified',
  },
  RVG2025: {
    base: 51_50,
    perStep: [41_50, 59_50, 55_00, 86_00, 99_50, 140_00, 175_00],
    validFrom: day('2025-06-01'),
    source: '§ 13(1) RVG i. d. F. des KostBRÄG 2025, BGBl. 2025 I Nr. 109',
    checkedOn,
    confidence: 'verified',
  },
  GKG2021: {
    base: 38_00,
    perStep: [20_00, 21_00, 29_00, 38_00, 132_00, 198_00, 198_00],
    validFrom: day('2021-01-01'),
    source: '§ 34 GKG i. d. F. des KostRÄG 2021',
    checkedOn,
    confidence: 'verified-2',
  },
  GKG2025: {
    base: 40_00,
    perStep: [21_00, 22_50, 30_50, 40_50, 140_00, 210_00, 210_00],
    validFrom: day('2025-06-01'),
    source: '§ 34 GKG i. d. F. des KostBRÄG 2025',
    checkedOn,
    confidence: 'verified',
  },
};
export const FEE_TABLES = Object.keys(SCHEDULES).filter((t): t is FeeTable => t in SCHEDULES);

/** § 60(1) RVG: the table in force on the day of the unconditional order, whatever changed later. */
export const rvgTableOn = (orderedOn: Day): RvgTable => {
  const tables: readonly RvgTable[] = ['RVG2025', 'RVG2021', 'RVG2013'];
  const table = tables.find((t) => SCHEDULES[t].validFrom <= orderedOn);
  if (!table)
    throw new Rejected(
      'fee.before-2013',
      `Für einen Auftrag vom ${formatDay(orderedOn)} ist keine Gebührentabelle hinterlegt; die älteste gilt ab 01.08.2013.`,
      { field: 'orderedOn' },
    );
  return table;
};

/** § 71(1) GKG: the table in force on the day the application reaches the court. */
export const gkgTableOn = (filedOn: Day): GkgTable => {
  const table = (['GKG2025', 'GKG2021'] as const).find((t) => SCHEDULES[t].validFrom <= filedOn);
  if (!table)
    throw new Rejected(
      'fee.before-2021',
      `Für einen Antrag vom ${formatDay(filedOn)} ist keine Gerichtskostentabelle hinterlegt; die älteste gilt ab 01.01.2021.`,
      { field: 'filedOn' },
    );
  return table;
};

/** § 22(2) RVG, § 39(2) GKG: nothing above 30 million counts. */
const VALUE_CAP = 30_000_000_00;

/** The simple fee (1.0) for a value. "Up to" is inclusive: one cent more is the next step. */
export const simpleFee = (table: FeeTable, value: Cents): Cents => {
  if (value <= 0) throw new Rejected('fee.value', 'Der Gegenstandswert muss größer als null sein.', { field: 'value' });
  const { base, perStep } = SCHEDULES[table];
  const capped = Math.min(value, VALUE_CAP);
  let fee = base;
  let below = 500_00;
  for (const [i, [upTo, width]] of BANDS.entries()) {
    if (capped <= below) break;
    fee += Math.ceil((Math.min(capped, upTo) - below) / width) * (perStep[i] ?? 0);
    below = upTo;
  }
  return cents(fee);
};
