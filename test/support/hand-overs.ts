import { day } from '../../domain/calendar.ts';
import { HandOverId } from '../../domain/ids.ts';
import type { EndedList, RunningList } from '../../domain/intake/hand-over.ts';
import { CreditorId } from '../../domain/parties/parties.ts';

type State<S extends EndedList['state']> = Extract<EndedList, { state: S }>;

/** A list in which everything was good: ten rows. */
const TEN = {
  id: HandOverId.parse('U-1'),
  creditor: CreditorId.parse('MUS'),
  source: 'file',
  file: 'handover/MUS/U-1/liste.csv',
  on: day('2026-03-10'),
  mode: 'good-rows',
  rows: 10,
  accepted: 10,
  rejected: 0,
  duplicates: 0,
  warnings: 0,
  codes: {},
  encoding: 'utf-8',
  delimiter: ';',
  report: null,
  correction: null,
  receivedAt: '2026-03-10T08:00:00.000Z',
  updatedAt: '2026-03-10T08:00:00.000Z',
  finishedAt: '2026-03-10T08:00:00.000Z',
} as const;

export const takenList = (more: Partial<State<'done'>> = {}): State<'done'> => ({
  ...TEN,
  state: 'done',
  problem: null,
  claims: [],
  startsPending: false,
  ...more,
});
export const checkedList = (more: Partial<State<'checked'>> = {}): State<'checked'> => ({
  ...TEN,
  mode: 'check-only',
  state: 'checked',
  problem: null,
  claims: [],
  startsPending: false,
  ...more,
});
export const refusedList = (more: Partial<State<'refused'>> = {}): State<'refused'> => ({
  ...TEN,
  state: 'refused',
  problem: 'Die Datei ist leer.',
  claims: [],
  startsPending: false,
  ...more,
});
/** Nothing of it has been read yet. */
export const runningList = (more: Partial<RunningList> = {}): RunningList => ({
  ...TEN,
  rows: 0,
  accepted: 0,
  encoding: null,
  delimiter: null,
  state: 'running',
  problem: null,
  claims: [],
  startsPending: false,
  finishedAt: null,
  ...more,
});

/** What refuses the one claim of a call, this being among its reasons. */
export const refusedFor = (code: string) => ({
  name: 'Rejected',
  code: 'claim.refused',
  reasons: expect.arrayContaining([expect.objectContaining({ code })]),
});
