import { day, type Day } from './calendar.ts';
import { rvgTableOn, simpleFee, smallClaimBase, type RvgTable } from './law/fee-tables.ts';
import { ZERO, cents, least, most, plus, roundHalfUp, type Cents } from './money.ts';

export type CollectionFee = Readonly<{ value: Cents; rate: number; table: RvgTable; base: Cents; fee: Cents; expenses: Cents; net: Cents; vat: Cents; total: Cents; rules: readonly string[] }>;

/** § 13(3) RVG */
const MINIMUM = cents(15_00);
/** Nr. 7002 VV RVG: a fifth of the fees, at most 20 €. */
const EXPENSES_CAP = cents(20_00);

/** A fee at a rate (hundredths of a full fee), half a cent up (§ 2(2)), never below 15 € (§ 13(3) RVG). */
export const feeAt = (base: Cents, rate: number): Cents => most(MINIMUM, roundHalfUp(BigInt(base) * BigInt(rate), 100n));
export const expensesOn = (fees: Cents): Cents => least(EXPENSES_CAP, roundHalfUp(BigInt(fees), 5n));
/** Nr. 7008 VV RVG with § 12(1) UStG. */
export const vatOn = (net: Cents): Cents => roundHalfUp(BigInt(net) * 19n, 100n);

/**
 * What an undisputed claim's collection may cost the debtor: at most what a lawyer could charge (§ 13e(1) RDG), Nr. 2300 VV RVG with
 * its note 2. `rate` in hundredths: 50 in simple cases, 90 else. VAT only where the creditor cannot deduct it (§ 13a(1) Nr. 6 RDG).
 */
export const collectionFee = (of: { value: Cents; rate: number; orderedOn: Day; undisputed: boolean; debtorOwesVat: boolean }): CollectionFee => {
  const table = rvgTableOn(of.orderedOn);
  const small = of.undisputed && of.value <= 50_00 ? smallClaimBase(of.orderedOn) : null;
  const base = small ?? simpleFee(table, of.value);
  const fee = feeAt(base, of.rate);
  const expenses = expensesOn(fee);
  const net = plus(fee, expenses);
  const vat = of.debtorOwesVat ? vatOn(net) : ZERO;
  const rules = [`Nr. 2300 VV RVG (${String(of.rate / 100).replace('.', ',')}), § 13e Abs. 1 RDG`, ...(small ? ['§ 13 Abs. 2 RVG'] : ['§ 13 Abs. 1 RVG']),
    ...(fee === MINIMUM ? ['§ 13 Abs. 3 RVG'] : []), 'Nr. 7002 VV RVG', ...(of.debtorOwesVat ? ['Nr. 7008 VV RVG'] : [])];
  return { value: of.value, rate: of.rate, table, base, fee, expenses, net, vat, total: plus(net, vat), rules };
};

/** From this day a case paid within two weeks counts as simple (VV 2300 note 2, current wording). */
export const TWO_WEEKS_RULE_SINCE = day('2025-06-01');
