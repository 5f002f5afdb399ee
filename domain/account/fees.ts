import type { Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { inForce, type Dated } from '../law/dated.ts';
import { COLLECTION_RATES, EXPENSES, MINIMUM_FEE, SETTLEMENT, SMALL_CLAIM, VAT_PERCENT } from '../law/figures.ts';
import { RVG, simpleFee, type RvgTable, type Schedule } from '../law/fee-tables.ts';
import { ZERO, formatHundredths, least, minus, most, plus, roundHalfUp, type Cents } from '../money.ts';

type ValueOf<Table> = Table extends Readonly<{ rows: readonly Dated<infer T>[] }> ? T : never;
/**
 * The rows of the law that a collection fee was computed by; whoever explains the fee prints these. `vat` of the day of
 * completion, all others of the day of the order.
 */
export type FeeLaw = Readonly<{
  schedule: Dated<Schedule<RvgTable>>;
  rates: Dated<ValueOf<typeof COLLECTION_RATES>>;
  smallClaim: Dated<ValueOf<typeof SMALL_CLAIM>>;
  minimum: Dated<Cents>;
  expenses: Dated<ValueOf<typeof EXPENSES>>;
  vat: Dated<number>;
}>;
/**
 * A collection fee with all that led to it. `rate` in hundredths of a full fee; `rules` names the law in German.
 * `credited`: the lump sum of § 288(5) BGB set off.
 */
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
  law: FeeLaw;
}>;

/** A share of an amount, `hundredths` 50 = half, half a cent up (§ 2(2) RVG). */
export const shareOf = (amount: Cents, hundredths: number): Cents =>
  roundHalfUp(BigInt(amount) * BigInt(hundredths), 100n);
/**
 * A fee at a rate (hundredths of a full fee), half a cent up (§ 2(2) RVG), never below the least fee of the day of the
 * order (§ 13(3) RVG).
 */
export const feeAt = (base: Cents, rate: number, orderedOn: Day): Cents => {
  if (!Number.isInteger(rate) || rate <= 0 || rate > 1_000)
    throw new Rejected(
      'fee.rate',
      'Der Gebührensatz muss größer als 0 und höchstens 10,0 sein, mit höchstens zwei Nachkommastellen.',
      { field: 'rate' },
    );
  return most(inForce(MINIMUM_FEE, orderedOn).value, shareOf(base, rate));
};
/** Nr. 7002 VV RVG: a share of the fees of one matter, up to a cap, as of the day of the order. */
export const expensesOn = (fees: Cents, orderedOn: Day): Cents => {
  const { percent, cap } = inForce(EXPENSES, orderedOn).value;
  return least(cap, shareOf(fees, percent));
};
/** Nr. 7008 VV RVG with § 12(1) UStG, at the rate of the day on which the service was completed (§ 27(1) UStG). */
export const vatOn = (net: Cents, completedOn: Day): Cents => shareOf(net, inForce(VAT_PERCENT, completedOn).value);

const refuseRate = (rate: number, undisputed: boolean, rates: FeeLaw['rates']): void => {
  const highest = undisputed ? rates.value.highest : rates.value.disputed;
  if (rate > highest)
    throw new Rejected(
      'fee.rate-too-high',
      undisputed
        ? `Für eine unbestrittene Forderung sind höchstens ${formatHundredths(highest)} einer vollen Gebühr erlaubt (${rates.source}).`
        : `Nr. 2300 VV RVG reicht höchstens bis ${formatHundredths(highest)}.`,
      { field: 'rate' },
    );
};

/**
 * The rows a collection fee is computed by (§ 60 RVG: those of the day of the order; VAT: of the day of completion).
 */
export const feeLawOf = (orderedOn: Day, completedOn: Day): FeeLaw => ({
  schedule: inForce(RVG, orderedOn),
  rates: inForce(COLLECTION_RATES, orderedOn),
  smallClaim: inForce(SMALL_CLAIM, orderedOn),
  minimum: inForce(MINIMUM_FEE, orderedOn),
  expenses: inForce(EXPENSES, orderedOn),
  vat: inForce(VAT_PERCENT, completedOn),
});

/**
 * The full fee (1.0) on a value, in cents: § 13(1) RVG, or for an undisputed claim up to 50 € in the hands of a
 * collection service the small base of § 13(2) (`small`), wherever the Geschäftsgebühr is used. By the law of the day
 * of the order.
 */
export const baseOf = (of: {
  value: Cents;
  orderedOn: Day;
  undisputed: boolean;
}): Readonly<{ base: Cents; small: boolean }> => {
  const own = inForce(SMALL_CLAIM, of.orderedOn).value;
  const full = simpleFee(inForce(RVG, of.orderedOn).value, of.value);
  return own && of.undisputed && of.value <= own.upTo ? { base: own.base, small: true } : { base: full, small: false };
};

/**
 * What a claim's collection may cost the debtor: at most what a lawyer could charge (§ 13e(1) RDG), Nr. 2300 VV RVG.
 * `rate` in hundredths: for undisputed claims 50 in simple cases, 90 as a rule, 130 at most (note 2); disputed up to
 * 250. The small base of § 13(2) RVG is only for undisputed claims up to 50 €. All by the law of the day of the order
 * (§ 60 RVG), but for VAT: only where the creditor cannot deduct it (§ 13a(1) Nr. 6 RDG), at the rate of the day on
 * which the matter was completed, or of the day for which is asked while it runs (`completedOn`). `lumpSum`: what §
 * 288(5) sentence 3 BGB sets off, in cents.
 */
export const collectionFee = (of: {
  value: Cents;
  rate: number;
  orderedOn: Day;
  completedOn: Day;
  undisputed: boolean;
  debtorOwesVat: boolean;
  lumpSum?: Cents;
}): CollectionFee => {
  const law = feeLawOf(of.orderedOn, of.completedOn);
  refuseRate(of.rate, of.undisputed, law.rates);
  const { base, small } = baseOf(of);
  const fee = feeAt(base, of.rate, of.orderedOn);
  const expenses = expensesOn(fee, of.orderedOn);
  const net = plus(fee, expenses);
  const vat = of.debtorOwesVat ? vatOn(net, of.completedOn) : ZERO;
  const credited = least(of.lumpSum ?? ZERO, plus(net, vat));
  const rules = [
    `Nr. 2300 VV RVG (${formatHundredths(of.rate)}), § 13e Abs. 1 RDG`,
    small ? '§ 13 Abs. 2 RVG' : '§ 13 Abs. 1 RVG',
    ...(fee > shareOf(base, of.rate) ? ['§ 13 Abs. 3 RVG'] : []),
    'Nr. 7002 VV RVG',
    ...(of.debtorOwesVat ? ['Nr. 7008 VV RVG'] : []),
    ...(credited > 0 ? ['§ 288 Abs. 5 Satz 3 BGB'] : []),
  ];
  return {
    value: of.value,
    rate: of.rate,
    table: law.schedule.value.name,
    base,
    fee,
    expenses,
    net,
    vat,
    credited,
    total: minus(plus(net, vat), credited),
    rules,
    law,
  };
};

/**
 * The Einigungsgebühr for a mere Zahlungsvereinbarung (Nr. 1000 Nr. 2 VV RVG): its value is a share of the claim (§ 31b
 * RVG), the base of § 13(2) does not apply. By the law of the day of the order (§ 60 RVG); `rate` in hundredths and
 * `valueShare` in percent stand in for the law's own. `law`: the row it was computed by.
 */
export const instalmentFee = (of: {
  orderedOn: Day;
  claim: Cents;
  rate?: number;
  valueShare?: number;
}): Readonly<{ value: Cents; fee: Cents; law: Dated<ValueOf<typeof SETTLEMENT>> }> => {
  const law = inForce(SETTLEMENT, of.orderedOn);
  const share = of.valueShare ?? law.value.valueShare;
  if (share <= 0 || share > 100)
    throw new Rejected('fee.value-share', 'Der Anteil des Gegenstandswerts muss größer als 0 und höchstens 1 sein.', {
      field: 'valueShare',
    });
  const value = shareOf(of.claim, share);
  const full = simpleFee(inForce(RVG, of.orderedOn).value, value);
  return { value, fee: feeAt(full, of.rate ?? law.value.instalments, of.orderedOn), law };
};

/**
 * A bill of several fees in one matter: expenses once on their sum (Nr. 7002) by the day of the order, VAT on the whole
 * by the day of completion.
 */
export const bill = (
  fees: readonly Cents[],
  { orderedOn, completedOn }: Readonly<{ orderedOn: Day; completedOn: Day }>,
): { fees: Cents; expenses: Cents; net: Cents; vat: Cents; total: Cents } => {
  const sum = plus(...fees);
  const expenses = expensesOn(sum, orderedOn);
  const net = plus(sum, expenses);
  const vat = vatOn(net, completedOn);
  return { fees: sum, expenses, net, vat, total: plus(net, vat) };
};
