import type { Akte } from '../../../domain/akte/akte.ts';
import { joiningOf } from '../../../domain/dunning/series.ts';
import { cents } from '../../../domain/money.ts';
import { M1, F1, F2, akte as two, askedBy as asked, second } from './two-matters.ts';
import { ClaimId, PaymentId, HandOverId } from '../../../domain/ids.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim } from '../../support/akte.ts';
import { on, sent, akte, M2 } from './a-rest.ts';

test("a claim without contract data got a second series where the creditor's own reminder needs none: it waits for the one that runs", () => {
  const { contractDate: _, ...incomplete } = aClaim(2, { matter: M2 });
  const later: Fact = {
    kind: 'handedOver',
    handOver: HandOverId.parse('h2'),
    on: on(3),
    matter: M2,
    procedure: { id: 'own', version: 1 },
    claims: [incomplete],
  };
  const ownReminder = Procedure.parse({
    ...STANDARD,
    id: 'own',
    levels: STANDARD.levels.map((level) => (level.stage === 0 ? { ...level, sender: 'creditor' } : level)),
  });
  const both = akte([...sent(0, 'email', 0), later]);
  expect(nextStep(both, ClaimId.parse('F2'), { procedures: ownReminder, today: on(3) })).toMatchObject({
    kind: 'wait',
    name: 'Zahlungserinnerung: Frist',
  });
  expect(nextStep(akte([later]), ClaimId.parse('F2'), { procedures: ownReminder, today: on(3) })).toMatchObject({
    kind: 'wait',
  });
});

describe('one debtor, one series (reading 11)', () => {
  const stepOf = (of: Akte, claim: ClaimId, n: number) =>
    nextStep(of, claim, { procedures: STANDARD, today: on(n), hour: 12 });
  const RUNNING = [...asked(0, 0, [F1]), second({})] as const;
  test('a second matter that is due goes on with the one that runs, at its next stage', () => {
    const of = two(...RUNNING);
    expect(stepOf(of, F2, 3)).toMatchObject({
      kind: 'wait',
      name: 'Zahlungserinnerung: Frist',
      why: 'Es läuft schon eine Mahnfolge (M1); mit deren nächster Stufe geht es gemeinsam weiter.',
    });
  });
  test('it looks again tomorrow at the earliest and after a week at the latest', () => {
    const of = two(...RUNNING);
    const own = stepOf(of, F1, 1);
    expect(own).toMatchObject({ kind: 'wait' });
    expect(stepOf(of, F2, 1)).toMatchObject({ until: on(8) });
    expect(stepOf(two(second({})), F2, 1)).toMatchObject({ kind: 'wait', until: on(2) });
  });
  test('on a day without work, too: it does not begin by itself on the next', () => {
    for (const saturday of [5, 6]) expect(stepOf(two(...RUNNING), F2, saturday).why).toContain('Es läuft schon');
  });
  test('a matter that is over goes its own way, though another has begun meanwhile', () => {
    const levels = STANDARD.levels.map((l) => ({ ...l, phone: null, sms: false, letter: 'never' as const }));
    const procedures = Procedure.parse({ ...STANDARD, id: 'own', levels });
    const stages = STANDARD.levels.flatMap(({ stage }) => asked(stage, stage * 20, [F1]));
    const of = two(...stages, second({ dueOn: on(99) }), ...asked(0, 100, [F2], { matter: M2 }));
    const step = (claim: ClaimId) => nextStep(of, claim, { procedures, today: on(101), hour: 12 });
    expect(step(F1)).toMatchObject({ kind: 'act', name: 'Gerichtliche Entscheidung vorlegen' });
    expect(step(F2)).toMatchObject({ kind: 'wait', name: 'Zahlungserinnerung: Frist' });
  });
  test('what is not due rests by itself', () => {
    const of = two(...asked(0, 0, [F1]), second({ dueOn: on(15) }));
    expect(stepOf(of, F2, 3)).toMatchObject({ kind: 'wait', name: 'Beginn am nächsten Werktag', until: on(16) });
  });
  test('alone it begins, and so it does where the other is paid', () => {
    const paid = {
      kind: 'paid',
      id: PaymentId.parse('p'),
      amount: cents(125_00),
      claim: F1,
      via: 'agency',
      source: '',
    } as const;
    const of = two(...RUNNING, { ...paid, valueDate: on(2), bookedOn: on(2) });
    expect(stepOf(of, F2, 3)).toMatchObject({ kind: 'act', name: 'Mahnung per E-Mail', stage: 0 });
  });
});

describe('the fact that claims go on in the series that runs', () => {
  const joins = (of: Akte, n: number) => joiningOf(of, STANDARD, on(n));
  const RUNNING = asked(0, 0, [F1]);
  test('names them, on the day they are due', () => {
    expect(joins(two(...RUNNING, second({})), 3)).toEqual({ kind: 'joined', matter: M1, claims: [F2], on: on(3) });
    expect(joins(two(...RUNNING, second({ dueOn: on(7) })), 7)).toBeNull();
    expect(joins(two(...RUNNING, second({ dueOn: on(7) })), 8)).toMatchObject({ claims: [F2] });
  });
  test('is none in an Akte of one matter, in a closed one, or where there is nobody to join', () => {
    expect(joins(two(...RUNNING), 3)).toBeNull();
    const closed = { kind: 'closed', on: on(2), by: 'operator:x', reason: 'y' } as const;
    expect(joins(two(...RUNNING, second({}), closed), 3)).toBeNull();
    expect(joins(two(...RUNNING, second({}), ...asked(0, 2, [F2], { matter: M2 })), 3)).toBeNull();
  });
});
