import { formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { normaliseInvoiceNumber, type Claim } from '../claim.ts';
import { limitation } from '../limitation.ts';
import { ZERO, minus, type Cents } from '../money.ts';
import type { Creditor } from '../parties.ts';
import { unitAt } from '../unit-at.ts';
import type { Reading } from './reading.ts';
import { CLAIM_KINDS, CURRENCIES, FLAGS, PRIOR } from './words.ts';

/** Above this an amount is more likely a slip than a claim. */
const MOST = 10_000_000_00;
/** Older invoices lie before the holiday calendar, and almost all of them are time-barred. */
const OLDEST = '2016-01-01';

/** Nearly every invoice number begins with a digit or a letter of ASCII. */
const startsWithSign = (text: string): boolean => {
  const unit = unitAt(text, 0);
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
};
export const invoiceNumberOf = (r: Reading): string | undefined => {
  const invoiceNumber = r.required('invoiceNumber', r.cells.invoiceNumber);
  if (invoiceNumber && !startsWithSign(invoiceNumber) && normaliseInvoiceNumber(invoiceNumber) === '')
    r.raise('invoice-number.invalid', 'invoiceNumber');
  return invoiceNumber;
};

export type Amounts = Readonly<{ principal: Cents; ownCosts: Cents }>;
const costsOf = (r: Reading): Cents => {
  const costs = r.amount('ownCosts', r.cells.ownCosts) ?? ZERO;
  if (costs >= 0 && costs <= MOST) return costs;
  r.raise(costs < 0 ? 'own-costs.negative' : 'own-costs.too-large', 'ownCosts');
  return ZERO;
};
/** What is still open. An unreadable part payment refuses the row: leaving it out would demand money that was paid. */
export const amountsOf = (r: Reading): Amounts | undefined => {
  const amount = r.amount('amount', r.cells.amount);
  const paid = r.amount('paid', r.cells.paid) ?? ZERO;
  const ownCosts = costsOf(r);
  if (paid < 0) r.raise('paid.negative', 'paid');
  if (amount === undefined) return undefined;
  const principal = minus(amount, paid);
  if (amount <= 0) r.raise('amount.not-positive', 'amount');
  else if (principal <= 0) r.raise('amount.nothing-open', 'paid');
  if (amount > MOST) r.raise('amount.too-large', 'amount');
  return { principal, ownCosts };
};

const yearOf = (day: Day): number =>
  unitAt(day, 0) * 1000 + unitAt(day, 1) * 100 + unitAt(day, 2) * 10 + unitAt(day, 3);
/** Of this year's claims and of the three before none can be barred: only older ones are worth the computation. */
const warnIfBarred = (r: Reading, dueOn: Day, today: Day): void => {
  if (yearOf(today) - yearOf(dueOn) <= 3) return;
  const { end, ground } = limitation({ accrued: dueOn });
  if (isBefore(end, today)) r.raise('limitation.likely', 'invoiceDate', { Tag: formatDay(end), Grund: ground });
};
export type Dates = Readonly<{ invoiceDate: Day; dueOn: Day }>;
export const datesOf = (r: Reading, creditor: Creditor, today: Day): Dates | undefined => {
  const invoiceDate = r.day('invoiceDate', r.cells.invoiceDate);
  const dueDate = r.day('dueDate', r.cells.dueDate);
  if (!invoiceDate) return undefined;
  const dueOn = dueDate ?? plusDays(invoiceDate, creditor.paymentTermDays);
  if (isBefore(today, invoiceDate)) r.raise('invoice-date.future', 'invoiceDate');
  if (invoiceDate < OLDEST) r.raise('invoice-date.too-old', 'invoiceDate');
  if (isBefore(dueOn, invoiceDate)) r.raise('due-date.before-invoice', 'dueDate');
  if (!isBefore(dueOn, today))
    r.raise(isBefore(plusDays(today, 366), dueOn) ? 'due-date.too-far' : 'due-date.not-yet', 'dueDate');
  warnIfBarred(r, dueOn, today);
  return { invoiceDate, dueOn };
};

/** Whatever must keep a claim from being dunned at all: another currency, a dispute, insolvency. */
export const refuseWhatMustNotRun = (r: Reading): void => {
  r.word('currency', r.cells.currency, CURRENCIES, 'currency.foreign');
  if (r.word('disputed', r.cells.disputed, FLAGS, 'disputed.unknown') === 'yes') r.raise('claim.disputed', 'disputed');
  if (r.word('insolvent', r.cells.insolvent, FLAGS, 'insolvent.unknown') === 'yes')
    r.raise('claim.insolvent', 'insolvent');
};

/** The day of the contract, where it can be right: it is told to the debtor (§ 13a(1) Nr. 2 RDG). */
const contractDateOf = (r: Reading, invoiceDate: Day, today: Day): Day | undefined => {
  const stated = r.day('contractDate', r.cells.contractDate);
  if (stated === undefined || !isBefore(invoiceDate, stated)) return stated;
  r.raise(isBefore(today, stated) ? 'contract-date.future' : 'contract-date.after-invoice', 'contractDate');
  return undefined;
};
export type Contract = Readonly<{ kind: Claim['kind']; subject: string | undefined; contractDate: Day | undefined }>;
/** What the contract is about and when it was made; from the row, else from the mandate (reading 10). */
export const contractOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Contract => ({
  kind: r.word('claimKind', r.cells.claimKind, CLAIM_KINDS, 'claim-kind.unknown') ?? creditor.kindOfClaim,
  subject: r.text('subject', r.cells.subject) ?? creditor.contractSubject,
  contractDate: contractDateOf(r, invoiceDate, today) ?? (creditor.contractDateIsInvoiceDate ? invoiceDate : undefined),
});

export const priorDunningOf = (
  r: Reading,
  creditor: Creditor,
  invoiceDate: Day,
  today: Day,
): { dunned: Claim['priorDunning']['kind']; dunnedOn: Day | undefined } => {
  const kind = r.word('priorDunning', r.cells.priorDunning, PRIOR, 'prior-dunning.unknown') ?? creditor.priorDunning;
  const on = r.day('priorDunningOn', r.cells.priorDunningOn);
  const possible = on !== undefined && !isBefore(on, invoiceDate) && !isBefore(today, on);
  if (on !== undefined && !possible) r.raise('prior-dunning.day', 'priorDunningOn');
  return { dunned: kind, dunnedOn: possible && kind !== 'none' ? on : undefined };
};

/** The name of a PDF file without a folder: it is looked for beside the list, and nowhere else. */
const PDF_NAME = /^[^\\/:*?"<>|]+\.pdf$/i;
export const attachmentOf = (r: Reading): string | undefined => {
  const name = r.text('attachment', r.cells.attachment);
  if (name === undefined || (PDF_NAME.test(name) && !name.startsWith('.'))) return name;
  r.raise('attachment.invalid', 'attachment');
  return undefined;
};
