import { placeOf } from '../law/place.ts';
import type { Akte } from '../akte/akte.ts';
import { formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { nextWorkingDay, unshiftedEnd } from '../law/deadlines.ts';
import { plus, ZERO, type Cents } from '../money.ts';
import type { Plan } from '../akte/plan.ts';

/**
 * When the n-th rate is due (from 1): monthly, the last of a shorter month, moved to a working day (§§ 188(3), 193
 * BGB).
 */
export const dueDay = (plan: Plan, n: number, akte: Pick<Akte, 'debtor'>): Day =>
  nextWorkingDay(unshiftedEnd(plan.first, `P${n - 1}M`), placeOf(akte.debtor));

/**
 * What came in since the plan was agreed, up to and including a day, as it is known today: a payment that was reversed
 * since never came.
 */
const receivedUntil = (akte: Pick<Akte, 'payments'>, plan: Plan, on: Day, today: Day): Cents =>
  akte.payments.reduce<Cents>(
    (sum, p) =>
      isBefore(p.valueDate, plan.on) || isBefore(on, p.valueDate) || (p.reversed && !isBefore(today, p.reversed.on))
        ? sum
        : plus(sum, p.amount),
    ZERO,
  );

/** Kept until `until` (the last day of grace of the next rate), or failed with the rate that did not come. */
export type PlanStanding = Readonly<
  { kept: true; next: number; due: Day; until: Day } | { kept: false; missed: number; due: Day; since: Day }
>;

/**
 * Whether a plan is kept: by the end of each rate's days of grace all rates so far have come in, but for the cents of
 * tolerance.
 */
export const standingOf = (akte: Pick<Akte, 'debtor' | 'payments'>, plan: Plan, today: Day): PlanStanding => {
  for (let n = 1; ; n++) {
    const due = dueDay(plan, n, akte);
    const grace = nextWorkingDay(plusDays(due, plan.toleranceDays), placeOf(akte.debtor));
    const wanted = n * plan.rate - plan.toleranceCents;
    if (!isBefore(grace, today)) {
      if (receivedUntil(akte, plan, today, today) < wanted) return { kept: true, next: n, due, until: grace };
      continue;
    }
    if (receivedUntil(akte, plan, grace, today) < wanted)
      return { kept: false, missed: n, due, since: plusDays(grace, 1) };
  }
};

/** The plan that runs on a day, or null: the last one agreed that nobody has ended. */
export const planOf = (akte: Akte, today: Day): Plan | null =>
  akte.plans.findLast((p) => !isBefore(today, p.plan.on) && p.ended === null)?.plan ?? null;

export const inWordsOf = (plan: Plan, standing: PlanStanding): string =>
  standing.kept
    ? `${standing.next}. Rate fällig am ${formatDay(standing.due)}`
    : `${standing.missed}. Rate vom ${formatDay(standing.due)} blieb aus; der Ratenplan ${plan.id} ist gescheitert`;
