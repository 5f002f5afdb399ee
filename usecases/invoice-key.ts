import { normaliseInvoiceNumber } from '../domain/claim.ts';
import type { CreditorId } from '../domain/parties.ts';

/** Where a creditor's invoice lies: `invoices/STW/SW20253001.pdf`. */
export const invoiceKey = (creditor: CreditorId, invoiceNumber: string): string => `invoices/${creditor}/${normaliseInvoiceNumber(invoiceNumber)}.pdf`;
