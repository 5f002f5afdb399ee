import fc from 'fast-check';
import { ORDERS, pour, proRata } from '../../../domain/account/allocation.ts';
import { cents, sum } from '../../../domain/money.ts';

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
