import { isTrifle, type Account, type ClaimStanding, type MatterStanding } from './account.ts';
import type { Akte, Credit, Payment } from './akte.ts';
import { formatDay, isBefore, plusDays, type Day } from './calendar.ts';
import { payableUntil, written } from './demands.ts';
import { lumpSumRow, marginRow } from './entitlement.ts';
import { feeFromRates, feeInAmounts } from './fee-words.ts';
import { defaultInterest, roundedOnce, shownInterest, type InterestPeriod, type ShownInterest } from './interest.ts';
import { baseRateOn } from './law/base-rates.ts';
import { inForce, type Confidence, type Dated } from './law/dated.ts';
import { COLLECTION_RATES, SETTLEMENT } from './law/figures.ts';
import type { FeePart, MatterFee } from './joint-fee.ts';
import type { ChargedFee, PaymentSplit, Split } from './ledger.ts';
import type { InnerAllocation } from './parties.ts';
import type { FeeBasis } from './procedure.ts';
import type { Terms } from './terms.ts';
import {
  MINUS,
  ZERO,
  formatEuro,
  formatFine,
  formatPercent,
  minus,
  plus,
  sum,
  type Cents,
  type Fine,
} from './money.ts';

/**
 * The version of a rule a line was computed by: since when it applies, where it stands, when it was last read, how sure
 * we are.
 */
export type RuleVersion = Readonly<{ rule: string; from: Day; source: string; checkedOn: Day; confidence: Confidence }>;
/**
 * One amount that explains itself: `why` is one sentence for a reader without training, `formula` the calculation in
 * German, `inputs` what went into it. `lines` explain the amount further; `assumed`: a figure of the law was not yet
 * known and the last one known stands in.
 */
export type StatementLine = Readonly<{
  id: string;
  label: string;
  amount: Cents;
  /**
   * How the amount is shown where it is rounded only in the sum above it: such lines add up in hundredths of a cent,
   * and in cents.
   */
  fine: Fine | null;
  ground: string;
  why: string;
  formula: string | null;
  inputs: Readonly<Record<string, string>>;
  rules: readonly RuleVersion[];
  assumed: boolean;
  lines: readonly StatementLine[];
}>;
export const SECTIONS = ['default', 'claims', 'fees', 'payments', 'open', 'further', 'creditor'] as const;
/** `counts`: its lines add up to the balance; the others explain. */
export type Section = Readonly<{
  id: (typeof SECTIONS)[number];
  title: string;
  counts: boolean;
  sum: Cents;
  lines: readonly StatementLine[];
}>;
/**
 * The Forderungsaufstellung of an Akte as of a day. The sections that count sum to `total`; so does the section `open`.
 * Cents.
 */
export type Statement = Readonly<{
  akte: string | null;
  debtor: string;
  creditor: string | null;
  asOf: Day;
  sections: readonly Section[];
  total: Cents;
  overpaid: Cents;
  assumed: boolean;
}>;

/** Whose account, for whom, as of when: the line under the title, the same on paper and on screen. */
export const subtitleOf = (s: Statement): string =>
  [
    s.debtor,
    ...(s.creditor === null ? [] : [`Gläubiger: ${s.creditor}`]),
    ...(s.akte === null ? [] : [`Aktenzeichen ${s.akte}`]),
    `Stand ${formatDay(s.asOf)}`,
  ].join(' · ');
/** `Forderungsaufstellung MUS-4F7K-2QXR` */
export const titleOf = (s: Statement): string =>
  ['Forderungsaufstellung', ...(s.akte === null ? [] : [s.akte])].join(' ');

const factor = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/0$/, '').replace('.', ',');
const negative = (amount: Cents): Cents => minus(ZERO, amount);
const version = (rule: string, row: Omit<Dated<unknown>, 'value'>): RuleVersion => ({
  rule,
  from: row.from,
  source: row.source,
  checkedOn: row.checkedOn,
  confidence: row.confidence,
});

type Draft = Pick<StatementLine, 'id' | 'label' | 'amount' | 'ground' | 'why'> & Partial<StatementLine>;
const line = (draft: Draft): StatementLine => {
  const lines = draft.lines ?? [];
  return {
    fine: null,
    formula: null,
    inputs: {},
    rules: [],
    ...draft,
    lines,
    assumed: draft.assumed === true || lines.some((l) => l.assumed),
  };
};
/** How much is built: all of a line, or only what a letter shows of it (`heads`: no lines and no formula below). */
type Depth = 'whole' | 'heads';
const below = (depth: Depth, lines: () => readonly StatementLine[]): readonly StatementLine[] =>
  depth === 'heads' ? [] : lines();
const invoice = (c: ClaimStanding): string => `Rechnung ${c.claim.invoiceNumber}`;

const defaultLine = (c: ClaimStanding, asOf: Day): StatementLine =>
  line({
    id: `${c.claim.id}.default`,
    label: c.default ? `${invoice(c)}: Verzug seit ${formatDay(c.default.since)}` : `${invoice(c)}: kein Verzug`,
    amount: ZERO,
    ground: '§ 286 BGB',
    why:
      c.default?.ground ??
      `Bis zum ${formatDay(asOf)} liegt kein Grund für Verzug vor; deshalb gibt es weder Zinsen noch Inkassokosten.`,
    inputs: {
      Rechnungsdatum: formatDay(c.claim.invoiceDate),
      Fälligkeit: formatDay(c.claim.dueOn),
      ...(c.default ? { 'erster Zinstag': formatDay(c.default.since) } : {}),
    },
  });

/** An amount as it is shown: to the cent, or finer where only the sum is rounded. */
export const shownAmountOf = ({ amount, fine }: Pick<StatementLine, 'amount' | 'fine'>): string =>
  fine === null ? formatEuro(amount) : formatFine(fine);

const periodLine = (
  akte: Akte,
  c: ClaimStanding,
  p: InterestPeriod,
  { n, amount, fine }: Readonly<{ n: number; amount: Cents; fine: Fine | null }>,
): StatementLine => {
  const { row: base } = baseRateOn(p.from);
  const margin = marginRow(akte, c.claim);
  return line({
    id: `${c.claim.id}.interest.${n}`,
    label: `${formatDay(p.from)} bis ${formatDay(p.to)}`,
    amount,
    fine,
    ground: '§ 288, § 247 BGB',
    assumed: p.assumed,
    why: p.assumed
      ? `Der Basiszinssatz dieses Halbjahrs ist noch nicht bekannt; angenommen ist der letzte bekannte von ${formatPercent(base.value)}.`
      : `${p.days === 1 ? 'An diesem Tag' : `In diesen ${p.days} Tagen`} waren ${formatEuro(p.principal)} offen; der Zinssatz ist der Basiszinssatz von ${formatPercent(base.value)} und ${formatPercent(margin.value)} darüber.`,
    formula: `${formatEuro(p.principal)} × ${formatPercent(p.hundredths)} × ${p.days} ÷ ${p.daysInYear}`,
    inputs: {
      Betrag: formatEuro(p.principal),
      Basiszinssatz: formatPercent(base.value),
      Aufschlag: formatPercent(margin.value),
      Zinssatz: formatPercent(p.hundredths),
      Tage: String(p.days),
      'Tage des Jahres': String(p.daysInYear),
    },
    rules: [version('Basiszinssatz', base), version('Aufschlag', margin)],
  });
};

/** The steps of the calculation; where there are several, each is shown finer than a cent. */
const periodLines = (akte: Akte, c: ClaimStanding, { steps }: ShownInterest): StatementLine[] =>
  steps.map(({ period, ...amounts }, i) =>
    periodLine(akte, c, period, { n: i + 1, ...amounts, ...(steps.length === 1 ? { fine: null } : {}) }),
  );

const interestLine = (akte: Akte, c: ClaimStanding, depth: Depth): StatementLine[] => {
  if (c.accrued.total === ZERO || !c.default) return [];
  const shown = shownInterest(c.accrued.periods);
  const lines = below(depth, () => periodLines(akte, c, shown));
  const rates = [...new Set(c.accrued.periods.map((p) => formatPercent(p.hundredths)))].join(', ');
  const adding = lines.length > 1 ? ` Die Schritte ergeben ${roundedOnce(shown)}.` : '';
  return [
    line({
      id: `${c.claim.id}.interest`,
      label: 'Verzugszinsen',
      amount: c.accrued.total,
      ground: '§ 288 BGB',
      formula: lines.map((p) => p.formula).join(' + '),
      inputs: { Tage: String(c.accrued.days), Zählweise: akte.terms.dayCount },
      why: `§ 288 BGB, ${invoice(c)}: ${rates} jährlich seit ${formatDay(c.default.since)}, auf den jeweils offenen Betrag und ohne Zinseszins.${adding}`,
      lines,
    }),
  ];
};

/** What the creditor charged for its own dunning: on what ground, and for which message, as far as it has told us. */
const ownCostsInWords = (c: ClaimStanding): string => {
  const { kind, on } = c.claim.priorDunning;
  const dunned = kind === 'reminder' ? 'eine Zahlungserinnerung' : 'eine Mahnung';
  const for_ = kind === 'none' ? 'für eigene Mahnschreiben' : `für ${dunned}${on ? ` vom ${formatDay(on)}` : ''}`;
  return `Vom Gläubiger ${for_} zu ${invoice(c)} berechnet, als Ersatz von Verzugsschaden (§ 280 Abs. 1, 2, § 286 BGB). Einen Nachweis fordern wir auf Wunsch bei ihm an.`;
};

const FEE_GROUNDS = {
  contract: { ground: 'Vertrag, § 280 Abs. 1, 2, § 286 BGB', words: 'im Vertrag vereinbart' },
  agb: {
    ground: 'Allgemeine Geschäftsbedingungen, § 280 Abs. 1, 2, § 286 BGB',
    words: 'in den Allgemeinen Geschäftsbedingungen vereinbart',
  },
  'proven-cost': { ground: '§ 280 Abs. 1, 2, § 286 BGB', words: 'nach den nachgewiesenen Kosten' },
} as const satisfies Record<FeeBasis, { ground: string; words: string }>;
/** A Mahngebühr is never set by law: its line says what it rests on (reading 6). */
const flatFeeLine = (c: ClaimStanding, fee: ChargedFee): StatementLine => {
  const { ground, words } = FEE_GROUNDS[fee.basis];
  // A source that only repeats the ground names nothing more.
  const source = fee.source && !ground.includes(fee.source) ? ` (${fee.source})` : '';
  return line({
    id: `${c.claim.id}.flatFee.${fee.stage}`,
    label: `Mahngebühr vom ${formatDay(fee.on)}`,
    amount: fee.amount,
    ground,
    inputs: { Rechnung: c.claim.invoiceNumber, Grundlage: words, ...(fee.source ? { Fundstelle: fee.source } : {}) },
    why: `${invoice(c)}: für die Mahnung vom ${formatDay(fee.on)}, ${words}${source}. Ein geringerer Schaden kann nachgewiesen werden.`,
  });
};

const creditedTo = (owed: Cents): string =>
  owed === ZERO
    ? 'Damit ist die Rechnung ganz gutgeschrieben; es ist, als wäre sie nie geschuldet gewesen, ohne Zinsen und Kosten.'
    : `Es ist, als wären von Anfang an nur ${formatEuro(owed)} geschuldet gewesen; danach sind auch Zinsen und Kosten berechnet.`;

/** What the creditor has credited: less was owed from the start, so that interest and fee are less, too. */
const creditLine = (c: ClaimStanding, { id, amount, on }: Credit): StatementLine =>
  line({
    id: `${c.claim.id}.credit.${id}`,
    label: `Gutschrift ${id} vom ${formatDay(on)}`,
    amount: negative(amount),
    ground: 'Gutschrift des Gläubigers',
    why: `${invoice(c)}: Der Gläubiger hat ${formatEuro(amount)} gutgeschrieben. ${creditedTo(c.owed)}`,
    inputs: { Gutschrift: id, Betrag: formatEuro(amount), Rechnung: c.claim.invoiceNumber },
  });

const claimLines = (akte: Akte, c: ClaimStanding, depth: Depth): StatementLine[] => {
  const { claim } = c;
  const lump = lumpSumRow(akte, claim);
  return [
    line({
      id: `${claim.id}.principal`,
      label: `${invoice(c)} vom ${formatDay(claim.invoiceDate)}`,
      amount: claim.principal,
      ground: 'Vertrag mit dem Gläubiger',
      why: `Hauptforderung, fällig seit ${formatDay(claim.dueOn)}${claim.subject ? `: ${claim.subject}` : ''}`,
      inputs: {
        Rechnungsnummer: claim.invoiceNumber,
        Rechnungsdatum: formatDay(claim.invoiceDate),
        Fälligkeit: formatDay(claim.dueOn),
      },
    }),
    ...c.credits.map((credit) => creditLine(c, credit)),
    ...(claim.ownCosts === ZERO || c.owed === ZERO
      ? []
      : [
          line({
            id: `${claim.id}.ownCosts`,
            label: 'Mahnkosten des Gläubigers',
            amount: claim.ownCosts,
            ground: '§ 280 Abs. 1, 2, § 286 BGB',
            why: ownCostsInWords(c),
          }),
        ]),
    ...c.flatFees.map((fee) => flatFeeLine(c, fee)),
    ...(c.lumpSum === ZERO || !lump
      ? []
      : [
          line({
            id: `${claim.id}.lumpSum`,
            label: 'Verzugspauschale',
            amount: c.lumpSum,
            ground: '§ 288 Abs. 5 BGB',
            why: `${invoice(c)}: Unternehmen schulden mit dem Verzug pauschal ${formatEuro(c.lumpSum)}; sie wird auf Inkassokosten angerechnet.`,
            rules: [version('Verzugspauschale', lump)],
          }),
        ]),
    ...interestLine(akte, c, depth),
  ];
};

/** Why a part of the fee is charged at its rate, for a reader without training. */
const whyThisRate = (
  part: FeePart,
  usual: number,
  { asOf, payable }: Readonly<{ asOf: Day; payable: Day }>,
): string => {
  if (part.reduced)
    return `Verlangt sind nur ${factor(part.rate)} einer vollen Gebühr, weniger, als das Gesetz erlaubt.`;
  if (part.byPlan)
    return `Nur ${factor(part.rate)} einer vollen Gebühr, solange der Ratenplan eingehalten wird, der auf unsere Aufforderung hin vereinbart wurde.`;
  const over = isBefore(payable, asOf);
  const until = formatDay(over ? payable : part.simpleUntil);
  const still =
    !over && isBefore(part.simpleUntil, payable)
      ? ` Wer bis zum ${formatDay(payable)} bezahlt, was unser Schreiben verlangt, schuldet nicht mehr.`
      : '';
  return part.rate < usual
    ? `Nur ${factor(part.rate)} einer vollen Gebühr, weil bis zum ${until} ein einfacher Fall vorliegt; danach sind es ${factor(usual)}.${still}`
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
  const demands = written(akte).flatMap(({ on, demand }) => (demand && on && !isBefore(asOf, on) ? [demand] : []));
  const small = part.base === smallClaim.value?.base;
  return line({
    id: `${matter}.fee.${n === 1 ? 'fee' : `fee${n}`}`,
    label: fee.parts.length === 1 ? 'Geschäftsgebühr' : `Geschäftsgebühr für ${part.claims.join(', ')}`,
    amount: part.fee,
    ground: 'Nr. 2300 VV RVG, § 13 RVG',
    formula: `${factor(part.rate)} × ${formatEuro(part.base)}${lessBefore(part)}`,
    inputs: {
      Gegenstandswert: formatEuro(part.value),
      ...(part.upTo > part.value ? { 'mit den Rechnungen davor': formatEuro(part.upTo) } : {}),
      'volle Gebühr': formatEuro(part.base),
      Satz: factor(part.rate),
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
      formula: `${factor(fee.cap.rate)} × ${formatEuro(fee.cap.base)} = ${formatEuro(fee.cap.fee)}`,
      inputs: { 'Gegenstandswert zusammen': formatEuro(fee.value), 'höchster Satz': factor(fee.cap.rate) },
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
    rates.map((p) => ({ rate: factor(p.rate), value: p.value, fee: p.fee })),
    cap && { rate: factor(cap.rate), value, fee: cap.fee },
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

/** What is not asked for any more: a deduction, so that the lines still add up. */
const waivedLine = ({ waived }: Account): StatementLine[] => {
  const amount = waived ? plus(waived.costs, waived.interest, waived.fees) : ZERO;
  return waived && amount > 0
    ? [
        line({
          id: 'waived',
          label: `Erlassen am ${formatDay(waived.on)}`,
          amount: negative(amount),
          ground: '§ 397 BGB',
          why: 'Das wird nicht mehr verlangt.',
          lines: (
            [
              ['costs', 'Kosten des Gläubigers'],
              ['interest', 'Zinsen'],
              ['fees', 'Inkassokosten'],
            ] as const
          )
            .filter(([k]) => waived[k] > 0)
            .map(([k, label]) =>
              line({
                id: `waived.${k}`,
                label,
                amount: negative(waived[k]),
                ground: '§ 397 BGB',
                why: 'Wird nicht mehr verlangt.',
              }),
            ),
        }),
      ]
    : [];
};

const PART = {
  toOwnCosts: 'Kosten des Gläubigers',
  toFees: 'Inkassokosten',
  toInterest: 'Zinsen',
  toPrincipal: 'Hauptforderung',
} as const;
const PARTS = ['toOwnCosts', 'toFees', 'toInterest', 'toPrincipal'] as const;
const VIA = { agency: 'bei uns', creditor: 'beim Gläubiger' } as const;

const paymentLine = (akte: Akte, { payment, outer, portions, ground }: PaymentSplit, depth: Depth): StatementLine => {
  const credit =
    portions.some((p) => akte.claims.find((c) => c.id === p.claim)?.kind === 'credit') &&
    akte.debtor.kind === 'private';
  const rule = credit ? '§ 366, § 497 Abs. 3 BGB' : '§ 366, § 367 BGB';
  return line({
    id: `payment.${payment.id}`,
    label: `Zahlung vom ${formatDay(payment.valueDate)}`,
    amount: minus(outer.overpaid, payment.amount),
    ground: rule,
    why: `${formatEuro(payment.amount)} ${VIA[payment.via]} eingegangen. ${ground}`,
    inputs: {
      Betrag: formatEuro(payment.amount),
      Wertstellung: formatDay(payment.valueDate),
      ...(outer.overpaid > 0 ? { 'zu viel gezahlt': formatEuro(outer.overpaid) } : {}),
    },
    lines: below(depth, () =>
      portions.flatMap((p) =>
        PARTS.filter((k) => p[k] > 0).map((k) =>
          line({
            id: `payment.${payment.id}.${p.claim}.${k}`,
            label: `auf ${PART[k]} (${k === 'toFees' ? 'Auftrag' : `Rechnung ${akte.claims.find((c) => c.id === p.claim)?.invoiceNumber ?? p.claim}`})`,
            amount: negative(p[k]),
            ground: rule,
            why:
              k === 'toPrincipal'
                ? 'Das mindert die Hauptforderung; ab dem nächsten Tag laufen Zinsen nur noch auf das, was bleibt.'
                : credit
                  ? 'Beim Verbraucherkredit kommen die Kosten zuerst, dann die Hauptforderung, zuletzt die Zinsen.'
                  : 'Kosten kommen vor Zinsen, Zinsen vor der Hauptforderung.',
          }),
        ),
      ),
    ),
  });
};

/**
 * How a payment was taken back, by whom it had come. What was booked to us may also have stood in the wrong Akte, so
 * that nothing is said of the bank. The reason is an internal note, perhaps about somebody else: it stays in the Akte.
 */
const TAKEN_BACK = {
  agency: { label: 'zurückgebucht', why: (on: string) => `Die Zahlung ist am ${on} zurückgebucht worden` },
  creditor: {
    label: 'Meldung zurückgenommen',
    why: (on: string) => `Der Gläubiger hat die Zahlung gemeldet und die Meldung am ${on} zurückgenommen`,
  },
} as const satisfies Record<Payment['via'], Readonly<{ label: string; why: (on: string) => string }>>;

const reversedLine = (p: Payment): StatementLine => {
  const on = formatDay(p.reversed?.on ?? p.valueDate);
  const { label, why } = TAKEN_BACK[p.via];
  const was = p.via === 'agency' ? 'eingegangen' : 'gemeldet';
  return line({
    id: `payment.${p.id}`,
    label: `Zahlung vom ${formatDay(p.valueDate)}, ${label}`,
    amount: ZERO,
    ground: '§ 362 BGB',
    why: `${why(on)}; die Forderung steht, als wäre nie gezahlt worden.`,
    lines: [
      line({
        id: `payment.${p.id}.received`,
        label: was,
        amount: negative(p.amount),
        ground: '§ 362 BGB',
        why: p.via === 'agency' ? `Gutschrift am ${formatDay(p.valueDate)}.` : 'Vom Gläubiger gemeldet.',
      }),
      line({
        id: `payment.${p.id}.reversed`,
        label,
        amount: p.amount,
        ground: '§ 362 BGB',
        why: `${p.via === 'agency' ? 'Rückbuchung' : 'Zurückgenommen'} am ${on}.`,
      }),
    ],
  });
};

/** What went back of an overpayment: told, and no part of the balance, as the overpayment itself is none. */
const refundedLines = (akte: Akte, asOf: Day): StatementLine[] =>
  akte.refunds
    .filter((r) => r.on <= asOf)
    .map((r) =>
      line({
        id: `refund.${r.id}`,
        label: `Erstattung vom ${formatDay(r.on)}`,
        amount: ZERO,
        ground: '§ 812 BGB',
        why: `${formatEuro(r.amount)}, die zu viel gezahlt waren, haben wir zurückgezahlt.`,
        inputs: { Betrag: formatEuro(r.amount) },
      }),
    );

const refundLine = (account: Account): StatementLine[] =>
  account.refundedTooMuch === ZERO
    ? []
    : [
        line({
          id: 'refundedTooMuch',
          label: 'Zu viel zurückgezahlt',
          amount: account.refundedTooMuch,
          ground: '§ 812 BGB',
          why: 'Wir hatten eine Überzahlung zurückgezahlt; danach hat die Bank die Zahlung dahinter zurückgebucht.',
        }),
      ];

/** What is still open, by kind: the order in which a court and a bookkeeper ask for it. */
const openLines = (account: Account): StatementLine[] => [
  line({
    id: 'open.principal',
    label: 'Hauptforderung',
    amount: sum(account.claims.map((c) => c.principal)),
    ground: 'Vertrag mit dem Gläubiger',
    why: 'Was von den Rechnungen selbst noch nicht bezahlt ist.',
  }),
  line({
    id: 'open.interest',
    label: 'Zinsen',
    amount: sum(account.claims.map((c) => c.interest)),
    ground: '§ 288 BGB',
    why: 'Entstandene Zinsen, die noch nicht bezahlt sind.',
  }),
  line({
    id: 'open.costs',
    label: 'Kosten des Gläubigers',
    amount: sum(account.claims.map((c) => c.costs)),
    ground: '§ 280, § 286, § 288 Abs. 5 BGB',
    why: 'Mahnkosten und Pauschalen, die noch nicht bezahlt sind.',
  }),
  line({
    id: 'open.fees',
    label: 'Inkassokosten',
    amount: plus(...account.matters.map((m) => m.openFee)),
    ground: '§ 13e RDG, § 280, § 286 BGB',
    why: 'Kosten unserer Beauftragung, die noch nicht bezahlt sind.',
  }),
  ...refundLine(account).map((l) => ({ ...l, id: 'open.refundedTooMuch' })),
];

/** What is left and not asked for any more: told, and still owed. */
const trifleLines = (akte: Akte, account: Account): StatementLine[] =>
  account.matters
    .filter((m) => isTrifle(akte, account, m.matter))
    .map((m) =>
      line({
        id: `${m.matter}.trifle`,
        label: 'Kleinbetrag: wird nicht weiter verfolgt',
        amount: ZERO,
        ground: 'Auftrag des Gläubigers',
        why: `Was offen ist, liegt unter dem Mindestbetrag von ${formatEuro(akte.terms.leastAmount)}: Es bleibt geschuldet, wächst aber nicht mehr, und niemand wird deswegen angeschrieben, angerufen oder verklagt.`,
      }),
    );

/** Interest that runs on from the day after: in the words a court order uses, with what one more day costs. */
const furtherLines = (akte: Akte, account: Account): StatementLine[] =>
  account.claims
    .filter((c) => c.principal > 0 && c.default)
    .map((c) => {
      const from = plusDays(account.asOf, 1);
      const margin = marginRow(akte, c.claim);
      const day = defaultInterest({
        principal: c.principal,
        from,
        to: from,
        rate: { margin: margin.value },
        convention: akte.terms.dayCount,
      });
      const [period] = day.periods;
      return line({
        id: `${c.claim.id}.further`,
        label: `${invoice(c)}: ${factor(margin.value)} Prozentpunkte über dem Basiszinssatz aus ${formatEuro(c.principal)} ab ${formatDay(from)}`,
        amount: day.total,
        ground: '§ 288, § 247 BGB',
        assumed: day.assumed,
        why: 'So viel kommt ungefähr mit jedem weiteren Tag hinzu, solange nichts gezahlt wird.',
        formula: period
          ? `${formatEuro(c.principal)} × ${formatPercent(period.hundredths)} × 1 ÷ ${period.daysInYear}`
          : null,
        rules: [version('Basiszinssatz', baseRateOn(from).row), version('Aufschlag', margin)],
      });
    });

/** Why a payment is shared between creditor and agency as it is. */
const SHARED = {
  'creditor-first': {
    payment: 'Zwischen Gläubiger und Inkasso kommt der Gläubiger zuerst; für den Zahler ändert das nichts.',
    fees: 'Erst was danach bleibt, deckt die Inkassokosten.',
  },
  lawful: {
    payment: 'Zwischen Gläubiger und Inkasso gilt dieselbe Reihenfolge wie gegenüber dem Schuldner.',
    fees: 'Bleibt beim Inkasso.',
  },
} as const satisfies Record<InnerAllocation, Readonly<{ payment: string; fees: string }>>;

const creditorLine = ({ payment, inner }: PaymentSplit, { innerAllocation = 'creditor-first' }: Terms): StatementLine =>
  line({
    id: `creditor.${payment.id}`,
    label: `Zahlung vom ${formatDay(payment.valueDate)}`,
    amount: minus(payment.amount, inner.overpaid),
    ground: 'Inkassovertrag mit dem Gläubiger',
    why: SHARED[innerAllocation].payment,
    lines: (
      [
        ['toPrincipal', 'Hauptforderung'],
        ['toInterest', 'Zinsen'],
        ['toOwnCosts', 'Kosten des Gläubigers'],
        ['toFees', 'Inkassokosten'],
      ] as const satisfies readonly (readonly [keyof Split, string])[]
    )
      .filter(([k]) => inner[k] > 0)
      .map(([k, label]) =>
        line({
          id: `creditor.${payment.id}.${k}`,
          label,
          amount: inner[k],
          ground: 'Inkassovertrag mit dem Gläubiger',
          why: k === 'toFees' ? SHARED[innerAllocation].fees : 'Geht an den Gläubiger.',
        }),
      ),
  });

const section = (id: Section['id'], title: string, counts: boolean, lines: readonly StatementLine[]): Section => ({
  id,
  title,
  counts,
  sum: sum(lines.map((l) => l.amount)),
  lines,
});

/** The sections whose lines add up to the balance. */
export const countedSections = (akte: Akte, account: Account, depth: Depth = 'whole'): readonly Section[] => {
  const payments = [
    ...account.payments.map((p) => ({ on: p.payment.valueDate, line: paymentLine(akte, p, depth) })),
    ...account.reversed.map((p) => ({ on: p.valueDate, line: reversedLine(p) })),
  ]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((p) => p.line);
  return [
    section(
      'claims',
      'Forderungen',
      true,
      account.claims.flatMap((c) => claimLines(akte, c, depth)),
    ),
    section(
      'fees',
      'Inkassokosten',
      true,
      account.matters.flatMap((m) => [
        ...feeLine(akte, account, m, depth),
        ...agreedLines(akte, m, account.asOf),
        ...apartLine(m),
      ]),
    ),
    section('payments', 'Zahlungen', true, [
      ...payments,
      ...waivedLine(account),
      ...refundedLines(akte, account.asOf),
      ...refundLine(account),
    ]),
  ];
};

/**
 * Explains an account line by line: default and its ground first, what is owed, what was paid and where it went. One
 * tree for the debtor, the creditor and the court; letters, the API, JSON, HTML and PDF say what stands here and
 * compute nothing. `creditor`: its name, where the caller knows it.
 */
export const statementOf = (akte: Akte, account: Account, creditor: string | null = null): Statement => {
  const sections = [
    section(
      'default',
      'Verzug',
      false,
      account.claims.map((c) => defaultLine(c, account.asOf)),
    ),
    ...countedSections(akte, account),
    section('open', 'Was noch offen ist', false, [...openLines(account), ...trifleLines(akte, account)]),
    section('further', 'Weitere Zinsen je Tag', false, furtherLines(akte, account)),
    section(
      'creditor',
      'Verrechnung gegenüber dem Gläubiger',
      false,
      account.payments.map((payment) => creditorLine(payment, akte.terms)),
    ),
  ].filter((s) => s.lines.length > 0);
  return {
    akte: akte.id,
    debtor: akte.debtor.name,
    creditor,
    asOf: account.asOf,
    sections,
    total: account.total,
    overpaid: account.overpaid,
    assumed: sections.some((s) => s.lines.some((l) => l.assumed)),
  };
};
