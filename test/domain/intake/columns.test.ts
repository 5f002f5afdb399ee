import { COLUMNS, COLUMN_NAMES } from '../../../domain/intake/columns.ts';
import { matchHeader } from '../../../domain/intake/match-header.ts';

const positionsOf = (...cells: string[]) => Object.fromEntries(matchHeader(cells).positions);

test.each([
  ['Vertragskonto', 'customerNumber'],
  ['Kd.-Nr.', 'customerNumber'],
  ['Belegnummer', 'invoiceNumber'],
  ['Rechnungs-Nr.', 'invoiceNumber'],
  ['Belegdatum', 'invoiceDate'],
  ['Offener Betrag', 'open'],
  ['noch offen', 'open'],
  ['Rechnungsbetrag', 'total'],
  ['Zahlungseingang', 'paid'],
  ['S/H', 'side'],
  ['Soll/Haben-Kennzeichen', 'side'],
  ['Belegart', 'document'],
  ['Status', 'status'],
  ['Zahlungsstatus', 'status'],
  ['Mahnsperre', 'lock'],
  ['Mahn-Sperrkennzeichen', 'lock'],
  ['Inkassostopp (J/N)', 'lock'],
  ['Mahnstopp bis', 'lockUntil'],
  ['Mahnsperre bis zum', 'lockUntil'],
  ['Sperrgrund', 'lockReason'],
  ['Storno-Kennzeichen', 'cancelled'],
  ['Bezahlt', 'settled'],
  ['Bezahlt am', 'settledOn'],
  ['Ausgleichsdatum', 'settledOn'],
  ['Ratenzahlung vereinbart', 'deferred'],
  ['Adresszusatz', 'addressLine'],
  ['Adresszusatz 2', 'addressLine2'],
  ['Name 1', 'name'],
  ['Nettofälligkeit', 'dueDate'],
  ['Betrag in Hauswährung', 'amount'],
  ['c/o', 'careOf'],
  ['z. Hd.', 'attention'],
  ['Betrag (EUR)', 'amount'],
  ['Betrag in Euro', 'amount'],
  ['Hauptforderung €', 'amount'],
  ['Postleitzahl', 'postalCode'],
  ['Mobil', 'phone'],
  ['Zahlbar bis', 'dueDate'],
  ['Mahnstatus', 'priorDunning'],
  ['Mahngebühren', 'ownCosts'],
  ['Bereits gezahlt', 'paid'],
  ['Forderungsart', 'claimKind'],
  ['Haus-Nr.', 'houseNumber'],
  ['Gegenstand', 'subject'],
  ['Land', 'country'],
  ['Geb.-Datum', 'birthDate'],
  ['Rechtsform', 'legalForm'],
  ['Kunden-IBAN', 'iban'],
  ['Sprache', 'language'],
  ['Telefon 2', 'phone2'],
  ['E-Mail 2', 'email2'],
  ['Widerspruch', 'disputed'],
  ['Insolvenz', 'insolvent'],
  ['Anhang', 'attachment'],
  ['Art der Vormahnung', 'priorDunning'],
  ['Datum der Vormahnung', 'priorDunningOn'],
  ['Mahnfrist', 'priorDunningPayBy'],
  ['Frist der letzten Mahnung', 'priorDunningPayBy'],
  ['Mahnung zahlbar bis', 'priorDunningPayBy'],
  ['Mahnfrist (bis)', 'priorDunningPayBy'],
])('„%s“ is the column %s', (cell, name) => {
  expect(positionsOf(cell)).toEqual({ [name]: 0 });
});

test('no two columns share a label or a synonym', () => {
  for (const name of COLUMN_NAMES)
    for (const word of [COLUMNS[name].label, ...COLUMNS[name].synonyms])
      expect([word, positionsOf(word)]).toEqual([word, { [name]: 0 }]);
});

test('exactly four columns are required, and every example fits its own column', () => {
  expect(COLUMN_NAMES.filter((name) => COLUMNS[name].required).map((name) => COLUMNS[name].label)).toEqual([
    'Kundennummer',
    'Rechnungsnummer',
    'Rechnungsdatum',
    'Hauptforderung',
  ]);
  for (const name of COLUMN_NAMES) expect(COLUMNS[name].example.length).toBeLessThanOrEqual(COLUMNS[name].limit ?? 200);
});
