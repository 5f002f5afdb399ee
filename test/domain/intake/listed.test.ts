import { HandOverId } from '../../../domain/ids.ts';
import type { RowIssue } from '../../../domain/intake/check-file.ts';
import { HandOver, type Lot } from '../../../domain/intake/hand-over.ts';
import type { JudgedRow } from '../../../domain/intake/judged.ts';
import {
  NOTHING_YET,
  begunList,
  isToTake,
  lookedAt,
  lotOfList,
  refusedList,
  takenList,
  withLot,
} from '../../../domain/intake/listed.ts';
import { issueOf } from '../../../domain/intake/reading.ts';
import { NO_ROWS, type Outcome, type Tally } from '../../../domain/intake/tally.ts';
import { AKTE, aClaim, after, musterversand } from '../../support/akte.ts';

const CAME = '2026-03-02T08:00:00.000Z';
const OVER = '2026-03-02T08:05:00.000Z';
const FOLDER = 'handover/MUS/u1';
const ENDING = {
  encoding: 'utf-8' as const,
  delimiter: ';',
  report: `${FOLDER}/fehlerbericht.csv`,
  correction: null,
  at: OVER,
};
const ALL_OR_NOTHING = { ...musterversand, handOverMode: 'all-or-nothing' as const };

const begun = (name = 'liste.csv', creditor = musterversand) =>
  begunList({ id: HandOverId.parse('u1'), key: `${FOLDER}/${name}` }, creditor, { on: after(0), at: CAME });
const counted = (more: Partial<Tally>): Tally => ({ ...NO_ROWS, ...more });
const aLot = (n: number, more: Partial<Lot> = {}): Lot => ({
  ...NO_ROWS,
  n,
  claims: [],
  woken: [],
  started: true,
  ...more,
});

describe('a list that has come', () => {
  test('is taken as the mandate says', () => {
    expect(begun().mode).toBe('good-rows');
    expect(begun('liste.xlsx', ALL_OR_NOTHING).mode).toBe('all-or-nothing');
  });
  test('a list that is only called a bit like it is taken as the mandate says', () => {
    for (const name of ['pruefung.csv.zip', 'pruefung-2.csv', 'pruefung'])
      expect(begun(name, ALL_OR_NOTHING).mode).toBe('all-or-nothing');
  });
  test.each(['pruefung.csv', 'pruefung.xlsx'])('%s is only looked at, whatever the mandate says', (name) => {
    expect(begun(name, ALL_OR_NOTHING).mode).toBe('check-only');
  });
  test('runs, and nothing of it is known', () => {
    expect(HandOver.parse(begun())).toEqual(begun());
    expect(begun()).toMatchObject({ state: 'running', rows: 0, on: after(0), receivedAt: CAME, finishedAt: null });
  });
});

describe('a lot', () => {
  const warning: RowIssue = { row: 1, line: 1, ...issueOf('contract.missing', 'subject', '', {}) };
  const row = (n: number, outcome: Outcome, ...issues: readonly RowIssue[]): JudgedRow => ({
    row: n,
    line: n,
    text: '',
    outcome,
    issues,
  });
  const accepted = [{ row: 1, akte: AKTE, claim: aClaim().id }];
  test('counts its rows and names its claims', () => {
    expect(lotOfList(2, [row(1, 'good', warning), row(2, 'duplicate')], { accepted, woken: [] })).toEqual({
      n: 2,
      rows: 2,
      accepted: 1,
      rejected: 0,
      duplicates: 1,
      warnings: 1,
      codes: { 'contract.missing': 1 },
      claims: [`${AKTE}-F1`],
      woken: [],
      started: false,
    });
  });
  test('that wakes an Akte is to be started, too; one that does neither is started', () => {
    expect(lotOfList(1, [row(1, 'duplicate')], { accepted: [], woken: [AKTE] }).started).toBe(false);
    expect(lotOfList(1, [row(1, 'duplicate')], { accepted: [], woken: [] }).started).toBe(true);
  });
});

describe('lot after lot', () => {
  test('rows add up; lots with findings and lots to start are remembered', () => {
    const taken = [
      aLot(1, { rows: 500, accepted: 500, started: false }),
      aLot(2, { rows: 3, rejected: 3, codes: { 'required.missing': 3 } }),
    ].reduce(withLot, NOTHING_YET);
    expect(taken).toMatchObject({ tally: { rows: 503, accepted: 500, rejected: 3 }, lots: [2], startable: [1] });
  });
  test('of its claims the first thousand are shown', () => {
    const named = (lot: number): string[] => Array.from({ length: 600 }, (_, i) => `${lot}-${i}`);
    const { claims } = [1, 2, 3].map((n) => aLot(n, { claims: named(n) })).reduce(withLot, NOTHING_YET);
    expect(claims).toEqual([...named(1), ...named(2).slice(0, 400)]);
  });
});

describe('what has been looked at', () => {
  test.each([
    ['good-rows', 1, true],
    ['all-or-nothing', 0, true],
    ['all-or-nothing', 1, false],
    ['check-only', 0, false],
  ] as const)('%s with %i bad rows is taken: %p', (mode, rejected, expected) => {
    expect(isToTake({ mode }, { rejected })).toBe(expected);
  });
  test('only to be looked at: it is checked, with all that was found', () => {
    const checked = lookedAt(begun('pruefung.csv'), counted({ rows: 3, accepted: 2, rejected: 1 }), ENDING);
    expect(HandOver.parse(checked)).toEqual(checked);
    expect(checked).toMatchObject({ state: 'checked', accepted: 2, rejected: 1, problem: null, finishedAt: OVER });
  });
  test('not good as a whole: nothing is taken, and every row but the known ones is refused', () => {
    const tally = counted({ rows: 5, accepted: 3, rejected: 1, duplicates: 1 });
    const refused = lookedAt(begun('liste.csv', ALL_OR_NOTHING), tally, ENDING);
    expect(HandOver.parse(refused)).toEqual(refused);
    expect(refused).toMatchObject({ state: 'refused', accepted: 0, rejected: 4, duplicates: 1, claims: [] });
    expect(refused.problem).toContain('eine Zeile ist fehlerhaft');
    const two = lookedAt(begun('liste.csv', ALL_OR_NOTHING), counted({ rows: 2, rejected: 2 }), ENDING);
    expect(two.problem).toContain('2 Zeilen sind fehlerhaft');
  });
});

describe('a list that was taken', () => {
  const ended = (tally: Partial<Tally>, startable: readonly number[] = []) =>
    takenList(begun(), { ...NOTHING_YET, tally: counted(tally), startable, claims: ['c'] }, ENDING);
  test('is done, says how it was written, and waits for what is to be started', () => {
    const done = ended({ rows: 1, accepted: 1 }, [1]);
    expect(HandOver.parse(done)).toEqual(done);
    const { at, ...read } = ENDING;
    expect(done).toMatchObject({ ...read, updatedAt: at, finishedAt: at });
    expect(done).toMatchObject({ state: 'done', claims: ['c'], startsPending: true, problem: null });
    expect(ended({ rows: 1, accepted: 1 }).startsPending).toBe(false);
  });
  test('of which no row was good says so; known rows are none the worse', () => {
    expect(ended({ rows: 1, rejected: 1 }).problem).toContain('Keine Zeile');
    expect(ended({ rows: 1, duplicates: 1 }).problem).toBeNull();
  });
});

test('a list that could not be read is refused with the reason, and nothing is known of it', () => {
  const refused = refusedList(begun(), 'Die Datei ist leer.', OVER);
  expect(HandOver.parse(refused)).toEqual(refused);
  expect(refused).toMatchObject({ state: 'refused', problem: 'Die Datei ist leer.', encoding: null, updatedAt: OVER });
});
