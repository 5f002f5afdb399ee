/**
 * Every code with which something is refused, once: in one word what is wrong, for programs. What stands beside it is
 * what it means, in German; the sentence for whoever asked is said where it is refused, with the particulars. What can
 * be said of a single row is domain/intake/issue-codes.ts.
 */

/** What a call of the API wants and cannot have. The page about the API lists them. */
const OF_THE_API = {
  'upload.invoice-date': 'Zu einer Rechnung, die hochgeladen wird, fehlt ihr Datum.',
  'claims.too-many': 'Mehr Forderungen in einem Aufruf, als einer übergeben darf.',
  'claim.refused': 'Die eine Forderung des Aufrufs wird nicht angenommen.',

  'akte.closed': 'Die Akte ist geschlossen; weiter geht es erst, wenn sie wieder geöffnet ist.',
  'day.past': 'Der Tag muss in der Zukunft liegen.',
  'reopen.by-us': 'Was das Inkasso geschlossen hat, öffnet nur das Inkasso wieder.',
  'skip.begun': 'Die Mahnstufe hat schon begonnen und kann nicht mehr übersprungen werden.',
  'skip.unknown': 'Der Mahnlauf hat diese Mahnstufe nicht.',
  'clarify.message': 'Zu klären ist eine Nachricht, deren Ausgang unbekannt ist; angegeben ist eine andere oder keine.',
  'clarify.name': 'Der Name lässt sich nicht drucken und ist zuerst zu berichtigen.',

  'answer.situation': 'Diese besondere Lage gibt es nicht.',
  'promise.too-far': 'Eine Zusage reicht nicht so weit; für länger gibt es Ratenplan und Stundung.',
  'contact.failed': 'Unter diesen Angaben war der Schuldner schon nicht zu erreichen.',
  'contact.letters': 'Der Name oder die Anschrift enthält Zeichen, in denen kein Brief gedruckt werden kann.',
  'returned.unknown': 'Ein Schreiben mit diesem Zeichen ist in der Akte nicht versandt.',
  'query.unknown': 'Diese Rückfrage gibt es in der Akte nicht.',
  'query.answer': 'Die Rückfrage braucht eine Antwort in Worten.',
  'query.particulars': 'Die Rückfrage fragt nach Vertragsgegenstand und Vertragsdatum.',
  'particulars.claim': 'Die Forderung, zu der etwas ergänzt wird, gibt es in der Akte nicht.',
  'particulars.contractDate': 'Dieser Tag kann nicht der Tag des Vertrags sein.',
  'particulars.letters': 'Der Vertragsgegenstand enthält Zeichen, in denen kein Brief gedruckt werden kann.',
  'particulars.told': 'Dem Schuldner ist schon anders geschrieben worden; eine Berichtigung braucht einen Grund.',

  'plan.first': 'Die erste Rate liegt zu weit in der Zukunft oder nicht in ihr.',
  'plan.nothing-open': 'Es ist nichts offen, das in Raten zu zahlen wäre.',
  'plan.rate': 'Die Rate muss größer als null sein.',
  'plan.rate-too-small': 'Mit dieser Rate ist nach der größten Zahl von Raten noch nicht alles bezahlt.',
  'plan.total': 'Der Plan kostet heute anderes, als der Schuldner zugestimmt hat; er braucht ein neues Angebot.',

  'payment.key-missing': 'Jede Zahlung braucht einen eigenen Idempotency-Key.',
  'payment.key-reused': 'Unter diesem Idempotency-Key ist schon eine andere Zahlung gemeldet.',
  'payment.amount': 'Der Betrag ist nicht größer als null, oder mehr, als eine Überweisung trägt.',
  'payment.future': 'Der Wertstellungstag liegt in der Zukunft.',
  'payment.before-claim': 'Der Wertstellungstag liegt vor der ältesten Rechnung der Akte.',
  'payment.line': 'Eine Buchung mit dieser Kennung steht auf keinem eingelesenen Kontoauszug.',
  'payment.line-outgoing': 'Mit dieser Buchung ist kein Geld in Euro eingegangen.',
  'payment.line-day': 'Das Geld dieser Buchung zählt von einem anderen Tag an.',
  'payment.line-assigned': 'Die Buchung ist schon zugeordnet, ganz oder zu dem Teil, der angegeben ist.',
  'payment.line-name': 'Unter dieser Kennung ist in der Akte nichts gebucht.',
  'payment.line-amount': 'Der Betrag ist nicht der der Buchung, oder von ihr ist nicht mehr so viel frei.',
  'payment.line-reversed': 'Die Buchung ist zurückgebucht; war sie nur falsch gebucht, ist das zu bestätigen.',
  'reversal.reason': 'Eine Rückbuchung braucht einen Grund.',
  'reversal.booked-anew': 'Die Zahlung ist schon zurückgebucht; von derselben Buchung ist seitdem neu gebucht.',
  'refund.key-missing': 'Jede Erstattung braucht einen eigenen Idempotency-Key.',
  'refund.key-reused': 'Unter diesem Idempotency-Key ist schon eine andere Erstattung gemeldet.',
  'refund.amount': 'Der Betrag muss größer als null sein.',
  'refund.too-much': 'So viel ist nicht überzahlt.',
  'credit.amount': 'Der Betrag muss größer als null sein.',
  'credit.before-invoice': 'Die Gutschrift liegt vor ihrer Rechnung.',
  'credit.future': 'Der Tag der Gutschrift liegt in der Zukunft.',
  'credit.letters': 'Die Nummer der Gutschrift enthält Zeichen, in denen kein Brief gedruckt werden kann.',
  'credit.number-used': 'Unter dieser Nummer ist schon eine andere Gutschrift eingetragen.',
  'credit.too-much': 'So viel ist von der Rechnung nicht mehr offen.',
  'payout.month': 'Das ist kein Monat wie 2026-03.',

  'call.by': 'Es fehlt, wer anruft.',
  'call.hours': 'Zu dieser Stunde darf der Schuldner nicht angerufen werden.',
  'call.not-due': 'Der Anruf steht nicht oder nicht mehr an.',

  'creditor.iban': 'Die Prüfziffern der IBAN stimmen nicht.',
  'creditor.legal': 'Angaben, die das Gesetz für Schreiben im Namen des Gläubigers verlangt, fehlen.',
  'creditor.letters': 'Die Angaben enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
  'proposal.decided': 'Über den Antrag ist schon entschieden.',
  'proposal.expired': 'Über den Antrag konnte nur bis zu einem Tag entschieden werden, der vorbei ist.',
  'proposal.open': 'Ein Antrag dieser Art wartet schon auf eine zweite Person.',
  'proposal.same-person': 'Wer etwas beantragt hat, gibt es nicht selbst frei.',
  'procedure.letters': 'Die Texte enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
  'procedure.of-another': 'Der Mahnlauf gehört einem anderen Gläubiger.',
  'procedure.refused': 'Der Mahnlauf verstößt gegen Regeln des Rechts oder des Hauses; die Meldung nennt jede.',
  'procedure.shipped': 'So heißt ein mitgelieferter Mahnlauf.',
  'procedure.version-gap': 'Versionen werden lückenlos gezählt, und die vorige fehlt.',
  'procedure.version-taken': 'Diese Version gibt es schon mit anderem Inhalt.',
} as const;

/** Why a list is refused as a whole, and how to mend it. The programming guide lists them. */
export const FILE_CODES = {
  'file.empty': { message: 'Die Datei ist leer.', mend: 'Bitte die richtige Datei hochladen.' },
  'file.not-csv': {
    message:
      'Die Datei ist weder CSV noch Excel (sondern zum Beispiel PDF oder ein Bild), beschädigt oder mit einem Kennwort geschützt.',
    mend: 'Bitte als CSV mit Semikolon oder als Excel-Arbeitsmappe (.xlsx) speichern.',
  },
  'file.xls': {
    message: 'Die Datei ist eine alte Excel-Mappe (.xls).',
    mend: 'Bitte als .xlsx oder als CSV speichern.',
  },
  'file.zip-bomb': {
    message: 'Die Datei ist so gepackt, dass sie ausgepackt ein Vielfaches des Üblichen belegt.',
    mend: 'Bitte als CSV speichern und erneut hochladen.',
  },
  'file.too-large': { message: 'Die Datei ist größer als erlaubt.', mend: 'Bitte auf mehrere Dateien aufteilen.' },
  'file.too-many-rows': {
    message: 'Die Datei hat mehr als 1.000.000 Zeilen.',
    mend: 'Bitte auf mehrere Dateien aufteilen.',
  },
  'file.too-many-columns': {
    message: 'Die Kopfzeile hat mehr als 200 Spalten.',
    mend: 'Bitte nur die Spalten der Vorlage übergeben.',
  },
  'file.header-too-long': {
    message: 'Die Kopfzeile ist länger als 10 KB.',
    mend: 'Bitte nur die Spalten der Vorlage übergeben.',
  },
  'file.header-missing': {
    message: 'In der Kopfzeile fehlen Pflichtspalten.',
    mend: 'Bitte die genannten Spalten ergänzen; ihre Namen stehen in dieser Anleitung.',
  },
  'file.duplicate-column': { message: 'Eine Spalte kommt doppelt vor.', mend: 'Bitte jede Spalte nur einmal angeben.' },
  'file.no-rows': {
    message: 'Die Datei enthält nur die Kopfzeile und keine Forderungen.',
    mend: 'Bitte Forderungen eintragen.',
  },
  'file.quotes': {
    message:
      'Ein Anführungszeichen wird nirgends geschlossen, oder in mehr als 100 Zeilen stimmen die Anführungszeichen nicht.',
    mend: 'Bitte jedes Anführungszeichen in einem Feld verdoppeln oder die Datei neu exportieren.',
  },
  'file.record-too-long': {
    message: 'Eine Zeile ist länger als 64 KB.',
    mend: 'Bitte die genannte Zeile prüfen; meist fehlt dort ein Anführungszeichen.',
  },
} as const;
export type FileCode = keyof typeof FILE_CODES;

/** Why a bank's file is not booked as a whole, or goes to a person. */
const OF_THE_BANK = {
  'bank.format': 'Der Name der Datei endet auf keines der Formate, die gelesen werden.',
  'bank.not-camt053': 'Die Datei ist kein Kontoauszug im Format camt.053.',
  'bank.not-xml': 'Die Datei ist kein lesbares XML.',
  'bank.doctype': 'Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE).',
  'bank.entity': 'Die Datei enthält ein unbekanntes Zeichen.',
  'bank.amount': 'Ein Betrag ist nicht lesbar, negativ oder hat Bruchteile von Cent.',
  'bank.batch': 'Von einer Sammelbuchung steht nicht zu jedem Posten der Betrag in der Datei.',
  'bank.currency': 'Eine Buchung lautet nicht auf Euro.',
  'bank.date': 'Ein Wertstellungstag fehlt oder ist keiner.',
  'pain.empty': 'Ein Zahlungsauftrag braucht mindestens eine Überweisung.',
  'pain.name': 'Der Kontoinhaber enthält Buchstaben, die eine Überweisung nicht kennt.',
  'payout.month-open': 'Der Monat, der abzurechnen ist, ist noch nicht zu Ende.',
  'quality.month-open': 'Der Monat, über den zu berichten ist, ist noch nicht zu Ende.',
} as const;

/** What the law's figures and our reckoning refuse: what lies outside of what is known, or is no such figure. */
const RECKONED = {
  'amount.ambiguous': 'Der Betrag ist mehrdeutig: Tausender oder Nachkommastellen?',
  'amount.currency': 'Der Betrag steht nicht in Euro.',
  'amount.invalid': 'Das ist kein Betrag in deutscher Schreibweise.',
  'amount.percent': 'Das ist eine Prozentangabe und kein Betrag.',
  'amount.truth-value': 'Das ist ein Wahrheitswert und kein Betrag.',
  'date.invalid': 'Das ist kein Datum.',
  'date.range': 'Der Tag, der sich ergibt, liegt außerhalb der Jahre, mit denen gerechnet wird.',
  'date.year': 'Das Jahr liegt außerhalb der Jahre, mit denen gerechnet wird.',
  'date.zone': 'Die Uhrzeit lässt offen, welcher Tag in Deutschland gemeint ist.',
  'calendar.out-of-range': 'Für dieses Jahr sind keine Feiertage hinterlegt.',
  'deadline.period': 'Das ist keine Frist wie P2W, P1M oder P14D.',
  'place.land': 'Die Postleitzahl liegt nicht in diesem Land.',
  'place.postal-code': 'Das ist keine Postleitzahl aus fünf Ziffern.',
  'law.before-first': 'Für diesen Tag ist kein Wert hinterlegt.',
  'interest.before-2002': 'Für diesen Tag ist kein Basiszinssatz hinterlegt.',
  'interest.days': 'Der letzte Zinstag liegt vor dem ersten.',
  'interest.negative-principal': 'Die Hauptforderung darf nicht negativ sein.',
  'limitation.acknowledged': 'Ein Anerkenntnis kann nicht vor der Entstehung des Anspruchs liegen.',
  'limitation.suspension': 'Eine Hemmung endet vor ihrem Beginn.',
  'limitation.years': 'Eine Höchstfrist hat 1 bis 30 ganze Jahre.',
  'fee.before-2013': 'Für diesen Tag ist keine Tabelle der Anwaltsgebühren hinterlegt.',
  'fee.before-2021': 'Für diesen Tag ist keine Tabelle der Gerichtsgebühren hinterlegt.',
  'fee.minimum': 'Die Mindestgebühr darf nicht negativ sein.',
  'fee.rate': 'Das ist kein Gebührensatz: größer als 0 und höchstens 10,0, mit höchstens zwei Nachkommastellen.',
  'fee.rate-too-high': 'So hoch darf der Gebührensatz nicht sein.',
  'fee.table': 'Diese Gebührentabelle gibt es nicht.',
  'fee.table-day': 'An diesem Tag gilt eine andere Gebührentabelle.',
  'fee.value': 'Der Gegenstandswert muss größer als null sein.',
  'fee.value-share': 'Der Anteil des Gegenstandswerts muss größer als 0 und höchstens 1 sein.',
  'allocation.bucket': 'Was offen ist, darf nicht negativ sein.',
  'allocation.payment': 'Eine Zahlung darf nicht negativ sein; eine Rückbuchung ist eine eigene Buchung.',
  'allocation.rule': 'Nach § 497 Abs. 3 BGB sind Kosten, Zinsen und Hauptforderung getrennt anzugeben.',
  'reference.base': 'Das passt nicht in eine RF-Referenz.',
} as const;

/** What cannot be printed or encoded. */
const OF_A_LETTER = {
  'agency.letters': 'Die Angaben des Inkassos enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
  'address.too-long': 'Die Anschrift passt nicht in das Anschriftfeld eines Briefs.',
  'text.placeholder': 'Ein eigener Text enthält Platzhalter, die es nicht gibt.',
  'row.letters': 'Die Angaben einer Forderung enthalten Zeichen, in denen kein Brief gedruckt werden kann.',
  'notice.letters': 'In diesen Buchstaben kann kein Brief gedruckt werden.',
  'contract.missing': 'Zu einer Rechnung fehlt, was nach § 13a RDG zum Vertrag zu sagen ist.',
  'girocode.amount': 'Einen solchen Betrag trägt ein GiroCode nicht.',
  'girocode.bic': 'Die BIC fehlt oder ist keine.',
  'girocode.charset': 'Diesen Zeichensatz hat ein GiroCode nicht.',
  'girocode.iban': 'Die IBAN ist nicht gültig.',
  'girocode.name': 'Der Name des Empfängers fehlt oder ist zu lang.',
  'girocode.purpose': 'Das ist kein Zahlungsgrund nach ISO 20022.',
  'girocode.reference': 'Die Referenz ist zu lang oder keine.',
  'girocode.text': 'Der Verwendungszweck ist zu lang.',
} as const;

/** What the command refuses of what was typed, and of the files it was given. */
const OF_THE_COMMAND = {
  'calendar.failed': 'Der Mahnlauf, der gezeigt werden soll, bleibt stehen.',
  'calendar.option': 'Eine Angabe zum Kalender passt nicht.',
  'check.file': 'Zu prüfen ist genau eine Datei.',
  'creditor.invalid': 'Die Datei des Gläubigers hat nicht die erwartete Form.',
  'file.no-file': 'Angegeben ist ein Ordner oder etwas anderes, das keine Datei ist.',
  'file.no-json': 'Die Datei ist kein gültiges JSON.',
  'file.not-found': 'Die Datei gibt es nicht.',
  'file.unreadable': 'Die Datei ist nicht lesbar.',
  'file.unwritable': 'Die Datei lässt sich nicht schreiben.',
  'input.missing': 'Eine Angabe fehlt.',
  'law-due.operand': 'Eine Angabe ist zu viel.',
  'online.command': 'Diesen Befehl gibt es nicht.',
  'online.operand': 'Eine Angabe fehlt oder ist zu viel.',
  'online.option': 'Eine Angabe passt nicht oder fehlt.',
  'option.file': 'Die Datei der bekannten Forderungen ist nicht lesbar oder nicht so, wie sie geschrieben wird.',
  'procedure.unreadable': 'Das ist kein Mahnlauf, oder seine Datei ist nicht lesbar.',
  'template.option': 'Eine Angabe zur Vorlage passt nicht.',
} as const;

/** What an Akte in a file says that cannot be (`mahnwerk statement`). */
const OF_A_STATEMENT = {
  'claim.due-before-invoice': 'Die Fälligkeit liegt vor der Rechnung.',
  'claim.ordered-before-invoice': 'Der Auftrag liegt vor der Rechnung.',
  'claim.twice': 'Die Forderung steht zweimal in der Datei.',
  'credit.claim': 'Die Forderung der Gutschrift steht nicht in der Datei.',
  'credit.twice': 'Die Gutschrift steht zweimal in der Datei.',
  'demand.before-order': 'Das Schreiben liegt vor dem Auftrag.',
  'demand.order': 'An diesem Tag ist nichts übergeben.',
  'demand.too-many': 'Es sind mehr Forderungen von Inkassokosten, als ein Mahnlauf hat.',
  'payment.claim': 'Die Forderung der Zahlung steht nicht in der Datei.',
  'payment.twice': 'Die Zahlung steht zweimal in der Datei.',
  'reversal.before-payment': 'Die Rückbuchung liegt vor der Zahlung.',
  'reversal.payment': 'Die Zahlung, die zurückgebucht wird, steht nicht in der Datei.',
  'statement.invalid': 'Eine Angabe hat nicht die erwartete Form.',
  'statement.missing': 'Eine Angabe fehlt.',
  'statement.unknown-key': 'Eine Angabe gibt es nicht.',
} as const;

/** The codes by who is told them, each with what it means; those of files stand in `FILE_CODES`. */
export const FAULT_CODES = {
  api: OF_THE_API,
  bank: OF_THE_BANK,
  reckoned: RECKONED,
  letter: OF_A_LETTER,
  command: OF_THE_COMMAND,
  statement: OF_A_STATEMENT,
} as const;
type CodesOf<Tables> = Tables extends unknown ? keyof Tables : never;
/** A code with which something is refused. */
export type FaultCode = FileCode | CodesOf<(typeof FAULT_CODES)[keyof typeof FAULT_CODES]>;
