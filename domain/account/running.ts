import type { Akte, Matter } from '../akte/akte.ts';
import type { AllocationRule } from './allocation.ts';
import { isBefore, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId } from '../ids.ts';
import { beginOfDefault, type Default } from './default.ts';
import { feeDemands, written, type Asking } from './demands.ts';
import { allocationRuleOf, lumpSumRow, marginRow } from './entitlement.ts';
import type { Interest, PrincipalStep } from './interest.ts';
import type { MatterFee } from './joint-fee.ts';
import { ZERO, plus, sum, type Cents } from '../money.ts';

/**
 * `demands`: what the matter asked a fee with. `judged`: asked for many times between two bookings; what was judged for
 * a day stays true, a booking changes only the days after it. `feePaidFor`: what of `feePaid` came upon demands, and
 * for which claims. `partSettledOn`: since when nothing is open of the claims that were first charged for on a day.
 * `waivedOn`: since when the mandate waives what came on top of its principals (Y12).
 */
export type RunningMatter = {
  matter: Matter;
  demands: readonly Asking[];
  judged: Map<Day, MatterFee | null>;
  feePaid: Cents;
  feePaidFor: Readonly<{ claims: ReadonlySet<ClaimId>; amount: Cents }>[];
  settledOn: Day | null;
  partSettledOn: Map<Day, Day>;
  waivedOn: Day | null;
};
/**
 * `of`: its matter; `lump`: what § 288(5) BGB gives for this claim; `charging`: the demands with a Mahngebühr that it
 * bears, the oldest first.
 */
export type Running = {
  claim: Claim;
  of: RunningMatter | undefined;
  begin: Default | null;
  burden: number;
  rule: AllocationRule;
  lump: Cents | null;
  charging: readonly Asking[];
  steps: PrincipalStep[];
  principal: Cents;
  interestPaid: Cents;
  costsPaid: Cents;
  settledOn: Day | null;
  lastAccrued: { on: Day; interest: Interest } | null;
};

/** The default in which a claim is on a day; null: in none by then. */
export const defaultOn = ({ begin }: Running, on: Day): Default | null =>
  begin && !isBefore(on, begin.since) ? begin : null;
export const isInDefault = (r: Running, on: Day): boolean => defaultOn(r, on) !== null;
export const principalOn = (r: Running, on: Day): Cents => r.steps.findLast((s) => s.from <= on)?.principal ?? ZERO;

const matterOf = (akte: Akte, matter: Matter): RunningMatter => ({
  matter,
  demands: feeDemands(akte, matter.id),
  judged: new Map(),
  feePaid: ZERO,
  feePaidFor: [],
  settledOn: null,
  partSettledOn: new Map(),
  waivedOn: null,
});

/** What an account starts from: the matters and claims of an Akte, with nothing paid yet. */
export type Started = Readonly<{ matters: RunningMatter[]; running: Running[] }>;

/** `asking`: what has asked the debtor for money, the oldest first. */
const claimOf = (akte: Akte, claim: Claim, asking: readonly Asking[]): Omit<Running, 'of'> => ({
  claim,
  begin: beginOfDefault(akte, claim),
  burden: marginRow(akte, claim).value,
  rule: allocationRuleOf(akte, claim),
  lump: lumpSumRow(akte, claim)?.value ?? null,
  charging: asking.filter((m) => m.demand.flatFee?.claim === claim.id),
  steps: [{ from: claim.invoiceDate, principal: claim.principal }],
  principal: claim.principal,
  interestPaid: ZERO,
  costsPaid: ZERO,
  settledOn: null,
  lastAccrued: null,
});

/**
 * What was less than the least amount from the start would never have been asked for, so nothing comes on top of it (a
 * claim of which nearly all was credited).
 */
const leaveTrifle = ({ terms }: Akte, own: readonly Running[]): void => {
  const owed = sum(own.map((r) => plus(r.claim.principal, r.claim.ownCosts)));
  if (owed < terms.leastAmount) for (const r of own) r.begin = null;
};

/** `claims`: those of the Akte that there are on the day of the account. */
export const started = (akte: Akte, claims: readonly Claim[]): Started => {
  const matters = akte.matters.map((matter) => matterOf(akte, matter));
  const asking = written(akte);
  const running = claims.map((claim): Running => ({
    ...claimOf(akte, claim, asking),
    of: matters.find((m) => m.matter.id === claim.matter),
  }));
  for (const m of matters)
    leaveTrifle(
      akte,
      running.filter((r) => r.of === m),
    );
  return { matters, running };
};
