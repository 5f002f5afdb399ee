import * as z from 'zod';
import { Day } from '../calendar.ts';
import { ClaimId } from '../ids.ts';
import { Cents } from '../money.ts';
import { FeeBasis } from '../procedure/procedure.ts';

/**
 * What a message says of collection costs: in cents all together, and what they are charged for: `rate` in hundredths
 * of a full fee on `value`, `reduced` where that is less than the law gives.
 */
export const CostsTold = z.strictObject({
  total: Cents,
  parts: z
    .array(z.strictObject({ claims: z.array(ClaimId).min(1), value: Cents, rate: z.int(), reduced: z.boolean() }))
    .min(1),
});
export type CostsTold = z.infer<typeof CostsTold>;

/** What a message asks for: paying it in time settles what it asks, whatever grew since (decision 7). */
export const Demand = z.strictObject({
  total: Cents,
  asOf: Day,
  payBy: Day,
  /** What it asks for: the claims of the Akte that were open and the debtor's to know of. */
  claims: z.array(ClaimId).min(1),
  /**
   * What it shows though nothing of it is open any more: paid or credited. Every message of its stage shows it, too.
   */
  settled: z.array(ClaimId).min(1).optional(),
  collectionFee: z.boolean(),
  /**
   * What it says of collection costs, of all matters; absent: there are none. A later message tells by it that they
   * have risen, and from what.
   */
  costs: CostsTold.optional(),
  /** The payments of which it says that they were taken back: that is told once. */
  takenBack: z.array(z.string()).min(1).optional(),
  /** What had come since `asOf` when a later message of the stage repeated this demand: its total is less by that. */
  deducted: Cents.optional(),
  /**
   * The day on which the creditor's collection order took effect for the claims it charges a fee for first (§ 280(2), §
   * 286 BGB: after default, or no fee).
   */
  collectionOrderedOn: Day.optional(),
  /** The most of a full fee this demand claims, in hundredths; absent: what the law gives. */
  feeRate: z.int().positive().optional(),
  /** The Mahngebühr of this demand, borne by one claim; owed where that claim was in default before the demand. */
  flatFee: z.strictObject({ amount: Cents, basis: FeeBasis, source: z.string().optional(), claim: ClaimId }).optional(),
});
export type Demand = z.infer<typeof Demand>;
