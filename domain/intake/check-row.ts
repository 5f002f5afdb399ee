import type { Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { addressWindow } from '../print/address-window.ts';
import { addressParts } from '../parties/salutation.ts';
import type { Creditor, Debtor } from '../parties/parties.ts';
import { amountsOf, type Amounts } from './read-amounts.ts';
import {
  attachmentOf,
  contractOf,
  datesOf,
  invoiceNumberOf,
  priorDunningOf,
  type Contract,
  type Dates,
  type Dunned,
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
  {
    amounts: { principal, ownCosts },
    dates: { invoiceDate, dueOn },
    contract: { subject, contractDate },
    priorDunning: { dunned, dunnedOn, dunnedPayBy },
  }: Readonly<{ amounts: Amounts; dates: Dates; contract: Contract; priorDunning: Dunned }>,
): Stated => ({
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
});
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

/** What no claim can do without: who owes, on which invoice, how much and since when. */
type Core = Readonly<{ customerNumber: string; invoiceNumber: string; who: Who; amounts: Amounts; dates: Dates }>;
type CoreRead = Readonly<{ [K in keyof Core]: Core[K] | undefined }>;
const coreOf = (r: Reading, creditor: Creditor, today: Day): CoreRead => ({
  customerNumber: r.identity('customerNumber', r.cells.customerNumber),
  invoiceNumber: invoiceNumberOf(r),
  who: whoOf(r),
  amounts: amountsOf(r),
  dates: datesOf(r, creditor, today),
});
const isComplete = (core: CoreRead): core is Core =>
  Boolean(core.customerNumber && core.invoiceNumber && core.who && core.amounts && core.dates);

/** A private person must be told what the contract was about and when it was made (§ 13a(1) Nr. 2 RDG). */
const missContract = (r: Reading, { kind }: Who, { subject, contractDate }: Contract): void => {
  if (kind === 'private' && (!subject || !contractDate))
    r.raise('contract.missing', subject ? 'contractDate' : 'subject');
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
  const core = coreOf(r, creditor, today);
  refuseWhatMustNotRun(r, today);
  const contact = fitting(r, core.who?.name, contactOf(r, phones, core.who?.beside));
  if (!isComplete(core) || r.failed) return { ok: false, issues: r.issues };
  const { customerNumber, invoiceNumber, who, amounts, dates } = core;
  const contract = contractOf(r, creditor, dates.invoiceDate, today);
  missContract(r, who, contract);
  const birthDate = birthDateOf(r, today, contract.contractDate ?? dates.invoiceDate);
  const formerName = r.text('formerName', r.cells.formerName);
  const priorDunning = priorDunningOf(r, creditor, dates.invoiceDate, today);
  const stated = statedIn(r, { amounts, dates, contract, priorDunning });
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
