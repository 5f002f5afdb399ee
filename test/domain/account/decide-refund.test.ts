import { checkRefund, decideRefund, type Refunding } from '../../../domain/account/decide-refund.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { day } from '../../../domain/calendar.ts';
import { PaymentId, RefundId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const TODAY = after(20);
/** 120 € were owed, and nothing was in default yet; 140 € came. */
const PAID: Fact = {
  kind: 'paid',
  id: PaymentId.parse('bank:1'),
  amount: cents(140_00),
  valueDate: day('2026-01-20'),
  bookedOn: day('2026-01-20'),
  via: 'agency',
  source: 'camt.053',
};
const CASE = [...opened(erika, aClaim()), PAID];
const refund: Refunding = { id: RefundId.parse('e1'), amount: cents(12_50), by: 'operator:anna' };
const refunded = (more: Partial<Refunding> = {}, on = TODAY): Fact => ({ kind: 'refunded', ...refund, ...more, on });
const given = deciding(decideRefund);

describe('what was overpaid goes back', () => {
  test('in part, or all of it', () => {
    given(...CASE)
      .when(refund, TODAY)
      .then([refunded()]);
    given(...CASE)
      .when({ ...refund, amount: cents(20_00) }, TODAY)
      .then([refunded({ amount: cents(20_00) })]);
  });
  test('what is left of it under a name of its own', () => {
    given(...CASE, refunded())
      .when({ ...refund, id: RefundId.parse('e2'), amount: cents(7_50) }, TODAY)
      .then([refunded({ id: RefundId.parse('e2'), amount: cents(7_50) })]);
  });
  test('once: the same again changes nothing, though no more is held', () => {
    const all = { amount: cents(20_00) };
    given(...CASE, refunded(all, after(15)))
      .when({ ...refund, ...all, by: 'operator:ben' }, TODAY)
      .then([]);
  });
});

describe('what is refused', () => {
  test.each([0, -5])('an amount of %d, with the Akte or without it', (amount) => {
    given(...CASE)
      .when({ ...refund, amount: cents(amount) }, TODAY)
      .thenRefuses('refund.amount', 'amountCents');
    expect(() => checkRefund({ amount: cents(amount) })).toThrow('größer als null');
  });
  test('another amount under the same name', () => {
    given(...CASE, refunded())
      .when({ ...refund, amount: cents(7_50) }, TODAY)
      .thenRefuses('refund.key-reused');
  });
  test('more than was overpaid, or than is left of it', () => {
    given(...CASE)
      .when({ ...refund, amount: cents(20_01) }, TODAY)
      .thenRefuses('refund.too-much', 'amountCents');
    given(...CASE, refunded())
      .when({ ...refund, id: RefundId.parse('e2'), amount: cents(7_51) }, TODAY)
      .thenRefuses('refund.too-much', 'amountCents');
  });
  test('anything, where nothing was overpaid or what was has been taken back', () => {
    const reversed: Fact = {
      kind: 'reversed',
      payment: PaymentId.parse('bank:1'),
      on: after(19),
      by: 'operator:anna',
      reason: 'R',
    };
    const one = { ...refund, amount: cents(1) };
    given(...opened(erika, aClaim()))
      .when(one, TODAY)
      .thenRefuses('refund.too-much');
    given(...CASE, reversed)
      .when(one, TODAY)
      .thenRefuses('refund.too-much');
  });
});
