import type { ColumnName, TemplateKind } from './columns.ts';

type Example = Readonly<Partial<Record<ColumnName, string>>>;
const ERIKA: Example = { salutation: 'Frau', firstName: 'Erika', lastName: 'Beispiel', kind: 'privat', birthDate: '24.05.1980', street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE', email: 'erika@example.com', email2: 'erika.beispiel@example.org', phone: '0151 10000001', phone2: '030 23125001', iban: 'DE02120300000000202051', language: 'de' };
const MAX: Example = { salutation: 'Herr', firstName: 'Max', lastName: 'Entwurf', kind: 'privat', birthDate: '17.11.1990', street: 'Probestraße', houseNumber: '3a', postalCode: '01067', city: 'Dresden', email: 'max.entwurf@example.com', phone: '0151 10000002' };
const BAU: Example = { company: 'Beispiel Bau', legalForm: 'GmbH', kind: 'Firma', street: 'Am Testfeld 4', postalCode: '52062', city: 'Aachen', email: 'buchhaltung@example.org', phone: '0231 10000003' };
const CLEAR: Example = { currency: 'EUR', disputed: 'nein', insolvent: 'nein' };

/** Rows as a creditor would write them, for the template of each kind of claim; every column of the template is filled in one of them. All names are invented. */
export const EXAMPLES: Readonly<Record<TemplateKind, readonly Example[]>> = {
  goods: [
    { ...ERIKA, ...CLEAR, customerNumber: 'K-10042', invoiceNumber: 'RE-2026-0017', invoiceDate: '15.01.2026', dueDate: '29.01.2026', amount: '129,90', paid: '20,00', ownCosts: '2,50', claimKind: 'Waren', subject: 'Kaufvertrag über Gartenmöbel', contractDate: '10.01.2026', priorDunning: 'Erinnerung', priorDunningOn: '05.02.2026', attachment: 'RE-2026-0017.pdf', remark: 'Ware wurde nachgeliefert' },
    { ...MAX, ...CLEAR, customerNumber: 'K-10057', invoiceNumber: 'RE-2026-0023', invoiceDate: '2026-01-20', dueDate: '2026-02-03', amount: '48,84', claimKind: 'Waren', subject: 'Kaufvertrag über Sportschuhe', contractDate: '2026-01-19' },
    { ...BAU, customerNumber: 'K-20011', invoiceNumber: 'RE-2026-0031', invoiceDate: '26.01.2026', dueDate: '09.02.2026', amount: '1.480,00', claimKind: 'Waren', subject: 'Lieferung von Werkzeug', contractDate: '12.01.2026', priorDunning: 'Mahnung', priorDunningOn: '23.02.2026' },
  ],
  services: [
    { ...ERIKA, ...CLEAR, customerNumber: 'P-3001', invoiceNumber: 'LE-2026-104', invoiceDate: '30.01.2026', dueDate: '13.02.2026', amount: '85,00', paid: '25,00', ownCosts: '3,00', claimKind: 'Dienstleistung', subject: 'Klavierunterricht im Januar 2026', contractDate: '01.09.2025', priorDunning: 'Erinnerung', priorDunningOn: '20.02.2026', attachment: 'LE-2026-104.pdf', remark: 'Möchte Ratenzahlung' },
    { ...MAX, ...CLEAR, customerNumber: 'P-3017', invoiceNumber: 'LE-2026-118', invoiceDate: '02.02.2026', dueDate: '16.02.2026', amount: '240,00', claimKind: 'Dienstleistung', subject: 'Wartung der Heizung', contractDate: '26.01.2026' },
    { ...BAU, customerNumber: 'P-4002', invoiceNumber: 'LE-2026-121', invoiceDate: '03.02.2026', dueDate: '17.02.2026', amount: '2.975,00', claimKind: 'Dienstleistung', subject: 'Steuerberatung, Jahresabschluss 2025', contractDate: '15.03.2025', priorDunning: 'keine' },
  ],
  rent: [
    { ...ERIKA, ...CLEAR, firstName: '', lastName: '', salutation: '', birthDate: '', name: 'Erika Beispiel und Max Beispiel', customerNumber: 'WE-12-04', invoiceNumber: 'M-2026-02-1204', invoiceDate: '01.02.2026', dueDate: '04.02.2026', amount: '890,00', paid: '400,00', ownCosts: '2,50', claimKind: 'Miete', subject: 'Miete Februar 2026, Musterweg 5, 3. OG links', contractDate: '01.07.2021', priorDunning: 'Erinnerung', priorDunningOn: '12.02.2026', attachment: 'Mietvertrag-12-04.pdf', remark: 'Zahlt sonst pünktlich' },
    { ...MAX, ...CLEAR, customerNumber: '4711-202', invoiceNumber: 'SW/2026/3002', invoiceDate: '03.02.2026', dueDate: '17.02.2026', amount: '73,56', claimKind: 'Energie', subject: 'Stromlieferung, Abschlag Januar 2026', contractDate: '01.04.2024' },
    { company: 'Beispiel Bau GmbH', kind: 'Firma', street: 'Am Testfeld 4', postalCode: '52062', city: 'Aachen', email: 'buchhaltung@example.org', customerNumber: '4711-305', invoiceNumber: 'SW/2026/3009', invoiceDate: '03.02.2026', dueDate: '17.02.2026', amount: '1.204,10', claimKind: 'Energie', subject: 'Gaslieferung, Jahresabrechnung 2025', contractDate: '01.01.2023', priorDunning: 'Mahnung', priorDunningOn: '24.02.2026' },
  ],
};
