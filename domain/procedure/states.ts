import * as z from 'zod';
import { CHANNELS, CHANNEL_NAMES, type Channel } from './channels.ts';

/** The stages a run may have: 0 is the Zahlungserinnerung, the others are Mahnstufen. */
export const STAGES = [0, 1, 2, 3, 4, 5] as const;
export const Stage = z.literal(STAGES);
export type Stage = z.infer<typeof Stage>;
/** What people call it. */
export const stageName = (stage: Stage): string => (stage === 0 ? 'Zahlungserinnerung' : `Mahnstufe ${stage}`);

/** Where a stage rests: on its deadline, and while its phone window is open. A reminder has no calls. */
export const STAGE_WAITS = {
  0: { deadline: 'Zahlungserinnerung: Frist', calls: null },
  1: { deadline: 'Mahnstufe 1: Frist', calls: 'Mahnstufe 1: Telefoninkasso' },
  2: { deadline: 'Mahnstufe 2: Frist', calls: 'Mahnstufe 2: Telefoninkasso' },
  3: { deadline: 'Mahnstufe 3: Frist', calls: 'Mahnstufe 3: Telefoninkasso' },
  4: { deadline: 'Mahnstufe 4: Frist', calls: 'Mahnstufe 4: Telefoninkasso' },
  5: { deadline: 'Mahnstufe 5: Frist', calls: 'Mahnstufe 5: Telefoninkasso' },
} as const satisfies Readonly<Record<Stage, Readonly<{ deadline: string; calls: string | null }>>>;
type StageWait = NonNullable<(typeof STAGE_WAITS)[Stage]['deadline' | 'calls']>;
const OF_STAGES: readonly StageWait[] = STAGES.flatMap((stage) => {
  const { deadline, calls } = STAGE_WAITS[stage];
  return calls === null ? [deadline] : [deadline, calls];
});

const BEFORE_STAGES = ['Beginn am nächsten Werktag', 'Zahlungsziel läuft'] as const;
const BESIDE_STAGES = [
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
/**
 * The word for what comes next *is* the name of the state that does it: an operator, the code and the state machine say
 * the same.
 */
export type Wait = (typeof BEFORE_STAGES)[number] | StageWait | (typeof BESIDE_STAGES)[number];
export const WAITS: readonly Wait[] = [...BEFORE_STAGES, ...OF_STAGES, ...BESIDE_STAGES];

export const ENDS = ['Erledigt', 'Geschlossen', 'Abgelöst', 'Ans Inkasso übergeben', 'Mahnlauf beendet'] as const;
export type End = (typeof ENDS)[number];

/** The further text of a stage whose calls nobody has answered (D60): an act of its own, on this channel. */
export const AFTER_CALLS = { act: 'SMS nach vergeblichen Anrufen', channel: 'sms' } as const satisfies Readonly<{
  act: string;
  channel: Channel;
}>;
const SENDING_NOTHING = [
  'Telefoninkasso eröffnen',
  'Gerichtliche Entscheidung vorlegen',
  'Übergabe ans Inkasso',
] as const;
export type Act = (typeof CHANNELS)[Channel]['act'] | typeof AFTER_CALLS.act | (typeof SENDING_NOTHING)[number];
const actsOn = (channel: Channel): readonly Act[] =>
  channel === AFTER_CALLS.channel ? [CHANNELS[channel].act, AFTER_CALLS.act] : [CHANNELS[channel].act];
export const ACTS: readonly Act[] = [...CHANNEL_NAMES.flatMap(actsOn), ...SENDING_NOTHING];

const CALL_WAITS: ReadonlySet<Wait | Act | End> = new Set(STAGES.flatMap((stage) => STAGE_WAITS[stage].calls ?? []));
/** Whether a state is one in which people call: the phone window of a stage. */
export const isCallWait = (state: Wait | Act | End): boolean => CALL_WAITS.has(state);
