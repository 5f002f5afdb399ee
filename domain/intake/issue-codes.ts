/**
 * `error`: the row is refused. `duplicate`: the claim is there already. `conflict`: refused, a person must decide.
 * `warning`: accepted, the creditor should look; what could not be used was left out. `hint`: nothing has to be done.
 */
export const SEVERITIES = ['error', 'duplicate', 'conflict', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** What each is called to those who read the report. */
export const SEVERITY_WORDS = {
  error: 'Fehler',
  duplicate: 'Dublette',
  conflict: 'Widerspruch',
  warning: 'Warnung',
  hint: 'Hinweis',
} as const satisfies Record<Severity, string>;
/** `by column`: an error where nothing may be assumed instead (the column is required or decisive), else a warning. */
type Code = Readonly<{ severity: Severity | 'by column'; message: string; mend: string; meaning?: string }>;

/**
 * Everything that can be said of a row, once: what is wrong and how to mend it, in German. {Spalte} is the column's
 * label, {Wert} what stands in the cell, {Beispiel}, {Grenze}, {Erklärung} come from the column; the others from
 * whoever says it. The programming guide lists this table, with `meaning` where the message is somebody else's.
 */
const codes = {
  'row.cells': {
    severity: 'error',
    message: '{Grund}',
    meaning: 'Die Zeile hat zu viele oder zu wenige Felder, oder ein Anführungszeichen ist nicht geschlossen.',
    mend: 'Bitte Trennzeichen und Anführungszeichen in dieser Zeile prüfen.',
  },
  'row.sheet': {
    severity: 'error',
    message: '{Grund}',
    meaning:
      'Eine Zelle der Arbeitsmappe ist nicht zu lesen oder nicht eindeutig (Fehler, verbunden, gerundet), oder die Zeile ist ausgeblendet.',
    mend: 'Bitte die genannte Stelle in der Arbeitsmappe berichtigen, einblenden oder löschen.',
  },
  'row.duplicate': {
    severity: 'duplicate',
    message: 'Rechnung {Wert} steht schon in Zeile {Zeile}.',
    mend: 'Nichts zu tun: Die Forderung wird einmal übernommen.',
  },
  'row.conflict': {
    severity: 'conflict',
    message: 'Rechnung {Wert} steht mit anderen Angaben schon in Zeile {Zeile}; die erste gilt.',
    mend: 'Stimmt Zeile {Zeile}, ist nichts zu tun. Sind es zwei Rechnungen desselben Jahres, bestätigen Sie es bitte, indem Sie die Nummern unterscheiden, zum Beispiel 17-A und 17-B, und geben Sie diese Zeile noch einmal ab. War Zeile {Zeile} falsch, bitte ihre Akte schließen (API: POST /v1/akten/Akte/close) und die Rechnung unter einer unterschiedenen Nummer übergeben.',
  },
  'invoice.duplicate': {
    severity: 'duplicate',
    message: 'Rechnung {Wert} ist schon übergeben (Akte {Akte}).',
    mend: 'Nichts zu tun: Die Forderung läuft bereits.',
  },
  'invoice.completed': {
    severity: 'duplicate',
    message: 'Rechnung {Wert} ist schon übergeben (Akte {Akte}); was zum Vertrag fehlte, ist jetzt ergänzt.',
    mend: 'Nichts zu tun: Mit den Angaben geht es weiter.',
  },
  'invoice.partly-completed': {
    severity: 'duplicate',
    message:
      'Rechnung {Wert} ist schon übergeben (Akte {Akte}); was die Zeile zum Vertrag sagt, ist ergänzt, es fehlt aber noch: {Fehlt}.',
    mend: 'Bitte auch das angeben: in dieser Zeile, noch einmal übergeben, oder als Antwort auf die Rückfrage (API: POST /v1/akten/{Akte}/queries/Rückfrage). Bis dahin schreiben wir der Privatperson dazu nicht (§ 13a Abs. 1 Nr. 2 RDG).',
  },
  'invoice.contact': {
    severity: 'duplicate',
    message: 'Rechnung {Wert} ist schon übergeben (Akte {Akte}); was die Zeile Neues zum Schuldner sagt, ist notiert.',
    mend: 'Nichts zu tun: Die Forderung läuft bereits.',
  },
  'invoice.conflict': {
    severity: 'conflict',
    message: 'Rechnung {Wert} ist schon mit anderen Angaben übergeben (Akte {Akte}).',
    mend: 'Stimmt die frühere Zeile, ist nichts zu tun. Ist inzwischen weniger offen, bitte die Zahlung zur Forderung melden (API: POST /v1/claims/Forderung/payments); ist mehr offen, bitte den Unterschied unter einer eigenen Rechnungsnummer übergeben. War die frühere Zeile falsch, bitte ihre Akte schließen (API: POST /v1/akten/Akte/close). Ist es eine andere Rechnung desselben Jahres, bestätigen Sie es bitte, indem Sie die Nummer unterscheiden, zum Beispiel 17-B.',
  },
  'column.unknown': {
    severity: 'hint',
    message: 'Die Spalte „{Wert}“ ist nicht bekannt; ihr Inhalt wurde nicht gelesen.',
    mend: 'Nichts zu tun, wenn die Spalte nicht für uns ist; sonst bitte die Überschrift aus der Vorlage verwenden.',
  },
  'column.money': {
    severity: 'hint',
    message:
      'Die Spalte „{Wert}“ ist nicht bekannt, klingt aber nach einer Zahlung, einem Abzug oder einem offenen Rest; steht darin ein Betrag, der nicht zur Forderung passt, kommt die Zeile zurück.',
    mend: 'Bitte die Spalte „Teilzahlungen“, „Gutschriften“ oder „Offener Betrag“ nennen; geht sie die Forderung nichts an, bitte entfernen.',
  },
  'column.telling': {
    severity: 'error',
    message:
      'In der Spalte „{Überschrift}“, die wir nicht kennen, steht „{Wert}“; die Zeile ist dann keine Forderung oder darf nicht gemahnt werden.',
    mend: 'Ist die Rechnung doch offen, bitte die Spalte entfernen oder so nennen, wie es in der Anleitung steht.',
  },
  'column.payment': {
    severity: 'error',
    message:
      'In der Spalte „{Überschrift}“, die wir nicht kennen, steht „{Wert}“; das kann eine Zahlung oder ein Nachlass sein, der von der Forderung abgeht.',
    mend: 'Geht der Betrag ab, bitte die Spalte „Teilzahlungen“ oder „Gutschriften“ nennen; ist er schon abgezogen oder geht er die Forderung nichts an, bitte die Spalte entfernen.',
  },
  'column.amount': {
    severity: 'error',
    message:
      'In der Spalte „{Überschrift}“, die wir nicht kennen, steht „{Wert}“, gefordert würden aber {Betrag}; ob das der offene Rest ist, ist unklar.',
    mend: 'Ist es der offene Rest, bitte die Spalte „Offener Betrag“ nennen; geht der Betrag die Forderung nichts an, bitte die Spalte entfernen.',
  },
  'file.lines-above-header': {
    severity: 'hint',
    message: 'Über der Kopfzeile steht Text; er wurde nicht gelesen.',
    mend: 'Nichts zu tun.',
  },

  'required.missing': {
    severity: 'error',
    message: '{Spalte} fehlt.',
    mend: 'Bitte {Spalte} angeben: {Erklärung} (Beispiel: {Beispiel}).',
  },
  'required.too-long': {
    severity: 'error',
    message: '{Spalte} ist länger als {Grenze} Zeichen.',
    mend: 'Bitte {Spalte} ungekürzt mit höchstens {Grenze} Zeichen angeben.',
  },
  'text.too-long': {
    severity: 'warning',
    message: '{Spalte} ist länger als {Grenze} Zeichen und wurde gekürzt.',
    mend: 'Bitte kürzen.',
  },
  'text.garbled': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ enthält Zeichen, die nach einer falschen Zeichenkodierung aussehen.',
    mend: 'Bitte die Umlaute berichtigen oder die Datei als „CSV UTF-8“ speichern.',
  },
  'address.too-long': {
    severity: 'warning',
    message:
      'Name und Anschrift sind zusammen länger, als das Anschriftfeld eines Briefs fasst; die Anschrift wurde weggelassen.',
    mend: 'Bitte Name, Adresszusatz oder Straße kürzen.',
  },
  'text.letters': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ enthält Buchstaben, in denen wir keinen Brief drucken können ({Zeichen}).',
    mend: 'Bitte in lateinischen Buchstaben angeben.',
  },
  'name.letters': {
    severity: 'warning',
    message:
      '{Spalte}: „{Wert}“ enthält Buchstaben, in denen wir keinen Brief drucken können ({Zeichen}); bis der Name in lateinischen Buchstaben vorliegt, wird nicht gemahnt.',
    mend: 'Bitte den Namen in lateinischen Buchstaben mitteilen, so, wie er im Ausweis steht.',
  },
  'remark.garbled': {
    severity: 'warning',
    message: '{Spalte} enthält Zeichen, die nach einer falschen Zeichenkodierung aussehen; so steht sie in der Akte.',
    mend: 'Bitte die Datei als „CSV UTF-8“ speichern und die Umlaute prüfen.',
  },
  'number.scientific': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ ist eine von Excel gekürzte Zahl; die hinteren Ziffern sind verloren.',
    mend: 'Bitte die Spalte in Excel als Text formatieren und die Nummer ganz angeben.',
  },
  'number.formula': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ ist eine Formel und keine Nummer.',
    mend: 'Bitte die Nummer selbst angeben, nicht die Formel; führende Nullen bleiben, wenn die Spalte als Text formatiert ist.',
  },
  'value.none': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist ein Fehlerwert oder Platzhalter einer Tabelle oder Datenbank und kein Wert.',
    mend: 'Bitte den Wert selbst angeben; ist wirklich ein Name gemeint, bitte in gewöhnlicher Schreibweise (Null).',
  },

  'invoice-number.invalid': {
    severity: 'error',
    message: 'Die Rechnungsnummer enthält weder Ziffern noch Buchstaben.',
    mend: 'Bitte die Rechnungsnummer angeben, wie sie auf der Rechnung steht.',
  },
  'name.missing': {
    severity: 'error',
    message: 'Der Name fehlt.',
    mend: 'Bitte Vor- und Nachname, Name oder Firma angeben.',
  },
  'name.invalid': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ ist kein Name; er enthält keinen Buchstaben.',
    mend: 'Bitte Vor- und Nachname, Name oder Firma angeben.',
  },
  'name.formula': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ ist eine Formel und kein Name.',
    mend: 'Bitte den Namen selbst angeben, nicht die Formel, die ihn ausrechnet.',
  },
  'customer.two-names': {
    severity: 'warning',
    message: 'Kundennummer {Wert} heißt hier „{Name}“, in Zeile {Zeile} aber anders.',
    mend: 'Bitte prüfen: Ist es erkennbar dieselbe Person, so läuft ihre Akte auf den Namen aus Zeile {Zeile}; sonst kommt diese Zeile bei der Übernahme zurück.',
  },
  'customer.closed': {
    severity: 'conflict',
    message:
      'Die Akte {Akte} der Kundennummer {Wert} ist seit dem {Tag} geschlossen; eine Forderung darin würde nicht gemahnt.',
    mend: 'Soll gemahnt werden, bitte die Akte wieder öffnen (API: POST /v1/akten/{Akte}/reopen mit dem Grund; hat das Inkasso sie geschlossen, bitte bei ihm melden) und die Zeile danach noch einmal übergeben. Was in der Akte noch offen ist, wird dann auch wieder gemahnt; was davon nicht mehr gefordert wird, bitte vorher als Gutschrift melden.',
  },
  'customer.other-person': {
    severity: 'conflict',
    message: 'Die Kundennummer {Wert} gehört in der Akte {Akte} zu „{Bekannt}“; diese Zeile nennt „{Name}“.',
    mend: 'Ist es jemand anderes, bitte die richtige Kundennummer angeben. Ist es dieselbe Person unter neuem Namen (Heirat, Umfirmierung), bitte in „Früherer Name“ (API: formerName) den bisherigen Namen angeben. Danach die Zeile noch einmal übergeben.',
  },
  'customer.other-birth-date': {
    severity: 'conflict',
    message:
      'Die Kundennummer {Wert} gehört in der Akte {Akte} zu „{Bekannt}“, geboren am {Bisher}; diese Zeile nennt „{Name}“, geboren am {Neu}.',
    mend: 'Sind es zwei Personen, bitte für die eine ihre richtige Kundennummer angeben. Ist es dieselbe Person, bitte das Geburtsdatum dieser Zeile berichtigen oder leer lassen; ist das bisherige falsch, bestätigt „{Bekannt}“ in „Früherer Name“ (API: formerName), dass es dieselbe Person ist. Danach die Zeile noch einmal übergeben.',
  },
  'customer.other-salutation': {
    severity: 'conflict',
    message:
      'Die Kundennummer {Wert} gehört in der Akte {Akte} zu „{Bekannt}“ mit der Anrede {Bisher}; diese Zeile nennt „{Name}“ mit der Anrede {Neu}.',
    mend: 'Sind es zwei Personen, bitte für die eine ihre richtige Kundennummer angeben. Ist es dieselbe Person, bitte die Anrede dieser Zeile berichtigen oder leer lassen; ist die bisherige falsch, bestätigt „{Bekannt}“ in „Früherer Name“ (API: formerName), dass es dieselbe Person ist. Danach die Zeile noch einmal übergeben.',
  },
  'customer.not-recognised': {
    severity: 'conflict',
    message:
      'Die Kundennummer {Wert} gehört in der Akte {Akte} zu „{Bekannt}“; diese Zeile nennt „{Name}“. Das kann dieselbe Person sein, aber nichts in der Zeile zeigt es.',
    mend: 'Ist es dieselbe Person, bitte in der Zeile eine E-Mail-Adresse, Telefonnummer, IBAN oder das Geburtsdatum angeben, die wir von ihr schon haben, oder in „Früherer Name“ (API: formerName) den bisherigen Namen „{Bekannt}“. Ist es jemand anderes, bitte die richtige Kundennummer angeben. Danach die Zeile noch einmal übergeben.',
  },
  'kind.unknown': {
    severity: 'warning',
    message: 'Ob Privatperson oder Unternehmen, ist nicht angegeben; der Schuldner gilt als Privatperson.',
    mend: 'Bitte die Spalte „Art“ mit privat oder Firma füllen.',
  },
  'kind.contradiction': {
    severity: 'warning',
    message:
      'Die Art ist privat, der Name, die Rechtsform oder die Anrede aber die eines Unternehmens; der Schuldner gilt als Privatperson.',
    mend: 'Bitte prüfen, wer die Rechnung schuldet.',
  },
  'kind-word.unknown': {
    severity: 'warning',
    message: '{Spalte} „{Wert}“ ist nicht bekannt und wurde weggelassen.',
    mend: 'Möglich sind: {Erklärung}.',
  },
  'salutation.unknown': {
    severity: 'warning',
    message: '{Spalte} „{Wert}“ ist nicht bekannt und wurde weggelassen.',
    mend: 'Möglich sind: {Erklärung}.',
  },
  'legal-form.unknown': {
    severity: 'warning',
    message: '{Spalte} „{Wert}“ ist nicht bekannt und wurde weggelassen.',
    mend: 'Bitte die Rechtsform wie im Handelsregister schreiben, zum Beispiel {Beispiel}.',
  },
  'birth-date.implausible': {
    severity: 'warning',
    message: 'Das Geburtsdatum liegt in der Zukunft oder mehr als 120 Jahre zurück und wurde weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'birth-date.minor': {
    severity: 'warning',
    message:
      'Der Schuldner war bei Vertragsschluss (spätestens {Tag}) noch nicht 18 Jahre alt; der Vertrag kann unwirksam sein (§§ 106 bis 110 BGB).',
    mend: 'Bitte prüfen, ob die Eltern zugestimmt haben, und sie als gesetzliche Vertreter nennen.',
  },

  'amount.invalid': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist kein Betrag in deutscher Schreibweise wie 1.234,56.',
    mend: 'Bitte wie „{Beispiel}“ schreiben.',
  },
  'amount.ambiguous': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist mehrdeutig; es können Tausender oder Nachkommastellen gemeint sein.',
    mend: 'Bitte mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.',
  },
  'amount.percent': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist eine Prozentangabe und kein Betrag.',
    mend: 'Bitte den Betrag in Euro angeben, zum Beispiel {Beispiel}.',
  },
  'amount.truth-value': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist ein Wahrheitswert (ja oder nein) und kein Betrag.',
    mend: 'Bitte den Betrag in Euro angeben, zum Beispiel {Beispiel}.',
  },
  'amount.currency': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ steht nicht in Euro.',
    mend: 'Bitte in Euro angeben oder Rücksprache halten.',
  },
  'amount.not-positive': {
    severity: 'error',
    message: '{Spalte}: Der Betrag muss größer als null sein.',
    mend: 'Gutschriften und bezahlte Rechnungen bitte nicht übergeben.',
  },
  'amount.nothing-open': {
    severity: 'error',
    message: 'Nach Abzug der Teilzahlungen bleibt nichts offen.',
    mend: 'Bezahlte Rechnungen bitte nicht übergeben.',
  },
  'amount.contradiction': {
    severity: 'error',
    message: 'Die Beträge passen nicht zusammen: Rechnung {Betrag}, gezahlt {Gezahlt}, offen {Offen}.',
    mend: 'Bitte prüfen, was noch offen ist, und nur passende Beträge oder nur den offenen Betrag angeben.',
  },
  'amount.too-large': {
    severity: 'error',
    message: '{Spalte}: Der Betrag ist größer als 10.000.000,00 €.',
    mend: 'Bitte den Betrag prüfen; so große Forderungen übernehmen wir nach Rücksprache.',
  },
  'paid.negative': {
    severity: 'error',
    message:
      '{Spalte}: Ein negativer Betrag kann eine Zahlung oder ihre Rückbuchung sein; was noch offen ist, sagt die Zeile nicht.',
    mend: 'Bitte den gezahlten Betrag ohne Vorzeichen oder den offenen Betrag in einer eigenen Spalte angeben.',
  },
  'paid.twice': {
    severity: 'error',
    message: '{Spalte} nennt „{Wert}“, „Bezahlt“ aber {Betrag}; ob beides zusammenzählt, ist unklar.',
    mend: 'Bitte den gezahlten Betrag nur in einer der beiden Spalten angeben.',
  },
  'own-costs.negative': {
    severity: 'warning',
    message: 'Negative Mahnkosten wurden weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'own-costs.too-large': {
    severity: 'warning',
    message: 'Die Mahnkosten sind größer als 10.000.000,00 € und wurden weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'currency.foreign': {
    severity: 'error',
    message: 'Forderungen in der Währung „{Wert}“ werden noch nicht übernommen.',
    mend: 'Bitte in Euro übergeben oder Rücksprache halten.',
  },

  'date.invalid': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist kein Datum wie 31.03.2026 oder 2026-03-31.',
    mend: 'Bitte Tag, Monat und vierstelliges Jahr angeben, zum Beispiel {Beispiel}.',
  },
  'date.year': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ kann nicht stimmen; gelesen werden Tage der Jahre 1800 bis 2199.',
    mend: 'Bitte das Jahr prüfen.',
  },
  'date.zone': {
    severity: 'by column',
    message:
      '{Spalte}: „{Wert}“ nennt eine Uhrzeit in einer Zeitzone, in der ein anderer Tag sein kann als in Deutschland.',
    mend: 'Bitte nur den Tag angeben, zum Beispiel {Beispiel}.',
  },
  'date.serial': {
    severity: 'by column',
    message: '{Spalte}: „{Wert}“ ist eine Zahl, wie Excel sie für ein Datum speichert.',
    mend: 'Bitte die Spalte in Excel als Datum formatieren, zum Beispiel {Beispiel}.',
  },
  'invoice-date.future': {
    severity: 'error',
    message: 'Das Rechnungsdatum liegt in der Zukunft.',
    mend: 'Bitte das Rechnungsdatum prüfen.',
  },
  'invoice-date.too-old': {
    severity: 'error',
    message: 'Rechnungen aus der Zeit vor 2016 übernehmen wir nur nach Rücksprache.',
    mend: 'Bitte prüfen, ob ein Titel besteht, und sich an die Mandantenbetreuung wenden.',
  },
  'due-date.before-invoice': {
    severity: 'error',
    message: 'Die Fälligkeit liegt vor dem Rechnungsdatum.',
    mend: 'Bitte beide Daten prüfen.',
  },
  'due-date.too-far': {
    severity: 'error',
    message: 'Die Fälligkeit liegt mehr als ein Jahr in der Zukunft.',
    mend: 'Bitte das Datum prüfen; nicht fällige Forderungen später übergeben.',
  },
  'due-date.not-yet': {
    severity: 'warning',
    message: 'Die Forderung ist noch nicht fällig; gemahnt wird erst danach.',
    mend: 'Nichts zu tun.',
  },
  'limitation.likely': {
    severity: 'warning',
    message: 'Die Forderung ist vermutlich seit Ablauf des {Tag} verjährt ({Grund}).',
    mend: 'Bitte prüfen, ob die Verjährung gehemmt war, neu begonnen hat oder ein Titel besteht, und uns das mitteilen.',
  },

  'claim-kind.unknown': {
    severity: 'warning',
    message: '{Spalte} „{Wert}“ ist nicht bekannt und wurde weggelassen.',
    mend: 'Möglich sind: {Erklärung}.',
  },
  'contract.missing': {
    severity: 'warning',
    message:
      'Vertragsgegenstand oder Vertragsdatum fehlt; Privatpersonen dürfen erst danach angeschrieben werden (§ 13a RDG).',
    mend: 'Bitte die Zeile ergänzen und noch einmal übergeben, oder unsere Rückfrage zur Akte beantworten; bis dahin wartet die Forderung.',
  },
  'contract-date.implausible': {
    severity: 'warning',
    message: 'Das Vertragsdatum {Wert} liegt vor 1950 und wurde weggelassen.',
    mend: 'Bitte prüfen; oft ist es das leere Feld einer Tabelle.',
  },
  'contract-date.future': {
    severity: 'warning',
    message: 'Das Vertragsdatum liegt in der Zukunft und wurde weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'contract-date.after-invoice': {
    severity: 'warning',
    message: 'Das Vertragsdatum liegt nach dem Rechnungsdatum und wurde weggelassen.',
    mend: 'Bitte beide Daten prüfen.',
  },
  'prior-dunning.unknown': {
    severity: 'warning',
    message: '{Spalte} „{Wert}“ ist nicht bekannt und wurde weggelassen.',
    mend: 'Möglich sind: {Erklärung}.',
  },
  'prior-dunning.day': {
    severity: 'warning',
    message: 'Das Datum der Mahnung liegt vor der Rechnung oder in der Zukunft und wurde weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'prior-dunning.deadline': {
    severity: 'warning',
    message:
      '{Spalte}: {Wert} liegt vor der Mahnung vom {Tag} oder mehr als ein Jahr danach. Beide Tage wurden weggelassen, damit der Verzug nicht zu früh beginnt.',
    mend: 'Bitte den letzten Tag angeben, den die Mahnung zum Zahlen ließ, zum Beispiel {Beispiel}; nannte sie keinen, bleibt das Feld leer.',
  },
  'prior-dunning.deadline-unread': {
    severity: 'warning',
    message:
      'Weil die Mahnfrist nicht lesbar ist, wurde auch der Tag der Mahnung ({Tag}) weggelassen, damit der Verzug nicht zu früh beginnt.',
    mend: 'Bitte den letzten Tag angeben, den die Mahnung zum Zahlen ließ, zum Beispiel {Beispiel}; nannte sie keinen, bleibt das Feld leer.',
  },
  'prior-dunning.deadline-alone': {
    severity: 'warning',
    message: '{Spalte}: {Wert} wurde weggelassen, weil das Datum der Mahnung fehlt.',
    mend: 'Bitte auch das Datum der Mahnung angeben, die diese Frist gesetzt hat.',
  },
  'attachment.invalid': {
    severity: 'warning',
    message: '„{Wert}“ ist kein Name einer PDF-Datei und wurde weggelassen.',
    mend: 'Bitte nur den Dateinamen ohne Ordner angeben, zum Beispiel {Beispiel}.',
  },
  'claim.disputed': {
    severity: 'error',
    message: 'Die Forderung ist als bestritten gekennzeichnet; bestrittene Forderungen werden nicht gemahnt.',
    mend: 'Bitte zuerst mit dem Kunden klären, oder die gerichtliche Geltendmachung mit der Mandantenbetreuung besprechen.',
  },
  'claim.insolvent': {
    severity: 'error',
    message:
      'Der Schuldner ist als insolvent gekennzeichnet; solange das Verfahren läuft, darf nicht gemahnt werden (§ 87 InsO).',
    mend: 'Bitte die Forderung beim Insolvenzverwalter zur Tabelle anmelden (§ 174 InsO); die Mandantenbetreuung hilft dabei.',
  },
  'disputed.unknown': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt weder ja noch nein.',
    mend: 'Bitte ja, nein oder nichts eintragen.',
  },
  'insolvent.unknown': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt weder ja noch nein.',
    mend: 'Bitte ja, nein oder nichts eintragen.',
  },
  'claim.credit': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Zeile eine Gutschrift oder Zahlung ist und keine Forderung.',
    mend: 'Bitte nur Forderungen übergeben; eine Gutschrift zu einer Rechnung ziehen Sie bitte dort ab.',
  },
  'claim.payment': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Zeile eine Zahlung ist und keine Forderung.',
    mend: 'Bitte die Zahlung bei ihrer Rechnung in der Spalte „Teilzahlungen“ angeben.',
  },
  'claim.cancelled': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Rechnung storniert ist.',
    mend: 'Stornierte Rechnungen bitte nicht übergeben; gilt sie doch, bitte nein oder nichts eintragen.',
  },
  'claim.no-invoice': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ ist keine Rechnung.',
    mend: 'Bitte nur Rechnungen übergeben; Mahnkosten gehören zu ihrer Rechnung in die Spalte „Mahnkosten“.',
  },
  'claim.settled': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Rechnung bezahlt oder erledigt ist.',
    mend: 'Bezahlte Rechnungen bitte nicht übergeben; ist ein Rest offen, bitte die Spalte „Offener Betrag“ füllen.',
  },
  'claim.draft': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Rechnung noch nicht gestellt ist.',
    mend: 'Bitte erst übergeben, wenn der Kunde die Rechnung hat und sie fällig ist.',
  },
  'claim.locked': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass nicht gemahnt werden darf.',
    mend: 'Bitte erneut übergeben, wenn die Sperre aufgehoben ist (nein oder nichts eintragen).',
  },
  'claim.locked-until': {
    severity: 'error',
    message: '{Spalte}: Bis zum {Tag} darf nicht gemahnt werden.',
    mend: 'Bitte nach dem {Tag} erneut übergeben; die Zeile darf bleiben, wie sie ist.',
  },
  'claim.deferred': {
    severity: 'error',
    message:
      '{Spalte}: „{Wert}“ heißt, dass Stundung oder Ratenzahlung vereinbart ist; solange sie gilt, darf nicht gemahnt werden.',
    mend: 'Bitte erneut übergeben, wenn die Vereinbarung nicht mehr gilt (nein oder nichts eintragen).',
  },
  'claim.deceased': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass der Kunde verstorben ist; er darf nicht gemahnt werden.',
    mend: 'Bitte die Erben ermitteln (§ 1922 BGB) und die Forderung gegen sie übergeben; die Mandantenbetreuung hilft dabei.',
  },
  'claim.elsewhere': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Forderung schon anderswo verfolgt wird oder Ihnen nicht mehr gehört.',
    mend: 'Bitte nur übergeben, was sonst niemand einzieht; zu Titeln bitte die Mandantenbetreuung fragen.',
  },
  'remark.telling': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt, dass die Zeile keine Forderung ist oder nicht gemahnt werden darf.',
    mend: 'Ist die Rechnung doch offen, bitte anders bemerken, was gemeint ist.',
  },
  'name.telling': {
    severity: 'error',
    message:
      '{Spalte}: „{Wert}“ heißt sonst, dass die Zeile keine Forderung ist oder nicht gemahnt werden darf; ein Name ist es kaum.',
    mend: 'Heißt der Kunde wirklich so, bitte Vor- und Nachnamen in ihren eigenen Spalten angeben, bei einer Firma mit der Rechtsform; sonst die Zeile bitte nicht übergeben.',
  },
  'name.heirs': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ nennt Erben oder einen Nachlass und niemanden, der gemahnt werden kann.',
    mend: 'Bitte die Forderung gegen die Erben selbst übergeben, mit ihren Namen und Anschriften (§ 1967 BGB); heißt der Kunde wirklich so, bitte Vor- und Nachnamen in ihren eigenen Spalten angeben, eine Firma in der Spalte „Firma“.',
  },
  'deceased.amount': {
    severity: 'error',
    message:
      '{Spalte}: „{Wert}“ ist ein Betrag; ob ein Preisnachlass gemeint ist, der von der Forderung abgeht, ist unklar.',
    mend: 'Geht er ab, bitte die Spalte „Gutschriften“ nennen; ist er schon abgezogen, bitte die Spalte entfernen. Ist der Kunde verstorben, bitte ja in die Spalte „Verstorben“ eintragen.',
  },
  'dunnable.unknown': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt weder ja noch nein; ob gemahnt werden darf, ist unklar.',
    mend: 'Bitte ja oder nein eintragen oder die Zelle leer lassen, wenn gemahnt werden darf.',
  },
  'side.unknown': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt weder Soll noch Haben.',
    mend: 'Bitte S oder H eintragen.',
  },
  'document.unknown': {
    severity: 'error',
    message: '{Spalte} „{Wert}“ ist nicht bekannt; ob die Zeile eine Rechnung ist, ist unklar.',
    mend: 'Bitte „Rechnung“ eintragen oder die Zelle leer lassen, wenn es eine ist.',
  },
  'state.unknown': {
    severity: 'error',
    message: '{Spalte} „{Wert}“ ist nicht bekannt; ob die Rechnung offen ist, ist unklar.',
    mend: 'Bitte „offen“ eintragen oder die Zelle leer lassen, wenn sie es ist.',
  },
  'settled.unknown': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ heißt weder ja noch nein und ist kein Betrag.',
    mend: 'Bitte ja, nein, den gezahlten Betrag oder nichts eintragen.',
  },
  'settled.partly': {
    severity: 'error',
    message: '{Spalte}: „{Wert}“ sagt nicht, wie viel gezahlt wurde.',
    mend: 'Bitte die Spalte „Teilzahlungen“ oder „Offener Betrag“ füllen.',
  },

  'contact.none': {
    severity: 'warning',
    message: 'Weder Anschrift noch E-Mail-Adresse ist nutzbar: Der Schuldner ist nicht erreichbar, die Akte wartet.',
    mend: 'Bitte Anschrift oder E-Mail-Adresse nachreichen oder eine Adressermittlung beauftragen.',
  },
  'address.incomplete': {
    severity: 'warning',
    message: 'Die Anschrift ist unvollständig; Briefe sind nicht möglich.',
    mend: 'Bitte Straße, PLZ und Ort angeben.',
  },
  'address.foreign': {
    severity: 'warning',
    message: 'Die Anschrift liegt in „{Wert}“ und wurde weggelassen: Briefe ins Ausland gibt es noch nicht.',
    mend: 'Bitte eine deutsche Anschrift oder eine E-Mail-Adresse angeben.',
  },
  'postal-code.invalid': {
    severity: 'warning',
    message: '„{Wert}“ ist keine fünfstellige Postleitzahl; die Anschrift wurde weggelassen.',
    mend: 'Bitte fünf Ziffern angeben, führende Null mitschreiben.',
  },
  'postal-code.unknown': {
    severity: 'warning',
    message:
      'Die Postleitzahl {Wert} steht nicht im Verzeichnis der Orte; sie kann höchstens zu einem Postfach oder Großempfänger gehören.',
    mend: 'Bitte die Postleitzahl prüfen.',
  },
  'postal-code.place': {
    severity: 'warning',
    message: 'Die Postleitzahl {Wert} gehört nicht zu {Ort}.',
    mend: 'Bitte prüfen, ob Postleitzahl und Ort stimmen.',
  },
  'email.invalid': {
    severity: 'warning',
    message: '{Spalte}: „{Wert}“ ist keine E-Mail-Adresse und wurde weggelassen.',
    mend: 'Bitte genau eine Adresse angeben, zum Beispiel {Beispiel}.',
  },
  'email.typo': {
    severity: 'hint',
    message: '{Spalte}: „{Wert}“ sieht nach einem Tippfehler aus; gemeint sein könnte {Vorschlag}.',
    mend: 'Bitte prüfen; die Adresse wird verwendet, wie sie dasteht.',
  },
  'phone.invalid': {
    severity: 'warning',
    message: '{Spalte}: „{Wert}“ ist keine gültige Telefonnummer und wurde weggelassen.',
    mend: 'Bitte genau eine Nummer mit Vorwahl angeben, zum Beispiel {Beispiel}.',
  },
  'phone.prefix': {
    severity: 'warning',
    message:
      '{Spalte}: „{Wert}“ hat weder eine Landesvorwahl mit + noch die Null der Ortsvorwahl; wem die Nummer gehört, ist nicht sicher, deshalb wurde sie weggelassen.',
    mend: 'Bitte mit + und Landesvorwahl oder mit der Null schreiben, zum Beispiel +49 151 10000001 oder 0151 10000001.',
  },
  'phone.service': {
    severity: 'warning',
    message:
      '{Spalte}: „{Wert}“ ist eine Service- oder Mehrwertnummer, unter der kein Schuldner erreichbar ist, und wurde weggelassen.',
    mend: 'Bitte eine Festnetz- oder Mobilnummer angeben.',
  },
  'iban.invalid': {
    severity: 'warning',
    message: 'Die IBAN {Wert} ist nicht gültig (Land, Länge, Zeichen oder Prüfziffer) und wurde weggelassen.',
    mend: 'Bitte prüfen.',
  },
  'language.other': {
    severity: 'hint',
    message: 'Briefe und Nachrichten gibt es nur auf Deutsch; die Sprache „{Wert}“ steht für Anrufe in der Akte.',
    mend: 'Nichts zu tun.',
  },
  'language.unknown': {
    severity: 'hint',
    message: 'Die Sprache „{Wert}“ ist nicht bekannt; wir schreiben auf Deutsch.',
    mend: 'Nichts zu tun, wenn Deutsch stimmt; sonst bitte ein Kürzel wie de, en oder tr angeben.',
  },
} as const satisfies Readonly<Record<string, Code>>;

export type IssueCode = keyof typeof codes;
export const ISSUE_CODES: Readonly<Record<IssueCode, Code>> = codes;
export const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(codes, code);

/** A sentence of the table with its gaps filled; a gap nobody fills stays empty. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{([^}]+)\}/g, (_, gap: string) => gaps[gap] ?? '');
