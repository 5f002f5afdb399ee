import { normaliseInvoiceNumber } from '../domain/claim.ts';
import type { CreditorId } from '../domain/parties.ts';

/** Where a creditor's invoice lies: `invoices/STW/SW20253001.pdf`. */
export const invoiceKey = (creditor: CreditorId, invoiceNumber: string): string =>
  `invoices/${creditor}/${normaliseInvoiceNumber(invoiceNumber)}.pdf`;
/** Where a file lies that a row names in its column „Anlage“: case and folders do not matter. */
export const attachmentKey = (creditor: CreditorId, name: string): string =>
  `invoices/${creditor}/anlagen/${(name.split(/[\\/]/).at(-1) ?? name).toLowerCase()}`;
