import type { Account } from '../account/account.ts';
import type { Akte, Matter, Message } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import { contactPoint } from '../akte/contact-data.ts';
import type { MessageKind } from '../akte/facts.ts';
import type { Demand } from '../akte/demand.ts';
import { isFirstDemanded, written, type Asking } from '../account/demands.ts';
import { senderOf, type Level, type Procedure, type Sender } from '../procedure/procedure.ts';
import { stageDemandOf } from '../account/stage-demand.ts';
import { CHANNELS, isWritten as isInWriting, type Channel, type WrittenChannel } from '../procedure/channels.ts';
import { claimedIn } from './charged.ts';
import type { NoticeFacts, Told } from './facts.ts';

/** A message of a matter that its reader has had in writing: what came back or was refused has told nobody anything. */
type Written = Message & Readonly<{ on: Day; key: { channel: WrittenChannel } }>;
const isWritten = (m: Message): m is Written => m.state === 'sent' && isInWriting(m.key.channel);

/** What a matter has said in writing so far, oldest first. */
export const writtenIn = (akte: Akte, matter: Matter): Written[] =>
  akte.messages.filter((m) => m.key.matter === matter.id).filter(isWritten);

const levelOf = ({ levels }: Procedure, { key }: Written): Level | undefined =>
  levels.find((l) => l.stage === key.stage);

const senderOfWritten = (procedure: Procedure, message: Written): Sender =>
  senderOf(procedure, levelOf(procedure, message) ?? { sender: null });

/**
 * In whose name something in writing has gone out for a matter: its procedure is the one it began with, so that this
 * needs no note of its own.
 */
export const writtenBy = (akte: Akte, matter: Matter, procedure: Procedure): ReadonlySet<Sender> =>
  new Set(writtenIn(akte, matter).map((m) => senderOfWritten(procedure, m)));

/** The message that is being written, as far as its past depends on it. */
type Writing = Readonly<{
  akte: Akte;
  matter: Matter;
  level: Level;
  procedure: Procedure;
  channel: WrittenChannel;
  occasion?: MessageKind['occasion'];
}>;

/** What was written before the stage, or before a further message of it, oldest first. */
const writtenBefore = ({ akte, matter, level, occasion }: Writing): Written[] =>
  writtenIn(akte, matter).filter((m) => (occasion ? m.key.occasion !== occasion : m.key.stage < level.stage));

/** What a message asked, as it stood on its day. */
const askedThen = (akte: Akte, message: Written): Account[] => {
  const asked = stageDemandOf(akte, message, message.on);
  return asked ? [asked.account] : [];
};

/**
 * What an account claims that nothing in the agency's name has claimed before: § 13a(1) Nr. 3, 5 and 6 RDG are owed
 * with the first message that claims interest on a claim, a fee for it or the price of a plan, whichever stage that is.
 */
export const untoldIn = (of: Writing, account: Account): NoticeFacts['untold'] => {
  const { akte, procedure } = of;
  const before = writtenBefore(of).filter((m) => senderOfWritten(procedure, m) === 'agency');
  const told = before.flatMap((m) => askedThen(akte, m)).map((asked) => claimedIn(akte, asked));
  const now = claimedIn(akte, account);
  const isUntold = (kind: keyof typeof now): boolean => now[kind].some((id) => !told.some((t) => t[kind].includes(id)));
  return { interest: isUntold('interest'), costs: isUntold('fees') || isUntold('plans') };
};

/**
 * What the debtor has been told before this stage began, or before a further message of it, oldest first; of other
 * matters, too: they stand in the same letters. What is new since the last of it is told with every message of this
 * stage.
 */
export const toldBefore = ({ akte, matter, level, occasion }: Writing): Written[] => {
  const told = akte.messages.filter(isWritten);
  const first = told.findIndex(
    ({ key }) => key.matter === matter.id && key.stage === level.stage && key.occasion === occasion,
  );
  return first < 0 ? told : told.slice(0, first);
};

const toldOf = (procedure: Procedure, message: Written): Told => ({
  title: levelOf(procedure, message)?.title ?? 'Zahlungsaufforderung',
  on: message.on,
});

/**
 * Whether a message asked for collection costs: those of its own matter, also where a lump sum covered them, or what
 * was open of another's.
 */
const askedCosts = (akte: Akte, message: Written): boolean =>
  askedThen(akte, message).some(({ matters }) =>
    matters.some((m) => m.openFee > 0 || (m.matter === message.key.matter && m.fee !== null)),
  );

/**
 * What the agency has written in a matter before it asked for any collection costs: none of it cost the debtor
 * anything.
 */
export const freeOfCharge = (akte: Akte, matter: Matter, procedure: Procedure): Told[] => {
  const all = writtenIn(akte, matter);
  const charging = all.findIndex((m) => askedCosts(akte, m));
  return all
    .slice(0, charging < 0 ? all.length : charging)
    .filter((m) => senderOfWritten(procedure, m) === 'agency')
    .map((m) => toldOf(procedure, m));
};

/**
 * In whose name the stages before have written: what none has introduced is introduced in every channel of this one.
 */
export const writtenByStagesBefore = (of: Writing): ReadonlySet<Sender> =>
  new Set(writtenBefore(of).map((m) => senderOfWritten(of.procedure, m)));

/**
 * The claims of a demand that this sender has asked for in another matter: only the agency claims collection costs, and
 * so shows whose letter it was.
 */
export const dunnedBefore = ({ akte, matter }: Writing, sender: Sender, { claims }: Demand): Claim[] => {
  const elsewhere = written(akte).filter(
    ({ key, demand }) => key.matter !== matter.id && demand.collectionFee === (sender === 'agency'),
  );
  return akte.claims.filter((c) => claims.includes(c.id) && elsewhere.some((m) => m.demand?.claims.includes(c.id)));
};

/** The channel whose message of the stage one in writing repeats, so that nobody takes it for a further demand. */
const REPEATS: Readonly<Record<WrittenChannel, WrittenChannel | null>> = { email: null, letter: 'email' };
/** The e-mail that a letter repeats; null: there was none. */
export const mailRepeatedBy = ({ akte, matter, level, procedure, channel, occasion }: Writing): Told | null => {
  const mail = writtenIn(akte, matter).findLast(
    ({ key }) => key.stage === level.stage && key.channel === REPEATS[channel] && key.occasion === occasion,
  );
  return mail && occasion !== 'joined' ? toldOf(procedure, mail) : null;
};

/**
 * The payments taken back that concern what is asked and of which no message before has told, whatever was written
 * since about other claims.
 */
export const untoldReversals = (account: Account, told: readonly Message[]): NoticeFacts['reversals'] => {
  const known = new Set(told.flatMap((m) => m.demand?.takenBack ?? []));
  return account.reversed.flatMap(({ id, via, valueDate, amount, reversed }) =>
    reversed && !known.has(id) ? [{ id, via, valueDate, amount, on: reversed.on }] : [],
  );
};

/** The claims that have joined a running series and are asked for in it for the first time. */
export const newcomersOf = (akte: Akte, account: Account, asking: Asking): NoticeFacts['newcomers'] =>
  akte.claims
    .filter(
      (c) =>
        akte.arrivals[c.id]?.joinedOn != null &&
        asking.demand.claims.includes(c.id) &&
        isFirstDemanded(akte, c.id, asking),
    )
    .map((c) => ({
      ...c,
      open: account.claims.find((standing) => standing.claim.id === c.id)?.principal ?? c.principal,
    }));

/** Where the debtor's address is from, and whether a letter is the first that goes there. */
export const addressOf = ({ debtor, origins, messages }: Akte, channel: WrittenChannel): NoticeFacts['address'] => {
  const here = contactPoint('address', debtor);
  const goesThere = (by: Channel): boolean => CHANNELS[by].contact === 'address';
  const wroteHere = messages.some(
    (m) => goesThere(m.key.channel) && m.state === 'sent' && m.to && contactPoint('address', m.to) === here,
  );
  return { source: origins.address?.source ?? 'creditor', isNew: goesThere(channel) && !wroteHere };
};
