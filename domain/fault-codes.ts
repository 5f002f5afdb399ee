/**
 * Every code with which something is refused, once: in one word what is wrong, for programs. What stands beside it is
 * what it means, in each language; the sentence for whoever asked is said where it is refused, with the particulars, in
 * German. What can be said of a single row is domain/intake/issue-codes.ts.
 */

/** The languages in which it is said what a code means. */
export type Language = 'de' | 'en';
type Words = Readonly<Record<Language, string>>;
type Table = Readonly<Record<string, Words>>;

/** What any question may be answered with, whatever it is about. */
const GENERAL = {
  input: { de: 'Die Anfrage hat nicht die erwartete Form.', en: 'The request is not of the expected form.' },
  json: { de: 'Der Inhalt der Anfrage ist kein gültiges JSON.', en: 'The body of the request is no valid JSON.' },
  'not-found': { de: 'Das gibt es nicht.', en: 'There is no such thing.' },
  conflict: {
    de: 'Jemand anderes war schneller; geschrieben ist nichts.',
    en: 'Somebody else was quicker; nothing is written.',
  },
  stale: {
    de: 'Was geändert werden soll, ist ein anderes als das, was gelesen wurde; geschrieben ist nichts.',
    en: 'What is to be changed is another than what was read; nothing is written.',
  },
  'in-progress': {
    de: 'Ein Aufruf mit diesem Idempotency-Key läuft gerade.',
    en: 'A call with this Idempotency-Key is being answered.',
  },
  unavailable: {
    de: 'Ein Dienst, den wir brauchen, antwortet gerade nicht; geschehen ist nichts.',
    en: 'A service that we need does not answer; nothing has been done.',
  },
  internal: { de: 'Das ist unser Fehler.', en: 'This is a fault of ours.' },
} as const satisfies Table;
/** What is no refusal of one thing: the form is wrong, or nobody can answer. */
export type GeneralCode = keyof typeof GENERAL;

/** What a call of the API wants and cannot have. The page about the API lists them. */
const OF_THE_API = {
  'key.other-body': {
    de: 'Unter diesem Idempotency-Key wurde schon etwas anderes verlangt.',
    en: 'Something else was asked under this Idempotency-Key before.',
  },
  'key.answer-lost': {
    de: 'Was unter diesem Idempotency-Key verlangt war, ist geschehen; die Antwort lässt sich nicht mehr geben.',
    en: 'What was asked under this Idempotency-Key is done; its answer cannot be given any more.',
  },

  'upload.invoice-date': {
    de: 'Zu einer Rechnung, die hochgeladen wird, fehlt ihr Datum.',
    en: 'An invoice that is uploaded lacks its date.',
  },
  'claims.too-many': {
    de: 'Mehr Forderungen in einem Aufruf, als einer übergeben darf.',
    en: 'More claims in one call than it may hand over.',
  },
  'claim.refused': {
    de: 'Die eine Forderung des Aufrufs wird nicht angenommen.',
    en: 'The one claim of the call is not taken.',
  },

  'akte.closed': {
    de: 'Die Akte ist geschlossen; weiter geht es erst, wenn sie wieder geöffnet ist.',
    en: 'The Akte is closed; nothing goes on until it is opened again.',
  },
  'day.past': { de: 'Der Tag muss in der Zukunft liegen.', en: 'The day must lie in the future.' },
  'reopen.by-us': {
    de: 'Was das Inkasso geschlossen hat, öffnet nur das Inkasso wieder.',
    en: 'What the agency has closed only the agency opens again.',
  },
  'skip.begun': {
    de: 'Die Mahnstufe hat schon begonnen und kann nicht mehr übersprungen werden.',
    en: 'The stage has begun and can no longer be skipped.',
  },
  'skip.unknown': { de: 'Der Mahnlauf hat diese Mahnstufe nicht.', en: 'The procedure has no such stage.' },
  'clarify.message': {
    de: 'Zu klären ist eine Nachricht, deren Ausgang unbekannt ist; angegeben ist eine andere oder keine.',
    en: 'What can be clarified is a message of unknown outcome; another one, or none, was named.',
  },
  'clarify.name': {
    de: 'Der Name lässt sich nicht drucken und ist zuerst zu berichtigen.',
    en: 'The name cannot be printed and must be corrected first.',
  },

  'answer.situation': { de: 'Diese besondere Lage gibt es nicht.', en: 'There is no such special situation.' },
  'promise.too-far': {
    de: 'Eine Zusage reicht nicht so weit; für länger gibt es Ratenplan und Stundung.',
    en: 'A promise does not reach so far; instalments or a deferral do.',
  },
  'contact.failed': {
    de: 'Unter diesen Angaben war der Schuldner schon nicht zu erreichen.',
    en: 'The debtor could not be reached under these very data before.',
  },
  'contact.letters': {
    de: 'Der Name oder die Anschrift enthält Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'Name or address contain characters in which no letter can be printed.',
  },
  'returned.unknown': {
    de: 'Ein Schreiben mit diesem Zeichen ist in der Akte nicht versandt.',
    en: 'No letter or mail with this reference was sent in the Akte.',
  },
  'query.unknown': { de: 'Diese Rückfrage gibt es in der Akte nicht.', en: 'The Akte has no such question.' },
  'query.answer': { de: 'Die Rückfrage braucht eine Antwort in Worten.', en: 'The question needs an answer in words.' },
  'query.particulars': {
    de: 'Die Rückfrage fragt nach Vertragsgegenstand und Vertragsdatum.',
    en: 'The question asks for the subject and the date of the contract.',
  },
  'particulars.claim': {
    de: 'Die Forderung, zu der etwas ergänzt wird, gibt es in der Akte nicht.',
    en: 'The claim whose particulars are given is not in the Akte.',
  },
  'particulars.contractDate': {
    de: 'Dieser Tag kann nicht der Tag des Vertrags sein.',
    en: 'This day cannot be the day of the contract.',
  },
  'particulars.letters': {
    de: 'Der Vertragsgegenstand enthält Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The subject of the contract contains characters in which no letter can be printed.',
  },
  'particulars.told': {
    de: 'Dem Schuldner ist schon anders geschrieben worden; eine Berichtigung braucht einen Grund.',
    en: 'The debtor was told otherwise; a correction needs a reason.',
  },

  'plan.first': {
    de: 'Die erste Rate liegt zu weit in der Zukunft oder nicht in ihr.',
    en: 'The first instalment lies too far in the future, or not in it.',
  },
  'plan.nothing-open': {
    de: 'Es ist nichts offen, das in Raten zu zahlen wäre.',
    en: 'Nothing is open that could be paid in instalments.',
  },
  'plan.rate': { de: 'Die Rate muss größer als null sein.', en: 'The instalment must be more than zero.' },
  'plan.rate-too-small': {
    de: 'Mit dieser Rate ist nach der größten Zahl von Raten noch nicht alles bezahlt.',
    en: 'With instalments of this size not all is paid after the greatest number of them.',
  },
  'plan.total': {
    de: 'Der Plan kostet heute anderes, als der Schuldner zugestimmt hat; er braucht ein neues Angebot.',
    en: 'The plan costs another sum today than the debtor agreed to; it needs a new offer.',
  },

  'payment.key-reused': {
    de: 'Unter diesem Idempotency-Key ist schon eine andere Zahlung gemeldet.',
    en: 'Another payment was reported under this Idempotency-Key.',
  },
  'payment.amount': {
    de: 'Der Betrag ist nicht größer als null, oder mehr, als eine Überweisung trägt.',
    en: 'The amount is not more than zero, or more than one transfer carries.',
  },
  'payment.future': { de: 'Der Wertstellungstag liegt in der Zukunft.', en: 'The value date lies in the future.' },
  'payment.before-claim': {
    de: 'Der Wertstellungstag liegt vor der ältesten Rechnung der Akte.',
    en: 'The value date lies before the oldest invoice of the Akte.',
  },
  'payment.line': {
    de: 'Eine Buchung mit dieser Kennung steht auf keinem eingelesenen Kontoauszug.',
    en: 'No bank statement that was read has a line of this name.',
  },
  'payment.line-outgoing': {
    de: 'Mit dieser Buchung ist kein Geld in Euro eingegangen.',
    en: 'No euros came in with this line.',
  },
  'payment.line-day': {
    de: 'Das Geld dieser Buchung zählt von einem anderen Tag an.',
    en: 'The money of this line counts from another day on.',
  },
  'payment.line-assigned': {
    de: 'Die Buchung ist schon zugeordnet, ganz oder zu dem Teil, der angegeben ist.',
    en: 'The line is assigned already, as a whole or in the part that is given.',
  },
  'payment.line-name': {
    de: 'Unter dieser Kennung ist in der Akte nichts gebucht.',
    en: 'Nothing is booked under this name in the Akte.',
  },
  'payment.line-amount': {
    de: 'Der Betrag ist nicht der der Buchung, oder von ihr ist nicht mehr so viel frei.',
    en: 'The amount is not that of the line, or so much of it is no longer free.',
  },
  'payment.line-reversed': {
    de: 'Die Buchung ist zurückgebucht; war sie nur falsch gebucht, ist das zu bestätigen.',
    en: 'The line was reversed; if it was only booked wrongly, that must be confirmed.',
  },
  'reversal.reason': { de: 'Eine Rückbuchung braucht einen Grund.', en: 'A reversal needs a reason.' },
  'reversal.booked-anew': {
    de: 'Die Zahlung ist schon zurückgebucht; von derselben Buchung ist seitdem neu gebucht.',
    en: 'The payment is reversed already; the same line has been booked anew since.',
  },
  'refund.key-reused': {
    de: 'Unter diesem Idempotency-Key ist schon eine andere Erstattung gemeldet.',
    en: 'Another refund was reported under this Idempotency-Key.',
  },
  'refund.amount': { de: 'Der Betrag muss größer als null sein.', en: 'The amount must be more than zero.' },
  'refund.too-much': { de: 'So viel ist nicht überzahlt.', en: 'So much was not overpaid.' },
  'credit.amount': { de: 'Der Betrag muss größer als null sein.', en: 'The amount must be more than zero.' },
  'credit.before-invoice': {
    de: 'Die Gutschrift liegt vor ihrer Rechnung.',
    en: 'The credit note lies before its invoice.',
  },
  'credit.future': {
    de: 'Der Tag der Gutschrift liegt in der Zukunft.',
    en: 'The day of the credit note lies in the future.',
  },
  'credit.letters': {
    de: 'Die Nummer der Gutschrift enthält Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The number of the credit note contains characters in which no letter can be printed.',
  },
  'credit.number-used': {
    de: 'Unter dieser Nummer ist schon eine andere Gutschrift eingetragen.',
    en: 'Another credit note was entered under this number.',
  },
  'credit.too-much': {
    de: 'So viel ist von der Rechnung nicht mehr offen.',
    en: 'So much of the invoice is no longer open.',
  },
  'payout.month': { de: 'Das ist kein Monat wie 2026-03.', en: 'This is no month such as 2026-03.' },

  'call.hours': {
    de: 'Zu dieser Stunde darf der Schuldner nicht angerufen werden.',
    en: 'The debtor may not be called at this hour.',
  },
  'call.not-due': { de: 'Der Anruf steht nicht oder nicht mehr an.', en: 'The call is not due, or no longer.' },

  'team.self': { de: 'Sich selbst kann niemand sperren.', en: 'Nobody can shut out themselves.' },
  'person.taken': {
    de: 'Diesen Namen hat oder hatte schon jemand.',
    en: 'Somebody has or had this name.',
  },

  'creditor.iban': { de: 'Die Prüfziffern der IBAN stimmen nicht.', en: 'The check digits of the IBAN are wrong.' },
  'creditor.legal': {
    de: 'Angaben, die das Gesetz für Schreiben im Namen des Gläubigers verlangt, fehlen.',
    en: 'Particulars that the law wants in letters in the creditor’s name are missing.',
  },
  'creditor.letters': {
    de: 'Die Angaben enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The data contain characters in which no letter can be printed.',
  },
  'proposal.decided': { de: 'Über den Antrag ist schon entschieden.', en: 'The proposal is decided already.' },
  'proposal.expired': {
    de: 'Über den Antrag konnte nur bis zu einem Tag entschieden werden, der vorbei ist.',
    en: 'The proposal could be decided until a day that is over.',
  },
  'proposal.open': {
    de: 'Ein Antrag dieser Art wartet schon auf eine zweite Person.',
    en: 'A proposal of this kind waits for a second person already.',
  },
  'proposal.same-person': {
    de: 'Wer etwas beantragt hat, gibt es nicht selbst frei.',
    en: 'Whoever has proposed something does not approve it.',
  },
  'procedure.letters': {
    de: 'Die Texte enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The texts contain characters in which no letter can be printed.',
  },
  'procedure.of-another': {
    de: 'Der Mahnlauf gehört einem anderen Gläubiger.',
    en: 'The procedure belongs to another creditor.',
  },
  'procedure.refused': {
    de: 'Der Mahnlauf verstößt gegen Regeln des Rechts oder des Hauses; die Meldung nennt jede.',
    en: 'The procedure breaks rules of law or of the house; each is named.',
  },
  'procedure.shipped': { de: 'So heißt ein mitgelieferter Mahnlauf.', en: 'A procedure of the house has this name.' },
  'procedure.version-gap': {
    de: 'Versionen werden lückenlos gezählt, und die vorige fehlt.',
    en: 'Versions are counted without a gap, and the one before is missing.',
  },
  'procedure.version-taken': {
    de: 'Diese Version gibt es schon mit anderem Inhalt.',
    en: 'This version exists with other content.',
  },
} as const satisfies Table;

/** Why a list is refused as a whole, and how to mend it. The programming guide lists them. */
export const FILE_CODES = {
  'file.empty': {
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
    mend: 'Bitte die richtige Datei hochladen.',
  },
  'file.not-csv': {
    de: 'Die Datei ist weder CSV noch Excel (sondern zum Beispiel PDF oder ein Bild), beschädigt oder mit einem Kennwort geschützt.',
    en: 'The file is neither CSV nor Excel, is damaged, or has a password.',
    mend: 'Bitte als CSV mit Semikolon oder als Excel-Arbeitsmappe (.xlsx) speichern.',
  },
  'file.xls': {
    de: 'Die Datei ist eine alte Excel-Mappe (.xls).',
    en: 'The file is an old Excel workbook (.xls).',
    mend: 'Bitte als .xlsx oder als CSV speichern.',
  },
  'file.zip-bomb': {
    de: 'Die Datei ist so gepackt, dass sie ausgepackt ein Vielfaches des Üblichen belegt.',
    en: 'The file is packed so that unpacked it takes many times what is usual.',
    mend: 'Bitte als CSV speichern und erneut hochladen.',
  },
  'file.too-large': {
    de: 'Die Datei ist größer als erlaubt.',
    en: 'The file is larger than allowed.',
    mend: 'Bitte auf mehrere Dateien aufteilen.',
  },
  'file.too-many-rows': {
    de: 'Die Datei hat mehr als 1.000.000 Zeilen.',
    en: 'The file has more than 1,000,000 rows.',
    mend: 'Bitte auf mehrere Dateien aufteilen.',
  },
  'file.too-many-columns': {
    de: 'Die Kopfzeile hat mehr als 200 Spalten.',
    en: 'The header has more than 200 columns.',
    mend: 'Bitte nur die Spalten der Vorlage übergeben.',
  },
  'file.header-too-long': {
    de: 'Die Kopfzeile ist länger als 10 KB.',
    en: 'The header is longer than 10 KB.',
    mend: 'Bitte nur die Spalten der Vorlage übergeben.',
  },
  'file.header-missing': {
    de: 'In der Kopfzeile fehlen Pflichtspalten.',
    en: 'Required columns are missing in the header.',
    mend: 'Bitte die genannten Spalten ergänzen; ihre Namen stehen in dieser Anleitung.',
  },
  'file.duplicate-column': {
    de: 'Eine Spalte kommt doppelt vor.',
    en: 'A column is there twice.',
    mend: 'Bitte jede Spalte nur einmal angeben.',
  },
  'file.no-rows': {
    de: 'Die Datei enthält nur die Kopfzeile und keine Forderungen.',
    en: 'The file has a header and no claims.',
    mend: 'Bitte Forderungen eintragen.',
  },
  'file.quotes': {
    de: 'Ein Anführungszeichen wird nirgends geschlossen, oder in mehr als 100 Zeilen stimmen die Anführungszeichen nicht.',
    en: 'A quotation mark is closed nowhere, or those of more than 100 rows do not match.',
    mend: 'Bitte jedes Anführungszeichen in einem Feld verdoppeln oder die Datei neu exportieren.',
  },
  'file.record-too-long': {
    de: 'Eine Zeile ist länger als 64 KB.',
    en: 'A row is longer than 64 KB.',
    mend: 'Bitte die genannte Zeile prüfen; meist fehlt dort ein Anführungszeichen.',
  },
} as const satisfies Readonly<Record<string, Words & Readonly<{ mend: string }>>>;
export type FileCode = keyof typeof FILE_CODES;

/** Why a bank's file is not booked as a whole, or goes to a person. */
const OF_THE_BANK = {
  'bank.format': {
    de: 'Der Name der Datei endet auf keines der Formate, die gelesen werden.',
    en: 'The name of the file ends in none of the formats that are read.',
  },
  'bank.not-camt053': {
    de: 'Die Datei ist kein Kontoauszug im Format camt.053.',
    en: 'The file is no bank statement of the format camt.053.',
  },
  'bank.not-xml': { de: 'Die Datei ist kein lesbares XML.', en: 'The file is no readable XML.' },
  'bank.doctype': {
    de: 'Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE).',
    en: 'The file contains a document type declaration (DOCTYPE).',
  },
  'bank.entity': { de: 'Die Datei enthält ein unbekanntes Zeichen.', en: 'The file contains an unknown entity.' },
  'bank.amount': {
    de: 'Ein Betrag ist nicht lesbar, negativ oder hat Bruchteile von Cent.',
    en: 'An amount cannot be read, is negative or has fractions of a cent.',
  },
  'bank.batch': {
    de: 'Von einer Sammelbuchung steht nicht zu jedem Posten der Betrag in der Datei.',
    en: 'Of a batch booking the file does not give the amount of each item.',
  },
  'bank.currency': { de: 'Eine Buchung lautet nicht auf Euro.', en: 'A line is not in euros.' },
  'bank.date': { de: 'Ein Wertstellungstag fehlt oder ist keiner.', en: 'A value date is missing or is none.' },
  'pain.empty': {
    de: 'Ein Zahlungsauftrag braucht mindestens eine Überweisung.',
    en: 'A payment order needs at least one transfer.',
  },
  'pain.name': {
    de: 'Der Kontoinhaber enthält Buchstaben, die eine Überweisung nicht kennt.',
    en: 'The account holder contains letters that a transfer does not know.',
  },
  'payout.month-open': {
    de: 'Der Monat, der abzurechnen ist, ist noch nicht zu Ende.',
    en: 'The month that is to be paid out is not over.',
  },
  'quality.month-open': {
    de: 'Der Monat, über den zu berichten ist, ist noch nicht zu Ende.',
    en: 'The month that is to be reported on is not over.',
  },
} as const satisfies Table;

/** What the law's figures and our reckoning refuse: what lies outside of what is known, or is no such figure. */
const RECKONED = {
  'amount.ambiguous': {
    de: 'Der Betrag ist mehrdeutig: Tausender oder Nachkommastellen?',
    en: 'The amount is ambiguous: thousands or decimals?',
  },
  'amount.currency': { de: 'Der Betrag steht nicht in Euro.', en: 'The amount is not in euros.' },
  'amount.invalid': {
    de: 'Das ist kein Betrag in deutscher Schreibweise.',
    en: 'This is no amount in German notation.',
  },
  'amount.percent': { de: 'Das ist eine Prozentangabe und kein Betrag.', en: 'This is a percentage and no amount.' },
  'amount.truth-value': {
    de: 'Das ist ein Wahrheitswert und kein Betrag.',
    en: 'This is a truth value and no amount.',
  },
  'date.invalid': { de: 'Das ist kein Datum.', en: 'This is no date.' },
  'date.range': {
    de: 'Der Tag, der sich ergibt, liegt außerhalb der Jahre, mit denen gerechnet wird.',
    en: 'The resulting day lies outside the years that are reckoned with.',
  },
  'date.year': {
    de: 'Das Jahr liegt außerhalb der Jahre, mit denen gerechnet wird.',
    en: 'The year lies outside the years that are reckoned with.',
  },
  'date.zone': {
    de: 'Die Uhrzeit lässt offen, welcher Tag in Deutschland gemeint ist.',
    en: 'The time leaves open which day in Germany is meant.',
  },
  'calendar.out-of-range': {
    de: 'Für dieses Jahr sind keine Feiertage hinterlegt.',
    en: 'No holidays are known for this year.',
  },
  'deadline.period': {
    de: 'Das ist keine Frist wie P2W, P1M oder P14D.',
    en: 'This is no period such as P2W, P1M or P14D.',
  },
  'place.land': {
    de: 'Die Postleitzahl liegt nicht in diesem Land.',
    en: 'The postal code does not lie in this Land.',
  },
  'place.postal-code': {
    de: 'Das ist keine Postleitzahl aus fünf Ziffern.',
    en: 'This is no postal code of five digits.',
  },
  'law.before-first': { de: 'Für diesen Tag ist kein Wert hinterlegt.', en: 'No value is known for this day.' },
  'interest.before-2002': {
    de: 'Für diesen Tag ist kein Basiszinssatz hinterlegt.',
    en: 'No base rate is known for this day.',
  },
  'interest.days': {
    de: 'Der letzte Zinstag liegt vor dem ersten.',
    en: 'The last day of interest lies before the first.',
  },
  'interest.negative-principal': {
    de: 'Die Hauptforderung darf nicht negativ sein.',
    en: 'The principal may not be negative.',
  },
  'limitation.acknowledged': {
    de: 'Ein Anerkenntnis kann nicht vor der Entstehung des Anspruchs liegen.',
    en: 'A claim cannot be acknowledged before it arose.',
  },
  'limitation.suspension': { de: 'Eine Hemmung endet vor ihrem Beginn.', en: 'A suspension ends before it begins.' },
  'limitation.years': {
    de: 'Eine Höchstfrist hat 1 bis 30 ganze Jahre.',
    en: 'A longest period has 1 to 30 whole years.',
  },
  'fee.before-2013': {
    de: 'Für diesen Tag ist keine Tabelle der Anwaltsgebühren hinterlegt.',
    en: 'No table of lawyers’ fees is known for this day.',
  },
  'fee.before-2021': {
    de: 'Für diesen Tag ist keine Tabelle der Gerichtsgebühren hinterlegt.',
    en: 'No table of court fees is known for this day.',
  },
  'fee.minimum': { de: 'Die Mindestgebühr darf nicht negativ sein.', en: 'The minimum fee may not be negative.' },
  'fee.rate': {
    de: 'Das ist kein Gebührensatz: größer als 0 und höchstens 10,0, mit höchstens zwei Nachkommastellen.',
    en: 'This is no rate of a fee: more than 0, at most 10.0, with two decimals at most.',
  },
  'fee.rate-too-high': {
    de: 'So hoch darf der Gebührensatz nicht sein.',
    en: 'The rate of the fee may not be so high.',
  },
  'fee.table': { de: 'Diese Gebührentabelle gibt es nicht.', en: 'There is no such table of fees.' },
  'fee.table-day': {
    de: 'An diesem Tag gilt eine andere Gebührentabelle.',
    en: 'Another table of fees is in force on this day.',
  },
  'fee.value': {
    de: 'Der Gegenstandswert muss größer als null sein.',
    en: 'The value of the matter must be more than zero.',
  },
  'fee.value-share': {
    de: 'Der Anteil des Gegenstandswerts muss größer als 0 und höchstens 1 sein.',
    en: 'The share of the value must be more than 0 and at most 1.',
  },
  'allocation.bucket': { de: 'Was offen ist, darf nicht negativ sein.', en: 'What is open may not be negative.' },
  'allocation.payment': {
    de: 'Eine Zahlung darf nicht negativ sein; eine Rückbuchung ist eine eigene Buchung.',
    en: 'A payment may not be negative; a reversal is an entry of its own.',
  },
  'allocation.rule': {
    de: 'Nach § 497 Abs. 3 BGB sind Kosten, Zinsen und Hauptforderung getrennt anzugeben.',
    en: 'By § 497(3) BGB costs, interest and principal must be given apart.',
  },
  'reference.base': { de: 'Das passt nicht in eine RF-Referenz.', en: 'This does not fit into an RF reference.' },
} as const satisfies Table;

/** What cannot be printed or encoded. */
const OF_A_LETTER = {
  'agency.letters': {
    de: 'Die Angaben des Inkassos enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The data of the agency contain characters in which no letter can be printed.',
  },
  'address.too-long': {
    de: 'Die Anschrift passt nicht in das Anschriftfeld eines Briefs.',
    en: 'The address does not fit into the address field of a letter.',
  },
  'text.placeholder': {
    de: 'Ein eigener Text enthält Platzhalter, die es nicht gibt.',
    en: 'A text of one’s own contains placeholders that there are not.',
  },
  'row.letters': {
    de: 'Die Angaben einer Forderung enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
    en: 'The data of a claim contain characters in which no letter can be printed.',
  },
  'notice.letters': {
    de: 'In diesen Buchstaben kann kein Brief gedruckt werden.',
    en: 'No letter can be printed in these characters.',
  },
  'contract.missing': {
    de: 'Zu einer Rechnung fehlt, was nach § 13a RDG zum Vertrag zu sagen ist.',
    en: 'An invoice lacks what § 13a RDG wants said of its contract.',
  },
  'girocode.amount': {
    de: 'Einen solchen Betrag trägt ein GiroCode nicht.',
    en: 'A GiroCode does not carry such an amount.',
  },
  'girocode.bic': { de: 'Die BIC fehlt oder ist keine.', en: 'The BIC is missing or is none.' },
  'girocode.charset': {
    de: 'Diesen Zeichensatz hat ein GiroCode nicht.',
    en: 'A GiroCode does not have this character set.',
  },
  'girocode.iban': { de: 'Die IBAN ist nicht gültig.', en: 'The IBAN is not valid.' },
  'girocode.name': {
    de: 'Der Name des Empfängers fehlt oder ist zu lang.',
    en: 'The name of the recipient is missing or too long.',
  },
  'girocode.purpose': {
    de: 'Das ist kein Zahlungsgrund nach ISO 20022.',
    en: 'This is no purpose of payment by ISO 20022.',
  },
  'girocode.reference': { de: 'Die Referenz ist zu lang oder keine.', en: 'The reference is too long or is none.' },
  'girocode.text': { de: 'Der Verwendungszweck ist zu lang.', en: 'The remittance text is too long.' },
} as const satisfies Table;

/** What the command refuses of what was typed, and of the files it was given. */
const OF_THE_COMMAND = {
  'calendar.failed': {
    de: 'Der Mahnlauf, der gezeigt werden soll, bleibt stehen.',
    en: 'The procedure that is to be shown comes to a stop.',
  },
  'calendar.option': { de: 'Eine Angabe zum Kalender passt nicht.', en: 'An option of the calendar does not fit.' },
  'check.file': { de: 'Zu prüfen ist genau eine Datei.', en: 'One file is checked, no more and no less.' },
  'creditor.invalid': {
    de: 'Die Datei des Gläubigers hat nicht die erwartete Form.',
    en: 'The file of the creditor is not of the expected form.',
  },
  'file.no-file': {
    de: 'Angegeben ist ein Ordner oder etwas anderes, das keine Datei ist.',
    en: 'What is named is a folder, or something else that is no file.',
  },
  'file.no-json': { de: 'Die Datei ist kein gültiges JSON.', en: 'The file is no valid JSON.' },
  'file.not-found': { de: 'Die Datei gibt es nicht.', en: 'There is no such file.' },
  'file.unreadable': { de: 'Die Datei ist nicht lesbar.', en: 'The file cannot be read.' },
  'file.unwritable': { de: 'Die Datei lässt sich nicht schreiben.', en: 'The file cannot be written.' },
  'input.missing': { de: 'Eine Angabe fehlt.', en: 'Something that is needed is missing.' },
  'law-due.operand': { de: 'Eine Angabe ist zu viel.', en: 'There is one operand too many.' },
  'online.command': { de: 'Diesen Befehl gibt es nicht.', en: 'There is no such command.' },
  'online.operand': { de: 'Eine Angabe fehlt oder ist zu viel.', en: 'An operand is missing, or one is too many.' },
  'online.option': { de: 'Eine Angabe passt nicht oder fehlt.', en: 'An option does not fit, or is missing.' },
  'option.file': {
    de: 'Die Datei der bekannten Forderungen ist nicht lesbar oder nicht so, wie sie geschrieben wird.',
    en: 'The file of known claims cannot be read, or is not as it is written.',
  },
  'procedure.unreadable': {
    de: 'Das ist kein Mahnlauf, oder seine Datei ist nicht lesbar.',
    en: 'This is no procedure, or its file cannot be read.',
  },
  'template.option': { de: 'Eine Angabe zur Vorlage passt nicht.', en: 'An option of the template does not fit.' },
} as const satisfies Table;

/** What an Akte in a file says that cannot be (`mahnwerk statement`). */
const OF_A_STATEMENT = {
  'claim.due-before-invoice': {
    de: 'Die Fälligkeit liegt vor der Rechnung.',
    en: 'The due date lies before the invoice.',
  },
  'claim.ordered-before-invoice': {
    de: 'Der Auftrag liegt vor der Rechnung.',
    en: 'The order lies before the invoice.',
  },
  'claim.twice': { de: 'Die Forderung steht zweimal in der Datei.', en: 'The claim is in the file twice.' },
  'credit.claim': {
    de: 'Die Forderung der Gutschrift steht nicht in der Datei.',
    en: 'The claim of the credit note is not in the file.',
  },
  'credit.twice': { de: 'Die Gutschrift steht zweimal in der Datei.', en: 'The credit note is in the file twice.' },
  'demand.before-order': { de: 'Das Schreiben liegt vor dem Auftrag.', en: 'The letter lies before the order.' },
  'demand.order': { de: 'An diesem Tag ist nichts übergeben.', en: 'Nothing was handed over on this day.' },
  'demand.too-many': {
    de: 'Es sind mehr Forderungen von Inkassokosten, als ein Mahnlauf hat.',
    en: 'There are more demands for collection costs than a procedure has.',
  },
  'payment.claim': {
    de: 'Die Forderung der Zahlung steht nicht in der Datei.',
    en: 'The claim of the payment is not in the file.',
  },
  'payment.twice': { de: 'Die Zahlung steht zweimal in der Datei.', en: 'The payment is in the file twice.' },
  'reversal.before-payment': {
    de: 'Die Rückbuchung liegt vor der Zahlung.',
    en: 'The reversal lies before the payment.',
  },
  'reversal.payment': {
    de: 'Die Zahlung, die zurückgebucht wird, steht nicht in der Datei.',
    en: 'The payment that is reversed is not in the file.',
  },
  'statement.invalid': {
    de: 'Eine Angabe hat nicht die erwartete Form.',
    en: 'Something that is given is not of the expected form.',
  },
  'statement.missing': { de: 'Eine Angabe fehlt.', en: 'Something that is needed is missing.' },
  'statement.unknown-key': { de: 'Eine Angabe gibt es nicht.', en: 'Something that is given does not exist.' },
} as const satisfies Table;

/** The codes by who is told them, each with what it means; those of files stand in `FILE_CODES`. */
export const FAULT_CODES = {
  general: GENERAL,
  api: OF_THE_API,
  bank: OF_THE_BANK,
  reckoned: RECKONED,
  letter: OF_A_LETTER,
  command: OF_THE_COMMAND,
  statement: OF_A_STATEMENT,
} as const;
type CodesOf<Tables> = Tables extends unknown ? keyof Tables : never;
/** A code with which something is refused. */
export type FaultCode = FileCode | Exclude<CodesOf<(typeof FAULT_CODES)[keyof typeof FAULT_CODES]>, GeneralCode>;

const ALL: Readonly<Record<FaultCode | GeneralCode, Words>> = {
  ...GENERAL,
  ...FILE_CODES,
  ...OF_THE_API,
  ...OF_THE_BANK,
  ...RECKONED,
  ...OF_A_LETTER,
  ...OF_THE_COMMAND,
  ...OF_A_STATEMENT,
};
/** What a code means, in a sentence without particulars. */
export const titleOf = (code: FaultCode | GeneralCode, language: Language): string => ALL[code][language];
