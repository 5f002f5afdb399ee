import { termsIn } from '../../../domain/akte/terms.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import fc from 'fast-check';
import { accountOf, accountRunningOn, accountWithout, isSettled, mayBeOver } from '../../../domain/account/account.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, PaymentId } from '../../../domain/ids.ts';
import { positionsOf } from '../../../domain/letters/demand.ts';
import { cents, sum, ZERO } from '../../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';
import { F2, M2, akte, ask, paid } from './cases.ts';

const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const mail = (on: Day, stage: Stage, fee: boolean, { total = 0, days = 5 } = {}): Message => ({
  key: { matter: M1, stage, channel: 'email' },
  reference: MessageReference.parse('r'),
  state: 'sent',
  reservedAt: '',
  on,
  document: null,
  demand: { total: cents(total), asOf: on, payBy: plusDays(on, days), claims: EVERY_CLAIM, collectionFee: fee },
});
const anAkte = (more: Partial<Akte> = {}, claims = [aClaim()]): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims,
      },
    ],
  ]),
  ...more,
});
const payment = (id: string, amount: number, on: string) => ({
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency' as const,
  source: '',
});
const REMINDED = mail(day('2026-03-02'), 0, false, { total: 12000, days: 7 });
const DUNNED = mail(day('2026-03-12'), 1, true);

describe('default (§ 286 BGB)', () => {
  const since = (akte: Akte, on = '2026-12-01') => accountOf(akte, day(on)).claims[0]?.default?.since;
  test('a consumer is in default only after a demand', () => {
    expect(since(anAkte())).toBeUndefined();
  });
  test('our own e-mail reminder brings it about; interest from the day after its own deadline', () => {
    expect(since(anAkte({ messages: [REMINDED] }))).toBe('2026-03-10');
  });
  test('a contract that fixes the day needs no demand', () => {
    expect(since(anAkte({}, [aClaim(1, { dueByContract: true })]))).toBe('2026-01-27');
  });
  test("the creditor's own dated Mahnung counts from its arrival", () => {
    expect(since(anAkte({}, [aClaim(1, { priorDunning: { kind: 'mahnung', on: day('2026-02-10') } })]))).toBe(
      '2026-02-14',
    );
  });
  test('a demand before the due date brings nothing about', () => {
    expect(
      since(anAkte({}, [aClaim(1, { priorDunning: { kind: 'mahnung', on: day('2026-01-20') } })])),
    ).toBeUndefined();
  });
  test('a business is in default 30 days after due date and receipt', () => {
    expect(since(anAkte({ debtor: { ...erika, kind: 'business' } }))).toBe('2026-02-24');
  });
});

describe('what is owed', () => {
  test('before default neither interest nor a fee', () => {
    expect(accountOf(anAkte(), day('2026-06-01')).total).toBe(120_00);
  });
  test('the demand that itself brings default about cannot be charged for (reading 7)', () => {
    expect(
      accountOf(anAkte({ messages: [mail(day('2026-03-02'), 1, true)] }), day('2026-03-02')).matters[0]?.fee,
    ).toBeNull();
  });
  test('the next demand that claims the fee can be charged for', () => {
    const akte = anAkte({ messages: [mail(day('2026-03-02'), 1, true), mail(day('2026-03-12'), 2, true)] });
    expect(accountOf(akte, day('2026-03-11')).matters[0]?.fee).toBeNull();
    expect(accountOf(akte, day('2026-03-12')).matters[0]).toMatchObject({
      fee: { total: 30_90, parts: [{ rate: 50, demandedOn: '2026-03-12', simpleUntil: '2026-03-26' }] },
    });
  });
  test('a claim is nothing before its invoice, and no payment from before reaches it, in neither view', () => {
    const akte = anAkte({ payments: [payment('p', 130_00, '2026-02-02')] }, [
      aClaim(),
      aClaim(2, {
        invoiceDate: day('2026-02-20'),
        dueOn: day('2026-03-06'),
        principal: cents(50_00),
        ownCosts: cents(3_00),
      }),
    ]);
    expect(accountOf(akte, day('2026-01-01'))).toMatchObject({ total: 0, claims: [] });
    expect(accountOf(akte, day('2026-02-19')).claims.map((c) => c.claim.id)).toEqual(['F1']);
    expect(accountOf(akte, day('2026-02-20'))).toMatchObject({
      overpaid: 10_00,
      total: 53_00,
      payments: [
        {
          outer: { toPrincipal: 120_00, overpaid: 10_00 },
          inner: { toPrincipal: 120_00, toOwnCosts: 0, overpaid: 10_00 },
        },
      ],
    });
  });
  test('0.5 until two weeks after the first demand that claims the fee, 0.9 after', () => {
    const akte = anAkte({ messages: [REMINDED, DUNNED] });
    expect(accountOf(akte, day('2026-03-26')).matters[0]?.fee).toMatchObject({
      parts: [{ rate: 50 }],
      value: 120_00,
      total: 30_90,
    });
    expect(accountOf(akte, day('2026-03-27')).matters[0]?.fee).toMatchObject({
      parts: [{ rate: 90 }],
      total: 55_62,
    });
  });
  test('paid in full within the two weeks: it stays 0.5 for ever', () => {
    const open = anAkte({ messages: [REMINDED, DUNNED] });
    const akte = { ...open, payments: [payment('p', accountOf(open, day('2026-03-20')).total, '2026-03-20')] };
    expect(accountOf(akte, day('2026-12-01'))).toMatchObject({
      total: 0,
      overpaid: 0,
      matters: [{ fee: { parts: [{ rate: 50 }] } }],
    });
    expect(isSettled(accountOf(akte, day('2026-12-01')), F1)).toBe(true);
  });
  test('a payment that meets a demand in time settles it, cents of interest since are waived', () => {
    const demand = mail(day('2026-03-12'), 1, true, { days: 20 });
    const asked = accountOf(anAkte({ messages: [REMINDED, demand] }), day('2026-03-12')).total;
    const akte = anAkte({
      messages: [REMINDED, { ...demand, demand: { ...demand.demand!, total: asked } }],
      payments: [payment('p', asked, '2026-03-31')],
    });
    expect(accountOf(akte, day('2026-06-01'))).toMatchObject({ total: 0, overpaid: 0 });
  });
  test('costs, then interest, then principal towards the debtor; the creditor first inside; the same total', () => {
    const akte = anAkte({ messages: [REMINDED, DUNNED], payments: [payment('p', 50_00, '2026-03-20')] });
    const [p] = accountOf(akte, day('2026-03-20')).payments;
    expect(p?.outer).toEqual({ toOwnCosts: 0, toFees: 30_90, toInterest: 23, toPrincipal: 18_87, overpaid: 0 });
    expect(p?.inner).toEqual({ toPrincipal: 50_00, toInterest: 0, toOwnCosts: 0, toFees: 0, overpaid: 0 });
  });
  test("the VAT on the fee is the debtor's only where the creditor cannot deduct it", () => {
    expect(
      accountOf(
        anAkte({ messages: [REMINDED, DUNNED], terms: termsIn({ ...TERMS, deductsInputTax: false }) }),
        day('2026-03-20'),
      ).matters[0]?.fee,
    ).toMatchObject({ net: 30_90, vat: 5_87, total: 36_77 });
  });
});

test('for any payments: both views of each payment sum to it, nothing is negative, and the lines of a letter sum to the balance', () => {
  const payments = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 30_000 }),
      n: fc.integer({ min: 0, max: 120 }),
      claim: fc.constantFrom(undefined, 'F1', 'F2'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(payments, fc.integer({ min: 0, max: 200 }), (list, n) => {
      const akte = anAkte(
        {
          messages: [REMINDED, DUNNED],
          payments: list.map((p, i) => ({
            ...payment(String(i), p.amount, plusDays(day('2026-03-02'), p.n)),
            ...(p.claim ? { claim: ClaimId.parse(p.claim) } : {}),
          })),
        },
        [aClaim(1), aClaim(2, { principal: cents(75_50), ownCosts: cents(2_50) })],
      );
      const account = accountOf(akte, plusDays(day('2026-03-02'), n));
      for (const { payment: p, outer, inner } of account.payments) {
        expect(sum(Object.values(outer))).toBe(p.amount);
        expect(sum(Object.values(inner))).toBe(p.amount);
        expect(Math.min(...Object.values(outer), ...Object.values(inner))).toBeGreaterThanOrEqual(0);
      }
      expect(sum(positionsOf(akte, account).map((p) => p.amount))).toBe(account.total);
      expect(account.total === ZERO || account.overpaid === ZERO).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('an account that runs on with further payments is the account of an Akte that has them, and no claim is settled that may not be', () => {
  const from = day('2026-03-20');
  const rates = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 9_000 }), days: fc.integer({ min: 1, max: 40 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 20_000 }), fc.boolean(), (list, before, waivesCosts) => {
      const begun = anAkte(
        {
          terms: termsIn({ ...TERMS, waivesCosts }),
          messages: [REMINDED, DUNNED],
          payments: before > 0 ? [payment('before', before, '2026-03-15')] : [],
        },
        [aClaim(1), aClaim(2, { principal: cents(75_50), ownCosts: cents(2_50) })],
      );
      const running = accountRunningOn(begun, from);
      let akte = begun;
      let on = from;
      for (const [i, { amount, days }] of list.entries()) {
        on = plusDays(on, days);
        expect(running.on(on)).toEqual(accountOf(akte, on));
        const rate = payment(`rate-${i}`, amount, on);
        running.pay(rate);
        akte = { ...akte, payments: [...akte.payments, rate] };
        const account = accountOf(akte, on);
        expect(running.on(on)).toEqual(account);
        for (const { id } of akte.claims) expect(isSettled(account, id) && !mayBeOver(akte, id)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test('a claim may be over once its principal has come in but for a trifle, whatever else is open; one that is not there never', () => {
  const paid = (amount: number): Akte => anAkte({ payments: [payment('p', amount, '2026-03-15')] });
  expect([
    mayBeOver(paid(114_99), F1),
    mayBeOver(paid(115_00), F1),
    mayBeOver(paid(120_00), ClaimId.parse('F9')),
  ]).toEqual([false, true, false]);
});

test('a matter that is over is no part of what other claims are asked with; one of which the fee is left is', () => {
  const M3 = MatterId.parse('M3');
  const claims = [
    aClaim(1, { dueByContract: true }),
    aClaim(2, { matter: M2, dueByContract: true, principal: cents(5_00), dueOn: day('2026-03-09') }),
    aClaim(3, { matter: M3 }),
  ];
  // Of the second so little interest has accrued that its principal pays it, and leaves the fee.
  const told = [ask('2026-03-12', 1), ask('2026-03-12', 1, { matter: M2 })];
  const asked = (...payments: Akte['payments']) =>
    accountWithout(akte(told, [...payments], claims), day('2026-03-20'), [F1, F2]).matters.map((m) => m.matter);
  const first = accountWithout(akte(told, [], claims), day('2026-03-20'), [F2, claims[2]!.id]).total;
  const firstPaid = paid('p', first, '2026-03-20', F1);
  const secondPaid = paid('q', 5_00, '2026-03-13', F2);
  expect(asked()).toEqual([M3]);
  expect(asked(firstPaid)).toEqual([M3]);
  expect(asked(secondPaid)).toEqual([M2, M3]);
});

test('an Akte never changes: its account of a day is derived once, also for a message from which nothing stands apart', () => {
  const akte = anAkte();
  const account = accountOf(akte, day('2026-03-20'));
  expect(accountOf(akte, day('2026-03-20'))).toBe(account);
  expect(accountWithout(akte, day('2026-03-20'), [])).toBe(account);
});
