import type { Day } from './calendar.ts';
import { withParticulars, type AkteId, type Claim, type ClaimId, type MatterId } from './claim.ts';
import type { Demand, Fact, FactOf, MessageKey } from './facts.ts';
import { contactChanged, contactFailed, originsFrom, recipientOf, type Reached } from './contacts-told.ts';
import type { ContactData } from './contact-data.ts';
import type { Plan } from './plan.ts';
import type { CreditorId } from './parties.ts';
import type { Terms } from './terms.ts';
import { namesWith, type Borne } from './similar/same-debtor.ts';

/** One debtor letter, mail or text: reserved, then sent or not. `open`: reserved, and nobody knows yet how it ended; `returned`: it went out and came back, so it has demanded nothing (§ 130(1) BGB). */
export type Message = Readonly<{
  key: MessageKey;
  reference: string;
  state: 'open' | 'sent' | 'returned' | 'refused' | 'unclear';
  reservedAt: string;
  by: string;
  demand: Demand | null;
  /** The day it really went out. */
  on: Day | null;
  document: string | null;
  /** Nobody knew whether it went out, and a person has said that it did. */
  assumed?: true;
  /** Where it went, as it was known when it was reserved: an address that is corrected while a letter is under way did not bring that letter back. */
  to?: ContactData;
}>;

export type Matter = Readonly<{
  id: MatterId;
  handOver: string;
  on: Day;
  procedure: Readonly<{ id: string; version: number }>;
  claims: readonly ClaimId[];
  /** The matter of the creditor's own dunning that this one goes on from. */
  from?: MatterId;
  /** What a person has waived of it. */
  waiver?: Waiver;
}>;
/** Costs are not asked for from `on`, the interest from `interest` on; null: it is. */
export type Waiver = Readonly<{ on: Day; interest: Day | null; reason: string }>;
export type CallWindow = Readonly<{ matter: MatterId; stage: number; from: Day; until: Day }>;
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
  arrivals: Readonly<Record<string, Arrival>>;
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
  completed: Readonly<Record<string, string>>;
  skipped: readonly Readonly<{ matter: MatterId; stage: number }>[];
  callsTaken: readonly Omit<FactOf<'callTaken'>, 'kind'>[];
  calls: readonly Omit<FactOf<'callMade'>, 'kind'>[];
  closed: Omit<FactOf<'closed'>, 'kind'> | null;
  /** The day on which the last tracing had found nothing. */
  tracedInVain: Day | null;
  /** Claims whose execution stands in "Klärung". */
  troubles: readonly ClaimId[];
  generations: Readonly<Record<string, number>>;
  /** The generation that brought a claim through the creditor's own dunning to collection: its execution ends there. */
  handedOn: Readonly<Record<string, number>>;
  courtDecisionDue: Readonly<Record<string, Day>>;
  paidOut: readonly Omit<FactOf<'paidOut'>, 'kind'>[];
}>;
/** All that is known of one debtor of one creditor (P23): facts, folded. `version` = number of acts it was folded from. */
export type Akte = Recorded & Reached;

/** How a claim came: with which hand-over, on which day; `joinedOn`: since when it runs in a matter that was there before it. */
export type Arrival = Readonly<{ handOver: string; on: Day; joinedOn: Day | null }>;

/** An Aktenzeichen begins with its creditor. */
export const creditorOf = (akte: AkteId): CreditorId => akte.slice(0, akte.indexOf('-')) as CreditorId;
const sameMessage = (a: MessageKey, b: MessageKey): boolean =>
  a.matter === b.matter && a.stage === b.stage && a.channel === b.channel && a.occasion === b.occasion;
const sameKey = (a: MessageKey, b: MessageKey): boolean => sameMessage(a, b) && a.copy === b.copy;
/** `MUS-4F7K-2QXR-M1-2-letter`, `…-sms-calls`: names one message for ever, at every provider. */
export const messageReference = (akte: AkteId, { matter, stage, channel, occasion, copy }: MessageKey): string =>
  [akte, matter, stage, channel, ...(occasion ? [occasion] : []), ...(copy ? [copy] : [])].join('-');
export const akteOfReference = (reference: string): string => reference.split('-').slice(0, 3).join('-');
/** The message of a matter's stage on a channel, whatever copy: the latest, since one before it can only have come back. */
export const latestMessage = (akte: Akte, of: Omit<MessageKey, 'copy'>): Message | undefined =>
  akte.messages.findLast((m) => sameMessage(m.key, of));
/**
 * The key under which a message goes that is due: its own for ever, and the next copy's where it came back, or where one more claim
 * has joined since the last notice about such.
 */
export const keyToSend = (akte: Akte, of: Omit<MessageKey, 'copy'>): MessageKey => {
  const latest = latestMessage(akte, of);
  if (!latest) return of;
  const isFurther = latest.state === 'returned' || (latest.state === 'sent' && of.occasion === 'joined');
  return isFurther ? { ...of, copy: (latest.key.copy ?? 1) + 1 } : latest.key;
};
export const findMessage = (akte: Akte, key: MessageKey): Message | undefined =>
  akte.messages.find((m) => sameKey(m.key, key));
/** The claims a matter began with: what joins later changes neither its beginning nor its stages. All of them where none is left. */
export const foundersOf = (akte: Akte, matter: Matter): readonly Claim[] => {
  const all = akte.claims.filter((c) => c.matter === matter.id);
  const founders = all.filter((c) => !akte.arrivals[c.id]?.joinedOn);
  return founders.length > 0 ? founders : all;
};
/** The matter that an Akte's newest claims are in; those that went on in another have left theirs empty. Undefined: nothing has been handed over. */
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

const EMPTY = {
  claims: [],
  matters: [],
  arrivals: {},
  messages: [],
  callWindows: [],
  payments: [],
  credits: [],
  refunds: [],
  holds: [],
  disputes: [],
  plans: [],
  queries: [],
  completed: {},
  names: [],
  skipped: [],
  tracing: null,
  callsTaken: [],
  calls: [],
  closed: null,
  tracedInVain: null,
  dead: [],
  failed: [],
  told: [],
  origins: {},
  troubles: [],
  generations: {},
  handedOn: {},
  courtDecisionDue: {},
  paidOut: [],
};

const settleMessage = (akte: Akte, key: MessageKey, change: Partial<Message>): Akte => ({
  ...akte,
  messages: akte.messages.map((m) => (sameKey(m.key, key) ? { ...m, ...change } : m)),
});

const without = <T>(list: readonly T[], gone: (item: T) => boolean): T[] => list.filter((item) => !gone(item));

/** `joinedOn`: of the claims that were moved to another matter; null: they begin it together. */
const arrivedIn = (akte: Akte, moved: (id: ClaimId) => boolean, joinedOn: Day | null): Akte['arrivals'] =>
  Object.fromEntries(
    akte.claims.flatMap(({ id }) => {
      const arrival = akte.arrivals[id];
      return arrival ? [[id, moved(id) ? { ...arrival, joinedOn } : arrival]] : [];
    }),
  );

/**
 * What was agreed in a matter goes along with its debt where that leaves nothing behind: in a matter without claims
 * nobody would owe it.
 */
const plansWith = (akte: Akte, emptied: (id: MatterId) => boolean, to: MatterId): Akte['plans'] =>
  akte.plans.map((p) => (emptied(p.plan.matter) ? { ...p, plan: { ...p.plan, matter: to } } : p));

const handedToCollection = (akte: Akte, { matter, to, on, procedure, claims }: FactOf<'handedToCollection'>): Akte => {
  const moved = (id: ClaimId): boolean => claims.includes(id);
  const matters = akte.matters.flatMap((m): Matter[] =>
    m.id === matter
      ? [
          { ...m, claims: without(m.claims, moved) },
          { id: to, handOver: m.handOver, on, procedure, claims, from: matter, ...waiverOf(m) },
        ]
      : [m],
  );
  const left = matters.find((m) => m.id === matter)?.claims ?? [];
  return {
    ...akte,
    matters,
    plans: plansWith(akte, (id) => id === matter && left.length === 0, to),
    arrivals: arrivedIn(akte, moved, null),
    claims: akte.claims.map((c) => (moved(c.id) ? { ...c, matter: to } : c)),
    handedOn: { ...akte.handedOn, ...Object.fromEntries(claims.map((c) => [c, generationOf(akte, c)])) },
  };
};

const waiverOf = ({ waiver }: Matter): Pick<Matter, 'waiver'> => (waiver ? { waiver } : {});

const joined = (akte: Akte, { matter, claims, on }: FactOf<'joined'>): Akte => {
  const moved = (id: ClaimId): boolean => claims.includes(id);
  // What was waived of a claim stays waived wherever it goes on.
  const brought = akte.matters.find((m) => m.waiver && m.claims.some(moved));
  const emptied = akte.matters.filter((m) => m.id !== matter && m.claims.length > 0 && m.claims.every(moved));
  return {
    ...akte,
    plans: plansWith(akte, (id) => emptied.some((m) => m.id === id), matter),
    claims: akte.claims.map((c) => (moved(c.id) ? { ...c, matter } : c)),
    matters: akte.matters.map((m) => ({
      ...(m.id === matter && brought ? waiverOf(brought) : {}),
      ...m,
      claims: m.id === matter ? [...m.claims, ...claims] : without(m.claims, moved),
    })),
    arrivals: arrivedIn(akte, moved, on),
  };
};

/** One fact more. Throws only where a log begins without its opening: then the table holds something else. */
export const apply = (akte: Akte | null, fact: Fact, id: AkteId): Akte => {
  if (fact.kind === 'opened')
    return {
      id,
      version: 0,
      ...EMPTY,
      debtor: fact.debtor,
      names: namesWith([], fact.debtor),
      terms: fact.terms,
      told: [fact.debtor],
    };
  if (!akte) throw new Error(`Akte ${id} begins with ${fact.kind}`);
  switch (fact.kind) {
    case 'handedOver': {
      const { kind: _, claims, matter: id, ...rest } = fact;
      const own = claims.map((c) => c.id);
      const known = akte.matters.some((m) => m.id === id);
      const arrival: Arrival = { handOver: fact.handOver, on: fact.on, joinedOn: null };
      // A long list is taken in lots: a later lot of the same hand-over adds to the matter.
      return {
        ...akte,
        claims: [...akte.claims, ...claims],
        origins: originsFrom(akte, rest.on),
        matters: known
          ? akte.matters.map((m) => (m.id === id ? { ...m, claims: [...m.claims, ...own] } : m))
          : [...akte.matters, { id, ...rest, claims: own }],
        arrivals: { ...akte.arrivals, ...Object.fromEntries(own.map((claim) => [claim, arrival])) },
      };
    }
    case 'reserved':
      return {
        ...akte,
        messages: [
          ...without(akte.messages, (m) => sameKey(m.key, fact.message)),
          {
            key: fact.message,
            reference: fact.reference,
            state: 'open',
            reservedAt: fact.at,
            by: fact.by,
            demand: fact.demand,
            on: null,
            document: null,
            to: recipientOf(akte, fact.message.channel),
          },
        ],
      };
    case 'sent':
      return settleMessage(akte, fact.message, { state: 'sent', on: fact.on, document: fact.document });
    // "not taken" gives the reservation back: the message may be tried again; a refused one may not.
    case 'notSent':
      return fact.why === 'refused'
        ? settleMessage(akte, fact.message, { state: 'refused', on: fact.on })
        : { ...akte, messages: without(akte.messages, (m) => sameKey(m.key, fact.message)) };
    case 'unclear':
      return settleMessage(akte, fact.message, { state: 'unclear', on: fact.on });
    case 'undeliverable': {
      const message = fact.message && findMessage(akte, fact.message);
      const back = message ? settleMessage(akte, message.key, { state: 'returned' }) : akte;
      return { ...back, ...contactFailed(akte, fact.channel, message?.to) };
    }
    case 'callsOpened':
      return {
        ...akte,
        callWindows: [
          ...akte.callWindows,
          { matter: fact.matter, stage: fact.stage, from: fact.from, until: fact.until },
        ],
      };
    case 'paid': {
      const { kind: _, ...payment } = fact;
      return { ...akte, payments: [...akte.payments, payment] };
    }
    case 'reversed':
      return {
        ...akte,
        payments: akte.payments.map((p) =>
          p.id === fact.payment ? { ...p, reversed: { on: fact.on, reason: fact.reason } } : p,
        ),
      };
    case 'credited': {
      const { kind: _, ...credit } = fact;
      return { ...akte, credits: [...akte.credits, credit] };
    }
    case 'refunded': {
      const { kind: _, ...refund } = fact;
      return { ...akte, refunds: [...akte.refunds, refund] };
    }
    case 'held': {
      const { kind: _, ...hold } = fact;
      return {
        ...akte,
        holds: [...without(akte.holds, (h) => h.ground === hold.ground), hold],
        disputes:
          hold.ground === 'dispute' && akte.disputes.every((d) => d.to)
            ? [...akte.disputes, { from: hold.on, to: null }]
            : akte.disputes,
      };
    }
    case 'resumed':
      return {
        ...akte,
        holds: without(akte.holds, (h) => h.ground === fact.ground),
        disputes: fact.ground === 'dispute' ? akte.disputes.map((d) => ({ ...d, to: d.to ?? fact.on })) : akte.disputes,
      };
    case 'asked': {
      const { kind: _, ...query } = fact;
      return { ...akte, queries: [...akte.queries, { ...query, answer: null }] };
    }
    case 'answered':
      return {
        ...akte,
        queries: akte.queries.map((q) => (q.id === fact.id ? { ...q, answer: { on: fact.on, text: fact.answer } } : q)),
      };
    case 'particularsGiven':
      return {
        ...akte,
        claims: akte.claims.map((c) => (c.id === fact.claim ? withParticulars(c, fact) : c)),
        ...(fact.handOver === undefined ? {} : { completed: { ...akte.completed, [fact.claim]: fact.handOver } }),
      };
    case 'renamed': {
      const { lastName: _, salutation = akte.debtor.salutation, ...known } = akte.debtor;
      return {
        ...akte,
        debtor: {
          ...known,
          name: fact.name,
          ...(fact.lastName === undefined ? {} : { lastName: fact.lastName }),
          ...((fact.salutation ?? salutation) ? { salutation: fact.salutation ?? salutation } : {}),
        },
        names: namesWith(akte.names, fact),
      };
    }
    case 'alsoNamed':
      return { ...akte, names: namesWith(akte.names, fact) };
    case 'contactChanged':
      return { ...akte, ...contactChanged(akte, fact) };
    case 'planAgreed':
      return { ...akte, plans: [...akte.plans, { plan: fact.plan, ended: null }] };
    case 'planEnded':
      return {
        ...akte,
        plans: akte.plans.map((p) =>
          p.plan.id === fact.plan ? { ...p, ended: { on: fact.on, reason: fact.reason } } : p,
        ),
      };
    case 'waived':
      return {
        ...akte,
        matters: akte.matters.map((m) => ({
          ...m,
          waiver: {
            on: m.waiver?.on ?? fact.on,
            interest: m.waiver?.interest ?? (fact.interest ? fact.on : null),
            reason: m.waiver?.reason ?? fact.reason,
          },
        })),
      };
    case 'stageSkipped':
      return { ...akte, skipped: [...akte.skipped, { matter: fact.matter, stage: fact.stage }] };
    case 'tracingOrdered':
      return { ...akte, tracing: fact.on };
    case 'tracingFailed':
      return { ...akte, tracing: null, tracedInVain: fact.on };
    case 'callTaken': {
      const { kind: _, ...taken } = fact;
      return {
        ...akte,
        callsTaken: [...without(akte.callsTaken, (c) => c.matter === taken.matter && c.stage === taken.stage), taken],
      };
    }
    case 'callMade': {
      const { kind: _, ...call } = fact;
      return {
        ...akte,
        calls: [...akte.calls, call],
        callsTaken: without(akte.callsTaken, (c) => c.matter === call.matter && c.stage === call.stage),
      };
    }
    case 'closed': {
      const { kind: _, ...closed } = fact;
      return { ...akte, closed };
    }
    case 'reopened':
      return { ...akte, closed: null };
    case 'handedToCollection':
      return handedToCollection(akte, fact);
    case 'joined':
      return joined(akte, fact);
    case 'courtDecisionDue':
      return { ...akte, courtDecisionDue: { ...akte.courtDecisionDue, [fact.matter]: fact.on } };
    case 'trouble':
      return { ...akte, troubles: [...new Set([...akte.troubles, fact.claim])] };
    // Clarified by a person: an unclear message counts as sent, and is tried again only where a person says that it did not go out.
    case 'clarified':
      return {
        ...akte,
        troubles: [],
        messages: akte.messages.map((m) => (m.state === 'unclear' ? { ...m, state: 'sent', assumed: true } : m)),
      };
    case 'restarted':
      return {
        ...akte,
        generations: { ...akte.generations, ...Object.fromEntries(fact.claims.map((c) => [c, fact.generation])) },
      };
    case 'paidOut': {
      const { kind: _, ...paidOut } = fact;
      return { ...akte, paidOut: [...akte.paidOut, paidOut] };
    }
    default:
      throw new Error(`unknown fact ${JSON.stringify(fact satisfies never)}`);
  }
};

/** The Akte after all its acts, in order. */
export const fold = (id: AkteId, acts: readonly (readonly Fact[])[]): Akte => {
  let akte: Akte | null = null;
  for (const facts of acts) for (const fact of facts) akte = apply(akte, fact, id);
  if (!akte) throw new Error(`Akte ${id} is empty`);
  return { ...akte, version: acts.length };
};
