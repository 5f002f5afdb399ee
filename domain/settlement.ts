import { accountOf, type Split } from './account.ts';
import type { Akte, Payment } from './akte.ts';
import { latest, plusDays, day, type Day } from './calendar.ts';
import { vatOn } from './fees.ts';
import { ZERO, cents, minus, most, plus, roundHalfUp, sum, type Cents } from './money.ts';
import type { Creditor } from './parties.ts';
import type { Payout, PayoutLine, PayoutStatistics, PayoutTotals } from './payout.ts';

/** Commission of the Komfort module in percent of what reached the creditor, plus VAT; Standard takes none (100 % payout). */
export const COMMISSION_PERCENT = { standard: 0, komfort: 4 } as const;

export const firstOf = (month: string): Day => day(`${month}-01`);
export const lastOf = (month: string): Day => plusDays(day(`${nextMonth(month)}-01`), -1);
export const nextMonth = (month: string): string => { const [y = 0, m = 0] = month.split('-').map(Number); return m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`; };
export const previousMonth = (month: string): string => plusDays(firstOf(month), -1).slice(0, 7);

const feesVat = (fees: Cents, deductsInputTax: boolean): Cents => (deductsInputTax ? ZERO : roundHalfUp(BigInt(fees) * 19n, 119n));

const lineOf = (akte: Akte, payment: Payment, split: Split, creditor: Creditor): PayoutLine => ({
  akte: akte.id, customerNumber: akte.debtor.customerNumber, debtorName: akte.debtor.name,
  invoiceNumbers: akte.claims.filter((c) => !payment.claim || c.id === payment.claim).map((c) => c.invoiceNumber),
  paymentId: payment.id, ...(payment.claim ? { claim: payment.claim } : {}), valueDate: payment.valueDate, bookedOn: payment.bookedOn, via: payment.via,
  received: payment.amount, toPrincipal: split.toPrincipal, toInterest: split.toInterest, toOwnCosts: split.toOwnCosts, toFees: split.toFees,
  feesVat: feesVat(split.toFees, creditor.deductsInputTax), overpaid: split.overpaid,
});

/** Lines of one Akte for a month: what has not been paid out yet, and what a later booking with an earlier value date has moved since. */
export const linesOf = (akte: Akte, month: string, creditor: Creditor): PayoutLine[] => {
  const end = lastOf(month);
  const booked = { ...akte, payments: akte.payments.filter((p) => p.bookedOn <= end) };
  const account = accountOf(booked, booked.payments.reduce((d, p) => latest(d, p.valueDate), end));
  const earlier = new Map<string, Split>();
  for (const out of akte.paidOut.filter((o) => o.month < month)) for (const s of out.shares) {
    const seen = earlier.get(s.payment);
    earlier.set(s.payment, seen ? addSplits(seen, s, 1) : s);
  }
  return account.payments.flatMap(({ payment, inner }): PayoutLine[] => {
    const before = earlier.get(payment.id);
    if (!before) return [lineOf(akte, payment, inner, creditor)];
    const moved = addSplits(inner, before, -1);
    if (Object.values(moved).every((v) => v === 0)) return [];
    return [{ ...lineOf(akte, { ...payment, amount: ZERO }, moved, creditor), correction: 'Neu verteilt, weil eine später gebuchte Zahlung früher gutgeschrieben wurde' }];
  });
};
const addSplits = (a: Split, b: Split, sign: 1 | -1): Split => ({
  toPrincipal: cents(a.toPrincipal + sign * b.toPrincipal), toInterest: cents(a.toInterest + sign * b.toInterest), toOwnCosts: cents(a.toOwnCosts + sign * b.toOwnCosts),
  toFees: cents(a.toFees + sign * b.toFees), overpaid: cents(a.overpaid + sign * b.overpaid),
});

/** The sums of a statement (requirements, readings 12 and 13 and the table of modules). */
export const totalsOf = (lines: readonly PayoutLine[], creditor: Creditor, carriedIn: Cents): PayoutTotals => {
  const add = (of: (line: PayoutLine) => Cents, via?: PayoutLine['via']): Cents => sum(lines.filter((l) => !via || l.via === via).map(of));
  const share = (l: PayoutLine): Cents => plus(l.toPrincipal, l.toInterest, l.toOwnCosts);
  const creditorShare = add(share, 'agency');
  const commissionBase = add(share);
  const commissionNet = roundHalfUp(BigInt(commissionBase) * BigInt(COMMISSION_PERCENT[creditor.module]), 100n);
  const commissionVat = vatOn(commissionNet);
  const feesVatInvoiced = creditor.deductsInputTax ? vatOn(add((l) => l.toFees)) : ZERO;
  const feesHeldByCreditor = add((l) => l.toFees, 'creditor');
  const balance = minus(creditorShare, plus(commissionNet, commissionVat, feesVatInvoiced, feesHeldByCreditor, carriedIn));
  return {
    received: add((l) => l.received, 'agency'), receivedByCreditor: add((l) => l.received, 'creditor'), creditorShare, agencyFees: add((l) => l.toFees, 'agency'), overpaid: add((l) => l.overpaid, 'agency'),
    commissionBase, commissionNet, commissionVat, feesVatInvoiced, feesHeldByCreditor, carriedIn, payout: most(ZERO, balance), carriedOut: most(ZERO, minus(ZERO, balance)),
  };
};

const statisticsOf = (akten: readonly Akte[], asOf: Day): PayoutStatistics => ({
  claims: akten.reduce((n, a) => n + a.claims.length, 0), principal: sum(akten.flatMap((a) => a.claims.map((c) => c.principal))),
  received: sum(akten.flatMap((a) => a.payments.filter((p) => p.via === 'agency').map((p) => p.amount))), receivedByCreditor: sum(akten.flatMap((a) => a.payments.filter((p) => p.via === 'creditor').map((p) => p.amount))),
  settledAkten: akten.filter((a) => accountOf(a, asOf).total === ZERO).length, touchedAkten: akten.length,
});

/** Decides the payout of a creditor for a month from its Akten; `statedOn` is the day of the run. */
export const payoutFor = (of: { creditor: Creditor; month: string; statedOn: Day; touched: readonly Akte[]; all: readonly Akte[]; carriedIn: Cents }): Payout => {
  const lines = of.touched.flatMap((akte) => linesOf(akte, of.month, of.creditor));
  return {
    id: `MW-${of.month}-${of.creditor.id}`, creditorId: of.creditor.id, month: of.month, statedOn: of.statedOn, commissionPercent: COMMISSION_PERCENT[of.creditor.module],
    lines, totals: totalsOf(lines, of.creditor, of.carriedIn), statistics: statisticsOf(of.all, of.statedOn), account: of.creditor.account,
  };
};
