import type { Akte, Payment } from './akte.ts';
import { latest, plusDays, type Day } from './calendar.ts';
import type { MatterId } from './claim.ts';
import { firstOfStage } from './demands.ts';
import { planOf } from './instalments.ts';
import { sum } from './money.ts';
import type { AdequatePayment } from './procedure.ts';
import type { Stage } from './states.ts';

/** What counts of the money that came since a demand, in the order in which it was booked. */
const cameSince = (akte: Akte, asOf: Day, today: Day): Payment[] =>
  akte.payments
    .filter((p) => p.valueDate >= asOf && p.bookedOn <= today && !(p.reversed && p.reversed.on <= today))
    .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1));

/**
 * Reading 5 (D61): who has paid adequately on a stage is left alone for a while before the next one. Adequate is a share of what the
 * stage asked, reached by all payments together, or an instalment as it was agreed. Gives the day on which the next stage may begin;
 * null: nothing adequate has come. (A live promise to pay and a plan that is kept hold the case by themselves.)
 */
export const leftAloneUntil = (
  akte: Akte,
  of: Readonly<{ matter: MatterId; stage: Stage }>,
  { percent, waitDays }: AdequatePayment,
  today: Day,
): Day | null => {
  const demand = firstOfStage(akte, of)?.demand;
  if (!demand) return null;
  const came = cameSince(akte, demand.asOf, today);
  const rate = planOf(akte, today)?.rate;
  const sumUpTo = (n: number): number => sum(came.slice(0, n + 1).map((p) => p.amount));
  const shareReached = came.find((_, n) => sumUpTo(n) * 100 >= demand.total * percent);
  const instalment = rate === undefined ? undefined : came.findLast((p) => p.amount >= rate);
  return [shareReached, instalment].reduce<Day | null>((until, payment) => {
    if (!payment) return until;
    const day = plusDays(payment.bookedOn, waitDays);
    return until ? latest(until, day) : day;
  }, null);
};
