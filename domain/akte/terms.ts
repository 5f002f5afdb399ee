import * as z from 'zod';
import { Cents } from '../money.ts';
import { DayCount, InnerAllocation, type Creditor } from '../parties/parties.ts';

/**
 * What the mandate says about the debtor's account, as it stood when the Akte was opened: a later change of the mandate
 * does not change old figures.
 */
export const Terms = z.strictObject({
  deductsInputTax: z.boolean(),
  lumpSum: z.boolean(),
  dayCount: DayCount,
  /** Y12: with the last cent of the principals, the costs are waived; absent: they are not. */
  waivesCosts: z.boolean().optional(),
  /**
   * A plan agreed on the first demand keeps the fee of the simple case while it is kept (note 2 to Nr. 2300 VV RVG);
   * absent: it does.
   */
  simpleFeeWhilePlanKept: z.boolean().optional(),
  /** Absent: the creditor first. What is usual is not written: it would cost every Akte a write unit more. */
  innerAllocation: InnerAllocation.optional(),
  /** In cents: below it no message, call or court follows (`Creditor.leastAmount`). */
  leastAmount: Cents,
});
export type Terms = z.infer<typeof Terms>;

/** The terms an Akte is opened with. */
export const termsOf = (creditor: Creditor): Terms => ({
  deductsInputTax: creditor.deductsInputTax,
  lumpSum: creditor.claimsLumpSum,
  dayCount: creditor.dayCount,
  ...(creditor.waivesCosts ? { waivesCosts: true } : {}),
  ...(creditor.simpleFeeWhilePlanKept ? {} : { simpleFeeWhilePlanKept: false }),
  ...(creditor.innerAllocation === 'creditor-first' ? {} : { innerAllocation: creditor.innerAllocation }),
  leastAmount: creditor.leastAmount,
});
