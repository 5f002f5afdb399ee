import type { Akte, Message, Payment } from '../akte/akte.ts';
import { latest, plusDays, type Day } from '../calendar.ts';
import type { MatterId } from '../ids.ts';
import { firstOfStage, isMeantFor } from './demands.ts';
import type { Demand } from '../akte/demand.ts';
import { planOf } from './instalments.ts';
import { ZERO, sum, type Cents } from '../money.ts';
import type { AdequatePayment } from '../procedure/procedure.ts';
import { stageDemandOf } from './stage-demand.ts';
import type { Stage } from '../procedure/states.ts';

/** What counts of the money that came for a demand since its day, in the order in which it was booked. */
const cameFor = (akte: Akte, demand: Demand, today: Day): Payment[] =>
  akte.payments
    .filter((p) => p.valueDate >= demand.asOf && p.bookedOn <= today && !(p.reversed && p.reversed.on <= today))
    .filter((p) => isMeantFor(demand, p))
    .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1));

/**
 * What a stage asks before this money: a credit note or a waiver since makes it less, as if less had been owed from the
 * start.
 */
const askedBefore = (akte: Akte, first: Message, came: readonly Payment[], today: Day): Cents => {
  const unpaid = { ...akte, payments: akte.payments.filter((p) => !came.includes(p)) };
  return stageDemandOf(unpaid, first, today)?.demand.total ?? ZERO;
};

/**
 * Reading 5 (D61): who has paid adequately on a stage is left alone for a while before the next one. Adequate is a
 * share of what the stage asked, reached by all payments together, or an instalment as it was agreed. Gives the day on
 * which the next stage may begin; null: nothing adequate has come. (A live promise to pay and a plan that is kept hold
 * the case by themselves.)
 */
export const leftAloneUntil = (
  akte: Akte,
  of: Readonly<{ matter: MatterId; stage: Stage }>,
  { percent, waitDays }: AdequatePayment,
  today: Day,
): Day | null => {
  const first = firstOfStage(akte, of);
  if (!first?.demand) return null;
  const came = cameFor(akte, first.demand, today);
  if (came.length === 0) return null;
  const asked = askedBefore(akte, first, came, today);
  const rate = planOf(akte, today)?.rate;
  const sumUpTo = (n: number): number => sum(came.slice(0, n + 1).map((p) => p.amount));
  const shareReached = came.find((_, n) => sumUpTo(n) * 100 >= asked * percent);
  const instalment = rate === undefined ? undefined : came.findLast((p) => p.amount >= rate);
  return [shareReached, instalment].reduce<Day | null>((until, payment) => {
    if (!payment) return until;
    const day = plusDays(payment.bookedOn, waitDays);
    return until ? latest(until, day) : day;
  }, null);
};
