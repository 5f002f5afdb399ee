import { day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, MatterId } from '../../domain/ids.ts';
import { type Claim } from '../../domain/akte/claim.ts';
import { cents, ZERO } from '../../domain/money.ts';
import { type Address, Agency, Creditor, type Debtor } from '../../domain/parties/parties.ts';
import type { WrittenTerms } from '../../domain/akte/terms.ts';

/** Invented people to play with: an agency, a shop and its customer with one unpaid invoice. */
export const AKTE = AkteId.parse('MUS-4F7K-2QXR');
export const MATTER = MatterId.parse('M1');
export const TERMS: WrittenTerms = {
  deductsInputTax: true,
  lumpSum: true,
  dayCount: 'act/act',
  leastAmount: cents(500),
};

export const rheinbogen: Agency = Agency.parse({
  name: 'Rheinbogen Inkasso GmbH',
  address: { street: 'Uferweg 3', postalCode: '50667', city: 'Köln', country: 'DE' },
  legal: { seat: 'Köln', court: 'Amtsgericht Köln', number: 'HRB 000000', directors: ['Regine Bogen', 'Karl Ufer'] },
  phone: '0221 23125100',
  email: 'post@rheinbogen.example.com',
  web: 'https://rheinbogen.example.com',
  register: {
    number: '371-2026-0001',
    authority: 'Bundesamt für Justiz',
    authorityAddress: 'Adenauerallee 99-103, 53113 Bonn',
    authorityEmail: 'aufsicht@behoerde.example.org',
  },
  clientAccount: { holder: 'Rheinbogen Inkasso GmbH Treuhand', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
  vatId: 'DE000000000',
  dataProtection: 'datenschutz@rheinbogen.example.com',
});
export const musterversand: Creditor = Creditor.parse({
  id: 'MUS',
  name: 'Musterversand GmbH',
  address: { street: 'Versandstraße 1', postalCode: '44135', city: 'Dortmund' },
  email: 'buchhaltung@example.com',
  account: { holder: 'Musterversand GmbH', iban: 'DE02500105170137075030' },
  module: 'standard',
  deductsInputTax: true,
  procedure: { id: 'standard', version: 1 },
  kindOfClaim: 'goods',
  contractSubject: 'Warenlieferung',
  contractDateIsInvoiceDate: true,
});
export const erika: Debtor = {
  customerNumber: 'K-1',
  kind: 'private',
  name: 'Erika Beispiel',
  salutation: 'Frau',
  lastName: 'Beispiel',
  email: 'erika@example.com',
  phone: '+4915110000001',
  land: 'NW',
  address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' },
};
/** An address that tells nothing of its Land: for scenes that say themselves which Land it is, or that nobody knows. */
export const SOMEWHERE: Address = { street: 'Musterweg 5', postalCode: '00000', city: 'Musterstadt', country: 'DE' };
const INVOICED = day('2026-01-10');
const DUE = day('2026-01-24');
/** What a demand in a test asks for where it asks for everything there is. */
export const EVERY_CLAIM = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ClaimId.parse(`F${n}`));
/** Her n-th invoice, due on 24 January 2026; every part can be replaced. */
export const aClaim = (n = 1, more: Partial<Claim> = {}): Claim => ({
  id: ClaimId.parse(`F${n}`),
  matter: MATTER,
  invoiceNumber: `RE-${n}`,
  invoiceDate: INVOICED,
  dueOn: DUE,
  principal: cents(120_00),
  ownCosts: ZERO,
  kind: 'goods',
  subject: 'Gartenmöbel',
  contractDate: INVOICED,
  dueByContract: false,
  announcesDefault: false,
  priorDunning: { kind: 'none' },
  ...more,
});
