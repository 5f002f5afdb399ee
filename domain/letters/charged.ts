import { accountOf, accountWithout, type Account, type ClaimStanding, type MatterStanding } from '../account.ts';
import type { Akte } from '../akte.ts';
import { isBefore, plusDays, type Day } from '../calendar.ts';
import type { ClaimId, MatterId } from '../claim.ts';
import { marginRow } from '../entitlement.ts';
import type { Demand } from '../facts.ts';
import { shownInterest } from '../interest.ts';
import type { FeePart, MatterFee } from '../joint-fee.ts';
import { ZERO, minus, sum, type Cents } from '../money.ts';
import type { Plan } from '../plan.ts';
import type { StageDemand } from '../stage-demand.ts';
import type { CostRise, CostsRisen, FeeFacts, InterestFacts, NoticeFacts, Told } from './facts.ts';

const percent = (hundredths: number): string => (hundredths / 100).toFixed(2).replace('.', ',');
const factor = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

/** How the interest of a claim comes to the amount in the table; none where it comes to nothing. */
export const interestFacts = (akte: Akte, { claim, accrued }: ClaimStanding): InterestFacts[] => {
  if (accrued.total === ZERO) return [];
  const margin = marginRow(akte, claim);
  const { steps, together, total } = shownInterest(accrued.periods);
  const shown = steps.map(({ period: { principal, hundredths, from, to }, fine }) => ({
    principal,
    ratePercent: percent(hundredths),
    from,
    to,
    fine,
  }));
  const { invoiceNumber } = claim;
  return [{ invoiceNumber, margin: factor(margin.value), law: margin.source, steps: shown, together, total }];
};

const partsOf = ({ fee }: MatterStanding): readonly FeePart[] => fee?.parts ?? [];

const numbersOf = (akte: Akte, claims: readonly ClaimId[]): string[] =>
  akte.claims.filter((c) => claims.includes(c.id)).map((c) => c.invoiceNumber);

const partFacts = (akte: Akte, { claims, value, rate, fee, orderedOn }: FeePart): FeeFacts['parts'][number] => ({
  invoiceNumbers: numbersOf(akte, claims),
  value,
  rate: factor(rate),
  fee,
  orderedOn,
});

/** The fee of every matter for which something is still open. */
const openFees = (account: Account): { matter: MatterId; fee: MatterFee }[] =>
  account.matters.flatMap(({ matter, fee, openFee }) =>
    fee && openFee > ZERO && fee.total !== ZERO ? [{ matter, fee }] : [],
  );

/** The same, as the account has it. `free`: what was written in a matter before anything was charged there. */
export const feeFacts = (akte: Akte, account: Account, free: (matter: MatterId) => readonly Told[]): FeeFacts[] =>
  openFees(account).map(({ matter, fee: { parts, cap, fee, expenses, net, vat, credited, total, rules, value } }) => ({
    parts: parts.map((part) => partFacts(akte, part)),
    cap: cap && { value, rate: factor(cap.rate), fee: cap.fee },
    fee,
    expenses,
    net,
    vat,
    credited,
    total,
    basis: rules.join(', '),
    freeBefore: free(matter),
  }));

/** The plans of a matter that cost something and were agreed by the day of the account, while something of it is open. */
const openPlans = (akte: Akte, account: Account): Plan[] => {
  const open = account.matters.filter((m) => m.openFee > ZERO).map((m) => m.matter);
  return akte.plans
    .map(({ plan }) => plan)
    .filter((plan) => open.includes(plan.matter) && plan.fee > ZERO && plan.on <= account.asOf);
};
export const planFees = (akte: Akte, account: Account): NoticeFacts['planFees'] =>
  openPlans(akte, account).map(({ on, fee }) => ({ on, fee }));

/** What an account asks beside the claims themselves: the claims with interest, those a fee is charged for, the plans that cost something. */
export type Claimed = Readonly<Record<'interest' | 'fees' | 'plans', readonly string[]>>;
export const claimedIn = (akte: Akte, account: Account): Claimed => ({
  interest: account.claims.filter((c) => c.accrued.total !== ZERO).map((c) => c.claim.id),
  fees: openFees(account).flatMap(({ fee: { parts } }) => parts.flatMap((part) => part.claims)),
  plans: openPlans(akte, account).map((plan) => plan.id),
});

/** All that is charged for collection and has not been waived, paid or not, but for what stands apart. */
const costsOn = (account: Account): Cents =>
  sum(account.matters.map((m) => (m.isWaived ? ZERO : minus(m.fee?.total ?? ZERO, m.apart))));

/**
 * When the costs rise if nothing is paid, by the account itself: `asked` is the Akte in which this demand has gone out, `apart` what it does not ask for. Who
 * pays its sum by its deadline has paid all (decision 0007); until a later end of the simple case only interest is added.
 */
export const risesOf = (asked: Akte, { demand, account }: StageDemand, apart: readonly ClaimId[]): CostRise[] => {
  const { payBy, total } = demand;
  const afterwards = (on: Day): Cents => costsOn(accountWithout(asked, plusDays(on, 1), apart));
  const later = (until: Day): CostRise => {
    const last = accountWithout(asked, until, apart);
    return { until, total: last.total, costs: costsOn(last), then: afterwards(until) };
  };
  const ends = accountWithout(asked, payBy, apart).matters.flatMap((m) => partsOf(m).map((p) => p.simpleUntil));
  const days = [...new Set(ends.filter((end) => isBefore(payBy, end)))].sort();
  return [{ until: payBy, total, costs: costsOn(account), then: afterwards(payBy) }, ...days.map(later)].filter(
    (rise) => rise.then > rise.costs,
  );
};

/** Whether the costs are higher now than the letters of the stage before have said, and why. */
export const risenSince = (akte: Akte, account: Account, told: Demand | null | undefined): CostsRisen | null => {
  if (!told?.collectionFee) return null;
  const before = accountOf(akte, told.asOf);
  const [from, to] = [costsOn(before), costsOn(account)];
  if (to <= from || from === ZERO) return null;
  const partsIn = (of: Account): FeePart[] => of.matters.flatMap(partsOf);
  const earlier = partsIn(before);
  const changes = partsIn(account).map((part) => ({
    part,
    was: earlier.find((p) => p.demandedOn === part.demandedOn),
  }));
  const dearer = changes.filter(({ part, was }) => was && was.rate < part.rate);
  return {
    from,
    to,
    late: [...new Set(dearer.filter(({ was }) => !was?.reduced).map(({ part }) => part.simpleUntil))],
    invoiceNumbers: changes.flatMap(({ part, was }) => (was ? [] : numbersOf(akte, part.claims))),
    reduced: dearer.some(({ was }) => was?.reduced),
  };
};
