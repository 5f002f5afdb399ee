import { COLUMNS, COLUMN_NAMES, REASON_COLUMNS } from '../../../domain/intake/columns.ts';
import { matchHeader } from '../../../domain/intake/match-header.ts';

const positionsOf = (...cells: string[]) => Object.fromEntries(matchHeader(cells).positions);

test('a column is known by its label, whatever the case, blanks, hyphens and the spelling of umlauts', () => {
  expect(
    positionsOf(
      'KUNDENNUMMER',
      'rechnungs nummer',
      'Rechnungs-Datum',
      'haupt_forderung',
      'Strasse',
      'E-Mail',
      'faelligkeit',
      ' Währung ',
    ),
  ).toEqual({
    customerNumber: 0,
    invoiceNumber: 1,
    invoiceDate: 2,
    amount: 3,
    street: 4,
    email: 5,
    dueDate: 6,
    currency: 7,
  });
});

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

test.each(['Liefersperre', 'Kreditsperre', 'Versandstatus', 'Kundenstatus', 'Zahlungsart', 'Filiale', 'Steuersatz'])(
  '„%s“ says nothing about the claim and stays unknown',
  (heading) => {
    expect(matchHeader([heading]).unknown).toEqual([heading]);
  },
);
test('any of the three notions of the amount will do', () => {
  for (const heading of ['Hauptforderung', 'Rechnungsbetrag', 'noch offen'])
    expect(matchHeader(['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', heading]).missing).toEqual([]);
});

test('missing, unknown and doubled columns are named', () => {
  expect(matchHeader(['Kundennummer', 'Name', 'Lieblingsfarbe', 'KdNr', ''])).toMatchObject({
    unknown: ['Lieblingsfarbe'],
    duplicates: ['KdNr'],
    missing: ['invoiceNumber', 'invoiceDate', 'amount'],
  });
  expect(matchHeader([' ', 'Euro-Rechnung']).unknown).toEqual(['Euro-Rechnung']);
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

test('Telefon and Mobil side by side are two numbers, whichever comes first; the same heading twice is a fault', () => {
  expect(positionsOf('Telefon', 'Mobil')).toEqual({ phone: 0, phone2: 1 });
  expect(positionsOf('Handynummer', 'Telefon', 'E-Mail', 'Mailadresse')).toEqual({
    phone: 0,
    phone2: 1,
    email: 2,
    email2: 3,
  });
  expect(matchHeader(['Telefon', 'TELEFON']).duplicates).toEqual(['TELEFON']);
  expect(matchHeader(['Telefon', 'Mobil', 'Festnetz']).duplicates).toEqual(['Festnetz']);
  expect(matchHeader(['Telefon', 'Telefon 2', 'Mobil']).duplicates).toEqual(['Mobil']);
});

test('the columns that a correction file has more are known and not read', () => {
  expect(matchHeader(['Kundennummer', ...REASON_COLUMNS])).toMatchObject({ unknown: [], duplicates: [] });
  expect(positionsOf(...REASON_COLUMNS)).toEqual({});
});

const DECIDING = ['lock', 'lockUntil', 'lockReason', 'deferred', 'cancelled', 'open', 'total', 'paid', 'amount'];
const meant = (heading: string) => [...matchHeader([heading]).positions.keys()][0];
test.each([
  ...['Verlängert bis', 'Vertragsverlängerung bis', 'Garantieverlängerung bis', 'Preisvereinbarung bis', 'Pause'],
  ...['Zugang gesperrt', 'Versorgungssperre', 'Zählersperrung', 'Sperrgut', 'Sperrfrist', 'Zinssperre', 'SIM-Sperre'],
  ...['Stornogebühr', 'Stornofrist', 'Stornierbar bis', 'Storno möglich', 'Widerruf möglich bis', 'Widerruf bis'],
  ...['Newsletter widerrufen', 'SEPA-Widerruf', 'Ratenkauf', 'Ratenhöhe', 'Ratenanzahl', 'Ratenzahlung möglich'],
  ...['Festbetrag', 'Sollbeitrag', 'Gesamtbeitrag', 'Zählung', 'Förderung', 'Stunden bis', 'Beitragspause bis'],
])('„%s“ was read as a lock, a Storno, a deferral or an amount', (heading) => {
  expect(DECIDING).not.toContain(meant(heading));
});
test.each([
  ...[
    'Mahnsperre',
    'Mahnspere',
    'Mahnsperre Vertrag',
    'Mahnsperre Konto',
    'gesperrt',
    'Kunde gesperrt',
    'Sperre Mahnung',
  ],
  ...['Kundensperre', 'Postensperre', 'Inkassosperre Strom', 'Keine Mahnung', 'Mahnstopp bis', 'Gesperrt bis'],
  ...['Storniert', 'Storno', 'Storno-Nr.', 'Stornodatum', 'Widerrufen am', 'Widerruf', 'Stundung bis', 'Stundung'],
  ...['Ratenvereinbarung', 'Ratenzahlung', 'Ratenplan', 'Ratenzahlung bis', 'Mahnpause bis', 'Ruht bis', 'Raten'],
  ...['Zahlungsziel verlängert bis', 'Fristverlängerung bis', 'Zahlungsvereinbarung bis', 'Restbetrg', 'Teilzahlng'],
])('„%s“ still decides', (heading) => {
  expect(DECIDING).toContain(meant(heading));
});
