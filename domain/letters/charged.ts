import { accountWithout, type Account, type ClaimStanding, type MatterStanding } from '../account/account.ts';
import type { Akte, Message } from '../akte/akte.ts';
import { isBefore, plusDays, type Day } from '../calendar.ts';
import type { ClaimId, MatterId } from '../ids.ts';
import { marginRow } from '../account/entitlement.ts';
import { payableUntil } from '../account/demands.ts';
import type { CostsTold } from '../akte/demand.ts';
import { shownInterest } from '../account/interest.ts';
import type { FeePart, MatterFee } from '../account/joint-fee.ts';
import { ZERO, formatHundredths, formatPercent, minus, sum, type Cents } from '../money.ts';
import type { Plan } from '../akte/plan.ts';
import type { StageDemand } from '../account/stage-demand.ts';
import type { CostRise, CostsRisen, FeeFacts, InterestFacts, NoticeFacts, Told } from './facts.ts';

/** How the interest of a claim comes to the amount in the table; none where it comes to nothing. */
export const interestFacts = (akte: Akte, { claim, accrued }: ClaimStanding): InterestFacts[] => {
  if (accrued.total === ZERO) return [];
  const margin = marginRow(akte, claim);
  const { steps, together, total } = shownInterest(accrued.periods);
  const shown = steps.map(({ period: { principal, hundredths, from, to }, fine }) => ({
    principal,
    rate: formatPercent(hundredths),
    from,
    to,
    fine,
  }));
  const { invoiceNumber } = claim;
  return [{ invoiceNumber, margin: formatHundredths(margin.value), law: margin.source, steps: shown, together, total }];
};

const partsOf = ({ fee }: MatterStanding): readonly FeePart[] => fee?.parts ?? [];

const numbersOf = (akte: Akte, claims: readonly ClaimId[]): string[] =>
  akte.claims.filter((c) => claims.includes(c.id)).map((c) => c.invoiceNumber);

const partFacts = (akte: Akte, { claims, value, rate, fee, orderedOn }: FeePart): FeeFacts['parts'][number] => ({
  invoiceNumbers: numbersOf(akte, claims),
  value,
  rate: formatHundredths(rate),
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
    cap: cap && { value, rate: formatHundredths(cap.rate), fee: cap.fee },
    fee,
    expenses,
    net,
    vat,
    credited,
    total,
    basis: rules.join(', '),
    freeBefore: free(matter),
  }));

/**
 * The plans of a matter that cost something and were agreed by the day of the account, while something of it is open.
 */
const openPlans = (akte: Akte, account: Account): Plan[] => {
  const open = account.matters.filter((m) => m.openFee > ZERO).map((m) => m.matter);
  return akte.plans
    .map(({ plan }) => plan)
    .filter((plan) => open.includes(plan.matter) && plan.fee > ZERO && plan.on <= account.asOf);
};
export const planFees = (akte: Akte, account: Account): NoticeFacts['planFees'] =>
  openPlans(akte, account).map(({ on, fee }) => ({ on, fee }));

/**
 * What an account asks beside the claims themselves: the claims with interest, those a fee is charged for, the plans
 * that cost something.
 */
export type Claimed = Readonly<Record<'interest' | 'fees' | 'plans', readonly string[]>>;
export const claimedIn = (akte: Akte, account: Account): Claimed => ({
  interest: account.claims.filter((c) => c.accrued.total !== ZERO).map((c) => c.claim.id),
  fees: openFees(account).flatMap(({ fee: { parts } }) => parts.flatMap((part) => part.claims)),
  plans: openPlans(akte, account).map((plan) => plan.id),
});

/** All that is charged for collection and has not been waived, paid or not, but for what stands apart. */
const costsOn = (account: Account): Cents =>
  sum(account.matters.map((m) => (m.isWaived ? ZERO : minus(m.fee?.total ?? ZERO, m.apartCharged))));

/**
 * When the costs rise if nothing is paid, by the account itself: `asked` is the Akte in which this demand has gone out.
 * Who pays its sum by its deadline has paid all (decision 7); until a later end of the simple case only interest is
 * added.
 */
export const risesOf = (asked: Akte, { demand, account, apart }: StageDemand): CostRise[] => {
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

/**
 * The parts of all fees that are asked for: what is waived is not, and what is charged for claims that stand apart
 * neither.
 */
const chargedIn = ({ claims, matters }: Account): FeePart[] => {
  const here = new Set(claims.map((c) => c.claim.id));
  const parts = matters.filter((m) => !m.isWaived).flatMap(partsOf);
  return parts
    .map((part) => ({ ...part, claims: part.claims.filter((id) => here.has(id)) }))
    .filter((part) => part.claims.length > 0);
};

/** What a message says of collection costs; null: there are none. */
export const costsTold = (account: Account): CostsTold | null => {
  const parts = chargedIn(account);
  if (parts.length === 0) return null;
  return {
    total: costsOn(account),
    parts: parts.map(({ claims, value, rate, reduced }) => ({ claims: [...claims], value, rate, reduced })),
  };
};

/** A part of the fee as it is charged now, with what was told of its claims before. */
type Change = Readonly<{ part: FeePart; was: CostsTold['parts'] }>;
const changesSince = (account: Account, { parts }: CostsTold): Change[] =>
  chargedIn(account).map((part) => ({
    part,
    was: parts.filter((p) => p.claims.some((id) => part.claims.includes(id))),
  }));
const isDearer = ({ part, was }: Change): boolean => was.length > 0 && was.every((p) => p.rate < part.rate);
const wasReduced = ({ was }: Change): boolean => was.some((p) => p.reduced);
/** What a part charges for and the last message did not. */
const isNew =
  ({ was }: Change) =>
  (id: ClaimId): boolean =>
    !was.some((p) => p.claims.includes(id));
const isOnMore = (change: Change): boolean =>
  !change.part.claims.some(isNew(change)) && sum(change.was.map((p) => p.value)) < change.part.value;

/** What a message told that said nothing of costs. */
const NOTHING_TOLD: CostsTold = { total: ZERO, parts: [] };

/**
 * Whether the costs are higher now than the last message has said that the debtor has received, and why. `told`: all
 * that was written before, the oldest first; null also where none of what is charged now was charged before: that there
 * are costs now is told as such.
 */
export const risenSince = (akte: Akte, account: Account, told: readonly Message[]): CostsRisen | null => {
  const demands = told.flatMap((m) => m.demand ?? []);
  const last = demands.at(-1)?.costs ?? NOTHING_TOLD;
  const to = costsOn(account);
  const changes = changesSince(account, last);
  const added = changes.flatMap((c) => c.part.claims.filter(isNew(c)));
  const once = new Set(demands.flatMap((d) => d.costs?.parts.flatMap((p) => p.claims) ?? []));
  const again = added.filter((id) => once.has(id));
  const goesOn = changes.some((c) => c.was.length > 0);
  if (to <= last.total || (!goesOn && again.length === 0)) return null;
  const late = changes
    .filter((c) => isDearer(c) && !wasReduced(c))
    .map(({ part }) => payableUntil(part, demands, part.rate));
  return {
    from: last.total,
    to,
    late: [...new Set(late)].sort(),
    again: numbersOf(akte, again),
    invoiceNumbers: numbersOf(
      akte,
      added.filter((id) => !once.has(id)),
    ),
    reduced: changes.some((c) => isDearer(c) && wasReduced(c)),
    onMore: changes.some(isOnMore),
  };
};
