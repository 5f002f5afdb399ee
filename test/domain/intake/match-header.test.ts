import { REASON_COLUMNS } from '../../../domain/intake/columns.ts';
import { matchHeader } from '../../../domain/intake/match-header.ts';

const positionsOf = (...cells: string[]) => Object.fromEntries(matchHeader(cells).positions);

const DECIDING = ['lock', 'lockUntil', 'lockReason', 'deferred', 'cancelled', 'open', 'total', 'paid', 'amount'];
const meant = (heading: string) => [...matchHeader([heading]).positions.keys()][0];

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

describe('one slip in a heading that must not be overlooked', () => {
  test.each([
    ['a letter too many', ['Teiilzahlung', 'Teilzahhlung', 'Teilzahlungg']],
    ['a letter too few', ['Telzahlung', 'Teilzalung', 'Teilzahlun']],
    ['a wrong letter', ['Tailzahlung', 'Teilsahlung', 'Teilzahlunk']],
    ['two that changed places', ['Tielzahlung', 'Teilzahlnug', 'Teilzahlugn']],
  ])('%s: what was paid is still deducted', (_, headings) => {
    expect(headings.map(meant)).toEqual(headings.map(() => 'paid'));
  });
  test('two slips, a slip at the head, or words that only begin and end alike are other words', () => {
    const others = ['Teillzahlunng', 'Tailzahlunk', 'Deilzahlung', 'Teilmeldung', 'Teilung'];
    expect(others.map(meant)).toEqual(others.map(() => undefined));
  });
});

describe('columns that are added up', () => {
  test('payments with a number of their own go on with the first', () => {
    expect(matchHeader(['Teilzahlung 1', 'Teilzahlung 2', '3. Teilzahlung'])).toMatchObject({
      further: [
        { name: 'paid', at: 1 },
        { name: 'paid', at: 2 },
      ],
      duplicates: [],
    });
  });
  test('the same number twice, or another word, is no further one: it may be the same money', () => {
    expect(matchHeader(['Teilzahlung 1', 'Teilzahlung 2', 'Teilzahlung 1']).duplicates).toEqual(['Teilzahlung 1']);
    expect(matchHeader(['Teilzahlung 1', 'Teilzahlung 1', 'Anzahlung']).duplicates).toEqual([
      'Teilzahlung 1',
      'Anzahlung',
    ]);
  });
  test('a part of our costs beside their sum is not read, and said to be unknown: nothing is charged twice', () => {
    expect(matchHeader(['Mahnkosten', 'Mahngebühr 2'])).toMatchObject({
      further: [],
      duplicates: [],
      unknown: ['Mahngebühr 2'],
      unread: [1],
    });
    expect(matchHeader(['Mahnkosten', 'Mahngebühr']).duplicates).toEqual(['Mahngebühr']);
  });
});

test('the columns that our own correction file adds are not data: not unknown, and nothing of the row is unread', () => {
  expect(matchHeader(['Rechnungsnummer', 'Fehler (Mahnwerk)', 'Abhilfe (Mahnwerk)', 'Filiale', ''])).toMatchObject({
    unknown: ['Filiale'],
    unread: [3, 4],
  });
});
