import type { Stage } from '../procedure/states.ts';
import type { Day } from '../calendar.ts';
import { AkteId, MessageReference, type ClaimId, type HandOverId, type MatterId, type ProcedureRef } from '../ids.ts';
import type { Claim } from './claim.ts';
import type { FactOf, MessageKey } from './facts.ts';
import type { Demand } from './demand.ts';
import type { Reached } from './contacts-told.ts';
import type { ContactData } from '../parties/contact-fields.ts';
import type { Plan } from './plan.ts';
import type { CreditorId } from '../parties/parties.ts';
import type { Terms } from './terms.ts';
import type { Borne } from '../similar/same-debtor.ts';

/**
 * One debtor letter, mail or text: reserved, then sent or not. `open`: reserved, and nobody knows yet how it ended;
 * `returned`: it went out and came back, so it has demanded nothing (§ 130(1) BGB).
 */
export type Message = Reserved & Ended;
/** How it ended, and on which day: one that came back before anybody noted that it was sent has none. */
export type Ended = Readonly<
  | { state: 'open'; on: null }
  | { state: 'sent' | 'refused' | 'unclear'; on: Day }
  | { state: 'returned'; on: Day | null }
>;
/** A message as it was reserved. */
type Reserved = Readonly<{
  key: MessageKey;
  reference: MessageReference;
  reservedAt: string;
  demand: Demand | null;
  document: string | null;
  /** Nobody knew whether it went out, and a person has said that it did. */
  assumed?: true;
  /**
   * Where it went, as it was known when it was reserved: an address that is corrected while a letter is under way did
   * not bring that letter back.
   */
  to?: ContactData;
}>;

export type Matter = Readonly<{
  id: MatterId;
  handOver: HandOverId;
  on: Day;
  procedure: ProcedureRef;
  claims: readonly ClaimId[];
  /** The matter of the creditor's own dunning that this one goes on from. */
  from?: MatterId;
  /** What a person has waived of it. */
  waiver?: Waiver;
}>;
/** Costs are not asked for from `on`, the interest from `interest` on; null: it is. */
export type Waiver = Readonly<{ on: Day; interest: Day | null; reason: string }>;
export type CallWindow = Readonly<{ matter: MatterId; stage: Stage; from: Day; until: Day }>;
/**
 * Money that came. `reversed`: the day it was taken back, and why: an internal note that no letter prints (decision
 * 103). `cameOn`: its own value date, where an account of a day before looks at it as if it had come by then.
 */
export type Payment = Omit<FactOf<'paid'>, 'kind'> &
  Readonly<{ reversed?: Readonly<{ on: Day; reason: string }>; cameOn?: Day }>;
/** A credit note of the creditor: so much of a claim was never owed. */
export type Credit = Omit<FactOf<'credited'>, 'kind'>;
export type Refund = Omit<FactOf<'refunded'>, 'kind'>;
export type Hold = Omit<FactOf<'held'>, 'kind'>;

/** What happened, as far as it is not about how the debtor is reached. */
type Recorded = Readonly<{
  id: AkteId;
  version: number;
  terms: Terms;
  claims: readonly Claim[];
  matters: readonly Matter[];
  /** How each claim came. */
  arrivals: Readonly<Record<ClaimId, Arrival>>;
  messages: readonly Message[];
  callWindows: readonly CallWindow[];
  payments: readonly Payment[];
  /** Credit notes of the creditor. */
  credits: readonly Credit[];
  /** Overpayments that went back to the debtor. */
  refunds: readonly Refund[];
  /** The names that the debtor was given since the creditor last said who it is. */
  names: readonly Borne[];
  /** At most one of each ground. */
  holds: readonly Hold[];
  /** When the claims were disputed; `to`: the day on which that was settled, null while it is not. */
  disputes: readonly Readonly<{ from: Day; to: Day | null }>[];
  plans: readonly Readonly<{ plan: Plan; ended: Readonly<{ on: Day; reason: string }> | null }>[];
  /** Questions to the creditor, with the answer where there is one. */
  queries: readonly Readonly<Omit<FactOf<'asked'>, 'kind'> & { answer: Readonly<{ on: Day; text: string }> | null }>[];
  /** The hand-over whose row completed a claim that was there already. */
  completed: Readonly<Record<ClaimId, HandOverId>>;
  skipped: readonly Readonly<{ matter: MatterId; stage: Stage }>[];
  callsTaken: readonly Omit<FactOf<'callTaken'>, 'kind'>[];
  calls: readonly Omit<FactOf<'callMade'>, 'kind'>[];
  closed: Omit<FactOf<'closed'>, 'kind'> | null;
  /** The day on which the last tracing had found nothing. */
  tracedInVain: Day | null;
  /** Claims whose execution stands in "Klärung". */
  troubles: readonly ClaimId[];
  generations: Readonly<Record<ClaimId, number>>;
  /** The generation that brought a claim through the creditor's own dunning to collection: its execution ends there. */
  handedOn: Readonly<Record<ClaimId, number>>;
  courtDecisionDue: Readonly<Record<MatterId, Day>>;
  paidOut: readonly Omit<FactOf<'paidOut'>, 'kind'>[];
}>;
/**
 * All that is known of one debtor of one creditor (P23): facts, folded. `version` = number of acts it was folded from.
 */
export type Akte = Recorded & Reached;

/**
 * How a claim came: with which hand-over, on which day; `joinedOn`: since when it runs in a matter that was there
 * before it.
 */
export type Arrival = Readonly<{ handOver: HandOverId; on: Day; joinedOn: Day | null }>;

/** An Aktenzeichen begins with its creditor (a cast: its pattern says so, and every key asks for it). */
export const creditorOf = (akte: AkteId): CreditorId => akte.slice(0, akte.indexOf('-')) as CreditorId;
const sameMessage = (a: MessageKey, b: MessageKey): boolean =>
  a.matter === b.matter && a.stage === b.stage && a.channel === b.channel && a.occasion === b.occasion;
/** The very same message, copy and all. */
export const sameKey = (a: MessageKey, b: MessageKey): boolean => sameMessage(a, b) && a.copy === b.copy;
/** `MUS-4F7K-2QXR-M1-2-letter`, `…-sms-calls`: names one message for ever, at every provider. */
export const messageReference = (
  akte: AkteId,
  { matter, stage, channel, occasion, copy }: MessageKey,
): MessageReference =>
  MessageReference.parse(
    [akte, matter, stage, channel, ...(occasion ? [occasion] : []), ...(copy ? [copy] : [])].join('-'),
  );
export const akteOfReference = (reference: MessageReference): AkteId =>
  AkteId.parse(reference.split('-').slice(0, 3).join('-'));
/**
 * The message of a matter's stage on a channel, whatever copy: the latest, since one before it can only have come back.
 */
export const latestMessage = (akte: Akte, of: Omit<MessageKey, 'copy'>): Message | undefined =>
  akte.messages.findLast((m) => sameMessage(m.key, of));
/**
 * The key under which a message goes that is due: its own for ever, and the next copy's where it came back, or where
 * one more claim has joined since the last notice about such.
 */
export const keyToSend = (akte: Akte, of: Omit<MessageKey, 'copy'>): MessageKey => {
  const latest = latestMessage(akte, of);
  if (!latest) return of;
  const isFurther = latest.state === 'returned' || (latest.state === 'sent' && of.occasion === 'joined');
  return isFurther ? { ...of, copy: (latest.key.copy ?? 1) + 1 } : latest.key;
};
export const findMessage = (akte: Akte, key: MessageKey): Message | undefined =>
  akte.messages.find((m) => sameKey(m.key, key));
/**
 * The claims a matter began with: what joins later changes neither its beginning nor its stages. All of them where none
 * is left.
 */
export const foundersOf = (akte: Akte, matter: Matter): readonly Claim[] => {
  const all = akte.claims.filter((c) => c.matter === matter.id);
  const founders = all.filter((c) => !akte.arrivals[c.id]?.joinedOn);
  return founders.length > 0 ? founders : all;
};
/** The matter a claim is in. Undefined: the Akte has no such claim. */
export const matterOf = (akte: Akte, claim: ClaimId): Matter | undefined =>
  akte.matters.find((m) => m.claims.includes(claim));
/**
 * The matter that an Akte's newest claims are in; those that went on in another have left theirs empty. Undefined:
 * nothing has been handed over.
 */
export const newestMatterOf = (akte: Akte): Matter | undefined => akte.matters.findLast((m) => m.claims.length > 0);
/** The place of a matter's last message among all of its Akte; -1: it has written nothing. */
export const lastMessageOf = (akte: Akte, { id }: Pick<Matter, 'id'>): number =>
  akte.messages.findLastIndex((m) => m.key.matter === id);
/** The matter that runs: of those with claims the last that has written, else the newest. */
export const runningMatterOf = (akte: Akte): Matter | undefined => {
  const begun = akte.matters.filter((m) => m.claims.length > 0 && lastMessageOf(akte, m) >= 0);
  return begun.sort((a, b) => lastMessageOf(akte, a) - lastMessageOf(akte, b)).at(-1) ?? newestMatterOf(akte);
};
export const generationOf = (akte: Akte, claim: ClaimId): number => akte.generations[claim] ?? 1;
