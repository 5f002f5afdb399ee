import type { Stage } from '../../../domain/procedure/states.ts';
import fc from 'fast-check';
import { accountOf, type Account } from '../../../domain/account/account.ts';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import {
  ClaimId,
  HandOverId,
  MatterId,
  MessageReference,
  PaymentId,
  ProviderId,
  RefundId,
} from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import { positionsOf } from '../../../domain/letters/demand.ts';
import { cents, sum, ZERO } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const on = (n: number) => plusDays(day(START), n);
const demand = (stage: Stage, n: number, total: number, fee: boolean): Fact[] => {
  const message = { matter: M1, stage, channel: 'email' as const };
  return [
    {
      kind: 'reserved',
      message,
      reference: MessageReference.parse(`r${stage}`),
      at: `${on(n)}T08:00:00Z`,
      by: 'operator:x',
      demand: { total: cents(total), asOf: on(n), payBy: on(n + 7), claims: EVERY_CLAIM, collectionFee: fee },
    },
    {
      kind: 'sent',
      message,
      reference: MessageReference.parse(`r${stage}`),
      on: on(n),
      providerId: ProviderId.parse('p'),
      document: null,
    },
  ];
};
const OPENED: Fact[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h'),
    on: day(START),
    matter: M1,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim(1), aClaim(2, { principal: cents(75_50), ownCosts: cents(2_50), dueOn: day('2026-02-20') })],
  },
  ...demand(0, 0, 195_50, false),
  ...demand(1, 10, 230_00, true),
];
const anAkte = (...facts: Fact[]): Akte => fold(AKTE, [[...OPENED, ...facts]]);
const paid = (id: string, amount: number, n: number, more: Partial<Payment> = {}): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: on(n),
  bookedOn: on(n),
  via: 'agency',
  source: '',
  ...more,
});
const reversed = (payment: string, n: number): Fact => ({
  kind: 'reversed',
  payment: PaymentId.parse(payment),
  on: on(n),
  by: 'operator:x',
  reason: 'Lastschrift zurückgegeben',
});
const refunded = (id: string, amount: number, n: number): Fact => ({
  kind: 'refunded',
  id: RefundId.parse(id),
  amount: cents(amount),
  on: on(n),
  by: 'operator:x',
});
const but = ({ reversed: _, ...account }: Account) => account;

const payments = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 30_000 }),
    n: fc.integer({ min: 0, max: 90 }),
    claim: fc.constantFrom(undefined, 'F1', 'F2'),
    back: fc.option(fc.integer({ min: 0, max: 60 })),
  }),
  { maxLength: 7 },
);
type Payments = typeof payments extends fc.Arbitrary<infer T> ? T : never;
const factsOf = (list: Payments): Fact[] =>
  list.map((p, i) => paid(String(i), p.amount, p.n, p.claim ? { claim: ClaimId.parse(p.claim) } : {}));
const backOf = (list: Payments): Fact[] =>
  list.flatMap((p, i) => (p.back === null ? [] : [reversed(String(i), p.n + p.back)]));

test('a reversal restores the account: from its day on everything is as if the payment had never come', () => {
  fc.assert(
    fc.property(payments, fc.integer({ min: 0, max: 60 }), (list, later) => {
      const kept = list
        .map((_, i) => i)
        .filter((i) => list[i]?.back === null)
        .map(String);
      const end = Math.max(0, ...list.map((p) => p.n + (p.back ?? 0))) + later;
      const stayed = factsOf(list).filter((f) => f.kind === 'paid' && kept.includes(f.id));
      const account = accountOf(anAkte(...factsOf(list), ...backOf(list)), on(end));
      expect(but(account)).toEqual(but(accountOf(anAkte(...stayed), on(end))));
      expect(account.reversed.map((p) => p.id).sort()).toEqual(
        list.flatMap((p, i) => (p.back === null ? [] : [String(i)])).sort(),
      );
    }),
    { numRuns: 200 },
  );
});

test('the day before a reversal the payment still counts', () => {
  fc.assert(
    fc.property(payments, (list) => {
      const facts = factsOf(list);
      const first = Math.min(...list.flatMap((p) => (p.back === null ? [] : [p.n + p.back])), 200);
      if (first === 0) return;
      expect(but(accountOf(anAkte(...facts, ...backOf(list)), on(first - 1)))).toMatchObject({
        total: accountOf(anAkte(...facts), on(first - 1)).total,
      });
    }),
    { numRuns: 100 },
  );
});

test('the lines of a letter sum to the balance, whatever was reversed and refunded', () => {
  fc.assert(
    fc.property(
      payments,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 60 }),
      (list, share, later) => {
        const end = Math.max(0, ...list.map((p) => p.n));
        const held = accountOf(anAkte(...factsOf(list)), on(end)).overpaid;
        const refund = Math.floor(held * share);
        const akte = anAkte(...factsOf(list), ...(refund > 0 ? [refunded('e', refund, end)] : []), ...backOf(list));
        const account = accountOf(akte, on(end + later));
        expect(sum(positionsOf(akte, account).map((p) => p.amount))).toBe(account.total);
        expect(account.total === ZERO || account.overpaid === ZERO).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

describe('what a debtor sees', () => {
  test('a settled claim is dunned again once its payment has bounced', () => {
    const settled = anAkte(paid('1', 400_00, 3));
    expect(nextStep(settled, F1, { procedures: STANDARD, today: on(8) }).name).toBe('Erledigt');
    expect(
      nextStep(fold(AKTE, [[...OPENED, paid('1', 400_00, 3), reversed('1', 6)]]), F1, {
        procedures: STANDARD,
        today: on(8),
      }).name,
    ).not.toBe('Erledigt');
  });
  test('interest runs through the days on which the bounced money lay with us', () => {
    const without = accountOf(anAkte(), on(60)).claims.map((c) => c.accrued.total);
    expect(
      accountOf(anAkte(paid('1', 400_00, 3), reversed('1', 50)), on(60)).claims.map((c) => c.accrued.total),
    ).toEqual(without);
  });
  test('a refund lowers what is held, not what was paid', () => {
    const before = accountOf(anAkte(paid('1', 400_00, 3)), on(8));
    expect(accountOf(anAkte(paid('1', 400_00, 3), refunded('e', 50_00, 5)), on(8))).toMatchObject({
      overpaid: before.overpaid - 50_00,
      refunded: 50_00,
      refundedTooMuch: 0,
      total: 0,
    });
  });
  test('refunded and then reversed: what went back is owed to us as well', () => {
    const account = accountOf(anAkte(paid('1', 400_00, 3), refunded('e', 50_00, 5), reversed('1', 6)), on(8));
    expect(account).toMatchObject({
      overpaid: 0,
      refundedTooMuch: 50_00,
      total: accountOf(anAkte(), on(8)).total + 50_00,
    });
  });
});
