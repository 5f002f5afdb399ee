import { placeOf } from '../law/place.ts';
import { accountOf, accountWithout, type Account } from '../account/account.ts';
import type { Akte, Matter } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { ClaimId, MatterId, MessageReference } from '../ids.ts';
import { firstOfStage, type Asking } from '../account/demands.ts';
import { payByOf } from '../dunning/sent.ts';
import { claimsToDemand } from '../account/asked.ts';
import type { MessageKind } from '../akte/facts.ts';
import type { Demand } from '../akte/demand.ts';
import { ZERO, cents } from '../money.ts';
import type { Position } from './notice.ts';
import type { Agency, Creditor } from '../parties/parties.ts';
import { senderOf, type Announcement, type Level, type Procedure } from '../procedure/procedure.ts';
import { stageDemandOf, type StageDemand } from '../account/stage-demand.ts';
import { countedSections } from '../statement/statement.ts';
import { makeReference } from '../akte/references.ts';
import { costsTold, feeFacts, interestFacts, planFees, risenSince, risesOf } from './charged.ts';
import type { NoticeFacts } from './facts.ts';
import {
  addressOf,
  dunnedBefore,
  freeOfCharge,
  mailRepeatedBy,
  newcomersOf,
  toldBefore,
  untoldIn,
  untoldReversals,
  writtenBy,
  writtenByStagesBefore,
  writtenIn,
} from './history.ts';
import type { WrittenChannel } from '../procedure/channels.ts';

type HistoryFacts = Pick<
  NoticeFacts,
  'first' | 'introduces' | 'takesOver' | 'dunnedBefore' | 'alsoSent' | 'newcomers' | 'address'
>;
type AmountFacts = Pick<
  NoticeFacts,
  | 'claims'
  | 'positions'
  | 'total'
  | 'fees'
  | 'planFees'
  | 'rises'
  | 'grows'
  | 'risen'
  | 'untold'
  | 'defaults'
  | 'interest'
  | 'reversals'
>;

/**
 * Every amount of the balance with its reason, as the statement has them; their sum is the balance (requirements,
 * reading 11: always the whole Akte). What comes to nothing is no row, but whatever moved money is: a payment that was
 * taken back must not vanish.
 */
export const positionsOf = (akte: Akte, account: Account): Position[] =>
  countedSections(akte, account, 'heads').flatMap(({ id, lines }) =>
    lines
      .filter((l) => id === 'payments' || l.amount !== ZERO)
      .map(({ id: of, label, why, amount }) => {
        const [claim = '', part = ''] = of.split('.');
        return { label, why, amount, ...(id === 'claims' ? { claim, part } : {}) };
      }),
  );

/** The message as it would be if it had gone out today. */
const asSent = ({ matter, level, channel, occasion, reference, today }: Draft, demand: Demand): Asking => ({
  key: { matter: matter.id, stage: level.stage, channel, ...(occasion ? { occasion } : {}) },
  reference,
  state: 'sent',
  reservedAt: '',
  demand,
  on: today,
  document: null,
});

/** The Akte as it would be then: what the demand itself may claim is derived from that. */
const asDemanded = (of: Draft, demand: Demand): Akte => ({
  ...of.akte,
  messages: [...of.akte.messages, asSent(of, demand)],
});

/**
 * What a level tells will happen: what it says itself, else the last Mahnung tells what follows it. The linter refuses
 * what does not.
 */
export const announcedBy = ({ levels, after }: Procedure, level: Level): readonly Announcement[] => {
  if (level.announces) return level.announces;
  return level.stage > 0 && level.stage === levels.at(-1)?.stage && after !== 'none' ? [after] : [];
};

/**
 * The Mahngebühr this demand charges: one for the matter, borne by its first open claim that is in default already;
 * none without a basis (reading 6).
 */
const flatFeeOf = (akte: Akte, matter: Matter, { flatFee }: Level, today: Day): Demand['flatFee'] | null => {
  if (!flatFee?.basis) return null;
  const bearer = accountOf(akte, today).claims.find(
    (c) => c.claim.matter === matter.id && c.principal > 0 && c.default,
  );
  return bearer
    ? {
        amount: flatFee.amount,
        basis: flatFee.basis,
        claim: bearer.claim.id,
        ...(flatFee.source ? { source: flatFee.source } : {}),
      }
    : null;
};

/** A draft asks for more than anybody could pay: no payment of its own day may count as an answer to it. */
const NOT_YET_SUMMED = cents(Number.MAX_SAFE_INTEGER);

const ownTextOf = ({ text }: Level): NoticeFacts['ownText'] =>
  text && {
    ...(text.subject ? { subject: text.subject } : {}),
    ...(text.opening ? { opening: text.opening } : {}),
    ...(text.closing ? { closing: text.closing } : {}),
  };

type Draft = Readonly<{
  akte: Akte;
  matter: Matter;
  level: Level;
  procedure: Procedure;
  channel: WrittenChannel;
  /** Why it is a further message of its stage; absent: it is the stage's own. */
  occasion?: MessageKind['occasion'];
  reference: MessageReference;
  today: Day;
  agency: Agency;
  creditor: Creditor;
  enclosures: readonly string[];
}>;

/**
 * The matters a message speaks of: its own, those of what it asks or its series has asked before, and those of which a
 * fee is left. What an earlier series was about and is paid is no part of it.
 */
const mattersTold = ({ akte, matter, today }: Draft, claims: readonly ClaimId[]): ReadonlySet<MatterId> => {
  const before = writtenIn(akte, matter).flatMap((m) => m.demand?.claims ?? []);
  const asked = akte.claims.filter((c) => claims.includes(c.id) || before.includes(c.id));
  const unpaid = accountOf(akte, today).matters.filter((m) => m.openFee > 0);
  return new Set([matter.id, ...asked.map((c) => c.matter), ...unpaid.map((m) => m.matter)]);
};

/** The claims of which a message tells that they came to nothing: paid or credited, in a matter it speaks of. */
const settledIn = (of: Draft, claims: readonly ClaimId[]): ClaimId[] => {
  const matters = mattersTold(of, claims);
  return accountOf(of.akte, of.today)
    .claims.filter((c) => c.open === ZERO && !claims.includes(c.claim.id) && matters.has(c.claim.matter))
    .map((c) => c.claim.id);
};

/** What the first message of a stage asks, and a notice about what has joined: the balance of the day. */
const firstAsking = (of: Draft): StageDemand => {
  const { akte, matter, level, procedure, occasion, today } = of;
  const flatFee = flatFeeOf(akte, matter, level, today);
  const claims = claimsToDemand(akte, { matter: matter.id, stage: level.stage, occasion }, today);
  const settled = settledIn(of, claims);
  const draft: Demand = {
    total: NOT_YET_SUMMED,
    asOf: today,
    payBy: today,
    claims,
    ...(settled.length > 0 ? { settled } : {}),
    collectionFee: level.collectionFee && senderOf(procedure, level) === 'agency',
    ...(level.feeRate === null ? {} : { feeRate: level.feeRate }),
    ...(flatFee ? { flatFee } : {}),
  };
  const apart = akte.claims.map((c) => c.id).filter((id) => !claims.includes(id) && !settled.includes(id));
  const account = accountWithout(asDemanded(of, draft), today, apart);
  const ordered = account.matters.find((m) => m.matter === matter.id)?.fee?.parts.find((p) => p.demandedOn === today);
  return {
    account,
    apart,
    demand: { ...draft, total: account.total, ...(ordered ? { collectionOrderedOn: ordered.orderedOn } : {}) },
  };
};

/** What a message asks: what its stage asked first, with a deadline of its own (reading 17). */
const askingOf = (of: Draft): StageDemand => {
  const { akte, matter, level, procedure, channel, occasion, today } = of;
  const first = occasion ? undefined : firstOfStage(akte, { matter: matter.id, stage: level.stage });
  const { account, apart, demand } = (first && stageDemandOf(akte, first, today)) ?? firstAsking(of);
  const payBy = payByOf(level, channel, today, { place: placeOf(akte.debtor), shift: procedure.shift });
  const { costs: _, takenBack: __, ...rest } = demand;
  const costs = costsTold(account);
  const takenBack = untoldReversals(account, toldBefore(of)).map((p) => p.id);
  return {
    account,
    apart,
    demand: {
      ...rest,
      payBy,
      ...(costs ? { costs } : {}),
      ...(takenBack.length > 0 ? { takenBack } : {}),
    },
  };
};

/** What the account says of amounts, interest, costs and default. */
const amountsOf = (of: Draft, asking: StageDemand): AmountFacts => {
  const { demand, account } = asking;
  const { akte, matter, procedure } = of;
  const open = account.claims.filter((c) => c.open > 0);
  const before = toldBefore(of);
  return {
    claims: open.map((c) => c.claim),
    positions: positionsOf(akte, account),
    total: account.total,
    fees: feeFacts(akte, account, (of) => (of === matter.id ? freeOfCharge(akte, matter, procedure) : [])),
    planFees: planFees(akte, account),
    rises: risesOf(asDemanded(of, demand), asking),
    grows: {
      interest: account.matters.some((m) => !m.isInterestWaived),
      costs: account.matters.some((m) => !m.isWaived),
    },
    risen: risenSince(akte, account, before),
    untold: untoldIn(of, account),
    defaults: open.map((c) => ({ invoiceNumber: c.claim.invoiceNumber, default: c.default })),
    interest: account.claims.flatMap((c) => interestFacts(akte, c)),
    reversals: untoldReversals(account, before),
  };
};

/** What the letters before have said of the matter. */
const historyOf = (of: Draft, { demand, account }: StageDemand): HistoryFacts => {
  const { akte, matter, level, procedure, channel } = of;
  const sender = senderOf(procedure, level);
  const written = writtenBy(akte, matter, procedure);
  const before = writtenByStagesBefore(of);
  return {
    first: !written.has(sender),
    introduces: !before.has(sender),
    takesOver: sender === 'agency' && before.has('creditor') && !before.has('agency'),
    dunnedBefore: dunnedBefore(of, sender, demand),
    alsoSent: mailRepeatedBy(of),
    newcomers: newcomersOf(akte, account, asSent(of, demand)),
    address: addressOf(akte, channel),
  };
};

/** What a demand of this level would say and ask on a day. */
export const demandOf = (of: Draft): { facts: NoticeFacts; demand: Demand } => {
  const { akte, level, procedure, today } = of;
  const joined = of.occasion === 'joined';
  const asking = askingOf(of);
  const { demand } = asking;
  const facts: NoticeFacts = {
    agency: of.agency,
    creditor: of.creditor,
    debtor: akte.debtor,
    akte: akte.id,
    reference: of.reference,
    paymentReference: makeReference(akte.id),
    date: today,
    payBy: demand.payBy,
    stage: level.stage,
    lastStage: procedure.levels.at(-1)?.stage ?? level.stage,
    announces: joined ? [] : announcedBy(procedure, level),
    ...(of.occasion ? { occasion: of.occasion } : {}),
    sender: senderOf(procedure, level),
    detail: level.information,
    title: joined ? 'Neu hinzugekommene Rechnung' : level.title,
    enclosures: of.enclosures,
    ownText: ownTextOf(level),
    ...amountsOf(of, asking),
    ...historyOf(of, asking),
  };
  return { facts, demand };
};
