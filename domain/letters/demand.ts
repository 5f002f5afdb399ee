import { accountOf, accountWithout, type Account, type ClaimStanding } from '../account.ts';
import type { Akte, Matter } from '../akte.ts';
import type { Day } from '../calendar.ts';
import { payByOf } from '../dunning.ts';
import { claimsToDemand, newcomersIn } from '../asked.ts';
import type { Demand, MessageKind } from '../facts.ts';
import { shownInterest } from '../interest.ts';
import { ZERO, sum } from '../money.ts';
import type { Position } from '../notice.ts';
import type { Agency, Creditor } from '../parties.ts';
import { senderOf, type Announcement, type Level, type Procedure, type Sender } from '../procedure.ts';
import { countedSections } from '../statement.ts';
import { makeReference } from '../references.ts';
import type { FeeFacts, InterestFacts, NoticeFacts } from './facts.ts';

const percent = (hundredths: number): string => (hundredths / 100).toFixed(2).replace('.', ',');

/** Every amount of the balance with its reason, as the statement has them; their sum is the balance (requirements, reading 11: always the whole Akte). */
export const positionsOf = (akte: Akte, account: Account): Position[] =>
  countedSections(akte, account, 'heads')
    .flatMap((s) => s.lines)
    .filter((l) => l.amount !== ZERO)
    .map(({ label, why, amount }) => ({ label, why, amount }));

const interestFacts = ({ claim, accrued }: ClaimStanding): InterestFacts[] => {
  if (accrued.total === ZERO) return [];
  const { steps, together, total } = shownInterest(accrued.periods);
  return [
    {
      invoiceNumber: claim.invoiceNumber,
      steps: steps.map(({ period: { principal, hundredths, from, to }, fine }) => ({
        principal,
        ratePercent: percent(hundredths),
        from,
        to,
        fine,
      })),
      together,
      total,
    },
  ];
};

const feeFacts = (account: Account, deductsInputTax: boolean): FeeFacts | null => {
  const fees = account.matters.flatMap((m) => (m.fee && m.openFee > 0 ? [m.fee] : []));
  const last = fees.at(-1);
  if (!last) return null;
  return {
    net: sum(fees.map((f) => f.net)),
    amount: sum(fees.map((f) => f.total)),
    basis: last.rules.join(', '),
    vatIncluded: !deductsInputTax,
    rate: [...new Set(fees.flatMap((f) => f.parts.map((p) => String(p.rate / 100).replace('.', ','))))].join(' und '),
  };
};

/** The Akte as it would be if this demand had gone out today: what the demand itself may claim is derived from that. */
const asDemanded = (
  akte: Akte,
  matter: Matter,
  level: Level,
  channel: 'email' | 'letter',
  demand: Demand,
  reference: string,
  occasion: MessageKind['occasion'],
): Akte => ({
  ...akte,
  messages: [
    ...akte.messages,
    {
      key: { matter: matter.id, stage: level.stage, channel, ...(occasion ? { occasion } : {}) },
      reference,
      state: 'sent',
      reservedAt: '',
      by: '',
      demand,
      on: demand.asOf,
      document: null,
    },
  ],
});

/** What a level tells will happen: what it says itself, else the last Mahnung tells what follows it. The linter refuses what does not. */
export const announcedBy = ({ levels, after }: Procedure, level: Level): readonly Announcement[] => {
  if (level.announces) return level.announces;
  return level.stage > 0 && level.stage === levels.at(-1)?.stage && after !== 'none' ? [after] : [];
};

/** In whose name something in writing has gone out for a matter: its procedure is the one it began with, so that this needs no note of its own. */
const writtenBy = (akte: Akte, matter: Matter, procedure: Procedure): ReadonlySet<Sender> =>
  new Set(
    akte.messages
      .filter((m) => m.key.matter === matter.id && m.state === 'sent' && m.key.channel !== 'sms')
      .map((m) => senderOf(procedure, procedure.levels.find((l) => l.stage === m.key.stage) ?? { sender: null })),
  );

/** The Mahngebühr this demand charges: one for the matter, borne by its first open claim that is in default already; none without a basis (reading 6). */
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

/** What a demand of this level would say and ask on a day. */
export const demandOf = (of: {
  akte: Akte;
  matter: Matter;
  level: Level;
  procedure: Procedure;
  channel: 'email' | 'letter';
  /** Why it is a further message of its stage; absent: it is the stage's own. */
  occasion?: MessageKind['occasion'];
  reference: string;
  today: Day;
  agency: Agency;
  creditor: Creditor;
  enclosures: readonly string[];
}): { facts: NoticeFacts; demand: Demand } => {
  const { akte, level, channel, today } = of;
  const { procedure } = of;
  const sender = senderOf(procedure, level);
  const written = writtenBy(akte, of.matter, procedure);
  const payBy = payByOf(level, channel, today, akte.debtor.land ?? null, procedure.shift);
  const flatFee = flatFeeOf(akte, of.matter, level, today);
  const draft: Demand = {
    total: ZERO,
    asOf: today,
    payBy,
    claims: claimsToDemand(akte, { matter: of.matter.id, stage: level.stage, occasion: of.occasion }, today),
    collectionFee: level.collectionFee && sender === 'agency',
    ...(level.feeRate === null ? {} : { feeRate: level.feeRate }),
    ...(flatFee ? { flatFee } : {}),
  };
  const apart = accountOf(akte, today)
    .claims.filter((c) => c.open > 0 && !draft.claims.includes(c.claim.id))
    .map((c) => c.claim.id);
  const account = accountWithout(
    asDemanded(akte, of.matter, level, channel, draft, of.reference, of.occasion),
    today,
    apart,
  );
  const open = account.claims.filter((c) => c.open > 0);
  const inDefault = open.find((c) => c.default)?.default ?? null;
  const facts: NoticeFacts = {
    agency: of.agency,
    creditor: of.creditor,
    debtor: akte.debtor,
    akte: akte.id,
    reference: of.reference,
    paymentReference: makeReference(akte.id),
    date: today,
    payBy,
    channel,
    stage: level.stage,
    lastStage: procedure.levels.at(-1)?.stage ?? level.stage,
    announces: of.occasion === 'joined' ? [] : announcedBy(procedure, level),
    newcomers: newcomersIn(akte, draft.claims),
    ...(of.occasion ? { occasion: of.occasion } : {}),
    sender,
    detail: level.information,
    title: of.occasion === 'joined' ? 'Neu hinzugekommene Rechnung' : level.title,
    claims: open.map((c) => c.claim),
    positions: positionsOf(akte, account),
    total: account.total,
    fees: feeFacts(account, akte.terms.deductsInputTax),
    defaultSince: inDefault,
    interest: account.claims.flatMap(interestFacts),
    first: !written.has(sender),
    takesOver: sender === 'agency' && written.has('creditor') && !written.has('agency'),
    enclosures: of.enclosures,
    ownText: level.text
      ? {
          ...(level.text.subject ? { subject: level.text.subject } : {}),
          ...(level.text.opening ? { opening: level.text.opening } : {}),
          ...(level.text.closing ? { closing: level.text.closing } : {}),
        }
      : null,
  };
  const ordered = account.matters
    .find((m) => m.matter === of.matter.id)
    ?.fee?.parts.find((part) => part.demandedOn === today);
  return {
    facts,
    demand: {
      ...draft,
      total: account.total,
      ...(ordered ? { collectionOrderedOn: ordered.orderedOn } : {}),
    },
  };
};
