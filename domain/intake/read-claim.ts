import { FIRST_CONTRACT } from '../akte/particulars.ts';
import { formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import { limitation } from '../law/limitation.ts';
import { isContinuing } from '../parties/kinds-of-claim.ts';
import type { Creditor } from '../parties/parties.ts';
import { unitAt } from '../unit-at.ts';
import { isFarFuture, type Reading } from './reading.ts';
import { plain } from './text.ts';
import { CLAIM_KINDS, PRIOR } from './words.ts';

/** Older invoices lie before the holiday calendar, and almost all of them are time-barred. */
const OLDEST = '2016-01-01';

/** The number as it stands on the invoice; it must hold a letter or a digit. */
export const invoiceNumberOf = (r: Reading): string | undefined => {
  const invoiceNumber = r.identity('invoiceNumber', r.cells.invoiceNumber);
  if (invoiceNumber !== undefined && !/[\p{L}\p{N}]/u.test(invoiceNumber))
    r.raise('invoice-number.invalid', 'invoiceNumber');
  return invoiceNumber;
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
  // Left out like any other day that cannot be, it would be dunned after the mandate's own term.
  const isNever = isFarFuture(r.cells.dueDate ?? '');
  if (isNever) r.raise('due-date.too-far', 'dueDate');
  const dueDate = isNever ? undefined : r.day('dueDate', r.cells.dueDate);
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

/** The day of the contract, where it can be right: it is told to the debtor (§ 13a(1) Nr. 2 RDG). */
const contractDateOf = (r: Reading, invoiceDate: Day, today: Day): Day | undefined => {
  const stated = r.day('contractDate', r.cells.contractDate);
  if (stated !== undefined && stated < FIRST_CONTRACT) {
    r.raise('contract-date.implausible', 'contractDate');
    return undefined;
  }
  if (stated === undefined || !isBefore(invoiceDate, stated)) return stated;
  r.raise(isBefore(today, stated) ? 'contract-date.future' : 'contract-date.after-invoice', 'contractDate');
  return undefined;
};
export type Contract = Readonly<{ kind: Claim['kind']; subject: string | undefined; contractDate: Day | undefined }>;
/** What the contract is about and when it was made; from the row, else from the mandate (reading 10). */
export const contractOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Contract => {
  const kind = r.word('claimKind', r.cells.claimKind, CLAIM_KINDS, 'claim-kind.unknown') ?? creditor.kindOfClaim;
  const subject = r.text('subject', r.cells.subject) ?? creditor.contractSubject;
  // A row may be of another kind than the mandate: rent of a shop that sells goods.
  const usual = creditor.contractDateIsInvoiceDate && !isContinuing(kind, subject) ? invoiceDate : undefined;
  return { kind, subject, contractDate: contractDateOf(r, invoiceDate, today) ?? usual };
};

export type Dunned = Readonly<{
  dunned: Claim['priorDunning']['kind'];
  dunnedOn: Day | undefined;
  dunnedPayBy: Day | undefined;
}>;
/** Nobody gives more time than that in a Mahnung: such a day is a slip. */
const LONGEST_DEADLINE_DAYS = 366;

/**
 * The Mahnung's day with the deadline that it gave. Of a deadline that cannot be right neither is taken: a Mahnung
 * without its deadline would bring default about too early (§ 286(1) BGB).
 */
const withDeadline = (r: Reading, on: Day): Pick<Dunned, 'dunnedOn' | 'dunnedPayBy'> => {
  const cell = r.cells.priorDunningPayBy;
  if (cell === undefined || plain(cell) === '') return { dunnedOn: on, dunnedPayBy: undefined };
  const payBy = r.day('priorDunningPayBy', cell);
  if (payBy !== undefined && !isBefore(payBy, on) && !isBefore(plusDays(on, LONGEST_DEADLINE_DAYS), payBy))
    return { dunnedOn: on, dunnedPayBy: payBy };
  const code = payBy === undefined ? 'prior-dunning.deadline-unread' : 'prior-dunning.deadline';
  r.raise(code, 'priorDunningPayBy', { Tag: formatDay(on) });
  return { dunnedOn: undefined, dunnedPayBy: undefined };
};

export const priorDunningOf = (r: Reading, creditor: Creditor, invoiceDate: Day, today: Day): Dunned => {
  const dunned = r.word('priorDunning', r.cells.priorDunning, PRIOR, 'prior-dunning.unknown') ?? creditor.priorDunning;
  const on = r.day('priorDunningOn', r.cells.priorDunningOn);
  const possible = on !== undefined && !isBefore(on, invoiceDate) && !isBefore(today, on);
  if (on !== undefined && !possible) r.raise('prior-dunning.day', 'priorDunningOn');
  if (possible && dunned !== 'none') return { dunned, ...withDeadline(r, on) };
  const payBy = r.day('priorDunningPayBy', r.cells.priorDunningPayBy);
  if (payBy !== undefined && on === undefined && dunned !== 'none')
    r.raise('prior-dunning.deadline-alone', 'priorDunningPayBy');
  return { dunned, dunnedOn: undefined, dunnedPayBy: undefined };
};

/** The name of a PDF file without a folder: it is looked for beside the list, and nowhere else. */
const PDF_NAME = /^[^\\/:*?"<>|]+\.pdf$/i;
export const attachmentOf = (r: Reading): string | undefined => {
  const name = r.text('attachment', r.cells.attachment);
  if (name === undefined || (PDF_NAME.test(name) && !name.startsWith('.'))) return name;
  r.raise('attachment.invalid', 'attachment');
  return undefined;
};
