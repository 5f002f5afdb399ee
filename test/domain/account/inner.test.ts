import { InnerAllocation } from '../../../domain/account/inner.ts';
import { Owed } from '../../../domain/account/owed.ts';
import { termsIn, type WrittenTerms } from '../../../domain/akte/terms.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { cents } from '../../../domain/money.ts';
import { NOTHING, totalOf, type Split } from '../../../domain/split.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { DUNNED, REMINDED, akte, at, paid } from './cases.ts';

/** 120 euro and 5 of the creditor's own costs; on 20 March a fee of 30.90 and interest are open, too. */
const given = (terms: Partial<WrittenTerms> = {}): Akte =>
  akte([REMINDED, DUNNED], [], [aClaim(1, { ownCosts: cents(5_00) })], { terms: termsIn({ ...TERMS, ...terms }) });
const OUTER: Split = { ...NOTHING, toOwnCosts: cents(5_00), toFees: cents(30_90), toPrincipal: cents(14_10) };

describe('how the mandate shares a payment', () => {
  test('as it was booked towards the debtor, where the mandate says so', () => {
    const of = given({ innerAllocation: 'lawful' });
    const payment = paid('p', 50_00, '2026-03-20');
    const inner = new InnerAllocation(of, new Owed(of, of.claims, [payment]));
    expect(inner.take(payment, { outer: OUTER, portions: [] }, payment.valueDate)).toBe(OUTER);
  });
  test('creditor first: principal, interest, own costs, and then the fee of the agency', () => {
    const inner = (amount: number) =>
      at({ ...given(), payments: [paid('p', amount, '2026-03-20')] }, '2026-03-20').payments[0]!.inner;
    expect(inner(50_00)).toEqual({ ...NOTHING, toPrincipal: 50_00 });
    const interest = at(given(), '2026-03-20').claims[0]!.interest;
    expect(inner(123_00)).toEqual({
      ...NOTHING,
      toPrincipal: 120_00,
      toInterest: interest,
      toOwnCosts: 3_00 - interest,
    });
    expect(inner(130_00)).toMatchObject({ toOwnCosts: 5_00, toFees: 5_00 - interest });
  });
  test('creditor first: the second payment goes on where the first one ended', () => {
    const payments = [paid('a', 100_00, '2026-03-20'), paid('b', 30_00, '2026-03-20')];
    const [first, second] = at({ ...given(), payments }, '2026-03-20').payments;
    expect(first?.inner).toEqual({ ...NOTHING, toPrincipal: 100_00 });
    expect(second?.inner).toMatchObject({ toPrincipal: 20_00, toOwnCosts: 5_00 });
  });
  test('what is more than was owed is held in both views', () => {
    const payment = paid('p', 500_00, '2026-03-20');
    const [{ outer, inner } = { outer: NOTHING, inner: NOTHING }] = at(
      { ...given(), payments: [payment] },
      '2026-03-20',
    ).payments;
    expect(inner.overpaid).toBeGreaterThan(0);
    expect([inner.overpaid, totalOf(inner)]).toEqual([outer.overpaid, 500_00]);
  });
});
