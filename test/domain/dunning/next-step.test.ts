import type { Stage } from '../../../domain/procedure/states.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { ClaimId, MessageReference, PaymentId } from '../../../domain/ids.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { M1, M2, F1, on, opened, message, reserved, sent, akte, step } from './played.ts';

const F2 = ClaimId.parse('F2');
const unclear = (stage: Stage, channel: Channel, n: number, matter = M1): Fact[] => [
  reserved(stage, channel, n, matter),
  { kind: 'unclear', message: message(stage, channel, matter), reference: MessageReference.parse('r'), on: on(n) },
];

describe('what comes before the procedure', () => {
  const held = (more: Partial<Extract<Fact, { kind: 'held' }>> = {}): Fact => ({
    kind: 'held',
    ground: 'paused',
    on: on(1),
    by: 'operator:x',
    reason: 'Rückfrage',
    ...more,
  });
  test('an execution that a later one has replaced, or whose claim is not there, ends', () => {
    const restarted = akte({ kind: 'restarted', claims: [F1], generation: 2 });
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0), generation: 1 })).toEqual({
      kind: 'end',
      name: 'Abgelöst',
      why: 'Eine jüngere Ausführung führt diese Forderung weiter.',
    });
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0), generation: 2 }).name).toBe(
      'Mahnung per E-Mail',
    );
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0) }).name).toBe('Mahnung per E-Mail');
    expect(nextStep(akte(), ClaimId.parse('F9'), { procedures: STANDARD, today: on(0) }).name).toBe('Abgelöst');
  });
  test('a closed Akte ends, with its reason', () => {
    expect(step(akte({ kind: 'closed', on: on(1), by: 'operator:x', reason: 'Verzicht' }), 2)).toEqual({
      kind: 'end',
      name: 'Geschlossen',
      why: 'Verzicht',
    });
  });
  test('a paid claim ends, although the other of its matter is dunned on', () => {
    const two = fold(AKTE, [
      [
        ...opened(erika, aClaim(1), aClaim(2)),
        {
          kind: 'paid',
          id: PaymentId.parse('p'),
          amount: cents(120_00),
          valueDate: on(1),
          bookedOn: on(1),
          via: 'agency',
          source: '',
          claim: F1,
        },
      ],
    ]);
    expect(nextStep(two, F1, { procedures: STANDARD, today: on(2) })).toEqual({
      kind: 'end',
      name: 'Erledigt',
      why: 'Die Forderung ist bezahlt.',
    });
    expect(nextStep(two, F2, { procedures: STANDARD, today: on(2) }).kind).toBe('act');
  });
  test('a message of which nobody knows whether it went out stops its matter, and no other', () => {
    expect(step(akte(...unclear(0, 'email', 0)), 1)).toEqual({
      kind: 'wait',
      name: 'Klärung',
      until: on(29),
      why: 'Ob eine Nachricht hinausging, ist unklar.',
    });
    expect(step(akte(...unclear(0, 'email', 0, M2)), 1).kind).toBe('act');
  });
  test('a failed step stops its claim, and no other', () => {
    expect(step(akte({ kind: 'trouble', claim: F1, on: on(1), reason: 'x' }), 1)).toStrictEqual({
      kind: 'wait',
      name: 'Klärung',
      until: on(29),
      why: 'Ein Schritt ist gescheitert; eine Person prüft.',
    });
    expect(step(akte({ kind: 'trouble', claim: F2, on: on(1), reason: 'x' }), 1).kind).toBe('act');
  });
  test('a hold has its own word, and ends on its day', () => {
    expect(step(akte(held()), 1)).toEqual({ kind: 'wait', name: 'Ruht', until: on(29), why: 'Rückfrage' });
    expect(step(akte(held({ ground: 'dispute' })), 1).name).toBe('Widerspruch in Prüfung');
    expect(step(akte(held({ ground: 'promise', until: on(9) })), 8)).toMatchObject({
      name: 'Zahlungszusage läuft',
      until: on(9),
    });
    expect(step(akte(held({ until: on(9) })), 9).kind).toBe('act');
  });
  test('§ 13a RDG: a private person is not written to without object and date of each contract; a business is', () => {
    const { subject: _, ...noSubject } = aClaim();
    const { contractDate: __, ...noDate } = aClaim();
    for (const bare of [noSubject, noDate])
      expect(step(fold(AKTE, [opened(erika, bare)]), 1)).toEqual({
        kind: 'wait',
        name: 'Wartet auf Angaben',
        until: on(29),
        why: expect.stringMatching(/§ 13a.*der Gläubiger ist gefragt.*akte rueckfrage.*noch einmal übergeben/),
        stage: 0,
      });
    expect(step(fold(AKTE, [opened({ ...erika, kind: 'business' }, noSubject)]), 1).kind).toBe('act');
    expect(step(fold(AKTE, [opened(erika, aClaim(1), { ...noSubject, id: F2, matter: M2 })]), 1).kind).toBe('act');
    expect(step(fold(AKTE, [opened(erika, aClaim(1), { ...noSubject, id: F2 })]), 1).name).toBe('Wartet auf Angaben');
    // A reminder in the creditor's own name may go (§ 13a RDG binds the agency); the agency's first message waits.
    const own = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, sender: l.stage === 0 ? 'creditor' : null })),
    });
    expect(step(fold(AKTE, [opened(erika, noSubject)]), 1, own)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
    });
    expect(step(fold(AKTE, [[...opened(erika, noSubject), ...sent(0, 'email', 0)]]), 10, own)).toMatchObject({
      name: 'Wartet auf Angaben',
      stage: 1,
    });
  });
});
