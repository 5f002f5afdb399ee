import type { Akte, Message, Payment } from './akte.ts';
import { daysBetween, isBefore, latest, plusDays, type Day } from './calendar.ts';
import type { ClaimId, MatterId } from './claim.ts';
import type { Demand } from './facts.ts';
import { nextWorkingDay } from './deadlines.ts';
import { ZERO, plus, type Cents } from './money.ts';

/** While a claim is disputed the clock of the simple case stands still: whoever objects in time pays no more for having objected. `on`: the day of judgement. */
export const stoppedByDisputes = (akte: Akte, end: Day, since: Day, on: Day): Day =>
  akte.disputes.reduce((until, d) => {
    const [from, to] = [latest(d.from, since), d.to && !isBefore(on, d.to) ? d.to : on];
    return isBefore(until, from) || isBefore(to, from)
      ? until
      : nextWorkingDay(plusDays(until, daysBetween(from, to)), akte.debtor.land ?? null);
  }, end);

const byDay = (a: Message, b: Message): number => ((a.on ?? '') < (b.on ?? '') ? -1 : 1);

/** What went out in writing and asked a debtor for money, the oldest first. What came back has asked for nothing. */
export const written = (akte: Akte): Message[] =>
  akte.messages.filter((m) => m.state === 'sent' && m.demand).sort(byDay);

/**
 * The demands of a matter that claim collection costs: the first of each stage, oldest first. A stage claims in every channel
 * what its first message claimed (reading 17), so a later one charges nothing new.
 */
export const feeDemands = (akte: Akte, matter: MatterId): Message[] => {
  const stages = new Set<number>();
  return written(akte).filter(({ key, demand }) => {
    if (key.matter !== matter || !demand?.collectionFee || stages.has(key.stage)) return false;
    stages.add(key.stage);
    return true;
  });
};

/** Whether nothing before this demand, and no other message of its stage, has asked for a claim. */
export const isFirstDemanded = (akte: Akte, claim: ClaimId, { key, on }: Message): boolean =>
  !written(akte).some(
    (m) =>
      m.demand?.claims.includes(claim) &&
      (m.key.matter !== key.matter || m.key.stage !== key.stage || m.key.occasion === 'joined') &&
      (m.on ?? '') < (on ?? ''),
  );

/** The most the newest of these demands claims, in hundredths of a full fee: a level may ask for less than the law gives, never for more. */
export const statedRate = (demands: readonly Message[], on: Day): number =>
  demands.findLast((m) => m.on !== null && m.on <= on)?.demand?.feeRate ?? Infinity;

/** What came for a demand from its day on, up to and with a payment: not what was meant for another claim. */
const cameFor = (demand: Demand, payments: readonly Payment[], payment: Payment): Cents => {
  const isMeant = ({ claim }: Payment): boolean => claim === undefined || demand.claims.includes(claim);
  const before = payments.filter(
    (p) => p !== payment && p.valueDate > demand.asOf && p.valueDate <= payment.valueDate && isMeant(p),
  );
  return plus(...before.map((p) => p.amount), isMeant(payment) ? payment.amount : ZERO);
};

/** The demand a payment answers in full and in time: it settles what was asked, whatever has grown since (decision 7). The latest of them. */
export const answeredDemand = (akte: Akte, payments: readonly Payment[], payment: Payment): Message | undefined =>
  akte.messages
    .filter(({ state, demand }) => {
      if (state !== 'sent' || !demand) return false;
      const inTime = demand.asOf <= payment.valueDate && payment.valueDate <= demand.payBy;
      return inTime && cameFor(demand, payments, payment) >= demand.total;
    })
    .sort((a, b) => ((a.demand?.asOf ?? '') < (b.demand?.asOf ?? '') ? 1 : -1))[0];
