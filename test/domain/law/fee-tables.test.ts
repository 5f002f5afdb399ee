import { day } from '../../../domain/calendar.ts';
import { inForce } from '../../../domain/law/dated.ts';
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
