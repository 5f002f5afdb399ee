import { day } from '../../../domain/calendar.ts';
import { defaultInterest, interestOverTime, shownInterest, statutoryRate } from '../../../domain/account/interest.ts';
import { cents } from '../../../domain/money.ts';

const fixed = (from: string, to: string, more: Partial<Parameters<typeof defaultInterest>[0]> = {}) =>
  defaultInterest({ principal: cents(36_500_00), from: day(from), to: day(to), rate: { fixed: 1000 }, ...more });

describe('how days are counted', () => {
  test('the first and the last day both bear interest', () => {
    expect(fixed('2026-03-02', '2026-03-02')).toMatchObject({ days: 1, total: 10_00 });
    expect(fixed('2026-03-02', '2026-03-11')).toMatchObject({ days: 10, total: 100_00 });
  });
  test.each([
    [2024, 366],
    [2023, 365],
    [2000, 366],
    [1900, 365],
    [2100, 365],
    [2096, 366],
    [2200, 365],
    [2400, 366],
  ])('the year %s has %s days', (year, days) => {
    expect(fixed(`${year}-01-01`, `${year}-01-31`).periods[0]?.daysInYear).toBe(days);
    expect(fixed(`${year}-01-01`, `${year}-12-31`)).toMatchObject({ days, total: 3_650_00 });
  });
  test('or each year has 365, as the mandate says', () => {
    expect(fixed('2024-01-01', '2024-12-31', { convention: 'act/365' })).toMatchObject({ days: 366, total: 3_660_00 });
  });
  test('over the end of a year each part by its own', () => {
    expect(fixed('2023-12-31', '2024-01-01').periods.map((p) => [p.from, p.to, p.days, p.daysInYear])).toEqual([
      ['2023-12-31', '2023-12-31', 1, 365],
      ['2024-01-01', '2024-01-01', 1, 366],
    ]);
  });
});

describe('the rate', () => {
  test("changes with each half-year's base rate, also where it is negative", () => {
    expect(
      defaultInterest({
        principal: cents(1000_00),
        from: day('2022-12-30'),
        to: day('2023-07-02'),
        rate: { margin: 500 },
      }).periods,
    ).toEqual([
      {
        from: '2022-12-30',
        to: '2022-12-31',
        days: 2,
        principal: 1000_00,
        daysInYear: 365,
        hundredths: 412,
        assumed: false,
      },
      {
        from: '2023-01-01',
        to: '2023-06-30',
        days: 181,
        principal: 1000_00,
        daysInYear: 365,
        hundredths: 662,
        assumed: false,
      },
      {
        from: '2023-07-01',
        to: '2023-07-02',
        days: 2,
        principal: 1000_00,
        daysInYear: 365,
        hundredths: 812,
        assumed: false,
      },
    ]);
  });
  test('is assumed beyond the last half-year we know, a fixed one never', () => {
    const beyond = (rate: { margin: number } | { fixed: number }) =>
      defaultInterest({ principal: cents(1000_00), from: day('2098-12-31'), to: day('2099-01-01'), rate });
    expect(beyond({ margin: 500 })).toMatchObject({ assumed: true, periods: [{ assumed: true }, { assumed: true }] });
    expect(beyond({ fixed: 500 })).toMatchObject({
      assumed: false,
      periods: [{ hundredths: 500, assumed: false }, { assumed: false }],
    });
    expect(
      defaultInterest({
        principal: cents(1000_00),
        from: day('2026-01-01'),
        to: day('2099-01-01'),
        rate: { margin: 500 },
      }).assumed,
    ).toBe(true);
  });
  test('of the law: 5 points for consumers, 8 and 9 between businesses', () => {
    expect([
      statutoryRate('private', day('2014-07-29')),
      statutoryRate('business', day('2014-07-28')),
      statutoryRate('business', day('2014-07-29')),
    ]).toEqual([{ margin: 500 }, { margin: 800 }, { margin: 900 }]);
    expect(() => statutoryRate('private', day('2001-01-01'))).toThrow('Verzugszinssatz');
  });
});

describe('a principal that changes', () => {
  const steps = [
    { from: day('2026-03-02'), principal: cents(36_500_00) },
    { from: day('2026-03-12'), principal: cents(3_650_00) },
    { from: day('2026-03-22'), principal: cents(0) },
  ];
  test('bears interest on what is open on each day, and on nothing when it is paid', () => {
    expect(interestOverTime(steps, day('2026-12-31'), { fixed: 1000 })).toMatchObject({
      days: 20,
      total: 110_00,
      periods: [
        { from: '2026-03-02', to: '2026-03-11', principal: 36_500_00 },
        { from: '2026-03-12', to: '2026-03-21', principal: 3_650_00 },
      ],
    });
  });
  test('up to the day that is asked for', () => {
    expect(interestOverTime(steps, day('2026-03-05'), { fixed: 1000 })).toMatchObject({ days: 4, total: 40_00 });
    expect(interestOverTime(steps, day('2026-03-12'), { fixed: 1000 }).days).toBe(11);
    expect(interestOverTime([], day('2026-03-12'), { fixed: 1000 })).toEqual({
      total: 0,
      days: 0,
      periods: [],
      assumed: false,
    });
  });
  test('is rounded once: three times a third of a cent is a cent', () => {
    const thirds = [0, 1, 2].map((n) => ({ from: day(`2026-03-0${2 + n}`), principal: cents(122 + n) }));
    const shown = shownInterest(interestOverTime(thirds, day('2026-03-04'), { fixed: 1000 }).periods);
    expect(shown.steps.map((s) => s.fine)).toEqual([3, 3, 4]);
    expect(shown).toMatchObject({ together: 10, total: 0 });
    expect(
      interestOverTime([{ from: day('2026-03-02'), principal: cents(1825) }], day('2026-03-02'), { fixed: 1000 }).total,
    ).toBe(1);
    expect(
      interestOverTime([{ from: day('2026-03-02'), principal: cents(1824) }], day('2026-03-02'), { fixed: 1000 }).total,
    ).toBe(0);
    expect(interestOverTime(thirds, day('2026-03-31'), { fixed: 10_000 }).total).toBe(10);
  });
  test('is never negative', () => {
    expect(() =>
      interestOverTime([{ from: day('2026-03-02'), principal: cents(-1) }], day('2026-03-05'), { fixed: 1000 }),
    ).toThrow(expect.objectContaining({ code: 'interest.negative-principal', field: 'principal' }));
  });
});
test('a last day before the first is refused, the same day is not', () => {
  expect(() => fixed('2026-03-02', '2026-03-01')).toThrow(
    expect.objectContaining({
      code: 'interest.days',
      field: 'lastInterestDay',
      message: 'Der letzte Zinstag (01.03.2026) liegt vor dem ersten (02.03.2026).',
    }),
  );
});
