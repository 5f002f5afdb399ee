import { MINUS, ZERO, formatEuro, sum, type Cents } from '../money.ts';

/** The amounts a collection fee is made of, in cents; `net` is fee and expenses. */
export type FeeAmounts = Readonly<{
  fee: Cents;
  expenses: Cents;
  net: Cents;
  vat: Cents;
  credited: Cents;
  total: Cents;
}>;

/** VAT and what is credited, after the net amount; nothing where the net amount is what is asked. */
const fromNet = ({ net, vat, credited, total }: FeeAmounts): string => {
  if (vat === ZERO && credited === ZERO) return '';
  const added = vat === ZERO ? '' : ` + ${formatEuro(vat)} USt`;
  const taken = credited === ZERO ? '' : ` ${MINUS} ${formatEuro(credited)} Verzugspauschale`;
  return `; ${formatEuro(net)}${added}${taken} = ${formatEuro(total)}`;
};

/**
 * What is charged at one rate (`0,5` of a full fee), in cents; `which`: the invoices, in words, where a reader needs
 * them.
 */
export type SaidRate = Readonly<{ rate: string; value: Cents; fee: Cents; which?: readonly string[] }>;
/** § 15(3) RVG: the most that all rates together cost. */
export type FeeCap = Readonly<{ rate: string; value: Cents; fee: Cents }>;

const shareInWords = ({ rate, value }: Pick<SaidRate, 'rate' | 'value'>): string =>
  `${rate} einer vollen Gebühr aus ${formatEuro(value)}`;

/** Parts at one rate are one object (§ 22(1) RVG). */
const atOneRate = (parts: readonly SaidRate[]): SaidRate[] =>
  [...new Set(parts.map((p) => p.rate))].map((rate) => {
    const own = parts.filter((p) => p.rate === rate);
    return {
      rate,
      value: sum(own.map((p) => p.value)),
      fee: sum(own.map((p) => p.fee)),
      which: own.flatMap((p) => p.which ?? []),
    };
  });

/**
 * `0,5 einer vollen Gebühr aus 120,00 €`; where there are several rates each with its amount, and how they come to the
 * fee: their sum, or the cap with its ground. `invoices` says `which` in words.
 */
export const feeFromRates = (
  parts: readonly SaidRate[],
  cap: FeeCap | null,
  invoices: (which: readonly string[]) => string = () => '',
): string => {
  const rates = atOneRate(parts);
  const [only, ...more] = rates;
  if (only && more.length === 0 && cap === null)
    return `${shareInWords(only)}${parts.length > 1 ? invoices(only.which ?? []) : ''}`;
  const each = rates.map((r) => `${shareInWords(r)}${invoices(r.which ?? [])} = ${formatEuro(r.fee)}`);
  const together = sum(rates.map((r) => r.fee));
  const most = cap
    ? `, höchstens aber ${shareInWords(cap)} = ${formatEuro(cap.fee)}, weil alles eine Angelegenheit ist (§ 15 Abs. 3 RVG)`
    : '';
  return `${each.join(' und ')}${more.length > 0 ? `; zusammen ${formatEuro(together)}` : ''}${most}`;
};

/**
 * `177,25 € Gebühr + 20,00 € Auslagen = 197,25 €; 197,25 € + 37,48 € USt − 40,00 € Verzugspauschale = 194,73 €`: every
 * step to what is asked.
 */
export const feeInAmounts = (f: FeeAmounts): string =>
  `${formatEuro(f.fee)} Gebühr + ${formatEuro(f.expenses)} Auslagen = ${formatEuro(f.net)}${fromNet(f)}`;
