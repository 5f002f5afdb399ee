import * as z from 'zod';

/** `MUS-4F7K-2QXR`: the creditor's letters and eight characters of Crockford's base 32 (no I, L, O, U). */
export const AkteId = z
  .string()
  .regex(/^[A-Z]{2,6}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/, 'Aktenzeichen wie MUS-4F7K-2QXR')
  .brand<'AkteId'>();
export type AkteId = z.infer<typeof AkteId>;
/** `F1`: the claim's place in its Akte. */
export const ClaimId = z
  .string()
  .regex(/^F[1-9]\d{0,4}$/, 'eine Forderung wie F1')
  .brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
/** `M1`: claims of one hand-over against one debtor are one matter (Angelegenheit): one letter, one fee on the sum. */
export const MatterId = z
  .string()
  .regex(/^M[1-9]\d{0,4}$/, 'eine Angelegenheit wie M1')
  .brand<'MatterId'>();
export type MatterId = z.infer<typeof MatterId>;
/**
 * What a payment is called, once in an Akte: `bank:‹line›` and `bank:‹line›#2` for what is booked of a line of a bank
 * statement, `api:‹hash›` for what a creditor reports.
 */
export const PaymentId = z.string().brand<'PaymentId'>();
export type PaymentId = z.infer<typeof PaymentId>;
/** What a refund of an overpayment is called, once in an Akte: `api:‹hash›`. */
export const RefundId = z.string().brand<'RefundId'>();
export type RefundId = z.infer<typeof RefundId>;
/** `MUS-4F7K-2QXR-M1-2-letter`: what we call a message, for ever, at every provider. */
export const MessageReference = z.string().max(60).brand<'MessageReference'>();
export type MessageReference = z.infer<typeof MessageReference>;
/** What the provider that took a message calls it. */
export const ProviderId = z.string().brand<'ProviderId'>();
export type ProviderId = z.infer<typeof ProviderId>;
/** `Q1`: a question to the creditor, by its place in its Akte. */
export const QueryId = z.string().brand<'QueryId'>();
export type QueryId = z.infer<typeof QueryId>;
/** `R1`: an instalment plan, by its place in its Akte. */
export const PlanId = z
  .string()
  .regex(/^R[1-9]\d{0,3}$/)
  .brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanId>;
/** `2026-03-02-‹hash›` for a list that was uploaded, `api-‹hash›` for a call: once in a creditor's Abgabehistorie. */
export const HandOverId = z.string().brand<'HandOverId'>();
export type HandOverId = z.infer<typeof HandOverId>;
/** `MUS-K1`: what a second person must approve, by its creditor, the letter of its kind and its place. */
export const ProposalId = z
  .string()
  .regex(/^[A-Z]{2,6}-[A-Z][1-9]\d{0,4}$/, 'ein Antrag wie MUS-K1')
  .brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
/** `MW-2026-03-MUS`: a payout's invoice number, and what its transfer is called from end to end. */
export const PayoutId = z.string().brand<'PayoutId'>();
export type PayoutId = z.infer<typeof PayoutId>;
/** `MUS-4F7K-2QXR-F1-g2`: the second execution of a claim. */
export const ExecutionName = z.templateLiteral([z.string(), '-g', z.int()]);
export type ExecutionName = z.infer<typeof ExecutionName>;

/** One version of a procedure. */
export const ProcedureRef = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z0-9-]{1,40}$/,
      'der Name eines Mahnlaufs: Kleinbuchstaben, Ziffern und Bindestriche, höchstens 40 Zeichen',
    ),
  version: z.int().positive(),
});
export type ProcedureRef = Readonly<z.infer<typeof ProcedureRef>>;
export const sameProcedure = (a: ProcedureRef, b: ProcedureRef): boolean => a.id === b.id && a.version === b.version;
