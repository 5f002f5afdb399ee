import { COLUMNS, COLUMN_NAMES, matchHeader } from '../../../domain/intake/columns.ts';

const positionsOf = (...cells: string[]) => Object.fromEntries(matchHeader(cells).positions);

test('a column is known by its label, whatever the case, blanks, hyphens and the spelling of umlauts', () => {
  expect(positionsOf('KUNDENNUMMER', 'rechnungs nummer', 'Rechnungs-Datum', 'haupt_forderung', 'Strasse', 'E-Mail', 'faelligkeit', ' Währung '))
    .toEqual({ customerNumber: 0, invoiceNumber: 1, invoiceDate: 2, amount: 3, street: 4, email: 5, dueDate: 6, currency: 7 });
});

test.each([
  ['Vertragskonto', 'customerNumber'], ['Kd.-Nr.', 'customerNumber'], ['Belegnummer', 'invoiceNumber'], ['Rechnungs-Nr.', 'invoiceNumber'], ['Belegdatum', 'invoiceDate'], ['Offener Betrag', 'amount'],
  ['Betrag (EUR)', 'amount'], ['Betrag in Euro', 'amount'], ['Hauptforderung €', 'amount'], ['Postleitzahl', 'postalCode'], ['Mobil', 'phone'], ['Zahlbar bis', 'dueDate'], ['Mahnstatus', 'priorDunning'],
  ['Mahngebühren', 'ownCosts'], ['Bereits gezahlt', 'paid'], ['Forderungsart', 'claimKind'], ['Haus-Nr.', 'houseNumber'], ['Gegenstand', 'subject'], ['Land', 'country'],
])('„%s“ is the column %s', (cell, name) => {
  expect(positionsOf(cell)).toEqual({ [name]: 0 });
});

test('no two columns share a label or a synonym', () => {
  for (const name of COLUMN_NAMES) for (const word of [COLUMNS[name].label, ...COLUMNS[name].synonyms]) expect([word, positionsOf(word)]).toEqual([word, { [name]: 0 }]);
});

test('missing, unknown and doubled columns are named', () => {
  expect(matchHeader(['Kundennummer', 'Name', 'Lieblingsfarbe', 'KdNr', ''])).toMatchObject({ unknown: ['Lieblingsfarbe'], duplicates: ['KdNr'], missing: ['invoiceNumber', 'invoiceDate', 'amount'] });
});

test('exactly four columns are required, and every example fits its own column', () => {
  expect(COLUMN_NAMES.filter((name) => COLUMNS[name].required).map((name) => COLUMNS[name].label)).toEqual(['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Hauptforderung']);
  for (const name of COLUMN_NAMES) expect(COLUMNS[name].example.length).toBeLessThanOrEqual(COLUMNS[name].limit ?? 200);
});
