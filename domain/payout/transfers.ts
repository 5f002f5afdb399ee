import type { TransferOrder } from '../account/bank.ts';
import type { Day, Month } from '../calendar.ts';
import { nextWorkingDay } from '../law/deadlines.ts';
import { NOWHERE } from '../law/place.ts';
import type { Account } from '../parties/parties.ts';
import type { Payout } from './payout.ts';

/** `n`: the how many-eth order of the month it is; `createdAt`: ISO instant. */
export type Ordering = Readonly<{ month: Month; n: number; payer: Account; today: Day; createdAt: string }>;

/** What is due and stands in no order yet; `ordered`: the end-to-end ids of the orders that were written. */
export const notYetOrdered = (payouts: readonly Payout[], ordered: readonly string[]): readonly Payout[] =>
  payouts.filter(({ id, totals }) => totals.payout > 0 && !ordered.includes(id));

/**
 * The order to pay out what creditors get, one transfer for each payout. Money moves on the day of this run or the next
 * banking day (D19): an order from a run that died is written with today's day.
 */
export const transferOrder = (
  payouts: readonly Payout[],
  { month, n, payer, today, createdAt }: Ordering,
): TransferOrder => ({
  messageId: n === 1 ? `MW-${month}` : `MW-${month}-${n}`,
  createdAt,
  executionDay: nextWorkingDay(today, NOWHERE),
  payer: { name: payer.holder, iban: payer.iban, ...(payer.bic ? { bic: payer.bic } : {}) },
  transfers: payouts.map(({ id, account: { holder, iban, bic }, totals }) => ({
    endToEndId: id,
    amount: totals.payout,
    payee: holder,
    iban,
    ...(bic ? { bic } : {}),
    remittance: `Auszahlung ${id}`,
  })),
});
