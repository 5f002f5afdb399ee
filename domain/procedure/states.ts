import * as z from 'zod';

/** The stages a run may have: 0 is the Zahlungserinnerung, the others are Mahnstufen. */
export const STAGES = [0, 1, 2, 3, 4, 5] as const;
export const Stage = z.literal(STAGES);
export type Stage = z.infer<typeof Stage>;

/**
 * The word for what comes next *is* the name of the state that does it: an operator, the code and the state machine say
 * the same.
 */
export const SENDING = {
  email: 'Mahnung per E-Mail',
  sms: 'SMS-Hinweis',
  letter: 'Mahnung per Brief',
  smsAfterCalls: 'SMS nach vergeblichen Anrufen',
} as const;
export const WAITS = [
  'Beginn am nächsten Werktag',
  'Zahlungsziel läuft',
  'Zahlungserinnerung: Frist',
  'Mahnstufe 1: Frist',
  'Mahnstufe 1: Telefoninkasso',
  'Mahnstufe 2: Frist',
  'Mahnstufe 2: Telefoninkasso',
  'Mahnstufe 3: Frist',
  'Mahnstufe 3: Telefoninkasso',
  'Mahnstufe 4: Frist',
  'Mahnstufe 4: Telefoninkasso',
  'Mahnstufe 5: Frist',
  'Mahnstufe 5: Telefoninkasso',
  'Ratenplan läuft',
  'Widerspruch in Prüfung',
  'Zahlungsnachweis in Prüfung',
  'Zahlungszusage läuft',
  'Gestundet',
  'Ruht',
  'Sterbefall',
  'Insolvenz',
  'Minderjährig',
  'Identität in Prüfung',
  'Vertretung durch Dritte',
  'Härtefall',
  'Wartet auf Angaben',
  'Nicht erreichbar',
  'Adressermittlung läuft',
  // Minutes, not days: what became of a message is asked again. Answered by whoever sends, never decided by `nextStep`.
  'Wartet auf Versandbestätigung',
  'Klärung',
  'Gerichtliches Mahnverfahren: Entscheidung',
] as const;
export const ENDS = ['Erledigt', 'Geschlossen', 'Abgelöst', 'Ans Inkasso übergeben', 'Mahnlauf beendet'] as const;
export const ACTS = [
  SENDING.email,
  SENDING.sms,
  SENDING.smsAfterCalls,
  SENDING.letter,
  'Telefoninkasso eröffnen',
  'Gerichtliche Entscheidung vorlegen',
  'Übergabe ans Inkasso',
] as const;
export type Wait = (typeof WAITS)[number];
export type Act = (typeof ACTS)[number];
export type End = (typeof ENDS)[number];

/** Where a stage rests: on its deadline, and while its phone window is open. A reminder has no calls. */
export const STAGE_WAITS = {
  0: { deadline: 'Zahlungserinnerung: Frist', calls: null },
  1: { deadline: 'Mahnstufe 1: Frist', calls: 'Mahnstufe 1: Telefoninkasso' },
  2: { deadline: 'Mahnstufe 2: Frist', calls: 'Mahnstufe 2: Telefoninkasso' },
  3: { deadline: 'Mahnstufe 3: Frist', calls: 'Mahnstufe 3: Telefoninkasso' },
  4: { deadline: 'Mahnstufe 4: Frist', calls: 'Mahnstufe 4: Telefoninkasso' },
  5: { deadline: 'Mahnstufe 5: Frist', calls: 'Mahnstufe 5: Telefoninkasso' },
} as const satisfies Readonly<Record<Stage, Readonly<{ deadline: Wait; calls: Wait | null }>>>;

const CALL_WAITS: ReadonlySet<string> = new Set(Object.values(STAGE_WAITS).flatMap((w) => w.calls ?? []));
/** Whether a state is one in which people call: the phone window of a stage. */
export const isCallWait = (state: Wait | Act | End): boolean => CALL_WAITS.has(state);
