import type { Akte, Payment } from '../akte/akte.ts';
import { pour } from './allocation.ts';
import { isBefore, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import { ZERO, minus, most, plus, sum } from '../money.ts';
import { NOTHING, minusSplit, plusSplit, type Split } from '../split.ts';
import type { Owed } from './owed.ts';
import { reachedOn } from './reached.ts';
import { CREDITOR_FIRST, type PaymentSplit, type Portion } from './payment-split.ts';

/** How the mandate shares each payment between creditor and agency (reading 12), in the order of the payments. */
export class InnerAllocation {
  readonly #akte: Akte;
  readonly #owed: Owed;
  /** What the creditor and the agency are owed by each other's order, and what of it has been seen so far. */
  #inner = NOTHING;
  #seen = NOTHING;
  readonly #met = new Set<ClaimId>();

  constructor(akte: Akte, owed: Owed) {
    this.#akte = akte;
    this.#owed = owed;
  }

  /** `outer`: how the payment was booked towards the debtor; `on`: the day whose balance it met. */
  take(payment: Payment, { outer, portions }: Pick<PaymentSplit, 'outer' | 'portions'>, on: Day): Split {
    const { innerAllocation } = this.#akte.terms;
    switch (innerAllocation) {
      case 'lawful':
        return outer;
      case 'creditor-first':
        this.#meet(payment, portions);
        return this.#creditorFirst(payment, outer, on);
      default:
        return innerAllocation satisfies never;
    }
  }

  /**
   * What a payment finds in the Akte, and what it goes to: a claim that is handed over later has no share in what was
   * booked before.
   */
  #meet(payment: Payment, portions: readonly Portion[]): void {
    const there = this.#owed.running.filter(
      ({ claim }) =>
        !isBefore(payment.valueDate, claim.invoiceDate) &&
        reachedOn(this.#akte, payment, claim.id) === payment.valueDate,
    );
    for (const { claim } of there) this.#met.add(claim.id);
    for (const { claim } of portions) this.#met.add(claim);
  }

  /** All that has come up by a day of the claims met so far, paid or not. */
  #cameUp(on: Day): Split {
    const owed = this.#owed;
    const known = owed.running.filter((r) => this.#met.has(r.claim.id));
    return {
      ...NOTHING,
      toPrincipal: sum(known.map((r) => r.claim.principal)),
      toInterest: sum(known.map((r) => owed.accrued(r, on).total)),
      toFees: sum(owed.matters.map((m) => plus(owed.fee(m, on)?.total ?? ZERO, owed.agreed(m, on)))),
      toOwnCosts: sum(known.map((r) => plus(r.claim.ownCosts, owed.flatFeeSum(r, on), owed.lumpSum(r, on)))),
    };
  }

  /** Creditor first: what the creditor is owed by then, and only then the agency's fees. */
  #creditorFirst(payment: Payment, outer: Split, on: Day): Split {
    const seen = this.#cameUp(on);
    const owed = plusSplit(this.#inner, minusSplit(seen, this.#seen));
    this.#seen = seen;
    const open: Split = {
      ...NOTHING,
      toOwnCosts: most(ZERO, owed.toOwnCosts),
      toFees: most(ZERO, owed.toFees),
      toInterest: most(ZERO, owed.toInterest),
      toPrincipal: most(ZERO, owed.toPrincipal),
    };
    const { got, rest } = pour(minus(payment.amount, outer.overpaid), open, CREDITOR_FIRST);
    this.#inner = minusSplit(owed, got);
    return { ...got, toFees: plus(got.toFees, rest), overpaid: outer.overpaid };
  }
}
