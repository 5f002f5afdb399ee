import { ISSUE_CODES, isIssueCode, type IssueCode } from '../intake/issue-codes.ts';

/** What a month's mail says of one kind of issue: what was wrong in few words, and what to do about it. */
type Advice = Readonly<{ what: string; todo: string }>;

/**
 * The table of issues speaks of one row and one value; here they are counted, so the frequent ones have words of their
 * own.
 */
const ADVICE: Readonly<Partial<Record<IssueCode, Advice>>> = {
  'contact.none': {
    what: 'weder Anschrift noch E-Mail-Adresse',
    todo: 'Diese Kunden erreichen wir gar nicht. Bitte reichen Sie eines von beiden nach oder beauftragen Sie eine Adressermittlung.',
  },
  'address.incomplete': {
    what: 'Anschrift unvollständig',
    todo: 'Bitte Straße mit Hausnummer, Postleitzahl und Ort angeben; ohne sie geht kein Brief hinaus.',
  },
  'address.foreign': {
    what: 'Anschrift im Ausland',
    todo: 'Bitte eine deutsche Anschrift oder eine E-Mail-Adresse angeben.',
  },
  'postal-code.invalid': {
    what: 'Postleitzahl ohne fünf Ziffern',
    todo: 'Oft fehlt die führende Null: Bitte die Spalte in der Tabelle als Text formatieren.',
  },
  'postal-code.unknown': {
    what: 'Postleitzahl nicht im Verzeichnis der Orte',
    todo: 'Bitte die Postleitzahl prüfen.',
  },
  'postal-code.place': {
    what: 'Postleitzahl und Ort passen nicht zusammen',
    todo: 'Bitte beides prüfen; solche Briefe kommen oft zurück.',
  },
  'email.invalid': {
    what: 'E-Mail-Adresse nicht nutzbar',
    todo: 'Bitte je Zeile genau eine vollständige Adresse angeben. E-Mails erreichen Ihre Kunden am schnellsten.',
  },
  'email.typo': {
    what: 'E-Mail-Adresse vermutlich mit Tippfehler',
    todo: 'Bitte prüfen; der Fehlerbericht nennt einen Vorschlag.',
  },
  'phone.invalid': {
    what: 'Telefonnummer nicht nutzbar',
    todo: 'Bitte je Zeile genau eine Nummer mit Vorwahl angeben, am besten mobil.',
  },
  'phone.prefix': {
    what: 'Telefonnummer ohne Vorwahl oder ohne +',
    todo: 'Bitte mit + und Landesvorwahl oder mit der Null schreiben; Tabellenprogramme lassen beides weg, wenn die Spalte nicht als Text formatiert ist.',
  },
  'phone.service': {
    what: 'Servicenummer statt einer Telefonnummer des Kunden',
    todo: 'Bitte eine Festnetz- oder Mobilnummer angeben.',
  },
  'required.missing': {
    what: 'Pflichtangabe fehlt',
    todo: 'Nötig sind Kundennummer, Rechnungsnummer, Rechnungsdatum und Hauptforderung.',
  },
  'name.missing': { what: 'Name fehlt', todo: 'Bitte Vor- und Nachname oder die Firma angeben.' },
  'amount.invalid': { what: 'Betrag nicht lesbar', todo: 'Bitte Beträge wie 1.234,56 schreiben.' },
  'amount.ambiguous': {
    what: 'Betrag mehrdeutig',
    todo: 'Bitte Beträge immer mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.',
  },
  'date.invalid': { what: 'Datum nicht lesbar', todo: 'Bitte Daten wie 31.03.2026 oder 2026-03-31 schreiben.' },
  'row.cells': { what: 'Zeile nicht lesbar', todo: 'Bitte Trennzeichen und Anführungszeichen prüfen.' },
  'row.conflict': {
    what: 'eine Rechnungsnummer mit verschiedenen Angaben in einer Liste',
    todo: 'Bitte prüfen, welche Zeile stimmt, und diese einzeln übergeben.',
  },
  'invoice.conflict': {
    what: 'eine Rechnung, die wir schon mit anderen Angaben haben',
    todo: 'Bitte prüfen, welche Angaben stimmen, und sich an die Mandantenbetreuung wenden.',
  },
  'customer.two-names': {
    what: 'eine Kundennummer mit zwei Namen',
    todo: 'Bitte sofort prüfen, damit niemand die Rechnung eines anderen erhält.',
  },
  'kind.unknown': {
    what: 'Privatperson oder Unternehmen nicht angegeben',
    todo: 'Bitte die Spalte „Art“ füllen; sonst gilt der Kunde als Privatperson, mit dem niedrigeren Zinssatz.',
  },
  'contract.missing': {
    what: 'Vertragsgegenstand oder Vertragsdatum fehlt',
    todo: 'Bitte nachreichen; Privatpersonen dürfen wir erst danach anschreiben.',
  },
  'address.too-long': {
    what: 'Anschriften, die in kein Anschriftfeld passen',
    todo: 'Bitte Name, Adresszusatz oder Straße kürzen.',
  },
  'text.letters': {
    what: 'Texte in Schriften, in denen wir keinen Brief drucken können',
    todo: 'Bitte in lateinischen Buchstaben angeben.',
  },
  'name.letters': {
    what: 'Namen in Schriften, in denen wir keinen Brief drucken können',
    todo: 'Bitte in lateinischen Buchstaben angeben, wie im Ausweis; bis dahin wird nicht gemahnt.',
  },
  'text.garbled': { what: 'falsch gelesene Umlaute', todo: 'Bitte die Datei als „CSV UTF-8“ speichern.' },
  'limitation.likely': {
    what: 'Forderung vermutlich verjährt',
    todo: 'Bitte früher übergeben, oder uns einen Grund nennen, aus dem die Verjährung gehemmt war.',
  },
};

const whole = (sentence: string): string | null => (sentence.includes('{') ? null : sentence.replace(/\.$/, ''));

/** What to say of a code; one without words of its own takes the table's, where they can stand without a row. */
export const adviceOn = (code: string): Advice => {
  const own = isIssueCode(code) ? ADVICE[code] : undefined;
  if (own) return own;
  const known = isIssueCode(code) ? ISSUE_CODES[code] : null;
  return {
    what: (known && whole(known.message)) ?? `Angabe nicht verwendbar (${code})`,
    todo: known && whole(known.mend) ? known.mend : 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.',
  };
};

/**
 * A claim that is there already, a column that is not for us: nobody has to do anything, and quality is not about it.
 */
export const needsNothing = (code: string): boolean =>
  isIssueCode(code) && ISSUE_CODES[code].mend.startsWith('Nichts zu tun');
/** Whether an issue is about how to reach the customer: the first part of a code names what it is about. */
export const isAboutContact = (code: string): boolean => /^(contact|address|postal-code|email|phone)\./.test(code);
