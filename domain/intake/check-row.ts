import type { Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { addressWindow } from '../letters/address-window.ts';
import { addressParts } from '../letters/salutation.ts';
import type { Creditor, Debtor } from '../parties.ts';
import { amountsOf, type Amounts } from './read-amounts.ts';
import {
  attachmentOf,
  contractOf,
  datesOf,
  invoiceNumberOf,
  priorDunningOf,
  type Contract,
  type Dates,
} from './read-claim.ts';
import { contactOf, type Contact } from './read-contact.ts';
import { birthDateOf, whoOf, type Who } from './read-debtor.ts';
import { refuseWhatMustNotRun } from './read-marks.ts';
import { Reading, type Cells, type Issue, type NewClaim } from './reading.ts';
import type { Stated } from './stated.ts';

/**
 * `stated`: what the claim says in a shape that is always the same. `paid`: what of the invoice had been paid before,
 * in cents.
 */
export type RowCheck = Readonly<
  | {
      ok: true;
      debtor: Debtor;
      claim: NewClaim;
      formerName?: string;
      paid: Cents;
      stated: Stated;
      issues: readonly Issue[];
    }
  | { ok: false; issues: readonly Issue[] }
>;
/**
 * `phones: false` leaves telephone numbers unread: judging one costs more than the rest of the row, so the benchmark
 * shows its share beside.
 */
export type CheckOptions = Readonly<{ phones?: boolean }>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const statedIn = (
  r: Reading,
  creditor: Creditor,
  today: Day,
  { principal, ownCosts }: Amounts,
  { invoiceDate, dueOn }: Dates,
  { subject, contractDate }: Contract,
): Stated => {
  const { dunned, dunnedOn, dunnedPayBy } = priorDunningOf(r, creditor, invoiceDate, today);
  return {
    principal,
    ownCosts,
    invoiceDate,
    dueOn,
    subject,
    contractDate,
    dunned,
    dunnedOn,
    dunnedPayBy,
    attachment: attachmentOf(r),
    remark: r.text('remark', r.cells.remark),
  };
};
const priorDunningIn = ({ dunned: kind, dunnedOn: on, dunnedPayBy: payBy }: Stated): NewClaim['priorDunning'] => {
  if (on === undefined) return { kind };
  return payBy === undefined ? { kind, on } : { kind, on, payBy };
};
const claimOf = (invoiceNumber: string, of: Stated, kind: Contract['kind'], creditor: Creditor): NewClaim => {
  const claim: Mutable<NewClaim> = {
    invoiceNumber,
    invoiceDate: of.invoiceDate,
    dueOn: of.dueOn,
    principal: of.principal,
    ownCosts: of.ownCosts,
    kind,
    dueByContract: creditor.dueByContract,
    announcesDefault: creditor.invoicesAnnounceDefault,
    priorDunning: priorDunningIn(of),
  };
  if (of.subject !== undefined) claim.subject = of.subject;
  if (of.contractDate !== undefined) claim.contractDate = of.contractDate;
  if (of.attachment !== undefined) claim.attachment = of.attachment;
  if (of.remark !== undefined) claim.remark = of.remark;
  return claim;
};
const debtorOf = (
  customerNumber: string,
  who: Who,
  { address, land, emails, phones, iban, language }: Contact,
  birthDate: Day | undefined,
): Debtor => {
  const debtor: Mutable<Debtor> = { customerNumber, kind: who.kind, name: who.name };
  if (who.lastName !== undefined) debtor.lastName = who.lastName;
  if (who.salutation !== undefined) debtor.salutation = who.salutation;
  if (birthDate !== undefined) debtor.birthDate = birthDate;
  if (address !== undefined) debtor.address = address;
  if (land !== undefined) debtor.land = land;
  if (emails.first !== undefined) debtor.email = emails.first;
  if (emails.further !== undefined) debtor.furtherEmails = emails.further;
  if (phones.first !== undefined) debtor.phone = phones.first;
  if (phones.further !== undefined) debtor.furtherPhones = phones.further;
  if (iban !== undefined) debtor.iban = iban;
  if (language !== undefined) debtor.language = language;
  return debtor;
};

/** As long as name and address have no more letters than this they fit into every address window. */
const SURELY_FITS = 100;
/** An address that no letter could show whole is left out: a letter without its house number arrives nowhere. */
const fitting = (r: Reading, name: string | undefined, contact: Contact): Contact => {
  const { address } = contact;
  if (name === undefined || address === undefined) return contact;
  const parts = addressParts({ name, address });
  if (parts.join('').length <= SURELY_FITS || addressWindow(parts) !== null) return contact;
  r.raise('address.too-long', 'street');
  if (contact.emails.first === undefined) r.raise('contact.none', null);
  return { ...contact, address: undefined, land: undefined };
};

/**
 * What one row means for this creditor on this day. Whatever is optional and unusable (contact data, contract, dunning,
 * own costs) never refuses a row: it is left out with a warning. A row is refused where the claim itself is in doubt
 * (who, which invoice, from when, how much) or must not run (disputed, insolvent, not in euros).
 */
export const checkRow = (
  cells: Cells,
  creditor: Creditor,
  today: Day,
  { phones = true }: CheckOptions = {},
): RowCheck => {
  const r = new Reading(cells);
  const customerNumber = r.identity('customerNumber', r.cells.customerNumber);
  const invoiceNumber = invoiceNumberOf(r);
  const who = whoOf(r);
  const amounts = amountsOf(r);
  const dates = datesOf(r, creditor, today);
  refuseWhatMustNotRun(r, today);
  const contact = fitting(r, who?.name, contactOf(r, phones, who?.beside));
  if (!customerNumber || !invoiceNumber || !who || !amounts || !dates || r.failed)
    return { ok: false, issues: r.issues };
  const contract = contractOf(r, creditor, dates.invoiceDate, today);
  if (who.kind === 'private' && (!contract.subject || !contract.contractDate))
    r.raise('contract.missing', contract.subject ? 'contractDate' : 'subject');
  const birthDate = birthDateOf(r, today, contract.contractDate ?? dates.invoiceDate);
  const formerName = r.text('formerName', r.cells.formerName);
  const stated = statedIn(r, creditor, today, amounts, dates, contract);
  if (r.failed) return { ok: false, issues: r.issues };
  return {
    ok: true,
    debtor: debtorOf(customerNumber, who, contact, birthDate),
    claim: claimOf(invoiceNumber, stated, contract.kind, creditor),
    ...(formerName === undefined ? {} : { formerName }),
    paid: amounts.paid,
    stated,
    issues: r.issues,
  };
};
