import {
  CLAIM_KINDS,
  COUNTRIES,
  CURRENCIES,
  DOCUMENTS,
  FLAGS,
  KINDS,
  LANGUAGES,
  LEGAL_FORMS,
  PRIOR,
  RHYTHMS,
  SALUTATIONS,
  SIDES,
  STATES,
  type Words,
} from './words.ts';

export type ColumnType =
  'text' | 'amount' | 'day' | 'choice' | 'flag' | 'mark' | 'postalCode' | 'email' | 'phone' | 'iban' | 'file';
/** For each of these kinds of claim there is a template of its own. */
export const TEMPLATE_KINDS = ['goods', 'services', 'rent'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/**
 * One column of an Übergabeliste: what it is called, what else it may be called, and what belongs in it, in at most
 * `limit` characters (200 unless said). `required` and `decisive` columns refuse the row where they cannot be read; any
 * other value is then left out. `next`: where a second heading of the same meaning goes (`Telefon` and `Mobil`).
 * `only`: the kinds of claim whose template has the column; all of them unless said. `pattern`: other headings that can
 * mean nothing else, folded; for columns whose content must not be overlooked. A `mark` refuses the row with whatever
 * stands in it but a no.
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
  pattern?: RegExp;
  only?: readonly TemplateKind[];
  explanation: string;
  example: string;
}>;

/** What else may be blocked, or is called so: deliveries, supply, access, payments out. None of it locks a claim. */
const OTHER_LOCK =
  'liefer|versand|auftrag|bestell|zahl|kredit|konto|buchung|preis|rabatt|lastschrift|werbe|news|versorgung|zaehler|strom|gas|wasser|anschluss|sim|karte|shop|zugang|zugriff|login|portal|benutzer|nutzer|user|zins|telefon|internet|vertrag|beitrag';
const LOCK = new RegExp(
  [
    '^(?:.*(?:mahn|inkasso)(?:.*sperr|sto|halt|pause|aussetz|unterbrech|verbot|ruhe).*|.*sperr.*(?:mahn|inkasso).*',
    `|(?!.*(?:${OTHER_LOCK})).*sperr(?!frist|zeit|gut|muell|ig).*|(?:nicht|kein).*mahn.*|ruht|ruhend|pausiert)$`,
  ].join(''),
);
/** A lock, a deferral or a payment term that was prolonged; contracts and guarantees are prolonged as well. */
const LOCK_UNTIL = new RegExp(
  [
    '^(?:.*(?:mahn|inkasso)(?:.*sperr|sto|.*ruh|.*paus).*|.*(?:aufschub|nichtmahnen|ausgesetzt).*',
    `|(?!.*(?:${OTHER_LOCK})).*sperr(?!frist|zeit).*|.*stund(?:ung|et).*|(?:forderung|verfahren)?(?:ruht|ruhend|paus).*`,
    '|.*(?:zahlungs|raten)(?:vereinbarung|zahlung|plan).*|raten.*',
    '|.*(?:zahlungsziel|zahlungsfrist|faelligkeit).*verlaenger.*|fristverlaenger.*|.*verlaenger.*zahlungs(?:ziel|frist).*)',
    '(?:bis|ende|vor)(?:zum)?(?:datum)?$',
  ].join(''),
);

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
      'Belegfeld 1',
      'Belegfeld1',
      'Rechnungsnr',
      'OP-Nummer',
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
    synonyms: ['Fällig am', 'Fälligkeitsdatum', 'Zahlbar bis', 'Fälligkeitstag', 'Fällig', 'Nettofälligkeit'],
  },
  amount: {
    label: 'Hauptforderung',
    type: 'amount',
    limit: 60,
    required: true,
    example: '129,90',
    explanation:
      'Rechnungsbetrag in Euro, ohne Mahnkosten; Teilzahlungen ziehen wir ab. Statt ihrer genügt „Rechnungsbetrag“ oder „Offener Betrag“',
    synonyms: [
      'Betrag',
      'Forderung',
      'Höhe der Hauptforderung',
      'Forderungsbetrag',
      'Betrag brutto',
      'Betrag in Hauswährung',
    ],
  },
  total: {
    label: 'Rechnungsbetrag',
    type: 'amount',
    limit: 60,
    decisive: true,
    only: [],
    example: '129,90',
    explanation: 'Betrag der ganzen Rechnung, bevor etwas gezahlt wurde',
    synonyms: [
      'Bruttobetrag',
      'Gesamtbetrag',
      'Rechnungssumme',
      'Rechnungsbetrag brutto',
      'Brutto-Rechnungsbetrag',
      'Ursprungsbetrag',
      'Ursprünglicher Betrag',
      'Endbetrag',
      'Gesamtsumme',
      'Bruttosumme',
      'Summe brutto',
      'Belegbetrag',
      'Soll',
      'Betrag Soll',
      'Sollbetrag',
    ],
  },
  open: {
    label: 'Offener Betrag',
    type: 'amount',
    limit: 60,
    decisive: true,
    only: [],
    example: '109,90',
    explanation: 'Was von der Rechnung noch offen ist; Teilzahlungen sind schon abgezogen',
    synonyms: [
      'Offen',
      'Noch offen',
      'Offene Forderung',
      'Saldo',
      'Offener Saldo',
      'Restbetrag',
      'Restforderung',
      'Rest',
      'Offener Rest',
      'Offener Restbetrag',
      'Noch zu zahlen',
      'Zu zahlen',
      'Zahlbetrag offen',
      'Offener Posten',
      'OP-Betrag',
      'OP-Saldo',
      'Restsaldo',
      'Offene Summe',
      'Betrag offen',
      'Ausstehend',
      'Ausstehender Betrag',
      'Forderung offen',
      'Offener Betrag Hauswährung',
      'Offener Betrag brutto',
      'Restschuld',
      'Restsumme',
      'Fälliger Betrag',
      'Fälliger Saldo',
      'Fällige Summe',
      'Saldo offen',
      'Rest offen',
      'Open amount',
      'Amount open',
      'Amount due',
      'Balance',
      'Balance due',
      'Open balance',
      'Outstanding',
      'Outstanding amount',
    ],
  },
  paid: {
    label: 'Teilzahlungen',
    type: 'amount',
    decisive: true,
    example: '20,00',
    explanation:
      'Schon gezahlte Beträge; sie werden von der Hauptforderung abgezogen. „Zahlung 1“, „Zahlung 2“ und so fort werden zusammengezählt',
    synonyms: [
      'Bereits gezahlt',
      'Gezahlt',
      'Teilzahlung',
      'Bereits bezahlt',
      'Zahlungseingang',
      'Zahlungseingänge',
      'Eingegangene Zahlungen',
      'Zahlungen',
      'Zahlung',
      'Geleistete Zahlungen',
      'Gezahlter Betrag',
      'Bezahlter Betrag',
      'Betrag bezahlt',
      'Betrag gezahlt',
      'Summe Zahlungen',
      'Anzahlung',
      'Anzahlungen',
      'Ausgeglichener Betrag',
      'Haben',
      'Betrag Haben',
      'Habenbetrag',
      'Davon bezahlt',
      'Davon gezahlt',
      'Bisher gezahlt',
      'Bisher bezahlt',
      'Bisherige Zahlungen',
      'Schon bezahlt',
      'Schon gezahlt',
      'Erhalten',
      'Erhaltene Zahlungen',
      'Erhaltener Betrag',
      'Abzüglich Zahlung',
      'Abzüglich Zahlungen',
      'Abzgl. Zahlung',
      'Abzgl. Zahlungen',
      'Eingegangener Betrag',
      'Eingegangen',
      'Akontozahlung',
      'Abschlagszahlung',
      'Vorauszahlung',
      'Amount paid',
      'Paid amount',
      'Payment',
      'Payments',
      'Payments received',
    ],
  },
  credited: {
    label: 'Gutschriften',
    type: 'amount',
    decisive: true,
    only: [],
    example: '5,00',
    explanation: 'Gutgeschriebene Beträge; sie werden wie Teilzahlungen abgezogen',
    synonyms: [
      'Gutschrift',
      'Gutschriftsbetrag',
      'Gutschriftbetrag',
      'Betrag der Gutschrift',
      'Gutschrift Betrag',
      'Gutgeschrieben',
      'Verrechnet',
      'Credit note amount',
      'Credit amount',
    ],
  },
  ownCosts: {
    label: 'Mahnkosten',
    type: 'amount',
    example: '2,50',
    explanation: 'Von Ihnen schon berechnete Mahnkosten',
    synonyms: ['Eigene Kosten', 'Mahngebühr', 'Mahngebühren', 'Mahnspesen', 'Mahnkosten gesamt'],
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
  firstName: {
    label: 'Vorname',
    type: 'text',
    limit: 80,
    decisive: true,
    example: 'Erika',
    explanation: 'Vorname',
    synonyms: [],
  },
  lastName: {
    label: 'Nachname',
    type: 'text',
    limit: 110,
    decisive: true,
    example: 'Beispiel',
    explanation: 'Nachname',
    synonyms: ['Familienname', 'Zuname'],
  },
  name: {
    label: 'Name',
    type: 'text',
    only: ['rent'],
    decisive: true,
    example: 'Erika Beispiel',
    explanation: 'Ganzer Name, wenn Vor- und Nachname nicht getrennt sind',
    synonyms: ['Kundenname', 'Name 1', 'Schuldner', 'Vor- und Nachname', 'Kunde', 'Mieter'],
  },
  company: {
    label: 'Firma',
    type: 'text',
    decisive: true,
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
  formerName: {
    label: 'Früherer Name',
    type: 'text',
    only: [],
    example: 'Erika Muster',
    explanation:
      'Bisheriger Name derselben Person oder Firma, wenn sie bei uns anders heißt (Heirat, Umfirmierung); ohne ihn kommt eine Zeile mit bekannter Kundennummer und anderem Namen zurück',
    synonyms: ['Bisheriger Name', 'Alter Name', 'Name bisher', 'Vormals', 'Frühere Firma'],
  },
  birthDate: {
    label: 'Geburtsdatum',
    type: 'day',
    example: '24.05.1980',
    explanation: 'Geburtstag einer Privatperson; er hilft, sie wiederzufinden und Minderjährige zu erkennen',
    synonyms: ['Geburtstag', 'Geb.-Datum', 'Geboren am', 'Geb. am'],
  },

  addressLine: {
    label: 'Adresszusatz',
    type: 'text',
    limit: 80,
    next: 'addressLine2',
    only: [],
    example: 'Hinterhaus, 3. OG',
    explanation: 'Eine Zeile der Anschrift zwischen Name und Straße',
    synonyms: [
      'Adresszusatz 1',
      'Anschriftenzusatz',
      'Anschriftzusatz',
      'Adress-Zusatz',
      'Adresszeile 2',
      'Adresse 2',
      'Anschrift 2',
      'Straße 2',
      'Zusatz',
      'Namenszusatz',
      'Name 2',
      'Firma 2',
      'Abteilung',
      'Gebäude',
    ],
  },
  addressLine2: {
    label: 'Adresszusatz 2',
    type: 'text',
    limit: 80,
    only: [],
    example: 'Zimmer 12',
    explanation: 'Eine weitere Zeile der Anschrift; mehr als zwei Zeilen teilen sich die letzte',
    synonyms: ['Anschriftenzusatz 2', 'Anschriftzusatz 2', 'Adresszeile 3', 'Adresse 3', 'Anschrift 3', 'Name 3'],
  },
  careOf: {
    label: 'c/o',
    type: 'text',
    limit: 80,
    only: [],
    example: 'c/o Lehmann',
    explanation: 'Bei wem der Schuldner wohnt; „c/o“ darf, muss aber nicht davorstehen',
    synonyms: ['care of', 'wohnhaft bei', 'bei', 'per Adresse'],
  },
  attention: {
    label: 'z. Hd.',
    type: 'text',
    limit: 80,
    only: [],
    example: 'z. Hd. Frau Lehmann',
    explanation: 'Wer im Haus den Brief bekommen soll; „z. Hd.“ darf, muss aber nicht davorstehen',
    synonyms: [
      'zu Händen',
      'Zuhanden',
      'z. H.',
      'Ansprechpartner',
      'Ansprechpartnerin',
      'Ansprechperson',
      'Kontaktperson',
      'attn',
    ],
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
    explanation:
      'Eine weitere E-Mail-Adresse; geschrieben wird dorthin nur, wenn die erste nicht lesbar ist, sonst steht sie in der Akte',
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
    explanation: 'Eine weitere Nummer, für Anrufe; SMS gehen an die mobile von beiden',
    synonyms: ['Weitere Telefonnummer', 'Zweites Telefon', 'Telefon privat', 'Telefon geschäftlich'],
  },
  iban: {
    label: 'IBAN',
    type: 'iban',
    limit: 60,
    example: 'DE02120300000000202051',
    explanation: 'Konto des Kunden; es hilft, ihn wiederzuerkennen. Abgebucht wird davon nichts',
    synonyms: ['IBAN des Kunden', 'Kunden-IBAN', 'Bankverbindung'],
  },
  language: {
    label: 'Sprache',
    type: 'choice',
    words: LANGUAGES,
    example: 'de',
    explanation: 'Sprache des Kunden als Kürzel, für Anrufe; geschrieben wird auf Deutsch',
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
    synonyms: ['Mahnstatus', 'Bereits gemahnt', 'Art der Vormahnung', 'Vormahnung', 'Mahnstufe', 'Mahnlevel'],
  },
  priorDunningOn: {
    label: 'Datum der Mahnung',
    type: 'day',
    example: '05.02.2026',
    explanation: 'Tag Ihrer letzten Erinnerung oder Mahnung',
    synonyms: ['Mahndatum', 'Gemahnt am', 'Datum der Vormahnung', 'Letzte Mahnung am'],
  },
  priorDunningPayBy: {
    label: 'Mahnfrist',
    type: 'day',
    example: '19.02.2026',
    explanation: 'Letzter Tag, den Ihre letzte Erinnerung oder Mahnung zum Zahlen ließ; erst danach beginnt der Verzug',
    synonyms: [
      'Mahnfrist bis',
      'Frist der Mahnung',
      'Frist der letzten Mahnung',
      'Frist der Vormahnung',
      'Frist laut Mahnung',
      'Mahnung zahlbar bis',
      'Zahlungsfrist der Mahnung',
      'Zahlungsfrist der letzten Mahnung',
    ],
  },
  disputed: {
    label: 'Bestritten',
    type: 'flag',
    words: FLAGS,
    decisive: true,
    example: 'nein',
    explanation: 'ja, wenn der Kunde der Forderung widersprochen hat; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Widersprochen',
      'Widerspruch',
      'Streitig',
      'Strittig',
      'Reklamation',
      'Reklamiert',
      'Bestritten am',
      'Widerspruch am',
      'Widersprochen am',
      'Einspruch',
      'Einwand',
      'Einwendung',
      'Einwendungen',
      'Beanstandet',
      'Disputed',
    ],
    pattern: /^(?!.*frist)(?:bestritt|widersp|einspruch|einwend|einwand|reklam|beanstand|strittig|streitig|disput)/,
  },
  insolvent: {
    label: 'Insolvent',
    type: 'flag',
    words: FLAGS,
    decisive: true,
    example: 'nein',
    explanation: 'ja, wenn der Kunde insolvent ist; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Insolvenz',
      'Insolvenzverfahren',
      'Insolvenzdatum',
      'Insolvent seit',
      'Insolvenz am',
      'Insolvenz-AZ',
      'InsO',
      'Zahlungsunfähig',
      'Konkurs',
    ],
    pattern: /^(?!.*(?:versicher|schutz|risiko|score))(?:\w*insolv|inso$|zahlungsunfaehig|konkurs)/,
  },
  deceased: {
    label: 'Verstorben',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation: 'ja, wenn der Kunde verstorben ist; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Todesfall',
      'Sterbefall',
      'Verstorben am',
      'Sterbedatum',
      'Sterbetag',
      'Todesdatum',
      'Todestag',
      'Tod',
      'Tod am',
      'Gestorben',
      'Gestorben am',
      'Nachlass',
      'Nachlassgericht',
      'Deceased',
      'Date of death',
    ],
    pattern: /verstorben|gestorben|sterbe(?:fall|tag|datum|urkunde)|todes(?:fall|tag|datum)|deceased/,
  },
  side: {
    label: 'Soll/Haben',
    type: 'choice',
    words: SIDES,
    decisive: true,
    only: [],
    example: 'S',
    explanation:
      'S (Soll) für Forderungen; mit H (Haben) ist die Zeile eine Gutschrift oder Zahlung und wird nicht übernommen',
    synonyms: [
      'S/H',
      'S/H-Kennzeichen',
      'Soll/Haben-Kennzeichen',
      'Soll-/Haben-Kennzeichen',
      'Soll-Haben-Kz',
      'Soll/Haben-Kz',
      'SHKZ',
      'SHKZG',
      'S/H-Kz',
      'Kennzeichen S/H',
      'Kennzeichen Soll/Haben',
      'H/S',
      'Haben/Soll',
      'D/C',
      'Debit/Credit',
      'S/H Kennz.',
      'Umsatz S/H',
      'Betrag S/H',
      'Vorzeichen',
      'Vorz.',
      'Haben-Kz',
      'Haben-Kennzeichen',
    ],
    pattern:
      /sollhaben|habensoll|^sh(?:kennz|kz)|^(?:umsatz|betrag|kennz|kennzeichen|kz|saldo)sh(?:kennz|kz)?|^vorzeichen/,
  },
  document: {
    label: 'Belegart',
    type: 'choice',
    words: DOCUMENTS,
    decisive: true,
    only: [],
    example: 'Rechnung',
    explanation: 'Rechnung; Gutschriften, Stornos, Zahlungen und andere Belege werden nicht übernommen',
    synonyms: [
      'Belegtyp',
      'Beleg-Art',
      'Belegartkürzel',
      'Dokumentart',
      'Dokumenttyp',
      'Dokumentenart',
      'Dokumententyp',
      'Rechnungsart',
      'Rechnungstyp',
      'Buchungsart',
      'Buchungstyp',
      'Vorgangsart',
      'Vorgangstyp',
      'Art des Belegs',
      'Art des Vorgangs',
      'Postenart',
      'OP-Art',
      'Blart',
      'Belegkategorie',
      'Umsatzart',
      'Transaktionsart',
      'Art der Rechnung',
      'Art des Dokuments',
      'Dok.-Art',
      'Dok.-Typ',
      'Doc Type',
      'Document Type',
      'Invoice Type',
      'Transaction Type',
      'Vorgang Art',
    ],
    pattern: /^(?:beleg|dokument|dokumenten|rechnungs|buchungs|vorgangs|posten)(?:art|typ|kategorie|kennzeichen|kz)/,
  },
  cancelled: {
    label: 'Storniert',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation: 'ja, Tag oder Nummer des Stornos; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Storno',
      'Stornokennzeichen',
      'Storno-Kz',
      'Stornodatum',
      'Storniert am',
      'Stornobeleg',
      'Annulliert',
      'Gelöscht',
      'Ungültig',
      'Löschkennzeichen',
    ],
    pattern:
      /^(?!.*(?:moeglich|storn\w*bis|widerruf\w*bis|newsletter|sepa|mandat|werbe|einwilligung|datenschutz))(?:.*storn(?!ierbar|o(?:gebuehr|frist|kosten|pauschale|bedingung|recht|quote|schutz|versicherung|regel)).*|.*(?:annull|geloescht|loeschkennz|loeschvormerk|ungueltig|widerruf(?!s)).*)$/,
  },
  settled: {
    label: 'Bezahlt',
    type: 'flag',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation:
      'ja, wenn nichts mehr offen ist; die Zeile wird dann nicht übernommen. Ein Betrag gilt als Teilzahlung',
    synonyms: [
      'Ausgeglichen',
      'Beglichen',
      'Erledigt',
      'Vollständig bezahlt',
      'Voll bezahlt',
      'Ist bezahlt',
      'Bezahlt?',
      'Bezahlt ja/nein',
      'Paid',
      'Is paid',
      'Cleared',
      'Settled',
      'Zahlung erhalten',
      'Zahlung eingegangen',
      'Ausgebucht',
      'Geschlossen',
      'Abgeschlossen',
      'Abgeschrieben',
    ],
    pattern:
      /^(?:voll(?:staendig)?|ist|ganz|komplett)?(?:bezahlt|beglichen|ausgeglichen|erledigt)(?:jn|janein|kz|kennzeichen)?$/,
  },
  settledOn: {
    label: 'Bezahlt am',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation:
      'Tag, an dem bezahlt wurde; die Zeile wird nur übernommen, wenn „Offener Betrag“ oder „Teilzahlungen“ sagt, was offen blieb',
    synonyms: [
      'Zahlungsdatum',
      'Zahldatum',
      'Gezahlt am',
      'Ausgeglichen am',
      'Ausgleichsdatum',
      'Ausgleich am',
      'Ausgleichsbeleg',
      'Zahlungseingang am',
      'Datum des Zahlungseingangs',
      'Zahlung am',
      'Beglichen am',
      'Erledigt am',
      'Bezahldatum',
      'Bezahltag',
      'Zahltag',
      'Zahlung vom',
      'Datum Zahlung',
      'Datum der Zahlung',
      'Paid at',
      'Paid on',
      'Date paid',
      'Payment date',
      'Clearing date',
      'Clearing document',
      'AUGBL',
      'AUGDT',
      'Augl.dat.',
      'Ausgl.-Beleg',
      'Ausgl.-Datum',
    ],
    pattern:
      /^(?:ausgleich|ausgl|augl|erledigt|bezahlt|beglichen|ausgeglichen|gezahlt)\w*(?:am|datum|dat|beleg|belegnr|belegnummer)$/,
  },
  status: {
    label: 'Status',
    type: 'choice',
    words: STATES,
    decisive: true,
    only: [],
    example: 'offen',
    explanation: 'Stand der Rechnung; übernommen werden nur offene, teilweise bezahlte und angemahnte',
    synonyms: [
      'Rechnungsstatus',
      'Zahlungsstatus',
      'Zahlstatus',
      'Bezahlstatus',
      'Belegstatus',
      'Forderungsstatus',
      'Status der Rechnung',
      'OP-Status',
      'Postenstatus',
      'Dokumentstatus',
      'Bearbeitungsstatus',
      'Zustand',
      'State',
      'Status Zahlung',
      'Zahlung Status',
      'Payment status',
      'Invoice status',
    ],
    pattern:
      /^(?:rechnungs?|re|zahl(?:ungs?)?|bezahl|beleg|forderungs?|posten|op|dokument(?:en)?|vorgangs?|buchungs?)(?:status|stand|zustand)$/,
  },
  dunnable: {
    label: 'Zu mahnen',
    type: 'flag',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'ja',
    explanation: 'nein, wenn nicht gemahnt werden soll; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Mahnen',
      'Mahnbar',
      'Mahnfähig',
      'Mahnung erlaubt',
      'Mahnen erlaubt',
      'Darf gemahnt werden',
      'Mahnkennzeichen',
      'Mahnwesen',
      'Mahnverfahren aktiv',
      'Inkasso',
      'Inkasso erlaubt',
      'Inkassofähig',
      'Inkasso ja/nein',
      'Offen ja/nein',
    ],
    pattern: /^(?:zu)?(?:mahnen|mahnfaehig|mahnbar|inkasso|inkassofaehig)(?:jn|janein|kz|kennzeichen)?$/,
  },
  lock: {
    label: 'Mahnsperre',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation: 'ja oder ein Sperrkennzeichen, wenn nicht gemahnt werden darf; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Mahn-Sperre',
      'Mahnsp.',
      'Mahnspr.',
      'MSPER',
      'Mahnstopp',
      'Mahnstop',
      'Mahnverbot',
      'Nicht mahnen',
      'Keine Mahnung',
      'Gesperrt',
      'Sperre',
      'Sperrkennzeichen',
      'Inkassosperre',
      'Inkassostopp',
      'Mahnsperrkennzeichen',
    ],
    pattern: LOCK,
  },
  lockReason: {
    label: 'Sperrgrund',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation: 'Warum nicht gemahnt werden darf; steht etwas darin, wird die Zeile nicht übernommen',
    synonyms: [
      'Mahnsperrgrund',
      'Grund der Mahnsperre',
      'Grund der Sperre',
      'Sperrvermerk',
      'Klärungsgrund',
      'In Klärung',
      'Klärfall',
    ],
    pattern: /sperrgrund|sperrvermerk|grund\w*sperre|inklaerung|klaerfall|klaerungsgrund/,
  },
  deferred: {
    label: 'Stundung',
    type: 'mark',
    words: FLAGS,
    decisive: true,
    only: [],
    example: 'nein',
    explanation: 'ja, wenn Stundung oder Ratenzahlung vereinbart ist; die Zeile wird dann nicht übernommen',
    synonyms: [
      'Gestundet',
      'Ratenzahlung',
      'Ratenplan',
      'Ratenvereinbarung',
      'Zahlungsvereinbarung',
      'Zahlungsaufschub',
      'Moratorium',
      'Raten',
      'Teilzahlungsvereinbarung',
      'Teilzahlungsplan',
    ],
    pattern:
      /^(?:.*gestundet|.*stundung(?:am|seit|ab|vom|vereinbart)?|raten(?:$|zahlung|plan|vereinbar|vertrag|abrede|verein)(?!.*(?:moeglich|gebuehr)).*|(?:teil)?zahlungs(?:vereinbarung|aufschub)\w*)$/,
  },
  paymentPlan: {
    label: 'Zahlungsplan',
    type: 'mark',
    words: RHYTHMS,
    decisive: true,
    only: [],
    example: 'monatlich',
    explanation:
      'Wie oft gezahlt wird; ja, ein Tag oder ein Betrag ist eine Ratenvereinbarung, die Zeile wird dann nicht übernommen',
    synonyms: ['Zahlplan'],
    pattern: /^zahl(?:ungs)?plan(?!nr|nummer|id)/,
  },
  lockUntil: {
    label: 'Mahnstopp bis',
    type: 'day',
    decisive: true,
    only: [],
    example: '31.01.2026',
    explanation: 'Letzter Tag einer Mahnsperre oder Stundung; bis dahin wird die Zeile nicht übernommen, danach gern',
    synonyms: [
      'Mahnstop bis',
      'Mahnsperre bis',
      'Mahnsperre bis Datum',
      'Gesperrt bis',
      'Sperre bis',
      'Gestundet bis',
      'Stundung bis',
      'Ruht bis',
      'Pausiert bis',
      'Zahlungsaufschub bis',
      'Ratenzahlung bis',
      'Nicht mahnen bis',
      'Nicht mahnen vor',
      'Zahlungsvereinbarung bis',
      'Zahlungsziel verlängert bis',
    ],
    pattern: LOCK_UNTIL,
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
    explanation: 'Hinweis für die Sachbearbeitung; er steht in der Akte und bei jedem Anruf',
    synonyms: ['Bemerkungen', 'Hinweis', 'Notiz', 'Kommentar'],
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof columns;
export const COLUMNS: Readonly<Record<ColumnName, Column & { next?: ColumnName }>> = columns;
export const COLUMN_NAMES = Object.keys(columns) as ColumnName[];
/** The lines between name and street: printed, read for what they say of the debtor, and spelt like a name. */
export const ADDRESS_LINES = [
  'addressLine',
  'addressLine2',
  'careOf',
  'attention',
] as const satisfies readonly ColumnName[];

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
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
/** `Betrag (EUR)` and `Betrag in Euro` are the column `Betrag`. */
const headerKey = (cell: string): string => folded(cell).replace(/(in)?euro?$/, '');
/** A heading in small letters and digits, umlauts spelt out. */
export const foldedHeading = headerKey;
const byHeader = new Map(
  COLUMN_NAMES.flatMap((name) =>
    [COLUMNS[name].label, ...COLUMNS[name].synonyms].map((word): [string, ColumnName] => [headerKey(word), name]),
  ),
);
const ignored = new Set(REASON_COLUMNS.map(headerKey));
/** Columns that must not be overlooked, asked in this order: `Mahnsperre bis` is a day before it is a lock. */
const PATTERNS: readonly ColumnName[] = [
  'lockUntil',
  'lockReason',
  'deferred',
  'paymentPlan',
  'lock',
  'cancelled',
  'settledOn',
  'settled',
  'status',
  'document',
  'side',
  'deceased',
  'disputed',
  'insolvent',
  'dunnable',
];
/** `Zahlung 2`, `2. Zahlung`: the heading without its number, and the number. */
const numbered = (key: string): Readonly<{ base: string; number: number }> => {
  const [, before, base = '', behind] = /^(\d{1,2})?([a-z].*?)(?:(?<!\d)(\d{1,2}))?$/.exec(key) ?? [];
  return base === '' ? { base: key, number: 1 } : { base, number: Number(behind ?? before ?? 1) };
};
const amountCalled = (key: string): ColumnName | undefined => {
  const name = byHeader.get(key);
  return name !== undefined && COLUMNS[name].type === 'amount' ? name : undefined;
};
/** Whether one word becomes the other by one letter too many, too few or wrong, or by two that changed places. */
const isNear = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [x, y] = [a.slice(at), b.slice(at)];
  const swapped = `${x[1] ?? ''}${x[0] ?? ''}${x.slice(2)}`;
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || swapped === y;
};
const SHORTEST_MISSPELT = 8;
/**
 * Words of their own, one letter from a heading: `Sollbeitrag`, `Zählung`, `Förderung`, `Angeschlossen`, `Einsendung`.
 */
const NO_SLIP = /beitrag|zaehlung|foerder|angeschl|einsendung/;
/**
 * A heading that is one slip away from one that must not be overlooked: `Mahnspere`, `Teilzahlng`. Nobody slips at the
 * first letter without another word coming of it: `Festbetrag`.
 */
const misspelt = (key: string): ColumnName | undefined => {
  if (key.length < SHORTEST_MISSPELT || NO_SLIP.test(key)) return undefined;
  const near = [...byHeader].find(
    ([word, name]) => GUARDED.has(COLUMNS[name].type) && decides(name) && word[0] === key[0] && isNear(key, word),
  );
  return near?.[1];
};
const GUARDED: ReadonlySet<ColumnType> = new Set(['amount', 'flag', 'mark', 'day']);
const meantBy = (key: string): ColumnName | undefined =>
  byHeader.get(key) ??
  amountCalled(numbered(key).base) ??
  PATTERNS.find((name) => COLUMNS[name].pattern?.test(key)) ??
  misspelt(key);
/** Any of these says how much is claimed. */
const AMOUNTS: readonly ColumnName[] = ['amount', 'total', 'open'];

/** The column of a heading; where its first place is taken by another heading of the same meaning, the next place. */
const placeOf = (key: string, taken: ReadonlyMap<ColumnName, readonly string[]>): ColumnName | undefined => {
  const name = meantBy(key);
  const next = name && COLUMNS[name].next;
  return next && taken.has(name) && taken.get(name)?.[0] !== key && !taken.has(next) ? next : name;
};

/**
 * Of these there may be several, told apart by a number: `Zahlung 1`, `Mahngebühr 2`. What stands in them is added up.
 */
const SUMMED = ['paid', 'credited', 'ownCosts'] as const satisfies readonly ColumnName[];
export type SummedColumn = (typeof SUMMED)[number];
const isSummed = (name: ColumnName): name is SummedColumn => SUMMED.some((summed) => summed === name);
/** Whether this heading goes on with what another has begun: the same words with a number that has not been there. */
const continues = (name: ColumnName, key: string, earlier: readonly string[]): name is SummedColumn => {
  const { base, number } = numbered(key);
  return isSummed(name) && earlier.map(numbered).every((e) => e.base === base && e.number !== number);
};
/** `Mahngebühr 2` beside `Mahnkosten`, which may hold it already: nothing that decides, so it is not read. */
const isPart = (name: ColumnName, key: string): boolean => !decides(name) && !byHeader.has(key);

/** Which column stands where. Case, blanks, hyphens and the spelling of umlauts do not matter. */
export const matchHeader = (
  cells: readonly string[],
): {
  positions: ReadonlyMap<ColumnName, number>;
  /** The further places of columns that are added up. */
  further: Readonly<{ name: SummedColumn; at: number }>[];
  unknown: string[];
  /** The places of columns that are not read, with or without a heading. */
  unread: number[];
  missing: ColumnName[];
  duplicates: string[];
} => {
  const [positions, taken] = [new Map<ColumnName, number>(), new Map<ColumnName, readonly string[]>()];
  const [unknown, duplicates]: [string[], string[]] = [[], []];
  const unread: number[] = [];
  const further: { name: SummedColumn; at: number }[] = [];
  for (const [i, cell] of cells.entries()) {
    const key = headerKey(cell);
    const name = placeOf(key, taken);
    if (!name) {
      if (!ignored.has(key)) unread.push(i);
      if (cell.trim() && !ignored.has(key)) unknown.push(cell);
      continue;
    }
    const earlier = taken.get(name) ?? [];
    if (earlier.length === 0) positions.set(name, i);
    else if (continues(name, key, earlier)) further.push({ name, at: i });
    else if (isPart(name, key)) {
      unread.push(i);
      unknown.push(cell);
      continue;
    } else duplicates.push(cell);
    taken.set(name, [...earlier, key]);
  }
  return {
    positions,
    further,
    unknown,
    unread,
    duplicates,
    missing: COLUMN_NAMES.filter(
      (name) =>
        COLUMNS[name].required && !(name === 'amount' ? AMOUNTS : [name]).some((column) => positions.has(column)),
    ),
  };
};
