/**
 * What can be done with an Akte by whoever is asked, and what comes of it, in German: each is a route of the API
 * (contracts/options.ts).
 */
export const DEEDS = {
  pause: 'Es geht nichts mehr hinaus, bis Sie fortsetzen oder der genannte Tag kommt. Zinsen laufen weiter.',
  resume: 'Die Pause ist zu Ende; es geht dort weiter, wo die Akte stand.',
  close: 'Vom Schuldner wird nichts mehr verlangt. Zahlungen, die noch kommen, werden trotzdem gebucht.',
  reopen: 'Die Akte ist wieder offen; der nächste Schritt wird aus dem Stand von heute neu entschieden.',
  waive: 'Kosten, auf Wunsch auch Zinsen, werden erlassen und nicht mehr verlangt; die Hauptforderung bleibt.',
  skip: 'Diese Mahnstufe bleibt aus; es geht mit der nächsten weiter.',
  trace: 'Es geht nichts hinaus, solange nach der Anschrift gesucht wird.',
  untraceable: 'Die Suche ist zu Ende; gibt es auch keinen anderen Weg, wartet die Akte in „Nicht erreichbar“.',
  clarify: 'Der Schritt wird aus den Tatsachen neu entschieden und ausgeführt.',
  answer: 'Was der Schuldner gesagt hat, steht in der Akte; je nach Antwort ruht sie oder geht weiter.',
  answerQuery: 'Unsere Frage ist beantwortet; wartete die Akte nur darauf, geht sie weiter.',
  agree: 'Solange die Raten kommen, ruht die Akte. Was der Plan kostet, sagt vorher das Angebot.',
  call: 'Der Anruf gehört zwanzig Minuten lang Ihnen; was herauskam, steht danach in der Akte.',
  record: 'Das Geld wird an diesem Tag angerechnet; ist damit alles bezahlt, geht nichts mehr hinaus.',
  assign: 'Die Buchung der Bank gehört zu dieser Akte und wird am Tag ihrer Wertstellung angerechnet.',
  reverse: 'Die Zahlung gilt als nie gekommen; was damit bezahlt war, ist wieder offen.',
  refund: 'Die Überzahlung gilt als zurückgegeben. Überwiesen wird sie außerhalb dieses Programms.',
  credit: 'Es ist, als hätte von Anfang an so viel weniger im Raum gestanden, mit Zinsen und Gebühr.',
} as const;
export type Deed = keyof typeof DEEDS;
