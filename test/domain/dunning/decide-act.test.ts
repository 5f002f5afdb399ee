import { matterOf, type Matter } from '../../../domain/akte/akte.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import {
  decideCallWindow,
  decideCourtDecision,
  decideHandingOn,
  procedureAfter,
} from '../../../domain/dunning/decide-act.ts';
import type { Step } from '../../../domain/dunning/step.ts';
import { ClaimId, HandOverId, MatterId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { ACTS, type Act } from '../../../domain/procedure/states.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { M1, on, opened } from './played.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const F3 = ClaimId.parse('F3');
const CASE = opened(erika, aClaim(1), aClaim(2), aClaim(3));
const matterAfter = (...facts: Fact[]): Matter => {
  const matter = matterOf(fold(AKTE, [[...CASE, ...facts]]), F1);
  if (!matter) throw new Error('no matter');
  return matter;
};
const act = (name: Act): Step => ({ kind: 'act', name, stage: 2, until: on(35), why: '' });
const waits: Step = { kind: 'wait', name: 'Klärung', until: on(35), why: '' };
const others = (name: Act): Step[] => [...ACTS.filter((one) => one !== name).map(act), waits];

describe('the phone window of a stage', () => {
  test('opens today, up to the day that the step names', () => {
    expect(decideCallWindow(act('Telefoninkasso eröffnen'), matterAfter(), on(21))).toEqual([
      { kind: 'callsOpened', matter: M1, stage: 2, from: on(21), until: on(35) },
    ]);
  });
  test('not where the step names no day', () => {
    const endless: Step = { kind: 'act', name: 'Telefoninkasso eröffnen', stage: 2, why: '' };
    expect(decideCallWindow(endless, matterAfter(), on(21))).toEqual([]);
  });
  test('not where anything else is next', () => {
    for (const step of others('Telefoninkasso eröffnen'))
      expect(decideCallWindow(step, matterAfter(), on(21))).toEqual([]);
  });
});

describe('the decision on the court', () => {
  test('is due from today on', () => {
    expect(decideCourtDecision(act('Gerichtliche Entscheidung vorlegen'), matterAfter(), on(60))).toEqual([
      { kind: 'courtDecisionDue', matter: M1, on: on(60) },
    ]);
  });
  test('not where anything else is next', () => {
    for (const step of others('Gerichtliche Entscheidung vorlegen'))
      expect(decideCourtDecision(step, matterAfter(), on(60))).toEqual([]);
  });
});

describe('a creditor’s own dunning goes on as collection', () => {
  const to = { id: 'standard', version: 3 };
  const own = { handOver: { procedure: to, startsOnDay: null, windowDays: 5 } };
  const handed = (claims: ClaimId[], more: Partial<FactOf<'handedToCollection'>> = {}): Fact => ({
    kind: 'handedToCollection',
    matter: M1,
    to: MatterId.parse('M2'),
    on: on(30),
    procedure: to,
    claims,
    ...more,
  });
  const restarted = (claims: ClaimId[], generation: number): Fact => ({ kind: 'restarted', claims, generation });
  const decided = (...facts: Fact[]): readonly Fact[] =>
    decideHandingOn(
      { matter: matterAfter(...facts), to: { ...STANDARD, ...to } },
      fold(AKTE, [[...CASE, ...facts]]),
      on(30),
    );
  const paid: Fact = {
    kind: 'paid',
    id: PaymentId.parse('p'),
    claim: F2,
    amount: cents(500_00),
    valueDate: on(1),
    bookedOn: on(1),
    via: 'agency',
    source: 'x',
  };

  test('with the procedure that its own names, where that is next', () => {
    expect(procedureAfter(act('Übergabe ans Inkasso'), own)).toEqual(to);
    expect(procedureAfter(act('Übergabe ans Inkasso'), { handOver: null })).toBeNull();
    for (const step of others('Übergabe ans Inkasso')) expect(procedureAfter(step, own)).toBeNull();
  });
  test('all claims are a new matter, led by the next generation', () => {
    expect(decided()).toEqual([handed([F1, F2, F3]), restarted([F1, F2, F3], 2)]);
  });
  test('what is paid stays where it is', () => {
    const alone: Fact = { ...paid, amount: cents(120_00) };
    expect(decided({ ...alone, valueDate: on(0) })).toEqual([handed([F1, F3]), restarted([F1, F3], 2)]);
  });
  test('the generation is younger than that of any claim that goes on', () => {
    expect(decided(restarted([F1], 2), restarted([F3], 5))).toEqual([handed([F1, F2, F3]), restarted([F1, F2, F3], 6)]);
  });
  test('the new matter is the next of the Akte', () => {
    const M2 = MatterId.parse('M2');
    const another: Fact = {
      kind: 'handedOver',
      handOver: HandOverId.parse('h2'),
      on: on(10),
      matter: M2,
      procedure: to,
      claims: [aClaim(4, { matter: M2 })],
    };
    expect(decided(another)[0]).toEqual(handed([F1, F2, F3], { to: MatterId.parse('M3') }));
  });
});
