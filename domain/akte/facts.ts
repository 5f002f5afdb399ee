import * as z from 'zod';
import { Stage } from '../procedure/states.ts';
import { Actor } from '../actor.ts';
import { Day, Month } from '../calendar.ts';
import { ContactSource } from './contact-data.ts';
import { Claim } from './claim.ts';
import {
  ClaimId,
  HandOverId,
  MatterId,
  MessageReference,
  PaymentId,
  PayoutId,
  PlanId,
  ProcedureRef,
  ProviderId,
  QueryId,
  RefundId,
} from '../ids.ts';
import { Cents } from '../money.ts';
import { Split } from '../split.ts';
import { Demand } from './demand.ts';
import { CALL_OUTCOMES, DAY_PARTS } from './call-words.ts';
import { DISPUTES, HOLD_GROUNDS } from '../procedure/holds.ts';
import { Plan } from './plan.ts';
import { CONTACT_FIELDS } from '../parties/contact-fields.ts';
import { Channel } from '../procedure/channels.ts';
import { Commission, Debtor } from '../parties/parties.ts';
import { WrittenTerms } from './terms.ts';

/**
 * Why there is a further message on a channel of a stage: nobody answered its calls (D60); claims have joined and no
 * stage is left to tell them with.
 */
export const OCCASIONS = ['calls', 'joined'] as const;
/**
 * Which message: there is at most one of each, whoever sends it and however often it is tried. `occasion`: why there is
 * a further one on this channel: nobody answered the calls of the stage (D60). `copy`: the how many-eth, where the one
 * before came back and another address is known.
 */
export const MessageKey = z.strictObject({
  matter: MatterId,
  stage: Stage,
  channel: Channel,
  occasion: z.enum(OCCASIONS).optional(),
  copy: z.int().min(2).optional(),
});
export type MessageKey = z.infer<typeof MessageKey>;
/** A kind of message within a stage. */
export type MessageKind = Pick<MessageKey, 'channel' | 'occasion'>;

const Reason = z.string().max(500);

/** What one payment came to in the creditor-first view, as it was paid out. */
export const PaidOutShare = z.strictObject({
  payment: PaymentId,
  ...Split.shape,
});
export type PaidOutShare = z.infer<typeof PaidOutShare>;

/**
 * Everything that can have happened to an Akte. Facts only: what follows from them is derived, never stored as a second
 * truth.
 */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), debtor: Debtor, terms: WrittenTerms }),
  z.strictObject({
    kind: z.literal('handedOver'),
    handOver: HandOverId,
    on: Day,
    matter: MatterId,
    procedure: ProcedureRef,
    claims: z.array(Claim).min(1),
  }),
  z.strictObject({
    kind: z.literal('reserved'),
    message: MessageKey,
    reference: MessageReference,
    at: z.iso.datetime(),
    by: Actor,
    demand: Demand.nullable(),
  }),
  z.strictObject({
    kind: z.literal('sent'),
    message: MessageKey,
    reference: MessageReference,
    on: Day,
    providerId: ProviderId,
    document: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('notSent'),
    message: MessageKey,
    reference: MessageReference,
    on: Day,
    why: z.enum(['refused', 'not-taken']),
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('unclear'), message: MessageKey, reference: MessageReference, on: Day }),
  // What the debtor was reached by leads there no more: nothing uses it from now on. `message`: the one that came back;
  // it has told nobody anything.
  z.strictObject({
    kind: z.literal('undeliverable'),
    contact: z.enum(CONTACT_FIELDS),
    on: Day,
    reason: Reason,
    message: MessageKey.optional(),
  }),
  z.strictObject({ kind: z.literal('callsOpened'), matter: MatterId, stage: Stage, from: Day, until: Day }),
  z.strictObject({
    kind: z.literal('paid'),
    id: PaymentId,
    amount: Cents,
    valueDate: Day,
    bookedOn: Day,
    via: z.enum(['agency', 'creditor']),
    claim: ClaimId.optional(),
    source: z.string(),
  }),
  // Taken back by the bank, or reported or booked by mistake: the payment never was. The entry stays, so that a
  // statement can tell.
  z.strictObject({ kind: z.literal('reversed'), payment: PaymentId, on: Day, by: Actor, reason: Reason }),
  // The creditor has credited a part of a claim, or all of it: so much was never owed. `id`: the number of the credit
  // note; `on`: its day.
  z.strictObject({
    kind: z.literal('credited'),
    id: z.string(),
    claim: ClaimId,
    amount: Cents,
    on: Day,
    by: Actor,
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('refunded'), id: RefundId, amount: Cents, on: Day, by: Actor }),
  // Several grounds may hold at once; the newest of one ground counts. `dispute`: what is objected, for the ground
  // `dispute`.
  z.strictObject({
    kind: z.literal('held'),
    ground: z.enum(HOLD_GROUNDS),
    on: Day,
    until: Day.optional(),
    by: Actor,
    reason: Reason,
    dispute: z.enum(DISPUTES).optional(),
  }),
  z.strictObject({
    kind: z.literal('resumed'),
    ground: z.enum(HOLD_GROUNDS),
    on: Day,
    by: Actor,
    reason: Reason.optional(),
  }),
  z.strictObject({
    kind: z.literal('asked'),
    id: QueryId,
    on: Day,
    by: Actor,
    question: Reason,
    answerBy: Day,
    /** The claims whose contract it asks for. */
    particularsOf: z.array(ClaimId).min(1).optional(),
  }),
  // The creditor says what a contract was about and when it was made. `handOver`: the one whose completed row said it.
  z.strictObject({
    kind: z.literal('particularsGiven'),
    claim: ClaimId,
    on: Day,
    by: Actor,
    subject: Claim.shape.subject,
    contractDate: Claim.shape.contractDate,
    handOver: HandOverId.optional(),
    /** Why it is another than a debtor has been told. */
    reason: z.string().max(500).optional(),
  }),
  z.strictObject({
    kind: z.literal('answered'),
    id: QueryId,
    on: Day,
    by: Actor,
    answer: z.string().max(2_000),
  }),
  // What somebody says of how the debtor is reached, and recognised. Whether a way replaces what was known, and revives
  // a dead channel, follows from `source`.
  z.strictObject({
    kind: z.literal('contactChanged'),
    on: Day,
    by: Actor,
    source: ContactSource,
    /** Another spelling of the same person's name, never another person. */
    name: Debtor.shape.name.optional(),
    address: Debtor.shape.address,
    email: Debtor.shape.email,
    phone: Debtor.shape.phone,
    land: Debtor.shape.land,
    furtherEmails: Debtor.shape.furtherEmails,
    furtherPhones: Debtor.shape.furtherPhones,
    birthDate: Debtor.shape.birthDate,
    iban: Debtor.shape.iban,
    language: Debtor.shape.language,
    salutation: Debtor.shape.salutation,
    lastName: Debtor.shape.lastName,
  }),
  // The same person under another name: marriage, a new firm, or more of the same name. Who it is stays.
  z.strictObject({
    kind: z.literal('renamed'),
    on: Day,
    by: Actor,
    source: ContactSource,
    name: Debtor.shape.name,
    lastName: Debtor.shape.lastName,
    salutation: Debtor.shape.salutation,
    /** The creditor has said who it was called before: from then on the names borne before no longer count. */
    formerName: Debtor.shape.name.optional(),
  }),
  // A row named the person with less of the name: the name stays, but who contradicts this one is somebody else.
  z.strictObject({
    kind: z.literal('alsoNamed'),
    on: Day,
    by: Actor,
    source: ContactSource,
    name: Debtor.shape.name,
    lastName: Debtor.shape.lastName,
  }),
  z.strictObject({ kind: z.literal('planAgreed'), plan: Plan, by: Actor }),
  z.strictObject({ kind: z.literal('planEnded'), plan: PlanId, on: Day, by: Actor, reason: Reason }),
  // From this day on what is open of collection fees and the creditor's own costs is not asked for; with `interest` the
  // interest neither.
  z.strictObject({ kind: z.literal('waived'), on: Day, by: Actor, interest: z.boolean(), reason: Reason }),
  z.strictObject({
    kind: z.literal('stageSkipped'),
    matter: MatterId,
    stage: Stage,
    on: Day,
    by: Actor,
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('tracingOrdered'), on: Day, by: Actor, reason: Reason.optional() }),
  // Whoever looked has found nothing.
  z.strictObject({ kind: z.literal('tracingFailed'), on: Day, by: Actor, reason: Reason }),
  // A person takes a call for some minutes, so that nobody else makes it; then what came of it.
  z.strictObject({
    kind: z.literal('callTaken'),
    matter: MatterId,
    stage: Stage,
    by: Actor,
    until: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('callMade'),
    matter: MatterId,
    stage: Stage,
    on: Day,
    part: z.enum(DAY_PARTS),
    outcome: z.enum(CALL_OUTCOMES),
    by: Actor,
    note: Reason.optional(),
  }),
  z.strictObject({ kind: z.literal('closed'), on: Day, by: Actor, reason: Reason }),
  // Closed by mistake, or something new has come: it goes on where the facts say.
  z.strictObject({ kind: z.literal('reopened'), on: Day, by: Actor, reason: Reason }),
  // The creditor's own dunning is over: its claims become a new matter of the agency's, in the same Akte.
  z.strictObject({
    kind: z.literal('handedToCollection'),
    matter: MatterId,
    to: MatterId,
    on: Day,
    procedure: ProcedureRef,
    claims: z.array(ClaimId).min(1),
  }),
  // One debtor, one series (reading 11): claims of a hand-over go on in the matter that is running; they were never
  // demanded in their own.
  z.strictObject({ kind: z.literal('joined'), matter: MatterId, claims: z.array(ClaimId).min(1), on: Day }),
  z.strictObject({ kind: z.literal('courtDecisionDue'), matter: MatterId, on: Day }),
  z.strictObject({ kind: z.literal('trouble'), claim: ClaimId, on: Day, reason: Reason }),
  z.strictObject({ kind: z.literal('clarified'), on: Day, by: Actor, reason: Reason }),
  z.strictObject({ kind: z.literal('restarted'), claims: z.array(ClaimId), generation: z.int().positive() }),
  // `commission`: what the mandate charged then; it is given back as it was charged.
  z.strictObject({
    kind: z.literal('paidOut'),
    month: Month,
    payout: PayoutId,
    shares: z.array(PaidOutShare),
    commission: Commission.optional(),
  }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
