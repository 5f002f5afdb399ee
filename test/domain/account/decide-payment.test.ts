import {
  checkPayment,
  decidePayment,
  oldestInvoiceOf,
  openedAgain,
  type Received,
} from '../../../domain/account/decide-payment.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, TERMS, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const TODAY = after(20);
/** Invoices of 10 and of 5 January. */
const CASE = opened(erika, aClaim(1), aClaim(2, { invoiceDate: day('2026-01-05') }));
const money: Received = {
  id: PaymentId.parse('bank:1'),
  amount: cents(10_00),
  valueDate: after(18),
  via: 'agency',
  source: 'camt.053',
};
const paid = (more: Partial<Received> = {}, bookedOn = TODAY): Fact => ({ kind: 'paid', ...money, ...more, bookedOn });
const given = deciding(decidePayment);

describe('money that came', () => {
  test('is booked on the day on which it is told, from the day on which it counts', () => {
    given(...CASE)
      .when(money, TODAY)
      .then([paid()]);
  });
  test('for a claim, where one is named', () => {
    given(...CASE)
      .when({ ...money, claim: F2, via: 'creditor', source: 'api' }, TODAY)
      .then([paid({ claim: F2, via: 'creditor', source: 'api' })]);
  });
  test('may have come today, and on the day of the oldest invoice', () => {
    given(...CASE)
      .when({ ...money, valueDate: TODAY }, TODAY)
      .then([paid({ valueDate: TODAY })]);
    given(...CASE)
      .when({ ...money, valueDate: day('2026-01-05') }, TODAY)
      .then([paid({ valueDate: day('2026-01-05') })]);
  });
  test('from any day, where nothing was handed over', () => {
    given({ kind: 'opened', debtor: erika, terms: TERMS })
      .when({ ...money, valueDate: day('2020-01-01') }, TODAY)
      .then([paid({ valueDate: day('2020-01-01') })]);
  });
  test('under another id is other money', () => {
    given(...CASE, paid())
      .when({ ...money, id: PaymentId.parse('bank:2') }, TODAY)
      .then([paid({ id: PaymentId.parse('bank:2') })]);
  });
});

describe('the same id', () => {
  test('says the same again: nothing changes, on whatever day', () => {
    given(...CASE, paid({}, after(18)))
      .when(money, TODAY)
      .then([]);
  });
  test('may not say something else', () => {
    given(...CASE, paid())
      .when({ ...money, amount: cents(10_01) }, TODAY)
      .thenRefuses('payment.key-reused');
    given(...CASE, paid())
      .when({ ...money, valueDate: after(17) }, TODAY)
      .thenRefuses('payment.key-reused');
  });
  test('may not name a claim that is not in the Akte', () => {
    given(...CASE, paid())
      .when({ ...money, claim: ClaimId.parse('F9') }, TODAY)
      .thenRefuses('NotFound');
  });
  test('is not asked again for its day', () => {
    const early = day('2026-01-04');
    given(...CASE, paid({ valueDate: early }))
      .when({ ...money, valueDate: early }, TODAY)
      .then([]);
  });
});

describe('what is refused', () => {
  test.each<[Partial<Received>, string, string | undefined]>([
    [{ amount: cents(0) }, 'payment.amount', 'amountCents'],
    [{ amount: cents(-1) }, 'payment.amount', 'amountCents'],
    [{ amount: cents(100_000_000_000) }, 'payment.amount', 'amountCents'],
    [{ amount: cents(Number.MAX_SAFE_INTEGER) }, 'payment.amount', 'amountCents'],
    [{ valueDate: after(21) }, 'payment.future', 'valueDate'],
    [{ claim: ClaimId.parse('F9') }, 'NotFound', undefined],
  ])('%j', (change, fault, field) => {
    given(...CASE)
      .when({ ...money, ...change }, TODAY)
      .thenRefuses(fault, field);
  });
  test('a day before the oldest invoice, which the refusal names as wrong', () => {
    given(...CASE)
      .when({ ...money, valueDate: day('2026-01-04') }, TODAY)
      .thenRefuses('payment.before-claim', 'valueDate');
  });
  test('what is no payment whatever the Akte holds is refused without it', () => {
    expect(() => checkPayment({ ...money, amount: cents(0) }, TODAY)).toThrow('größer als null');
    expect(() => checkPayment({ ...money, valueDate: after(21) }, TODAY)).toThrow('liegt in der Zukunft');
    expect(() => checkPayment({ amount: cents(1), valueDate: TODAY }, TODAY)).not.toThrow();
  });
});

test('the oldest invoice is that of any claim; of none there is none', () => {
  expect(oldestInvoiceOf(fold(AKTE, [CASE]))).toBe('2026-01-05');
  expect(oldestInvoiceOf(fold(AKTE, [[{ kind: 'opened', debtor: erika, terms: TERMS }]]))).toBeUndefined();
});

describe('what a payment opens again', () => {
  const TWO = opened(erika, aClaim(1), aClaim(2, { principal: cents(60_00), dueOn: after(6) }));
  const opens = (facts: readonly Fact[], payment: Fact) =>
    openedAgain(fold(AKTE, [facts]), fold(AKTE, [[...facts, payment]]), TODAY).map((c) => c.id);
  /** Exactly what is open of F2: that says what is paid. */
  const exactly = paid({ amount: cents(60_00), valueDate: after(1) });

  test('booked late, it takes from the amount of a later one what that had said: the claim that was done is open', () => {
    const late = paid({ id: PaymentId.parse('bank:2'), amount: cents(5_00), valueDate: after(0), claim: F2 });
    expect(opens([...TWO, exactly], late)).toEqual([F2]);
  });
  test('a claim that stays done is not led again, nor one that was not done', () => {
    const later = paid({ id: PaymentId.parse('bank:2'), amount: cents(5_00), valueDate: after(2), claim: F1 });
    expect(opens([...TWO, exactly], later)).toEqual([]);
    const rest = paid({ id: PaymentId.parse('bank:2'), amount: cents(1), valueDate: after(2) });
    expect(opens([...TWO, paid({ amount: cents(70_00), valueDate: after(1) })], rest)).toEqual([]);
  });
  test('nothing, where less had come than any claim is about', () => {
    expect(opens(TWO, exactly)).toEqual([]);
  });
});
