import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executions } from './quiet.ts';
import { addCreditor, restartCloud, runSweep, sent, setStage, type Running } from './stage.ts';
import { toldIn } from './history.ts';
import { handOverFile } from './handing-over.ts';
import { akteOf, readAkte, type AkteView } from './told.ts';

/**
 * A day in the middle of the first phone window: for most nothing is due until day 36. Then the second Mahnung must
 * come as if nothing had happened.
 */
const LOST_ON = 25;
export const SEEN_ON = 42;

export type Outcome = Readonly<{
  claims: number;
  failed: number;
  first: Readonly<Record<string, number | boolean>>;
  second: Readonly<Record<string, number | boolean>>;
  running: Readonly<{ before: number; after: number }>;
  /** What happened in each Akte, in order: `02.03.2026: Zahlungserinnerung per E-Mail`, …. */
  diaries: readonly (readonly string[])[];
  references: readonly string[];
  letters: readonly string[];
}>;

const DONE: readonly string[] = ['sent', 'callsOpened'];
const diaryOf = (akte: AkteView): string[] =>
  toldIn(akte)
    .filter(({ kind }) => DONE.includes(kind))
    .map(({ words }) => (words ?? '').replace(/ bis [\d.]+$| gesendet$/, ''));
const runningNow = async (running: Running): Promise<number> =>
  (await executions(running)).filter((e) => e.status === 'RUNNING').length;
const referencesOf = async (running: Running): Promise<string[]> =>
  (await sent(running)).mails.map((m) => m.Source).filter((s) => s.startsWith('akte+'));

/**
 * A list is handed over; on day 25 the cloud goes down with every execution and comes up again; the sweep runs twice;
 * on day 42 the Akten are read. The local cloud forgets the mails it showed when it goes down, so they are read before.
 */
export const playRestart = async (of: { folder: string; say: (text: string) => void }): Promise<Outcome> => {
  let running = await setStage({ folder: of.folder, persist: true, say: of.say });
  try {
    const api = await addCreditor(running, 'musterversand');
    const { handOver } = await handOverFile(running, api, 'MUS', 'musterversand-kurz.csv');
    of.say(`Tag ${running.calendar.dayNumber()}: ${handOver.accepted} Forderungen übergeben`);
    await running.calendar.until(LOST_ON);
    const before = await runningNow(running);
    const earlier = await referencesOf(running);
    running = await restartCloud(running);
    const failed = (await executions(running)).filter((e) => e.status === 'FAILED').length;
    of.say(`Tag ${running.calendar.dayNumber()}: Cloud neu gestartet, ${failed} Ausführungen verloren`);
    const first = await runSweep(running);
    const after = await runningNow(running);
    const second = await runSweep(running);
    of.say(`Tag ${running.calendar.dayNumber()}: ${after} Ausführungen laufen wieder`);
    await running.calendar.until(SEEN_ON);
    const akten: AkteView[] = [];
    for (const id of new Set(handOver.claims.map(akteOf))) akten.push(await readAkte(running.operator, id));
    const later = (await referencesOf(running)).filter((r) => !earlier.includes(r) || earlier.length === 0);
    const outcome = {
      claims: handOver.accepted,
      failed,
      first,
      second,
      running: { before, after },
      diaries: akten.map(diaryOf),
      references: [...earlier, ...later],
      letters: running.prints.jobs().map((j) => j.filename_original),
    };
    writeFileSync(join(of.folder, 'ergebnis.json'), `${JSON.stringify(outcome, null, 2)}\n`);
    return outcome;
  } finally {
    await running.stop();
  }
};

if (process.argv[1] === import.meta.filename)
  console.log(
    await playRestart({
      folder: join(import.meta.dirname, '../out/e2e-restart'),
      say: (text) => {
        console.log(text);
      },
    }),
  );
