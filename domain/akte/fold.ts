import { generationOf, type Akte, type Arrival, type Matter } from './akte.ts';
import type { Day } from '../calendar.ts';
import { type AkteId, type ClaimId, type MatterId } from '../ids.ts';
import { contactChanged, originsFrom } from './contacts-told.ts';
import type { Fact, FactOf } from './facts.ts';
import { callMade, callTaken, clarified, notSent, reserved, sent, unclear, undeliverable } from './fold-messages.ts';
import { answered, particularsGiven, renamed } from './fold-told.ts';
import { termsIn } from './terms.ts';
import { namesWith } from '../similar/same-debtor.ts';
import { without } from './without.ts';

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
const plansWith = ({ matters, plans }: Akte, moved: (id: ClaimId) => boolean, to: MatterId): Akte['plans'] => {
  const emptied = matters.filter((m) => m.claims.every(moved)).map((m) => m.id);
  return plans.map((p) => (emptied.includes(p.plan.matter) ? { ...p, plan: { ...p.plan, matter: to } } : p));
};

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
  return {
    ...akte,
    matters,
    plans: plansWith(akte, moved, to),
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
  return {
    ...akte,
    plans: plansWith(akte, moved, matter),
    claims: akte.claims.map((c) => (moved(c.id) ? { ...c, matter } : c)),
    matters: akte.matters.map((m) => ({
      ...(m.id === matter && brought ? waiverOf(brought) : {}),
      ...m,
      claims: m.id === matter ? [...m.claims, ...claims] : without(m.claims, moved),
    })),
    arrivals: arrivedIn(akte, moved, on),
  };
};

/** The claims of a hand-over begin a matter; a later lot of the same long list adds to it. */
const handedOver = (akte: Akte, { kind: _, claims, matter: id, ...rest }: FactOf<'handedOver'>): Akte => {
  const own = claims.map((c) => c.id);
  const known = akte.matters.some((m) => m.id === id);
  const arrival: Arrival = { handOver: rest.handOver, on: rest.on, joinedOn: null };
  return {
    ...akte,
    claims: [...akte.claims, ...claims],
    origins: originsFrom(akte, rest.on),
    matters: known
      ? akte.matters.map((m) => (m.id === id ? { ...m, claims: [...m.claims, ...own] } : m))
      : [...akte.matters, { id, ...rest, claims: own }],
    arrivals: { ...akte.arrivals, ...Object.fromEntries(own.map((claim) => [claim, arrival])) },
  };
};

const reversed = (akte: Akte, { payment, on, reason }: FactOf<'reversed'>): Akte => ({
  ...akte,
  payments: akte.payments.map((p) => (p.id === payment ? { ...p, reversed: { on, reason } } : p)),
});

const held = (akte: Akte, { kind: _, ...hold }: FactOf<'held'>): Akte => {
  const isNewDispute = hold.ground === 'dispute' && akte.disputes.every((d) => d.to);
  return {
    ...akte,
    holds: [...without(akte.holds, (h) => h.ground === hold.ground), hold],
    disputes: isNewDispute ? [...akte.disputes, { from: hold.on, to: null }] : akte.disputes,
  };
};

const resumed = (akte: Akte, { ground, on }: FactOf<'resumed'>): Akte => ({
  ...akte,
  holds: without(akte.holds, (h) => h.ground === ground),
  disputes: ground === 'dispute' ? akte.disputes.map((d) => ({ ...d, to: d.to ?? on })) : akte.disputes,
});

const planEnded = (akte: Akte, { plan, on, reason }: FactOf<'planEnded'>): Akte => ({
  ...akte,
  plans: akte.plans.map((p) => (p.plan.id === plan ? { ...p, ended: { on, reason } } : p)),
});

/** What was waived before stays so from its own day. */
const waived = (akte: Akte, { on, interest, reason }: FactOf<'waived'>): Akte => ({
  ...akte,
  matters: akte.matters.map((m) => ({
    ...m,
    waiver: {
      on: m.waiver?.on ?? on,
      interest: m.waiver?.interest ?? (interest ? on : null),
      reason: m.waiver?.reason ?? reason,
    },
  })),
});

const restarted = (akte: Akte, { claims, generation }: FactOf<'restarted'>): Akte => ({
  ...akte,
  generations: { ...akte.generations, ...Object.fromEntries(claims.map((c) => [c, generation])) },
});

/** All but the first fact of an Akte, which opens it. */
type LaterKind = Exclude<Fact['kind'], 'opened'>;
type LaterFacts = { readonly [K in LaterKind]: FactOf<K> };
/** What each fact makes of an Akte. A kind that is added must say it here, or this does not compile. */
const MAKES: { readonly [K in LaterKind]: (akte: Akte, fact: LaterFacts[K]) => Akte } = {
  handedOver,
  joined,
  handedToCollection,
  restarted,

  reserved,
  sent,
  notSent,
  unclear,
  undeliverable,

  paid: (akte, { kind: _, ...payment }) => ({ ...akte, payments: [...akte.payments, payment] }),
  reversed,
  credited: (akte, { kind: _, ...credit }) => ({ ...akte, credits: [...akte.credits, credit] }),
  refunded: (akte, { kind: _, ...refund }) => ({ ...akte, refunds: [...akte.refunds, refund] }),
  waived,
  paidOut: (akte, { kind: _, ...paidOut }) => ({ ...akte, paidOut: [...akte.paidOut, paidOut] }),

  held,
  resumed,
  planAgreed: (akte, { plan }) => ({ ...akte, plans: [...akte.plans, { plan, ended: null }] }),
  planEnded,
  stageSkipped: (akte, { matter, stage }) => ({ ...akte, skipped: [...akte.skipped, { matter, stage }] }),
  courtDecisionDue: (akte, { matter, on }) => ({
    ...akte,
    courtDecisionDue: { ...akte.courtDecisionDue, [matter]: on },
  }),
  closed: (akte, { kind: _, ...closed }) => ({ ...akte, closed }),
  reopened: (akte) => ({ ...akte, closed: null }),
  trouble: (akte, { claim }) => ({ ...akte, troubles: [...new Set([...akte.troubles, claim])] }),
  clarified,

  callsOpened: (akte, { matter, stage, from, until }) => ({
    ...akte,
    callWindows: [...akte.callWindows, { matter, stage, from, until }],
  }),
  callTaken,
  callMade,

  asked: (akte, { kind: _, ...query }) => ({ ...akte, queries: [...akte.queries, { ...query, answer: null }] }),
  answered,
  particularsGiven,
  renamed,
  alsoNamed: (akte, fact) => ({ ...akte, names: namesWith(akte.names, fact) }),
  contactChanged: (akte, fact) => ({ ...akte, ...contactChanged(akte, fact) }),
  tracingOrdered: (akte, { on }) => ({ ...akte, tracing: on }),
  tracingFailed: (akte, { on }) => ({ ...akte, tracing: null, tracedInVain: on }),
};

const opened = (id: AkteId, { debtor, terms }: FactOf<'opened'>): Akte => ({
  id,
  version: 0,
  ...EMPTY,
  debtor,
  names: namesWith([], debtor),
  terms: termsIn(terms),
  told: [debtor],
});

const makes = <K extends LaterKind>(akte: Akte, kind: K, fact: LaterFacts[K]): Akte => MAKES[kind](akte, fact);

/**
 * One fact more. Throws only where a log begins without its opening or holds what is no fact: then the table holds
 * something else.
 */
export const apply = (akte: Akte | null, fact: Fact, id: AkteId): Akte => {
  if (fact.kind === 'opened') return opened(id, fact);
  if (!akte) throw new Error(`Akte ${id} begins with ${fact.kind}`);
  if (!Object.hasOwn(MAKES, fact.kind)) throw new Error(`unknown fact ${JSON.stringify(fact)}`);
  return makes(akte, fact.kind, fact);
};

/** The Akte after all its acts, in order. */
export const fold = (id: AkteId, acts: readonly (readonly Fact[])[]): Akte => {
  let akte: Akte | null = null;
  for (const facts of acts) for (const fact of facts) akte = apply(akte, fact, id);
  if (!akte) throw new Error(`Akte ${id} is empty`);
  return { ...akte, version: acts.length };
};
