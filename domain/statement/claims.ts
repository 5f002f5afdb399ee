import type { ClaimStanding } from '../account/account.ts';
import type { Akte, Credit } from '../akte/akte.ts';
import { formatDay } from '../calendar.ts';
import { lumpSumRow } from '../account/entitlement.ts';
import type { ChargedFee } from '../account/owed.ts';
import { ZERO, formatEuro, negative, type Cents } from '../money.ts';
import type { FeeBasis } from '../procedure/procedure.ts';
import { interestLine } from './interest.ts';
import { invoice, line, version, type Depth, type StatementLine } from './lines.ts';

const principalLine = (c: ClaimStanding): StatementLine => {
  const { claim } = c;
  const subject = claim.subject ? `: ${claim.subject}` : '';
  return line({
    id: `${claim.id}.principal`,
    label: `${invoice(c)} vom ${formatDay(claim.invoiceDate)}`,
    amount: claim.principal,
    ground: 'Vertrag mit dem Gläubiger',
    why: `Hauptforderung, fällig seit ${formatDay(claim.dueOn)}${subject}`,
    inputs: {
      Rechnungsnummer: claim.invoiceNumber,
      Rechnungsdatum: formatDay(claim.invoiceDate),
      Fälligkeit: formatDay(claim.dueOn),
    },
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

/** What the creditor charged for its own dunning: on what ground, and for which message, as far as it has told us. */
const ownCostsInWords = (c: ClaimStanding): string => {
  const { kind, on } = c.claim.priorDunning;
  const dunned = kind === 'reminder' ? 'eine Zahlungserinnerung' : 'eine Mahnung';
  const for_ = kind === 'none' ? 'für eigene Mahnschreiben' : `für ${dunned}${on ? ` vom ${formatDay(on)}` : ''}`;
  return `Vom Gläubiger ${for_} zu ${invoice(c)} berechnet, als Ersatz von Verzugsschaden (§ 280 Abs. 1, 2, § 286 BGB). Einen Nachweis fordern wir auf Wunsch bei ihm an.`;
};

const ownCostsLine = (c: ClaimStanding): StatementLine[] => {
  // Where all of it was credited nothing was ever owed, and no costs of asking for it.
  if (c.claim.ownCosts === ZERO || c.owed === ZERO) return [];
  return [
    line({
      id: `${c.claim.id}.ownCosts`,
      label: 'Mahnkosten des Gläubigers',
      amount: c.claim.ownCosts,
      ground: '§ 280 Abs. 1, 2, § 286 BGB',
      why: ownCostsInWords(c),
    }),
  ];
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

const lumpSumLine = (akte: Akte, c: ClaimStanding): StatementLine[] => {
  const lump = lumpSumRow(akte, c.claim);
  if (c.lumpSum === ZERO || !lump) return [];
  return [
    line({
      id: `${c.claim.id}.lumpSum`,
      label: 'Verzugspauschale',
      amount: c.lumpSum,
      ground: '§ 288 Abs. 5 BGB',
      why: `${invoice(c)}: Unternehmen schulden mit dem Verzug pauschal ${formatEuro(c.lumpSum)}; sie wird auf Inkassokosten angerechnet.`,
      rules: [version('Verzugspauschale', lump)],
    }),
  ];
};

/** All that is owed of one claim: itself, less what was credited, and what has come on top of it. */
export const claimLines = (akte: Akte, c: ClaimStanding, depth: Depth): StatementLine[] => [
  principalLine(c),
  ...c.credits.map((credit) => creditLine(c, credit)),
  ...ownCostsLine(c),
  ...c.flatFees.map((fee) => flatFeeLine(c, fee)),
  ...lumpSumLine(akte, c),
  ...interestLine(akte, c, depth),
];
