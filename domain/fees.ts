import type { Day } from './calendar.ts';
import { Rejected } from './faults.ts';
import { inForce, newest } from './law/dated.ts';
import {
  COLLECTION_RATES,
  EXPENSES,
  MINIMUM_FEE,
  SETTLEMENT,
  SMALL_CLAIM_BASE,
  SMALL_CLAIM_LIMIT,
  VAT_PERCENT,
} from './law/figures.ts';
import { SCHEDULES, rvgTableOn, simpleFee, type RvgTable } from './law/fee-tables.ts';
import { ZERO, least, minus, most, plus, roundHalfUp, type Cents } from './money.ts';

/** A collection fee with all that led to it. `rate` in hundredths of a full fee; `rules` names the law in German. `credited`: the lump sum of § 288(5) BGB set off. */
export type CollectionFee = Readonly<{
  value: Cents;
  rate: number;
  table: RvgTable;
  base: Cents;
  fee: Cents;
  expenses: Cents;
  net: Cents;
  vat: Cents;
  credited: Cents;
  total: Cents;
  rules: readonly string[];
}>;

/** A share of an amount, `hundredths` 50 = half, half a cent up (§ 2(2) RVG). */
export const shareOf = (amount: Cents, hundredths: number): Cents =>
  roundHalfUp(BigInt(amount) * BigInt(hundredths), 100n);
/** A fee at a rate (hundredths of a full fee), half a cent up (§ 2(2) RVG), never below 15 € (§ 13(3) RVG). */
export const feeAt = (base: Cents, rate: number, minimum: Cents = newest(MINIMUM_FEE)): Cents => {
  if (!Number.isInteger(rate) || rate <= 0 || rate > 1_000)
    throw new Rejected(
      'fee.rate',
      'Der Gebührensatz muss größer als 0 und höchstens 10,0 sein, mit höchstens zwei Nachkommastellen.',
      { field: 'rate' },
    );
  return most(minimum, shareOf(base, rate));
};
/** Nr. 7002 VV RVG: a fifth of the fees of one matter, at most 20 €. */
export const expensesOn = (fees: Cents): Cents => {
  const { percent, cap } = newest(EXPENSES);
  return least(cap, shareOf(fees, percent));
};
/** Nr. 7008 VV RVG with § 12(1) UStG, at the rate in force when the service ended; without a day the newest. */
export const vatOn = (net: Cents, on?: Day): Cents =>
  shareOf(net, on ? inForce(VAT_PERCENT, on, 'Umsatzsteuersatz').value : newest(VAT_PERCENT));

/** A day on which a table was in force: for calculators that name the table instead of the day. */
export const dayOfTable = (table: RvgTable): Day => SCHEDULES[table].validFrom;

/**
 * The full fee (1.0) on a value, in cents: § 13(1) RVG, or for an undisputed claim up to 50 € in the hands of a collection
 * service the small base of § 13(2) (`small`). `smallBase` overrides that base where a calculator names a table, not an order date.
 */
export const baseOf = (of: {
  value: Cents;
  orderedOn: Day;
  undisputed: boolean;
  smallBase?: Cents | null;
}): Readonly<{ base: Cents; small: boolean }> => {
  const known =
    of.smallBase === undefined ? inForce(SMALL_CLAIM_BASE, of.orderedOn, 'Grundgebühr').value : of.smallBase;
  const small = of.undisputed && of.value <= SMALL_CLAIM_LIMIT ? known : null;
  return { base: small ?? simpleFee(rvgTableOn(of.orderedOn), of.value), small: small !== null };
};

/**
 * What a claim's collection may cost the debtor: at most what a lawyer could charge (§ 13e(1) RDG), Nr. 2300 VV RVG. `rate` in hundredths: for undisputed
 * claims 50 in simple cases, 90 as a rule, 130 at most (note 2); disputed up to 250. The small base of § 13(2) RVG is only for undisputed claims up to 50 €.
 * VAT only where the creditor cannot deduct it (§ 13a(1) Nr. 6 RDG). `lumpSum`: what § 288(5) sentence 3 BGB sets off, in cents.
 * `smallBase` overrides the base of § 13(2) where a calculator names a table, not an order date.
 */
export const collectionFee = (of: {
  value: Cents;
  rate: number;
  orderedOn: Day;
  undisputed: boolean;
  debtorOwesVat: boolean;
  lumpSum?: Cents;
  smallBase?: Cents | null;
}): CollectionFee => {
  const table = rvgTableOn(of.orderedOn);
  const highest = of.undisputed ? inForce(COLLECTION_RATES, of.orderedOn, 'Geschäftsgebühr').value.highest : 250;
  if (of.rate > highest)
    throw new Rejected(
      'fee.rate-too-high',
      of.undisputed
        ? 'Für eine unbestrittene Forderung sind höchstens 1,3 einer vollen Gebühr erlaubt (Nr. 2300 Anm. 2 VV RVG).'
        : 'Nr. 2300 VV RVG reicht höchstens bis 2,5.',
      { field: 'rate' },
    );
  const { base, small } = baseOf(of);
  const fee = feeAt(base, of.rate);
  const expenses = expensesOn(fee);
  const net = plus(fee, expenses);
  const vat = of.debtorOwesVat ? vatOn(net) : ZERO;
  const credited = least(of.lumpSum ?? ZERO, plus(net, vat));
  const rules = [
    `Nr. 2300 VV RVG (${String(of.rate / 100).replace('.', ',')}), § 13e Abs. 1 RDG`,
    ...(small ? ['§ 13 Abs. 2 RVG'] : ['§ 13 Abs. 1 RVG']),
    ...(fee > shareOf(base, of.rate) ? ['§ 13 Abs. 3 RVG'] : []),
    'Nr. 7002 VV RVG',
    ...(of.debtorOwesVat ? ['Nr. 7008 VV RVG'] : []),
    ...(credited > 0 ? ['§ 288 Abs. 5 Satz 3 BGB'] : []),
  ];
  return {
    value: of.value,
    rate: of.rate,
    table,
    base,
    fee,
    expenses,
    net,
    vat,
    credited,
    total: minus(plus(net, vat), credited),
    rules,
  };
};

/** The Einigungsgebühr for a mere Zahlungsvereinbarung (Nr. 1000 Nr. 2 VV RVG): its value is a share of the claim (§ 31b RVG), the base of § 13(2) does not apply. */
export const instalmentFee = (of: {
  table: RvgTable;
  claim: Cents;
  rate?: number;
  valueShare?: number;
}): { value: Cents; fee: Cents } => {
  const law = newest(SETTLEMENT);
  const share = of.valueShare ?? law.valueShare;
  if (share <= 0 || share > 100)
    throw new Rejected('fee.value-share', 'Der Anteil des Gegenstandswerts muss größer als 0 und höchstens 1 sein.', {
      field: 'valueShare',
    });
  const value = shareOf(of.claim, share);
  return { value, fee: feeAt(simpleFee(of.table, value), of.rate ?? law.instalments) };
};

/** A bill of several fees in one matter: each at least the minimum, expenses once on their sum (Nr. 7002), VAT on the whole. */
export const bill = (
  fees: readonly Cents[],
): { fees: Cents; expenses: Cents; net: Cents; vat: Cents; total: Cents } => {
  const sum = plus(...fees);
  const expenses = expensesOn(sum);
  const net = plus(sum, expenses);
  const vat = vatOn(net);
  return { fees: sum, expenses, net, vat, total: plus(net, vat) };
};

/** § 13e(1) RDG: the debtor owes what the client owes, and never more than a lawyer's bill. */
export const recoverable = (agreed: Cents, lawyer: Cents): Cents => least(agreed, lawyer);
/** § 13f RDG: collection service and lawyer together cost the debtor at most one lawyer, unless the claim was disputed only after the collection order and a lawyer was needed. */
export const recoverableTogether = (of: {
  collection: Cents;
  lawyer: Cents;
  oneLawyer: Cents;
  disputedLater: boolean;
}): Cents => (of.disputedLater ? plus(of.collection, of.lawyer) : least(plus(of.collection, of.lawyer), of.oneLawyer));
