import fc from 'fast-check';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { collectionFee } from '../../../domain/account/fees.ts';
import { jointFee, type ChargedPart } from '../../../domain/account/joint-fee.ts';
import { cents, sum } from '../../../domain/money.ts';

const ORDERED = day('2026-03-02');
const part = (n: number, value: number, rate: number, more: Partial<ChargedPart> = {}): ChargedPart => ({
  claims: [ClaimId.parse(`F${n}`)],
  value: cents(value),
  rate,
  orderedOn: ORDERED,
  demandedOn: ORDERED,
  simpleUntil: plusDays(ORDERED, 14),
  reduced: false,
  byPlan: false,
  ...more,
});
const feeOf = (parts: readonly ChargedPart[], more: Partial<Parameters<typeof jointFee>[0]> = {}) =>
  jointFee({ parts, completedOn: ORDERED, debtorOwesVat: false, lumpSums: [], ...more });
const alone = (value: number, rate: number) =>
  collectionFee({
    value: cents(value),
    rate,
    orderedOn: ORDERED,
    completedOn: ORDERED,
    undisputed: true,
    debtorOwesVat: false,
  });

test('one part is the fee there always was', () => {
  expect(feeOf([part(1, 300_00, 50)])).toMatchObject({ fee: 25_75, expenses: 5_15, total: 30_90, cap: null });
  expect(feeOf([part(1, 300_00, 90)]).total).toBe(alone(300_00, 90).total);
});

test('two fees were charged for one debtor (111.24 € on 263.44 €): at one rate it is the fee on the sum, § 15(1) RVG', () => {
  const fee = feeOf([part(1, 163_44, 90), part(2, 100_00, 90)]);
  expect(fee).toMatchObject({ value: 263_44, total: 55_62, cap: null });
  expect(fee.total).toBe(alone(263_44, 90).total);
});

test('500 € and a joined 50 € at 0.9 cost 74.70 €, handed over together 83.70 €: one rate is one fee on the sum', () => {
  const fee = feeOf([part(1, 500_00, 90), part(2, 50_00, 90)]);
  expect(fee).toMatchObject({ fee: 83_70, total: alone(550_00, 90).total, cap: null });
  expect(fee.parts.map((p) => p.fee)).toEqual([46_35, 37_35]);
  expect(fee.rates).toMatchObject([{ value: 550_00, rate: 90, base: 93_00, fee: 83_70, claims: ['F1', 'F2'] }]);
});

test('a small claim in a matter of more than 50 € had the base of § 13(2) RVG: the value of the matter decides', () => {
  expect(feeOf([part(1, 500_00, 90), part(2, 50_00, 50)]).fee).toBe(46_35 + 25_75);
  expect(feeOf([part(1, 30_00, 90), part(2, 20_00, 90)]).fee).toBe(alone(50_00, 90).fee);
});

test('of three parts with two rates, those with the same one are charged on their sum', () => {
  const fee = feeOf([part(1, 5_000_00, 90), part(2, 200_00, 50), part(3, 250_00, 50)]);
  expect(fee.rates.map((r) => [r.rate, r.value, r.fee])).toEqual([
    [90, 5_000_00, alone(5_000_00, 90).fee],
    [50, 450_00, alone(450_00, 50).fee],
  ]);
});

test('whatever the parts at one rate: the fee is that on their sum, in whatever order they came', () => {
  const values = fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(values, fc.constantFrom(50, 90), (given, rate) => {
      const fee = feeOf(given.map((value, i) => part(i + 1, value, rate)));
      expect(fee.total).toBe(alone(sum(given.map((v) => cents(v))), rate).total);
    }),
  );
});

test('whatever the parts: a part that comes never makes the fee less', () => {
  const parts = fc.array(fc.record({ value: fc.integer({ min: 1, max: 300_000 }), rate: fc.constantFrom(50, 90) }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(parts, (given) => {
      const of = (all: typeof given): number => feeOf(all.map((p, i) => part(i + 1, p.value, p.rate))).fee;
      expect(of(given)).toBeGreaterThanOrEqual(of(given.slice(0, -1)));
    }),
  );
});

test('parts of different rates are computed apart where that is cheaper, § 15(3) RVG', () => {
  // 0.9 on 5,000.00 and 0.5 on 100.00: together 0.9 on 5,100.00 would be dearer than both apart.
  const fee = feeOf([part(1, 5_000_00, 90), part(2, 100_00, 50)]);
  expect(fee.cap).toBeNull();
  expect(fee.fee).toBe(alone(5_000_00, 90).fee + alone(100_00, 50).fee);
  expect(fee.fee).toBeLessThan(alone(5_100_00, 90).fee);
  expect(fee.rules[0]).toContain('0,9 und 0,5');
});

test('parts of different rates are never dearer than the sum at the highest rate, and the cap is named', () => {
  const fee = feeOf([part(1, 163_44, 90), part(2, 100_00, 50)]);
  expect(fee.fee).toBe(alone(263_44, 90).fee);
  expect(fee.rules).toContain('§ 15 Abs. 3 RVG');
});

test('two small claims keep the small base each only where that is cheaper than the fee on their sum', () => {
  expect(feeOf([part(1, 30_00, 90), part(2, 15_00, 90)])).toMatchObject({ value: 45_00, fee: alone(45_00, 90).fee });
  expect(feeOf([part(1, 30_00, 90), part(2, 40_00, 90)]).fee).toBe(alone(70_00, 90).fee);
});

test('the order that came first decides the fee schedule of all of it, § 60 RVG', () => {
  const fee = feeOf([
    part(1, 300_00, 90, { orderedOn: day('2025-05-20') }),
    part(2, 300_00, 90, { orderedOn: day('2025-06-20') }),
  ]);
  expect(fee).toMatchObject({ table: 'RVG2021', orderedOn: '2025-05-20' });
});

test('the lump sums are set off against what their own part costs, with its VAT', () => {
  const fee = feeOf([part(1, 1_000_00, 90), part(2, 500_00, 50)], {
    debtorOwesVat: true,
    lumpSums: [cents(40_00), cents(40_00)],
  });
  // The second claim adds 34.53 €: no more of its 40.00 € can be set off.
  expect(fee.credited).toBe(40_00 + 34_53);
  expect(fee.total).toBe(fee.net + fee.vat - fee.credited);
  expect(feeOf([part(1, 30_00, 50)], { lumpSums: [cents(80_00)] })).toMatchObject({ total: 0, credited: 18_90 });
});

test('a newcomer’s lump sum once made less of what an older claim had cost and was paid for: the sum of the letter was wrong', () => {
  const older = feeOf([part(1, 100_74, 90)], { lumpSums: [cents(40_00)] });
  const both = feeOf([part(1, 100_74, 90), part(2, 37_77, 50)], { lumpSums: [cents(40_00), cents(40_00)] });
  expect(older.total).toBe(15_62);
  expect(both.total).toBeGreaterThanOrEqual(older.total);
});

test('whatever the parts: never more than the fee on the joint value at the highest rate, never less than the dearest part', () => {
  const parts = fc.array(
    fc.record({ value: fc.integer({ min: 1, max: 3_000_000 }), rate: fc.constantFrom(30, 50, 90) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(parts, (given) => {
      const fee = feeOf(given.map((p, i) => part(i + 1, p.value, p.rate)));
      const joint = alone(sum(given.map((p) => cents(p.value))), Math.max(...given.map((p) => p.rate)));
      expect(fee.total).toBeLessThanOrEqual(joint.total);
      expect(fee.fee).toBeGreaterThanOrEqual(Math.min(joint.fee, ...given.map((p) => alone(p.value, p.rate).fee)));
      expect(fee.total).toBe(fee.net + fee.vat - fee.credited);
    }),
  );
});
