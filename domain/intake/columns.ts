/** One column of an Übergabeliste: what it is called, what else it may be called, and what belongs in it. */
type Column = Readonly<{ label: string; synonyms: readonly string[]; required?: true; explanation: string; example: string }>;

const columns = {
  customerNumber: { label: 'Kundennummer', synonyms: ['Kunden-Nr.', 'KdNr', 'Debitor', 'Debitorennummer', 'Kundenkonto', 'Vertragskonto'], required: true, explanation: 'Ihre Nummer für den Kunden', example: 'K-10042' },
  invoiceNumber: { label: 'Rechnungsnummer', synonyms: ['Rechnungs-Nr.', 'RgNr', 'Belegnummer', 'Rechnung'], required: true, explanation: 'Nummer der offenen Rechnung', example: 'RE-2026-0017' },
  invoiceDate: { label: 'Rechnungsdatum', synonyms: ['Belegdatum', 'Datum der Rechnung'], required: true, explanation: 'Tag der Rechnung', example: '15.01.2026' },
  amount: { label: 'Hauptforderung', synonyms: ['Betrag', 'Offener Betrag', 'Forderung', 'Rechnungsbetrag', 'Saldo'], required: true, explanation: 'Offener Rechnungsbetrag in Euro, ohne Mahnkosten', example: '129,90' },
  company: { label: 'Firma', synonyms: ['Firmenname', 'Unternehmen'], explanation: 'Name des Unternehmens; dann gilt der Schuldner als Unternehmen', example: 'Beispiel Bau GmbH' },
  name: { label: 'Name', synonyms: ['Kundenname', 'Schuldner', 'Vor- und Nachname', 'Kunde'], explanation: 'Ganzer Name, wenn Vor- und Nachname nicht getrennt sind', example: 'Erika Beispiel' },
  firstName: { label: 'Vorname', synonyms: [], explanation: 'Vorname', example: 'Erika' },
  lastName: { label: 'Nachname', synonyms: ['Familienname', 'Zuname'], explanation: 'Nachname', example: 'Beispiel' },
  salutation: { label: 'Anrede', synonyms: [], explanation: 'Frau, Herr oder leer', example: 'Frau' },
  kind: { label: 'Art', synonyms: ['Kundenart', 'Schuldnerart'], explanation: 'privat oder Firma', example: 'privat' },
  street: { label: 'Straße', synonyms: ['Straße und Hausnummer', 'Anschrift', 'Str.'], explanation: 'Straße mit Hausnummer', example: 'Musterweg 5' },
  postalCode: { label: 'PLZ', synonyms: ['Postleitzahl'], explanation: 'Fünf Ziffern', example: '44135' },
  city: { label: 'Ort', synonyms: ['Stadt', 'Wohnort'], explanation: 'Ort', example: 'Dortmund' },
  email: { label: 'E-Mail', synonyms: ['Mail', 'E-Mail-Adresse', 'Mailadresse'], explanation: 'E-Mail-Adresse', example: 'erika@example.com' },
  phone: { label: 'Telefon', synonyms: ['Telefonnummer', 'Mobil', 'Handy', 'Mobilnummer'], explanation: 'Telefon, am besten mobil', example: '0151 10000001' },
  dueDate: { label: 'Fälligkeit', synonyms: ['Fällig am', 'Fälligkeitsdatum', 'Zahlbar bis'], explanation: 'Letzter Zahlungstag', example: '29.01.2026' },
  ownCosts: { label: 'Mahnkosten', synonyms: ['Eigene Kosten', 'Mahngebühr', 'Mahngebühren'], explanation: 'Von Ihnen schon berechnete Mahnkosten', example: '2,50' },
  paid: { label: 'Teilzahlungen', synonyms: ['Bereits gezahlt', 'Gezahlt', 'Teilzahlung'], explanation: 'Schon gezahlte Beträge; sie mindern die Hauptforderung', example: '20,00' },
  priorDunning: { label: 'Vorherige Mahnung', synonyms: ['Mahnstatus', 'Bereits gemahnt'], explanation: 'keine, Erinnerung oder Mahnung', example: 'Erinnerung' },
  priorDunningOn: { label: 'Datum der Mahnung', synonyms: ['Mahndatum', 'Gemahnt am'], explanation: 'Tag Ihrer letzten Mahnung', example: '05.02.2026' },
  subject: { label: 'Vertragsgegenstand', synonyms: ['Gegenstand', 'Leistung'], explanation: 'Wofür die Rechnung ist', example: 'Kaufvertrag über Gartenmöbel' },
  contractDate: { label: 'Vertragsdatum', synonyms: ['Datum des Vertrags', 'Bestelldatum'], explanation: 'Tag des Vertragsschlusses', example: '10.01.2026' },
  remark: { label: 'Bemerkung', synonyms: ['Bemerkungen', 'Hinweis', 'Notiz'], explanation: 'Hinweis für die Sachbearbeitung', example: 'Ware wurde nachgeliefert' },
  currency: { label: 'Währung', synonyms: [], explanation: 'EUR', example: 'EUR' },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof columns;
export const COLUMNS: Readonly<Record<ColumnName, Column>> = columns;
export const COLUMN_NAMES = Object.keys(columns).filter((name): name is ColumnName => name in columns);

const folded = (text: string): string => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z0-9]/g, '');
const byHeader = new Map(COLUMN_NAMES.flatMap((name) => [COLUMNS[name].label, ...COLUMNS[name].synonyms].map((word): [string, ColumnName] => [folded(word), name])));

/** Which column stands where. Case, blanks, hyphens and the spelling of umlauts do not matter. */
export const matchHeader = (cells: readonly string[]): { positions: ReadonlyMap<ColumnName, number>; unknown: string[]; missing: ColumnName[]; duplicates: string[] } => {
  const positions = new Map<ColumnName, number>();
  const [unknown, duplicates]: [string[], string[]] = [[], []];
  for (const [i, cell] of cells.entries()) {
    const name = byHeader.get(folded(cell));
    if (!name) { if (cell.trim()) unknown.push(cell); } else if (positions.has(name)) duplicates.push(cell);
    else positions.set(name, i);
  }
  return { positions, unknown, duplicates, missing: COLUMN_NAMES.filter((name) => COLUMNS[name].required && !positions.has(name)) };
};
