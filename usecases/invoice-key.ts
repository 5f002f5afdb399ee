import { invoiceIdentity, type Claim } from '../domain/akte/claim.ts';
import type { CreditorId } from '../domain/parties/parties.ts';

/**
 * Where a creditor's invoice lies: `invoices/STW/2025%20SW%2F3001.pdf`. The year keeps number 17 of one year apart from
 * number 17 of the next.
 */
export const invoiceKey = (creditor: CreditorId, invoice: Pick<Claim, 'invoiceNumber' | 'invoiceDate'>): string =>
  `invoices/${creditor}/${encodeURIComponent(invoiceIdentity(invoice).toWellFormed())}.pdf`;
/**
 * Where a file lies that a row names in its column „Anlage“: case, folders and how a system composes its umlauts do not
 * matter.
 */
export const attachmentKey = (creditor: CreditorId, name: string): string =>
  `invoices/${creditor}/anlagen/${(name.split(/[\\/]/).at(-1) ?? name).normalize('NFC').toLowerCase()}`;
