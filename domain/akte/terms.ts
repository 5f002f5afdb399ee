import * as z from 'zod';
import { Cents } from '../money.ts';
import { DayCount, InnerAllocation, type Creditor } from '../parties/parties.ts';

/**
 * What the mandate says about the debtor's account, as it is written into an Akte that is opened: a later change of the
 * mandate does not change old figures. What is usual is not written: it would cost every Akte a write unit more.
 */
export const WrittenTerms = z.strictObject({
  deductsInputTax: z.boolean(),
  lumpSum: z.boolean(),
  dayCount: DayCount,
  /** Y12: with the last cent of the principals, the costs are waived. */
  waivesCosts: z.boolean().optional(),
  /**
   * A plan agreed on the first demand keeps the fee of the simple case while it is kept (note 2 to Nr. 2300 VV RVG).
   */
  simpleFeeWhilePlanKept: z.boolean().optional(),
  innerAllocation: InnerAllocation.optional(),
  /** In cents: below it no message, call or court follows (`Creditor.leastAmount`). */
  leastAmount: Cents,
});
export type WrittenTerms = Readonly<z.infer<typeof WrittenTerms>>;

/** The terms of an Akte, each of them said. */
export type Terms = Readonly<{ [K in keyof WrittenTerms]-?: Exclude<WrittenTerms[K], undefined> }>;

/** What holds where nothing is written. */
const USUAL = {
  waivesCosts: false,
  simpleFeeWhilePlanKept: true,
  innerAllocation: 'creditor-first',
} as const satisfies Partial<Terms>;

/** The terms that hold, from those that are written. */
export const termsIn = (written: WrittenTerms): Terms => ({
  ...written,
  waivesCosts: written.waivesCosts ?? USUAL.waivesCosts,
  simpleFeeWhilePlanKept: written.simpleFeeWhilePlanKept ?? USUAL.simpleFeeWhilePlanKept,
  innerAllocation: written.innerAllocation ?? USUAL.innerAllocation,
});

/** The terms an Akte is opened with. */
export const termsOf = ({
  waivesCosts,
  simpleFeeWhilePlanKept,
  innerAllocation,
  ...creditor
}: Creditor): WrittenTerms => ({
  deductsInputTax: creditor.deductsInputTax,
  lumpSum: creditor.claimsLumpSum,
  dayCount: creditor.dayCount,
  ...(waivesCosts === USUAL.waivesCosts ? {} : { waivesCosts }),
  ...(simpleFeeWhilePlanKept === USUAL.simpleFeeWhilePlanKept ? {} : { simpleFeeWhilePlanKept }),
  ...(innerAllocation === USUAL.innerAllocation ? {} : { innerAllocation }),
  leastAmount: creditor.leastAmount,
});
