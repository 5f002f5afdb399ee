import { Month } from '../../../domain/calendar.ts';
import { generationOf } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId, PayoutId, RefundId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { M1, M2, F1, F2, ON, after } from './told.ts';

describe('what else can happen', () => {
  test('a channel that does not reach the debtor is dead once, however often that is told', () => {
    const dead = (contact: 'email' | 'phone'): Fact => ({ kind: 'undeliverable', contact, on: ON, reason: 'x' });
    expect(after(dead('email'), dead('phone'), dead('email')).dead).toEqual(['email', 'phone']);
  });
  test('a phone window', () => {
    expect(
      after({ kind: 'callsOpened', matter: M1, stage: 1, from: ON, until: day('2026-03-26') }).callWindows,
    ).toEqual([{ matter: 'M1', stage: 1, from: ON, until: '2026-03-26' }]);
  });
  test('payments stay, a reversed one with day and reason; refunds beside them', () => {
    const paid = (id: string): Fact => ({
      kind: 'paid',
      id: PaymentId.parse(id),
      amount: cents(5),
      valueDate: ON,
      bookedOn: ON,
      via: 'agency',
      source: 'bank',
    });
    const plain = { amount: 5, valueDate: ON, bookedOn: ON, via: 'agency', source: 'bank' };
    const akte = after(
      paid('a'),
      paid('b'),
      { kind: 'reversed', payment: PaymentId.parse('b'), on: day('2026-03-20'), by: 'operator:x', reason: 'zurück' },
      { kind: 'refunded', id: RefundId.parse('r'), amount: cents(1), on: ON, by: 'operator:x' },
    );
    expect(akte.payments).toEqual([
      { ...plain, id: 'a' },
      { ...plain, id: 'b', reversed: { on: '2026-03-20', reason: 'zurück' } },
    ]);
    expect(akte.refunds).toEqual([{ id: 'r', amount: 1, on: ON, by: 'operator:x' }]);
  });
  test('held and resumed, closed', () => {
    const held: Fact = { kind: 'held', ground: 'paused', on: ON, by: 'operator:x', reason: 'y' };
    expect(after(held).holds).toEqual([{ ground: 'paused', on: ON, by: 'operator:x', reason: 'y' }]);
    expect(
      after(
        held,
        { kind: 'held', ground: 'insolvent', on: ON, by: 'operator:x', reason: 'z' },
        { kind: 'resumed', ground: 'paused', on: ON, by: 'operator:x' },
      ).holds.map((h) => h.ground),
    ).toEqual(['insolvent']);
    expect(after({ kind: 'closed', on: ON, by: 'operator:x', reason: 'y' }).closed).toEqual({
      on: ON,
      by: 'operator:x',
      reason: 'y',
    });
  });
  test('a decision about the court is due by matter', () => {
    expect(
      after(
        { kind: 'courtDecisionDue', matter: M1, on: ON },
        { kind: 'courtDecisionDue', matter: M2, on: day('2026-04-01') },
      ).courtDecisionDue,
    ).toEqual({ M1: ON, M2: '2026-04-01' });
  });
  test('a claim in trouble is so once', () => {
    const trouble = (claim: ClaimId): Fact => ({ kind: 'trouble', claim, on: ON, reason: 'x' });
    expect(after(trouble(F1), trouble(F2), trouble(F1)).troubles).toEqual(['F1', 'F2']);
  });
  test('the first execution of a claim is generation 1; restarted claims have a later one, the others keep theirs', () => {
    const akte = after(
      { kind: 'restarted', claims: [F1, F2], generation: 2 },
      { kind: 'restarted', claims: [F2], generation: 3 },
    );
    expect([generationOf(after(), F1), generationOf(akte, F1), generationOf(akte, F2)]).toEqual([1, 2, 3]);
  });
  test('payouts are remembered', () => {
    expect(
      after(
        { kind: 'paidOut', month: Month.parse('2026-03'), payout: PayoutId.parse('p'), shares: [] },
        { kind: 'paidOut', month: Month.parse('2026-04'), payout: PayoutId.parse('q'), shares: [] },
      ).paidOut,
    ).toEqual([
      { month: '2026-03', payout: 'p', shares: [] },
      { month: '2026-04', payout: 'q', shares: [] },
    ]);
  });
});
