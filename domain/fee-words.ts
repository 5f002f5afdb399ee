import { MINUS, ZERO, formatEuro, type Cents } from './money.ts';

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

/** `177,25 € Gebühr + 20,00 € Auslagen = 197,25 €; 197,25 € + 37,48 € USt − 40,00 € Verzugspauschale = 194,73 €`: every step to what is asked. */
export const feeInAmounts = (f: FeeAmounts): string =>
  `${formatEuro(f.fee)} Gebühr + ${formatEuro(f.expenses)} Auslagen = ${formatEuro(f.net)}${fromNet(f)}`;
