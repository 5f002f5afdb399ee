import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { F1, F2, M1, M2, ON, START, after, akteOf, handedOver } from './told.ts';

const by = 'operator:x';
const M3 = MatterId.parse('M3');
const M4 = MatterId.parse('M4');
const joinedTo = (matter: MatterId, ...claims: FactOf<'joined'>['claims']): Fact => ({
  kind: 'joined',
  matter,
  claims,
  on: ON,
});
const joined = (...claims: FactOf<'joined'>['claims']): Fact => joinedTo(M1, ...claims);
const toCollection = (claims: FactOf<'joined'>['claims']): FactOf<'handedToCollection'> => ({
  kind: 'handedToCollection',
  matter: M2,
  to: M3,
  on: ON,
  procedure: { id: 'standard', version: 1 },
  claims,
});
const waived: Fact = { kind: 'waived', on: ON, by, interest: false, reason: 'Kulanz' };
const plan: Fact = {
  kind: 'planAgreed',
  by,
  plan: {
    id: PlanId.parse('R1'),
    matter: M2,
    on: ON,
    first: ON,
    rate: cents(1),
    fee: cents(36_05),
    toleranceDays: 0,
    toleranceCents: cents(0),
  },
};

describe('how a claim came', () => {
  const begun = { handOver: 'h', on: START, joinedOn: null };
  test('with its hand-over, on that day; a later one leaves what came before', () => {
    const later = { ...handedOver(M2, 2), handOver: HandOverId.parse('h2'), on: ON };
    expect(after(later).arrivals).toEqual({ F1: begun, F2: { handOver: 'h2', on: ON, joinedOn: null } });
  });
  test('and since when it runs with others; in collection they begin together', () => {
    const together = [handedOver(M2, 2, 3), joined(F2)];
    expect(after(...together).arrivals).toEqual({ F1: begun, F2: { ...begun, joinedOn: ON }, F3: begun });
    const inCollection = after(...together, { ...toCollection([F1, F2]), matter: M1 });
    expect(inCollection.arrivals).toEqual({ F1: begun, F2: begun, F3: begun });
  });
});

describe('claims that go on in a matter that runs', () => {
  test('stand in it, and no longer in theirs', () => {
    const { claims, matters } = after(handedOver(M2, 2, 3), joined(F2));
    expect(matters.map((m) => [m.id, m.claims])).toEqual([
      ['M1', ['F1', 'F2']],
      ['M2', ['F3']],
    ]);
    expect(claims.map((c) => [c.id, c.matter])).toEqual([
      ['F1', 'M1'],
      ['F2', 'M1'],
      ['F3', 'M1'],
    ]);
  });
  test('what was agreed of them goes along where nothing is left behind', () => {
    const plansAfter = (...facts: readonly Fact[]) => after(...facts).plans.map((p) => p.plan.matter);
    expect(plansAfter(handedOver(M2, 2), plan, joined(F2))).toEqual(['M1']);
    expect(plansAfter(handedOver(M2, 2, 3), plan, joined(F2))).toEqual(['M2']);
    expect(plansAfter(handedOver(M2, 2), handedOver(M3, 3), plan, joined(F2))).toEqual(['M1']);
    const ofThird: Fact = { ...plan, plan: { ...plan.plan, matter: M3 } };
    expect(plansAfter(handedOver(M2, 2), handedOver(M3, 3), ofThird, joined(F2))).toEqual(['M3']);
  });
  test('what was waived of them is waived there, from its own day; what was waived there stays', () => {
    const waivers = (...facts: readonly Fact[]) => after(...facts).matters.map((m) => m.waiver?.on ?? null);
    const laterWaived = { ...waived, on: day('2026-04-01') };
    expect(waivers(handedOver(M2, 2), joined(F2))).toEqual([null, null]);
    expect(waivers(waived, handedOver(M2, 2), joined(F2))).toEqual([ON, null]);
    expect(waivers(waived, handedOver(M2, 2), laterWaived, joined(F2))).toEqual([ON, '2026-04-01']);
    const later = [handedOver(M3, 4), handedOver(M4, 5)];
    // One of two waived claims goes on in a matter that was not waived; nothing comes of it to a further one.
    expect(waivers(handedOver(M2, 2, 3), waived, ...later, joinedTo(M3, F2))).toEqual([ON, ON, ON, null]);
    // What was waived of another matter is not brought along.
    expect(waivers(waived, handedOver(M2, 2), ...later, joinedTo(M3, F2))).toEqual([ON, null, null, null]);
  });
  test('what was waived of one of two that come together is waived there, whichever matter stands first', () => {
    const begun = [waived, handedOver(M2, 2), handedOver(M3, 3), joinedTo(M3, F1), handedOver(M4, 4)];
    const { matters } = after(...begun, joinedTo(M4, F1, F2));
    expect(matters.map((m) => [m.id, m.claims, m.waiver?.on ?? null])).toEqual([
      ['M1', [], ON],
      ['M2', [], null],
      ['M3', ['F3'], ON],
      ['M4', ['F4', 'F1', 'F2'], ON],
    ]);
  });
});

describe('claims that go to collection', () => {
  test('take along what was agreed of them all, nothing of what was agreed of others or of some', () => {
    const plansAfter = (...facts: readonly Fact[]) => after(...facts).plans.map((p) => p.plan.matter);
    expect(plansAfter(handedOver(M2, 2, 3), plan, toCollection([F2]))).toEqual(['M2']);
    expect(plansAfter(handedOver(M2, 2), plan, { ...toCollection([F1]), matter: M1 })).toEqual(['M2']);
  });
  test('keep what was waived of them, and leave what is of another matter', () => {
    const akte = after(handedOver(M2, 2), waived, plan, toCollection([F2]));
    expect(akte.matters.map((m) => [m.id, m.claims, m.waiver?.on])).toEqual([
      ['M1', ['F1'], ON],
      ['M2', [], ON],
      ['M3', ['F2'], ON],
    ]);
    expect(akte.plans.map((p) => p.plan.matter)).toEqual(['M3']);
  });
  test('leave a plan behind that is of another matter, or still has a claim there', () => {
    const plansAfter = (...facts: readonly Fact[]) => after(...facts).plans.map((p) => p.plan.matter);
    const ofFirst: Fact = { ...plan, plan: { ...plan.plan, matter: M1 } };
    expect(plansAfter(handedOver(M2, 2), ofFirst, toCollection([F2]))).toEqual(['M1']);
    expect(plansAfter(handedOver(M2, 2, 3), plan, toCollection([F2]))).toEqual(['M2']);
  });
  test('nothing was waived of them: nothing is', () => {
    expect(after(handedOver(M2, 2), toCollection([F2])).matters.map((m) => m.waiver)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what else is known after', () => {
  test('a tracing that found nothing: it is over, and the day is kept', () => {
    const ordered: Fact = { kind: 'tracingOrdered', on: ON, by };
    const found = after(ordered, { kind: 'tracingFailed', on: day('2026-03-20'), by, reason: 'unbekannt' });
    expect([found.tracing, found.tracedInVain]).toEqual([null, '2026-03-20']);
    expect([after(ordered).tracing, after(ordered).tracedInVain]).toEqual([ON, null]);
  });
  test('a closed Akte that is opened again is as if it had not been', () => {
    const closed: Fact = { kind: 'closed', on: ON, by, reason: 'Kulanz' };
    expect(after(closed, { kind: 'reopened', on: ON, by, reason: 'Versehen' })).toEqual({ ...after(), version: 2 });
  });
  test('credit notes, in their order', () => {
    const credit = (id: string): Omit<FactOf<'credited'>, 'kind'> => ({
      id,
      claim: F1,
      amount: cents(5_00),
      on: ON,
      by,
      reason: 'Rücksendung',
    });
    const facts = ['G-1', 'G-2'].map((id): Fact => ({ kind: 'credited', ...credit(id) }));
    expect(after(...facts).credits).toEqual([credit('G-1'), credit('G-2')]);
  });
});

describe('what the creditor tells of claims and debtor', () => {
  const given = (more: Partial<FactOf<'particularsGiven'>>): Fact => ({
    kind: 'particularsGiven',
    claim: F1,
    on: ON,
    by: 'client:MUS',
    subject: 'Gartenbank',
    ...more,
  });
  test('of a contract, for its claim; which hand-over completed it, where one did', () => {
    const subjects = (...facts: readonly Fact[]) => after(handedOver(M2, 2), ...facts).claims.map((c) => c.subject);
    expect(subjects(given({}))).toEqual(['Gartenbank', 'Gartenmöbel']);
    expect(after(given({})).completed).toStrictEqual({});
    const completed = [
      given({ handOver: HandOverId.parse('h2') }),
      given({ claim: F2, handOver: HandOverId.parse('h3') }),
    ];
    expect(after(handedOver(M2, 2), ...completed).completed).toEqual({ F1: 'h2', F2: 'h3' });
  });
  const renamed = (more: Partial<FactOf<'renamed'>>): Fact => ({
    kind: 'renamed',
    on: ON,
    by: 'client:MUS',
    source: 'creditor',
    name: 'Erika Muster',
    ...more,
  });
  test('another name: how she is addressed stays until told, the last name is the one told with it', () => {
    const { lastName: _, ...rest } = after().debtor;
    expect(after(renamed({})).debtor).toStrictEqual({ ...rest, name: 'Erika Muster' });
    expect(after(renamed({ lastName: 'Muster', salutation: 'Herr' })).debtor).toStrictEqual({
      ...rest,
      name: 'Erika Muster',
      lastName: 'Muster',
      salutation: 'Herr',
    });
  });
  test('whoever was never addressed still is not', () => {
    const firm = { customerNumber: 'K-1', kind: 'business' as const, name: 'Muster GmbH' };
    expect(Object.keys(after(renamed({})).debtor)).toContain('salutation');
    expect(Object.keys(akteOf(firm, renamed({ name: 'Muster AG' })).debtor)).not.toContain('salutation');
  });
  test('all names that were borne count; with the former one said, only the new', () => {
    const also: Fact = { kind: 'alsoNamed', on: ON, by: 'client:MUS', source: 'creditor', name: 'E. Beispiel' };
    const names = (...facts: readonly Fact[]) => after(...facts).names.map((n) => n.name);
    expect(names(also, renamed({}))).toEqual(['Erika Beispiel', 'E. Beispiel', 'Erika Muster']);
    expect(names(also, renamed({ formerName: 'Erika Beispiel' }))).toEqual(['Erika Muster']);
    expect(after(also).debtor.name).toBe('Erika Beispiel');
  });
});
