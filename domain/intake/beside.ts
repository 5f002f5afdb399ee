import { formatEuro, type Cents } from '../money.ts';
import { amountIn } from '../parse.ts';
import { foldedHeading } from './match-header.ts';
import { issueOf, type Issue } from './reading.ts';
import { documentReason, sentenceReason, wordIn } from './telling.ts';

/**
 * What a column nobody knows holds beside the claim. `telling`: a word that says it all. `payment`: an amount under a
 * heading that speaks of money that came in or was let off. `rest`: one under a heading that speaks of what is still
 * owed; without `value` where it cannot be read.
 */
export type Beside = Readonly<{ heading: string; cell: string }> &
  Readonly<{ kind: 'telling' | 'payment' } | { kind: 'rest'; value: Cents | undefined }>;

/**
 * `perhaps`: a heading with such a word in it may as well mean a number, a way or a time (`Zahlungsintervall`,
 * `Überfällig`), so only what is written as money counts.
 */
export type Speaks = 'of nothing' | 'of kind' | 'of payment' | 'perhaps of payment' | 'of rest' | 'perhaps of rest';
/** Headings under which a list may say which document a row is. */
const KIND = /^(?:typ|type|kz|kennz|kennzeichen|kategorie|category|vorgang|beleg|buchung|buchungsschluessel)$/;
/**
 * What headings nobody knows speak of, by parts of the folded heading. The first line with such a part counts: money
 * paid stays paid, whether net, into an account or towards a price. Whatever has none of these parts says nothing of
 * money that makes the claim smaller.
 */
const MEANINGS: readonly (readonly [Speaks, RegExp])[] = [
  // What counts, numbers, dates or groups something, be it payments. `Anzahlung`, `Umsatz` and `paid` do not.
  ['of nothing', /anzahl(?!ung)|[a-z]zahl$|postleitzahl|nummer|nr$|^nr|(?<!pa)id$|referenz|reference|schluessel|code/],
  ['of nothing', /tage|ziel|frist|datum|(?<!der|zur)zeit|bedingung|kondition|prozent|(?<!um)satz|quote|limit|linie/],
  ['of nothing', /gruppe(?!n)|klasse(?!n)|art$|typ$|weg$|methode|method$|mittel|terms|index|score|rating/],
  ['of nothing', /zahler$|creditreform|creditor|zahlungsverzug|(?:rechnungs|post|auftrags|waren|bestell|beleg)eingang/],
  ['of nothing', /rest(?:monat|lauf|wert|menge|stueck|urlaub|aurant)|individue/],
  // Who paid or how, but for an amount that stands there.
  ['perhaps of payment', /(?:be|ge)zahlt(?:von|durch|mit|per|ueber)$/],
  // What was not paid.
  ['of rest', /unbezahlt|nicht(?:be|ge)zahlt|zuzahlen|unpaid/],
  // Money that came in, whatever it was for: `Bezahlt netto`, `Eingang Konto`. Not `Zahlungskosten`, the costs of it.
  ['of payment', /anzahlung|bezahlt|gezahlt|zahlung(?:en)?(?!s|en)|beglichen|getilgt|paid|erhalten/],
  ['of payment', /kontoeingang|eingang(?:auf[a-z]*)?(?:bank)?konto|(?:zahlungs|geld)eingang|eingegangen/],
  ['of payment', /zahl(?:ungs)?(?:betrag|summe|hoehe)/],
  // Money that was let off or given back, whatever for: `Preisnachlass`, `Frachtgutschrift`, `Kontoguthaben`.
  ['of payment', /gutschrift(?!s)|gutschriftsbetrag|gutgeschrieben|guthaben(?!zins)|erstattet|rueckerstattung/],
  ['of payment', /nachlass|minderung|rabatt$|abzug(?!s)/],
  // Accounts and taxes. `Skonto` and `akonto` are no accounts, `privat` is no VAT, `verrechnet` not net.
  ['of nothing', /(?<![sa])konto(?!saldo)|steuer|mwst|ust$|(?<!pri)vat|netto|(?<!ch)net$/],
  // Costs, interest, prices and parts of the invoice: nothing of that makes the claim smaller.
  ['of nothing', /kosten|gebuehr|spesen|auslagen|entgelt|porto|versand|fracht|zins|interest|fee|provision|kurs/],
  ['of nothing', /preis|price|menge|gewicht|umsatz|warenwert|einkauf|vorjahr|^skonto(?:betrag|faehig\w*)?$/],
  // Whatever else sounds like money that came in or was let off.
  ['of payment', /ueberwiesen|ueberweisung(?!s)|akonto|abschl(?:ag|aege)$|vorschuss|ausgleich|eingang$|einnahm/],
  ['of payment', /gutschr|gutgeschr|verrechn|anrechn|angerechn|skonto|abzueg|abzgl|erstatt|erlass/],
  ['of payment', /payments?$|received|credits?$|credited|discount|deduct|refund/],
  ['perhaps of payment', /zahl|ueberweis|abschlag|begleich|tilg|eingang|eingeg|rabatt|gutschein|minder|payment|credit/],
  // What is still owed; since when, or how many of it, are no money.
  ['perhaps of rest', /seit|since|days|offene(?:posten|rechnungen|mahnungen|vorgaenge|belege)/],
  ['of rest', /offen|saldo|ausstehend|ausstand|schuld(?!ner)|rueckst(?:and|aend)|outstanding|balance|opos|^op$/],
  ['of rest', /open(?!ing)|rest(?:$|betrag|summe|forderung|zahl|posten)|faellig\w?\w?(?:betrag|gesamt|summe)/],
  ['of rest', /(?:betrag|gesamt|summe)faellig|(?:amount|total)due|due(?:amount|total)/],
  ['perhaps of rest', /faellig(?!k)|rest|due|aussensta/],
];
/** What a heading nobody knows speaks of. */
export const speaksOf = (heading: string): Speaks => {
  const key = foldedHeading(heading);
  if (KIND.test(key)) return 'of kind';
  if (heading.includes('%')) return 'of nothing';
  return MEANINGS.find(([, parts]) => parts.test(key))?.[0] ?? 'of nothing';
};

/** `29,90`, `1.234,5 €`: what money looks like. Whole numbers may count anything. */
const WITH_CENTS = /^[^\p{L}\d%]{0,3}\d[\d.\s']*,\d{1,2}(?!\d)|€|(?<!\p{L})eur/iu;
/** `1,234.56`: an amount in English spelling, and no day. */
const FOREIGN_AMOUNT = /^[-+(€\s]*(?!\d{1,2}\.\d{1,2}\.\d)[\d.,' ]*\d\.\d{2}[-)€\s]*$/;
const isMoney = (cell: string): boolean => WITH_CENTS.test(cell) || FOREIGN_AMOUNT.test(cell);
/** The amount that stands here, in cents; `unreadable` where there is one that could be several. */
const valueIn = (cell: string): Cents | 'none' | 'unreadable' => {
  const amount = amountIn(cell);
  if (typeof amount === 'number') return amount;
  if (amount === 'amount.percent' || amount === 'amount.truth-value') return 'none';
  if (amount !== 'amount.invalid') return 'unreadable';
  if (!FOREIGN_AMOUNT.test(cell)) return 'none';
  const german = amountIn(cell.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')));
  return typeof german === 'number' ? german : 'unreadable';
};
/** Words for money that came in, with which a list may as well say how an invoice is to be paid. */
const WAYS_TO_PAY: ReadonlySet<string> = new Set(['bank', 'lastschrift', 'überweisung', 'skonto']);
/** `GU`, `Storno`; an offer or a way to pay may stand there as well and says nothing. */
const namesOther = (cell: string): boolean => {
  const reason = documentReason(cell);
  return reason !== undefined && reason !== 'claim.no-invoice' && !WAYS_TO_PAY.has(wordIn(cell));
};
/** What this cell says beside the claim; undefined: nothing that could make it smaller. */
export const besideIn = (heading: string, speaks: Speaks, cell: string): Beside | undefined => {
  if (sentenceReason(cell) !== undefined || (speaks === 'of kind' && namesOther(cell)))
    return { kind: 'telling', heading, cell };
  if (speaks === 'of nothing' || speaks === 'of kind') return undefined;
  const isPerhaps = speaks === 'perhaps of payment' || speaks === 'perhaps of rest';
  if (isPerhaps && !isMoney(cell)) return undefined;
  const value = valueIn(cell);
  if (value === 0 || value === 'none') return undefined;
  if (speaks === 'of payment' || speaks === 'perhaps of payment') return { kind: 'payment', heading, cell };
  return { kind: 'rest', heading, cell, value: value === 'unreadable' ? undefined : value };
};

/** Why a row with this beside it is refused before anything else of it is read. */
export const refusedFor = (found: Beside): Issue | undefined => {
  if (found.kind === 'telling') return issueOf('column.telling', null, found.cell, { Überschrift: found.heading });
  return found.kind === 'payment'
    ? issueOf('column.payment', null, found.cell, { Überschrift: found.heading })
    : undefined;
};
/**
 * Why a claim of so much (of an invoice of so much) does not go with what is said to be open beside it. A rest that is
 * the claim explains itself; one above the whole invoice is what is open of others as well, and makes no claim smaller.
 */
export const unexplained = (found: Beside, principal: Cents, whole: Cents): Issue | undefined => {
  if (found.kind !== 'rest') return undefined;
  const { value, cell, heading } = found;
  if (value !== undefined && (value === principal || value > whole)) return undefined;
  return issueOf('column.amount', null, cell, { Überschrift: heading, Betrag: formatEuro(principal) });
};
