import { formatDay } from '../calendar.ts';
import { feeFromRates, feeInAmounts } from '../account/fee-words.ts';
import { ZERO, formatEuro } from '../money.ts';
import { invoicesInWords } from './default-words.ts';
import type { CostRise, CostsRisen, FeeFacts, NoticeFacts, Told } from './facts.ts';

const named = (invoiceNumbers: readonly string[]): string =>
  ` (${invoicesInWords(invoiceNumbers).replace(/^de[rn] /, '')})`;

/** Kind and amount, with every step from the fee to what is asked. */
const amountOf = (fee: FeeFacts): string => {
  const parts = fee.parts.map(({ invoiceNumbers, ...part }) => ({ ...part, which: invoiceNumbers }));
  return `Art: Inkassovergütung, ${feeFromRates(parts, fee.cap, named)}, und Auslagenpauschale. Höhe: ${feeInAmounts(fee)}.`;
};

const toldInWords = ({ title, on }: Told): string => `„${title}“ vom ${formatDay(on)}`;
/** What cost nothing before the order, named as it was called. */
const freeInWords = (free: readonly Told[]): string => {
  if (free.length === 0) return '';
  const verb = free.length === 1 ? 'war' : 'waren';
  const what = free.length === 1 ? 'Unser Schreiben' : 'Unsere Schreiben';
  return ` ${what} ${free.map(toldInWords).join(' und ')} ${verb} kostenlos.`;
};

/** § 13a(1) Nr. 5 RDG: by which order the costs arose, for each part, and what was free before it. */
const orderOf = (fee: FeeFacts): string => {
  const ordered = fee.parts.map(({ orderedOn, invoiceNumbers }) => {
    const which = fee.parts.length === 1 ? '' : ` zu ${invoicesInWords(invoiceNumbers)}`;
    return `Inkassoauftrag des Gläubigers${which}, wirksam seit dem ${formatDay(orderedOn)}, nach Eintritt des Zahlungsverzugs`;
  });
  return `Entstehungsgrund: ${ordered.join('; ')}.${freeInWords(fee.freeBefore)}`;
};

const vatOf = (fee: FeeFacts): string =>
  fee.vat === ZERO
    ? 'Umsatzsteuer auf diese Kosten wird von Ihnen nicht verlangt, weil der Gläubiger sie als Vorsteuer abziehen kann.'
    : `Darin enthalten sind ${formatEuro(fee.vat)} Umsatzsteuer. Der Gläubiger kann diese Umsatzsteuer nicht als Vorsteuer abziehen (§ 13a Abs. 1 Nr. 6 RDG).`;

const creditedOf = (fee: FeeFacts): string =>
  fee.credited === ZERO
    ? ''
    : ` Die Verzugspauschale von ${formatEuro(fee.credited)} ist auf diese Kosten angerechnet (§ 288 Abs. 5 Satz 3 BGB).`;

const groundOf = (fee: FeeFacts): string =>
  `Rechtsgrundlage: Ersatz des Verzugsschadens (§ 280 Abs. 1 und 2, § 286 BGB, § 13e Abs. 1 RDG); Berechnung nach dem RVG: ${fee.basis}. ${vatOf(fee)}${creditedOf(fee)}`;

const planInWords = ({ on, fee }: NoticeFacts['planFees'][number]): string =>
  `Für die Ratenzahlungsvereinbarung vom ${formatDay(on)} sind ${formatEuro(fee)} vereinbart (Nr. 1000 Nr. 2 VV RVG, § 31b RVG).`;

/**
 * § 13a(1) Nr. 5 and 6 RDG: kind, amount and ground of the collection costs, each fee by itself, and the VAT in them.
 */
export const costsInWords = ({ fees, planFees }: NoticeFacts): string[] => {
  if (fees.length === 0 && planFees.length === 0)
    return ['Für dieses Schreiben werden von Ihnen keine Inkassokosten verlangt.'];
  return [...fees.flatMap((fee) => [amountOf(fee), orderOf(fee), groundOf(fee)]), ...planFees.map(planInWords)];
};

/** Until when the costs stay, and what they become. `payBy`: until then the sum of the letter settles everything. */
const riseInWords = ({ until, total, costs, then }: CostRise, payBy: NoticeFacts['payBy']): string => {
  const stays = costs === ZERO ? 'entstehen keine Inkassokosten' : `bleiben die Inkassokosten bei ${formatEuro(costs)}`;
  const later =
    until > payBy
      ? ` Nach dem ${formatDay(payBy)} kommen bis dahin nur Zinsen hinzu: Am ${formatDay(until)} sind zusammen ${formatEuro(total)} zu zahlen.`
      : '';
  return `Zahlen Sie bis zum ${formatDay(until)} alles, ${stays}; danach sind es ${formatEuro(then)}.${later}`;
};
export const risesInWords = ({ rises, payBy }: Pick<NoticeFacts, 'rises' | 'payBy'>): string[] =>
  rises.map((rise) => riseInWords(rise, payBy));

const reasonsOf = ({ late, again, invoiceNumbers, reduced, onMore }: CostsRisen): string[] => [
  ...late.map((by) => `weil bis zum ${formatDay(by)} nicht alles bezahlt war (Nr. 2300 Anm. 2 VV RVG)`),
  ...(again.length > 0 ? [`weil sie auch zu ${invoicesInWords(again)} wieder verlangt werden`] : []),
  ...(invoiceNumbers.length > 0 ? [`weil sie nun auch zu ${invoicesInWords(invoiceNumbers)} verlangt werden`] : []),
  ...(reduced ? ['weil wir vorher weniger verlangt haben, als das Gesetz erlaubt'] : []),
  ...(onMore ? ['weil der Betrag, aus dem sie berechnet werden, gestiegen ist'] : []),
];
/** That the costs have risen: from what, to what, why. */
export const risenInWords = ({ risen }: Pick<NoticeFacts, 'risen'>): string[] => {
  if (risen === null) return [];
  const { from, to, again } = risen;
  const said =
    from === ZERO
      ? `${again.length > 0 ? 'Zuletzt' : 'Bisher'} waren keine Inkassokosten zu zahlen; jetzt sind es ${formatEuro(to)}`
      : `Die Inkassokosten sind von ${formatEuro(from)} auf ${formatEuro(to)} gestiegen`;
  return [`${[said, reasonsOf(risen).join(', und ')].filter((part) => part !== '').join(', ')}.`];
};
