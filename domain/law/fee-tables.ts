import { day, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { cents, type Cents } from '../money.ts';
import { row, type Confidence, type Dated, type LawTable } from './dated.ts';

/** Up to which value (cents) each started step of this width adds its amount. */
type Band = Readonly<{ upTo: number; width: number; fee: number }>;
/**
 * Step rule of a fee schedule, all in cents: `base` up to `baseUpTo`, then an amount for each started step; no value
 * above `valueCap` counts (§ 22(2) RVG, § 39(2) GKG). `example`: the day that stands for a schedule where a calculation
 * names it and no day.
 */
export type Schedule<Name extends string = string> = Readonly<{
  name: Name;
  base: number;
  baseUpTo: number;
  bands: readonly Band[];
  valueCap: number;
  example: Day;
}>;

/** What each started step of 500, 1,000, 3,000, 5,000, 15,000, 30,000 and 50,000 € adds; the last one has no end. */
const bandsOf = (fees: readonly [number, number, number, number, number, number, number]): readonly Band[] => [
  { upTo: 2_000_00, width: 500_00, fee: fees[0] },
  { upTo: 10_000_00, width: 1_000_00, fee: fees[1] },
  { upTo: 25_000_00, width: 3_000_00, fee: fees[2] },
  { upTo: 50_000_00, width: 5_000_00, fee: fees[3] },
  { upTo: 200_000_00, width: 15_000_00, fee: fees[4] },
  { upTo: 500_000_00, width: 30_000_00, fee: fees[5] },
  { upTo: Infinity, width: 50_000_00, fee: fees[6] },
];
const schedule = <const Name extends string>(
  from: string,
  of: Readonly<{ name: Name; base: number; steps: Parameters<typeof bandsOf>[0]; example?: string }>,
  source: string,
  confidence: Confidence = 'verified',
): Dated<Schedule<Name>> =>
  row(
    from,
    {
      name: of.name,
      base: of.base,
      baseUpTo: 500_00,
      bands: bandsOf(of.steps),
      valueCap: 30_000_000_00,
      example: day(of.example ?? from),
    },
    source,
    { confidence },
  );

const RVG_ROWS = [
  schedule(
    '2013-08-01',
    { name: 'RVG2013', base: 45_00, steps: [35_00, 51_00, 46_00, 75_00, 85_00, 120_00, 150_00] },
    '§ 13(1) RVG i. d. F. des 2. KostRMoG',
    'verified-2',
  ),
  // The rules for collection services came with October 2021 (Nr. 2300 Anm. 2 VV RVG): a calculation of this table
  // means them.
  schedule(
    '2021-01-01',
    {
      name: 'RVG2021',
      base: 49_00,
      steps: [39_00, 56_00, 52_00, 81_00, 94_00, 132_00, 165_00],
      example: '2021-10-01',
    },
    '§ 13(1) RVG i. d. F. des KostRÄG 2021',
  ),
  schedule(
    '2025-06-01',
    { name: 'RVG2025', base: 51_50, steps: [41_50, 59_50, 55_00, 86_00, 99_50, 140_00, 175_00] },
    '§ 13(1) RVG i. d. F. des KostBRÄG 2025, BGBl. 2025 I Nr. 109',
  ),
] as const;
const GKG_ROWS = [
  schedule(
    '2021-01-01',
    { name: 'GKG2021', base: 38_00, steps: [20_00, 21_00, 29_00, 38_00, 132_00, 198_00, 198_00] },
    '§ 34 GKG i. d. F. des KostRÄG 2021',
    'verified-2',
  ),
  schedule(
    '2025-06-01',
    { name: 'GKG2025', base: 40_00, steps: [21_00, 22_50, 30_50, 40_50, 140_00, 210_00, 210_00] },
    '§ 34 GKG i. d. F. des KostBRÄG 2025',
  ),
] as const;

export type RvgTable = (typeof RVG_ROWS)[number]['value']['name'];
export type GkgTable = (typeof GKG_ROWS)[number]['value']['name'];
export type FeeTable = RvgTable | GkgTable;

/** § 60(1) RVG: read for the day of the unconditional order, whatever changed later. */
export const RVG: LawTable<Schedule<RvgTable>> = {
  name: 'Gebührentabelle RVG',
  rows: RVG_ROWS,
  refusal: { code: 'fee.before-2013', field: 'orderedOn' },
};
/** § 71(1) GKG: read for the day the application reaches the court. */
export const GKG: LawTable<Schedule<GkgTable>> = {
  name: 'Gebührentabelle GKG',
  rows: GKG_ROWS,
  refusal: { code: 'fee.before-2021', field: 'filedOn' },
};

/** The names of the schedules, oldest first. */
export const RVG_TABLES: readonly RvgTable[] = RVG_ROWS.map((r) => r.value.name);
export const GKG_TABLES: readonly GkgTable[] = GKG_ROWS.map((r) => r.value.name);

/** A schedule by its name: for calculations that name one. Rejected where there is none of that name. */
export const scheduleOf = (name: FeeTable): Schedule<FeeTable> => {
  const found = [...RVG_ROWS, ...GKG_ROWS].find((r) => r.value.name === name);
  if (!found) throw new Rejected('fee.table', `Die Gebührentabelle „${name}“ gibt es nicht.`, { field: 'table' });
  return found.value;
};
/** The day on which a calculation that names a schedule and no day is made. */
export const dayOfTable = (name: FeeTable): Day => scheduleOf(name).example;

/** The simple fee (1.0) for a value. "Up to" is inclusive: one cent more is the next step. */
export const simpleFee = ({ base, baseUpTo, bands, valueCap }: Schedule, value: Cents): Cents => {
  if (value <= 0) throw new Rejected('fee.value', 'Der Gegenstandswert muss größer als null sein.', { field: 'value' });
  const capped = Math.min(value, valueCap);
  let fee = base;
  let below = baseUpTo;
  for (const { upTo, width, fee: step } of bands) {
    if (capped <= below) break;
    fee += Math.ceil((Math.min(capped, upTo) - below) / width) * step;
    below = upTo;
  }
  return cents(fee);
};
