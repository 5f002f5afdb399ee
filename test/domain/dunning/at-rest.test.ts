import { day } from '../../../domain/calendar.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { PlanId } from '../../../domain/ids.ts';
import { HOLDS, HOLD_GROUNDS, type HoldGround } from '../../../domain/procedure/holds.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { START, aClaim, erika } from '../../support/akte.ts';
import { on, step, akte, M1, F1 } from './a-rest.ts';

const held = (ground: HoldGround, n = 0): Fact => ({
  kind: 'held',
  ground,
  on: on(n),
  by: 'operator:x',
  reason: 'Lungenentzündung',
});

test('a name in letters no paper shows was printed as boxes: it waits for a person, and goes on with its Latin spelling', () => {
  const debtor = { ...erika, name: 'سامي ورد' };
  const waiting = nextStep(akte([], aClaim(), debtor), F1, { procedures: STANDARD, today: on(0) });
  expect(waiting).toMatchObject({ kind: 'wait', name: 'Klärung' });
  expect(waiting.kind === 'wait' && waiting.why).toContain('in lateinischen Buchstaben eintragen');
  const mended: Fact = { kind: 'contactChanged', on: on(0), by: 'operator:x', source: 'creditor', name: 'Sami Ward' };
  const after = akte([mended], aClaim(), debtor);
  expect([after.debtor.name, after.debtor.lastName]).toEqual(['Sami Ward', undefined]);
  expect(nextStep(after, F1, { procedures: STANDARD, today: on(0) })).not.toMatchObject({ name: 'Klärung' });
});

describe('where several things keep a case at rest', () => {
  const plan: Fact = {
    kind: 'planAgreed',
    by: 'operator:x',
    plan: {
      id: PlanId.parse('R1'),
      matter: M1,
      on: day(START),
      first: on(29),
      rate: cents(40_00),
      fee: cents(0),
      toleranceDays: 5,
      toleranceCents: cents(0),
    },
  };
  test('what protects a person first shows, in whatever order they came', () => {
    for (let n = 0; n < HOLD_GROUNDS.length; n++) {
      const some = HOLD_GROUNDS.slice(n).map((g) => held(g));
      for (const facts of [some, [...some].reverse()]) expect(step(facts, 1).name).toBe(HOLDS[HOLD_GROUNDS[n]!].state);
    }
  });
  test('a plan that is kept shows before what was only agreed or promised, and behind what protects or is objected', () => {
    expect(
      Object.fromEntries(HOLD_GROUNDS.map((g) => [g, step([plan, held(g)], 1).name === 'Ratenplan läuft'])),
    ).toEqual(Object.fromEntries(HOLD_GROUNDS.map((g) => [g, ['promise', 'deferral', 'paused'].includes(g)])));
  });
  test('a plan waits for its next rate and the days of grace; one that failed keeps nothing', () => {
    expect(step([plan], 1)).toEqual({
      kind: 'wait',
      name: 'Ratenplan läuft',
      until: on(37),
      why: '1. Rate fällig am 31.03.2026',
    });
    expect(step([plan], 37).kind).toBe('act');
    expect(step([plan, held('paused')], 37).name).toBe('Ruht');
  });
  test('what somebody told of an illness or a death stays in the Akte; other reasons are shown', () => {
    expect(step([held('hardship', 1)], 1)).toMatchObject({
      name: 'Härtefall',
      why: 'Gemeldet am 03.03.2026; Näheres steht in der Akte.',
    });
    expect(step([held('paused', 1)], 1)).toMatchObject({ name: 'Ruht', why: 'Lungenentzündung' });
  });
});
