import { day, type Day } from '../../../domain/calendar.ts';
import { BASE_RATES, baseRateOn, halfYearOf, nextHalfYear } from '../../../domain/law/base-rates.ts';
import { inForce, row, type LawTable } from '../../../domain/law/dated.ts';
import {
  GKG,
  GKG_TABLES,
  RVG,
  RVG_TABLES,
  scheduleOf,
  simpleFee,
  type FeeTable,
} from '../../../domain/law/fee-tables.ts';
import { cents } from '../../../domain/money.ts';

describe('a dated figure', () => {
  const table: LawTable<number> = { name: 'Gebühr', rows: [row('2010-01-01', 1, 's'), row('2020-01-01', 2, 's')] };
  test('is the one in force on the day, from its first day on', () => {
    expect(['2010-01-01', '2019-12-31', '2020-01-01', '2030-01-01'].map((d) => inForce(table, day(d)).value)).toEqual([
      1, 1, 2, 2,
    ]);
  });
  test('before the first one nothing is guessed', () => {
    expect(() => inForce(table, day('2009-12-31'))).toThrow(
      expect.objectContaining({
        code: 'law.before-first',
        message: 'Gebühr: Für den 31.12.2009 ist kein Wert hinterlegt; der älteste gilt ab 01.01.2010.',
      }),
    );
    expect(() => inForce({ ...table, rows: [] }, day('2009-12-31'))).toThrow('der älteste gilt ab –.');
  });
});

describe('the base rate (§ 247 BGB)', () => {
  test('half-years begin in January and July', () => {
    expect(
      ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map((d) => [halfYearOf(day(d)), nextHalfYear(day(d))]),
    ).toEqual([
      ['2026-01-01', '2026-07-01'],
      ['2026-01-01', '2026-07-01'],
      ['2026-07-01', '2027-01-01'],
      ['2026-07-01', '2027-01-01'],
    ]);
  });
  test('follows one upon the other without a gap, each with its source', () => {
    expect(BASE_RATES.rows[0]?.from).toBe('2002-01-01');
    BASE_RATES.rows.slice(1).forEach((r, i) => {
      expect(r.from).toBe(nextHalfYear(BASE_RATES.rows[i]!.from));
    });
    expect(
      BASE_RATES.rows.every(
        (r) => r.source.includes('Bundesbank') && r.checkedOn >= '2026-01-01' && r.confidence === 'verified-2',
      ),
    ).toBe(true);
  });
  // In percent, each half-year in which the rate changed: typed a second time.
  test.each<[string, number]>([
    ['2002-01-01', 2.57],
    ['2002-07-01', 2.47],
    ['2003-01-01', 1.97],
    ['2003-07-01', 1.22],
    ['2004-01-01', 1.14],
    ['2004-07-01', 1.13],
    ['2005-01-01', 1.21],
    ['2005-07-01', 1.17],
    ['2006-01-01', 1.37],
    ['2006-07-01', 1.95],
    ['2007-01-01', 2.7],
    ['2007-07-01', 3.19],
    ['2008-01-01', 3.32],
    ['2008-07-01', 3.19],
    ['2009-01-01', 1.62],
    ['2009-07-01', 0.12],
    ['2011-07-01', 0.37],
    ['2012-01-01', 0.12],
    ['2013-01-01', -0.13],
    ['2013-07-01', -0.38],
    ['2014-01-01', -0.63],
    ['2014-07-01', -0.73],
    ['2015-01-01', -0.83],
    ['2016-01-01', -0.83],
    ['2016-07-01', -0.88],
    ['2022-12-31', -0.88],
    ['2023-01-01', 1.62],
    ['2023-07-01', 3.12],
    ['2024-01-01', 3.62],
    ['2024-07-01', 3.37],
    ['2025-01-01', 2.27],
    ['2025-07-01', 1.27],
    ['2026-01-01', 1.27],
    ['2026-07-01', 1.52],
  ])('was %s: %s %', (on, percent) => {
    expect(baseRateOn(day(on))).toMatchObject({ row: { value: Math.round(percent * 100) }, assumed: false });
  });
  test('did not change in between', () => {
    for (const [from, to, hundredths] of [
      ['2009-07-01', '2011-06-30', 12],
      ['2012-01-01', '2012-12-31', 12],
      ['2015-01-01', '2016-06-30', -83],
      ['2016-07-01', '2022-12-31', -88],
    ] as const)
      for (let h: Day = day(from); h <= to; h = nextHalfYear(h)) expect(baseRateOn(h).row.value).toBe(hundredths);
  });
  test('beyond the last one known it is assumed; its row is the last one', () => {
    const last = BASE_RATES.rows.at(-1)!;
    expect(baseRateOn(day('2099-03-01'))).toEqual({ row: last, assumed: true });
    expect(baseRateOn(day('2024-08-01'))).toMatchObject({ row: { from: '2024-07-01', value: 337 }, assumed: false });
  });
  test('before 2002 it is refused', () => {
    expect(() => baseRateOn(day('2001-12-31'))).toThrow(
      expect.objectContaining({
        code: 'interest.before-2002',
        message: 'Basiszinssatz: Für den 31.12.2001 ist kein Wert hinterlegt; der älteste gilt ab 01.01.2002.',
      }),
    );
  });
});

describe('the fee tables', () => {
  test('their names', () => {
    expect([...GKG_TABLES, ...RVG_TABLES]).toEqual(['GKG2021', 'GKG2025', 'RVG2013', 'RVG2021', 'RVG2025']);
  });
  test.each([
    ['2013-08-01', 'RVG2013'],
    ['2020-12-31', 'RVG2013'],
    ['2021-01-01', 'RVG2021'],
    ['2025-05-31', 'RVG2021'],
    ['2025-06-01', 'RVG2025'],
  ])('ordered on %s: %s (§ 60 RVG)', (on, table) => {
    expect(inForce(RVG, day(on)).value.name).toBe(table);
  });
  test.each([
    ['2021-01-01', 'GKG2021'],
    ['2025-05-31', 'GKG2021'],
    ['2025-06-01', 'GKG2025'],
  ])('filed on %s: %s (§ 71 GKG)', (on, table) => {
    expect(inForce(GKG, day(on)).value.name).toBe(table);
  });
  test('before the oldest it is refused', () => {
    expect(() => inForce(RVG, day('2013-07-31'))).toThrow(
      expect.objectContaining({ code: 'fee.before-2013', field: 'orderedOn' }),
    );
    expect(() => inForce(GKG, day('2020-12-31'))).toThrow(
      expect.objectContaining({ code: 'fee.before-2021', field: 'filedOn' }),
    );
  });
  // § 13 RVG, § 34 GKG: the fee at the end of each band, and one step into the open last one, typed a second time as
  // the sums they are.
  test.each<[FeeTable, readonly number[]]>([
    ['RVG2013', [45, 150, 558, 788, 1163, 2013, 3213, 3363]],
    ['RVG2021', [49, 166, 614, 874, 1279, 2219, 3539, 3704]],
    ['RVG2025', [51.5, 176, 652, 927, 1357, 2352, 3752, 3927]],
    ['GKG2021', [38, 98, 266, 411, 601, 1921, 3901, 4099]],
    ['GKG2025', [40, 103, 283, 435.5, 638, 2038, 4138, 4348]],
  ])('%s at 500, 2,000, 10,000, 25,000, 50,000, 200,000, 500,000 and 550,000 €', (table, fees) => {
    expect(
      [500, 2_000, 10_000, 25_000, 50_000, 200_000, 500_000, 550_000].map(
        (v) => simpleFee(scheduleOf(table), cents(v * 100)) / 100,
      ),
    ).toEqual(fees);
  });
  test('a cent more is the next step, a cent is the first', () => {
    expect(
      [1, 500_00, 500_01, 1000_00, 1000_01, 2_000_00, 2_000_01, 3_000_00, 3_000_01].map((v) =>
        simpleFee(scheduleOf('RVG2025'), cents(v)),
      ),
    ).toEqual([51_50, 51_50, 93_00, 93_00, 134_50, 176_00, 235_50, 235_50, 295_00]);
    expect([500_000_00, 500_000_01].map((v) => simpleFee(scheduleOf('GKG2025'), cents(v)))).toEqual([4138_00, 4348_00]);
  });
  test('nothing above 30 million counts', () => {
    expect(simpleFee(scheduleOf('RVG2025'), cents(30_000_000_01))).toBe(
      simpleFee(scheduleOf('RVG2025'), cents(30_000_000_00)),
    );
    expect(simpleFee(scheduleOf('RVG2025'), cents(29_950_000_00))).toBeLessThan(
      simpleFee(scheduleOf('RVG2025'), cents(30_000_000_00)),
    );
  });
  test.each([0, -1])('a value of %s is refused', (value) => {
    expect(() => simpleFee(scheduleOf('RVG2025'), cents(value))).toThrow(
      expect.objectContaining({ code: 'fee.value', field: 'value' }),
    );
  });
});
