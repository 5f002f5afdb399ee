import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte, CallWindow } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { CallOutcome, DayPart } from '../../../domain/akte/call-words.ts';
import { byUrgency, callableFrom, callTasksOf, type CallTask } from '../../../domain/dunning/calls.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, PaymentId, ProviderId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, START, TERMS, aClaim, erika, opened } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const on = (n: number): Day => plusDays(day(START), n);
const LEVELS = STANDARD_NO_PHASE_1.levels
  .slice(0, 1)
  .map((l) => ({ ...l, letter: 'never' as const, sms: false, phone: { afterDays: 3, days: 20, attempts: 6 } }));
const RUN = Procedure.parse({
  ...STANDARD,
  id: 'own',
  levels: LEVELS,
  entry: { reminder: 1, mahnung: 1 },
  contactBudget: { messages: 3, calls: 6 },
});
const sent: Fact[] = [
  {
    kind: 'reserved',
    message: { matter: M1, stage: 1, channel: 'email' },
    reference: MessageReference.parse('r'),
    at: `${START}T08:00:00Z`,
    by: 'operator:x',
    demand: null,
  },
  {
    kind: 'sent',
    message: { matter: M1, stage: 1, channel: 'email' },
    reference: MessageReference.parse('r'),
    on: on(0),
    providerId: ProviderId.parse('p'),
    document: null,
  },
];
const open = (from = 3, until = 23, matter = M1, stage: Stage = 1): Fact => ({
  kind: 'callsOpened',
  matter,
  stage,
  from: on(from),
  until: on(until),
});
const call = (
  n: number,
  part: DayPart = 'morning',
  outcome: CallOutcome = 'not-reached',
  { matter = M1, stage = 1 }: Partial<Pick<CallWindow, 'matter' | 'stage'>> = {},
): Fact => ({ kind: 'callMade', matter, stage, on: on(n), part, outcome, by: 'operator:x' });
const akte = (facts: Fact[], debtor = erika): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day(START),
        matter: M1,
        procedure: { id: 'own', version: 1 },
        claims: [aClaim()],
      },
      ...sent,
      ...facts,
    ],
  ]);
const tasks = (of: Akte, n: number, run = RUN, module: 'standard' | 'komfort' = 'komfort'): CallTask[] =>
  callTasksOf(of, { procedures: () => run, today: on(n), module });
const called = (n: number, ...facts: Fact[]): boolean => tasks(akte([open(), ...facts]), n).length > 0;

test('a call says for which stage, the how many-eth it is, when in the day, until when and about how much', () => {
  expect(tasks(akte([open()]), 3)).toEqual([
    {
      matter: 'M1',
      stage: 1,
      attempt: 1,
      parts: ['morning', 'afternoon', 'evening'],
      until: on(22),
      open: 120_00 + 6,
      daysLeft: 20,
      sender: 'agency',
    },
  ]);
});
describe('the window', () => {
  test('from its first day to the one before its end', () => {
    expect([2, 3, 22, 23].map((n) => tasks(akte([open()]), n).length)).toEqual([0, 1, 1, 0]);
  });
  test('only while the case is in it: not before it has opened, not at rest, not closed, not paid', () => {
    expect(tasks(akte([]), 4)).toEqual([]);
    expect(called(4, { kind: 'held', ground: 'dispute', on: on(3), by: 'operator:x', reason: 'y' })).toBe(false);
    expect(called(4, { kind: 'closed', on: on(3), by: 'operator:x', reason: 'y' })).toBe(false);
    expect(
      called(4, {
        kind: 'paid',
        id: PaymentId.parse('p'),
        amount: cents(500_00),
        valueDate: on(3),
        bookedOn: on(3),
        via: 'agency',
        source: '',
      }),
    ).toBe(false);
  });
  test('one of another matter, or without a claim in it, brings nothing', () => {
    expect(tasks(akte([open(3, 23, M2)]), 4)).toEqual([]);
  });
  test('nobody without a number, or with a dead one, is called', () => {
    const { phone: _, ...silent } = erika;
    expect(tasks(akte([open()], silent), 4)).toEqual([]);
    expect(called(4, { kind: 'undeliverable', contact: 'phone', on: on(3), reason: 'x' })).toBe(false);
    expect(called(4, { kind: 'undeliverable', contact: 'email', on: on(3), reason: 'x' })).toBe(true);
  });
});
describe('days and hours', () => {
  test('weekdays; on Saturdays in the morning and early afternoon, with Komfort only; never on Sundays and holidays', () => {
    expect([4, 5, 6].map((n) => tasks(akte([open()]), n).map((t) => t.parts))).toEqual([
      [['morning', 'afternoon', 'evening']],
      [['morning', 'afternoon']],
      [],
    ]);
    expect([4, 5, 6].map((n) => tasks(akte([open()]), n, RUN, 'standard').map((t) => t.parts))).toEqual([
      [['morning', 'afternoon']],
      [],
      [],
    ]);
  });
  test("never on a holiday of the debtor's Land; elsewhere it is a day like others", () => {
    const inMay = sent.map((f): Fact => (f.kind === 'sent' ? { ...f, on: on(85) } : f));
    const land = (of: 'NW' | 'BE') => tasks(akte([...inMay, open(88, 108)], { ...erika, land: of }), 94).length;
    expect([land('NW'), land('BE')]).toEqual([0, 1]);
  });
  test('times of day not tried yet; when all are, all again', () => {
    expect(tasks(akte([open(), call(3)]), 4)[0]?.parts).toEqual(['afternoon', 'evening']);
    expect(tasks(akte([open(), call(3), call(4, 'evening')]), 7)[0]).toMatchObject({
      attempt: 3,
      parts: ['afternoon'],
    });
    expect(tasks(akte([open(), call(3), call(4, 'evening'), call(7, 'afternoon')]), 8)[0]?.parts).toEqual([
      'morning',
      'afternoon',
      'evening',
    ]);
  });
  test('a weekday that was tried comes again when all five have been, or on the last day', () => {
    expect(called(10, call(3))).toBe(false);
    expect(called(11, call(3))).toBe(true);
    expect(called(17, call(3), call(4), call(7), call(8), call(9))).toBe(true);
    expect(called(17, call(3), call(4), call(7), call(8))).toBe(false);
    expect([21, 22].map((n) => tasks(akte([open(), call(n - 7)]), n).length)).toEqual([0, 1]);
  });
});
describe('attempts', () => {
  test('one a day, on the last day too', () => {
    expect([called(3, call(3)), called(22, call(22))]).toEqual([false, false]);
  });
  test('each stage has as many as it says', () => {
    const run = Procedure.parse({
      ...RUN,
      levels: [1, 2].map((stage) => ({ ...LEVELS[0], stage, phone: { afterDays: 3, days: 20, attempts: 3 - stage } })),
    });
    const second = [
      ...sent,
      ...sent.map((f): Fact => ('message' in f && f.message ? { ...f, message: { ...f.message, stage: 2 } } : f)),
      open(3, 23, M1, 2),
      call(3, 'morning', 'not-reached', { stage: 2 }),
    ];
    expect(tasks(akte(second), 4, run)).toEqual([]);
    expect(tasks(akte([...sent, open(), call(3)]), 4, run)).toHaveLength(1);
  });
  test('none after the person was reached, whatever came of it', () => {
    for (const outcome of ['reached', 'promise', 'instalments', 'dispute', 'wrong-number'] as const)
      expect(called(4, call(3, 'morning', outcome))).toBe(false);
    expect(called(4, call(3))).toBe(true);
  });
  test('no more than the stage has', () => {
    const run = Procedure.parse({ ...RUN, levels: LEVELS.map((l) => ({ ...l, phone: { ...l.phone, attempts: 2 } })) });
    expect([1, 2].map((n) => tasks(akte([open(), ...[call(3), call(4)].slice(0, n)]), 7, run).length)).toEqual([1, 0]);
  });
  test('no more in seven days than the budget, whatever matter they belong to', () => {
    const run = Procedure.parse({ ...RUN, contactBudget: { messages: 3, calls: 2 } });
    const made = [call(3), call(4, 'morning', 'not-reached', { matter: M2 })];
    expect([9, 10].map((n) => tasks(akte([open(), ...made]), n, run).length)).toEqual([0, 0]);
    expect(tasks(akte([open(), call(2, 'morning', 'not-reached', { matter: M2 }), call(4)]), 9, run).length).toBe(1);
    expect(tasks(akte([open(), call(4), call(20), call(21)]), 8, run).length).toBe(1);
  });
  test("of another stage or matter do not count as this window's", () => {
    for (const other of [call(3, 'morning', 'reached', { matter: M2 }), call(3, 'morning', 'reached', { stage: 2 })])
      expect(tasks(akte([open(), other]), 4)[0]).toMatchObject({
        attempt: 1,
        parts: ['morning', 'afternoon', 'evening'],
      });
  });
});
test('what ends soon comes first, then the larger sum', () => {
  const task = (daysLeft: number, amount: number): CallTask => ({
    matter: M1,
    stage: 1 as const,
    attempt: 1,
    parts: [],
    until: on(9),
    open: cents(amount),
    daysLeft,
    sender: 'agency',
  });
  expect(
    [task(5, 900), task(2, 100), task(2, 300), task(9, 999)].sort(byUrgency).map((t) => [t.daysLeft, t.open]),
  ).toEqual([
    [2, 300],
    [2, 100],
    [5, 900],
    [9, 999],
  ]);
});
test('each window of an Akte is asked for its own matter', () => {
  const two = fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      ...[M1, M2].map((matter, i): Fact => ({
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day(START),
        matter,
        procedure: { id: 'own', version: 1 },
        claims: [aClaim(i + 1, { id: ClaimId.parse(`F${i + 1}`), matter })],
      })),
      ...sent,
      ...sent.map((f): Fact => ('message' in f && f.message ? { ...f, message: { ...f.message, matter: M2 } } : f)),
      open(3, 23),
      open(3, 23, M2),
    ],
  ]);
  expect(tasks(two, 4).map((t) => [t.matter, t.open])).toEqual([
    ['M1', 240_00 + 16],
    ['M2', 240_00 + 16],
  ]);
});

describe('when a debtor may be called', () => {
  const akte = fold(AKTE, [opened(erika, aClaim())]);
  const from = (today: string, hour: number | null) => callableFrom(akte, day(today), hour, 'standard');
  test('now, in the hours of the mandate on a working day', () => {
    expect([from('2026-03-23', 9), from('2026-03-23', 17)]).toEqual([null, null]);
  });
  test('later the same day before they begin, and the next working day after they end', () => {
    expect(from('2026-03-23', 8)).toEqual({ on: '2026-03-23', hour: 9 });
    expect(from('2026-03-23', 18)).toEqual({ on: '2026-03-24', hour: 9 });
  });
  test('on a Sunday from Monday on, also at the hour at which Monday begins', () => {
    expect([from('2026-03-22', 9), from('2026-03-22', 12)]).toEqual([
      { on: '2026-03-23', hour: 9 },
      { on: '2026-03-23', hour: 9 },
    ]);
  });
  test('where days are too short to have hours, on every working day', () => {
    expect([from('2026-03-23', null), from('2026-03-22', null)]).toEqual([null, { on: '2026-03-23', hour: 9 }]);
  });
});
