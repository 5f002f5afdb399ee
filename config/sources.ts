/**
 * Everything that leaves work with a function of ours and does not wait for the answer. What fails for good is kept in
 * one queue per source, wakes a person, and is done again by `mahnwerk betrieb nachholen SOURCE`. From these two tables
 * derive the queues, their alarms, the permission to do it again, the command and its help: the compiler asks `lib/`
 * for each of them, and the constructs that call a function (rule, schedule, topic, queue) take it only together with
 * its queue.
 */

/** Called by EventBridge, the scheduler or SNS: Lambda tries three times within six hours. */
export const CALLED = {
  uebergaben: 'Übergabelisten, die hochgeladen wurden',
  bank: 'Kontoauszüge, die eingetroffen sind',
  mailereignisse: 'Rückläufer und Beschwerden zu E-Mails',
  auszahlung: 'Auszahlung an die Gläubiger',
  datenqualitaet: 'Rückmeldung zur Datenqualität',
  aehnliche: 'Suche nach ähnlichen Schuldnern',
  recht: 'Prüfung, welche Werte des Rechts nachzulesen sind',
  abgleich: 'Suche nach Übergaben, die stehen geblieben sind',
  ausfuehrungen: 'Suche nach verlorenen Ausführungen',
} as const;
export type CalledSource = keyof typeof CALLED;

/** Worked off from a queue of their own: five tries. */
export const WORKED = {
  fortsetzungen: 'Übergabelisten, die in einem weiteren Lauf fortgesetzt werden',
  starts: 'Mahnläufe, die zu beginnen sind',
} as const;
export type WorkedSource = keyof typeof WORKED;

export const SOURCES = { ...CALLED, ...WORKED } as const;
export type Source = keyof typeof SOURCES;
const isSource = (text: string): text is Source => Object.hasOwn(SOURCES, text);
export const SOURCE_NAMES: readonly Source[] = Object.keys(SOURCES).filter(isSource);
