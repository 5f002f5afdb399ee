import * as z from 'zod';
import { Day } from '../calendar.ts';
import { Cents } from '../money.ts';
import { KindOfClaim } from '../parties/kinds-of-claim.ts';
import { PRIOR_DUNNING } from '../parties/parties.ts';
import { ClaimId, MatterId } from '../ids.ts';

/**
 * What the creditor did before the hand-over; its date may be the ground of default (§ 286(1) BGB). `payBy`: the
 * deadline it gave, where the creditor has told us; default follows it.
 */
export const PriorDunning = z.strictObject({ kind: z.enum(PRIOR_DUNNING), on: Day.optional(), payBy: Day.optional() });
export type PriorDunning = z.infer<typeof PriorDunning>;

/** A claim as it was handed over: facts only. Everything that follows from them is derived. */
export const Claim = z.strictObject({
  id: ClaimId,
  matter: MatterId,
  invoiceNumber: z.string().min(1).max(60),
  invoiceDate: Day,
  dueOn: Day,
  /** What was still open of the invoice on the day of the hand-over. */
  principal: Cents,
  /** The creditor's own fees (reading 9): a position of their own. */
  ownCosts: Cents,
  kind: KindOfClaim,
  /** § 13a(1) Nr. 2 RDG; absent: the Akte waits for it before a private person is written to. */
  subject: z.string().max(200).optional(),
  contractDate: Day.optional(),
  dueByContract: z.boolean(),
  announcesDefault: z.boolean(),
  priorDunning: PriorDunning,
  remark: z.string().max(500).optional(),
  /** The name of the invoice's PDF, laid beside the list. */
  attachment: z.string().max(120).optional(),
});
export type Claim = z.infer<typeof Claim>;

/** § 13a(1) Nr. 2 RDG: what a contract was about, and the day it was concluded. */
export type Particulars = Pick<Claim, 'subject' | 'contractDate'>;
/** A claim with what has been given of its contract. */
export const withParticulars = (claim: Claim, { subject, contractDate }: Particulars): Claim => ({
  ...claim,
  ...(subject === undefined ? {} : { subject }),
  ...(contractDate === undefined ? {} : { contractDate }),
});

/**
 * What tells a creditor's invoices apart: the number as it is written, case and outer blanks apart, in the year of its
 * date. Many creditors begin with 1 every year, and `1-17` is not `11-7`: anything looser would take two invoices for
 * one.
 */
export const invoiceIdentity = ({ invoiceNumber, invoiceDate }: Pick<Claim, 'invoiceNumber' | 'invoiceDate'>): string =>
  `${invoiceDate.slice(0, 4)} ${invoiceNumber.normalize('NFC').trim().toUpperCase()}`;
