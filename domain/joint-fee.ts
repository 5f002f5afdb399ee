import { earliest, type Day } from './calendar.ts';
import type { ClaimId } from './claim.ts';
import { baseOf, expensesOn, feeAt, feeLawOf, shareOf, vatOn, type FeeLaw } from './fees.ts';
import type { RvgTable } from './law/fee-tables.ts';
import { ZERO, least, minus, most, plus, sum, type Cents } from './money.ts';

/**
 * Claims of a matter that were first charged for with the same demand, and what they are charged: `rate` in hundredths of a
 * full fee, `base` the full fee on `value`, `fee` in cents. `orderedOn`: the day the creditor's collection order took effect
 * for them; `simpleUntil`: the last day of the simple case (note 2 to Nr. 2300 VV RVG); `reduced`: our demand asks for less
 * than the law gives; `byPlan`: the simple case lasts because a plan agreed on this demand is kept.
 */
export type FeePart = Readonly<{
  claims: readonly ClaimId[];
  value: Cents;
  rate: number;
  base: Cents;
  fee: Cents;
  orderedOn: Day;
  demandedOn: Day;
  simpleUntil: Day;
  reduced: boolean;
  byPlan: boolean;
}>;
/** A part before its fee is computed. */
export type ChargedPart = Omit<FeePart, 'base' | 'fee'>;

/**
 * The one fee of one matter (§ 15(1), (2) RVG), in cents. `cap`: where parts have different rates, each is computed by itself,
 * and together they are never more than the fee on the joint value at the highest rate (§ 15(3) RVG); it stands here where it
 * takes effect. `fee` after the cap, `net` with expenses, `credited` the lump sum of § 288(5) BGB set off, `total` what the
 * debtor owes. `rules` names the law in German, `law` holds the rows all of it was computed by.
 */
export type MatterFee = Readonly<{
  parts: readonly FeePart[];
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

const inWords = (rate: number): string => String(rate / 100).replace('.', ',');

const withFee = (part: ChargedPart, orderedOn: Day): FeePart => {
  const { base } = baseOf({ value: part.value, orderedOn, undisputed: true });
  return { ...part, base, fee: feeAt(base, part.rate, orderedOn) };
};

/** § 15(3) RVG: the fee on the joint value at the highest rate, where the parts together would be more. */
const capOf = (parts: readonly FeePart[], orderedOn: Day): MatterFee['cap'] => {
  const rate = Math.max(...parts.map((p) => p.rate));
  const { base } = baseOf({ value: sum(parts.map((p) => p.value)), orderedOn, undisputed: true });
  const fee = feeAt(base, rate, orderedOn);
  return parts.length > 1 && fee < sum(parts.map((p) => p.fee)) ? { rate, base, fee } : null;
};

const rulesOf = (
  parts: readonly FeePart[],
  of: Omit<MatterFee, 'rules' | 'total'>,
  debtorOwesVat: boolean,
): string[] => {
  const rates = [...new Set(parts.map((p) => inWords(p.rate)))].join(' und ');
  const bases = of.cap ? [{ ...of.cap, value: of.value }] : parts;
  const small = bases.some((b) => baseOf({ value: b.value, orderedOn: of.orderedOn, undisputed: true }).small);
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
type Gross = Pick<MatterFee, 'cap' | 'fee' | 'expenses' | 'net' | 'vat'> & Readonly<{ gross: Cents }>;
type Circumstances = Readonly<{ orderedOn: Day; completedOn: Day; debtorOwesVat: boolean }>;

const grossOf = (parts: readonly FeePart[], { orderedOn, completedOn, debtorOwesVat }: Circumstances): Gross => {
  const cap = capOf(parts, orderedOn);
  const fee = cap?.fee ?? sum(parts.map((p) => p.fee));
  const expenses = expensesOn(fee, orderedOn);
  const net = plus(fee, expenses);
  const vat = debtorOwesVat ? vatOn(net, completedOn) : ZERO;
  return { cap, fee, expenses, net, vat, gross: plus(net, vat) };
};

/** § 288(5) sentence 3 BGB: the lump sums of a part's claims are set off against what this part costs, not against what others have cost before it. */
const creditedOn = (parts: readonly FeePart[], lumpSums: readonly Cents[], of: Circumstances): Cents =>
  sum(
    parts.map((_, n) => {
      const before = n === 0 ? ZERO : grossOf(parts.slice(0, n), of).gross;
      const added = most(ZERO, minus(grossOf(parts.slice(0, n + 1), of).gross, before));
      return least(lumpSums[n] ?? ZERO, added);
    }),
  );

/**
 * The fee of a matter from its parts, of which there is at least one. The order that came first decides the fee schedule of all
 * of it (§ 60 RVG: the same matter); `completedOn`, when it was completed or, while it runs, the day for which is asked, the rate
 * of VAT (§ 27(1) UStG). `lumpSums`: what § 288(5) BGB gives for the claims of each part; VAT only where the creditor cannot deduct it.
 */
export const jointFee = (of: {
  parts: readonly ChargedPart[];
  completedOn: Day;
  debtorOwesVat: boolean;
  lumpSums: readonly Cents[];
}): MatterFee => {
  const orderedOn = of.parts.map((p) => p.orderedOn).reduce(earliest);
  const law = feeLawOf(orderedOn, of.completedOn);
  const parts = of.parts.map((part) => withFee(part, orderedOn));
  const circumstances = { orderedOn, completedOn: of.completedOn, debtorOwesVat: of.debtorOwesVat };
  const { gross, ...whole } = grossOf(parts, circumstances);
  const credited = creditedOn(parts, of.lumpSums, circumstances);
  const draft = {
    parts,
    value: sum(parts.map((p) => p.value)),
    table: law.schedule.value.name,
    orderedOn,
    ...whole,
    credited,
    law,
  };
  return { ...draft, total: minus(gross, credited), rules: rulesOf(parts, draft, of.debtorOwesVat) };
};
