import { termsIn } from '../../../domain/akte/terms.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { Month, day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, PaymentId, PayoutId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents, ZERO } from '../../../domain/money.ts';
import {
  isEmpty,
  isInvoice,
  isTakenBack,
  recoveredOf,
  recoveryPercent,
  type PayoutLine,
} from '../../../domain/payout/payout.ts';
import { feesAtRates, linesOf, payoutFor, totalsOf } from '../../../domain/payout/settlement.ts';
import { AKTE, TERMS, musterversand } from '../../support/akte.ts';
import { KOMFORT, anAkteAsked, paid } from './payouts.ts';
import { payoutLine, statement } from '../../support/notices.ts';

const NO_INPUT_TAX = { ...musterversand, deductsInputTax: false };
const anAkte = (...facts: readonly Fact[]): Akte => anAkteAsked(cents(999_00), ...facts);
const line = (more: Partial<PayoutLine> = {}): PayoutLine =>
  payoutLine(1, {
    received: cents(100_00),
    toPrincipal: cents(60_00),
    toInterest: cents(5_00),
    toOwnCosts: cents(3_00),
    toFees: cents(30_00),
    overpaid: cents(2_00),
    ...more,
  });

describe('what came in of all that was handed over', () => {
  const of = (principal: number, received: number, receivedByCreditor = 0) => ({
    claims: 1,
    principal: cents(principal),
    received: cents(received),
    receivedByCreditor: cents(receivedByCreditor),
    settledAkten: 0,
    touchedAkten: 1,
  });
  test('counts what came to us and what came to the creditor', () => {
    expect(recoveredOf(of(100_00, 20_00, 5_00))).toBe(25_00);
    expect(recoveryPercent(of(100_00, 20_00, 5_00))).toBe(25);
  });
  test('is said in percent with one decimal, half up, and is none where nothing was handed over', () => {
    expect(recoveryPercent(of(300_00, 100_00))).toBe(33.3);
    expect(recoveryPercent(of(1_000_00, 1_50))).toBe(0.2);
    expect(recoveryPercent(of(0, 0))).toBe(0);
  });
});

describe('the line of a payment', () => {
  test('says where each cent went, creditor first, and for which invoices', () => {
    expect(linesOf(anAkte(paid('p', 220_00, '2026-03-20')), Month.parse('2026-03'), musterversand)).toEqual([
      {
        akte: AKTE,
        customerNumber: 'K-1',
        debtorName: 'Erika Beispiel',
        invoiceNumbers: ['RE-1', 'RE-2'],
        paymentId: 'p',
        valueDate: '2026-03-20',
        bookedOn: '2026-03-20',
        via: 'agency',
        received: 220_00,
        toPrincipal: 195_50,
        toInterest: 60,
        toOwnCosts: 2_50,
        toFees: 21_40,
        feesVat: 0,
        feesVatPercent: 19,
        overpaid: 0,
      },
    ]);
  });
  test("of a named claim says that claim's invoice", () => {
    expect(
      linesOf(
        anAkte(paid('p', 20_00, '2026-03-20', { claim: ClaimId.parse('F2') })),
        Month.parse('2026-03'),
        musterversand,
      ),
    ).toMatchObject([{ claim: 'F2', invoiceNumbers: ['RE-2'] }]);
  });
  test('tells the VAT within the fees where the debtor owes it', () => {
    const of: Akte = {
      ...anAkte(paid('p', 300_00, '2026-03-20')),
      terms: termsIn({ ...TERMS, deductsInputTax: false }),
    };
    const [l] = linesOf(of, Month.parse('2026-03'), NO_INPUT_TAX);
    const fee = accountOf(of, day('2026-03-31')).matters[0]?.fee;
    expect(l).toMatchObject({ toFees: fee?.total, feesVat: fee?.vat });
    expect(l!.feesVat).toBeGreaterThan(0);
  });
  test('stands in the month in which it was booked, also where it counts from earlier, and once', () => {
    const late = paid('p', 20_00, '2026-03-31', { bookedOn: day('2026-04-01') });
    expect([
      linesOf(anAkte(late), Month.parse('2026-03'), musterversand).length,
      linesOf(anAkte(late), Month.parse('2026-04'), musterversand).length,
    ]).toEqual([0, 1]);
    const share = {
      payment: PaymentId.parse('p'),
      toPrincipal: cents(20_00),
      toInterest: ZERO,
      toOwnCosts: ZERO,
      toFees: ZERO,
      overpaid: ZERO,
    };
    const out: Fact = { kind: 'paidOut', month: Month.parse('2026-04'), payout: PayoutId.parse('x'), shares: [share] };
    expect([
      linesOf(anAkte(late, out), Month.parse('2026-04'), musterversand).length,
      linesOf(anAkte(late, out), Month.parse('2026-05'), musterversand).length,
    ]).toEqual([1, 0]);
  });
  test('of a value date to come counts as of that date', () => {
    expect(
      linesOf(
        anAkte(paid('p', 20_00, '2026-04-02', { bookedOn: day('2026-03-31') })),
        Month.parse('2026-03'),
        musterversand,
      ),
    ).toMatchObject([{ received: 20_00, toPrincipal: 20_00 }]);
  });
  test('shares that a later booking moved are corrected, with the reason; the sum of the correction is nothing', () => {
    const share = {
      payment: PaymentId.parse('p'),
      toPrincipal: cents(15_00),
      toInterest: cents(5_00),
      toOwnCosts: ZERO,
      toFees: ZERO,
      overpaid: ZERO,
    };
    expect(
      linesOf(
        anAkte(paid('p', 20_00, '2026-03-20'), {
          kind: 'paidOut',
          month: Month.parse('2026-03'),
          payout: PayoutId.parse('x'),
          shares: [share],
        }),
        Month.parse('2026-04'),
        musterversand,
      ),
    ).toMatchObject([
      {
        received: 0,
        toPrincipal: 5_00,
        toInterest: -5_00,
        toOwnCosts: 0,
        toFees: 0,
        overpaid: 0,
        correction:
          'Neu verteilt, weil seither eine frühere Zahlung gebucht, eine Forderung übergeben, etwas erlassen oder gutgeschrieben wurde',
      },
    ]);
  });
  test('is one taken back where it is negative', () => {
    expect([
      isTakenBack(line({ received: cents(-1) })),
      isTakenBack(line({ received: ZERO })),
      isTakenBack(line()),
    ]).toEqual([true, false, false]);
  });
});

describe('the sums of a statement', () => {
  const direct = line({
    via: 'creditor',
    received: cents(50_00),
    toPrincipal: cents(40_00),
    toInterest: cents(1_00),
    toOwnCosts: cents(2_00),
    toFees: cents(7_00),
    overpaid: ZERO,
  });
  test("Standard: all of the creditor's share, less the VAT on fees and what it holds for us", () => {
    expect(totalsOf([line(), direct], musterversand, Month.parse('2026-03'), ZERO)).toEqual({
      received: 100_00,
      receivedByCreditor: 50_00,
      creditorShare: 68_00,
      agencyFees: 30_00,
      overpaid: 2_00,
      commissionBase: 111_00,
      commissionNet: 0,
      commissionVat: 0,
      feesVatInvoiced: 7_03,
      feesHeldByCreditor: 7_00,
      carriedIn: 0,
      payout: 53_97,
      carriedOut: 0,
    });
  });
  test('Komfort: less four percent of everything that reached the creditor, and VAT', () => {
    expect(totalsOf([line(), direct], KOMFORT, Month.parse('2026-03'), ZERO)).toMatchObject({
      commissionBase: 111_00,
      commissionNet: 4_44,
      commissionVat: 84,
      payout: 68_00 - 4_44 - 84 - 7_03 - 7_00,
    });
  });
  test('19 % stood in the code: the commission has the rate of the month, the fees that of each payment, and each rate its own line', () => {
    const before = line({ valueDate: day('2020-06-30'), feesVatPercent: 19 });
    const after = line({ valueDate: day('2020-07-01'), feesVatPercent: 16 });
    expect(totalsOf([after], KOMFORT, Month.parse('2020-12'), ZERO)).toMatchObject({
      commissionNet: 2_72,
      commissionVat: 44,
    });
    expect(totalsOf([after], KOMFORT, Month.parse('2021-01'), ZERO)).toMatchObject({
      commissionNet: 2_72,
      commissionVat: 52,
    });
    expect(feesAtRates([before, after], musterversand, Month.parse('2020-07'))).toEqual([
      { vatPercent: 19, net: 30_00, vatPaid: 0, vatInvoiced: 5_70 },
      { vatPercent: 16, net: 30_00, vatPaid: 0, vatInvoiced: 4_80 },
    ]);
    expect(totalsOf([before, after], musterversand, Month.parse('2020-07'), ZERO).feesVatInvoiced).toBe(10_50);
  });
  test('a month without money still has a line of fees, of nothing, at its own rate', () => {
    expect(['2020-07', '2026-03'].map((month) => feesAtRates([], musterversand, Month.parse(month)))).toEqual([
      [{ vatPercent: 16, net: 0, vatPaid: 0, vatInvoiced: 0 }],
      [{ vatPercent: 19, net: 0, vatPaid: 0, vatInvoiced: 0 }],
    ]);
  });
  test('a creditor without input tax is not invoiced the VAT on fees: the debtor has paid it', () => {
    expect(totalsOf([line()], NO_INPUT_TAX, Month.parse('2026-03'), ZERO)).toMatchObject({
      feesVatInvoiced: 0,
      payout: 68_00,
    });
  });
  test('what is owed from before comes off; what cannot be covered is carried on', () => {
    expect(totalsOf([line()], NO_INPUT_TAX, Month.parse('2026-03'), cents(8_00))).toMatchObject({
      carriedIn: 8_00,
      payout: 60_00,
      carriedOut: 0,
    });
    expect(totalsOf([line()], NO_INPUT_TAX, Month.parse('2026-03'), cents(70_00))).toMatchObject({
      payout: 0,
      carriedOut: 2_00,
    });
    expect(totalsOf([], NO_INPUT_TAX, Month.parse('2026-03'), ZERO)).toMatchObject({
      received: 0,
      payout: 0,
      carriedOut: 0,
    });
  });
});

describe('the payout of a month', () => {
  const one = anAkte(paid('p', 500_00, '2026-03-20'));
  const other = {
    ...anAkte(paid('d', 30_00, '2026-03-20', { via: 'creditor' }), paid('b', 10_00, '2026-03-20'), {
      kind: 'reversed',
      payment: PaymentId.parse('b'),
      on: day('2026-04-05'),
      by: 'operator:x',
      reason: 'y',
    }),
    id: AKTE,
  };
  test('has a number, the lines of all Akten that were touched, and where it goes', () => {
    const payout = payoutFor({
      creditor: KOMFORT,
      month: Month.parse('2026-03'),
      statedOn: day('2026-04-01'),
      akten: [one, other],
      carriedIn: cents(1_00),
    });
    expect(payout).toMatchObject({
      id: 'MW-2026-03-MUS',
      creditorId: 'MUS',
      month: '2026-03',
      statedOn: '2026-04-01',
      commissionPercent: 4,
      account: musterversand.account,
    });
    expect(payout.lines.map((l) => l.paymentId)).toEqual(['p', 'd']);
    expect(payout.totals).toEqual(totalsOf(payout.lines, KOMFORT, Month.parse('2026-03'), cents(1_00)));
    expect(
      payoutFor({
        creditor: musterversand,
        month: Month.parse('2026-03'),
        statedOn: day('2026-04-01'),
        akten: [],
        carriedIn: ZERO,
      }),
    ).toMatchObject({ commissionPercent: 0, lines: [], statistics: { claims: 0, settledAkten: 0 } });
  });
  test('looks at every Akte with money in it, in the order of their numbers', () => {
    const ids = ['MUS-0000-0002', 'MUS-0000-0003', 'MUS-0000-0001'].map((id) => AkteId.parse(id));
    const [second, none, first] = ids.map((id, i) => ({
      ...(i === 1 ? anAkte() : anAkte(paid(`${i}`, 10_00, '2026-03-20'))),
      id,
    }));
    const akten = [second, none, first].flatMap((akte) => akte ?? []);
    const { lines, statistics } = payoutFor({
      creditor: KOMFORT,
      month: Month.parse('2026-03'),
      statedOn: day('2026-04-01'),
      akten,
      carriedIn: ZERO,
    });
    expect(lines.map((l) => l.akte)).toEqual([ids[2], ids[0]]);
    expect(statistics.touchedAkten).toBe(3);
    expect(akten.map((akte) => akte.id)).toEqual(ids);
  });
  test('counts since the mandate began; a reversed payment until the day it was taken back', () => {
    const on = (statedOn: string) =>
      payoutFor({
        creditor: KOMFORT,
        month: Month.parse('2026-03'),
        statedOn: day(statedOn),
        akten: [one, other],
        carriedIn: ZERO,
      }).statistics;
    expect(on('2026-04-04')).toEqual({
      claims: 4,
      principal: 391_00,
      received: 510_00,
      receivedByCreditor: 30_00,
      settledAkten: 1,
      touchedAkten: 2,
    });
    expect(on('2026-04-05').received).toBe(500_00);
  });
});

describe('a month', () => {
  const { payout } = statement([]);
  const quiet = { ...payout, fees: [] };
  const totals = (more: Partial<typeof payout.totals>) => ({ ...quiet, totals: { ...quiet.totals, ...more } });
  test('is empty where nothing was booked, paid out or carried on: its creditor gets no mail', () => {
    expect(isEmpty(quiet)).toBe(true);
    expect(isEmpty({ ...quiet, lines: [payoutLine(1)] })).toBe(false);
    for (const more of [{ payout: cents(1) }, { carriedIn: cents(1) }, { carriedOut: cents(1) }])
      expect(isEmpty(totals(more))).toBe(false);
  });
  test('is an invoice where something was supplied or taken back: one over nothing is none (§ 14(4) UStG)', () => {
    expect(isInvoice(quiet)).toBe(false);
    expect([1, -1].map((net) => isInvoice(totals({ commissionNet: cents(net) })))).toEqual([true, true]);
    const fees = (net: number) => [{ vatPercent: 19, net: cents(net), vatPaid: ZERO, vatInvoiced: ZERO }];
    expect([0, 1, -1].map((net) => isInvoice({ ...quiet, fees: fees(net) }))).toEqual([false, true, true]);
  });
});
