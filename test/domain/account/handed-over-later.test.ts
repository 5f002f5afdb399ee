import { termsIn, type WrittenTerms } from '../../../domain/akte/terms.ts';
import fc from 'fast-check';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { M2, ask, REMINDED, DUNNED, akte, paid, at } from './cases.ts';
import { ClaimId } from '../../../domain/ids.ts';

describe('a claim that was handed over later shared in money that had been booked before', () => {
  const OLDER = aClaim(1);
  const LATER = aClaim(2, { matter: M2, principal: cents(700_00), invoiceDate: day('2025-06-01') });
  type Later = Readonly<{ terms?: WrittenTerms; claims?: Claim[]; on?: Day }>;
  /** Also the later claim, which came with a hand-over of its own, by itself on 11 May. */
  const withLater = (payments: Payment[], more: Later = {}): Akte => {
    const { terms = TERMS, claims = [OLDER], on = day('2026-05-11') } = more;
    const both = akte([REMINDED, DUNNED], payments, [...claims, LATER], { terms: termsIn(terms) });
    return { ...both, arrivals: { ...both.arrivals, [ClaimId.parse('F2')]: { handOver: 'h2', on, joinedOn: null } } };
  };
  test('what came before is booked as if there were only the older one', () => {
    const payments = [paid('a', 50_00, '2026-04-01'), paid('b', 70_00, '2026-05-10')];
    const before = at(akte([REMINDED, DUNNED], payments, [OLDER]), '2026-06-01');
    const after = at(withLater(payments), '2026-06-01');
    expect(after.payments).toEqual(before.payments);
    expect(after.claims[1]).toMatchObject({ principal: 700_00 });
  });
  test('money moved to an invoice handed over after it, where the amount happened to be its principal', () => {
    const exactly = [paid('a', 700_00, '2026-05-10')];
    const large = aClaim(1, { principal: cents(900_00) });
    const account = at(withLater(exactly, { claims: [large] }), '2026-06-01');
    expect(account.payments[0]?.portions).toMatchObject([{ claim: 'F1' }]);
    expect(account.claims[1]).toMatchObject({ principal: 700_00 });
  });
  test('what comes on the day of the hand-over and later is meant for both', () => {
    expect(at(withLater([paid('a', 50_00, '2026-05-11')]), '2026-06-01').payments[0]?.portions).toMatchObject([
      { claim: 'F2' },
    ]);
  });
  test('an overpayment goes on to the later one', () => {
    const account = at(withLater([paid('a', 500_00, '2026-04-01')]), '2026-06-01');
    expect(account.overpaid).toBe(0);
    expect(account.payments[0]?.portions.map((p) => p.claim)).toEqual(['F1', 'F2']);
    expect(account.claims[0]).toMatchObject({ open: 0 });
  });
  test('a second list of the same day took an overpayment from the claim whose letter had deducted it', () => {
    const first = withLater([paid('a', 500_00, '2026-04-01')]);
    const older = aClaim(3, { matter: M2, principal: cents(900_00), invoiceDate: day('2024-06-01') });
    const again = { handOver: 'h3', on: day('2026-05-11'), joinedOn: null };
    const second = { ...first, claims: [...first.claims, older], arrivals: { ...first.arrivals, F3: again } };
    const account = at(second, '2026-06-01');
    expect(account.payments[0]?.portions).toEqual(at(first, '2026-06-01').payments[0]?.portions);
    expect(account.claims[2]).toMatchObject({ principal: 900_00 });
  });
  test('the sum of the principals that there were is still the sum that pays them', () => {
    const two = [aClaim(1), aClaim(3, { principal: cents(30_00) })];
    const payments = [paid('a', 150_00, '2026-04-01')];
    expect(at(withLater(payments, { claims: two }), '2026-06-01').payments[0]?.outer).toMatchObject({
      toPrincipal: 150_00,
      toFees: 0,
    });
  });
  test('the costs that the mandate had waived with the last principal came back with the next hand-over', () => {
    const terms = { ...TERMS, waivesCosts: true };
    const account = at(withLater([paid('a', 120_00, '2026-03-20')], { terms }), '2026-06-01');
    expect(account.waived).toMatchObject({ on: '2026-03-20' });
    expect(account.claims[0]).toMatchObject({ open: 0 });
    expect(account.total).toBe(account.claims[1]?.open);
  });
  test('and what the mandate had waived of one matter it had not waived of another', () => {
    const terms = { ...TERMS, waivesCosts: true };
    const charged = [REMINDED, DUNNED, ask('2026-06-01', 0, { matter: M2 }), ask('2026-06-15', 1, { matter: M2 })];
    const account = at({ ...withLater([paid('a', 120_00, '2026-03-20')], { terms }), messages: charged }, '2026-07-15');
    expect(account.matters.map((m) => [m.isWaived, m.openFee > 0])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
  test('for any money and any day of the hand-over', () => {
    const dayNumber = fc.integer({ min: 0, max: 120 });
    const money = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 60_00 }), after: dayNumber }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(money, dayNumber, fc.boolean(), (list, handedOver, waivesCosts) => {
        const terms = { ...TERMS, waivesCosts };
        const payments = list.map(({ amount, after }, i) => paid(`p${i}`, amount, plusDays(day('2026-03-02'), after)));
        const alone = akte([REMINDED, DUNNED], payments, [OLDER], { terms: termsIn(terms) });
        const on = plusDays(day('2026-03-02'), handedOver);
        const later = withLater(payments, { terms, on });
        const without = at(alone, '2026-08-01');
        const withIt = at(later, '2026-08-01');
        const early = without.payments.filter((p) => p.payment.valueDate < on && p.outer.overpaid === 0);
        expect(withIt.payments.filter((p) => early.some((e) => e.payment.id === p.payment.id))).toEqual(early);
      }),
    );
  });
});
