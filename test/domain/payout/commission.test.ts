import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { Month, day } from '../../../domain/calendar.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents, ZERO } from '../../../domain/money.ts';
import { Creditor, type Commission } from '../../../domain/parties/parties.ts';
import type { Payout } from '../../../domain/payout/payout.ts';
import { payoutFor } from '../../../domain/payout/settlement.ts';
import { AKTE, aClaim, erika, musterversand, opened } from '../../support/akte.ts';

const mandate = (commission?: Partial<Commission> & { percent: number }): Creditor =>
  Creditor.parse({ ...musterversand, module: 'komfort', ...(commission ? { commission } : {}) });
const paid = (id: string, amount: number, via: 'agency' | 'creditor' = 'agency'): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day('2026-03-10'),
  bookedOn: day('2026-03-10'),
  via,
  source: '',
});
const anAkte = (...facts: readonly Fact[]): Akte =>
  fold(AKTE, [[...opened(erika, aClaim(1, { principal: cents(100_00), ownCosts: cents(10_00) })), ...facts]]);
const payout = (akte: Akte, creditor: Creditor, month = Month.parse('2026-03')): Payout =>
  payoutFor({ creditor, month, statedOn: day('2026-05-02'), akten: [akte], carriedIn: ZERO });
/** The fact that a run leaves in the Akte. */
const remembered = (of: Payout): Fact => ({
  kind: 'paidOut',
  month: of.month,
  payout: of.id,
  commission: of.commission,
  shares: of.lines.map((l) => ({
    payment: l.paymentId,
    toPrincipal: l.toPrincipal,
    toInterest: l.toInterest,
    toOwnCosts: l.toOwnCosts,
    toFees: l.toFees,
    overpaid: l.overpaid,
  })),
});

test('percent and base of the commission were constants of a module: a mandate states its own, and by itself pays as before', () => {
  const akte = anAkte(paid('a', 110_00));
  const net = (commission?: Parameters<typeof mandate>[0]) => payout(akte, mandate(commission)).totals.commissionNet;
  expect(net()).toBe(4_40);
  expect(net({ percent: 2.5 })).toBe(2_75);
  expect(net({ percent: 2.5, of: ['principal'] })).toBe(2_50);
  expect(net({ percent: 0 })).toBe(0);
});

test('whether what went straight to the creditor counts is a term of the mandate', () => {
  const akte = anAkte(paid('a', 50_00, 'creditor'));
  expect(payout(akte, mandate({ percent: 10 })).totals.commissionNet).toBe(5_00);
  expect(payout(akte, mandate({ percent: 10, directPayments: false })).totals.commissionNet).toBe(0);
});

test.each([-1, 101, 3.333])('a commission of %p percent is refused', (percent) => {
  expect(Creditor.safeParse({ ...musterversand, commission: { percent } }).success).toBe(false);
});

test('a commission was given back at another percentage than it was charged with, where the mandate had changed meanwhile', () => {
  const march = payout(anAkte(paid('a', 50_00)), mandate({ percent: 4 }));
  const reversed: Fact = {
    kind: 'reversed',
    payment: PaymentId.parse('a'),
    on: day('2026-04-05'),
    by: 'operator:x',
    reason: 'zurück',
  };
  const april = payout(
    anAkte(paid('a', 50_00), remembered(march), reversed),
    mandate({ percent: 10 }),
    Month.parse('2026-04'),
  );
  expect(march.totals.commissionNet).toBe(2_00);
  expect(april.totals.commissionNet).toBe(-2_00);
  expect(april.commissions).toEqual([
    { percent: 10, base: 0, net: 0 },
    { percent: 4, base: -50_00, net: -2_00 },
  ]);
});
