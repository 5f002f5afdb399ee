import { byOperator, type Actor } from '../../../domain/actor.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../../../domain/akte/call-words.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Day } from '../../../domain/calendar.ts';
import {
  callTasksAt,
  decideCall,
  decideTaking,
  othersCount,
  refuseNotDue,
  takenBy,
  wakes,
  type CallMade,
  type CallMoment,
} from '../../../domain/dunning/decide-call.ts';
import { AkteId, ClaimId, HandOverId, MatterId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';
import { BY_MAIL, M1, M2, calls, on, opened, reserved, sent } from './played.ts';

const ANNA = byOperator('anna');
const CALL = { matter: M1, stage: 1 as const, by: ANNA };
/** The first day of the window; a Monday. */
const FIRST = 21;
const NOW = new Date('2026-03-23T09:00:00Z');
const minutes = (n: number): Date => new Date(NOW.getTime() + n * 60_000);
const at = (n: number, more: Partial<CallMoment> = {}): CallMoment => ({
  procedures: () => BY_MAIL,
  module: 'standard',
  today: on(n),
  hour: 10,
  now: NOW,
  others: [],
  ...more,
});
const CASE = [
  ...opened(erika, aClaim()),
  ...sent(0, 'email', 0),
  ...sent(1, 'email', 10),
  ...sent(1, 'sms', 10),
  calls(1, FIRST),
];
const taken = (by: Actor, until: Date, of: Partial<Pick<CallMade, 'matter' | 'stage'>> = {}): Fact => ({
  kind: 'callTaken',
  matter: M1,
  stage: 1 as const,
  by,
  until: until.toISOString(),
  ...of,
});
const made = (n: number, more: Partial<CallMade> = {}): Fact => ({
  kind: 'callMade',
  ...CALL,
  part: 'morning',
  outcome: 'not-reached',
  on: on(n),
  ...more,
});
const akteOf = (...facts: Fact[]): Akte => fold(AKTE, [[...CASE, ...facts]]);
/** The same person's Akte with another creditor. */
const other = (...facts: Fact[]): Akte => fold(AkteId.parse('STW-0000-0001'), [[...CASE, ...facts]]);

describe('taking a call', () => {
  const given = deciding(decideTaking);
  test('it is one person’s for twenty minutes', () => {
    given(...CASE)
      .when(CALL, at(FIRST))
      .then([taken(ANNA, minutes(20))]);
  });
  test('the same person has it already: nothing changes', () => {
    given(...CASE, taken(ANNA, minutes(1)))
      .when(CALL, at(FIRST))
      .then([]);
  });
  test('somebody else has it, until the twenty minutes are over', () => {
    given(...CASE, taken('operator:bernd', minutes(20)))
      .when(CALL, at(FIRST))
      .thenRefuses('Conflict');
    given(...CASE, taken('operator:bernd', NOW))
      .when(CALL, at(FIRST))
      .then([taken(ANNA, minutes(20))]);
    expect(() => decideTaking(CALL, akteOf(taken('operator:bernd', minutes(20))), at(FIRST))).toThrow(
      'operator:bernd hat diesen Anruf übernommen; notiert ihn niemand, ist er nach 20 Minuten wieder frei.',
    );
  });
  test('another stage or matter that is taken is another call', () => {
    given(...CASE, taken('operator:bernd', minutes(20), { stage: 2 }), taken('operator:x', minutes(20), { matter: M2 }))
      .when(CALL, at(FIRST))
      .then([taken(ANNA, minutes(20))]);
  });
  test('outside the hours of the mandate none is taken, and the refusal says from when on', () => {
    const given9 = given(...CASE);
    given9.when(CALL, at(FIRST, { hour: 9 })).then([taken(ANNA, minutes(20))]);
    given9.when(CALL, at(FIRST, { hour: 8 })).thenRefuses('call.hours');
    given9.when(CALL, at(FIRST, { hour: 18 })).thenRefuses('call.hours');
    given9.when(CALL, at(FIRST, { hour: 18, module: 'komfort' })).then([taken(ANNA, minutes(20))]);
    expect(() => decideTaking(CALL, akteOf(), at(FIRST, { hour: 18 }))).toThrow(
      /wieder am 24\.03\.2026 ab 9 Uhr\. Angerufen wird Montag bis Freitag 9 bis 18 Uhr/,
    );
  });
  test('the hour is asked before the list: at night even what is not due is refused for its hour', () => {
    given(...CASE)
      .when({ ...CALL, stage: 2 }, at(FIRST, { hour: 20 }))
      .thenRefuses('call.hours');
  });
  test('what is not on the list is not due, whoever has it', () => {
    given(...CASE, taken('operator:bernd', minutes(20), { stage: 2 }))
      .when({ ...CALL, stage: 2 }, at(FIRST))
      .thenRefuses('call.not-due');
    given(...CASE)
      .when({ ...CALL, matter: M2 }, at(FIRST))
      .thenRefuses('call.not-due');
  });
  test('not before the window opens, not when it is over, not in a closed Akte', () => {
    given(...CASE)
      .when(CALL, at(FIRST - 3))
      .thenRefuses('call.not-due');
    given(...CASE)
      .when(CALL, at(FIRST + 10))
      .then([taken(ANNA, minutes(20))]);
    given(...CASE)
      .when(CALL, at(FIRST + 15))
      .thenRefuses('call.not-due');
    given(...CASE, { kind: 'closed', on: on(FIRST), by: 'operator:x', reason: 'y' })
      .when(CALL, at(FIRST))
      .thenRefuses('call.not-due');
  });
  test('the refusal names the list of the creditor and the way of an answer', () => {
    expect(() => decideTaking({ ...CALL, matter: MatterId.parse('M7') }, akteOf(), at(FIRST))).toThrow(
      `(Befehl: mahnwerk anrufe liste MUS); was jemand von sich aus sagt, wird als Antwort eingetragen (mahnwerk akte antwort ${AKTE} …)`,
    );
  });
});

describe('the person’s other Akten', () => {
  const given = deciding(decideTaking);
  test('an attempt there fills the budget here', () => {
    given(...CASE)
      .when(CALL, at(FIRST, { others: [other(made(FIRST - 7))] }))
      .then([taken(ANNA, minutes(20))]);
    given(...CASE)
      .when(CALL, at(FIRST, { others: [other(made(FIRST - 3))] }))
      .thenRefuses('call.not-due');
  });
  test('so does one that somebody has taken there and may be making', () => {
    given(...CASE)
      .when(CALL, at(FIRST, { others: [other(taken('operator:bernd', minutes(1)))] }))
      .thenRefuses('call.not-due');
    given(...CASE)
      .when(CALL, at(FIRST, { others: [other(taken('operator:bernd', NOW))] }))
      .then([taken(ANNA, minutes(20))]);
  });
  test('count where this Akte asks for a call', () => {
    expect(othersCount(akteOf(), at(FIRST))).toBe(true);
    expect(othersCount(akteOf(), at(FIRST - 3))).toBe(false);
    expect(othersCount(akteOf(made(FIRST)), at(FIRST))).toBe(false);
  });
  test('count no longer for a call by whoever has taken it, only for anybody else', () => {
    expect(othersCount(akteOf(), at(FIRST), CALL)).toBe(true);
    expect(othersCount(akteOf(taken(ANNA, minutes(1))), at(FIRST))).toBe(true);
    expect(othersCount(akteOf(taken(ANNA, minutes(1))), at(FIRST), CALL)).toBe(false);
    expect(othersCount(akteOf(taken(ANNA, NOW)), at(FIRST), CALL)).toBe(true);
    expect(othersCount(akteOf(taken('operator:bernd', minutes(1))), at(FIRST), CALL)).toBe(true);
    expect(othersCount(akteOf(taken(ANNA, minutes(1))), at(FIRST - 3), CALL)).toBe(false);
  });
});

describe('the list at a moment', () => {
  test('is that of the day, less what other Akten leave no room for', () => {
    expect(callTasksAt(akteOf(), at(FIRST))).toMatchObject([{ matter: M1, stage: 1, attempt: 1 }]);
    expect(callTasksAt(akteOf(), at(FIRST, { others: [other(made(FIRST))] }))).toEqual([]);
  });
  test('asks for no call where a message is due first, however full the budget of messages is', () => {
    const three = [21, 22, 23].map((n) => made(n));
    const roomy = Procedure.parse({ ...BY_MAIL, contactBudget: { messages: 1, calls: 9 } });
    const moment = at(24, { procedures: () => roomy, others: [other(...sent(1, 'sms', 24))] });
    expect(callTasksAt(akteOf(...three), moment)).toEqual([]);
  });
  test('knows who has taken a call, and whose time is over', () => {
    expect(takenBy(akteOf(taken(ANNA, minutes(1))), CALL, NOW)).toBe(ANNA);
    expect(takenBy(akteOf(taken(ANNA, NOW)), CALL, NOW)).toBeNull();
    expect(takenBy(akteOf(), CALL, NOW)).toBeNull();
  });
});

describe('noting a call', () => {
  const given = deciding(decideCall);
  const told = (outcome: CallOutcome): CallMade => ({ ...CALL, part: 'morning', outcome });
  const held = (ground: 'promise' | 'dispute' | 'deferral', reason: string, until?: Day): Fact => ({
    kind: 'held',
    ground,
    on: on(FIRST),
    by: ANNA,
    reason,
    ...(until ? { until } : {}),
  });
  const LEADS_TO: Readonly<Record<CallOutcome, readonly Fact[]>> = {
    reached: [],
    'not-reached': [],
    'wrong-number': [{ kind: 'undeliverable', contact: 'phone', on: on(FIRST), reason: 'falsche Telefonnummer' }],
    promise: [held('promise', 'Am Telefon zugesagt; der Tag folgt', on(FIRST + 7))],
    dispute: [held('dispute', 'Am Telefon bestritten; der Grund folgt')],
    instalments: [held('deferral', 'Ratenzahlung gewünscht; das Angebot folgt', on(FIRST + 14))],
  };
  test.each(CALL_OUTCOMES)('%s: the call, and what it leads to', (outcome) => {
    given(...CASE)
      .when(told(outcome), on(FIRST))
      .then([made(FIRST, { outcome }), ...LEADS_TO[outcome]]);
  });
  test('what whoever called remarks stands beside it; an empty remark is none', () => {
    given(...CASE)
      .when({ ...told('reached'), note: 'ruft zurück' }, on(FIRST))
      .then([made(FIRST, { outcome: 'reached', note: 'ruft zurück' })]);
    given(...CASE)
      .when({ ...told('reached'), note: '' }, on(FIRST))
      .then([made(FIRST, { outcome: 'reached' })]);
  });
  test('the same day again adds nothing, whatever came of it', () => {
    given(...CASE, made(FIRST))
      .when(told('promise'), on(FIRST))
      .then([]);
  });
  test('on another day, for another stage or matter it is another call', () => {
    given(...CASE, made(FIRST - 1), made(FIRST, { stage: 2 }), made(FIRST, { matter: M2 }))
      .when(told('reached'), on(FIRST))
      .then([made(FIRST, { outcome: 'reached' })]);
  });
  test('that it was made is a fact, also where meanwhile it is not due any more', () => {
    given(...CASE, { kind: 'closed', on: on(FIRST), by: 'operator:x', reason: 'y' })
      .when(told('reached'), on(FIRST))
      .then([made(FIRST, { outcome: 'reached' })]);
  });
  test('whether it was due is asked before', () => {
    expect(() => refuseNotDue(CALL, akteOf(), at(FIRST))).not.toThrow();
    expect(() => refuseNotDue(CALL, akteOf(made(FIRST)), at(FIRST))).toThrow('steht heute nicht (mehr) an');
    expect(() => refuseNotDue(CALL, akteOf(), at(FIRST, { hour: 22 }))).not.toThrow();
  });
});

describe('a call wakes the executions', () => {
  const wakesAfter = (outcome: CallOutcome, n = FIRST, ...facts: Fact[]): boolean => {
    const akte = akteOf(...facts);
    const decided = decideCall({ ...CALL, part: 'morning', outcome }, akte, on(n));
    return wakes(decided, akte, BY_MAIL);
  };
  test.each(CALL_OUTCOMES)('%s: where it lets the case rest, or nobody can be called any more', (outcome) => {
    const more = ['wrong-number', 'promise', 'dispute', 'instalments'].includes(outcome);
    expect(wakesAfter(outcome)).toBe(more);
  });
  test('the third that nobody answers, because a text asks to call back; not the second', () => {
    expect(wakesAfter('not-reached', FIRST + 1, made(FIRST))).toBe(false);
    expect(wakesAfter('not-reached', FIRST + 2, made(FIRST), made(FIRST + 1))).toBe(true);
    expect(wakesAfter('reached', FIRST + 2, made(FIRST), made(FIRST + 1))).toBe(false);
  });
  test('also where the text must wait for its place in the budget, and the window goes on until then', () => {
    const busy = ([1, 2, 3] as const).flatMap((stage) => sent(stage, 'letter', FIRST + 2, M2));
    expect(wakesAfter('not-reached', FIRST + 2, made(FIRST), made(FIRST + 1), ...busy)).toBe(true);
  });
  test('by what it changes for its own matter: what came first and is paid says nothing', () => {
    const paidFirst: Fact[] = [
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: on(0),
        matter: M2,
        procedure: { id: 'standard', version: 1 },
        claims: [aClaim(2, { matter: M2, principal: cents(60_00), dueOn: on(6) })],
      },
      {
        kind: 'paid',
        id: PaymentId.parse('p'),
        claim: ClaimId.parse('F2'),
        amount: cents(60_00),
        valueDate: on(1),
        bookedOn: on(1),
        via: 'agency',
        source: 'x',
      },
    ];
    const [first, ...rest] = CASE;
    const akte = fold(AKTE, [[...(first ? [first] : []), ...paidFirst, ...rest, made(FIRST), made(FIRST + 1)]]);
    expect(wakes([made(FIRST + 2)], akte, BY_MAIL)).toBe(true);
  });
  test('nothing does that was noted already, or that belongs to no claim', () => {
    expect(wakesAfter('promise', FIRST, made(FIRST))).toBe(false);
    expect(wakes([made(FIRST, { matter: M2 })], akteOf(reserved(1, 'letter', FIRST)), BY_MAIL)).toBe(false);
  });
});
