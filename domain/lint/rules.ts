/** `error`: the procedure is refused; `hint`: it may run, and somebody should look. */
export type Severity = 'error' | 'hint';
/**
 * A rule for procedures: what must hold, where it stands (law, requirement), how a procedure that breaks it is mended.
 * German, for whoever writes one.
 */
export type Rule = Readonly<{ severity: Severity; rule: string; source: string; mend: string }>;

export const RULES = {
  'fee.too-early': {
    severity: 'error',
    rule: 'In den ersten zwei Wochen nach Zugang der ersten Zahlungsaufforderung mit Inkassokosten darf nur eine halbe Gebühr verlangt werden.',
    source: 'Nr. 2300 Anm. 2 VV RVG; Anforderungen, Lesart 7',
    mend: 'feeRate auf höchstens 50 setzen, die Angabe weglassen (dann gilt von selbst der richtige Satz) oder die Stufe später beginnen lassen.',
  },
  'fee.too-high': {
    severity: 'error',
    rule: 'Für eine unbestrittene Forderung sind höchstens 1,3 einer vollen Gebühr erlaubt.',
    source: 'Nr. 2300 Anm. 2 VV RVG, § 13e Abs. 1 RDG',
    mend: 'feeRate auf höchstens 130 setzen oder weglassen.',
  },
  'fee.without-default': {
    severity: 'error',
    rule: 'Inkassokosten setzen Verzug voraus; die Mahnung, die ihn erst herbeiführt, darf nichts kosten.',
    source: '§ 280 Abs. 1 und 2, § 286 BGB; Anforderungen, Lesart 7',
    mend: 'Eine Zahlungserinnerung davor setzen, collectionFee erst ab der zweiten Stufe verlangen oder in presumesDefault angeben, warum schon Verzug besteht.',
  },
  'fee.creditors-own': {
    severity: 'error',
    rule: 'Wer im eigenen Namen mahnt, verlangt keine Inkassokosten.',
    source: '§ 13e Abs. 1 RDG, Nr. 2300 VV RVG',
    mend: 'collectionFee auf false setzen; eigene Mahnkosten des Gläubigers gehören in flatFee.',
  },
  'flat-fee.no-basis': {
    severity: 'error',
    rule: 'Eine Mahngebühr ist nicht gesetzlich festgelegt; sie braucht eine Grundlage.',
    source: 'LG Hamburg 406 HKO 118/20, § 309 Nr. 5 BGB; Anforderungen, Lesart 6',
    mend: 'flatFee.basis angeben (contract, agb oder proven-cost) und in source die Fundstelle, oder flatFee weglassen.',
  },
  'flat-fee.no-source': {
    severity: 'hint',
    rule: 'Zur Grundlage einer Mahngebühr gehört die Fundstelle, damit der Schuldner sie nachlesen kann.',
    source: 'Anforderungen, Lesart 6',
    mend: 'In flatFee.source angeben, wo die Grundlage steht, zum Beispiel „AGB Ziffer 7.2“.',
  },
  'flat-fee.before-default': {
    severity: 'error',
    rule: 'Die Mahnung, die den Verzug erst herbeiführt, darf nichts kosten.',
    source: '§ 280 Abs. 1 und 2, § 286 BGB; Anforderungen, Lesart 7',
    mend: 'flatFee erst ab der nächsten Stufe verlangen oder in presumesDefault angeben, warum schon Verzug besteht.',
  },
  'flat-fee.high': {
    severity: 'hint',
    rule: 'Eine Pauschale in AGB darf den gewöhnlichen Schaden nicht übersteigen; Gerichte lassen meist wenige Euro gelten.',
    source: '§ 309 Nr. 5 Buchst. a BGB',
    mend: 'Den Betrag senken oder die wirklichen Kosten belegen (basis: proven-cost).',
  },
  'information.missing': {
    severity: 'error',
    rule: 'Das erste Schreiben des Inkassos an eine Privatperson enthält alle Angaben nach § 13a RDG, auch wenn der Gläubiger vorher selbst erinnert hat.',
    source: '§ 13a Abs. 1 RDG, Art. 14 DSGVO; Anforderungen, Lesart 15',
    mend: 'information auf as-needed oder always setzen.',
  },
  'messages.quiet-hours': {
    severity: 'error',
    rule: 'Nachrichten gehen zwischen 8 und 20 Uhr Ortszeit hinaus.',
    source: 'Anforderungen, Lesart 14; § 4a UWG',
    mend: 'messageHours auf Stunden zwischen 8 und 20 setzen.',
  },
  'messages.rest-days': {
    severity: 'error',
    rule: 'An Sonn- und Feiertagen geht keine Nachricht hinaus.',
    source: 'Anforderungen, Lesart 14',
    mend: 'messageDays auf working-days setzen.',
  },
  'messages.saturday': {
    severity: 'hint',
    rule: 'Nachrichten gehen üblicherweise an Werktagen von Montag bis Freitag hinaus.',
    source: 'Anforderungen, Lesart 14',
    mend: 'messageDays auf working-days setzen, wenn der Samstag nicht gewollt ist.',
  },
  'phone.before-demand': {
    severity: 'error',
    rule: 'Angerufen wird erst, wenn eine schriftliche Mahnung der Stufe angekommen sein kann; ein Brief braucht drei Tage.',
    source: 'Anforderungen, Lesarten 1 und 3',
    mend: 'phone.afterDays auf mindestens 3 setzen.',
  },
  'phone.during-deadline': {
    severity: 'hint',
    rule: 'Wer noch Zeit zum Zahlen hat, wird nicht angerufen.',
    source: 'Anforderungen, D53',
    mend: 'phone.afterDays mindestens so groß wählen wie paymentTermDays.',
  },
  'contacts.over-budget': {
    severity: 'error',
    rule: 'In sieben Tagen höchstens so viele Nachrichten und Anrufversuche, wie das Kontaktbudget erlaubt.',
    source: 'Anforderungen, Lesart 14',
    mend: 'Kanäle weglassen, Abstände vergrößern oder phone.attempts senken.',
  },
  'budget.too-wide': {
    severity: 'error',
    rule: 'Das Kontaktbudget ist höchstens drei Nachrichten und drei Anrufversuche in sieben Tagen.',
    source: 'Anforderungen, Lesart 14; § 4a UWG',
    mend: 'contactBudget auf höchstens { "messages": 3, "calls": 3 } setzen.',
  },
  'deadline.no-shift': {
    severity: 'error',
    rule: 'Eine Frist, die auf einen Samstag, Sonntag oder Feiertag fiele, endet am nächsten Werktag.',
    source: '§ 193 BGB; Anforderungen, Lesart 2',
    mend: 'shift weglassen oder auf true setzen.',
  },
  'term.too-short': {
    severity: 'error',
    rule: 'Die Zahlungsfrist muss reichen, um die Nachricht zu lesen und zu überweisen: mindestens drei Tage.',
    source: '§ 286 Abs. 1, § 675s Abs. 1 BGB; Anforderungen, Lesart 1',
    mend: 'paymentTermDays auf mindestens 3 setzen; die drei Tage Postlauf kommen bei Briefen von selbst dazu.',
  },
  'level.never-sends': {
    severity: 'error',
    rule: 'Jede Stufe verschickt etwas Schriftliches.',
    source: 'Anforderungen, Lesart 3; § 286 Abs. 1 BGB',
    mend: 'email auf true setzen oder bei letter einen Versand wählen; eine SMS allein ist keine Mahnung.',
  },
  'stages.overlap': {
    severity: 'error',
    rule: 'Eine Stufe ist vorbei, bevor die nächste beginnt: Ihre eigene Zahlungsfrist läuft in ihr ab.',
    source: 'Anforderungen, Lesarten 1, 3 und 4',
    mend: 'Die spätere Stufe später beginnen lassen oder Frist und Abstände der früheren verkürzen.',
  },
  'window.no-day': {
    severity: 'error',
    rule: 'Ein Zeitfenster gehört zu einem festen Tag.',
    source: 'Anforderungen, Lesart 4',
    mend: 'startsOnDay angeben oder windowDays weglassen.',
  },
  'wait.too-long': {
    severity: 'error',
    rule: 'Der ganze Mahnlauf passt in das Leben einer Ausführung: höchstens 365 Tage.',
    source: 'AWS Step Functions, Ausführungsdauer höchstens ein Jahr; Entwurf, Abschnitt 3',
    mend: 'Fristen verkürzen oder Stufen weglassen.',
  },
  'reminder.before-due': {
    severity: 'error',
    rule: 'Vor Ablauf des Zahlungsziels wird nicht gemahnt.',
    source: '§ 286 Abs. 1 BGB; Anforderungen, F24',
    mend: 'startsOnDay der ersten Stufe hinter invoiceTermDays legen.',
  },
  'threat.no-step': {
    severity: 'error',
    rule: 'Angekündigt wird nur, was der Mahnlauf wirklich tut.',
    source: '§ 4a Abs. 2 UWG, § 240 StGB, § 13a RDG',
    mend: 'Die Ankündigung weglassen oder den Schritt in den Mahnlauf aufnehmen.',
  },
  'text.placeholder': {
    severity: 'error',
    rule: 'Eigene Texte nennen nur Platzhalter, die es gibt.',
    source: 'Anforderungen, D71',
    mend: 'Den Platzhalter berichtigen; die erlaubten stehen in docs/procedures.md.',
  },
  'invoice.not-sent': {
    severity: 'hint',
    rule: 'Die Rechnung wird nur einer E-Mail beigelegt.',
    source: 'Anforderungen, D46',
    mend: 'email auf true setzen oder attachInvoice weglassen.',
  },
  'court.no-mahnung': {
    severity: 'hint',
    rule: 'Vor dem gerichtlichen Mahnverfahren steht mindestens eine Mahnung.',
    source: 'Anforderungen, D07 und D44',
    mend: 'Eine Mahnstufe ergänzen oder after auf none setzen.',
  },
  'hand-over.unknown': {
    severity: 'error',
    rule: 'Den Mahnlauf, mit dem das Inkasso beginnt, gibt es, und er mahnt im Namen des Inkassos.',
    source: 'Anforderungen, Lesart 4',
    mend: 'In handOver.procedure einen gespeicherten Inkasso-Mahnlauf mit seiner Version nennen, zum Beispiel standard-no-phase1, Version 1.',
  },
  'hand-over.not-ours': {
    severity: 'error',
    rule: 'Ans Inkasso übergeben wird nur, was der Gläubiger im eigenen Namen gemahnt hat; das Inkasso übergibt nicht an sich selbst.',
    source: 'Anforderungen, Lesart 4 und F28',
    mend: 'sender überall auf creditor setzen oder after auf court.',
  },
  'sender.changes-back': {
    severity: 'error',
    rule: 'Der Absender wechselt in einem Mahnlauf höchstens einmal, und zwar vom Gläubiger zum Inkasso; danach schreibt nur noch das Inkasso.',
    source: '§ 5 Abs. 2 Nr. 3 UWG; Anforderungen, Y09',
    mend: 'Ab der ersten Stufe im Namen des Inkassos bei jeder Stufe sender auf agency setzen.',
  },
  'creditor.other': {
    severity: 'error',
    rule: 'Ein Mahnlauf, der einem Gläubiger gehört, wird nur von ihm benutzt.',
    source: 'Anforderungen, F22',
    mend: 'Den Mahnlauf unter eigenem Namen speichern oder creditor weglassen.',
  },
  'creditor.no-legal-entry': {
    severity: 'error',
    rule: 'Wer im eigenen Namen schreibt, nennt auf seinen Geschäftsbriefen, auch auf E-Mails, wer hinter der Firma steht.',
    source: '§ 35a GmbHG, § 80 AktG, §§ 125, 161 Abs. 2, 177a HGB, § 25a GenG, § 37a HGB, § 7 Abs. 5 PartGG',
    mend: 'Die Angaben im Mandat unter legal eintragen, oder den Mahnlauf im Namen des Inkassos schreiben lassen (sender: agency).',
  },
  'default.not-in-mandate': {
    severity: 'hint',
    rule: 'Was presumesDefault sagt, stimmt mit dem Mandat überein.',
    source: '§ 286 BGB; Anforderungen, Lesarten 7 und 9',
    mend: 'Im Mandat priorDunning, dueByContract oder invoicesAnnounceDefault setzen; sonst fällt bei der ersten Mahnung keine Gebühr an.',
  },
  'module.own-workflow': {
    severity: 'hint',
    rule: 'Ein eigener Mahnlauf gehört zum Modul Komfort.',
    source: 'Anforderungen, Standard und Komfort',
    mend: 'Das Modul des Mandats auf komfort setzen oder den Mahnlauf standard wählen.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
export type RuleCode = keyof typeof RULES;

/**
 * One thing that is wrong with a procedure. `place`: where in its JSON, `levels[2].phone.afterDays`; `message`: what is
 * there, in German.
 */
export type Finding = Readonly<{
  code: RuleCode;
  place: string;
  severity: Severity;
  message: string;
  rule: string;
  source: string;
  mend: string;
}>;
export const found = (code: RuleCode, place: string, message: string): Finding => ({
  code,
  place,
  message,
  ...RULES[code],
});
