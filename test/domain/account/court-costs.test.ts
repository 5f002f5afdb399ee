import { day } from '../../../domain/calendar.ts';
import { courtDunningCosts, courtOrderFee, creditOf } from '../../../domain/account/court-costs.ts';
import { cents } from '../../../domain/money.ts';

const ON = day('2026-03-02');

describe('in court', () => {
  test('Nr. 1100 KV GKG: half a fee, at least 38 €, 36 € before June 2025', () => {
    expect(courtOrderFee(ON, cents(1000_00))).toBe(38_00);
    expect(courtOrderFee(day('2025-05-31'), cents(500_00))).toBe(36_00);
    expect(courtOrderFee(ON, cents(3000_00))).toBe(62_75);
    expect(courtOrderFee(ON, cents(1000_00), cents(0))).toBe(30_50);
    expect(() => courtOrderFee(ON, cents(1000_00), cents(-1))).toThrow(
      expect.objectContaining({ code: 'fee.minimum', field: 'minimum' }),
    );
  });
  test('Vorbem. 3(4): half of the earlier fee, at most 0.75', () => {
    expect(creditOf(cents(46_36), cents(51_50), ON)).toBe(23_18);
    expect(creditOf(cents(128_75), cents(51_50), ON)).toBe(38_63);
  });
  const costs = (claim: number, preCourtRate: number, undisputed = true) =>
    courtDunningCosts({
      orderedOn: ON,
      filedOn: ON,
      completedOn: ON,
      claim: cents(claim),
      preCourtRate,
      undisputed,
    });
  test('what is credited is never more than the fee in court', () => {
    expect(costs(40_00, 250, false)).toMatchObject({
      preCourtFee: 128_75,
      credit: 38_63,
      application: 51_50,
      totalApplication: 51_50 + 10_30 - 38_63 + 38_00,
    });
  });
  test('a claim of 30 € had a Geschäftsgebühr of 46.35 in the court calculation: the small base holds there, too', () => {
    expect(costs(30_00, 90)).toMatchObject({
      preCourtFee: 28_35,
      preCourtExpenses: 5_67,
      credit: 14_18,
      application: 51_50,
      enforcementOrder: 25_75,
    });
    expect(costs(50_00, 90).preCourtFee).toBe(28_35);
    expect(costs(50_01, 90).preCourtFee).toBe(46_35);
    expect(costs(30_00, 90, false).preCourtFee).toBe(46_35);
  });
  test('the whole bill', () => {
    expect(costs(2500_00, 90)).toEqual({
      preCourtFee: 211_95,
      preCourtExpenses: 20_00,
      application: 235_50,
      credit: 105_98,
      enforcementOrder: 117_75,
      expenses: 20_00,
      courtFee: 62_75,
      totalApplication: 212_27,
      totalBoth: 330_02,
      totalBothWithVat: 380_80,
    });
  });
});
