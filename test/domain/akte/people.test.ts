import type { Stage } from '../../../domain/procedure/states.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId, PlanId, QueryId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, erika } from '../../support/akte.ts';
import { M1, M2, F1, F2, ON, OPENED, handedOver, after } from './told.ts';

const toCollection = (to: MatterId, claims: ClaimId[], procedure = { id: 's', version: 1 }): Fact => ({
  kind: 'handedToCollection',
  matter: M1,
  to,
  on: ON,
  procedure,
  claims,
});

describe('what a debtor answers and a person does', () => {
  const held = (ground: 'paused' | 'dispute' | 'promise', on: string, more = {}): Fact => ({
    kind: 'held',
    ground,
    on: day(on),
    by: 'operator:x' as const,
    reason: 'y',
    ...more,
  });
  const resumed = (ground: 'paused' | 'dispute' | 'promise', on: string): Fact => ({
    kind: 'resumed',
    ground,
    on: day(on),
    by: 'operator:x' as const,
  });
  test('of each ground one hold, the newest; resuming ends the one of its ground', () => {
    expect(
      after(held('paused', '2026-03-12'), held('promise', '2026-03-13'), held('paused', '2026-03-14')).holds.map(
        (h) => [h.ground, h.on],
      ),
    ).toEqual([
      ['promise', '2026-03-13'],
      ['paused', '2026-03-14'],
    ]);
    expect(
      after(held('paused', '2026-03-12'), held('promise', '2026-03-13'), resumed('paused', '2026-03-14')).holds.map(
        (h) => h.ground,
      ),
    ).toEqual(['promise']);
  });
  test('a dispute has a beginning and an end; told twice it is one, after its end a new one', () => {
    expect(after(held('paused', '2026-03-12')).disputes).toEqual([]);
    expect(after(held('dispute', '2026-03-12'), held('dispute', '2026-03-14')).disputes).toEqual([
      { from: '2026-03-12', to: null },
    ]);
    expect(after(held('dispute', '2026-03-12'), resumed('paused', '2026-03-13')).disputes).toEqual([
      { from: '2026-03-12', to: null },
    ]);
    expect(
      after(
        held('dispute', '2026-03-12'),
        resumed('dispute', '2026-03-14'),
        held('dispute', '2026-03-20'),
        resumed('dispute', '2026-03-25'),
      ).disputes,
    ).toEqual([
      { from: '2026-03-12', to: '2026-03-14' },
      { from: '2026-03-20', to: '2026-03-25' },
    ]);
  });
  test('a question to the creditor waits for its own answer', () => {
    const asked = (id: string): Fact => ({
      kind: 'asked',
      id: QueryId.parse(id),
      on: ON,
      by: 'operator:x' as const,
      question: 'Warum?',
      answerBy: day('2026-03-26'),
    });
    expect(
      after(asked('a'), asked('b'), {
        kind: 'answered',
        id: QueryId.parse('b'),
        on: day('2026-03-20'),
        by: 'operator:y',
        answer: 'Darum.',
      }).queries,
    ).toEqual([
      { id: 'a', on: ON, by: 'operator:x', question: 'Warum?', answerBy: '2026-03-26', answer: null },
      {
        id: 'b',
        on: ON,
        by: 'operator:x',
        question: 'Warum?',
        answerBy: '2026-03-26',
        answer: { on: '2026-03-20', text: 'Darum.' },
      },
    ]);
  });
  test('a new address replaces the old one and its Land, ends the tracing and revives the letter; what is not said stays', () => {
    const before: Fact[] = [
      { kind: 'undeliverable', contact: 'address', on: ON, reason: 'x' },
      { kind: 'undeliverable', contact: 'email', on: ON, reason: 'x' },
      { kind: 'undeliverable', contact: 'phone', on: ON, reason: 'x' },
      { kind: 'tracingOrdered', on: ON, by: 'operator:x' },
    ];
    const address = { street: 'Neuer Weg 1', postalCode: '20095', city: 'Hamburg', country: 'DE' as const };
    const changed = (more: object): Akte =>
      after(...before, { kind: 'contactChanged', on: ON, by: 'operator:x', source: 'debtor', ...more });
    expect(after(...before)).toMatchObject({ tracing: ON, dead: ['address', 'email', 'phone'] });
    const { land: _, ...landless } = erika;
    expect(changed({ address })).toMatchObject({ tracing: null, dead: ['email', 'phone'] });
    expect(changed({ address }).debtor).toStrictEqual({ ...landless, address });
    expect(changed({ address, land: 'HH' }).debtor).toStrictEqual({ ...erika, address, land: 'HH' });
    expect(changed({ email: 'neu@example.com' })).toMatchObject({
      tracing: ON,
      dead: ['address', 'phone'],
      debtor: { ...erika, email: 'neu@example.com' },
    });
    expect(changed({ phone: '+4915110000002' })).toMatchObject({
      tracing: ON,
      dead: ['address', 'email'],
      debtor: { ...erika, phone: '+4915110000002' },
    });
    expect(changed({ land: 'BE' }).debtor).toStrictEqual({ ...erika, land: 'BE' });
  });
  test('plans, each ended by its own name', () => {
    const plan = (id: string): Fact => ({
      kind: 'planAgreed',
      by: 'operator:x' as const,
      plan: {
        id: PlanId.parse(id),
        matter: M1,
        on: ON,
        first: ON,
        rate: cents(1),
        fee: cents(0),
        toleranceDays: 0,
        toleranceCents: cents(0),
      },
    });
    expect(
      after(plan('R1'), plan('R2'), {
        kind: 'planEnded',
        plan: PlanId.parse('R1'),
        on: ON,
        by: 'operator:x',
        reason: 'y',
      }).plans.map((p) => [p.plan.id, p.ended]),
    ).toEqual([
      ['R1', { on: ON, reason: 'y' }],
      ['R2', null],
    ]);
  });
  test('a waiver reached claims that were handed over long after it', () => {
    const waived: Fact = { kind: 'waived', on: ON, by: 'operator:x', interest: false, reason: 'Kulanz' };
    const again = { ...waived, on: day('2026-09-01') };
    const days = ({ matters }: Akte) => matters.map((m) => m.waiver?.on);
    expect(days(after(waived, handedOver(M2, 2)))).toEqual([ON, undefined]);
    expect(days(after(waived, handedOver(M2, 2), again))).toEqual([ON, '2026-09-01']);
  });
  test('what is waived of a claim stays waived where it goes on with others', () => {
    const waived: Fact = { kind: 'waived', on: ON, by: 'operator:x', interest: false, reason: 'Kulanz' };
    const joined: Fact = { kind: 'joined', matter: M2, claims: [F1], on: ON };
    expect(after(waived, handedOver(M2, 2), joined).matters.map((m) => m.waiver?.on)).toEqual([ON, ON]);
  });
  test('what is waived once is waived; the interest may follow later', () => {
    const waiverOf = ({ matters }: Akte) => matters[0]?.waiver;
    const waived = (on: string, interest: boolean): Fact => ({
      kind: 'waived',
      on: day(on),
      by: 'operator:x' as const,
      interest,
      reason: on,
    });
    expect(waiverOf(after())).toBeUndefined();
    expect(
      waiverOf(after(waived('2026-03-12', false), waived('2026-03-20', true), waived('2026-03-25', true))),
    ).toEqual({
      on: '2026-03-12',
      interest: '2026-03-20',
      reason: '2026-03-12',
    });
    expect([
      waiverOf(after(waived('2026-03-12', true), waived('2026-03-20', false)))?.interest,
      waiverOf(after(waived('2026-03-12', false)))?.interest,
    ]).toEqual(['2026-03-12', null]);
  });
  test('stages are skipped by matter', () => {
    expect(
      after(
        { kind: 'stageSkipped', matter: M1, stage: 1, on: ON, by: 'operator:x', reason: 'y' },
        { kind: 'stageSkipped', matter: M2, stage: 2, on: ON, by: 'operator:x', reason: 'y' },
      ).skipped,
    ).toEqual([
      { matter: 'M1', stage: 1 },
      { matter: 'M2', stage: 2 },
    ]);
  });
  test('a call is taken by the last who takes it, and free again when it was made', () => {
    const taken = (by: Actor, stage: Stage = 1, matter = M1): Fact => ({
      kind: 'callTaken',
      matter,
      stage,
      by,
      until: '2026-03-12T09:00:00Z',
    });
    const made: Fact = {
      kind: 'callMade',
      matter: M1,
      stage: 1,
      on: ON,
      part: 'morning',
      outcome: 'not-reached',
      by: 'operator:a',
    };
    expect(
      after(
        taken('operator:a'),
        taken('operator:b', 2),
        taken('operator:c', 1, M2),
        taken('operator:d'),
      ).callsTaken.map((c) => c.by),
    ).toEqual(['operator:b', 'operator:c', 'operator:d']);
    const akte = after(taken('operator:a'), taken('operator:b', 2), taken('operator:c', 1, M2), made);
    expect(akte.callsTaken.map((c) => c.by)).toEqual(['operator:b', 'operator:c']);
    expect(akte.calls).toEqual([
      { matter: 'M1', stage: 1, on: ON, part: 'morning', outcome: 'not-reached', by: 'operator:a' },
    ]);
  });
  test('handed to collection: the claims go on in a matter of their own, and their execution so far ends', () => {
    const akte = fold(AKTE, [
      [
        OPENED,
        handedOver(M1, 1, 2),
        { kind: 'restarted', claims: [F2], generation: 2 },
        toCollection(M2, [F2], { id: 'standard', version: 3 }),
      ],
    ]);
    expect(akte.matters).toMatchObject([
      { id: 'M1', claims: ['F1'] },
      { id: 'M2', handOver: 'h', on: ON, procedure: { id: 'standard', version: 3 }, claims: ['F2'], from: 'M1' },
    ]);
    expect(akte.claims.map((c) => [c.id, c.matter])).toEqual([
      ['F1', 'M1'],
      ['F2', 'M2'],
    ]);
    expect(akte.handedOn).toEqual({ F2: 2 });
    const twice = fold(AKTE, [
      [OPENED, handedOver(M1, 1, 2), toCollection(M2, [F1]), toCollection(MatterId.parse('M3'), [F2])],
    ]);
    expect(twice.handedOn).toEqual({ F1: 1, F2: 1 });
    expect(twice.matters.map((m) => [m.id, m.claims])).toEqual([
      ['M1', []],
      ['M3', ['F2']],
      ['M2', ['F1']],
    ]);
  });
  test('what was agreed stayed behind in the emptied matter, where nobody owed it: it goes along with the debt, to collection and to a matter that it joins', () => {
    const plan: Fact = {
      kind: 'planAgreed',
      by: 'operator:x',
      plan: {
        id: PlanId.parse('R1'),
        matter: M1,
        on: ON,
        first: ON,
        rate: cents(1),
        fee: cents(36_05),
        toleranceDays: 0,
        toleranceCents: cents(0),
      },
    };
    const planOf = (claims: ClaimId[]) =>
      fold(AKTE, [[OPENED, handedOver(M1, 1, 2), plan, toCollection(M2, claims)]]).plans;
    expect(planOf([F1, F2]).map((p) => p.plan.matter)).toEqual(['M2']);
    expect(planOf([F1]).map((p) => p.plan.matter)).toEqual(['M1']);
    const joined: Fact = { kind: 'joined', matter: M2, claims: [F1], on: ON };
    const before = fold(AKTE, [[OPENED, handedOver(M1, 1), plan, handedOver(M2, 2), joined]]);
    expect(before.plans.map((p) => p.plan.matter)).toEqual(['M2']);
  });
});
