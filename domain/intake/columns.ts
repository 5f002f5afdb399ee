import {
  CLAIM_KINDS,
  COUNTRIES,
  CURRENCIES,
  FLAGS,
  KINDS,
  LANGUAGES,
  LEGAL_FORMS,
  PRIOR,
  SALUTATIONS,
  type Words,
} from './words.ts';

export type ColumnType =
  'text' | 'amount' | 'day' | 'choice' | 'flag' | 'postalCode' | 'email' | 'phone' | 'iban' | 'file';
/** For each of these kinds of claim there is a template of its own. */
export const TEMPLATE_KINDS = ['goods', 'services', 'rent'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/**
 * One column of an Übergabeliste: what it is called, what else it may be called, and what belongs in it, in at most `limit` characters (200 unless said).
 * `required` and `decisive` columns refuse the row where they cannot be read; any other value is then left out. `next`: where a second heading of the
 * same meaning goes (`Telefon` and `Mobil`). `only`: the kinds of claim whose template has the column; all of them unless said.
 */
type Column = Readonly<{
  label: string;
  synonyms: readonly string[];
  type: ColumnType;
  required?: true;
  decisive?: true;
  limit?: number;
  words?: Words;
  next?: string;
  only?: readonly TemplateKind[];
  explanation: string;
  example: string;
}>;

const columns = {
  customerNumber: {
    label: 'Kundennummer',
    type: 'text',
    limit: 60,
    required: true,
    example: 'K-10042',
    explanation: 'Ihre Nummer für den Kunden',
    synonyms: [
      'Kunden-Nr.',
      'KdNr',
      'Debitor',
      'Debitorennummer',
      'Debitorenkonto',
      'Kundenkonto',
      'Vertragskonto',
      'Vertragskontonummer',
      'Kunde Nr.',
      'Debitor-Nr.',
      'Mitgliedsnummer',
      'Mieternummer',
    ],
  },
  invoiceNumber: {
    label: 'Rechnungsnummer',
    type: 'text',
    limit: 60,
    required: true,
    example: 'RE-2026-0017',
    explanation: 'Nummer der offenen Rechnung',
    synonyms: [
      'Rechnungs-Nr.',
      'RgNr',
      'Belegnummer',
      'Rechnung',
      'Re-Nr.',
      'Rechnung Nr.',
      'Beleg-Nr.',
      'Dokumentnummer',
    ],
  },
  invoiceDate: {
    label: 'Rechnungsdatum',
    type: 'day',
    limit: 40,
    required: true,
    example: '15.01.2026',
    explanation: 'Tag der Rechnung',
    synonyms: ['Belegdatum', 'Datum der Rechnung', 'Re-Datum', 'Rg-Datum', 'Rechnung vom'],
  },
  dueDate: {
    label: 'Fälligkeit',
    type: 'day',
    example: '29.01.2026',
    explanation: 'Letzter Zahlungstag; ohne Angabe gilt die Zahlungsfrist Ihres Mandats',
    synonyms: ['Fällig am', 'Fälligkeitsdatum', 'Zahlbar bis', 'Fälligkeitstag', 'Fällig'],
  },
  amount: {
    label: 'Hauptforderung',
    type: 'amount',
    limit: 60,
    required: true,
    example: '129,90',
    explanation: 'Offener Rechnungsbetrag in Euro, ohne Mahnkosten',
    synonyms: [
      'Betrag',
      'Offener Betrag',
      'Forderung',
      'Rechnungsbetrag',
      'Saldo',
      'Höhe der Hauptforderung',
      'Offene Forderung',
      'Offener Saldo',
      'Restbetrag',
      'Bruttobetrag',
    ],
  },
  paid: {
    label: 'Teilzahlungen',
    type: 'amount',
    decisive: true,
    example: '20,00',
    explanation: 'Schon gezahlte Beträge; sie werden von der Hauptforderung abgezogen',
    synonyms: ['Bereits gezahlt', 'Gezahlt', 'Teilzahlung'],
  },
  ownCosts: {
    label: 'Mahnkosten',
    type: 'amount',
    example: '2,50',
    explanation: 'Von Ihnen schon berechnete Mahnkosten',
    synonyms: ['Eigene Kosten', 'Mahngebühr', 'Mahngebühren'],
  },
  currency: {
    label: 'Währung',
    type: 'choice',
    words: CURRENCIES,
    decisive: true,
    example: 'EUR',
    explanation: 'EUR oder leer; andere Währungen übernehmen wir noch nicht',
    synonyms: ['Währungscode'],
  },

  salutation: {
    label: 'Anrede',
    type: 'choice',
    words: SALUTATIONS,
    example: 'Frau',
    explanation: 'Frau, Herr, Firma oder leer',
    synonyms: [],
  },
  firstName: { label: 'Vorname', type: 'text', limit: 80, example: 'Erika', explanation: 'Vorname', synonyms: [] },
  lastName: {
    label: 'Nachname',
    type: 'text',
    limit: 110,
    example: 'Beispiel',
    explanation: 'Nachname',
    synonyms: ['Familienname', 'Zuname'],
  },
  name: {
    label: 'Name',
    type: 'text',
    only: ['rent'],
    example: 'Erika Beispiel',
    explanation: 'Ganzer Name, wenn Vor- und Nachname nicht getrennt sind',
    synonyms: ['Kundenname', 'Schuldner', 'Vor- und Nachname', 'Kunde', 'Mieter'],
  },
  company: {
    label: 'Firma',
    type: 'text',
    example: 'Beispiel Bau GmbH',
    explanation: 'Name des Unternehmens; dann gilt der Schuldner als Unternehmen',
    synonyms: ['Firmenname', 'Unternehmen'],
  },
  legalForm: {
    label: 'Rechtsform',
    type: 'choice',
    words: LEGAL_FORMS,
    only: ['goods', 'services'],
    example: 'GmbH',
    explanation: 'Rechtsform des Unternehmens, wenn sie nicht schon in der Firma steht',
    synonyms: ['Gesellschaftsform'],
  },
  kind: {
    label: 'Art',
    type: 'choice',
    words: KINDS,
    example: 'privat',
    explanation: 'privat oder Firma',
    synonyms: ['Kundenart', 'Schuldnerart'],
  },
  birthDate: {
    label: 'Geburtsdatum',
    type: 'day',
    example: '24.05.1980',
    explanation: 'Geburtstag einer Privatperson; er hilft, sie wiederzufinden und Minderjährige zu erkennen',
    synonyms: ['Geburtstag', 'Geb.-Datum', 'Geboren am', 'Geb. am'],
  },

  street: {
    label: 'Straße',
    type: 'text',
    limit: 180,
    example: 'Musterweg 5',
    explanation: 'Straße mit Hausnummer',
    synonyms: ['Straße und Hausnummer', 'Anschrift', 'Str.', 'Straße/Hausnr.', 'Straße Nr.', 'Straße und Nr.'],
  },
  houseNumber: {
    label: 'Hausnummer',
    type: 'text',
    limit: 20,
    example: '5a',
    explanation: 'Hausnummer, wenn sie nicht schon bei der Straße steht',
    synonyms: ['Haus-Nr.', 'Hausnr', 'HNr'],
  },
  postalCode: {
    label: 'PLZ',
    type: 'postalCode',
    example: '44135',
    explanation: 'Fünf Ziffern, auch mit führender Null',
    synonyms: ['Postleitzahl'],
  },
  city: { label: 'Ort', type: 'text', example: 'Dortmund', explanation: 'Ort', synonyms: ['Stadt', 'Wohnort'] },
  country: {
    label: 'Land',
    type: 'choice',
    words: COUNTRIES,
    example: 'DE',
    explanation: 'Deutschland oder leer; Briefe ins Ausland gibt es noch nicht',
    synonyms: ['Staat', 'Ländercode', 'Länderkennzeichen', 'Bundesland'],
  },
  email: {
    label: 'E-Mail',
    type: 'email',
    next: 'email2',
    example: 'erika@example.com',
    explanation: 'E-Mail-Adresse',
    synonyms: ['Mail', 'E-Mail-Adresse', 'Mailadresse', 'E-Mail 1'],
  },
  email2: {
    label: 'E-Mail 2',
    type: 'email',
    example: 'erika.beispiel@example.org',
    explanation: 'Eine weitere E-Mail-Adresse; sie gilt, wenn die erste nicht nutzbar ist',
    synonyms: ['Weitere E-Mail', 'Zweite E-Mail', 'E-Mail privat'],
  },
  phone: {
    label: 'Telefon',
    type: 'phone',
    next: 'phone2',
    example: '0151 10000001',
    explanation: 'Telefon mit Vorwahl, am besten mobil',
    synonyms: [
      'Telefonnummer',
      'Mobil',
      'Handy',
      'Mobilnummer',
      'Telefon-Nr.',
      'Tel.',
      'Mobiltelefon',
      'Handynummer',
      'Rufnummer',
      'Telefon 1',
      'Festnetz',
    ],
  },
  phone2: {
    label: 'Telefon 2',
    type: 'phone',
    example: '030 23125001',
    explanation: 'Eine weitere Nummer; SMS gehen an die mobile von beiden',
    synonyms: ['Weitere Telefonnummer', 'Zweites Telefon', 'Telefon privat', 'Telefon geschäftlich'],
  },
  iban: {
    label: 'IBAN',
    type: 'iban',
    limit: 60,
    example: 'DE02120300000000202051',
    explanation: 'Konto des Kunden; daran erkennen wir seine Zahlungen, abgebucht wird nichts',
    synonyms: ['IBAN des Kunden', 'Kunden-IBAN', 'Bankverbindung'],
  },
  language: {
    label: 'Sprache',
    type: 'choice',
    words: LANGUAGES,
    example: 'de',
    explanation: 'Sprache des Kunden als Kürzel; geschrieben wird auf Deutsch',
    synonyms: ['Korrespondenzsprache', 'Sprachcode'],
  },

  claimKind: {
    label: 'Forderungsart',
    type: 'choice',
    words: CLAIM_KINDS,
    example: 'Waren',
    explanation: 'Waren, Dienstleistung, Energie, Miete oder Kredit; sonst gilt die Vorgabe Ihres Mandats',
    synonyms: ['Art der Forderung'],
  },
  subject: {
    label: 'Vertragsgegenstand',
    type: 'text',
    example: 'Kaufvertrag über Gartenmöbel',
    explanation: 'Wofür die Rechnung ist; Privatpersonen muss er genannt werden (§ 13a RDG)',
    synonyms: ['Gegenstand', 'Leistung'],
  },
  contractDate: {
    label: 'Vertragsdatum',
    type: 'day',
    example: '10.01.2026',
    explanation: 'Tag des Vertragsschlusses; Privatpersonen muss er genannt werden (§ 13a RDG)',
    synonyms: ['Datum des Vertrags', 'Bestelldatum', 'Vertrag vom'],
  },
  priorDunning: {
    label: 'Vorherige Mahnung',
    type: 'choice',
    words: PRIOR,
    example: 'Erinnerung',
    explanation: 'keine, Erinnerung oder Mahnung',
    synonyms: ['Mahnstatus', 'Bereits gemahnt', 'Art der Vormahnung', 'Vormahnung'],
  },
  priorDunningOn: {
    label: 'Datum der Mahnung',
    type: 'day',
    example: '05.02.2026',
    explanation: 'Tag Ihrer letzten Erinnerung oder Mahnung',
    synonyms: ['Mahndatum', 'Gemahnt am', 'Datum der Vormahnung', 'Letzte Mahnung am'],
  },
  disputed: {
    label: 'Bestritten',
    type: 'flag',
    words: FLAGS,
    example: 'nein',
    explanation: 'ja, wenn der Kunde der Forderung widersprochen hat; die Zeile wird dann nicht übernommen',
    synonyms: ['Widersprochen', 'Widerspruch', 'Streitig', 'Reklamation'],
  },
  insolvent: {
    label: 'Insolvent',
    type: 'flag',
    words: FLAGS,
    example: 'nein',
    explanation: 'ja, wenn der Kunde insolvent ist; die Zeile wird dann nicht übernommen',
    synonyms: ['Insolvenz', 'Insolvenzverfahren'],
  },
  attachment: {
    label: 'Anlage',
    type: 'file',
    limit: 120,
    example: 'RE-2026-0017.pdf',
    explanation: 'Dateiname der Rechnung als PDF, die Sie dazulegen',
    synonyms: ['Rechnungsdatei', 'Rechnungs-PDF', 'Dateiname', 'Anhang', 'PDF'],
  },
  remark: {
    label: 'Bemerkung',
    type: 'text',
    limit: 500,
    example: 'Ware wurde nachgeliefert',
    explanation: 'Hinweis für die Sachbearbeitung',
    synonyms: ['Bemerkungen', 'Hinweis', 'Notiz', 'Kommentar'],
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof columns;
export const COLUMNS: Readonly<Record<ColumnName, Column & { next?: ColumnName }>> = columns;
export const COLUMN_NAMES = Object.keys(columns) as ColumnName[];

/** Two columns that a correction file has more than the list it corrects; in a list they are known and not read. */
export const REASON_COLUMNS = ['Fehler (Mahnwerk)', 'Abhilfe (Mahnwerk)'] as const;

const DEFAULT_LIMIT = 200;
/** What fits into a column, in characters. */
export const limitOf = (name: ColumnName): number => COLUMNS[name].limit ?? DEFAULT_LIMIT;
/** Text of this length fits into every column. */
export const LEAST_LIMIT = Math.min(...COLUMN_NAMES.map(limitOf));
/** Whether a value that cannot be read refuses the row; else it is left out. */
export const decides = (name: ColumnName): boolean => COLUMNS[name].required ?? COLUMNS[name].decisive ?? false;

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
/** `Betrag (EUR)` and `Betrag in Euro` are the column `Betrag`. */
const headerKey = (cell: string): string => folded(cell).replace(/(in)?euro?$/, '');
const byHeader = new Map(
  COLUMN_NAMES.flatMap((name) =>
    [COLUMNS[name].label, ...COLUMNS[name].synonyms].map((word): [string, ColumnName] => [headerKey(word), name]),
  ),
);
const ignored = new Set(REASON_COLUMNS.map(headerKey));

/** The column of a heading; where its first place is taken by another heading of the same meaning, the next place. */
const placeOf = (key: string, taken: ReadonlyMap<ColumnName, string>): ColumnName | undefined => {
  const name = byHeader.get(key);
  const next = name && COLUMNS[name].next;
  return next && taken.has(name) && taken.get(name) !== key && !taken.has(next) ? next : name;
};

/** Which column stands where. Case, blanks, hyphens and the spelling of umlauts do not matter. */
export const matchHeader = (
  cells: readonly string[],
): { positions: ReadonlyMap<ColumnName, number>; unknown: string[]; missing: ColumnName[]; duplicates: string[] } => {
  const [positions, taken] = [new Map<ColumnName, number>(), new Map<ColumnName, string>()];
  const [unknown, duplicates]: [string[], string[]] = [[], []];
  for (const [i, cell] of cells.entries()) {
    const key = headerKey(cell);
    const name = placeOf(key, taken);
    if (!name) {
      if (cell.trim() && !ignored.has(key)) unknown.push(cell);
    } else if (positions.has(name)) duplicates.push(cell);
    else {
      positions.set(name, i);
      taken.set(name, key);
    }
  }
  return {
    positions,
    unknown,
    duplicates,
    missing: COLUMN_NAMES.filter((name) => COLUMNS[name].required && !positions.has(name)),
  };
};
