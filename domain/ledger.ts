import type { Akte, Matter, Message, Payment } from './akte.ts';
import { ORDERS, pour, proRata, type AllocationRule } from './allocation.ts';
import { earliest, isBefore, latest, plusDays, type Day } from './calendar.ts';
import type { Claim, ClaimId } from './claim.ts';
import { endOfPeriod } from './deadlines.ts';
import { POSTAL_DAYS, beginOfDefault, type Default } from './default.ts';
import { answeredDemand, feeDemands, statedRate, stoppedByDisputes } from './demands.ts';
import { routeOf } from './designation.ts';
import { allocationRuleOf, lumpSumRow, marginRow } from './entitlement.ts';
import { collectionFee, type CollectionFee } from './fees.ts';
import { interestOverTime, type Interest, type PrincipalStep } from './interest.ts';
import { inForce } from './law/dated.ts';
import { COLLECTION_RATES, SIMPLE_CASE_PERIOD } from './law/figures.ts';
import { ZERO, minus, most, plus, sum, type Cents } from './money.ts';
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
/** One payment in both views: outer § 367 BGB towards the debtor, inner as the mandate says, by itself creditor first (reading 12); totals are equal. */
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

/** The fee of a matter as it is judged on a day, the demand that brought it about, and until when the case counts as a simple one; `reduced`: our demand asks for less than the law gives. */
export type FeeOn = Readonly<{
  fee: CollectionFee | null;
  demandedOn: Day | null;
  simpleUntil: Day | null;
  reduced: boolean;
}>;
/** `demands`: what the matter asked a fee with. `judged`: asked for many times between two bookings; what was judged for a day stays true, a booking changes only the days after it. */
type RunningMatter = {
  matter: Matter;
  demands: readonly Message[];
  judged: Map<Day, FeeOn>;
  feePaid: Cents;
  settledOn: Day | null;
};
/** `of`: its matter; `lump`: what § 288(5) BGB gives for this claim; `charging`: the demands with a Mahngebühr that it bears. */
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

type Waiver = NonNullable<Akte['waiver']>;

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

/** By value date. Within a day first what the debtor designated, then the larger sum: the order in which the bank or we wrote it down decides nothing. */
export const inOrder = (a: Payment, b: Payment): number => {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.valueDate, b.valueDate) || text(a.claim ?? '~', b.claim ?? '~') || b.amount - a.amount || text(a.id, b.id)
  );
};

export const isInDefault = (r: Running, on: Day): boolean => r.begin !== null && !isBefore(on, r.begin.since);
const principalOn = (r: Running, on: Day): Cents => r.steps.findLast((s) => s.from <= on)?.principal ?? ZERO;

/** The account of one Akte while payments are poured into it, day by day. */
export class Ledger {
  readonly running: Running[];
  readonly matters: RunningMatter[];
  readonly #akte: Akte;
  #inner: Open = NONE;
  #seen: Open = NONE;
  #waiver: Waiver | null;
  // Days only go forward: what an earlier payment has already paid in interest or fees is not judged away by a later one.
  #judgedOn: Day | null = null;

  /** `claims`: those of the Akte that there are on the day of the account. */
  constructor(akte: Akte, claims: readonly Claim[]) {
    this.#akte = akte;
    this.#waiver = akte.waiver;
    this.matters = akte.matters.map((matter) => ({
      matter,
      demands: feeDemands(akte, matter.id),
      judged: new Map(),
      feePaid: ZERO,
      settledOn: null,
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

  /** The waiver that holds on a day; what was paid before it stays paid. */
  waiverOn(on: Day): Waiver | null {
    return this.#waiver && !isBefore(on, this.#waiver.on) ? this.#waiver : null;
  }

  #interestUnpaid(r: Running, on: Day): Cents {
    return most(ZERO, minus(this.accrued(r, on).total, r.interestPaid));
  }
  #interestIsWaived(on: Day): boolean {
    const from = this.waiverOn(on)?.interest;
    return from ? !isBefore(on, from) : false;
  }
  interestOpen(r: Running, on: Day): Cents {
    return this.#interestIsWaived(on) ? ZERO : this.#interestUnpaid(r, on);
  }

  /** § 288(5) BGB: owed once, when default begins while something of the principal is open. */
  lumpSum(r: Running, on: Day): Cents {
    if (r.lump === null || !r.begin || !isInDefault(r, r.settledOn ? earliest(r.settledOn, on) : on)) return ZERO;
    return principalOn(r, r.begin.since) > 0 ? r.lump : ZERO;
  }

  /** The Mahngebühren a claim bears by a day (readings 6 and 7): of each stage one, with the first demand that went out while the claim was in default already and something of it was open. */
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
    return this.waiverOn(on) ? ZERO : this.#costsUnpaid(r, on);
  }

  /** The fee on the sum of what was open and in default when costs were first rightly demanded; simple while the case is settled in two weeks (Nr. 2300 Anm. 2 VV RVG). */
  fee(m: RunningMatter, on: Day): FeeOn {
    const known = m.judged.get(on) ?? this.#judge(m, on);
    m.judged.set(on, known);
    return known;
  }

  #judge(m: RunningMatter, on: Day): FeeOn {
    for (const demand of m.demands) {
      const demandedOn = demand.on;
      if (!demandedOn || isBefore(on, demandedOn)) break;
      // Reading 7: the demand that itself brings default about cannot be charged for; the next one can.
      const charged = this.running.filter(
        (r) => r.of === m && isInDefault(r, demandedOn) && principalOn(r, demandedOn) > 0,
      );
      const value = sum(charged.map((r) => principalOn(r, demandedOn)));
      if (value <= 0) continue;
      const orderedOn = m.matter.on;
      const simpleUntil = stoppedByDisputes(
        this.#akte,
        endOfPeriod(
          plusDays(demandedOn, demand.key.channel === 'letter' ? POSTAL_DAYS : 0),
          inForce(SIMPLE_CASE_PERIOD, orderedOn, 'Frist des einfachen Falls').value,
          this.#akte.debtor.land ?? null,
        ),
        demandedOn,
        on,
      );
      const judged = m.settledOn ? earliest(m.settledOn, on) : on;
      const rates = inForce(COLLECTION_RATES, orderedOn, 'Geschäftsgebühr').value;
      const [lawful, stated] = [
        isBefore(simpleUntil, judged) ? rates.usual : rates.simple,
        statedRate(m.demands, judged),
      ];
      const lumpSum = sum(charged.map((r) => this.lumpSum(r, on)));
      return {
        fee: collectionFee({
          value,
          rate: Math.min(lawful, stated),
          orderedOn,
          undisputed: true,
          debtorOwesVat: !this.#akte.terms.deductsInputTax,
          lumpSum,
        }),
        demandedOn,
        simpleUntil,
        reduced: stated < lawful,
      };
    }
    return { fee: null, demandedOn: null, simpleUntil: null, reduced: false };
  }

  /** What was agreed for instalment plans of this matter (Nr. 1000 VV RVG), owed from the day of each agreement. */
  agreed(m: RunningMatter, on: Day): Cents {
    return sum(
      this.#akte.plans
        .filter(({ plan }) => plan.matter === m.matter.id && !isBefore(on, plan.on))
        .map(({ plan }) => plan.fee),
    );
  }

  #feeUnpaid(m: RunningMatter, on: Day): Cents {
    return most(ZERO, minus(plus(this.fee(m, on).fee?.total ?? ZERO, this.agreed(m, on)), m.feePaid));
  }
  feeOpen(m: RunningMatter, on: Day): Cents {
    return this.waiverOn(on) ? ZERO : this.#feeUnpaid(m, on);
  }

  /** What the waiver keeps from being asked for on a day. */
  waived(on: Day): Waived | null {
    const waiver = this.waiverOn(on);
    return (
      waiver && {
        on: waiver.on,
        reason: waiver.reason,
        costs: sum(this.running.map((r) => this.#costsUnpaid(r, on))),
        interest: this.#interestIsWaived(on) ? sum(this.running.map((r) => this.#interestUnpaid(r, on))) : ZERO,
        fees: sum(this.matters.map((m) => this.#feeUnpaid(m, on))),
      }
    );
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

  #book(r: Running, part: Open, valueDate: Day): void {
    r.costsPaid = plus(r.costsPaid, part.toOwnCosts);
    r.interestPaid = plus(r.interestPaid, part.toInterest);
    if (r.of) r.of.feePaid = plus(r.of.feePaid, part.toFees);
    if (part.toPrincipal === ZERO) return;
    r.principal = minus(r.principal, part.toPrincipal);
    r.steps.push({ from: plusDays(valueDate, 1), principal: r.principal });
  }

  /** Pours a payment along its route; `on`: the day whose balance it meets (its own, or that of the demand it answers). */
  #allocate(payment: Payment, on: Day, asDemanded: boolean): Omit<PaymentSplit, 'payment' | 'inner'> {
    // A claim whose invoice came later was no debt yet: money cannot have been meant for it.
    const debts = this.running
      .filter((r) => !isBefore(payment.valueDate, r.claim.invoiceDate) && totalOf(this.#open(r, on, false)) > 0)
      .map((r) => ({ running: r, claim: r.claim, principal: r.principal, burden: isInDefault(r, on) ? r.burden : 0 }));
    const route = asDemanded
      ? {
          ...routeOf({ ...payment, amount: ZERO }, debts, on),
          ground:
            'Damit ist beglichen, was unsere Zahlungsaufforderung verlangt hat; Zinsen seit ihrem Tag erheben wir nicht.',
        }
      : routeOf(payment, debts, on);
    const portions = new Map<ClaimId, Open>();
    let rest = payment.amount;
    const give = (r: Running, amount: Cents, order: readonly (keyof Open)[]): void => {
      const { got, rest: left } = pour(amount, this.#open(r, on, route.principalOnly), order);
      const given = minus(amount, left);
      if (given === ZERO) return;
      this.#book(r, got, payment.valueDate);
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
        all.map((r) => totalOf(this.#open(r, on, route.principalOnly))),
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
    const demand = answeredDemand(this.#akte, all, payment)?.demand;
    const on = demand ? (this.#judgedOn ? latest(demand.asOf, this.#judgedOn) : demand.asOf) : payment.valueDate;
    this.#judgedOn = on;
    const outer = this.#allocate(payment, on, Boolean(demand));
    const split = { payment, ...outer, inner: this.#inside(payment, outer.outer, on) };
    this.#settle(on);
    return split;
  }

  /** How the mandate shares a payment between the creditor and us (reading 12). */
  #inside(payment: Payment, outer: Split, on: Day): Split {
    const { innerAllocation } = this.#akte.terms;
    switch (innerAllocation) {
      case 'lawful':
        return outer;
      case 'creditor-first':
        return this.#allocateInside(payment, outer, on);
      default:
        return innerAllocation satisfies never;
    }
  }

  /** Creditor first: what the creditor is owed by then, and only then the agency's fees (reading 12). */
  #allocateInside(payment: Payment, outer: Split, on: Day): Split {
    const known = this.running.filter((r) => !isBefore(payment.valueDate, r.claim.invoiceDate));
    const seen: Open = {
      toPrincipal: sum(known.map((r) => r.claim.principal)),
      toInterest: sum(known.map((r) => this.accrued(r, on).total)),
      toFees: sum(this.matters.map((m) => plus(this.fee(m, on).fee?.total ?? ZERO, this.agreed(m, on)))),
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
    // Y12: with the last cent of the principals the mandate waives what came on top.
    if (this.#akte.terms.waivesCosts && !this.#waiver && this.running.every((r) => r.principal === ZERO))
      this.#waiver = {
        on,
        interest: on,
        reason: 'Der Gläubiger verzichtet auf die Kosten, sobald die Hauptforderung bezahlt ist.',
      };
    for (const r of this.running) if (r.principal === ZERO) r.settledOn ??= on;
    for (const m of this.matters) {
      const own = this.running.filter((r) => r.of === m);
      if (
        m.settledOn === null &&
        own.every((r) => r.principal === ZERO && this.interestOpen(r, on) === ZERO) &&
        this.feeOpen(m, on) === ZERO
      )
        m.settledOn = on;
    }
  }
}
