import type { Fact } from '../../../domain/akte/facts.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { decide, openCalls, presentToCourt, reportTrouble } from '../../../usecases/dunning/steps.ts';
import { AKTE, after } from '../../support/akte.ts';
import { overtaken } from '../../support/overtaken.ts';
import { aProcess } from '../../support/process.ts';

const F1 = ClaimId.parse('F1');
const OF = { akte: AKTE, claim: F1, generation: 1 };
const paused: Fact = { kind: 'held', ground: 'paused', on: after(0), by: 'operator:quick', reason: 'x' };
/** A case that has been played up to the day before, and is looked at on this one. */
const aCaseOn = async (n: number) => {
  const process = await aProcess();
  if (n > 0) await process.run('F1', 1, n - 1);
  process.clock.jumpTo(process.clock.instantOf(after(n)));
  const kinds = async (): Promise<readonly string[]> =>
    (await process.akten.history(AKTE)).flatMap((act) => act.facts.map((fact) => fact.kind));
  return { ...process, kinds };
};
/** The first day of the phone window of the first stage. */
const CALLS = 21;

test('deciding says what comes next, as often as it is asked, and writes nothing', async () => {
  const { ports, akten } = await aCaseOn(0);
  const asked = [await decide(ports)(OF), await decide(ports)(OF)];
  expect(asked.map((next) => next.step)).toEqual(['Mahnung per E-Mail', 'Mahnung per E-Mail']);
  expect(await akten.history(AKTE)).toHaveLength(1);
});

describe('an act that is a fact and nothing more', () => {
  test('is noted where it is next, under the name of its execution, and what follows it comes back', async () => {
    const { ports, akten } = await aCaseOn(CALLS);
    expect((await decide(ports)(OF)).step).toBe('Telefoninkasso eröffnen');
    expect((await openCalls(ports)(OF)).step).toBe('Mahnstufe 1: Telefoninkasso');
    expect((await akten.history(AKTE)).at(-1)).toMatchObject({
      by: `${AKTE}-F1-g1`,
      facts: [{ kind: 'callsOpened', matter: 'M1', stage: 1 }],
    });
  });
  test('is noted once, however often it is tried', async () => {
    const { ports, akten } = await aCaseOn(CALLS);
    await openCalls(ports)(OF);
    const { version } = await akten.get(AKTE);
    expect((await openCalls(ports)(OF)).step).toBe('Mahnstufe 1: Telefoninkasso');
    expect((await akten.get(AKTE)).version).toBe(version);
  });
  test.each([
    ['a phone window', openCalls],
    ['the decision on the court', presentToCourt],
  ])('%s is not noted where something else is next: that comes back', async (_, act) => {
    const { ports, akten } = await aCaseOn(0);
    expect((await act(ports)(OF)).step).toBe('Mahnung per E-Mail');
    expect(await akten.history(AKTE)).toHaveLength(1);
  });
  test('is refused where the Akte has moved on since: the next try decides afresh', async () => {
    const { ports, akten, kinds } = await aCaseOn(CALLS);
    const open = openCalls({ ...ports, akten: overtaken(akten, 1, [paused]) });
    await expect(open(OF)).rejects.toMatchObject({ name: 'Conflict' });
    expect((await open(OF)).step).toBe('Ruht');
    expect(await kinds()).not.toContain('callsOpened');
  });
});

describe('a step that failed', () => {
  const FAILED = { ...OF, error: 'Mahnung per E-Mail: TypeError' };
  test('brings the case before a person, with what failed in words', async () => {
    const { ports, akten } = await aCaseOn(0);
    expect(await reportTrouble(ports)(FAILED)).toMatchObject({
      step: 'Klärung',
      grund: '„Mahnung per E-Mail“ ist gescheitert. Unerwarteter Fehler. (TypeError)',
    });
    expect((await akten.get(AKTE)).troubles).toEqual(['F1']);
  });
  test('is noted once, and also where somebody else is writing', async () => {
    const { ports, akten, kinds } = await aCaseOn(0);
    const report = reportTrouble({ ...ports, akten: overtaken(akten, 2, [paused]) });
    await report(FAILED);
    await report(FAILED);
    expect((await kinds()).filter((kind) => kind === 'trouble')).toHaveLength(1);
  });
  test('is no longer what holds the case where something else does: that comes back with its own reason', async () => {
    const { ports, akten } = await aCaseOn(0);
    await akten.append(AKTE, 1, {
      by: 'operator:test',
      facts: [{ kind: 'closed', on: after(0), by: 'operator:test', reason: 'Verzicht' }],
    });
    const { step, grund } = await reportTrouble(ports)(FAILED);
    expect(step).toBe('Geschlossen');
    expect(grund).not.toContain('gescheitert');
  });
});

describe('a word that a definition does not know', () => {
  const UNKNOWN = { ...OF, error: 'UnbekannterSchritt' };
  test('ends the execution without a case for a person: the sweep begins the next, whose definition knows it', async () => {
    const { ports, akten } = await aCaseOn(0);
    expect(await reportTrouble(ports)(UNKNOWN)).toMatchObject({ step: 'Abgelöst', tag: after(0) });
    expect(await akten.history(AKTE)).toHaveLength(1);
  });
  test('is a case for a person where the sweep has begun this very execution already', async () => {
    const { ports, akten } = await aCaseOn(0);
    await akten.append(AKTE, 1, {
      by: 'system:sweep',
      facts: [{ kind: 'restarted', claims: [F1], generation: 2 }],
    });
    expect(await reportTrouble(ports)({ ...UNKNOWN, generation: 2 })).toMatchObject({ step: 'Klärung' });
    expect((await akten.get(AKTE)).troubles).toEqual(['F1']);
  });
});
