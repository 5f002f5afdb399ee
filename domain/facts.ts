import * as z from 'zod';
import { Day } from './calendar.ts';
import { Claim, ClaimId, MatterId } from './claim.ts';
import { Cents } from './money.ts';
import { DayCount, Debtor } from './parties.ts';

export const CHANNELS = ['email', 'sms', 'letter'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** Which message: there is at most one of each, whoever sends it and however often it is tried. */
export const MessageKey = z.strictObject({ matter: MatterId, stage: z.int().min(0).max(5), channel: Channel });
export type MessageKey = z.infer<typeof MessageKey>;

/** What a message asks for: paying it in time settles what it asks, whatever grew since (decision 0007). */
export const Demand = z.strictObject({ total: Cents, asOf: Day, payBy: Day, collectionFee: z.boolean() });
export type Demand = z.infer<typeof Demand>;

export const HOLD_GROUNDS = ['paused', 'dispute', 'instalments'] as const;
const Reference = z.string().max(60);
const Reason = z.string().max(500);

/** What the mandate says about the debtor's account, as it stood when the Akte was opened: a later change of the mandate does not change old figures. */
export const Terms = z.strictObject({ deductsInputTax: z.boolean(), lumpSum: z.boolean(), dayCount: DayCount });
export type Terms = z.infer<typeof Terms>;

/** What one payment came to in the creditor-first view, as it was paid out. */
export const PaidOutShare = z.strictObject({ payment: z.string(), toPrincipal: Cents, toInterest: Cents, toOwnCosts: Cents, toFees: Cents, overpaid: Cents });
export type PaidOutShare = z.infer<typeof PaidOutShare>;

/** Everything that can have happened to an Akte. Facts only: what follows from them is derived, never stored as a second truth. */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), debtor: Debtor, terms: Terms }),
  z.strictObject({ kind: z.literal('handedOver'), handOver: z.string(), on: Day, matter: MatterId, procedure: z.strictObject({ id: z.string(), version: z.int() }), claims: z.array(Claim).min(1) }),
  z.strictObject({ kind: z.literal('reserved'), message: MessageKey, reference: Reference, at: z.iso.datetime(), by: z.string(), demand: Demand.nullable() }),
  z.strictObject({ kind: z.literal('sent'), message: MessageKey, reference: Reference, on: Day, providerId: z.string(), document: z.string().nullable() }),
  z.strictObject({ kind: z.literal('notSent'), message: MessageKey, reference: Reference, on: Day, why: z.enum(['refused', 'not-taken']), reason: Reason }),
  z.strictObject({ kind: z.literal('unclear'), message: MessageKey, reference: Reference, on: Day }),
  z.strictObject({ kind: z.literal('undeliverable'), channel: Channel, on: Day, reason: Reason }),
  z.strictObject({ kind: z.literal('callsOpened'), matter: MatterId, stage: z.int(), from: Day, until: Day }),
  z.strictObject({ kind: z.literal('paid'), id: z.string(), amount: Cents, valueDate: Day, bookedOn: Day, via: z.enum(['agency', 'creditor']), claim: ClaimId.optional(), source: z.string() }),
  // The bank took it back: the payment never was. The entry stays, so that a statement can tell.
  z.strictObject({ kind: z.literal('reversed'), payment: z.string(), on: Day, by: z.string(), reason: Reason }),
  z.strictObject({ kind: z.literal('refunded'), id: z.string(), amount: Cents, on: Day, by: z.string() }),
  z.strictObject({ kind: z.literal('held'), ground: z.enum(HOLD_GROUNDS), on: Day, until: Day.optional(), by: z.string(), reason: Reason }),
  z.strictObject({ kind: z.literal('resumed'), on: Day, by: z.string() }),
  z.strictObject({ kind: z.literal('closed'), on: Day, by: z.string(), reason: Reason }),
  z.strictObject({ kind: z.literal('courtDecisionDue'), matter: MatterId, on: Day }),
  z.strictObject({ kind: z.literal('trouble'), claim: ClaimId, on: Day, reason: Reason }),
  z.strictObject({ kind: z.literal('clarified'), on: Day, by: z.string(), reason: Reason }),
  z.strictObject({ kind: z.literal('restarted'), claims: z.array(ClaimId), generation: z.int().positive() }),
  z.strictObject({ kind: z.literal('paidOut'), month: z.string(), payout: z.string(), shares: z.array(PaidOutShare) }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
