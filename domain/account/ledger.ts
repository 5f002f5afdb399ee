import type { Akte, Payment } from '../akte/akte.ts';
import { pour, proRata } from './allocation.ts';
import { isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId } from '../ids.ts';
import { byCode } from '../by-code.ts';
import { answeredDemand, newestBefore } from './demands.ts';
import type { Debt } from './designation.ts';
import type { Demand } from '../akte/demand.ts';
import type { FeePart } from './joint-fee.ts';
import { ZERO, minus, plus, type Cents } from '../money.ts';
import { plusSplit, splitOf, totalOf, type DebtPart, type Split } from '../split.ts';
import { InnerAllocation } from './inner.ts';
import { Owed } from './owed.ts';
import { handOverOf, reachedOn } from './reached.ts';
import { isInDefault, type Running, type RunningMatter } from './running.ts';
import { LAWFUL, type PaymentSplit } from './payment-split.ts';
import { upon } from './upon.ts';

/**
 * By value date. Within a day first what the debtor designated, then the larger sum: the order in which the bank or we
 * wrote it down decides nothing.
 */
export const inOrder = (a: Payment, b: Payment): number =>
  byCode(a.valueDate, b.valueDate) ||
  byCode(a.claim ?? '~', b.claim ?? '~') ||
  b.amount - a.amount ||
  byCode(a.id, b.id);

/**
 * One payment while it is poured. `on`: the day whose balance it meets (its own, or that of the demand it answers);
 * `asked`: what the demand asked upon which it came; `principalOnly`: the amount says that it is for the principal.
 */
type Pouring = Readonly<{
  payment: Payment;
  on: Day;
  asked: ReadonlySet<ClaimId> | null;
  principalOnly: boolean;
  portions: Map<ClaimId, Split>;
}> & { rest: Cents };
type RunningDebt = Debt & Readonly<{ running: Running }>;

/** The books of one Akte while payments are poured into them, day by day. */
export class Ledger {
  readonly owed: Owed;
  readonly #akte: Akte;
  readonly #inner: InnerAllocation;
  // Days only go forward: what an earlier payment has already paid in interest or fees is not judged away by a later
  // one.
  #judgedOn: Day | null = null;
  readonly #taken: Payment[] = [];

  /** `claims`: those of the Akte that there are on the day of the account. */
  constructor(akte: Akte, claims: readonly Claim[]) {
    this.#akte = akte;
    this.owed = new Owed(akte, claims, this.#taken);
    this.#inner = new InnerAllocation(akte, this.owed);
  }

  /** Books a payment; `all`: the payments that count with it, in their order, which is that of the calls. */
  take(payment: Payment, all: readonly Payment[]): PaymentSplit {
    this.#taken.push(payment);
    const demand = answeredDemand(this.#akte, all, payment);
    const on = demand ? latest(demand.asOf, this.#judgedOn ?? demand.asOf) : payment.valueDate;
    this.#judgedOn = on;
    const outer = this.#allocate(payment, on, demand);
    const split = { payment, ...outer, inner: this.#inner.take(payment, outer, on) };
    this.#settle(on);
    return split;
  }

  /** A claim whose invoice came later was no debt yet: money cannot have been meant for it. */
  #debtsFor(payment: Payment, on: Day): RunningDebt[] {
    return this.owed.running
      .filter((r) => !isBefore(payment.valueDate, r.claim.invoiceDate) && totalOf(this.owed.open(r, on, false)) > 0)
      .map((running) => ({
        running,
        claim: running.claim,
        principal: running.principal,
        burden: isInDefault(running, on) ? running.burden : 0,
        reachedOn: reachedOn(this.#akte, payment, running.claim.id),
        handOver: handOverOf(this.#akte, payment, running.claim.id),
      }));
  }

  /** Pours a payment along its route. `answered`: the demand that it answers in full and in time. */
  #allocate(payment: Payment, on: Day, answered: Demand | null): Omit<PaymentSplit, 'payment' | 'inner'> {
    const demand = answered ?? newestBefore(this.#akte, payment);
    const route = upon(payment, this.#debtsFor(payment, on), { on, answered, demand });
    const pouring: Pouring = {
      payment,
      on,
      asked: demand && new Set(demand.claims),
      principalOnly: route.principalOnly,
      portions: new Map(),
      rest: payment.amount,
    };
    for (const group of route.groups) this.#giveGroup(pouring, group);
    const { portions, rest } = pouring;
    return {
      portions: [...portions].map(([claim, { overpaid: _, ...parts }]) => ({ claim, ...parts })),
      ground: route.ground,
      outer: splitOf([...portions.values()], rest),
    };
  }

  /** Debts that the law ranks alike share. */
  #giveGroup(pouring: Pouring, group: readonly RunningDebt[]): void {
    const [first, ...equals] = group.map((d) => d.running);
    if (!first) return;
    if (equals.length === 0) {
      this.#give(pouring, first, pouring.rest, LAWFUL[first.rule]);
      return;
    }
    // The fee belongs to the matter, not to one of its claims: it goes before the shares.
    const all = [first, ...equals];
    for (const r of all) this.#give(pouring, r, pouring.rest, ['toFees']);
    const open = all.map((r) => totalOf(this.#openFor(pouring, r)));
    const shares = proRata(pouring.rest, open);
    all.forEach((r, i) => {
      this.#give(pouring, r, shares[i] ?? ZERO, LAWFUL[r.rule]);
    });
  }

  /** What comes upon a demand pays the fee that it asked, before that of claims which it left apart. */
  #openFor({ on, asked, principalOnly }: Pouring, r: Running): Split {
    const all = this.owed.open(r, on, principalOnly);
    if (!asked?.has(r.claim.id) || !r.of || principalOnly) return all;
    return { ...all, toFees: minus(all.toFees, this.owed.feeApart(r.of, asked, on)) };
  }

  #give(pouring: Pouring, r: Running, amount: Cents, order: readonly DebtPart[]): void {
    const { got, rest } = pour(amount, this.#openFor(pouring, r), order);
    const given = minus(amount, rest);
    if (given === ZERO) return;
    this.#book(r, got, pouring);
    pouring.rest = minus(pouring.rest, given);
    const before = pouring.portions.get(r.claim.id);
    pouring.portions.set(r.claim.id, before ? plusSplit(before, got) : got);
  }

  #book(r: Running, part: Split, { payment, asked }: Pouring): void {
    r.costsPaid = plus(r.costsPaid, part.toOwnCosts);
    r.interestPaid = plus(r.interestPaid, part.toInterest);
    if (r.of) r.of.feePaid = plus(r.of.feePaid, part.toFees);
    if (asked?.has(r.claim.id)) r.of?.feePaidFor.push({ claims: asked, amount: part.toFees });
    if (part.toPrincipal === ZERO) return;
    r.principal = minus(r.principal, part.toPrincipal);
    r.steps.push({ from: plusDays(payment.valueDate, 1), principal: r.principal });
  }

  /** What is paid stays paid as it was judged on that day: no interest after, no higher rate of the fee. */
  #settle(on: Day): void {
    for (const m of this.owed.matters) this.#waiveByMandate(m, on);
    for (const r of this.owed.running) if (r.principal === ZERO) r.settledOn ??= on;
    for (const m of this.owed.matters) this.#settleMatter(m, on);
  }

  /** Y12: with the last cent of a matter's principals the mandate waives what came on top of them. */
  #waiveByMandate(m: RunningMatter, on: Day): void {
    const own = this.owed.running.filter((r) => r.of === m);
    if (!this.#akte.terms.waivesCosts || own.length === 0) return;
    if (own.every((r) => r.principal === ZERO)) m.waivedOn ??= on;
  }

  #nothingOpen(claims: readonly Running[], on: Day): boolean {
    return claims.every((r) => r.principal === ZERO && this.owed.interestOpen(r, on) === ZERO);
  }

  /** Whether what is left of a matter, if anything is, is less than what is worth asking for. */
  #isTrifle(m: RunningMatter, own: readonly Running[], on: Day): boolean {
    const rest = plus(
      this.owed.feeOpen(m, on),
      ...own.map((r) => totalOf({ ...this.owed.open(r, on, false), toFees: ZERO })),
    );
    return rest < this.#akte.terms.leastAmount;
  }

  #settleMatter(m: RunningMatter, on: Day): void {
    const own = this.owed.running.filter((r) => r.of === m);
    if (this.#isTrifle(m, own, on)) {
      // What is left is not asked for any more (reading 16): it does not grow either.
      for (const r of own) r.settledOn ??= on;
      m.settledOn ??= on;
    }
    const feePaid = this.owed.feeOpen(m, on) === ZERO;
    if (feePaid && this.#nothingOpen(own, on)) m.settledOn ??= on;
    const parts = this.owed.fee(m, on)?.parts ?? [];
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
