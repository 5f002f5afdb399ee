import { MessageReference, ProviderId } from '../../../domain/ids.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { M1, M2, F1, on, message, sent, calls, dead, akte, step } from './played.ts';

const REFERENCE = MessageReference.parse('r');

describe('calls that nobody answers (D60)', () => {
  const FROM = 21;
  const call = (
    n: number,
    outcome: 'not-reached' | 'reached' = 'not-reached',
    stage: Stage = 1,
    matter = M1,
  ): Fact => ({
    kind: 'callMade',
    matter,
    stage,
    on: on(n),
    part: 'morning',
    outcome,
    by: 'operator:x',
  });
  const text = (n: number): Fact[] => {
    const key = { ...message(1, 'sms'), occasion: 'calls' as const };
    return [
      {
        kind: 'reserved',
        message: key,
        reference: REFERENCE,
        at: `${on(n)}T08:00:00Z`,
        by: 'operator:x',
        demand: null,
      },
      {
        kind: 'sent',
        message: key,
        reference: REFERENCE,
        on: on(n),
        providerId: ProviderId.parse('p'),
        document: null,
      },
    ];
  };
  const campaign = (...facts: Fact[]): Akte =>
    akte(
      ...sent(0, 'email', 0),
      ...sent(1, 'email', 10),
      ...sent(1, 'sms', 10),
      ...sent(1, 'letter', 18),
      { ...calls(1, FROM), until: on(36) } as Fact,
      ...facts,
    );
  const three = [call(22), call(24), call(29)];

  test('after the third a text asks to call back, once; the text that went with the Mahnung is another', () => {
    expect(step(campaign(...three.slice(0, 2)), 29)).toMatchObject({
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
    });
    expect(step(campaign(...three), 29)).toEqual({
      kind: 'act',
      name: 'SMS nach vergeblichen Anrufen',
      stage: 1,
      why: '1. Mahnung: fällig am 31.03.2026',
    });
    expect(step(campaign(...three, ...text(29)), 29)).toMatchObject({
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
    });
  });
  test('not where somebody was reached, in another stage or matter, or in a procedure without it', () => {
    for (const facts of [
      [...three, call(30, 'reached')],
      [call(22), call(24), call(29, 'not-reached', 2)],
      [call(22), call(24), call(29, 'not-reached', 1, M2)],
    ])
      expect(step(campaign(...facts), 30).name).toBe('Mahnstufe 1: Telefoninkasso');
    const without = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { afterDays: 10, days: 14 } })),
    });
    expect(step(campaign(...three), 30, without).name).toBe('Mahnstufe 1: Telefoninkasso');
  });
  test('refused, it is not tried again; given back, it is', () => {
    const key = { ...message(1, 'sms'), occasion: 'calls' as const };
    const back = (why: 'refused' | 'not-taken'): Fact[] => [
      {
        kind: 'reserved',
        message: key,
        reference: REFERENCE,
        at: `${on(29)}T08:00:00Z`,
        by: 'operator:x',
        demand: null,
      },
      { kind: 'notSent', message: key, reference: REFERENCE, on: on(29), why, reason: 'x' },
    ];
    expect([
      step(campaign(...three, ...back('refused')), 29).name,
      step(campaign(...three, ...back('not-taken')), 29).name,
    ]).toEqual(['Mahnstufe 1: Telefoninkasso', 'SMS nach vergeblichen Anrufen']);
  });
  test('with the contact budget it waits, and where the window is over first it lapses', () => {
    const busy = { messages: [24, 28, 29].map(on), calls: [] };
    expect(nextStep(campaign(...three), F1, { procedures: STANDARD, today: on(29), elsewhere: busy })).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(31),
      why: 'SMS nach vergeblichen Anrufen (1. Mahnung) am 02.04.2026',
    });
    expect(
      nextStep(campaign(...three), F1, {
        procedures: STANDARD,
        today: on(29),
        elsewhere: { messages: [30, 31, 32].map(on), calls: [] },
      }),
    ).toMatchObject({ kind: 'act' });
    expect(
      nextStep(campaign(...three), F1, {
        procedures: STANDARD,
        today: on(30),
        elsewhere: { messages: [28, 29, 30].map(on), calls: [] },
      }),
    ).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
      why: '1. Mahnung läuft bis 07.04.2026',
    });
  });
  test('a dead number gets none', () => {
    expect(step(campaign(...three, dead('phone', 30)), 30).name).not.toBe('SMS nach vergeblichen Anrufen');
  });
  test('a procedure cannot wait for more attempts than it makes', () => {
    const of = (phone: object) =>
      Procedure.safeParse({
        ...STANDARD,
        levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { afterDays: 10, days: 14, ...phone } })),
      }).success;
    expect([
      of({ attempts: 3, smsAfterAttempts: 3 }),
      of({ attempts: 2, smsAfterAttempts: 3 }),
      of({ smsAfterAttempts: 9 }),
    ]).toEqual([true, false, true]);
  });
});
