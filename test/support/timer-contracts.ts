import { AkteId, ClaimId } from '../../domain/ids.ts';
import type { DunningInput } from '../../statemachines/dunning.ts';
import type { Clarifications, Timers } from '../../usecases/ports/timers.ts';
import { allOf, partsOfList } from './parts.ts';

const timer = (n: number, generation = 1, claim = 'F1'): DunningInput => ({
  akte: AkteId.parse(`MUS-9TTT-${String(n).padStart(4, '0')}`),
  claim: ClaimId.parse(claim),
  generation,
});
const all = (timers: Timers): Promise<DunningInput[]> => allOf(timers.all());
const listed = async (list: Clarifications) =>
  (await partsOfList(2, (page) => list.list(['Klärung', 'Nicht erreichbar'], page))).flat();

/** What the list of timers must do; each `make` gives the same, empty list. */
export const timersContract = (make: () => Timers): void => {
  test('each claim has one line, of its youngest generation as noted; a dropped one is gone, and may come back', async () => {
    const timers = make();
    for (let n = 0; n < 40; n++) await timers.note(timer(n));
    await timers.note(timer(7, 1, 'F2'));
    await timers.note(timer(7, 2));
    await timers.drop(timer(3));
    await timers.drop(timer(4));
    await timers.note(timer(4, 2));
    const found = await all(timers);
    expect(found).toHaveLength(40);
    expect(found).toEqual(expect.arrayContaining([timer(7, 2), timer(7, 1, 'F2'), timer(4, 2), timer(39)]));
    expect(found).not.toContainEqual(timer(3));
  });
  test('an older generation that comes late does not take the place of a younger one', async () => {
    const timers = make();
    await timers.note(timer(60, 3));
    await timers.note(timer(60, 2));
    expect(await all(timers)).toContainEqual(timer(60, 3));
    await timers.note(timer(60, 3));
    await timers.drop(timer(60, 3));
    expect((await all(timers)).filter(({ akte }) => akte === timer(60).akte)).toEqual([]);
  });
  test('who drops an older generation than the one noted drops nothing', async () => {
    const timers = make();
    await timers.note(timer(50, 2));
    await timers.drop(timer(50, 1));
    await timers.drop(timer(51));
    expect(await all(timers)).toContainEqual(timer(50, 2));
  });
};

export const clarificationsContract = (make: () => Clarifications): void => {
  test('a case keeps the instant it came in with; dropped, it may come in again', async () => {
    const list = make();
    const of = { akte: timer(1).akte, claim: timer(1).claim, state: 'Klärung' } as const;
    await list.note({ ...of, since: '2026-03-02T08:00:00.000Z' });
    await list.note({ ...of, since: '2026-03-09T08:00:00.000Z' });
    expect(await listed(list)).toEqual([{ ...of, since: '2026-03-02T08:00:00.000Z' }]);
    await list.drop({ ...of, since: '2026-03-02T08:00:00.000Z' });
    expect(await listed(list)).toEqual([]);
    await list.note({ ...of, since: '2026-04-01T08:00:00.000Z' });
    await list.drop({ ...of, since: '2026-03-02T08:00:00.000Z' });
    expect(await listed(list)).toEqual([{ ...of, since: '2026-04-01T08:00:00.000Z' }]);
  });
  test('a case that comes into another state waits in that one, from then on', async () => {
    const list = make();
    const of = { akte: timer(2).akte, claim: timer(2).claim };
    const mine = async () => (await listed(list)).filter((c) => c.akte === of.akte && c.claim === of.claim);
    await list.note({ ...of, state: 'Klärung', since: '2026-03-02T08:00:00.000Z' });
    await list.note({ ...of, state: 'Nicht erreichbar', since: '2026-03-09T08:00:00.000Z' });
    expect(await mine()).toEqual([{ ...of, state: 'Nicht erreichbar', since: '2026-03-09T08:00:00.000Z' }]);
  });
  test('the longest waiting come first, page by page, of one state or of several', async () => {
    const list = make();
    const came = ['14', '11', '13', '12', '15'].map((d, i) => ({
      akte: timer(10 + i).akte,
      claim: timer(1).claim,
      state: i % 2 === 0 ? ('Widerspruch in Prüfung' as const) : ('Ruht' as const),
      since: `2026-03-${d}T08:00:00.000Z`,
    }));
    for (const of of came) await list.note(of);
    const [d, a, c, b, e] = came;
    const inState = (...states: Parameters<Clarifications['list']>[0]) =>
      partsOfList(2, (page) => list.list(states, page));
    expect(await inState('Widerspruch in Prüfung', 'Ruht')).toEqual([[a, b], [c, d], [e]]);
    expect(await inState('Widerspruch in Prüfung')).toEqual([[c, d], [e]]);
    expect(await inState('Ruht')).toEqual([[a, b]]);
    expect(await inState()).toEqual([[]]);
  });
};
