import fc from 'fast-check';
import {
  cents,
  formatDecimal,
  formatEuro,
  least,
  minus,
  most,
  plus,
  roundHalfUp,
  sum,
  toDecimalString,
  ZERO,
} from '../../domain/money.ts';

test('only whole cents are an amount', () => {
  expect(cents(-5)).toBe(-5);
  for (const n of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => cents(n)).toThrow();
});
test('sums and differences', () => {
  expect(sum([])).toBe(ZERO);
  expect(sum([cents(1), cents(2), cents(-4)])).toBe(-1);
  expect(plus(cents(3), cents(4))).toBe(7);
  expect(minus(cents(3), cents(4))).toBe(-1);
});
test('the smaller and the larger', () => {
  expect([
    least(cents(3), cents(4)),
    least(cents(4), cents(3)),
    most(cents(3), cents(4)),
    most(cents(4), cents(3)),
  ]).toEqual([3, 3, 4, 4]);
});

test.each<[bigint, bigint, number]>([
  [0n, 7n, 0],
  [1n, 2n, 1],
  [-1n, 2n, -1],
  [49n, 100n, 0],
  [50n, 100n, 1],
  [149n, 100n, 1],
  [150n, 100n, 2],
  [-49n, 100n, 0],
  [-50n, 100n, -1],
  [-149n, 100n, -1],
  [-150n, 100n, -2],
  [-151n, 100n, -2],
  [300n, 100n, 3],
  [9_007_199_254_740_993n * 3n, 3n, 9_007_199_254_740_992],
])('%s / %s rounds to %s', (n, d, rounded) => {
  expect(roundHalfUp(n, d)).toBe(rounded);
});
test('rounding moves an amount by half a cent at most, and a debt as far as a credit', () => {
  fc.assert(
    fc.property(fc.bigInt(-1_000_000_000n, 1_000_000_000n), fc.bigInt(1n, 100_000n), (n, d) => {
      const rounded = BigInt(roundHalfUp(n, d));
      const off = 2n * (n - rounded * d);
      expect((off < 0n ? -off : off) <= d).toBe(true);
      expect(roundHalfUp(-n, d) + roundHalfUp(n, d)).toBe(0);
    }),
  );
});

test.each<[number, string, string]>([
  [0, '0,00', '0.00'],
  [5, '0,05', '0.05'],
  [-5, '−0,05', '-0.05'],
  [50, '0,50', '0.50'],
  [123, '1,23', '1.23'],
  [99_999, '999,99', '999.99'],
  [100_000, '1.000,00', '1000.00'],
  [-123_456, '−1.234,56', '-1234.56'],
  [12_345_678, '123.456,78', '123456.78'],
  [123_456_789, '1.234.567,89', '1234567.89'],
])('%s cents are written %s, and %s for machines', (amount, german, plain) => {
  expect(formatDecimal(cents(amount))).toBe(german);
  expect(formatEuro(cents(amount))).toBe(`${german}\u00a0€`);
  expect(toDecimalString(cents(amount))).toBe(plain);
});
