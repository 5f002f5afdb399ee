import type { Day } from '../calendar.ts';
import { collectionFee, expensesOn, feeAt, shareOf, vatOn } from './fees.ts';
import { Rejected } from '../faults.ts';
import { COURT_ORDER_FEE, COURT_RATES, CREDIT } from '../law/figures.ts';
import { GKG, RVG, simpleFee } from '../law/fee-tables.ts';
import { inForce } from '../law/dated.ts';
import { least, minus, most, plus, type Cents } from '../money.ts';

/**
 * What Mahnbescheid and Vollstreckungsbescheid cost, position by position, in cents. Pre-court costs stand beside it,
 * not in the totals.
 */
export type CourtDunningCosts = Readonly<{
  /** Before court: Geschäftsgebühr and its own expenses. */
  preCourtFee: Cents;
  preCourtExpenses: Cents;
  /**
   * Nr. 3305, what Vorbem. 3(4) credits on it, Nr. 3308, and one set of expenses on the uncredited fees (§ 17 Nr. 2
   * RVG: a matter of its own).
   */
  application: Cents;
  credit: Cents;
  enforcementOrder: Cents;
  expenses: Cents;
  courtFee: Cents;
  totalApplication: Cents;
  totalBoth: Cents;
  totalBothWithVat: Cents;
}>;

/**
 * Nr. 1100 KV GKG: half of the court fee, never below the minimum, as of the day the application reaches the court (§
 * 71(1) GKG). Interest and costs do not raise the value (§ 43 GKG).
 */
export const courtOrderFee = (filedOn: Day, value: Cents, minimum?: Cents): Cents => {
  const law = inForce(COURT_ORDER_FEE, filedOn).value;
  if (minimum !== undefined && minimum < 0)
    throw new Rejected('fee.minimum', 'Die Mindestgebühr darf nicht negativ sein.', { field: 'minimum' });
  return most(minimum ?? law.minimum, shareOf(simpleFee(inForce(GKG, filedOn).value, value), law.rate));
};

/**
 * Vorbem. 3(4) VV RVG: half of the Geschäftsgebühr, at most 0.75 of a full fee, and only for the value that is also in
 * court; by the day of the order (§ 60 RVG).
 */
export const creditOf = (preCourtFee: Cents, courtBase: Cents, orderedOn: Day): Cents => {
  const { share, cap } = inForce(CREDIT, orderedOn).value;
  return least(shareOf(preCourtFee, share), shareOf(courtBase, cap));
};

/**
 * The costs of the court dunning for a claim, after a Geschäftsgebühr at `preCourtRate` (hundredths), which for an
 * undisputed claim up to 50 € has the small base of § 13(2) RVG here, too; the fees in court have the schedule's.
 * `orderedOn` decides the RVG, `filedOn` the GKG, `completedOn` the VAT.
 */
export const courtDunningCosts = (of: {
  orderedOn: Day;
  filedOn: Day;
  completedOn: Day;
  claim: Cents;
  preCourtRate: number;
  undisputed: boolean;
}): CourtDunningCosts => {
  const { orderedOn } = of;
  const base = simpleFee(inForce(RVG, orderedOn).value, of.claim);
  const rates = inForce(COURT_RATES, orderedOn).value;
  const preCourt = collectionFee({
    value: of.claim,
    rate: of.preCourtRate,
    orderedOn,
    completedOn: of.completedOn,
    undisputed: of.undisputed,
    debtorOwesVat: false,
  });
  const application = feeAt(base, rates.application, orderedOn);
  const enforcementOrder = feeAt(base, rates.enforcementOrder, orderedOn);
  const credit = least(creditOf(preCourt.fee, base, orderedOn), application);
  const courtFee = courtOrderFee(of.filedOn, of.claim);
  const withExpenses = (fees: Cents): Cents => plus(fees, expensesOn(fees, orderedOn));
  const both = minus(withExpenses(plus(application, enforcementOrder)), credit);
  return {
    preCourtFee: preCourt.fee,
    preCourtExpenses: preCourt.expenses,
    application,
    credit,
    enforcementOrder,
    expenses: expensesOn(plus(application, enforcementOrder), orderedOn),
    courtFee,
    totalApplication: plus(minus(withExpenses(application), credit), courtFee),
    totalBoth: plus(both, courtFee),
    totalBothWithVat: plus(both, vatOn(both, of.completedOn), courtFee),
  };
};
