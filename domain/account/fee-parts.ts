import { placeOf } from '../law/place.ts';
import type { Akte, Matter, Payment } from '../akte/akte.ts';
import { earliest, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId } from '../ids.ts';
import { endOfPeriod } from '../law/deadlines.ts';
import type { Default } from './default.ts';
import { isFirstDemanded, statedRate, stoppedByDisputes, type Asking } from './demands.ts';
import { standingOf } from './instalments.ts';
import type { ChargedPart } from './joint-fee.ts';
import { inForce } from '../law/dated.ts';
import { COLLECTION_RATES, SIMPLE_CASE_PERIOD } from '../law/figures.ts';
import { sum, type Cents } from '../money.ts';
import { CHANNELS } from '../procedure/channels.ts';

/** A claim of a matter as the judge of its fee sees it. `openOn`: what was open of the principal on a day, in cents. */
export type Chargeable = Readonly<{ claim: Claim; begin: Default | null; openOn: (day: Day) => Cents }>;

/**
 * What the fee of one matter is judged from. `demands`: those that claim collection costs, the first of each stage,
 * oldest first; `settledOn`: since when nothing of the matter is open, `partSettledOn`: of the part that was first
 * demanded on a day; `payments`: those that count.
 */
export type FeeCase = Readonly<{
  akte: Akte;
  matter: Matter;
  demands: readonly Asking[];
  claims: readonly Chargeable[];
  settledOn: Day | null;
  partSettledOn: ReadonlyMap<Day, Day>;
  payments: readonly Payment[];
}>;

/**
 * The creditor's order to collect a claim holds from hand-over on, but only once the claim is in default: costs of an
 * order before that are no damage of default (§ 280(2), § 286 BGB).
 */
const orderTakesEffect = ({ akte, matter }: FeeCase, { claim }: Chargeable, begin: Default): Day =>
  latest(akte.arrivals[claim.id]?.joinedOn ?? matter.on, begin.since);

/**
 * The day of the order for claims that a demand charges for first: as the demand states it, else as it took effect for
 * the last of them.
 */
const orderedOn = (of: FeeCase, demand: Asking, claims: readonly Chargeable[]): Day | null =>
  demand.demand.collectionOrderedOn ??
  claims.reduce<Day | null>((last, c) => {
    if (!c.begin) return last;
    const day = orderTakesEffect(of, c, c.begin);
    return last ? latest(last, day) : day;
  }, null);

/**
 * The claims a demand charges for first: in default before it (reading 7: what brings default about cannot be charged
 * for), something open, and for a newcomer to a running matter: demanded before without a fee (reading 11).
 */
const newlyCharged = (of: FeeCase, demand: Asking, day: Day, charged: ReadonlySet<ClaimId>): Chargeable[] =>
  of.claims.filter(({ claim, begin, openOn }) => {
    if (charged.has(claim.id) || !demand.demand.claims.includes(claim.id)) return false;
    if (begin === null || isBefore(day, begin.since) || openOn(day) <= 0) return false;
    return of.akte.arrivals[claim.id]?.joinedOn == null || !isFirstDemanded(of.akte, claim.id, demand);
  });

/** What a demand charges for first: these claims, by an order that took effect on a day. */
type Charge = Readonly<{ demand: Asking; demandedOn: Day; ordered: Day; owed: readonly Chargeable[] }>;

/** The two weeks after the demand can be expected to have arrived, longer by what was disputed. */
const endOfSimpleCase = (akte: Akte, { demand, demandedOn, ordered }: Charge, on: Day): Day => {
  const arrived = plusDays(demandedOn, CHANNELS[demand.key.channel].arrivesAfter);
  const period = inForce(SIMPLE_CASE_PERIOD, ordered).value;
  return stoppedByDisputes(akte, endOfPeriod(arrived, period, placeOf(akte.debtor)), demandedOn, on);
};

/**
 * Who agrees on instalments upon the first demand and keeps to them has answered it: the simple case lasts as long as
 * the plan is kept.
 */
const prolongedByPlans = (of: FeeCase, simpleUntil: Day, demandedOn: Day, on: Day): Day =>
  of.akte.plans.reduce((until, { plan, ended }) => {
    if (
      !of.akte.terms.simpleFeeWhilePlanKept ||
      isBefore(plan.on, demandedOn) ||
      isBefore(until, plan.on) ||
      isBefore(on, plan.on)
    )
      return until;
    const standing = standingOf({ debtor: of.akte.debtor, payments: of.payments }, plan, on);
    const kept = standing.kept ? on : plusDays(standing.since, -1);
    return latest(until, ended && !isBefore(on, ended.on) ? earliest(kept, ended.on) : kept);
  }, simpleUntil);

/** The parts of a matter's fee as they are judged on a day, in the order in which they were first demanded. */
export const chargedParts = (of: FeeCase, on: Day): ChargedPart[] => {
  const parts: ChargedPart[] = [];
  const charged = new Set<ClaimId>();
  for (const demand of of.demands) {
    const demandedOn = demand.on;
    if (isBefore(on, demandedOn)) break;
    const claims = newlyCharged(of, demand, demandedOn, charged);
    const ordered = orderedOn(of, demand, claims);
    // An order from before default is none that the debtor owes for.
    const owed = ordered ? claims.filter((c) => c.begin && !isBefore(ordered, c.begin.since)) : [];
    if (!ordered || owed.length === 0) continue;
    for (const { claim } of owed) charged.add(claim.id);
    parts.push(partOf(of, { demand, demandedOn, ordered, owed }, on));
  }
  return parts;
};

const partOf = (of: FeeCase, charge: Charge, on: Day): ChargedPart => {
  const { demandedOn, ordered, owed } = charge;
  const settledOn = of.settledOn ?? of.partSettledOn.get(demandedOn);
  const judged = settledOn ? earliest(settledOn, on) : on;
  const inTwoWeeks = endOfSimpleCase(of.akte, charge, on);
  const simpleUntil = prolongedByPlans(of, inTwoWeeks, demandedOn, judged);
  const rates = inForce(COLLECTION_RATES, ordered).value;
  const lawful = isBefore(simpleUntil, judged) ? rates.usual : rates.simple;
  const stated = statedRate(of.demands, judged);
  return {
    claims: owed.map((c) => c.claim.id),
    value: sum(owed.map((c) => c.openOn(demandedOn))),
    rate: Math.min(lawful, stated),
    orderedOn: ordered,
    demandedOn,
    simpleUntil,
    reduced: stated < lawful,
    byPlan: isBefore(inTwoWeeks, judged) && !isBefore(simpleUntil, judged),
  };
};
