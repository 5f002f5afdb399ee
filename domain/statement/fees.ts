import type { Account, MatterStanding } from '../account/account.ts';
import type { Akte } from '../akte/akte.ts';
import { formatDay, isBefore, type Day } from '../calendar.ts';
import { payableUntil, written } from '../account/demands.ts';
import { feeFromRates, feeInAmounts } from '../account/fee-words.ts';
import type { FeePart, MatterFee } from '../account/joint-fee.ts';
import { inForce } from '../law/dated.ts';
import { COLLECTION_RATES, SETTLEMENT } from '../law/figures.ts';
import { MINUS, ZERO, formatEuro, formatFactor, minus, negative, sum } from '../money.ts';
import { below, line, version, type Depth, type StatementLine } from './lines.ts';

/** Why a part of the fee is charged at its rate, for a reader without training. */
const whyThisRate = (
  part: FeePart,
  usual: number,
  { asOf, payable }: Readonly<{ asOf: Day; payable: Day }>,
): string => {
  if (part.reduced)
    return `Verlangt sind nur ${formatFactor(part.rate)} einer vollen Gebühr, weniger, als das Gesetz erlaubt.`;
  if (part.byPlan)
    return `Nur ${formatFactor(part.rate)} einer vollen Gebühr, solange der Ratenplan eingehalten wird, der auf unsere Aufforderung hin vereinbart wurde.`;
  const over = isBefore(payable, asOf);
  const until = formatDay(over ? payable : part.simpleUntil);
  const still =
    !over && isBefore(part.simpleUntil, payable)
      ? ` Wer bis zum ${formatDay(payable)} bezahlt, was unser Schreiben verlangt, schuldet nicht mehr.`
      : '';
  return part.rate < usual
    ? `Nur ${formatFactor(part.rate)} einer vollen Gebühr, weil bis zum ${until} ein einfacher Fall vorliegt; danach sind es ${formatFactor(usual)}.${still}`
    : `Bis zum ${until} wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.${still}`;
};

/** What parts before this one at its rate are charged already: all of them are one fee on their sum. */
const lessBefore = ({ before }: FeePart): string => (before === ZERO ? '' : ` ${MINUS} ${formatEuro(before)}`);

/** One line for each part: claims that were first charged for with the same demand. */
const partLine = (
  akte: Akte,
  { asOf, matter }: Pick<Account, 'asOf'> & Pick<MatterStanding, 'matter'>,
  fee: MatterFee,
  { part, n }: Readonly<{ part: FeePart; n: number }>,
): StatementLine => {
  const { schedule, smallClaim } = fee.law;
  const rates = inForce(COLLECTION_RATES, part.orderedOn);
  const demands = written(akte).flatMap(({ on, demand }) => (isBefore(asOf, on) ? [] : [demand]));
  const small = part.base === smallClaim.value?.base;
  return line({
    id: `${matter}.fee.${n === 1 ? 'fee' : `fee${n}`}`,
    label: fee.parts.length === 1 ? 'Geschäftsgebühr' : `Geschäftsgebühr für ${part.claims.join(', ')}`,
    amount: part.fee,
    ground: 'Nr. 2300 VV RVG, § 13 RVG',
    formula: `${formatFactor(part.rate)} × ${formatEuro(part.base)}${lessBefore(part)}`,
    inputs: {
      Gegenstandswert: formatEuro(part.value),
      ...(part.upTo > part.value ? { 'mit den Rechnungen davor': formatEuro(part.upTo) } : {}),
      'volle Gebühr': formatEuro(part.base),
      Satz: formatFactor(part.rate),
      Tabelle: fee.table,
      'zuerst verlangt am': formatDay(part.demandedOn),
      'einfacher Fall bis': formatDay(part.simpleUntil),
    },
    why: whyThisRate(part, rates.value.usual, { asOf, payable: payableUntil(part, demands, rates.value.usual) }),
    rules: [
      version(`Tabelle ${fee.table}`, schedule),
      version('Gebührensatz', rates),
      ...(small ? [version('Grundgebühr bis 50 €', smallClaim)] : []),
    ],
  });
};

/** § 15(3) RVG: parts with different rates together are never dearer than the joint value at the highest rate. */
const capLine = (m: MatterStanding, fee: MatterFee): StatementLine[] => {
  if (!fee.cap) return [];
  return [
    line({
      id: `${m.matter}.fee.cap`,
      label: 'Begrenzung auf eine Gebühr aus der Summe',
      amount: minus(fee.cap.fee, sum(fee.parts.map((p) => p.fee))),
      ground: '§ 15 Abs. 3 RVG',
      formula: `${formatFactor(fee.cap.rate)} × ${formatEuro(fee.cap.base)} = ${formatEuro(fee.cap.fee)}`,
      inputs: { 'Gegenstandswert zusammen': formatEuro(fee.value), 'höchster Satz': formatFactor(fee.cap.rate) },
      why: 'Alle Rechnungen sind eine Angelegenheit: Zusammen kosten sie nie mehr als eine Gebühr aus ihrer Summe.',
    }),
  ];
};

const expenseLines = (m: MatterStanding, fee: MatterFee): StatementLine[] => {
  // What the fee was computed by is what its lines say.
  const { expenses, vat } = fee.law;
  return [
    line({
      id: `${m.matter}.fee.expenses`,
      label: 'Auslagenpauschale',
      amount: fee.expenses,
      ground: 'Nr. 7002 VV RVG',
      formula: `${expenses.value.percent}\u00a0% von ${formatEuro(fee.fee)}, höchstens ${formatEuro(expenses.value.cap)}`,
      why: `Für Post und Telefon dürfen pauschal ${expenses.value.percent}\u00a0% der Gebühr berechnet werden.`,
      rules: [version('Auslagenpauschale', expenses)],
    }),
    line({
      id: `${m.matter}.fee.vat`,
      label: 'Umsatzsteuer',
      amount: fee.vat,
      ground: 'Nr. 7008 VV RVG, § 12 Abs. 1 UStG',
      formula: `${vat.value}\u00a0% von ${formatEuro(fee.net)}`,
      why: 'Der Gläubiger kann die Umsatzsteuer nicht als Vorsteuer abziehen; deshalb gehört sie zum Schaden.',
      rules: [version('Umsatzsteuersatz', vat)],
    }),
    line({
      id: `${m.matter}.fee.credited`,
      label: 'Angerechnete Verzugspauschale',
      amount: negative(fee.credited),
      ground: '§ 288 Abs. 5 Satz 3 BGB',
      why: 'Die Pauschale deckt schon einen Teil dieser Kosten; sie wird nicht zweimal verlangt.',
    }),
  ].filter((l) => l.amount !== ZERO);
};

/**
 * `0,9 einer vollen Gebühr aus 300,00 €`; where there are several rates, each with its amount and how they come to the
 * fee.
 */
const partsInWords = ({ rates, cap, value }: MatterFee): string =>
  feeFromRates(
    rates.map((p) => ({ rate: formatFactor(p.rate), value: p.value, fee: p.fee })),
    cap && { rate: formatFactor(cap.rate), value, fee: cap.fee },
  );

const feeLine = (akte: Akte, { asOf }: Account, m: MatterStanding, depth: Depth): StatementLine[] => {
  const { matter, fee } = m;
  const [first] = fee?.parts ?? [];
  if (!fee || !first) return [];
  return [
    line({
      id: `${matter}.fee`,
      label: 'Inkassokosten',
      amount: fee.total,
      ground: fee.rules.join(', '),
      why: `Kosten unserer Beauftragung, ${partsInWords(fee)} und Auslagen: ${feeInAmounts(fee)} (${fee.rules.join(', ')})`,
      inputs: {
        Gegenstandswert: formatEuro(fee.value),
        'Auftrag vom': formatDay(fee.orderedOn),
        'zuerst verlangt am': formatDay(first.demandedOn),
        'einfacher Fall bis': formatDay(first.simpleUntil),
      },
      lines: below(depth, () => [
        ...fee.parts.map((part, i) => partLine(akte, { asOf, matter }, fee, { part, n: i + 1 })),
        ...capLine(m, fee),
        ...expenseLines(m, fee),
      ]),
    }),
  ];
};

/** What an instalment plan cost, as it was told before it was agreed. */
const agreedLines = (akte: Akte, m: MatterStanding, asOf: Day): StatementLine[] =>
  akte.plans
    .filter(({ plan }) => m.agreed > 0 && plan.matter === m.matter && plan.fee > 0 && plan.on <= asOf)
    .map(({ plan }) => {
      // § 60 RVG: the law of the day of the order, as for every fee of the matter.
      const law = inForce(SETTLEMENT, akte.matters.find((x) => x.id === m.matter)?.on ?? plan.on);
      return line({
        id: `${m.matter}.agreed.${plan.id}`,
        label: `Ratenzahlungsvereinbarung vom ${formatDay(plan.on)}`,
        amount: plan.fee,
        ground: 'Nr. 1000 Nr. 2 VV RVG, § 31b RVG',
        why: `Diese Gebühr wurde mit dem Ratenplan vereinbart; ihr Wert ist ${law.value.valueShare}\u00a0% der Forderung.`,
        rules: [version('Einigungsgebühr', law)],
      });
    });

/** A message asks the fee of a matter only for what it asks: what is open for the rest is taken off. */
const apartLine = ({ matter, apart }: MatterStanding): StatementLine[] => {
  if (apart === ZERO) return [];
  return [
    line({
      id: `${matter}.apart`,
      label: 'Davon hier nicht verlangt',
      amount: negative(apart),
      ground: '§ 15 Abs. 1 RVG',
      why: 'So viel der Inkassokosten entfällt auf Rechnungen, die dieses Schreiben nicht verlangt.',
    }),
  ];
};

/** All that the matters cost: the fee of each, what was agreed with a plan, less what a message does not ask. */
export const feeLines = (akte: Akte, account: Account, depth: Depth): StatementLine[] =>
  account.matters.flatMap((m) => [
    ...feeLine(akte, account, m, depth),
    ...agreedLines(akte, m, account.asOf),
    ...apartLine(m),
  ]);
