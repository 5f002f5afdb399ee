import { COLUMN_NAMES, type ColumnName } from '../../domain/intake/columns.ts';

/** Where each column stands in a row; `NOWHERE` where the list does not have it. */
export type Places = Readonly<Record<ColumnName, number>>;
const NOWHERE = 1_000_000;

// A cast: one entry for each name of the columns.
export const placesOf = (positions: ReadonlyMap<ColumnName, number>): Places =>
  Object.fromEntries(COLUMN_NAMES.map((name) => [name, positions.get(name) ?? NOWHERE])) as Places;

const cell = (of: readonly string[], count: number, place: number): string => (place < count ? (of[place] ?? '') : '');

/**
 * The cells of a row by column, blank where the list does not have the column or the row is short. Written out, because
 * the engine then gives all rows one shape at once: ten times as fast as a loop over the names, which would take longer
 * than reading the file.
 */
export const cellsOf = (of: readonly string[], n: number, at: Places): Readonly<Record<ColumnName, string>> => ({
  customerNumber: cell(of, n, at.customerNumber),
  invoiceNumber: cell(of, n, at.invoiceNumber),
  invoiceDate: cell(of, n, at.invoiceDate),
  dueDate: cell(of, n, at.dueDate),
  amount: cell(of, n, at.amount),
  total: cell(of, n, at.total),
  open: cell(of, n, at.open),
  paid: cell(of, n, at.paid),
  credited: cell(of, n, at.credited),
  ownCosts: cell(of, n, at.ownCosts),
  currency: cell(of, n, at.currency),
  salutation: cell(of, n, at.salutation),
  firstName: cell(of, n, at.firstName),
  lastName: cell(of, n, at.lastName),
  name: cell(of, n, at.name),
  company: cell(of, n, at.company),
  legalForm: cell(of, n, at.legalForm),
  kind: cell(of, n, at.kind),
  formerName: cell(of, n, at.formerName),
  birthDate: cell(of, n, at.birthDate),
  addressLine: cell(of, n, at.addressLine),
  addressLine2: cell(of, n, at.addressLine2),
  careOf: cell(of, n, at.careOf),
  attention: cell(of, n, at.attention),
  street: cell(of, n, at.street),
  houseNumber: cell(of, n, at.houseNumber),
  postalCode: cell(of, n, at.postalCode),
  city: cell(of, n, at.city),
  country: cell(of, n, at.country),
  email: cell(of, n, at.email),
  email2: cell(of, n, at.email2),
  phone: cell(of, n, at.phone),
  phone2: cell(of, n, at.phone2),
  iban: cell(of, n, at.iban),
  language: cell(of, n, at.language),
  claimKind: cell(of, n, at.claimKind),
  subject: cell(of, n, at.subject),
  contractDate: cell(of, n, at.contractDate),
  priorDunning: cell(of, n, at.priorDunning),
  priorDunningOn: cell(of, n, at.priorDunningOn),
  priorDunningPayBy: cell(of, n, at.priorDunningPayBy),
  disputed: cell(of, n, at.disputed),
  insolvent: cell(of, n, at.insolvent),
  deceased: cell(of, n, at.deceased),
  side: cell(of, n, at.side),
  document: cell(of, n, at.document),
  cancelled: cell(of, n, at.cancelled),
  settled: cell(of, n, at.settled),
  settledOn: cell(of, n, at.settledOn),
  status: cell(of, n, at.status),
  dunnable: cell(of, n, at.dunnable),
  lock: cell(of, n, at.lock),
  lockReason: cell(of, n, at.lockReason),
  deferred: cell(of, n, at.deferred),
  paymentPlan: cell(of, n, at.paymentPlan),
  lockUntil: cell(of, n, at.lockUntil),
  attachment: cell(of, n, at.attachment),
  remark: cell(of, n, at.remark),
});
