import type { Day } from '../calendar.ts';
import type { AkteId, HandOverId } from '../ids.ts';
import type { Creditor } from '../parties/parties.ts';
import type { EndedList, HandOverMode, Lot, RunningList } from './hand-over.ts';
import type { JudgedRow } from './judged.ts';
import type { Registered } from './known-rows.ts';
import type { OpenList } from './list.ts';
import { NO_ROWS, plusTally, tallyOf, type Tally } from './tally.ts';

/** A list that was uploaded: its hand-over's id, and where it lies. */
type Uploaded = Readonly<{ id: HandOverId; key: string }>;

/** `pruefung.csv` is only looked at; everything else as the mandate says. */
const modeOf = (key: string, { handOverMode }: Creditor): HandOverMode =>
  /\/pruefung\.[a-z]+$/.test(key) ? 'check-only' : handOverMode;

/** A list that has just come, of which nothing is known yet. `at`: now, an instant; `on`: the day of that. */
export const begunList = (
  { id, key }: Uploaded,
  creditor: Creditor,
  { on, at }: Readonly<{ on: Day; at: string }>,
): RunningList => ({
  ...NO_ROWS,
  id,
  creditor: creditor.id,
  source: 'file',
  file: key,
  on,
  mode: modeOf(key, creditor),
  state: 'running',
  encoding: null,
  delimiter: null,
  problem: null,
  report: null,
  correction: null,
  claims: [],
  startsPending: false,
  receivedAt: at,
  updatedAt: at,
  finishedAt: null,
});

/** What became of the rows of lot `n`. `woken`: the Akten that go on anew; nothing to start: it is started. */
export const lotOfList = (
  n: number,
  judged: readonly JudgedRow[],
  { accepted, woken }: Readonly<{ accepted: readonly Registered[]; woken: readonly AkteId[] }>,
): Lot => ({
  n,
  ...tallyOf(judged),
  claims: accepted.map(({ akte, claim }) => `${akte}-${claim}`),
  woken,
  started: accepted.length === 0 && woken.length === 0,
});

/** So many claims stand in the hand-over itself. */
const CLAIMS_SHOWN = 1_000;
/** What of a list has been taken so far. `lots`: those with findings; `startable`: those with something to start. */
export type Taken = Readonly<{
  tally: Tally;
  lots: readonly number[];
  startable: readonly number[];
  claims: readonly string[];
}>;
export const NOTHING_YET: Taken = { tally: NO_ROWS, lots: [], startable: [], claims: [] };
/** One lot more. */
export const withLot = (taken: Taken, lot: Lot): Taken => ({
  tally: plusTally(taken.tally, lot),
  lots: Object.keys(lot.codes).length > 0 ? [...taken.lots, lot.n] : taken.lots,
  startable: lot.started ? taken.startable : [...taken.startable, lot.n],
  claims: [...taken.claims, ...lot.claims.slice(0, Math.max(0, CLAIMS_SHOWN - taken.claims.length))],
});

/** Whether a list that has been looked at is taken: not where that was all, nor where all must be good and is not. */
export const isToTake = ({ mode }: Pick<RunningList, 'mode'>, { rejected }: Pick<Tally, 'rejected'>): boolean =>
  mode === 'good-rows' || (mode === 'all-or-nothing' && rejected === 0);

/** How a list was written, and where its reports lie; `at`: the instant at which it is over. */
type Ending = Pick<OpenList, 'encoding' | 'delimiter'> &
  Pick<EndedList, 'report' | 'correction'> &
  Readonly<{ at: string }>;
const endedAt = ({ at, ...read }: Ending) => ({ ...read, updatedAt: at, finishedAt: at });

const NOTHING_TAKEN = 'Keine Zeile der Datei konnte angenommen werden; der Fehlerbericht nennt die Gründe.';
const allOrNothing = (n: number): string =>
  `Nichts wurde übernommen: Ihr Mandat nimmt eine Liste nur als Ganzes an, und ${n === 1 ? 'eine Zeile ist' : `${n} Zeilen sind`} fehlerhaft. Der Fehlerbericht nennt die Gründe.`;

/** A list that was looked at and is not taken (`isToTake`): as wanted, or because not all of it is good. */
export const lookedAt = (list: RunningList, tally: Tally, ending: Ending): EndedList => {
  const shared = { ...list, ...tally, ...endedAt(ending) };
  if (list.mode === 'check-only') return { ...shared, mode: list.mode, state: 'checked' };
  return {
    ...shared,
    accepted: 0,
    rejected: tally.rows - tally.duplicates,
    state: 'refused',
    problem: allOrNothing(tally.rejected),
  };
};

/** A list that was taken to its end. */
export const takenList = (list: RunningList, { tally, claims, startable }: Taken, ending: Ending): EndedList => ({
  ...list,
  ...tally,
  ...endedAt(ending),
  claims,
  startsPending: startable.length > 0,
  state: 'done',
  problem: tally.accepted === 0 && tally.duplicates === 0 ? NOTHING_TAKEN : null,
});

/** A list that could not be read; `problem`: why, in German. */
export const refusedList = (list: RunningList, problem: string, at: string): EndedList => ({
  ...list,
  updatedAt: at,
  finishedAt: at,
  state: 'refused',
  problem,
});
