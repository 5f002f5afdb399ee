import { expensesOn, feeAt, shareOf, vatOn } from './fees.ts';
import { Rejected } from './faults.ts';
import { COURT_ORDER_FEE, COURT_RATES, CREDIT } from './law/figures.ts';
import { SCHEDULES, simpleFee, type GkgTable, type RvgTable } from './law/fee-tables.ts';
import { inForce, newest } from './law/dated.ts';
import { least, minus, most, plus, type Cents } from './money.ts';

/** What Mahnbescheid and Vollstreckungsbescheid cost, position by position, in cents. Pre-court costs stand beside it, not in the totals. */
export type CourtDunningCosts = Readonly<{
  /** Before court: Geschäftsgebühr and its own expenses. */
  preCourtFee: Cents;
  preCourtExpenses: Cents;
  /** Nr. 3305, what Vorbem. 3(4) credits on it, Nr. 3308, and one set of expenses on the uncredited fees (§ 17 Nr. 2 RVG: a matter of its own). */
  application: Cents;
  credit: Cents;
  enforcementOrder: Cents;
  expenses: Cents;
  courtFee: Cents;
  totalApplication: Cents;
  totalBoth: Cents;
  totalBothWithVat: Cents;
}>;

/** Nr. 1100 KV GKG: half of the court fee, never below the minimum (38 € since 1 June 2025). Interest and costs do not raise the value (§ 43 GKG). */
export const courtOrderFee = (table: GkgTable, value: Cents, minimum?: Cents): Cents => {
  const law = inForce(COURT_ORDER_FEE, SCHEDULES[table].validFrom, 'Nr. 1100 KV GKG').value;
  if (minimum !== undefined && minimum < 0)
    throw new Rejected('fee.minimum', 'Die Mindestgebühr darf nicht negativ sein.', { field: 'minimum' });
  return most(minimum ?? law.minimum, shareOf(simpleFee(table, value), law.rate));
};

/** Vorbem. 3(4) VV RVG: half of the Geschäftsgebühr, at most 0.75 of a full fee, and only for the value that is also in court. */
export const creditOf = (preCourtFee: Cents, courtBase: Cents): Cents => {
  const { share, cap } = newest(CREDIT);
  return least(shareOf(preCourtFee, share), shareOf(courtBase, cap));
};

/** The rate of a fee with further clients (Nr. 1008 VV RVG): 0.3 for each, together at most 2.0 more. Hundredths. */
export const rateForClients = (rate: number, clients: number): number => {
  if (!Number.isInteger(clients) || clients < 1)
    throw new Rejected('fee.clients', 'Es muss mindestens einen Auftraggeber geben, und nur ganze.', {
      field: 'clients',
    });
  const { furtherClient, furtherClientsCap } = newest(COURT_RATES);
  return rate + Math.min(furtherClientsCap, (clients - 1) * furtherClient);
};

/** The costs of the court dunning for a claim, after a Geschäftsgebühr at `preCourtRate` (hundredths). */
export const courtDunningCosts = (of: {
  rvg: RvgTable;
  gkg: GkgTable;
  claim: Cents;
  preCourtRate: number;
}): CourtDunningCosts => {
  const base = simpleFee(of.rvg, of.claim);
  const rates = newest(COURT_RATES);
  const preCourtFee = feeAt(base, of.preCourtRate);
  const application = feeAt(base, rates.application),
    enforcementOrder = feeAt(base, rates.enforcementOrder);
  const credit = least(creditOf(preCourtFee, base), application);
  const courtFee = courtOrderFee(of.gkg, of.claim);
  const withExpenses = (fees: Cents): Cents => plus(fees, expensesOn(fees));
  const both = minus(withExpenses(plus(application, enforcementOrder)), credit);
  return {
    preCourtFee,
    preCourtExpenses: expensesOn(preCourtFee),
    application,
    credit,
    enforcementOrder,
    expenses: expensesOn(plus(application, enforcementOrder)),
    courtFee,
    totalApplication: plus(minus(withExpenses(application), credit), courtFee),
    totalBoth: plus(both, courtFee),
    totalBothWithVat: plus(both, vatOn(both), courtFee),
  };
};
