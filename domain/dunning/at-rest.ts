import type { Akte, Hold } from '../akte/akte.ts';
import { formatDay, plusDays, type Day } from '../calendar.ts';
import { HOLDS, HOLD_GROUNDS } from '../procedure/holds.ts';
import { inWordsOf, planOf, standingOf } from '../account/instalments.ts';
import { wait, waitForPeople, type Step } from './step.ts';

/** What was told of a special situation stays in the Akte: an execution's history is read by many. */
const restingFor = ({ ground, on, until, reason }: Hold, today: Day): Step => {
  const { state, special } = HOLDS[ground];
  const why = special ? `Gemeldet am ${formatDay(on)}; Näheres steht in der Akte.` : reason;
  return until ? wait(state, until, why) : waitForPeople(state, today, why);
};

/** The holds that have not ended by themselves, what protects a person first. */
const liveHolds = ({ holds }: Akte, today: Day): Hold[] =>
  holds
    .filter((h) => !(h.until && h.until <= today))
    .sort((a, b) => HOLD_GROUNDS.indexOf(a.ground) - HOLD_GROUNDS.indexOf(b.ground));

/** A plan that has failed is none: the dunning goes on where the calendar stands. */
const keepingPlan = (akte: Akte, today: Day): Step | null => {
  const plan = planOf(akte, today);
  const standing = plan && standingOf(akte, plan, today);
  return plan && standing?.kept
    ? wait('Ratenplan läuft', plusDays(standing.until, 1), inWordsOf(plan, standing))
    : null;
};

/**
 * Whether the case rests: what protects a person first, then what the debtor has said, a plan that is kept, and what
 * was agreed. What has an end ends by itself.
 */
export const atRest = (akte: Akte, today: Day): Step | null => {
  const live = liveHolds(akte, today);
  const overPlan = live.find((h) => HOLDS[h.ground].overPlan);
  if (overPlan) return restingFor(overPlan, today);
  const [hold] = live;
  return keepingPlan(akte, today) ?? (hold ? restingFor(hold, today) : null);
};
