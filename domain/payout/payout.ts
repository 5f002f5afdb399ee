import * as z from 'zod';
import { Day, Month } from '../calendar.ts';
import { AkteId, ClaimId, PaymentId, PayoutId } from '../ids.ts';
import { Cents, plus, roundHalfUp } from '../money.ts';
import { Split } from '../split.ts';
import { CommissionShare } from './commission.ts';
import { Account, Commission, CreditorId, type Agency, type Creditor } from '../parties/parties.ts';

const Percent = z.number().min(0).max(100);
const Count = z.int().nonnegative();

/**
 * One payment as the payout statement explains it, or one taken back, all its amounts negative. Shares follow the inner
 * allocation (requirements, reading 12): creditor first.
 */
export const PayoutLine = z.strictObject({
  akte: AkteId,
  customerNumber: z.string(),
  debtorName: z.string(),
  invoiceNumbers: z.array(z.string()).readonly(),
  paymentId: PaymentId,
  claim: ClaimId.exactOptional(),
  valueDate: Day,
  bookedOn: Day,
  /** `agency`: the money came to us; `creditor`: it went straight to the creditor. */
  via: z.enum(['agency', 'creditor']),
  received: Cents,
  ...Split.shape,
  /** VAT within `toFees` that the debtor owed because the creditor deducts no input tax. */
  feesVat: Cents,
  /** VAT on `toFees` in percent: that of the day of the payment, on which the service it pays for is judged. */
  feesVatPercent: Percent,
  /**
   * With what it was charged when it was paid out first, where it is moved or taken back; absent: as the mandate says
   * now.
   */
  commission: Commission.exactOptional(),
  /**
   * Set where the payment was reversed after it had been paid out, or a later booking or a reversal moved shares of an
   * earlier payout.
   */
  correction: z.string().exactOptional(),
});
export type PayoutLine = Readonly<z.infer<typeof PayoutLine>>;

/** The payment of this line was paid out before and is taken back. */
export const isTakenBack = (line: PayoutLine): boolean => line.received < 0;

/**
 * The sums of a statement, in the order in which it adds them up. All in cents; deductions are positive numbers,
 * negative where more is taken back than came in.
 */
export const PayoutTotals = z.strictObject({
  received: Cents,
  receivedByCreditor: Cents,
  /** principal + interest + own costs out of what came to us. */
  creditorShare: Cents,
  agencyFees: Cents,
  overpaid: Cents,
  /** Base of the commission: the creditor's share of everything, direct payments too (reading 13). */
  commissionBase: Cents,
  commissionNet: Cents,
  commissionVat: Cents,
  /** VAT on collection fees that the debtor does not owe (creditor deducts input tax): invoiced to the creditor. */
  feesVatInvoiced: Cents,
  /** Collection fees inside direct payments: the creditor holds them for us. */
  feesHeldByCreditor: Cents,
  /** What earlier months left owing, positive: the creditor owes it. */
  carriedIn: Cents,
  /** What is transferred now; never negative. */
  payout: Cents,
  carriedOut: Cents,
});
export type PayoutTotals = Readonly<z.infer<typeof PayoutTotals>>;

/**
 * What debtors have paid of our fees under one rate of VAT (percent): net, the tax they paid with it, and the tax the
 * creditor is invoiced instead.
 */
export const FeesAtRate = z.strictObject({ vatPercent: Percent, net: Cents, vatPaid: Cents, vatInvoiced: Cents });
export type FeesAtRate = Readonly<z.infer<typeof FeesAtRate>>;

/** Success statistics since the mandate began. */
export const PayoutStatistics = z.strictObject({
  claims: Count,
  principal: Cents,
  received: Cents,
  receivedByCreditor: Cents,
  settledAkten: Count,
  touchedAkten: Count,
});
export type PayoutStatistics = Readonly<z.infer<typeof PayoutStatistics>>;

/** All that came in, to us and to the creditor. */
export const recoveredOf = ({ received, receivedByCreditor }: PayoutStatistics): Cents =>
  plus(received, receivedByCreditor);

/** What came in, in percent of the principal handed over, with one decimal, half up; 0 where nothing was. */
export const recoveryPercent = (statistics: PayoutStatistics): number =>
  statistics.principal > 0
    ? roundHalfUp(BigInt(recoveredOf(statistics)) * 1_000n, BigInt(statistics.principal)) / 10
    : 0;

/** The monthly payout of one creditor: statement, invoice (§ 14 UStG) and the order to pay, decided once. */
export const Payout = z.strictObject({
  /** `MW-2026-03-MUS`: invoice number and end-to-end id of the transfer. */
  id: PayoutId,
  creditorId: CreditorId,
  /** `2026-03` */
  month: Month,
  statedOn: Day,
  commissionPercent: Percent,
  /** The mandate's commission as of this payout. */
  commission: Commission,
  /**
   * What was charged: the mandate's, and others where an earlier payout is corrected. Their sum is
   * `totals.commissionNet`.
   */
  commissions: z.array(CommissionShare).readonly(),
  /**
   * VAT on the commission in percent: that of the last day of the month, in which the service was rendered (§ 27(1)
   * UStG).
   */
  commissionVatPercent: Percent,
  lines: z.array(PayoutLine).readonly(),
  totals: PayoutTotals,
  fees: z.array(FeesAtRate).readonly(),
  statistics: PayoutStatistics,
  account: Account,
});
export type Payout = Readonly<z.infer<typeof Payout>>;

export type PayoutStatement = Readonly<{ payout: Payout; creditor: Creditor; agency: Agency }>;

/** A month in which nothing was booked, corrected, invoiced or carried on. */
export const isEmpty = ({ lines, totals }: Payout): boolean =>
  lines.length === 0 && totals.payout === 0 && totals.carriedIn === 0 && totals.carriedOut === 0;

/**
 * Whether the agency supplied anything in the month that is to be invoiced, or takes back what it has invoiced: an
 * invoice over nothing is none (§ 14(4) UStG).
 */
export const isInvoice = ({ totals, fees }: Payout): boolean =>
  totals.commissionNet !== 0 || fees.some((f) => f.net !== 0);
