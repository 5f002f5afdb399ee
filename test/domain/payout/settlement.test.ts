import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { Month, firstOf, lastOf, nextMonth, day, isBefore, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId, PayoutId, RefundId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents, sum, ZERO, type Cents } from '../../../domain/money.ts';
import type { PayoutLine } from '../../../domain/payout/payout.ts';
import { Commission } from '../../../domain/parties/parties.ts';
import { linesOf, payoutFor } from '../../../domain/payout/settlement.ts';
import { partsOf, totalOf } from '../../../domain/split.ts';
import { KOMFORT, anAkteAsked, paid } from './payouts.ts';

const anAkte = (...facts: readonly Fact[]): Akte => anAkteAsked(cents(195_50), ...facts);
const reversed = (payment: string, on: string): Fact => ({
  kind: 'reversed',
  payment: PaymentId.parse(payment),
  on: day(on),
  by: 'operator:x',
  reason: 'Lastschrift zurückgegeben',
});
const share = (l: PayoutLine) => ({ payment: l.paymentId, ...partsOf(l) });
const total = (l: PayoutLine): Cents => totalOf(partsOf(l));

const dayOf = (f: Fact): Day => {
  if (f.kind === 'paid') return f.bookedOn;
  return f.kind === 'reversed' ? f.on : day('2026-03-01');
};
/**
 * Pays out month after month, on the day after each; every run knows only what had happened by then, and its lines are
 * remembered as run-payout does.
 */
const payOut = (
  facts: readonly Fact[],
  months: number,
  statedOn: (month: Month) => Day = (month) => firstOf(nextMonth(month)),
) => {
  const out: Fact[] = [];
  const runs: { month: Month; lines: PayoutLine[] }[] = [];
  for (let month = Month.parse('2026-03'); runs.length < months; month = nextMonth(month)) {
    const akte = anAkte(...facts.filter((f) => !isBefore(statedOn(month), dayOf(f))), ...out);
    const lines = linesOf(akte, month, KOMFORT);
    runs.push({ month, lines });
    if (lines.length > 0) out.push({ kind: 'paidOut', month, payout: PayoutId.parse(month), shares: lines.map(share) });
  }
  return { runs: runs.map((r) => r.lines), akte: anAkte(...facts, ...out) };
};

describe('a payment that bounced', () => {
  test('after it was paid out: taken back once, received and all, with the reason', () => {
    const {
      runs: [march, april, may],
    } = payOut([paid('1', 300_00, '2026-03-20'), reversed('1', '2026-04-07')], 3);
    expect(march).toMatchObject([{ received: 300_00 }]);
    const [line] = march!;
    expect(april).toEqual([
      {
        ...line!,
        bookedOn: '2026-04-07',
        received: -300_00,
        toPrincipal: 0 - line!.toPrincipal,
        toInterest: 0 - line!.toInterest,
        toOwnCosts: 0 - line!.toOwnCosts,
        toFees: 0 - line!.toFees,
        overpaid: 0 - line!.overpaid,
        correction: 'Zurückgebucht: Lastschrift zurückgegeben',
      },
    ]);
    expect(line!.overpaid).toBeGreaterThan(0);
    expect(may).toEqual([]);
  });
  test('in the month it came: no line, then or later', () => {
    expect(payOut([paid('1', 50_00, '2026-03-20'), reversed('1', '2026-03-25')], 3).runs).toEqual([[], [], []]);
  });
  test('after its month but before the payout of it: no line either', () => {
    expect(
      payOut([paid('1', 50_00, '2026-03-20'), reversed('1', '2026-04-02')], 3, (month) =>
        plusDays(firstOf(nextMonth(month)), 4),
      ).runs,
    ).toEqual([[], [], []]);
  });
  test('after the end of the month that is paid out: still in it, taken back in the next', () => {
    const late = payOut(
      [paid('1', 50_00, '2026-03-20'), paid('2', 50_00, '2026-04-20'), reversed('1', '2026-05-01')],
      3,
    ).runs;
    expect(late.map((lines) => lines.map((l) => [l.paymentId, l.received]))).toEqual([
      [['1', 50_00]],
      [['2', 50_00]],
      [['1', -50_00]],
    ]);
  });
  test('on the last day of the month that is paid out: taken back in it', () => {
    const { runs } = payOut([paid('1', 50_00, '2026-03-20'), reversed('1', '2026-04-30')], 3);
    expect(runs.map((lines) => lines.map((l) => [l.paymentId, l.received, l.bookedOn]))).toEqual([
      [['1', 50_00, '2026-03-20']],
      [['1', -50_00, '2026-04-30']],
      [],
    ]);
  });
  test('after that end, where another payment of the month has a later value date: not in it either', () => {
    const late = payOut(
      [
        paid('1', 50_00, '2026-03-20'),
        paid('2', 50_00, '2026-05-04', { bookedOn: day('2026-04-30') }),
        reversed('1', '2026-05-02'),
      ],
      3,
      (month) => plusDays(firstOf(nextMonth(month)), 9),
    ).runs;
    expect(late.map((lines) => lines.filter((l) => l.received !== 0).map((l) => [l.paymentId, l.received]))).toEqual([
      [['1', 50_00]],
      [['2', 50_00]],
      [['1', -50_00]],
    ]);
  });
  test('moves what others had paid: the creditor first, and says why', () => {
    const {
      runs: [, , may],
    } = payOut([paid('1', 195_50, '2026-03-20'), paid('2', 40_00, '2026-04-20'), reversed('1', '2026-05-05')], 3);
    expect(may).toMatchObject([
      { paymentId: '1', received: -195_50 },
      { paymentId: '2', received: 0, correction: 'Neu verteilt, weil eine andere Zahlung zurückgebucht wurde' },
    ]);
    expect(total(may![1]!)).toBe(0);
    expect(may![1]!.toFees).toBeLessThan(0);
  });
  test('and whose overpayment went back to the debtor is taken back whole: the creditor gets nothing of it', () => {
    const facts: Fact[] = [
      paid('1', 300_00, '2026-03-20'),
      { kind: 'refunded', id: RefundId.parse('e'), amount: cents(10_00), on: day('2026-03-25'), by: 'operator:x' },
      reversed('1', '2026-04-07'),
    ];
    expect(sum(payOut(facts, 3).runs.flat().map(total))).toBe(0);
  });
});

describe('the payout of its month', () => {
  const bounced = () => payOut([paid('1', 100_00, '2026-03-20'), reversed('1', '2026-04-07')], 1);
  const payout = (month: Month, akte: Akte, carriedIn = ZERO) =>
    payoutFor({
      creditor: KOMFORT,
      month,
      statedOn: firstOf(nextMonth(month)),
      akten: [akte],
      carriedIn,
    });
  test('gives the commission back and carries what the creditor owes over', () => {
    const march = payout(Month.parse('2026-03'), anAkte(paid('1', 100_00, '2026-03-20'))).totals;
    expect(march).toMatchObject({
      received: 100_00,
      creditorShare: 100_00,
      commissionNet: 4_00,
      commissionVat: 76,
      payout: 95_24,
      carriedOut: 0,
    });
    const april = payout(Month.parse('2026-04'), bounced().akte).totals;
    expect(april).toMatchObject({
      received: -100_00,
      creditorShare: -100_00,
      commissionBase: -100_00,
      commissionNet: -4_00,
      commissionVat: -76,
      payout: 0,
      carriedOut: 95_24,
    });
    expect(payout(Month.parse('2026-05'), { ...bounced().akte, payments: [] }, april.carriedOut).totals).toMatchObject({
      carriedIn: 95_24,
      payout: 0,
      carriedOut: 95_24,
    });
  });
  test('does not count it as received; before the reversal it did', () => {
    expect(payout(Month.parse('2026-04'), bounced().akte).statistics).toMatchObject({
      received: 0,
      receivedByCreditor: 0,
      settledAkten: 0,
      touchedAkten: 1,
    });
    expect(payout(Month.parse('2026-03'), bounced().akte).statistics.received).toBe(100_00);
  });
});

type Coming = Readonly<{
  amount: number;
  n: number;
  late: number;
  via: 'agency' | 'creditor';
  claim: string | undefined;
  back: number | null;
}>;
/** Payments that count from day `n`, are booked `late` days later, and may bounce `back` days after that. */
const COMINGS: fc.Arbitrary<Coming[]> = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 20_000 }),
    n: fc.integer({ min: 0, max: 90 }),
    late: fc.integer({ min: 0, max: 10 }),
    via: fc.constantFrom('agency' as const, 'creditor' as const),
    claim: fc.constantFrom(undefined, 'F1', 'F2'),
    back: fc.option(fc.integer({ min: 0, max: 80 })),
  }),
  { maxLength: 6 },
);
const factsOf = ({ amount, n, late, via, claim, back }: Coming, id: string): Fact[] => {
  const from = day('2026-03-02');
  return [
    paid(id, amount, plusDays(from, n + late), {
      valueDate: plusDays(from, n),
      via,
      ...(claim ? { claim: ClaimId.parse(claim) } : {}),
    }),
    ...(back === null ? [] : [reversed(id, plusDays(from, n + late + back))]),
  ];
};
const NOTHING = { toPrincipal: 0, toInterest: 0, toOwnCosts: 0, toFees: 0, overpaid: 0 };
test('however payments come and bounce: all statements together pay out exactly what stayed', () => {
  fc.assert(
    fc.property(COMINGS, fc.integer({ min: 0, max: 6 }), (list, runsAfter) => {
      const facts = list.flatMap((p, i) => factsOf(p, String(i)));
      const { runs, akte } = payOut(facts, 8, (month) => plusDays(firstOf(nextMonth(month)), runsAfter));
      const inner = new Map(
        accountOf(akte, lastOf(Month.parse('2026-10'))).payments.map((p) => [p.payment.id, p.inner]),
      );
      for (const [i, p] of list.entries()) {
        const lines = runs.flat().filter((l) => l.paymentId === String(i));
        const add = (of: (l: PayoutLine) => Cents): Cents => sum(lines.map(of));
        expect(add((l) => l.received)).toBe(p.back === null ? p.amount : 0);
        expect({
          toPrincipal: add((l) => l.toPrincipal),
          toInterest: add((l) => l.toInterest),
          toOwnCosts: add((l) => l.toOwnCosts),
          toFees: add((l) => l.toFees),
          overpaid: add((l) => l.overpaid),
        }).toEqual(inner.get(PaymentId.parse(String(i))) ?? NOTHING);
        expect(lines.filter((l) => l.received < 0).length).toBeLessThan(2);
      }
      for (const line of runs.flat()) expect(total(line)).toBe(line.received);
    }),
    { numRuns: 200 },
  );
});

test('what bounced gives the commission back as it was charged with its own payout, not with another', () => {
  const charged = { p: Commission.parse({ percent: 4 }), q: Commission.parse({ percent: 10, directPayments: false }) };
  const facts = [paid('p', 40_00, '2026-03-10'), paid('q', 30_00, '2026-04-10')];
  const [march = [], april = []] = payOut(facts, 2).runs;
  const told = (month: string, lines: readonly PayoutLine[], commission: Commission): Fact => ({
    kind: 'paidOut',
    month: Month.parse(month),
    payout: PayoutId.parse(month),
    shares: lines.map(share),
    commission,
  });
  const akte = anAkte(
    ...facts,
    told('2026-03', march, charged.p),
    told('2026-04', april, charged.q),
    reversed('p', '2026-05-04'),
    reversed('q', '2026-05-05'),
  );
  const lines = linesOf(akte, Month.parse('2026-05'), KOMFORT);
  expect(Object.fromEntries(lines.map((l) => [l.paymentId, l.commission]))).toEqual(charged);
});
