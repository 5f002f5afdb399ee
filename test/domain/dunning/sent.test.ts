import { placeIn } from '../../../domain/law/place.ts';
import { day } from '../../../domain/calendar.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { missedOn, payByOf, refused, sentOf, wentOutOn, windowOf } from '../../../domain/dunning/sent.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { M1, M2, akte, calls, on, refused as refusedBy, reserved, sent } from './played.ts';

test('the last day to pay: from the e-mail, or three postal days later; a working day', () => {
  const level = STANDARD.levels[1]!;
  expect(payByOf(level, 'email', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-09');
  expect(payByOf(level, 'letter', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-10');
  expect(payByOf(level, 'sms', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-09');
  expect(payByOf(level, 'email', day('2026-05-30'), { place: placeIn('NW') })).toBe('2026-06-05');
  expect(payByOf(level, 'email', day('2026-05-30'), { place: placeIn('BE') })).toBe('2026-06-04');
});

test('on a procedure of plain days the last day to pay stays where it falls', () => {
  const level = STANDARD.levels[1]!;
  expect(payByOf(level, 'email', day('2026-05-30'), { place: placeIn('NW'), shift: false })).toBe('2026-06-04');
});

describe('what has gone out', () => {
  const of = akte(...sent(0, 'email', 0), ...refusedBy(1, 'email', 10), reserved(1, 'letter', 11));
  const matter = of.matters[0]!;
  test('is what was sent: a refused one has a day, too, and reached nobody', () => {
    expect(wentOutOn(sentOf(of, matter, 0, 'email'))).toBe(on(0));
    expect(wentOutOn(sentOf(of, matter, 1, 'email'))).toBeNull();
    expect(wentOutOn(sentOf(of, matter, 1, 'letter'))).toBeNull();
    expect(wentOutOn(undefined)).toBeNull();
  });
  test('is asked for by stage and channel', () => {
    expect(sentOf(of, matter, 0, 'letter')).toBeUndefined();
    expect([sentOf(of, matter, 0, 'email'), sentOf(of, matter, 1, 'email'), undefined].map(refused)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test('a phone window is that of its own matter and stage', () => {
  const of = akte(calls(1, 20), calls(2, 40, M2));
  const matter = of.matters[0]!;
  expect(windowOf(of, matter, 1)).toMatchObject({ from: on(20), until: on(34) });
  expect(windowOf(of, matter, 2)).toBeUndefined();
});

describe('the day on which unanswered calls ask for a text', () => {
  const level = { ...STANDARD.levels[1]!, phone: { afterDays: 10, days: 14, attempts: 5, smsAfterAttempts: 2 } };
  const called = (n: number, outcome: FactOf<'callMade'>['outcome'] = 'not-reached', matter = M1): Fact => ({
    kind: 'callMade',
    matter,
    stage: 1,
    on: on(n),
    part: 'morning',
    outcome,
    by: 'operator:x',
  });
  const missed = (...facts: Fact[]) => {
    const of = akte(...facts);
    return missedOn(of, of.matters[0]!, level);
  };
  test('is that of the last attempt that it takes', () => {
    expect(missed(called(20))).toBeNull();
    expect(missed(called(20), called(21))).toBe(on(21));
    expect(missed(called(20), called(21), called(22))).toBe(on(21));
  });
  test('is none where somebody was reached, or the calls belong to another matter', () => {
    expect(missed(called(20), called(21), called(22, 'wrong-number'))).toBeNull();
    expect(missed(called(20), called(21, 'not-reached', M2))).toBeNull();
  });
  test('is none in a stage without that text', () => {
    const of = akte(called(20), called(21));
    expect(missedOn(of, of.matters[0]!, { ...level, phone: { afterDays: 10, days: 14 } })).toBeNull();
    expect(missedOn(of, of.matters[0]!, { ...level, phone: null })).toBeNull();
  });
});
