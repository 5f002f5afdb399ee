import { earliest, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import { baseOf, expensesOn, feeAt, feeLawOf, shareOf, vatOn, type FeeLaw } from './fees.ts';
import type { RvgTable } from '../law/fee-tables.ts';
import { ZERO, formatHundredths, least, minus, most, plus, sum, type Cents } from '../money.ts';

/**
 * Claims of a matter that were first charged for with the same demand, and what they are charged: `rate` in hundredths
 * of a full fee, `fee` in cents: what they add to the `before` of the parts before them at the same rate, which with
 * them are one object of `upTo` with `base` as its full fee. `orderedOn`: the day the creditor's collection order took
 * effect for them; `simpleUntil`: the last day of the simple case (note 2 to Nr. 2300 VV RVG); `reduced`: our demand
 * asks for less than the law gives; `byPlan`: the simple case lasts because a plan agreed on this demand is kept.
 */
export type FeePart = Readonly<{
  claims: readonly ClaimId[];
  value: Cents;
  upTo: Cents;
  rate: number;
  base: Cents;
  before: Cents;
  fee: Cents;
  orderedOn: Day;
  demandedOn: Day;
  simpleUntil: Day;
  reduced: boolean;
  byPlan: boolean;
}>;
/** A part before its fee is computed. */
export type ChargedPart = Omit<FeePart, 'upTo' | 'base' | 'before' | 'fee'>;
/** All parts at one rate: one object, one fee on the sum of its values (§ 15(1), (2), § 22(1) RVG). */
export type FeeAtRate = Readonly<{ claims: readonly ClaimId[]; value: Cents; rate: number; base: Cents; fee: Cents }>;

/**
 * The one fee of one matter (§ 15(1), (2) RVG), in cents. `rates`: what has one rate is charged on its sum. `cap`: what
 * has different rates is computed apart, and together never more than the fee on the joint value at the highest rate (§
 * 15(3) RVG); it stands here where it takes effect. `fee` after the cap, `net` with expenses, `credited` the lump sum
 * of § 288(5) BGB set off, `total` what the debtor owes. `rules` names the law in German, `law` holds the rows all of
 * it was computed by.
 */
export type MatterFee = Readonly<{
  parts: readonly FeePart[];
  rates: readonly FeeAtRate[];
  value: Cents;
  table: RvgTable;
  orderedOn: Day;
  cap: Readonly<{ rate: number; base: Cents; fee: Cents }> | null;
  fee: Cents;
  expenses: Cents;
  net: Cents;
  vat: Cents;
  credited: Cents;
  total: Cents;
  rules: readonly string[];
  law: FeeLaw;
}>;

/**
 * The full fee on a part of the value of a matter. Whether the base of small claims holds (§ 13(2) RVG) its whole value
 * decides: one matter has one value.
 */
type FullFee = (value: Cents) => Cents;
const fullFeeIn = (parts: readonly ChargedPart[], orderedOn: Day): FullFee => {
  const value = sum(parts.map((p) => p.value));
  const { small } = baseOf({ value, orderedOn, undisputed: true });
  return (of) => baseOf({ value: of, orderedOn, undisputed: small }).base;
};

/** What each part adds to those before it at the same rate. */
const withFees = (parts: readonly ChargedPart[], orderedOn: Day, fullFee: FullFee): FeePart[] =>
  parts.map((part, n) => {
    const earlier = sum(parts.slice(0, n).flatMap((p) => (p.rate === part.rate ? [p.value] : [])));
    const upTo = plus(earlier, part.value);
    const base = fullFee(upTo);
    const before = earlier === ZERO ? ZERO : feeAt(fullFee(earlier), part.rate, orderedOn);
    return { ...part, upTo, base, before, fee: minus(feeAt(base, part.rate, orderedOn), before) };
  });

const atRates = (parts: readonly FeePart[]): FeeAtRate[] =>
  [...new Set(parts.map((p) => p.rate))].map((rate) => {
    const own = parts.filter((p) => p.rate === rate);
    const value = sum(own.map((p) => p.value));
    const base = own.at(-1)?.base ?? ZERO;
    return { claims: own.flatMap((p) => p.claims), value, rate, base, fee: sum(own.map((p) => p.fee)) };
  });

/** § 15(3) RVG: the fee on the joint value at the highest rate, where the parts together would be more. */
const capOf = (parts: readonly FeePart[], orderedOn: Day, fullFee: FullFee): MatterFee['cap'] => {
  const rate = Math.max(...parts.map((p) => p.rate));
  const base = fullFee(sum(parts.map((p) => p.value)));
  const fee = feeAt(base, rate, orderedOn);
  return fee < sum(parts.map((p) => p.fee)) ? { rate, base, fee } : null;
};

const rulesOf = (of: Omit<MatterFee, 'rules' | 'total'>, debtorOwesVat: boolean): string[] => {
  const rates = of.rates.map((r) => formatHundredths(r.rate)).join(' und ');
  const bases = of.cap ? [of.cap] : of.rates;
  const { small } = baseOf({ value: of.value, orderedOn: of.orderedOn, undisputed: true });
  const atLeast = bases.some((b) => b.fee > shareOf(b.base, b.rate));
  return [
    `Nr. 2300 VV RVG (${rates}), § 13e Abs. 1 RDG`,
    small ? '§ 13 Abs. 2 RVG' : '§ 13 Abs. 1 RVG',
    ...(atLeast ? ['§ 13 Abs. 3 RVG'] : []),
    ...(of.cap ? ['§ 15 Abs. 3 RVG'] : []),
    'Nr. 7002 VV RVG',
    ...(debtorOwesVat ? ['Nr. 7008 VV RVG'] : []),
    ...(of.credited > 0 ? ['§ 288 Abs. 5 Satz 3 BGB'] : []),
  ];
};

/** What parts come to together with expenses and VAT, before anything is set off. */
type Gross = Pick<MatterFee, 'parts' | 'rates' | 'cap' | 'fee' | 'expenses' | 'net' | 'vat'> &
  Readonly<{ gross: Cents }>;
type Circumstances = Readonly<{ orderedOn: Day; completedOn: Day; debtorOwesVat: boolean }>;

const grossOf = (charged: readonly ChargedPart[], { orderedOn, completedOn, debtorOwesVat }: Circumstances): Gross => {
  const fullFee = fullFeeIn(charged, orderedOn);
  const parts = withFees(charged, orderedOn, fullFee);
  const cap = capOf(parts, orderedOn, fullFee);
  const fee = cap?.fee ?? sum(parts.map((p) => p.fee));
  const expenses = expensesOn(fee, orderedOn);
  const net = plus(fee, expenses);
  const vat = debtorOwesVat ? vatOn(net, completedOn) : ZERO;
  return { parts, rates: atRates(parts), cap, fee, expenses, net, vat, gross: plus(net, vat) };
};

/**
 * § 288(5) sentence 3 BGB: the lump sums of a part's claims are set off against what this part costs, not against what
 * others have cost before it.
 */
const creditedOn = (parts: readonly ChargedPart[], lumpSums: readonly Cents[], of: Circumstances): Cents =>
  sum(
    parts.map((_, n) => {
      const before = n === 0 ? ZERO : grossOf(parts.slice(0, n), of).gross;
      const added = most(ZERO, minus(grossOf(parts.slice(0, n + 1), of).gross, before));
      return least(lumpSums[n] ?? ZERO, added);
    }),
  );

/**
 * The fee of a matter from its parts, of which there is at least one. The order that came first decides the fee
 * schedule of all of it (§ 60 RVG: the same matter); `completedOn`, when it was completed or, while it runs, the day
 * for which is asked, the rate of VAT (§ 27(1) UStG). `lumpSums`: what § 288(5) BGB gives for the claims of each part;
 * VAT only where the creditor cannot deduct it.
 */
export const jointFee = (of: {
  parts: readonly ChargedPart[];
  completedOn: Day;
  debtorOwesVat: boolean;
  lumpSums: readonly Cents[];
}): MatterFee => {
  const orderedOn = of.parts.map((p) => p.orderedOn).reduce(earliest);
  const law = feeLawOf(orderedOn, of.completedOn);
  const circumstances = { orderedOn, completedOn: of.completedOn, debtorOwesVat: of.debtorOwesVat };
  const { gross, ...whole } = grossOf(of.parts, circumstances);
  const credited = creditedOn(of.parts, of.lumpSums, circumstances);
  const draft = {
    value: sum(of.parts.map((p) => p.value)),
    table: law.schedule.value.name,
    orderedOn,
    ...whole,
    credited,
    law,
  };
  return { ...draft, total: minus(gross, credited), rules: rulesOf(draft, of.debtorOwesVat) };
};
