import * as z from 'zod';
import { isBefore, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { Rejected } from '../faults.ts';
import { landOfPostalCode } from '../law/postal-codes.ts';
import { ZERO, minus, type Cents } from '../money.ts';
import { parseDay, parseGermanAmount } from '../parse.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { COLUMNS, type ColumnName } from './columns.ts';

export type Cells = Readonly<Partial<Record<ColumnName, string>>>;
/** `error`: the row is refused. `warning`: accepted, the creditor should look. The message says what is wrong, `mend` what to do. */
export type Issue = Readonly<{ column: ColumnName | null; code: string; severity: 'error' | 'duplicate' | 'conflict' | 'warning' | 'hint'; message: string; mend: string; value?: string }>;
export type NewClaim = Omit<Claim, 'id' | 'matter'>;
export type RowCheck = Readonly<{ ok: true; debtor: Debtor; claim: NewClaim; issues: readonly Issue[] } | { ok: false; issues: readonly Issue[] }>;

const LEGAL_FORM = /\b(GmbH|AG|KG|KGaA|UG|OHG|GbR|e\.\s?K\.|e\.\s?V\.|SE|mbH|PartG)(?![A-Za-zÄÖÜäöü])/;
/** Above this an amount is more likely a slip than a claim. */
const MOST = 10_000_000_00;

/** Collects what is wrong with one row while its cells are read. */
class Reading {
  readonly issues: Issue[] = [];
  private readonly cells: Cells;
  constructor(cells: Cells) { this.cells = cells; }
  text(column: ColumnName, limit = 200): string | undefined {
    const value = this.cells[column]?.replace(/\s+/g, ' ').trim();
    if (!value) return undefined;
    if (value.length > limit) this.warn(column, 'text.too-long', `${COLUMNS[column].label} ist länger als ${limit} Zeichen und wurde gekürzt.`, 'Bitte kürzen.');
    return value.slice(0, limit);
  }
  /** A value that must parse: an error where it is required, else left out with a warning. */
  parsed<T>(column: ColumnName, parse: (text: string) => T, severity: 'error' | 'warning'): T | undefined {
    const value = this.text(column);
    if (value === undefined) return undefined;
    try { return parse(value); } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      this.add({ column, code: error.code, severity, message: `${COLUMNS[column].label}: ${error.message}`, mend: severity === 'error' ? `Bitte ${COLUMNS[column].label} wie „${COLUMNS[column].example}“ schreiben.` : 'Die Angabe wurde weggelassen; bitte berichtigt nachreichen.', value });
      return undefined;
    }
  }
  required(column: ColumnName): string | undefined {
    const value = this.text(column, 60);
    if (value === undefined) this.fail(column, 'required.missing', `${COLUMNS[column].label} fehlt.`, `Bitte ${COLUMNS[column].label} angeben: ${COLUMNS[column].explanation} (Beispiel: ${COLUMNS[column].example}).`);
    return value;
  }
  add(issue: Issue): void { this.issues.push(issue); }
  fail(column: ColumnName | null, code: string, message: string, mend: string): void { this.add({ column, code, severity: 'error', message, mend, ...this.valueOf(column) }); }
  warn(column: ColumnName | null, code: string, message: string, mend: string): void { this.add({ column, code, severity: 'warning', message, mend, ...this.valueOf(column) }); }
  private valueOf(column: ColumnName | null): { value?: string } { const value = column ? this.cells[column] : undefined; return value ? { value } : {}; }
}

const nameOf = (r: Reading): Pick<Debtor, 'kind' | 'name' | 'lastName' | 'salutation'> | null => {
  const [company, firstName, lastName, whole] = [r.text('company'), r.text('firstName'), r.text('lastName'), r.text('name')];
  const person = [firstName, lastName].filter(Boolean).join(' ') || whole;
  const kind = r.text('kind')?.toLowerCase();
  const name = company ?? person;
  if (!name) { r.fail('name', 'name.missing', 'Name fehlt.', 'Bitte Name, Vor- und Nachname oder Firma angeben.'); return null; }
  if (company !== undefined || kind === 'firma' || kind === 'geschäftlich' || LEGAL_FORM.test(name)) return { kind: 'business', name };
  const spoken = r.text('salutation');
  const salutation = spoken === 'Frau' || spoken === 'Herr' ? spoken : undefined;
  if (!kind && !salutation && !firstName) r.warn('kind', 'kind.unknown', 'Ob Privatperson oder Unternehmen, ist nicht angegeben; der Schuldner gilt als Privatperson.', 'Spalte „Art“ mit privat oder Firma füllen.');
  return { kind: 'private', name, ...(lastName ? { lastName } : {}), ...(salutation ? { salutation } : {}) };
};

const phoneOf = (text: string): string => {
  const digits = text.replace(/\(0\)/, '').replace(/[\s()/.-]/g, '').replace(/^00/, '+').replace(/^0/, '+49');
  if (!/^\+[1-9]\d{6,14}$/.test(digits)) throw new Rejected('phone.invalid', `„${text}“ ist keine Telefonnummer.`);
  return digits;
};
const emailOf = (text: string): string => {
  if (!z.email().safeParse(text).success) throw new Rejected('email.invalid', `„${text}“ ist keine E-Mail-Adresse.`);
  return text;
};

const contactOf = (r: Reading): Pick<Debtor, 'address' | 'email' | 'phone' | 'land'> => {
  const [street, postalCode, city] = [r.text('street'), r.text('postalCode'), r.text('city')];
  const [email, phone] = [r.parsed('email', emailOf, 'warning'), r.parsed('phone', phoneOf, 'warning')];
  if (postalCode && !/^\d{5}$/.test(postalCode)) r.warn('postalCode', 'postal-code.invalid', `„${postalCode}“ ist keine fünfstellige Postleitzahl; die Anschrift wurde weggelassen.`, 'Bitte fünf Ziffern angeben, führende Null mitschreiben.');
  const address = street && city && postalCode && /^\d{5}$/.test(postalCode) ? { street, postalCode, city, country: 'DE' as const } : undefined;
  if (!address && (street ?? postalCode ?? city) && !r.issues.some((i) => i.code === 'postal-code.invalid')) r.warn('street', 'address.incomplete', 'Die Anschrift ist unvollständig; Briefe sind nicht möglich.', 'Bitte Straße, PLZ und Ort angeben.');
  if (!address && !email) r.warn(null, 'contact.none', 'Weder Anschrift noch E-Mail: Der Schuldner ist nicht erreichbar, die Akte wartet.', 'Bitte Anschrift oder E-Mail nachreichen oder eine Adressermittlung beauftragen.');
  const land = address ? landOfPostalCode(address.postalCode) : undefined;
  return { ...(address ? { address } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(land ? { land } : {}) };
};

const PRIOR = { keine: 'none', nein: 'none', erinnerung: 'reminder', zahlungserinnerung: 'reminder', mahnung: 'mahnung', ja: 'mahnung' } as const;
const priorOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Claim['priorDunning'] => {
  const word = r.text('priorDunning')?.toLowerCase();
  const known = Object.entries(PRIOR).find(([w]) => w === word)?.[1];
  if (word && !known) r.warn('priorDunning', 'prior-dunning.unknown', `„${word}“ ist kein Mahnstatus; es gilt die Vorgabe Ihres Mandats.`, 'Bitte keine, Erinnerung oder Mahnung angeben.');
  let on = r.parsed('priorDunningOn', parseDay, 'warning');
  if (on && (isBefore(on, invoiceDate) || isBefore(today, on))) { r.warn('priorDunningOn', 'prior-dunning.day', 'Das Datum der Mahnung liegt vor der Rechnung oder in der Zukunft und wurde weggelassen.', 'Bitte prüfen.'); on = undefined; }
  return { kind: known ?? creditor.priorDunning, ...(on ? { on } : {}) };
};

const amountOf = (r: Reading): { principal: Cents; ownCosts: Cents } | null => {
  const amount = r.required('amount') === undefined ? undefined : r.parsed('amount', parseGermanAmount, 'error');
  const [paid, ownCosts] = [r.parsed('paid', parseGermanAmount, 'error') ?? ZERO, r.parsed('ownCosts', parseGermanAmount, 'warning') ?? ZERO];
  if (amount === undefined) return null;
  const principal = minus(amount, paid);
  if (amount <= 0 || paid < 0 || principal <= 0) r.fail('amount', 'amount.not-positive', paid > 0 ? 'Nach Abzug der Teilzahlungen bleibt nichts offen.' : 'Die Hauptforderung muss größer als null sein.', 'Gutschriften und bezahlte Rechnungen bitte nicht übergeben.');
  if (amount > MOST) r.fail('amount', 'amount.too-large', 'Die Hauptforderung ist größer als 10.000.000,00 €.', 'Bitte den Betrag prüfen; so große Forderungen übernehmen wir nach Rücksprache.');
  if (ownCosts < 0) { r.warn('ownCosts', 'own-costs.negative', 'Negative Mahnkosten wurden weggelassen.', 'Bitte prüfen.'); return { principal, ownCosts: ZERO }; }
  return { principal, ownCosts };
};

const datesOf = (r: Reading, creditor: Creditor, today: Day): { invoiceDate: Day; dueOn: Day } | null => {
  const invoiceDate = r.required('invoiceDate') === undefined ? undefined : r.parsed('invoiceDate', parseDay, 'error');
  if (!invoiceDate) return null;
  const dueOn = r.parsed('dueDate', parseDay, 'warning') ?? plusDays(invoiceDate, creditor.paymentTermDays);
  if (isBefore(today, invoiceDate)) r.fail('invoiceDate', 'invoice-date.future', 'Das Rechnungsdatum liegt in der Zukunft.', 'Bitte das Rechnungsdatum prüfen.');
  // Older ones lie before the holiday calendar, and almost all of them are time-barred.
  if (invoiceDate < '2016-01-01') r.fail('invoiceDate', 'invoice-date.too-old', 'Rechnungen aus der Zeit vor 2016 übernehmen wir nur nach Rücksprache.', 'Bitte prüfen, ob ein Titel besteht, und sich an die Mandantenbetreuung wenden.');
  if (isBefore(plusDays(today, 366), dueOn)) r.fail('dueDate', 'due-date.too-far', 'Die Fälligkeit liegt mehr als ein Jahr in der Zukunft.', 'Bitte das Datum prüfen; nicht fällige Forderungen später übergeben.');
  if (isBefore(dueOn, invoiceDate)) r.fail('dueDate', 'due-date.before-invoice', 'Die Fälligkeit liegt vor dem Rechnungsdatum.', 'Bitte beide Daten prüfen.');
  if (!isBefore(dueOn, today)) r.warn('dueDate', 'due-date.not-yet', 'Die Forderung ist noch nicht fällig; gemahnt wird erst danach.', 'Nichts zu tun.');
  if (Number(today.slice(0, 4)) - Number(dueOn.slice(0, 4)) > 3) r.warn('invoiceDate', 'limitation.likely', 'Die Forderung dürfte verjährt sein (§§ 195, 199 BGB).', 'Bitte prüfen, ob Hemmung oder ein Titel besteht.');
  return { invoiceDate, dueOn };
};

/** What one row means for this creditor on this day. An unusable optional value never refuses a row: it is left out with a warning. */
export const checkRow = (cells: Cells, creditor: Creditor, today: Day): RowCheck => {
  const r = new Reading(cells);
  const [customerNumber, invoiceNumber] = [r.required('customerNumber'), r.required('invoiceNumber')];
  const [who, amounts, dates] = [nameOf(r), amountOf(r), datesOf(r, creditor, today)];
  const currency = r.text('currency')?.toUpperCase() ?? 'EUR';
  if (currency !== 'EUR' && currency !== '€') r.fail('currency', 'currency.foreign', `Forderungen in ${currency} werden noch nicht übernommen.`, 'Bitte in Euro umrechnen oder Rücksprache halten.');
  const contact = contactOf(r);
  if (!customerNumber || !invoiceNumber || !who || !amounts || !dates || r.issues.some((i) => i.severity === 'error')) return { ok: false, issues: r.issues };
  const subject = r.text('subject') ?? creditor.contractSubject;
  const contractDate = r.parsed('contractDate', parseDay, 'warning') ?? (creditor.contractDateIsInvoiceDate ? dates.invoiceDate : undefined);
  if (who.kind === 'private' && (!subject || !contractDate)) r.warn(subject ? 'contractDate' : 'subject', 'contract.missing', 'Vertragsgegenstand oder -datum fehlen; Privatpersonen dürfen erst danach angeschrieben werden (§ 13a RDG).', 'Bitte nachreichen; bis dahin wartet die Akte.');
  const remark = r.text('remark', 500);
  const claim: NewClaim = {
    invoiceNumber, ...dates, ...amounts, kind: creditor.kindOfClaim, ...(subject ? { subject } : {}), ...(contractDate ? { contractDate } : {}), ...(remark ? { remark } : {}),
    dueByContract: creditor.dueByContract, announcesDefault: creditor.invoicesAnnounceDefault, priorDunning: priorOf(r, creditor, dates.invoiceDate, today),
  };
  return { ok: true, debtor: { customerNumber, ...who, ...contact }, claim, issues: r.issues };
};
