import fc from 'fast-check';
import { ORDERS, pour, proRata } from '../../../domain/account/allocation.ts';
import { day } from '../../../domain/calendar.ts';
import { courtDunningCosts, courtOrderFee, creditOf } from '../../../domain/account/court-costs.ts';
import { bill, collectionFee, expensesOn, feeAt, instalmentFee, shareOf, vatOn } from '../../../domain/account/fees.ts';
import { dayOfTable } from '../../../domain/law/fee-tables.ts';
import { cents, sum } from '../../../domain/money.ts';

const ON = day('2026-03-02');

const fee = (more: Partial<Parameters<typeof collectionFee>[0]> = {}) =>
  collectionFee({
    value: cents(300_00),
    rate: 90,
    orderedOn: ON,
    completedOn: ON,
    undisputed: true,
    debtorOwesVat: false,
    ...more,
  });

describe('the collection fee (Nr. 2300 VV RVG, § 13e RDG)', () => {
  test('position by position, with the law behind it', () => {
    expect(fee()).toMatchObject({
      value: 300_00,
      rate: 90,
      table: 'RVG2025',
      base: 51_50,
      fee: 46_35,
      expenses: 9_27,
      net: 55_62,
      vat: 0,
      credited: 0,
      total: 55_62,
      rules: ['Nr. 2300 VV RVG (0,9), § 13e Abs. 1 RDG', '§ 13 Abs. 1 RVG', 'Nr. 7002 VV RVG'],
    });
    expect(fee({ debtorOwesVat: true })).toMatchObject({
      vat: 10_57,
      total: 66_19,
      rules: expect.arrayContaining(['Nr. 7008 VV RVG']) as unknown,
    });
  });
  test('§ 13(2) RVG: small base up to 50 €, not a cent above, not where disputed, not before October 2021', () => {
    expect(fee({ value: cents(50_00) }).base).toBe(31_50);
    expect(fee({ value: cents(50_00) }).rules).toContain('§ 13 Abs. 2 RVG');
    expect(fee({ value: cents(50_01) }).base).toBe(51_50);
    expect(fee({ value: cents(50_00), undisputed: false }).base).toBe(51_50);
    expect(fee({ value: cents(50_00), orderedOn: day('2021-10-01') }).base).toBe(30_00);
    expect(fee({ value: cents(50_00), orderedOn: day('2021-09-30') }).base).toBe(49_00);
  });
  test('§ 13(3): never below 15 €, and only then named', () => {
    expect(fee({ value: cents(20_00), rate: 30 })).toMatchObject({
      fee: 15_00,
      expenses: 3_00,
      rules: expect.arrayContaining(['§ 13 Abs. 3 RVG']) as unknown,
    });
    expect(fee().rules).not.toContain('§ 13 Abs. 3 RVG');
  });
  test('§ 60: the day of the order picks the table', () => {
    expect(fee({ orderedOn: day('2025-05-31') }).table).toBe('RVG2021');
    expect(fee({ orderedOn: day('2025-06-01') }).table).toBe('RVG2025');
    expect(dayOfTable('RVG2021')).toBe('2021-10-01');
  });
  test('at most 1.3 undisputed, 2.5 disputed', () => {
    expect(fee({ rate: 130 }).fee).toBe(66_95);
    expect(() => fee({ rate: 131 })).toThrow(expect.objectContaining({ code: 'fee.rate-too-high', field: 'rate' }));
    expect(fee({ rate: 250, undisputed: false }).fee).toBe(128_75);
    expect(() => fee({ rate: 251, undisputed: false })).toThrow(expect.objectContaining({ code: 'fee.rate-too-high' }));
  });
  test('§ 288(5) sentence 3: the lump sum is set off, never below nothing', () => {
    expect(fee({ lumpSum: cents(40_00) })).toMatchObject({ credited: 40_00, total: 15_62 });
    expect(fee({ lumpSum: cents(80_00) })).toMatchObject({ credited: 55_62, total: 0 });
  });
  test.each([0, -10, 1.5, 1_001])('a rate of %s hundredths is refused', (rate) => {
    expect(() => feeAt(cents(51_50), rate, ON)).toThrow(expect.objectContaining({ code: 'fee.rate', field: 'rate' }));
  });
  test('ten times a fee is still a rate', () => {
    expect(feeAt(cents(10_00), 1_000, ON)).toBe(100_00);
  });
});

describe('which law a fee names', () => {
  const rules = (more: Parameters<typeof fee>[0]): readonly string[] => fee(more).rules;
  test('the small base up to 50 €, undisputed only; a cent more has the table', () => {
    expect(rules({ value: cents(50_00) })).toEqual([
      'Nr. 2300 VV RVG (0,9), § 13e Abs. 1 RDG',
      '§ 13 Abs. 2 RVG',
      'Nr. 7002 VV RVG',
    ]);
    expect(rules({ value: cents(50_01) })[1]).toBe('§ 13 Abs. 1 RVG');
    expect(rules({ value: cents(50_00), undisputed: false })[1]).toBe('§ 13 Abs. 1 RVG');
    expect(fee({ value: cents(50_00), orderedOn: day('2021-09-30') })).toMatchObject({
      base: 49_00,
      rules: expect.arrayContaining(['§ 13 Abs. 1 RVG']),
    });
  });
  test('the least fee only where it lifts the fee', () => {
    expect(rules({ value: cents(50_00), rate: 40 })).toContain('§ 13 Abs. 3 RVG');
    expect(rules({ rate: 30 })).not.toContain('§ 13 Abs. 3 RVG');
    expect(fee({ value: cents(30_00), rate: 50, orderedOn: day('2021-10-01') })).toMatchObject({
      fee: 15_00,
      rules: ['Nr. 2300 VV RVG (0,5), § 13e Abs. 1 RDG', '§ 13 Abs. 2 RVG', 'Nr. 7002 VV RVG'],
    });
  });
  test('VAT and the set-off only where there are any', () => {
    expect(rules({ debtorOwesVat: true }).slice(3)).toEqual(['Nr. 7008 VV RVG']);
    expect(rules({ lumpSum: cents(40_00) }).slice(3)).toEqual(['§ 288 Abs. 5 Satz 3 BGB']);
    expect(rules({ lumpSum: cents(0) })).toHaveLength(3);
  });
  test('a rate too high names its field; 1.3 and 2.5 are not too high', () => {
    for (const [rate, undisputed] of [
      [131, true],
      [251, false],
    ] as const)
      expect(() => fee({ rate, undisputed })).toThrow(
        expect.objectContaining({ code: 'fee.rate-too-high', field: 'rate' }),
      );
    expect([fee({ rate: 130 }).rate, fee({ rate: 250, undisputed: false }).rate]).toEqual([130, 250]);
    expect(() => fee({ orderedOn: day('2013-07-31') })).toThrow(expect.objectContaining({ code: 'fee.before-2013' }));
  });
});

test('half a cent up (§ 2(2) RVG)', () => {
  expect(shareOf(cents(1), 50)).toBe(1);
  expect(shareOf(cents(51_50), 65)).toBe(33_48);
});
test('expenses: a fifth, at most 20 €', () => {
  expect(expensesOn(cents(99_99), ON)).toBe(20_00);
  expect(expensesOn(cents(99_97), ON)).toBe(19_99);
  expect(expensesOn(cents(1000_00), ON)).toBe(20_00);
});
test('VAT by the day; 16 % in the second half of 2020', () => {
  expect(vatOn(cents(100_00), ON)).toBe(19_00);
  expect(vatOn(cents(100_00), day('2020-06-30'))).toBe(19_00);
  expect(vatOn(cents(100_00), day('2020-07-01'))).toBe(16_00);
  expect(vatOn(cents(100_00), day('2021-01-01'))).toBe(19_00);
});
test('the VAT of a collection fee was that of the newest row: it is that of the day on which the matter was completed', () => {
  const vatOf = (completedOn: string) =>
    fee({ debtorOwesVat: true, orderedOn: day('2020-03-02'), completedOn: day(completedOn), rate: 130 });
  expect(vatOf('2020-06-30')).toMatchObject({ net: 70_20, vat: 13_34, law: { vat: { value: 19 } } });
  expect(vatOf('2020-07-01')).toMatchObject({ net: 70_20, vat: 11_23, law: { vat: { value: 16 } } });
  expect(vatOf('2021-01-01')).toMatchObject({ vat: 13_34, law: { vat: { from: '2021-01-01' } } });
});
test('a bill: expenses once on the sum of its fees', () => {
  expect(bill([cents(40_00), cents(30_00)], { orderedOn: ON, completedOn: ON })).toEqual({
    fees: 70_00,
    expenses: 14_00,
    net: 84_00,
    vat: 15_96,
    total: 99_96,
  });
});
test('a payment agreement: 0.7 on half the claim, the small base does not apply', () => {
  expect(instalmentFee({ orderedOn: ON, claim: cents(1200_00) })).toMatchObject({ value: 600_00, fee: 65_10 });
  expect(instalmentFee({ orderedOn: ON, claim: cents(60_00), rate: 150, valueShare: 100 })).toMatchObject({
    value: 60_00,
    fee: 77_25,
  });
  for (const valueShare of [0, 101])
    expect(() => instalmentFee({ orderedOn: ON, claim: cents(60_00), valueShare })).toThrow(
      expect.objectContaining({ code: 'fee.value-share', field: 'valueShare' }),
    );
});
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

describe('pouring and sharing', () => {
  test('§ 367 and § 497', () => {
    const open = { costs: cents(10), interest: cents(20), principal: cents(100) };
    expect(pour(cents(25), open, ORDERS['367'])).toEqual({ got: { costs: 10, interest: 15, principal: 0 }, rest: 0 });
    expect(pour(cents(115), open, ORDERS['497'])).toEqual({ got: { costs: 10, interest: 5, principal: 100 }, rest: 0 });
    expect(pour(cents(200), open, ORDERS['367']).rest).toBe(70);
    expect(pour(cents(0), open, ORDERS['367'])).toEqual({ got: { costs: 0, interest: 0, principal: 0 }, rest: 0 });
  });
  test('nothing negative', () => {
    expect(() => pour(cents(-1), { a: cents(1) }, ['a'])).toThrow(
      expect.objectContaining({ code: 'allocation.payment', field: 'payment' }),
    );
    expect(() => pour(cents(1), { a: cents(-1) }, ['a'])).toThrow(
      expect.objectContaining({ code: 'allocation.bucket', field: 'a' }),
    );
  });
  test('shares: by what is open, the odd cents to the first', () => {
    expect(proRata(cents(100), [cents(1), cents(1), cents(1)])).toEqual([1, 1, 1]);
    expect(proRata(cents(10), [cents(100), cents(100), cents(100)])).toEqual([4, 3, 3]);
    expect(proRata(cents(10), [cents(0), cents(0)])).toEqual([0, 0]);
    expect(proRata(cents(10), [])).toEqual([]);
  });
  test('for any debts the shares sum to the payment, pass no debt, and differ by less than a cent from the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 3_000_000 }),
        (open, amount) => {
          const shares = proRata(cents(amount), open.map(cents));
          const total = sum(open.map(cents));
          expect(sum(shares)).toBe(Math.min(amount, total));
          shares.forEach((s, i) => {
            expect(s).toBeGreaterThanOrEqual(0);
            expect(s).toBeLessThanOrEqual(open[i] ?? 0);
            if (total > 0)
              expect(Math.abs(s - (Math.min(amount, total) * (open[i] ?? 0)) / total)).toBeLessThan(1.000_001);
          });
        },
      ),
    );
  });
});

test('the odd cents of equal shares go to the first ones that can still take one', () => {
  expect(proRata(cents(2), [cents(1), cents(1), cents(1)])).toEqual([1, 1, 0]);
  expect(proRata(cents(5), [cents(0), cents(3), cents(3)])).toEqual([0, 3, 2]);
  expect(proRata(cents(0), [cents(3)])).toEqual([0]);
  expect(proRata(cents(9), [cents(3), cents(4)])).toEqual([3, 4]);
});
