import { ZERO, cents } from '../../domain/money.ts';
import {
  NOTHING,
  SPLIT_PARTS,
  isNothing,
  minusSplit,
  partsOf,
  plusSplit,
  splitOf,
  totalOf,
  type Split,
} from '../../domain/split.ts';

/** In the order of the parts: principal, interest, own costs, fees, overpaid. */
const split = (...parts: number[]): Split => {
  const [toPrincipal, toInterest, toOwnCosts, toFees, overpaid] = parts.map(cents);
  return {
    toPrincipal: toPrincipal ?? ZERO,
    toInterest: toInterest ?? ZERO,
    toOwnCosts: toOwnCosts ?? ZERO,
    toFees: toFees ?? ZERO,
    overpaid: overpaid ?? ZERO,
  };
};
const A = split(1, 20, 300, 4_000, 50_000);
const B = split(5, 40, 300, 2_000, 10_000);

test('splits are added and taken away part by part', () => {
  expect(plusSplit(A, B)).toEqual(split(6, 60, 600, 6_000, 60_000));
  expect(minusSplit(A, B)).toEqual(split(-4, -20, 0, 2_000, 40_000));
  expect(minusSplit(plusSplit(A, B), B)).toEqual(A);
  expect(minusSplit(NOTHING, A)).toEqual(split(-1, -20, -300, -4_000, -50_000));
});
test('nothing is a split without a cent in any part', () => {
  expect(isNothing(NOTHING)).toBe(true);
  expect(isNothing(minusSplit(A, A))).toBe(true);
  for (const part of SPLIT_PARTS) {
    expect(isNothing({ ...NOTHING, [part]: cents(1) })).toBe(false);
    expect(isNothing({ ...NOTHING, [part]: cents(-1) })).toBe(false);
  }
  expect(isNothing(split(1, -1, 0, 0, 0))).toBe(false);
});
test('the parts are these five, of whatever has them beside others', () => {
  const line = { ...A, payment: 'p', feesVat: cents(7) };
  expect(partsOf(line)).toEqual(A);
  expect(SPLIT_PARTS).toEqual(['toPrincipal', 'toInterest', 'toOwnCosts', 'toFees', 'overpaid']);
});
test('all parts together are what was paid', () => {
  expect(totalOf(A)).toBe(54_321);
  expect(totalOf(NOTHING)).toBe(ZERO);
});
test('what was paid on debts adds up to a split; what was more than they is none of theirs', () => {
  const { overpaid: _, ...first } = A;
  expect(splitOf([first, first], cents(7))).toEqual(split(2, 40, 600, 8_000, 7));
  expect(splitOf([A], ZERO)).toEqual({ ...A, overpaid: ZERO });
  expect(splitOf([], cents(7))).toEqual({ ...NOTHING, overpaid: 7 });
});
