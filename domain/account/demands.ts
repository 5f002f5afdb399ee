import { placeOf } from '../law/place.ts';
import type { Akte, Message, Payment } from '../akte/akte.ts';
import { daysBetween, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { ClaimId, MatterId } from '../ids.ts';
import { nextWorkingDay } from '../law/deadlines.ts';
import type { MessageKey } from '../akte/facts.ts';
import type { Demand } from '../akte/demand.ts';
import { ZERO, plus, sum, type Cents } from '../money.ts';

/**
 * While a claim is disputed the clock of the simple case stands still: whoever objects in time pays no more for having
 * objected. `on`: the day of judgement.
 */
export const stoppedByDisputes = (akte: Akte, end: Day, since: Day, on: Day): Day =>
  akte.disputes.reduce((until, d) => {
    const from = latest(d.from, since);
    const to = d.to && !isBefore(on, d.to) ? d.to : on;
    return isBefore(until, from) || isBefore(to, from)
      ? until
      : nextWorkingDay(plusDays(until, daysBetween(from, to)), placeOf(akte.debtor));
  }, end);

/** A message that went out in writing and asked a debtor for money. What came back has asked for nothing. */
export type Asking = Message & Readonly<{ on: Day; demand: Demand }>;
const isAsking = (m: Message): m is Asking => m.state === 'sent' && m.demand !== null;

/** All that has asked a debtor for money, the oldest first. */
export const written = (akte: Akte): Asking[] => akte.messages.filter(isAsking).sort((a, b) => (a.on < b.on ? -1 : 1));

/**
 * The demands of a matter that claim collection costs: the first of each stage, oldest first. A stage claims in every
 * channel what its first message claimed (reading 17), so a later one charges nothing new.
 */
export const feeDemands = (akte: Akte, matter: MatterId): Asking[] => {
  const stages = new Set<number>();
  return written(akte).filter(({ key, demand }) => {
    if (key.matter !== matter || !demand.collectionFee || stages.has(key.stage)) return false;
    stages.add(key.stage);
    return true;
  });
};

/** Whether nothing before this demand, and no other message of its stage, has asked for a claim. */
export const isFirstDemanded = (akte: Akte, claim: ClaimId, { key, on }: Pick<Asking, 'key' | 'on'>): boolean =>
  !written(akte).some(
    (m) =>
      m.demand.claims.includes(claim) &&
      (m.key.matter !== key.matter || m.key.stage !== key.stage || m.key.occasion === 'joined') &&
      m.on < on,
  );

/**
 * The most the newest of these demands claims, in hundredths of a full fee: a level may ask for less than the law
 * gives, never for more.
 */
export const statedRate = (demands: readonly Asking[], on: Day): number =>
  demands.findLast((m) => m.on <= on)?.demand.feeRate ?? Infinity;

/**
 * The first message that asked for money in a stage of a matter and has not come back: what it claimed, the stage
 * claims in every channel (reading 17). `occasion`: a notice of its own stands for itself.
 */
export const firstOfStage = (akte: Akte, of: Omit<MessageKey, 'channel' | 'copy'>): Asking | undefined =>
  written(akte).find(({ key }) => key.matter === of.matter && key.stage === of.stage && key.occasion === of.occasion);

/**
 * The last day on which what is charged for claims could be paid at a rate below one (in hundredths): that of the
 * simple case, or the later deadline of a message that asked for them at such a rate, since paying its sum by then
 * settles all (decision 7).
 */
export const payableUntil = (
  { claims, simpleUntil }: Readonly<{ claims: readonly ClaimId[]; simpleUntil: Day }>,
  demands: readonly Demand[],
  below: number,
): Day =>
  demands
    .filter((demand) => {
      const asked = claims.filter((id) => demand.claims.includes(id));
      return demand.costs?.parts.some((p) => p.rate < below && asked.some((id) => p.claims.includes(id)));
    })
    .map((d) => d.payBy)
    .reduce(latest, simpleUntil);

/** Whether a payment may have been meant for what a demand asks: not where it was meant for another claim. */
export const isMeantFor = ({ claims }: Demand, { claim }: Payment): boolean =>
  claim === undefined || claims.includes(claim);

/**
 * The newest demand of the days before a payment that this may have been meant for: of a stage its first message, which
 * fixes what the stage asks; null: nothing had been asked by then.
 */
export const newestBefore = (akte: Akte, payment: Payment): Demand | null =>
  written(akte)
    .map(({ demand }) => demand)
    .filter((demand) => demand.asOf < (payment.cameOn ?? payment.valueDate) && isMeantFor(demand, payment))
    .reduce<Demand | null>((newest, demand) => (newest && demand.asOf <= newest.asOf ? newest : demand), null);

/** What came for a demand after its day. */
export const cameSince = (payments: readonly Payment[], demand: Demand, until: Day): Cents =>
  sum(
    payments
      .filter((p) => p.valueDate > demand.asOf && p.valueDate <= until && isMeantFor(demand, p))
      .map((p) => p.amount),
  );

/** Whether a demand was paid in full by its deadline, this payment among those that did it. */
const isAnswered = (payments: readonly Payment[], payment: Payment, demand: Demand): boolean => {
  if (payment.valueDate < demand.asOf || payment.valueDate > demand.payBy || !isMeantFor(demand, payment)) return false;
  const came = payment.valueDate === demand.asOf ? payment.amount : cameSince(payments, demand, demand.payBy);
  return came >= plus(demand.total, demand.deducted ?? ZERO);
};

/** The demand as of the latest day; of several as of one day (a stage asks in every channel) what went out last. */
const latestOf = (demands: readonly Demand[]): Demand | null =>
  demands.reduce<Demand | null>((last, demand) => (last && demand.asOf < last.asOf ? last : demand), null);

/**
 * The demand a payment answers in full and in time: it settles what was asked, whatever has grown since (decision 7).
 * Several payments that do so together answer it together: `payments` are all that count. Of several demands the one
 * that the amount fits to the cent, else the latest of the days before: a letter of the very day of the payment has
 * hardly been answered by it.
 */
export const answeredDemand = (akte: Akte, payments: readonly Payment[], payment: Payment): Demand | null => {
  const answered = written(akte)
    .map(({ demand }) => demand)
    .filter((demand) => isAnswered(payments, payment, demand));
  const fitting = answered.filter((demand) => demand.total === payment.amount);
  const before = answered.filter((demand) => demand.asOf < payment.valueDate);
  return latestOf(fitting) ?? latestOf(before) ?? latestOf(answered);
};
