import type { Stage } from '../procedure/states.ts';
import type { Akte, Payment, Waiver } from '../akte/akte.ts';
import { earliest, isBefore, latest, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId } from '../ids.ts';
import { chargedParts } from './fee-parts.ts';
import { interestOverTime, type Interest } from './interest.ts';
import { jointFee, type ChargedPart, type FeePart, type MatterFee } from './joint-fee.ts';
import { NOTHING, type Split } from '../split.ts';
import { ZERO, least, minus, most, plus, sum, type Cents } from '../money.ts';
import type { FeeBasis } from '../procedure/procedure.ts';
import { defaultOn, isInDefault, principalOn, started, type Running, type RunningMatter } from './running.ts';

/** A Mahngebühr as it was charged: with the demand of a day, for a stated basis. */
export type ChargedFee = Readonly<{
  on: Day;
  stage: Stage;
  amount: Cents;
  basis: FeeBasis;
  source?: string | undefined;
}>;
/**
 * What is not asked for any more, as of a day. `on` and `reason`: of the oldest waiver; `interestOn`: since when the
 * interest is not, which may be waived later; null: it is asked for.
 */
export type Waived = Readonly<{
  on: Day;
  interestOn: Day | null;
  reason: string;
  costs: Cents;
  interest: Cents;
  fees: Cents;
}>;

const WAIVED_BY_MANDATE = 'Der Gläubiger verzichtet auf die Kosten, sobald die Hauptforderung bezahlt ist.';

/** What is owed of one Akte on any day, by what has been booked so far. Nothing here books. */
export class Owed {
  readonly running: readonly Running[];
  readonly matters: readonly RunningMatter[];
  readonly #akte: Akte;
  readonly #payments: readonly Payment[];

  /** `claims`: those of the Akte that there are on the day of the account; `payments`: those booked, growing. */
  constructor(akte: Akte, claims: readonly Claim[], payments: readonly Payment[]) {
    const { matters, running } = started(akte, claims);
    this.#akte = akte;
    this.#payments = payments;
    this.matters = matters;
    this.running = running;
  }

  /** All interest of a claim up to and including a day: from the first day of default, on the principal of each day. */
  accrued(r: Running, on: Day): Interest {
    if (r.lastAccrued?.on !== on) r.lastAccrued = { on, interest: this.#accrue(r, on) };
    return r.lastAccrued.interest;
  }

  #accrue(r: Running, on: Day): Interest {
    const until = r.settledOn ? earliest(r.settledOn, on) : on;
    const begin = defaultOn(r, on);
    const steps = begin ? r.steps.map((s) => ({ ...s, from: latest(s.from, begin.since) })) : [];
    return interestOverTime(steps, until, { margin: r.burden }, this.#akte.terms.dayCount);
  }

  /** The waivers that hold for a matter on a day: a person's and the mandate's. What was paid before stays paid. */
  #waivers(m: RunningMatter | undefined, on: Day): Waiver[] {
    const byMandate = m?.waivedOn ? { on: m.waivedOn, interest: m.waivedOn, reason: WAIVED_BY_MANDATE } : null;
    return [m?.matter.waiver ?? null, byMandate].filter((w) => w !== null).filter((w) => !isBefore(on, w.on));
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
    const begin = defaultOn(r, r.settledOn ? earliest(r.settledOn, on) : on);
    return r.lump !== null && begin && principalOn(r, begin.since) > 0 ? r.lump : ZERO;
  }

  /**
   * The Mahngebühren a claim bears by a day (readings 6 and 7): of each stage one, with the first demand that went out
   * while the claim was in default already and something of it was open.
   */
  flatFees(r: Running, on: Day): ChargedFee[] {
    const charged = new Map<string, ChargedFee>();
    for (const { key, demand, on: sentOn } of r.charging) {
      const fee = demand.flatFee;
      if (!fee || isBefore(on, sentOn) || !isInDefault(r, sentOn) || principalOn(r, sentOn) <= 0) continue;
      const stage = `${key.matter}-${key.stage}`;
      if (!charged.has(stage))
        charged.set(stage, { on: sentOn, stage: key.stage, amount: fee.amount, basis: fee.basis, source: fee.source });
    }
    return [...charged.values()];
  }
  /** All Mahngebühren that a claim bears by a day. */
  flatFeeSum(r: Running, on: Day): Cents {
    return sum(this.flatFees(r, on).map((f) => f.amount));
  }

  #costsUnpaid(r: Running, on: Day): Cents {
    return most(ZERO, minus(plus(r.claim.ownCosts, this.flatFeeSum(r, on), this.lumpSum(r, on)), r.costsPaid));
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
    const own = this.running.filter((r) => r.of === m);
    const claims = own.map((r) => ({ claim: r.claim, begin: r.begin, openOn: (day: Day) => principalOn(r, day) }));
    const { matter, demands, settledOn, partSettledOn } = m;
    const payments = this.#payments;
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
   * What is open of the fee of a matter that does not stand apart, for parts none of whose claims is among these, while
   * something of them is open: what these claims have not added to it. A fee that is left of claims that are paid
   * belongs to whatever of the matter is asked for.
   */
  feeApart(m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): Cents {
    const parts = this.#partsApart(m, only, on);
    const alone = this.#feeOfParts(m, parts, on)?.total ?? ZERO;
    return least(this.feeOpen(m, on), most(ZERO, minus(alone, this.#feePaidFor(m, parts))));
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
   * oldest, and the day of the oldest that takes the interest, too.
   */
  waived(on: Day, of: readonly Running[], among: readonly RunningMatter[]): Waived | null {
    const matters = among.filter((m) => this.isWaived(m, on));
    const waivers = matters.flatMap((m) => this.#waivers(m, on)).sort((a, b) => (a.on < b.on ? -1 : 1));
    const [oldest] = waivers;
    if (!oldest) return null;
    const interestDays = waivers.flatMap((w) => (w.interest !== null && !isBefore(on, w.interest) ? [w.interest] : []));
    const claims = of.filter((r) => this.isWaived(r.of, on));
    const withInterest = of.filter((r) => this.isInterestWaived(r.of, on));
    return {
      on: oldest.on,
      interestOn: interestDays.sort()[0] ?? null,
      reason: oldest.reason,
      costs: sum(claims.map((r) => this.#costsUnpaid(r, on))),
      interest: sum(withInterest.map((r) => this.#interestUnpaid(r, on))),
      fees: sum(matters.map((m) => this.#feeUnpaid(m, on))),
    };
  }

  /** What is open of a claim; `principalOnly`: a payment on it goes to its principal alone. */
  open(r: Running, on: Day, principalOnly: boolean): Split {
    if (principalOnly) return { ...NOTHING, toPrincipal: r.principal };
    return {
      ...NOTHING,
      toOwnCosts: this.costsOpen(r, on),
      toFees: r.of ? this.feeOpen(r.of, on) : ZERO,
      toInterest: this.interestOpen(r, on),
      toPrincipal: r.principal,
    };
  }
}
