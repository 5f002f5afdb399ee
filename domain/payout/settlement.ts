import { accountOf, isDone } from '../account/account.ts';
import type { Akte, Payment } from '../akte/akte.ts';
import { leftToCredit } from '../account/credits.ts';
import { lastOf, latest, type Day, type Month } from '../calendar.ts';
import { shareOf } from '../account/fees.ts';
import { PayoutId, type PaymentId } from '../ids.ts';
import { inForce } from '../law/dated.ts';
import { VAT_PERCENT } from '../law/figures.ts';
import { NOTHING, isNothing, minusSplit, plusSplit, type Split } from '../split.ts';
import { ZERO, minus, most, plus, roundHalfUp, sum, type Cents } from '../money.ts';
import { commissionOf, commissionsOn } from './commission.ts';
import type { Creditor } from '../parties/parties.ts';
import type { FeesAtRate, Payout, PayoutLine, PayoutStatistics, PayoutTotals } from './payout.ts';

/** The VAT within fees that the debtor has paid with it. */
const vatWithin = (fees: Cents, percent: number): Cents =>
  roundHalfUp(BigInt(fees) * BigInt(percent), BigInt(100 + percent));
/**
 * The fees of a month's lines by their rate of VAT, as an invoice shows them (§ 14(4) UStG); without any a line of
 * nothing at the month's own rate.
 */
export const feesAtRates = (lines: readonly PayoutLine[], creditor: Creditor, month: Month): readonly FeesAtRate[] => {
  const rates = lines.length === 0 ? [monthsVat(month)] : [...new Set(lines.map((l) => l.feesVatPercent))];
  return rates.map((vatPercent) => {
    const own = lines.filter((l) => l.feesVatPercent === vatPercent);
    const paid = sum(own.map((l) => l.toFees));
    const vatPaid = sum(own.map((l) => l.feesVat));
    return {
      vatPercent,
      net: minus(paid, vatPaid),
      vatPaid,
      vatInvoiced: creditor.deductsInputTax ? shareOf(paid, vatPercent) : ZERO,
    };
  });
};
/** The rate of VAT on what a month's statement invoices: its service is completed on the month's last day. */
const monthsVat = (month: Month): number => inForce(VAT_PERCENT, lastOf(month)).value;

const lineOf = (akte: Akte, payment: Payment, split: Split, creditor: Creditor): PayoutLine => {
  const feesVatPercent = inForce(VAT_PERCENT, payment.valueDate).value;
  return {
    akte: akte.id,
    customerNumber: akte.debtor.customerNumber,
    debtorName: akte.debtor.name,
    invoiceNumbers: akte.claims.filter((c) => !payment.claim || c.id === payment.claim).map((c) => c.invoiceNumber),
    paymentId: payment.id,
    ...(payment.claim ? { claim: payment.claim } : {}),
    valueDate: payment.valueDate,
    bookedOn: payment.bookedOn,
    via: payment.via,
    received: payment.amount,
    ...split,
    feesVat: creditor.deductsInputTax ? ZERO : vatWithin(split.toFees, feesVatPercent),
    feesVatPercent,
  };
};

/** What earlier months have paid out for each payment, all their lines together. */
const paidOutBefore = (akte: Akte, month: Month): ReadonlyMap<PaymentId, Split> => {
  const paid = new Map<PaymentId, Split>();
  for (const out of akte.paidOut.filter((o) => o.month < month))
    for (const s of out.shares) paid.set(s.payment, plusSplit(paid.get(s.payment) ?? NOTHING, s));
  return paid;
};

/** The commission with which a payment was charged when it was first paid out. */
const chargedWith = (akte: Akte, month: Month, payment: PaymentId): Pick<PayoutLine, 'commission'> => {
  const first = akte.paidOut.find((o) => o.month < month && o.shares.some((s) => s.payment === payment));
  return first?.commission ? { commission: first.commission } : {};
};

/**
 * The payments a month's payout speaks of: booked by its end. One reversed before it was ever paid out never was, even
 * where it was taken back after that end.
 */
const paymentsFor = (akte: Akte, end: Day, earlier: ReadonlyMap<PaymentId, Split>): Payment[] =>
  akte.payments
    .filter((p) => p.bookedOn <= end && !(p.reversed && !earlier.has(p.id)))
    .map(({ reversed, ...p }) => ({ ...p, ...(reversed && reversed.on <= end ? { reversed } : {}) }));

/**
 * Takes back all that was paid out for a payment that was reversed since; nothing where it never was, or is taken back
 * already.
 */
const takenBack = (
  akte: Akte,
  payment: Payment,
  before: Split | undefined,
  { creditor, month }: Readonly<{ creditor: Creditor; month: Month }>,
): PayoutLine[] => {
  if (!payment.reversed || !before || isNothing(before)) return [];
  const line = lineOf(
    akte,
    { ...payment, amount: minus(ZERO, payment.amount), bookedOn: payment.reversed.on },
    minusSplit(NOTHING, before),
    creditor,
  );
  return [
    { ...line, ...chargedWith(akte, month, payment.id), correction: `Zurückgebucht: ${payment.reversed.reason}` },
  ];
};

/**
 * Lines of one Akte for a month: what has not been paid out yet, what was paid out and has been reversed since, and
 * what a later booking with an earlier value date or a reversal has moved. A payment reversed before it was ever paid
 * out leaves no line.
 */
export const linesOf = (akte: Akte, month: Month, creditor: Creditor): PayoutLine[] => {
  const end = lastOf(month);
  const earlier = paidOutBefore(akte, month);
  const payments = paymentsFor(akte, end, earlier);
  const account = accountOf(
    { ...akte, payments },
    payments.reduce((d, p) => latest(d, p.valueDate), end),
  );
  const back = account.reversed.flatMap((payment) =>
    takenBack(akte, payment, earlier.get(payment.id), { creditor, month }),
  );
  const why =
    back.length > 0
      ? 'Neu verteilt, weil eine andere Zahlung zurückgebucht wurde'
      : 'Neu verteilt, weil seither eine frühere Zahlung gebucht, eine Forderung übergeben, etwas erlassen oder gutgeschrieben wurde';
  return [
    ...back,
    ...account.payments.flatMap(({ payment, inner }): PayoutLine[] => {
      const before = earlier.get(payment.id);
      if (!before) return [lineOf(akte, payment, inner, creditor)];
      const moved = minusSplit(inner, before);
      return isNothing(moved)
        ? []
        : [
            {
              ...lineOf(akte, { ...payment, amount: ZERO }, moved, creditor),
              ...chargedWith(akte, month, payment.id),
              correction: why,
            },
          ];
    }),
  ];
};
/**
 * The sums of a month's statement (readings 12 and 13). The commission's VAT is
 * that of the month's last day, the fees' that of each payment.
 */
export const totalsOf = (
  lines: readonly PayoutLine[],
  creditor: Creditor,
  month: Month,
  carriedIn: Cents,
): PayoutTotals => {
  const add = (of: (line: PayoutLine) => Cents, via?: PayoutLine['via']): Cents =>
    sum(lines.filter((l) => !via || l.via === via).map(of));
  const share = (l: PayoutLine): Cents => plus(l.toPrincipal, l.toInterest, l.toOwnCosts);
  const creditorShare = add(share, 'agency');
  const commissions = commissionsOn(lines, creditor);
  const commissionBase = sum(commissions.map((c) => c.base));
  const commissionNet = sum(commissions.map((c) => c.net));
  const commissionVat = shareOf(commissionNet, monthsVat(month));
  const feesVatInvoiced = sum(feesAtRates(lines, creditor, month).map((f) => f.vatInvoiced));
  const feesHeldByCreditor = add((l) => l.toFees, 'creditor');
  const balance = minus(
    creditorShare,
    plus(commissionNet, commissionVat, feesVatInvoiced, feesHeldByCreditor, carriedIn),
  );
  return {
    received: add((l) => l.received, 'agency'),
    receivedByCreditor: add((l) => l.received, 'creditor'),
    creditorShare,
    agencyFees: add((l) => l.toFees, 'agency'),
    overpaid: add((l) => l.overpaid, 'agency'),
    commissionBase,
    commissionNet,
    commissionVat,
    feesVatInvoiced,
    feesHeldByCreditor,
    carriedIn,
    payout: most(ZERO, balance),
    carriedOut: most(ZERO, minus(ZERO, balance)),
  };
};

/** What came by one way and stayed: a reversed payment never was. */
const stayed = (akten: readonly Akte[], via: Payment['via'], asOf: Day): Cents =>
  sum(
    akten.flatMap((a) =>
      a.payments.filter((p) => p.via === via && !(p.reversed && p.reversed.on <= asOf)).map((p) => p.amount),
    ),
  );

const statisticsOf = (akten: readonly Akte[], asOf: Day): PayoutStatistics => ({
  claims: akten.reduce((n, a) => n + a.claims.length, 0),
  principal: sum(akten.flatMap((a) => a.claims.map((c) => leftToCredit(a, c)))),
  received: stayed(akten, 'agency', asOf),
  receivedByCreditor: stayed(akten, 'creditor', asOf),
  settledAkten: akten.filter((a) => a.claims.every((c) => isDone(a, accountOf(a, asOf), c.id))).length,
  touchedAkten: akten.length,
});

/**
 * Decides the payout of a creditor for a month from its Akten; `statedOn` is the day of the run. Every Akte with money
 * in it is looked at, not only those that were booked on since: a claim handed in later, a waiver, a dispute may have
 * moved what earlier months paid out.
 */
export const payoutFor = (of: {
  creditor: Creditor;
  month: Month;
  statedOn: Day;
  akten: readonly Akte[];
  carriedIn: Cents;
}): Payout => {
  const { creditor, month, statedOn, akten } = of;
  const withMoney = akten.filter((akte) => akte.payments.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = withMoney.flatMap((akte) => linesOf(akte, month, creditor));
  return {
    id: PayoutId.parse(`MW-${month}-${creditor.id}`),
    creditorId: creditor.id,
    month,
    statedOn,
    commissionPercent: commissionOf(creditor).percent,
    commission: commissionOf(creditor),
    commissions: commissionsOn(lines, creditor),
    commissionVatPercent: monthsVat(month),
    lines,
    totals: totalsOf(lines, creditor, month, of.carriedIn),
    fees: feesAtRates(lines, creditor, month),
    statistics: statisticsOf(akten, statedOn),
    account: creditor.account,
  };
};
