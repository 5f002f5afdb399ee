import { day, type Day } from '../../../domain/calendar.ts';
import { BASE_RATES, baseRateOn, halfYearOf, nextHalfYear } from '../../../domain/law/base-rates.ts';

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
