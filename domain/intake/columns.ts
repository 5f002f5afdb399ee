/** One column of an Übergabeliste: what it is called, what else it may be called, and what belongs in it, in at most `limit` characters (200 unless said). */
type Column = Readonly<{ label: string; synonyms: readonly string[]; required?: true; limit?: number; explanation: string; example: string }>;

const columns = {
  customerNumber: { label: 'Kundennummer', synonyms: ['Kunden-Nr.', 'KdNr', 'Debitor', 'Debitorennummer', 'Kundenkonto', 'Vertragskonto', 'Kunde Nr.', 'Debitor-Nr.', 'Mitgliedsnummer'], limit: 60, required: true, explanation: 'Ihre Nummer für den Kunden', example: 'K-10042' },
  invoiceNumber: { label: 'Rechnungsnummer', synonyms: ['Rechnungs-Nr.', 'RgNr', 'Belegnummer', 'Rechnung', 'Re-Nr.', 'Rechnung Nr.', 'Beleg-Nr.'], limit: 60, required: true, explanation: 'Nummer der offenen Rechnung', example: 'RE-2026-0017' },
  invoiceDate: { label: 'Rechnungsdatum', synonyms: ['Belegdatum', 'Datum der Rechnung', 'Re-Datum', 'Rg-Datum', 'Rechnung vom'], limit: 40, required: true, explanation: 'Tag der Rechnung', example: '15.01.2026' },
  amount: { label: 'Hauptforderung', synonyms: ['Betrag', 'Offener Betrag', 'Forderung', 'Rechnungsbetrag', 'Saldo', 'Höhe der Hauptforderung', 'Offene Forderung', 'Offener Saldo', 'Restbetrag', 'Bruttobetrag'], limit: 60, required: true, explanation: 'Offener Rechnungsbetrag in Euro, ohne Mahnkosten', example: '129,90' },
  company: { label: 'Firma', synonyms: ['Firmenname', 'Unternehmen'], explanation: 'Name des Unternehmens; dann gilt der Schuldner als Unternehmen', example: 'Beispiel Bau GmbH' },
  name: { label: 'Name', synonyms: ['Kundenname', 'Schuldner', 'Vor- und Nachname', 'Kunde'], explanation: 'Ganzer Name, wenn Vor- und Nachname nicht getrennt sind', example: 'Erika Beispiel' },
  firstName: { label: 'Vorname', synonyms: [], limit: 80, explanation: 'Vorname', example: 'Erika' },
  lastName: { label: 'Nachname', synonyms: ['Familienname', 'Zuname'], limit: 110, explanation: 'Nachname', example: 'Beispiel' },
  salutation: { label: 'Anrede', synonyms: [], explanation: 'Frau, Herr oder leer', example: 'Frau' },
  kind: { label: 'Art', synonyms: ['Kundenart', 'Schuldnerart'], explanation: 'privat oder Firma', example: 'privat' },
  street: { label: 'Straße', synonyms: ['Straße und Hausnummer', 'Anschrift', 'Str.', 'Straße/Hausnr.', 'Straße Nr.'], limit: 180, explanation: 'Straße mit Hausnummer', example: 'Musterweg 5' },
  houseNumber: { label: 'Hausnummer', synonyms: ['Haus-Nr.', 'Hausnr'], limit: 20, explanation: 'Hausnummer, wenn sie nicht schon bei der Straße steht', example: '5a' },
  postalCode: { label: 'PLZ', synonyms: ['Postleitzahl'], explanation: 'Fünf Ziffern', example: '44135' },
  city: { label: 'Ort', synonyms: ['Stadt', 'Wohnort'], explanation: 'Ort', example: 'Dortmund' },
  country: { label: 'Land', synonyms: ['Staat', 'Ländercode', 'Länderkennzeichen'], explanation: 'Deutschland oder leer; Briefe ins Ausland gibt es noch nicht', example: 'DE' },
  email: { label: 'E-Mail', synonyms: ['Mail', 'E-Mail-Adresse', 'Mailadresse'], explanation: 'E-Mail-Adresse', example: 'erika@example.com' },
  phone: { label: 'Telefon', synonyms: ['Telefonnummer', 'Mobil', 'Handy', 'Mobilnummer', 'Telefon-Nr.', 'Tel.', 'Mobiltelefon', 'Handynummer', 'Rufnummer'], explanation: 'Telefon, am besten mobil', example: '0151 10000001' },
  dueDate: { label: 'Fälligkeit', synonyms: ['Fällig am', 'Fälligkeitsdatum', 'Zahlbar bis', 'Fälligkeitstag', 'Fällig'], explanation: 'Letzter Zahlungstag', example: '29.01.2026' },
  ownCosts: { label: 'Mahnkosten', synonyms: ['Eigene Kosten', 'Mahngebühr', 'Mahngebühren'], explanation: 'Von Ihnen schon berechnete Mahnkosten', example: '2,50' },
  paid: { label: 'Teilzahlungen', synonyms: ['Bereits gezahlt', 'Gezahlt', 'Teilzahlung'], explanation: 'Schon gezahlte Beträge; sie mindern die Hauptforderung', example: '20,00' },
  priorDunning: { label: 'Vorherige Mahnung', synonyms: ['Mahnstatus', 'Bereits gemahnt'], explanation: 'keine, Erinnerung oder Mahnung', example: 'Erinnerung' },
  priorDunningOn: { label: 'Datum der Mahnung', synonyms: ['Mahndatum', 'Gemahnt am'], explanation: 'Tag Ihrer letzten Mahnung', example: '05.02.2026' },
  claimKind: { label: 'Forderungsart', synonyms: ['Art der Forderung'], explanation: 'Waren, Dienstleistung, Energie oder Miete; sonst gilt die Vorgabe Ihres Mandats', example: 'Waren' },
  subject: { label: 'Vertragsgegenstand', synonyms: ['Gegenstand', 'Leistung'], explanation: 'Wofür die Rechnung ist', example: 'Kaufvertrag über Gartenmöbel' },
  contractDate: { label: 'Vertragsdatum', synonyms: ['Datum des Vertrags', 'Bestelldatum'], explanation: 'Tag des Vertragsschlusses', example: '10.01.2026' },
  remark: { label: 'Bemerkung', synonyms: ['Bemerkungen', 'Hinweis', 'Notiz', 'Kommentar'], limit: 500, explanation: 'Hinweis für die Sachbearbeitung', example: 'Ware wurde nachgeliefert' },
  currency: { label: 'Währung', synonyms: [], explanation: 'EUR', example: 'EUR' },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof columns;
export const COLUMNS: Readonly<Record<ColumnName, Column>> = columns;
export const COLUMN_NAMES = Object.keys(columns).filter((name): name is ColumnName => name in columns);

const folded = (text: string): string => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z0-9]/g, '');
/** `Betrag (EUR)` and `Betrag in Euro` are the column `Betrag`. */
const headerKey = (cell: string): string => folded(cell).replace(/(in)?euro?$/, '');
const byHeader = new Map(COLUMN_NAMES.flatMap((name) => [COLUMNS[name].label, ...COLUMNS[name].synonyms].map((word): [string, ColumnName] => [headerKey(word), name])));

/** What fits into a column, in characters. */
export const limitOf = (name: ColumnName): number => COLUMNS[name].limit ?? 200;

/** Which column stands where. Case, blanks, hyphens and the spelling of umlauts do not matter. */
export const matchHeader = (cells: readonly string[]): { positions: ReadonlyMap<ColumnName, number>; unknown: string[]; missing: ColumnName[]; duplicates: string[] } => {
  const positions = new Map<ColumnName, number>();
  const [unknown, duplicates]: [string[], string[]] = [[], []];
  for (const [i, cell] of cells.entries()) {
    const name = byHeader.get(headerKey(cell));
    if (!name) { if (cell.trim()) unknown.push(cell); } else if (positions.has(name)) duplicates.push(cell);
    else positions.set(name, i);
  }
  return { positions, unknown, duplicates, missing: COLUMN_NAMES.filter((name) => COLUMNS[name].required && !positions.has(name)) };
};
