import { actOrWait, mayBeDone } from '../../../domain/dunning/due.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim, erika } from '../../support/akte.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { runOf } from './two-matters.ts';
import { on, step, sent, akte, F1 } from './a-rest.ts';

const NOON = { hour: 12 };
describe('when an act that is due may be done', () => {
  const letter = (
    n: number,
    due: number,
    of: Partial<Parameters<typeof runOf>[2]> = NOON,
    facts: readonly Fact[] = [],
  ) => mayBeDone(runOf(akte(facts), n, of), 'Mahnung per Brief', on(due));
  test('on its day, within the hours of messages; later in the day tomorrow, and earlier at their beginning', () => {
    expect(letter(1, 1)).toEqual({ on: on(1), hour: null });
    expect(letter(1, 1, { hour: 7 })).toEqual({ on: on(1), hour: 8 });
    expect(letter(1, 1, { hour: 8 })).toEqual({ on: on(1), hour: null });
    expect(letter(1, 1, { hour: 20 })).toEqual({ on: on(2), hour: 8 });
  });
  test('today where it was due before, not before it is due, and on no weekend', () => {
    expect(letter(3, 1)).toEqual({ on: on(3), hour: null });
    expect(letter(1, 3)).toEqual({ on: on(3), hour: 8 });
    expect(letter(5, 5)).toEqual({ on: on(7), hour: 8 });
  });
  test('a message waits for its place in the contact budget, what is no message does not', () => {
    const taken = [0, 1, 2].flatMap((stage) => sent(stage as Stage, 'email', 1));
    expect(letter(2, 2, NOON, taken)).toEqual({ on: on(8), hour: 8 });
    expect(mayBeDone(runOf(akte(taken), 2, NOON), 'Telefoninkasso eröffnen', on(2))).toEqual({ on: on(2), hour: null });
  });
});

describe('an act that is due', () => {
  const act = { act: 'Mahnung per Brief', stage: 1, title: '1. Mahnung', latestDay: null } as const;
  const said = (n: number, more: Partial<Parameters<typeof actOrWait>[2]> = {}, hour = 12) =>
    actOrWait(runOf(akte([]), n, { hour }), 'Mahnstufe 1: Frist', { ...act, on: on(1), ...more });
  test('is done where it may be', () => {
    expect(said(1)).toStrictEqual({
      kind: 'act',
      name: 'Mahnung per Brief',
      stage: 1,
      why: '1. Mahnung: fällig am 03.03.2026',
    });
    expect(said(1, { until: on(15), occasion: 'joined' })).toMatchObject({ until: on(15), occasion: 'joined' });
  });
  test('else is waited for where the case rests, with the hour only where that is not when a day begins', () => {
    const wait = { kind: 'wait', name: 'Mahnstufe 1: Frist', stage: 1 };
    expect(said(0)).toStrictEqual({ ...wait, until: on(1), why: 'Mahnung per Brief (1. Mahnung) am 03.03.2026' });
    const later = { ...STANDARD, messageHours: { from: 10, to: 20 } };
    const run = { ...runOf(akte([]), 1, { hour: 9 }), procedure: later };
    expect(actOrWait(run, 'Mahnstufe 1: Frist', { ...act, on: on(1) })).toMatchObject({
      ...wait,
      until: on(1),
      hour: 10,
    });
  });
  test('says by when it must be done', () => {
    expect(said(1, { latestDay: on(4) }).why).toBe('1. Mahnung: fällig am 03.03.2026, spätestens am 06.03.2026');
  });
});

describe('days and hours', () => {
  test('late in the evening a message that is due later is not put off by another day', () => {
    const late = aClaim(1, { dueOn: on(8) });
    expect(nextStep(akte([], late), F1, { procedures: STANDARD, today: on(3), hour: 21 })).toMatchObject({
      until: on(9),
    });
    expect(nextStep(akte([], late), F1, { procedures: STANDARD, today: on(9), hour: 21 })).toMatchObject({
      until: on(10),
    });
  });
  test('calls that were due on a Friday when nobody looked are not opened on the Saturday after', () => {
    const before = [...sent(0, 'email', 0), ...sent(1, 'email', 11), ...sent(1, 'sms', 11), ...sent(1, 'letter', 21)];
    const run = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { ...l.phone, afterDays: 14 } })),
    });
    expect(step(before, 25, run)).toMatchObject({
      kind: 'act',
      name: 'Telefoninkasso eröffnen',
      until: expect.any(String),
    });
    expect(step(before, 26, run)).toMatchObject({ kind: 'wait', until: on(28) });
  });
  const anchored = (debtor = erika): string[] => {
    const run = Procedure.parse({
      id: 'own',
      version: 1,
      name: 'Eigen',
      levels: [
        { ...STANDARD.levels[1], anchor: 'letter', phone: null, nextAfterDays: 3, sms: false } satisfies Partial<Level>,
      ],
    });
    const posted = debtor.address ? sent(1, 'letter', 8) : [];
    return Array.from({ length: 30 }, (_, n) => n)
      .filter(
        (n) =>
          n >= 8 &&
          nextStep(akte([...sent(1, 'email', 0), ...posted], aClaim(), debtor), F1, { procedures: run, today: on(n) })
            .name === 'Gerichtliche Entscheidung vorlegen',
      )
      .slice(0, 1)
      .map(String);
  };
  test('counted from the letter, a stage ends on the day after its deadline; where no letter can go, when one would have', () => {
    const { address: _, ...noAddress } = erika;
    expect([anchored(), anchored(noAddress)]).toEqual([['17'], ['16']]);
  });
});
