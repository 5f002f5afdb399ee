import { day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import type { Terms } from '../../domain/facts.ts';
import { cents, ZERO } from '../../domain/money.ts';
import { Creditor, type Debtor } from '../../domain/parties.ts';

export const START = '2026-03-02';
export const AKTE = AkteId.parse('MUS-4F7K-2QXR');
export const TERMS: Terms = { deductsInputTax: true, lumpSum: true, dayCount: 'act/act' };

export const musterversand = Creditor.parse({
  id: 'MUS', name: 'Musterversand GmbH', address: { street: 'Versandstraße 1', postalCode: '44135', city: 'Dortmund' }, email: 'buchhaltung@example.com', account: { holder: 'Musterversand GmbH', iban: 'DE02500105170137075030' },
  module: 'standard', deductsInputTax: true, procedure: { id: 'standard', version: 1 }, kindOfClaim: 'goods', contractSubject: 'Warenlieferung', contractDateIsInvoiceDate: true,
});
export const erika: Debtor = { customerNumber: 'K-1', kind: 'private', name: 'Erika Beispiel', salutation: 'Frau', lastName: 'Beispiel', email: 'erika@example.com', phone: '+4915110000001', land: 'NW', address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' } };
export const aClaim = (n = 1, more: Partial<Claim> = {}): Claim => ({
  id: ClaimId.parse(`F${n}`), matter: MatterId.parse('M1'), invoiceNumber: `RE-${n}`, invoiceDate: day('2026-01-10'), dueOn: day('2026-01-24'), principal: cents(120_00), ownCosts: ZERO, kind: 'goods', subject: 'Gartenmöbel', contractDate: day('2026-01-10'),
  dueByContract: false, announcesDefault: false, priorDunning: { kind: 'none' }, ...more,
});
