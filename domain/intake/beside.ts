import { formatEuro, type Cents } from '../money.ts';
import { amountIn } from '../parse.ts';
import { foldedHeading } from './columns.ts';
import { issueOf, type Issue } from './reading.ts';
import { documentReason, sentenceReason } from './telling.ts';

/**
 * What a column nobody knows holds beside the claim. `telling`: a word that says it all. `payment`: an amount under a
 * heading that speaks of money that came in or was let off. `rest`: one under a heading that speaks of what is still
 * owed. `amount`: money under any other heading.
 */
export type Beside = Readonly<{ heading: string; cell: string }> &
  Readonly<{ kind: 'telling' | 'payment' } | { kind: 'rest' | 'amount'; value: Cents }>;

type Speaks = 'of nothing' | 'of kind' | 'of payment' | 'of rest' | 'of something';
/** Headings under which a list may say which document a row is. */
const KIND = /^(?:typ|type|kz|kennz|kennzeichen|kategorie|category|vorgang|beleg|buchung|buchungsschluessel)$/;
/**
 * What headings nobody knows speak of, by parts of the folded heading. The first line with such a part counts: money
 * paid stays paid, whether net, into an account or towards a price.
 */
const MEANINGS: readonly (readonly [Speaks, RegExp])[] = [
  // What counts, numbers, dates or groups something, be it payments. `Anzahlung`, `Umsatz` and `paid` do not.
  ['of nothing', /anzahl(?!ung)|kennzahl|postleitzahl|nummer|nr$|^nr|(?<!pa)id$|referenz|schluessel|code/],
  ['of nothing', /tage|ziel|frist|datum|zeit|bedingung|kondition|prozent|(?<!um)satz|quote|limit|linie/],
  ['of nothing', /gruppe(?!n)|klasse(?!n)|art$|typ$|weg$|methode|mittel/],
  // What was not paid.
  ['of rest', /unbezahlt|nicht(?:be|ge)zahlt|zuzahlen|unpaid/],
  // Money that came in, whatever it was for: `Bezahlt netto`, `Eingang Konto`. Not `Zahlungskosten`, the costs of it.
  ['of payment', /anzahlung|bezahlt|gezahlt|zahlung(?:en)?(?!s|en)|beglichen|getilgt|paid|erhalten/],
  ['of payment', /kontoeingang|eingang(?:auf[a-z]*)?(?:bank)?konto|(?:zahlungs|geld)eingang|eingegangen/],
  // Money that was let off or given back, whatever for: `Preisnachlass`, `Frachtgutschrift`, `Kontoguthaben`.
  ['of payment', /gutschrift(?!s)|gutschriftsbetrag|gutgeschrieben|guthaben(?!zins)|erstattet|rueckerstattung/],
  ['of payment', /nachlass|minderung|rabatt$|abzug(?!s)/],
  // Accounts and taxes. `Skonto` and `akonto` are no accounts, `privat` is no VAT, `verrechnet` not net.
  ['of nothing', /(?<![sa])konto(?!saldo)|steuer|mwst|ust$|(?<!pri)vat|netto|(?<!ch)net$/],
  // Costs, interest, prices and parts of the invoice: nothing of that makes the claim smaller.
  ['of nothing', /kosten|gebuehr|spesen|auslagen|entgelt|porto|versand|fracht|zins|interest|fee|provision|kurs/],
  ['of nothing', /preis|price|menge|gewicht|umsatz|warenwert|einkauf|vorjahr|^skonto(?:betrag|faehig\w*)?$/],
  // Whatever else sounds like money that came in or was let off.
  ['of payment', /zahl|ueberw|akonto|abschlag|vorschuss|kaution|begleich|tilg|ausgleich|eingang|eingeg|einnahm/],
  ['of payment', /gutschr|gutgeschr|verrechn|anrechn|angerechn|skonto|rabatt|abzueg|abzgl|minder|erstatt|erlass/],
  ['of payment', /payment|received|credit|discount|deduct|refund/],
  ['of rest', /offen|rest|saldo|faellig|ausst|schuld|rueckst|open|due|outstanding|balance/],
];
/** What a heading nobody knows speaks of. */
export const speaksOf = (heading: string): Speaks => {
  const key = foldedHeading(heading);
  if (KIND.test(key)) return 'of kind';
  if (heading.includes('%')) return 'of nothing';
  return MEANINGS.find(([, parts]) => parts.test(key))?.[0] ?? 'of something';
};

/** `29,90`, `1.234,5 €`: what money looks like. Whole numbers may count anything. */
const WITH_CENTS = /^[^\p{L}\d%]{0,3}\d[\d.\s']*,\d{1,2}(?!\d)/u;
/** `1,234.56`: an amount as we do not read it, and no day. */
const FOREIGN_AMOUNT = /^[-+(€\s]*(?!\d{1,2}\.\d{1,2}\.\d)[\d.,' ]*\d\.\d{2}[-)€\s]*$/;
/** `GU`, `Storno`; an offer or a way to pay may stand there as well and says nothing. */
const namesOther = (cell: string): boolean => {
  const reason = documentReason(cell);
  return (
    reason !== undefined &&
    reason !== 'claim.no-invoice' &&
    !/^(?:bank|lastschrift|überweisung|skonto)$/i.test(cell.trim())
  );
};
/** What this cell says beside the claim; undefined: nothing that could make it smaller. */
export const besideIn = (heading: string, speaks: Speaks, cell: string): Beside | undefined => {
  if (sentenceReason(cell) !== undefined || (speaks === 'of kind' && namesOther(cell)))
    return { kind: 'telling', heading, cell };
  if (speaks === 'of nothing' || !/\d/.test(cell)) return undefined;
  if ((speaks === 'of something' || speaks === 'of kind') && !WITH_CENTS.test(cell)) return undefined;
  const amount = amountIn(cell);
  if (amount === 0 || amount === 'amount.percent' || amount === 'amount.truth-value') return undefined;
  if (amount === 'amount.invalid' && !FOREIGN_AMOUNT.test(cell)) return undefined;
  if (speaks === 'of payment' || typeof amount === 'string') return { kind: 'payment', heading, cell };
  return { kind: speaks === 'of rest' ? 'rest' : 'amount', heading, cell, value: amount };
};

/** Why a row with this beside it is refused before anything else of it is read. */
export const refusedFor = (found: Beside): Issue | undefined => {
  if (found.kind === 'telling') return issueOf('column.telling', null, found.cell, { Überschrift: found.heading });
  return found.kind === 'payment'
    ? issueOf('column.payment', null, found.cell, { Überschrift: found.heading })
    : undefined;
};
/**
 * Why a claim of so much (of an invoice of so much) does not go with what stands beside it. An amount that is the claim
 * or the whole explains itself, and one above the whole is neither a payment of it nor what is left of it.
 */
export const unexplained = (found: Beside, principal: Cents, whole: Cents): Issue | undefined => {
  if (found.kind !== 'rest' && found.kind !== 'amount') return undefined;
  const explained =
    found.value === principal || (found.kind === 'amount' && (found.value === whole || Math.abs(found.value) > whole));
  return explained
    ? undefined
    : issueOf('column.amount', null, found.cell, { Überschrift: found.heading, Betrag: formatEuro(principal) });
};
