import type { Reader } from '../akte/told-to.ts';
import { WAITS, type Act, type End, type Wait } from '../procedure/states.ts';

/**
 * What leads on from a state, for whoever is told of it. `waitsFor`: who has to do something; nobody: it goes on by
 * itself. `todo`: for our own people, in German; `commands`: what they type for it, after `mahnwerk`, of an Akte
 * `AKTE`. `creditor`: what the creditor can do over the API. None of them names a debtor.
 */
export type WayOn = Readonly<{
  waitsFor: 'nobody' | 'agency' | 'creditor';
  todo: string;
  commands: readonly string[];
  creditor: string;
}>;

const CLOSE = 'akte schliessen AKTE --grund "…"';
const OPEN = 'akte oeffnen AKTE --grund "…"';
const PAUSE = 'akte pausieren AKTE --grund "…" --bis 30.04.2026';
const INSTALMENTS = 'akte raten AKTE --rate 50,00 --ab 01.04.2026';
const NEW_CONTACT =
  'akte antwort AKTE --art kontakt --strasse "Neuweg 1" --plz 20457 --ort Hamburg --quelle ermittlung';
const over = (ground: string): string => `akte antwort AKTE --art vorbei --grund ${ground} --notiz "…"`;

const STEERS = 'Pausieren, Kosten erlassen oder schließen: POST /v1/akten/{akte}/pause, waive, close.';
const CLOSES = 'Gibt es nichts mehr zu fordern: POST /v1/akten/{akte}/close.';
const REOPENS = 'Soll es weitergehen: POST /v1/akten/{akte}/reopen; hat das Inkasso geschlossen, bitte bei ihm melden.';
const NOTHING = 'Nichts zu tun.';

const running: WayOn = {
  waitsFor: 'nobody',
  todo: 'Nichts zu tun: Nach der Frist geht es von selbst weiter. Was der Schuldner antwortet, wird eingetragen.',
  commands: ['akte antwort AKTE --art zusage --bis 27.03.2026', INSTALMENTS, PAUSE],
  creditor: STEERS,
};
const calling: WayOn = {
  ...running,
  todo: 'Anrufen: Der Anruf steht auf der Liste. Wird nicht angerufen, geht es nach dem Zeitraum von selbst weiter.',
  commands: ['anrufe liste MUS', 'anrufe nehmen AKTE --angelegenheit M1 --stufe 1'],
};
/** A special situation: only the facts of life end it. */
const situation = (ground: string, todo: string): WayOn => ({
  waitsFor: 'agency',
  todo: `${todo} War es ein Irrtum oder ist es vorbei: „vorbei“; ist nichts mehr zu holen: schließen.`,
  commands: [over(ground), CLOSE],
  creditor: `Die Akte ruht, bis wir Näheres wissen. ${CLOSES}`,
});

/**
 * Every state in which a case rests or ends, and the way on. The compiler keeps it complete; the operating manual shows
 * it.
 */
export const WAYS_ON = {
  'Beginn am nächsten Werktag': running,
  'Zahlungsziel läuft': running,
  'Zahlungserinnerung: Frist': running,
  'Mahnstufe 1: Frist': running,
  'Mahnstufe 1: Telefoninkasso': calling,
  'Mahnstufe 2: Frist': running,
  'Mahnstufe 2: Telefoninkasso': calling,
  'Mahnstufe 3: Frist': running,
  'Mahnstufe 3: Telefoninkasso': calling,
  'Mahnstufe 4: Frist': running,
  'Mahnstufe 4: Telefoninkasso': calling,
  'Mahnstufe 5: Frist': running,
  'Mahnstufe 5: Telefoninkasso': calling,
  'Ratenplan läuft': {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Bleibt eine Rate aus, geht es nach den Kulanztagen von selbst dort weiter, wo es stand. Ein neues Angebot ersetzt den Plan.',
    commands: [INSTALMENTS],
    creditor: NOTHING,
  },
  'Widerspruch in Prüfung': {
    waitsFor: 'agency',
    todo: 'Die Antwort des Gläubigers auf die Rückfrage ansehen („akte zeigen“, queries); ist sie überfällig, ihn erinnern. Danach: unbegründet „vorbei“, begründet schließen, zum Teil begründet Gutschrift und „vorbei“.',
    commands: ['akte rueckfrage AKTE Q1 --antwort "…"', over('widerspruch'), CLOSE],
    creditor:
      'Bitte die Rückfrage beantworten: POST /v1/akten/{akte}/queries/{query}; ist der Widerspruch begründet, POST /v1/akten/{akte}/credits oder close.',
  },
  'Zahlungsnachweis in Prüfung': {
    waitsFor: 'agency',
    todo: 'Den Nachweis prüfen: Zahlung an uns zuordnen, Zahlung an den Gläubiger von ihm melden lassen; sonst „vorbei“. Nach 14 Tagen geht es von selbst weiter.',
    commands: [
      'akte zahlung AKTE --kennung bank:0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e --betrag 45,00 --wertstellung 09.03.2026',
      over('nachweis'),
    ],
    creditor: 'Kam das Geld zu Ihnen: POST /v1/claims/{claim}/payments.',
  },
  'Zahlungszusage läuft': {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Drei Tage nach dem zugesagten Tag geht es von selbst weiter; wird die Zusage zurückgenommen, „vorbei“.',
    commands: [over('zusage')],
    creditor: NOTHING,
  },
  Gestundet: {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Nach dem Tag geht es von selbst weiter; fällt die Stundung weg, „vorbei“.',
    commands: [over('stundung'), INSTALMENTS],
    creditor: NOTHING,
  },
  Ruht: {
    waitsFor: 'creditor',
    todo: 'Mit --bis geht es von selbst weiter; ohne Tag muss jemand fortsetzen oder schließen.',
    commands: ['akte fortsetzen AKTE --grund "…"', over('pause'), CLOSE],
    creditor: 'POST /v1/akten/{akte}/resume, oder close.',
  },
  Sterbefall: situation('sterbefall', 'Erben ermitteln und den Gläubiger fragen, ob gegen sie vorgegangen wird.'),
  Insolvenz: situation(
    'insolvenz',
    'Die Forderung meldet der Gläubiger zur Insolvenztabelle an; das geschieht außerhalb dieses Programms.',
  ),
  Minderjährig: situation('minderjaehrig', 'Die gesetzlichen Vertreter klären; ohne sie wird nicht gemahnt.'),
  'Identität in Prüfung': situation(
    'identitaet',
    'Anzeige oder eidesstattliche Erklärung ansehen und den Gläubiger um die Bestellung bitten.',
  ),
  'Vertretung durch Dritte': situation(
    'vertretung',
    'Mit dem Vertreter sprechen; Raten, Stundung und Zusage werden auch jetzt eingetragen und gelten danach.',
  ),
  Härtefall: situation('haertefall', 'Mit dem Schuldner eine tragbare Lösung suchen: Raten, Stundung, Erlass.'),
  'Wartet auf Angaben': {
    waitsFor: 'creditor',
    todo: 'Der Gläubiger ist gefragt; antwortet er am Telefon, wird es für ihn eingetragen. Gab es keinen Vertrag, schließen.',
    commands: ['akte rueckfrage AKTE Q1 --gegenstand "Stromlieferung" --vertragsdatum 01.05.2024', CLOSE],
    creditor:
      'Bitte Vertragsgegenstand und -datum nachreichen: POST /v1/akten/{akte}/queries/{query}, oder die Zeile vollständig noch einmal übergeben.',
  },
  'Nicht erreichbar': {
    waitsFor: 'agency',
    todo: 'Den Gläubiger nach einer neuen Anschrift fragen oder ermitteln lassen; mit Anschrift oder E-Mail-Adresse geht es von selbst weiter. Lohnt es nicht: schließen.',
    commands: ['akte ermitteln AKTE', NEW_CONTACT, 'akte antwort AKTE --art kontakt --email neu@example.com', CLOSE],
    creditor:
      'Bitte die Zeile mit neuer Anschrift oder E-Mail-Adresse noch einmal übergeben, oder ermitteln lassen: POST /v1/akten/{akte}/trace; sonst close.',
  },
  'Adressermittlung läuft': {
    waitsFor: 'agency',
    todo: 'Das Ergebnis eintragen: die neue Anschrift, oder dass nichts zu finden war.',
    commands: [NEW_CONTACT, 'akte ermitteln AKTE --ergebnislos', CLOSE],
    creditor:
      'Kennen Sie die Anschrift, bitte die Zeile mit ihr noch einmal übergeben; hat Ihre eigene Ermittlung nichts ergeben: POST /v1/akten/{akte}/untraceable.',
  },
  'Wartet auf Versandbestätigung': {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Nach einer Viertelstunde steht fest, was aus der Nachricht wurde, oder der Fall steht in „Klärung“.',
    commands: ['klaerung liste'],
    creditor: NOTHING,
  },
  Klärung: {
    waitsFor: 'agency',
    todo: 'Ursache beheben (Angaben, Zugang, Fehler im Protokoll); danach „klaeren“: Der Schritt wird aus den Tatsachen neu entschieden und ausgeführt.',
    commands: [
      'akte klaeren AKTE --grund "…"',
      'akte klaeren AKTE --grund "…" --nicht-gesendet',
      'akte antwort AKTE --art kontakt --name "Wang Xiaoming"',
    ],
    creditor: `Bei uns prüft jemand. ${CLOSES}`,
  },
  'Gerichtliches Mahnverfahren: Entscheidung': {
    waitsFor: 'agency',
    todo: 'Mit dem Gläubiger entscheiden. Das Gerichtsverfahren selbst führt dieses Programm noch nicht: Wird es eingeleitet, geschieht das außerhalb, und hier wird pausiert. Sonst Raten vereinbaren oder schließen. Zahlungen und weitere Forderungen werden wie immer angenommen.',
    commands: [INSTALMENTS, PAUSE, CLOSE],
    creditor: 'Bitte sagen Sie uns, ob geklagt werden soll; soll nicht: POST /v1/akten/{akte}/close, oder pause.',
  },
  Erledigt: {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun. Wird eine Zahlung zurückgebucht, geht es von selbst weiter; was zu viel kam, wird erstattet.',
    commands: ['akte rueckbuchung AKTE --zahlung bank:1 --grund "…"', 'akte erstattung AKTE --betrag 12,50'],
    creditor: NOTHING,
  },
  Geschlossen: {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun. Soll es weitergehen: öffnen; weitere Forderungen werden erst danach angenommen.',
    commands: [OPEN],
    creditor: REOPENS,
  },
  Abgelöst: {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Eine jüngere Ausführung führt die Forderung.',
    commands: ['akte zeigen AKTE'],
    creditor: NOTHING,
  },
  'Ans Inkasso übergeben': {
    waitsFor: 'nobody',
    todo: 'Nichts zu tun: Eine andere Ausführung führt die Forderung im Inkasso weiter.',
    commands: ['akte zeigen AKTE'],
    creditor: NOTHING,
  },
  'Mahnlauf beendet': {
    waitsFor: 'creditor',
    todo: 'Der Mahnlauf sieht danach nichts vor. Raten vereinbaren oder schließen; weitere Forderungen beginnen einen neuen Mahnlauf.',
    commands: [INSTALMENTS, CLOSE],
    creditor:
      'Der Mahnlauf sieht danach nichts vor: mit uns Raten oder das Weitere vereinbaren, oder schließen: POST /v1/akten/{akte}/close.',
  },
} as const satisfies Readonly<Record<Wait | End, WayOn>>;

/**
 * The states in which a case waits until somebody of us or of the creditor's does something: they are on the work list.
 */
export const LISTED: readonly Wait[] = WAITS.filter((state) => WAYS_ON[state].waitsFor !== 'nobody');
/** Whether a case in this state is on the work list. */
export const isListed = (state: Wait | Act | End): state is Wait => LISTED.some((listed) => listed === state);

const restsOrEnds = (state: Wait | Act | End): state is Wait | End => Object.hasOwn(WAYS_ON, state);
/** The way on from a state; null for an act, which goes on by being done. */
export const wayOn = (state: Wait | Act | End): WayOn | null => (restsOrEnds(state) ? WAYS_ON[state] : null);
/** The way on from a state in the words of whoever reads, in German; null: it is being done. */
export const wayTold = (state: Wait | Act | End, { forCreditor }: Reader): string | null => {
  const way = wayOn(state);
  return way && (forCreditor ? way.creditor : way.todo);
};

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** `nicht-erreichbar`: a state as it is named in an address and on a command line. */
export const slugOf = (state: string): string =>
  state
    .toLowerCase()
    .replace(/[äöüß]/g, (c) => UMLAUTS[c] ?? c)
    .replace(/[^a-z\d]+/g, '-');
