import { fold } from '../../../domain/akte/fold.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { M1, M2, F1, on, opened, reserved, sent, calls, akte, step, doneBy, one } from './played.ts';

describe('the word and the day that an operator sees', () => {
  const REMINDED = sent(0, 'email', 0);
  const FIRST = [...REMINDED, ...sent(1, 'email', 10), ...sent(1, 'sms', 10)];
  test('before the first act: the beginning, on the next working day', () => {
    const late = fold(AKTE, [opened(erika, aClaim(1, { dueOn: on(4) }))]);
    expect(step(late, 0)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(7),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
      stage: 0,
    });
    expect(step(late, 7)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 09.03.2026',
    });
  });
  test('an act that was due on a weekend, or while nobody looked, is done on the next working day', () => {
    expect(step(akte(), 5)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(7),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
      stage: 0,
    });
    expect(step(akte(), 8)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 02.03.2026',
    });
  });
  test("the reminder's time to pay", () => {
    expect(step(akte(...REMINDED), 3)).toEqual({
      kind: 'wait',
      name: 'Zahlungserinnerung: Frist',
      until: on(10),
      why: 'Zahlungserinnerung läuft bis 12.03.2026',
      stage: 0,
    });
  });
  test("a stage's time to pay, with the letter to come", () => {
    expect(step(akte(...FIRST), 11)).toEqual({
      kind: 'wait',
      name: 'Mahnstufe 1: Frist',
      until: on(18),
      why: 'Mahnung per Brief (1. Mahnung) am 20.03.2026',
      stage: 1,
    });
  });
  test('the phone window, and when it opens', () => {
    const letter = [...FIRST, ...sent(1, 'letter', 18)];
    expect(step(akte(...letter), 19)).toMatchObject({
      name: 'Mahnstufe 1: Frist',
      until: on(21),
      why: 'Telefoninkasso eröffnen (1. Mahnung) am 23.03.2026',
    });
    expect(step(akte(...letter), 21)).toMatchObject({ kind: 'act', name: 'Telefoninkasso eröffnen', stage: 1 });
    expect(step(akte(...letter, calls(1, 21)), 22)).toEqual({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
      why: '1. Mahnung läuft bis 07.04.2026',
      stage: 1,
    });
    expect(step(akte(...letter, calls(1, 21)), 36)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 2,
    });
  });
  test('a window of another matter or stage is not this one', () => {
    const letter = [...FIRST, ...sent(1, 'letter', 18)];
    expect(step(akte(...letter, calls(1, 21, M2), calls(2, 21)), 21)).toMatchObject({
      kind: 'act',
      name: 'Telefoninkasso eröffnen',
      stage: 1,
    });
  });
  test("a message of another matter is not this one's", () => {
    expect(step(akte(...sent(0, 'email', 0, M2)), 1)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
    });
  });
  test('a message that is only reserved has not gone out: it is tried again', () => {
    expect(step(akte(reserved(0, 'email', 0)), 1)).toMatchObject({ kind: 'act', name: 'Mahnung per E-Mail', stage: 0 });
    expect(step(akte(...FIRST, reserved(1, 'letter', 18)), 18)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per Brief',
      stage: 1,
    });
  });
  test('the decision about the court: put once, then shown every four weeks', () => {
    const all = one({ letter: 'never', sms: false, phone: null });
    expect(step(akte(...sent(1, 'email', 0)), 10, all)).toEqual({
      kind: 'act',
      name: 'Gerichtliche Entscheidung vorlegen',
      stage: 1,
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen.',
    });
    expect(step(akte(...sent(1, 'email', 0), { kind: 'courtDecisionDue', matter: M1, on: on(10) }), 12, all)).toEqual({
      kind: 'wait',
      name: 'Gerichtliches Mahnverfahren: Entscheidung',
      until: on(40),
      why: 'Entscheidung offen seit 12.03.2026',
      stage: 1,
    });
    expect(step(akte(...sent(1, 'email', 0), { kind: 'courtDecisionDue', matter: M2, on: on(10) }), 12, all).name).toBe(
      'Gerichtliche Entscheidung vorlegen',
    );
  });
  test('a stage that is due on a weekend has not begun: the word is still the one before', () => {
    expect(step(akte(...REMINDED), 12)).toEqual({
      kind: 'wait',
      name: 'Zahlungserinnerung: Frist',
      until: on(14),
      why: 'Mahnung per E-Mail (1. Mahnung) am 16.03.2026',
      stage: 1,
    });
    expect(step(akte(...sent(0, 'email', 0, M2)), 5).name).toBe('Beginn am nächsten Werktag');
  });
  test('five stages have words of their own', () => {
    const five = Procedure.parse({
      id: 'five',
      version: 1,
      name: 'Fünf',
      levels: [1, 2, 3, 4, 5].map((stage) => ({
        ...STANDARD.levels[1],
        stage,
        title: `${stage}. Mahnung`,
        letter: 'never',
        sms: false,
      })),
    });
    const words = new Set<string>();
    const facts = opened(erika, aClaim());
    for (let n = 0; n < 150; n++)
      for (
        let next = nextStep(fold(AKTE, [facts]), F1, { procedures: five, today: on(n) });
        ;
        next = nextStep(fold(AKTE, [facts]), F1, { procedures: five, today: on(n) })
      ) {
        words.add(next.name);
        if (next.kind !== 'act' || facts.length > 100) break;
        facts.push(...doneBy(next, n, false));
      }
    for (const stage of [1, 2, 3, 4, 5])
      for (const part of ['Frist', 'Telefoninkasso']) expect(words).toContain(`Mahnstufe ${stage}: ${part}`);
    expect(words).not.toContain('Klärung');
  });
});
