import type { Akte, Matter, Message, Payment, Waiver } from './akte.ts';
import { ORDERS, pour, proRata, type AllocationRule } from './allocation.ts';
import { earliest, isBefore, latest, plusDays, type Day } from './calendar.ts';
import type { Claim, ClaimId } from './claim.ts';
import { beginOfDefault, type Default } from './default.ts';
import { answeredDemand, feeDemands, newestBefore } from './demands.ts';
import { routeOf, type Debt, type Route } from './designation.ts';
import { allocationRuleOf, lumpSumRow, marginRow } from './entitlement.ts';
import type { Demand } from './facts.ts';
import { chargedParts } from './fee-parts.ts';
import { interestOverTime, type Interest, type PrincipalStep } from './interest.ts';
import { jointFee, type ChargedPart, type FeePart, type MatterFee } from './joint-fee.ts';
import { ZERO, least, minus, most, plus, sum, type Cents } from './money.ts';
import type { FeeBasis } from './procedure.ts';

/** A Mahngebühr as it was charged: with the demand of a day, for a stated basis. */
export type ChargedFee = Readonly<{
  on: Day;
  stage: number;
  amount: Cents;
  basis: FeeBasis;
  source?: string | undefined;
}>;
/** What is not asked for any more, as of a day. */
export type Waived = Readonly<{ on: Day; reason: string; costs: Cents; interest: Cents; fees: Cents }>;
/**
 * One payment in both views: outer § 367 BGB towards the debtor, inner as the mandate says, by itself creditor first
 * (reading 12); totals are equal.
 */
export type Split = Readonly<{
  toPrincipal: Cents;
  toInterest: Cents;
  toOwnCosts: Cents;
  toFees: Cents;
  overpaid: Cents;
}>;
/** What a payment came to in one claim. */
export type Portion = Readonly<{ claim: ClaimId } & Omit<Split, 'overpaid'>>;
/** `ground`: why it went there, in German. */
export type PaymentSplit = Readonly<{
  payment: Payment;
  outer: Split;
  portions: readonly Portion[];
  inner: Split;
  ground: string;
}>;

/**
 * `demands`: what the matter asked a fee with. `judged`: asked for many times between two bookings; what was judged for
 * a day stays true, a booking changes only the days after it. `feePaidFor`: what of `feePaid` came upon demands, and
 * for which claims. `partSettledOn`: since when nothing is open of the claims that were first charged for on a day.
 * `waivedOn`: since when the mandate waives what came on top of its principals (Y12).
 */
type RunningMatter = {
  matter: Matter;
  demands: readonly Message[];
  judged: Map<Day, MatterFee | null>;
  feePaid: Cents;
  feePaidFor: Readonly<{ claims: ReadonlySet<ClaimId>; amount: Cents }>[];
  settledOn: Day | null;
  partSettledOn: Map<Day, Day>;
  waivedOn: Day | null;
};
/**
 * `of`: its matter; `lump`: what § 288(5) BGB gives for this claim; `charging`: the demands with a Mahngebühr that it
 * bears.
 */
type Running = {
  claim: Claim;
  of: RunningMatter | undefined;
  begin: Default | null;
  burden: number;
  rule: AllocationRule;
  lump: Cents | null;
  charging: readonly Message[];
  steps: PrincipalStep[];
  principal: Cents;
  interestPaid: Cents;
  costsPaid: Cents;
  settledOn: Day | null;
  lastAccrued: { on: Day; interest: Interest } | null;
};

const WAIVED_BY_MANDATE = 'Der Gläubiger verzichtet auf die Kosten, sobald die Hauptforderung bezahlt ist.';

type Open = Omit<Split, 'overpaid'>;
const PARTS = { costs: ['toOwnCosts', 'toFees'], interest: ['toInterest'], principal: ['toPrincipal'] } as const;
const inParts = (rule: AllocationRule): readonly (keyof Open)[] =>
  ORDERS[rule].flatMap((p): readonly (keyof Open)[] => PARTS[p]);
/** In what order a payment goes into one claim. */
const LAWFUL: Readonly<Record<AllocationRule, readonly (keyof Open)[]>> = { 367: inParts('367'), 497: inParts('497') };
const NONE: Open = { toPrincipal: ZERO, toInterest: ZERO, toOwnCosts: ZERO, toFees: ZERO };
/** Reading 12: what is the creditor's own comes before the agency's fees. */
const CREDITOR_FIRST = ['toPrincipal', 'toInterest', 'toOwnCosts', 'toFees'] as const;
const totalOf = (parts: Open): Cents => plus(parts.toOwnCosts, parts.toFees, parts.toInterest, parts.toPrincipal);
const together = (a: Open, b: Open): Open => ({
  toOwnCosts: plus(a.toOwnCosts, b.toOwnCosts),
  toFees: plus(a.toFees, b.toFees),
  toInterest: plus(a.toInterest, b.toInterest),
  toPrincipal: plus(a.toPrincipal, b.toPrincipal),
});
const less = (a: Open, b: Open): Open => ({
  toOwnCosts: minus(a.toOwnCosts, b.toOwnCosts),
  toFees: minus(a.toFees, b.toFees),
  toInterest: minus(a.toInterest, b.toInterest),
  toPrincipal: minus(a.toPrincipal, b.toPrincipal),
});

/**
 * By value date. Within a day first what the debtor designated, then the larger sum: the order in which the bank or we
 * wrote it down decides nothing.
 */
export const inOrder = (a: Payment, b: Payment): number => {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.valueDate, b.valueDate) || text(a.claim ?? '~', b.claim ?? '~') || b.amount - a.amount || text(a.id, b.id)
  );
};

export const isInDefault = (r: Running, on: Day): boolean => r.begin !== null && !isBefore(on, r.begin.since);
const principalOn = (r: Running, on: Day): Cents => r.steps.findLast((s) => s.from <= on)?.principal ?? ZERO;

const isAskedBy =
  ({ claims }: Demand) =>
  ({ claim }: Debt): boolean =>
    claims.includes(claim.id);

/** What a demand asked for comes first, each in the order of the law. */
const askedFirst = <D extends Debt>(demand: Demand, { groups }: Route<D>): D[][] => {
  const isAsked = isAskedBy(demand);
  return [
    ...groups.map((group) => group.filter(isAsked)),
    ...groups.map((group) => group.filter((d) => !isAsked(d))),
  ].filter((group) => group.length > 0);
};

/** A payment that answers a demand settles what it asked for, in the order of the law, before anything else. */
const answering = <D extends Debt>(demand: Demand, route: Route<D>): Route<D> => ({
  ...route,
  groups: askedFirst(demand, route),
  ground: 'Damit ist beglichen, was unsere Zahlungsaufforderung verlangt hat; Zinsen seit ihrem Tag erheben wir nicht.',
});

/** A part of what a demand asked is meant for that, where the payer says nothing else (§ 366(1) BGB, decision 93). */
const inPartOf = <D extends Debt>(demand: Demand, route: Route<D>): Route<D> => ({
  ...route,
  groups: askedFirst(demand, route),
  ground:
    'Nach unserer Zahlungsaufforderung gezahlt: zuerst auf das, was sie verlangt hat (§ 366 Abs. 1 BGB), sonst in der gesetzlichen Reihenfolge.',
});

/**
 * Where a payment goes. `answered`: the demand it answers in full and in time; `demand`: this, or the newest before it.
 */
const upon = <D extends Debt>(
  payment: Payment,
  debts: readonly D[],
  { on, answered, demand }: Readonly<{ on: Day; answered: Demand | null; demand: Demand | null }>,
): Route<D> => {
  if (answered) return answering(answered, routeOf({ ...payment, amount: ZERO }, debts, on));
  const route = routeOf(payment, debts, on);
  // Words, or an amount that says what it is for, say more than the demand does.
  if (!demand || route.principalOnly || payment.claim !== undefined) return route;
  const asked = debts.filter(isAskedBy(demand)).length;
  return asked > 0 && asked < debts.length ? inPartOf(demand, route) : route;
};

/** The account of one Akte while payments are poured into it, day by day. */
export class Ledger {
  readonly running: Running[];
  readonly matters: RunningMatter[];
  readonly #akte: Akte;
  #inner: Open = NONE;
  #seen: Open = NONE;
  readonly #met = new Set<ClaimId>();
  // Days only go forward: what an earlier payment has already paid in interest or fees is not judged away by a later
  // one.
  #judgedOn: Day | null = null;
  readonly #taken: Payment[] = [];

  /** `claims`: those of the Akte that there are on the day of the account. */
  constructor(akte: Akte, claims: readonly Claim[]) {
    this.#akte = akte;
    this.matters = akte.matters.map((matter) => ({
      matter,
      demands: feeDemands(akte, matter.id),
      judged: new Map(),
      feePaid: ZERO,
      feePaidFor: [],
      settledOn: null,
      partSettledOn: new Map(),
      waivedOn: null,
    }));
    const charging = akte.messages.filter((m) => m.demand?.flatFee && m.state === 'sent');
    this.running = claims.map((claim) => ({
      claim,
      of: this.matters.find((m) => m.matter.id === claim.matter),
      begin: beginOfDefault(akte, claim),
      burden: marginRow(akte, claim).value,
      rule: allocationRuleOf(akte, claim),
      lump: lumpSumRow(akte, claim)?.value ?? null,
      charging: charging.filter((m) => m.demand?.flatFee?.claim === claim.id),
      steps: [{ from: claim.invoiceDate, principal: claim.principal }],
      principal: claim.principal,
      interestPaid: ZERO,
      costsPaid: ZERO,
      settledOn: null,
      lastAccrued: null,
    }));
    for (const m of this.matters) this.#leaveTrifle(m);
  }

  /**
   * What was less than the least amount from the start would never have been asked for, so nothing comes on top of it
   * (a claim of which nearly all was credited).
   */
  #leaveTrifle(m: RunningMatter): void {
    const own = this.running.filter((r) => r.of === m);
    const owed = sum(own.map((r) => plus(r.claim.principal, r.claim.ownCosts)));
    if (owed < this.#akte.terms.leastAmount) for (const r of own) r.begin = null;
  }

  /** All interest of a claim up to and including a day: from the first day of default, on the principal of each day. */
  accrued(r: Running, on: Day): Interest {
    if (r.lastAccrued?.on !== on) r.lastAccrued = { on, interest: this.#accrue(r, on) };
    return r.lastAccrued.interest;
  }

  #accrue(r: Running, on: Day): Interest {
    const until = r.settledOn ? earliest(r.settledOn, on) : on;
    const since = isInDefault(r, on) ? r.begin?.since : undefined;
    const steps = since === undefined ? [] : r.steps.map((s) => ({ ...s, from: latest(s.from, since) }));
    return interestOverTime(steps, until, { margin: r.burden }, this.#akte.terms.dayCount);
  }

  /**
   * The waivers that hold for a matter on a day, the oldest first: a person's and the mandate's. What was paid before
   * stays paid.
   */
  #waivers(m: RunningMatter | undefined, on: Day): Waiver[] {
    const byMandate = m?.waivedOn ? { on: m.waivedOn, interest: m.waivedOn, reason: WAIVED_BY_MANDATE } : null;
    return [m?.matter.waiver ?? null, byMandate]
      .filter((w) => w !== null)
      .filter((w) => !isBefore(on, w.on))
      .sort((a, b) => (a.on < b.on ? -1 : 1));
  }
  /** Whether the costs of a matter are not asked for on a day. */
  isWaived(m: RunningMatter | undefined, on: Day): boolean {
    return this.#waivers(m, on).length > 0;
  }

  #interestUnpaid(r: Running, on: Day): Cents {
    return most(ZERO, minus(this.accrued(r, on).total, r.interestPaid));
  }
  /** Whether the interest on the claims of a matter is not asked for on a day. */
  isInterestWaived(m: RunningMatter | undefined, on: Day): boolean {
    return this.#waivers(m, on).some(({ interest }) => interest !== null && !isBefore(on, interest));
  }
  interestOpen(r: Running, on: Day): Cents {
    return this.isInterestWaived(r.of, on) ? ZERO : this.#interestUnpaid(r, on);
  }

  /** § 288(5) BGB: owed once, when default begins while something of the principal is open. */
  lumpSum(r: Running, on: Day): Cents {
    if (r.lump === null || !r.begin || !isInDefault(r, r.settledOn ? earliest(r.settledOn, on) : on)) return ZERO;
    return principalOn(r, r.begin.since) > 0 ? r.lump : ZERO;
  }

  /**
   * The Mahngebühren a claim bears by a day (readings 6 and 7): of each stage one, with the first demand that went out
   * while the claim was in default already and something of it was open.
   */
  flatFees(r: Running, on: Day): ChargedFee[] {
    if (r.charging.length === 0) return [];
    const charged = new Map<string, ChargedFee>();
    for (const { key, demand, on: sentOn } of r.charging) {
      const fee = demand?.flatFee;
      if (!fee || !sentOn || isBefore(on, sentOn) || !isInDefault(r, sentOn) || principalOn(r, sentOn) <= 0) continue;
      const stage = `${key.matter}-${key.stage}`;
      const before = charged.get(stage);
      if (!before || isBefore(sentOn, before.on))
        charged.set(stage, { on: sentOn, stage: key.stage, amount: fee.amount, basis: fee.basis, source: fee.source });
    }
    return [...charged.values()];
  }
  #flatFeeSum(r: Running, on: Day): Cents {
    return sum(this.flatFees(r, on).map((f) => f.amount));
  }

  #costsUnpaid(r: Running, on: Day): Cents {
    return most(ZERO, minus(plus(r.claim.ownCosts, this.#flatFeeSum(r, on), this.lumpSum(r, on)), r.costsPaid));
  }
  costsOpen(r: Running, on: Day): Cents {
    return this.isWaived(r.of, on) ? ZERO : this.#costsUnpaid(r, on);
  }

  /** The one fee of a matter as it is judged on a day; null: nothing has been charged for by then. */
  fee(m: RunningMatter, on: Day): MatterFee | null {
    const known = m.judged.get(on);
    if (known !== undefined) return known;
    const fee = this.#judge(m, on);
    m.judged.set(on, fee);
    return fee;
  }

  #judge(m: RunningMatter, on: Day): MatterFee | null {
    const [first] = m.demands;
    if (!first?.on || isBefore(on, first.on)) return null;
    const own = this.running.filter((r) => r.of === m);
    const claims = own.map((r) => ({ claim: r.claim, begin: r.begin, openOn: (day: Day) => principalOn(r, day) }));
    const { matter, demands, settledOn, partSettledOn } = m;
    const payments = this.#taken;
    const parts = chargedParts({ akte: this.#akte, matter, demands, claims, settledOn, partSettledOn, payments }, on);
    return this.#feeOfParts(m, parts, on);
  }

  #feeOfParts({ settledOn }: RunningMatter, parts: readonly ChargedPart[], on: Day): MatterFee | null {
    if (parts.length === 0) return null;
    const lumpSums = parts.map((part) =>
      sum(this.running.filter((r) => part.claims.includes(r.claim.id)).map((r) => this.lumpSum(r, on))),
    );
    const completedOn = settledOn ? earliest(settledOn, on) : on;
    return jointFee({ parts, completedOn, debtorOwesVat: !this.#akte.terms.deductsInputTax, lumpSums });
  }

  /**
   * Whether nothing of a matter is among these claims, while something of it is open: it stands apart with all it cost.
   */
  standsApart(m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): boolean {
    const own = this.running.filter((r) => r.of === m);
    return own.every((r) => !only.has(r.claim.id)) && own.some((r) => this.#isOpen(r, on));
  }

  /**
   * What is open of a matter's fee for parts none of whose claims is among these, while something of them is open: what
   * these claims have not added to it. A fee that is left of claims that are paid belongs to whatever of the matter is
   * asked for.
   */
  feeApart(m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): Cents {
    const open = this.feeOpen(m, on);
    if (open === ZERO || this.standsApart(m, only, on)) return open;
    const parts = this.#partsApart(m, only, on);
    const alone = this.#feeOfParts(m, parts, on)?.total ?? ZERO;
    return least(open, most(ZERO, minus(alone, this.#feePaidFor(m, parts))));
  }

  /** What is charged for these parts of a matter's fee by themselves, paid or not. */
  feeChargedApart(m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): Cents {
    const alone = this.#feeOfParts(m, this.#partsApart(m, only, on), on)?.total ?? ZERO;
    return least(this.fee(m, on)?.total ?? ZERO, alone);
  }

  #partsApart(m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): FeePart[] {
    const isApart = ({ claims }: FeePart): boolean => {
      const own = this.running.filter((r) => claims.includes(r.claim.id));
      return own.every((r) => !only.has(r.claim.id)) && own.some((r) => this.#isOpen(r, on));
    };
    return (this.fee(m, on)?.parts ?? []).filter(isApart);
  }

  /**
   * What of a matter's fee may have been paid for these parts: not what came upon a demand that asked for none of them.
   */
  #feePaidFor(m: RunningMatter, parts: readonly FeePart[]): Cents {
    const isForOthers = (paid: RunningMatter['feePaidFor'][number]): boolean =>
      parts.every((part) => !part.claims.some((id) => paid.claims.has(id)));
    return minus(m.feePaid, sum(m.feePaidFor.filter(isForOthers).map((paid) => paid.amount)));
  }

  #isOpen(r: Running, on: Day): boolean {
    return r.principal > 0 || this.costsOpen(r, on) > 0 || this.interestOpen(r, on) > 0;
  }

  /** What was agreed for instalment plans of this matter (Nr. 1000 VV RVG), owed from the day of each agreement. */
  agreed(m: RunningMatter, on: Day): Cents {
    // Where all of it was credited there was nothing to agree on.
    if (this.running.every((r) => r.of !== m || r.claim.principal === ZERO)) return ZERO;
    return sum(
      this.#akte.plans
        .filter(({ plan }) => plan.matter === m.matter.id && !isBefore(on, plan.on))
        .map(({ plan }) => plan.fee),
    );
  }

  #feeUnpaid(m: RunningMatter, on: Day): Cents {
    return most(ZERO, minus(plus(this.fee(m, on)?.total ?? ZERO, this.agreed(m, on)), m.feePaid));
  }
  feeOpen(m: RunningMatter, on: Day): Cents {
    return this.isWaived(m, on) ? ZERO : this.#feeUnpaid(m, on);
  }

  /**
   * What waivers keep from being asked for on a day, of these claims and matters, with the day and the reason of the
   * oldest.
   */
  waived(on: Day, of: readonly Running[], among: readonly RunningMatter[]): Waived | null {
    const matters = among.filter((m) => this.isWaived(m, on));
    const [oldest] = matters.flatMap((m) => this.#waivers(m, on)).sort((a, b) => (a.on < b.on ? -1 : 1));
    if (!oldest) return null;
    const claims = of.filter((r) => this.isWaived(r.of, on));
    const withInterest = of.filter((r) => this.isInterestWaived(r.of, on));
    return {
      on: oldest.on,
      reason: oldest.reason,
      costs: sum(claims.map((r) => this.#costsUnpaid(r, on))),
      interest: sum(withInterest.map((r) => this.#interestUnpaid(r, on))),
      fees: sum(matters.map((m) => this.#feeUnpaid(m, on))),
    };
  }

  #open(r: Running, on: Day, principalOnly: boolean): Open {
    if (principalOnly) return { toOwnCosts: ZERO, toFees: ZERO, toInterest: ZERO, toPrincipal: r.principal };
    return {
      toOwnCosts: this.costsOpen(r, on),
      toFees: r.of ? this.feeOpen(r.of, on) : ZERO,
      toInterest: this.interestOpen(r, on),
      toPrincipal: r.principal,
    };
  }

  /** `asked`: what the demand asked upon which this came. */
  #book(r: Running, part: Open, valueDate: Day, asked: ReadonlySet<ClaimId> | null): void {
    r.costsPaid = plus(r.costsPaid, part.toOwnCosts);
    r.interestPaid = plus(r.interestPaid, part.toInterest);
    if (r.of) r.of.feePaid = plus(r.of.feePaid, part.toFees);
    if (asked?.has(r.claim.id) && part.toFees > 0) r.of?.feePaidFor.push({ claims: asked, amount: part.toFees });
    if (part.toPrincipal === ZERO) return;
    r.principal = minus(r.principal, part.toPrincipal);
    r.steps.push({ from: plusDays(valueDate, 1), principal: r.principal });
  }

  /** The day on which a payment finds a claim in the Akte: its own, or that of a later hand-over. */
  #reachedOn({ valueDate }: Payment, claim: ClaimId): Day {
    return latest(valueDate, this.#akte.arrivals[claim]?.on ?? valueDate);
  }

  /**
   * Which hand-over of its day (1, 2 …) brought a claim that came after the day of a payment; 0: it was there by then.
   */
  #handOverOf({ valueDate }: Payment, claim: ClaimId): number {
    const { arrivals, claims } = this.#akte;
    const arrival = arrivals[claim];
    if (!arrival || !isBefore(valueDate, arrival.on)) return 0;
    const sameDay = claims.flatMap((c) => arrivals[c.id] ?? []).filter((a) => a.on === arrival.on);
    return [...new Set(sameDay.map((a) => a.handOver))].indexOf(arrival.handOver) + 1;
  }

  /**
   * Pours a payment along its route; `on`: the day whose balance it meets (its own, or that of the demand it answers).
   */
  #allocate(payment: Payment, on: Day, answered: Demand | null): Omit<PaymentSplit, 'payment' | 'inner'> {
    // A claim whose invoice came later was no debt yet: money cannot have been meant for it.
    const debts = this.running
      .filter((r) => !isBefore(payment.valueDate, r.claim.invoiceDate) && totalOf(this.#open(r, on, false)) > 0)
      .map((r) => ({
        running: r,
        claim: r.claim,
        principal: r.principal,
        burden: isInDefault(r, on) ? r.burden : 0,
        reachedOn: this.#reachedOn(payment, r.claim.id),
        handOver: this.#handOverOf(payment, r.claim.id),
      }));
    const demand = answered ?? newestBefore(this.#akte, payment);
    const asked = demand && new Set(demand.claims);
    const route = upon(payment, debts, { on, answered, demand });
    const portions = new Map<ClaimId, Open>();
    let rest = payment.amount;
    const open = (r: Running): Open => {
      const all = this.#open(r, on, route.principalOnly);
      // What comes upon a demand pays the fee that it asked, before that of claims which it left apart.
      if (!asked?.has(r.claim.id) || !r.of || route.principalOnly) return all;
      return { ...all, toFees: minus(all.toFees, this.feeApart(r.of, asked, on)) };
    };
    const give = (r: Running, amount: Cents, order: readonly (keyof Open)[]): void => {
      const { got, rest: left } = pour(amount, open(r), order);
      const given = minus(amount, left);
      if (given === ZERO) return;
      this.#book(r, got, payment.valueDate, asked);
      rest = minus(rest, given);
      const before = portions.get(r.claim.id);
      portions.set(r.claim.id, before ? together(before, got) : got);
    };
    for (const group of route.groups) {
      const [first, ...equals] = group.map((d) => d.running);
      if (!first) continue;
      if (equals.length === 0) {
        give(first, rest, LAWFUL[first.rule]);
        continue;
      }
      // The fee belongs to the matter, not to one of its claims: it goes before the shares.
      const all = [first, ...equals];
      for (const r of all) give(r, rest, ['toFees']);
      const shares = proRata(
        rest,
        all.map((r) => totalOf(open(r))),
      );
      all.forEach((r, i) => {
        give(r, shares[i] ?? ZERO, LAWFUL[r.rule]);
      });
    }
    return {
      portions: [...portions].map(([claim, parts]) => ({ claim, ...parts })),
      ground: route.ground,
      outer: { ...[...portions.values()].reduce(together, NONE), overpaid: rest },
    };
  }

  /** Books a payment; `all`: the payments that count with it, in their order, which is that of the calls. */
  take(payment: Payment, all: readonly Payment[]): PaymentSplit {
    this.#taken.push(payment);
    const demand = answeredDemand(this.#akte, all, payment)?.demand ?? null;
    const on = demand ? (this.#judgedOn ? latest(demand.asOf, this.#judgedOn) : demand.asOf) : payment.valueDate;
    this.#judgedOn = on;
    const outer = this.#allocate(payment, on, demand);
    const split = { payment, ...outer, inner: this.#inside(payment, outer, on) };
    this.#settle(on);
    return split;
  }

  /** How the mandate shares a payment between the creditor and us (reading 12). */
  #inside(payment: Payment, { outer, portions }: Pick<PaymentSplit, 'outer' | 'portions'>, on: Day): Split {
    const { innerAllocation = 'creditor-first' } = this.#akte.terms;
    switch (innerAllocation) {
      case 'lawful':
        return outer;
      case 'creditor-first':
        this.#meet(payment, portions);
        return this.#allocateInside(payment, outer, on);
      default:
        return innerAllocation satisfies never;
    }
  }

  /**
   * What a payment finds in the Akte, and what it goes to: a claim that is handed over later has no share in what was
   * booked before.
   */
  #meet(payment: Payment, portions: readonly Portion[]): void {
    const there = this.running.filter(
      ({ claim }) =>
        !isBefore(payment.valueDate, claim.invoiceDate) && this.#reachedOn(payment, claim.id) === payment.valueDate,
    );
    for (const { claim } of there) this.#met.add(claim.id);
    for (const { claim } of portions) this.#met.add(claim);
  }

  /** Creditor first: what the creditor is owed by then, and only then the agency's fees (reading 12). */
  #allocateInside(payment: Payment, outer: Split, on: Day): Split {
    const known = this.running.filter((r) => this.#met.has(r.claim.id));
    const seen: Open = {
      toPrincipal: sum(known.map((r) => r.claim.principal)),
      toInterest: sum(known.map((r) => this.accrued(r, on).total)),
      toFees: sum(this.matters.map((m) => plus(this.fee(m, on)?.total ?? ZERO, this.agreed(m, on)))),
      toOwnCosts: sum(known.map((r) => plus(r.claim.ownCosts, this.#flatFeeSum(r, on), this.lumpSum(r, on)))),
    };
    const owed = together(this.#inner, less(seen, this.#seen));
    this.#seen = seen;
    const open: Open = {
      toOwnCosts: most(ZERO, owed.toOwnCosts),
      toFees: most(ZERO, owed.toFees),
      toInterest: most(ZERO, owed.toInterest),
      toPrincipal: most(ZERO, owed.toPrincipal),
    };
    const { got, rest } = pour(minus(payment.amount, outer.overpaid), open, CREDITOR_FIRST);
    this.#inner = less(owed, got);
    return { ...got, toFees: plus(got.toFees, rest), overpaid: outer.overpaid };
  }

  /** What is paid stays paid as it was judged on that day: no interest after, no higher rate of the fee. */
  #settle(on: Day): void {
    for (const m of this.matters) this.#waiveByMandate(m, on);
    for (const r of this.running) if (r.principal === ZERO) r.settledOn ??= on;
    for (const m of this.matters) this.#settleMatter(m, on);
  }

  /** Y12: with the last cent of a matter's principals the mandate waives what came on top of them. */
  #waiveByMandate(m: RunningMatter, on: Day): void {
    const own = this.running.filter((r) => r.of === m);
    if (!this.#akte.terms.waivesCosts || own.length === 0) return;
    if (own.every((r) => r.principal === ZERO)) m.waivedOn ??= on;
  }

  #nothingOpen(claims: readonly Running[], on: Day): boolean {
    return claims.every((r) => r.principal === ZERO && this.interestOpen(r, on) === ZERO);
  }

  #isTrifle(m: RunningMatter, own: readonly Running[], on: Day): boolean {
    const rest = plus(this.feeOpen(m, on), ...own.map((r) => totalOf({ ...this.#open(r, on, false), toFees: ZERO })));
    return rest > 0 && rest < this.#akte.terms.leastAmount;
  }

  #settleMatter(m: RunningMatter, on: Day): void {
    const own = this.running.filter((r) => r.of === m);
    if (this.#isTrifle(m, own, on)) {
      // What is left is not asked for any more (reading 16): it does not grow either.
      for (const r of own) r.settledOn ??= on;
      m.settledOn ??= on;
    }
    const feePaid = this.feeOpen(m, on) === ZERO;
    if (feePaid && this.#nothingOpen(own, on)) m.settledOn ??= on;
    const parts = this.fee(m, on)?.parts ?? [];
    const isSettled = ({ claims }: FeePart): boolean =>
      this.#nothingOpen(
        own.filter((r) => claims.includes(r.claim.id)),
        on,
      );
    // What is open of the fee is the other part's where that one is not settled.
    const settled = parts.filter(isSettled);
    if (!feePaid && settled.length === parts.length) return;
    for (const { demandedOn } of settled) if (!m.partSettledOn.has(demandedOn)) m.partSettledOn.set(demandedOn, on);
  }
}
