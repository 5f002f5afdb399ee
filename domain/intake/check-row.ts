import { isBefore, plusDays, type Day } from '../calendar.ts';
import { normaliseInvoiceNumber, type Claim } from '../claim.ts';
import { ZERO, minus, type Cents } from '../money.ts';
import { parseDay, parseGermanAmount } from '../parse.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { contactOf, nameOf } from './read-debtor.ts';
import { Reading, type Cells, type Issue, type NewClaim } from './reading.ts';

export type RowCheck = Readonly<{ ok: true; debtor: Debtor; claim: NewClaim; issues: readonly Issue[] } | { ok: false; issues: readonly Issue[] }>;

/** `phones: false` leaves telephone numbers unread: judging one costs more than the rest of the row, so the benchmark shows its share beside. */
export type CheckOptions = Readonly<{ phones?: boolean }>;

/** Above this an amount is more likely a slip than a claim. */
const MOST = 10_000_000_00;

const PRIOR = { keine: 'none', nein: 'none', 0: 'none', erinnerung: 'reminder', zahlungserinnerung: 'reminder', mahnung: 'mahnung', '1 mahnung': 'mahnung', '2 mahnung': 'mahnung', '3 mahnung': 'mahnung', 'letzte mahnung': 'mahnung', ja: 'mahnung' } as const;
const priorOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Claim['priorDunning'] => {
  const kind = r.word('priorDunning', PRIOR) ?? creditor.priorDunning;
  const on = r.parsed('priorDunningOn', parseDay, 'warning');
  const possible = on && !isBefore(on, invoiceDate) && !isBefore(today, on);
  if (on && !possible) r.warn('priorDunningOn', 'prior-dunning.day', 'Das Datum der Mahnung liegt vor der Rechnung oder in der Zukunft und wurde weggelassen.', 'Bitte prüfen.');
  return { kind, ...(possible && kind !== 'none' ? { on } : {}) };
};

const invoiceNumberOf = (r: Reading): string | undefined => {
  const invoiceNumber = r.required('invoiceNumber');
  if (invoiceNumber && normaliseInvoiceNumber(invoiceNumber) === '') r.fail('invoiceNumber', 'invoice-number.invalid', 'Die Rechnungsnummer enthält weder Ziffern noch Buchstaben.', 'Bitte die Rechnungsnummer angeben, wie sie auf der Rechnung steht.');
  return invoiceNumber;
};

/** What is still open. An unreadable part payment refuses the row: leaving it out would demand money that was paid. */
const amountOf = (r: Reading): { principal: Cents; ownCosts: Cents } | null => {
  const [amount, paid] = [r.parsed('amount', parseGermanAmount, 'error'), r.parsed('paid', parseGermanAmount, 'error') ?? ZERO];
  const costs = r.parsed('ownCosts', parseGermanAmount, 'warning') ?? ZERO;
  if (paid < 0) r.fail('paid', 'paid.negative', 'Teilzahlungen dürfen nicht negativ sein.', 'Bitte den gezahlten Betrag ohne Vorzeichen angeben.');
  if (amount === undefined) return null;
  const principal = minus(amount, paid);
  if (amount <= 0) r.fail('amount', 'amount.not-positive', 'Die Hauptforderung muss größer als null sein.', 'Gutschriften und bezahlte Rechnungen bitte nicht übergeben.');
  else if (principal <= 0) r.fail('paid', 'amount.nothing-open', 'Nach Abzug der Teilzahlungen bleibt nichts offen.', 'Bezahlte Rechnungen bitte nicht übergeben.');
  if (amount > MOST) r.fail('amount', 'amount.too-large', 'Die Hauptforderung ist größer als 10.000.000,00 €.', 'Bitte den Betrag prüfen; so große Forderungen übernehmen wir nach Rücksprache.');
  if (costs < 0) r.warn('ownCosts', 'own-costs.negative', 'Negative Mahnkosten wurden weggelassen.', 'Bitte prüfen.');
  else if (costs > MOST) r.warn('ownCosts', 'own-costs.too-large', 'Die Mahnkosten sind größer als 10.000.000,00 € und wurden weggelassen.', 'Bitte prüfen.');
  return { principal, ownCosts: costs < 0 || costs > MOST ? ZERO : costs };
};

const datesOf = (r: Reading, creditor: Creditor, today: Day): { invoiceDate: Day; dueOn: Day } | null => {
  const [invoiceDate, dueDate] = [r.parsed('invoiceDate', parseDay, 'error'), r.parsed('dueDate', parseDay, 'warning')];
  if (!invoiceDate) return null;
  const dueOn = dueDate ?? plusDays(invoiceDate, creditor.paymentTermDays);
  if (isBefore(today, invoiceDate)) r.fail('invoiceDate', 'invoice-date.future', 'Das Rechnungsdatum liegt in der Zukunft.', 'Bitte das Rechnungsdatum prüfen.');
  // Older ones lie before the holiday calendar, and almost all of them are time-barred.
  if (invoiceDate < '2016-01-01') r.fail('invoiceDate', 'invoice-date.too-old', 'Rechnungen aus der Zeit vor 2016 übernehmen wir nur nach Rücksprache.', 'Bitte prüfen, ob ein Titel besteht, und sich an die Mandantenbetreuung wenden.');
  if (isBefore(plusDays(today, 366), dueOn)) r.fail('dueDate', 'due-date.too-far', 'Die Fälligkeit liegt mehr als ein Jahr in der Zukunft.', 'Bitte das Datum prüfen; nicht fällige Forderungen später übergeben.');
  if (isBefore(dueOn, invoiceDate)) r.fail('dueDate', 'due-date.before-invoice', 'Die Fälligkeit liegt vor dem Rechnungsdatum.', 'Bitte beide Daten prüfen.');
  if (!isBefore(dueOn, today)) r.warn('dueDate', 'due-date.not-yet', 'Die Forderung ist noch nicht fällig; gemahnt wird erst danach.', 'Nichts zu tun.');
  if (Number(today.slice(0, 4)) - Number(dueOn.slice(0, 4)) > 3) r.warn('invoiceDate', 'limitation.likely', 'Die Forderung dürfte verjährt sein (§§ 195, 199 BGB).', 'Bitte prüfen, ob Hemmung oder ein Titel besteht.');
  return { invoiceDate, dueOn };
};

const CLAIM_KINDS = {
  waren: 'goods', ware: 'goods', kauf: 'goods', kaufvertrag: 'goods', dienstleistung: 'services', dienstleistungen: 'services', dienstvertrag: 'services', werkvertrag: 'services', energie: 'utilities', strom: 'utilities', gas: 'utilities', wasser: 'utilities',
  versorgung: 'utilities', miete: 'rent', mietvertrag: 'rent', goods: 'goods', services: 'services', utilities: 'utilities', rent: 'rent', darlehen: 'credit', kredit: 'credit', verbraucherkredit: 'credit', verbraucherdarlehen: 'credit', ratenkredit: 'credit', credit: 'credit',
} as const;
/** § 13a(1) Nr. 2 RDG: what the contract is about and when it was made; from the row, else from the mandate (reading 10). */
const contractOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Pick<Claim, 'kind' | 'subject' | 'contractDate'> => {
  const subject = r.text('subject') ?? creditor.contractSubject;
  const stated = r.parsed('contractDate', parseDay, 'warning');
  const future = stated !== undefined && isBefore(today, stated);
  if (future) r.warn('contractDate', 'contract-date.future', 'Das Vertragsdatum liegt in der Zukunft und wurde weggelassen.', 'Bitte prüfen.');
  const contractDate = (future ? undefined : stated) ?? (creditor.contractDateIsInvoiceDate ? invoiceDate : undefined);
  return { kind: r.word('claimKind', CLAIM_KINDS) ?? creditor.kindOfClaim, ...(subject ? { subject } : {}), ...(contractDate ? { contractDate } : {}) };
};

const currencyOf = (r: Reading): void => {
  const currency = r.text('currency')?.toUpperCase() ?? 'EUR';
  if (!['EUR', '€', 'EURO'].includes(currency)) r.fail('currency', 'currency.foreign', `Forderungen in ${currency.slice(0, 20)} werden noch nicht übernommen.`, 'Bitte in Euro umrechnen oder Rücksprache halten.');
};

/**
 * What one row means for this creditor on this day. Unusable contact data, dates of dunning, contract data and own costs never refuse a row:
 * they are left out with a warning. A row is refused where the claim itself is in doubt: who, which invoice, from when, how much.
 */
export const checkRow = (cells: Cells, creditor: Creditor, today: Day, _options: CheckOptions = {}): RowCheck => {
  const r = new Reading(cells);
  const [customerNumber, invoiceNumber] = [r.required('customerNumber'), invoiceNumberOf(r)];
  const [who, amounts, dates] = [nameOf(r), amountOf(r), datesOf(r, creditor, today)];
  currencyOf(r);
  const contact = contactOf(r);
  if (!customerNumber || !invoiceNumber || !who || !amounts || !dates || r.failed()) return { ok: false, issues: r.issues };
  const contract = contractOf(r, creditor, dates.invoiceDate, today);
  if (who.kind === 'private' && (!contract.subject || !contract.contractDate)) r.warn(contract.subject ? 'contractDate' : 'subject', 'contract.missing', 'Vertragsgegenstand oder -datum fehlen; Privatpersonen dürfen erst danach angeschrieben werden (§ 13a RDG).', 'Bitte nachreichen; bis dahin wartet die Akte.');
  const remark = r.text('remark');
  const claim: NewClaim = {
    invoiceNumber, ...dates, ...amounts, ...contract, ...(remark ? { remark } : {}),
    dueByContract: creditor.dueByContract, announcesDefault: creditor.invoicesAnnounceDefault, priorDunning: priorOf(r, creditor, dates.invoiceDate, today),
  };
  return { ok: true, debtor: { customerNumber, ...who, ...contact }, claim, issues: r.issues };
};
