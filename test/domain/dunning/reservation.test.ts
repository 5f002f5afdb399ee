import { fold } from '../../../domain/akte/fold.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { isBegun, isGivenUp, isInFlight, nextLook, unknownInWords } from '../../../domain/dunning/reservation.ts';
import type { Step } from '../../../domain/dunning/step.ts';
import { ClaimId, HandOverId, MatterId, MessageReference } from '../../../domain/ids.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { F1, on, opened, reserved, sent } from './played.ts';

const MESSAGE = {
  reference: MessageReference.parse('MUS-4F7K-2QXR-M1-1-email'),
  reservedAt: '2026-03-12T08:00:00.000Z',
};
/** So many milliseconds after the reservation. */
const after = (ms: number): Date => new Date(Date.parse(MESSAGE.reservedAt) + ms);
const MINUTE = 60_000;

test('for a minute its sender may still be at work', () => {
  expect([0, MINUTE - 1, MINUTE].map((ms) => isInFlight(MESSAGE, after(ms)))).toEqual([true, true, false]);
});
test('after a quarter of an hour nobody will ever know', () => {
  expect([0, 15 * MINUTE - 1, 15 * MINUTE].map((ms) => isGivenUp(MESSAGE, after(ms)))).toEqual([false, false, true]);
});
describe('the next look', () => {
  test.each([
    [0, '08:00:02'],
    [1_999, '08:00:02'],
    [2_000, '08:00:10'],
    [10_000, '08:01:00'],
    [MINUTE, '08:03:00'],
    [3 * MINUTE, '08:07:00'],
    [7 * MINUTE, '08:15:00'],
  ])('%s ms after the reservation is at %s: soon at first, then seldom', (ms, at) => {
    expect(nextLook(MESSAGE, after(ms))).toBe(`2026-03-12T${at}Z`);
  });
  test('is a minute later where the quarter of an hour is over', () => {
    expect(nextLook(MESSAGE, after(15 * MINUTE))).toBe('2026-03-12T08:16:00Z');
    expect(nextLook(MESSAGE, after(20 * MINUTE))).toBe('2026-03-12T08:21:00Z');
  });
  test('is never before its time: parts of a second are rounded up', () => {
    const between = { ...MESSAGE, reservedAt: '2026-03-12T08:00:00.001Z' };
    expect(nextLook(between, after(0))).toBe('2026-03-12T08:00:03Z');
  });
});
test('it is being sent, or nobody knows, with the name of what went wrong', () => {
  const unknown = `Ob ${MESSAGE.reference} hinausging, ist noch nicht bekannt`;
  expect(unknownInWords(MESSAGE, after(0))).toBe(`${MESSAGE.reference} wird gerade gesendet.`);
  expect(unknownInWords(MESSAGE, after(0), 'TimeoutError')).toBe(
    `${unknown} (TimeoutError); nach einer Viertelstunde sieht eine Person nach.`,
  );
  expect(unknownInWords(MESSAGE, after(MINUTE))).toBe(`${unknown}; nach einer Viertelstunde sieht eine Person nach.`);
});

describe('the message of a step is begun', () => {
  const MAIL: Step = { kind: 'act', name: 'Mahnung per E-Mail', stage: 1, why: '' };
  const begun = (step: Step, ...facts: readonly Fact[]): boolean =>
    isBegun(fold(AKTE, [[...opened(erika, aClaim()), ...facts]]), F1, step);
  test('while nobody knows how it ended', () => {
    expect(begun(MAIL)).toBe(false);
    expect(begun(MAIL, reserved(1, 'email', 10))).toBe(true);
    expect(begun(MAIL, ...sent(1, 'email', 10))).toBe(false);
  });
  test('not by another stage, another channel, or another occasion', () => {
    expect(begun(MAIL, reserved(2, 'email', 10))).toBe(false);
    expect(begun(MAIL, reserved(1, 'letter', 10))).toBe(false);
    expect(begun({ ...MAIL, occasion: 'joined' }, reserved(1, 'email', 10))).toBe(false);
  });
  test('not for a claim of another matter, and not where the step sends nothing', () => {
    const akte = fold(AKTE, [[...opened(erika, aClaim()), reserved(1, 'email', 10)]]);
    expect(isBegun(akte, ClaimId.parse('F2'), MAIL)).toBe(false);
    const second: Fact = {
      kind: 'handedOver',
      handOver: HandOverId.parse('h2'),
      on: on(9),
      matter: MatterId.parse('M2'),
      procedure: { id: 'standard', version: 1 },
      claims: [aClaim(2, { matter: MatterId.parse('M2') })],
    };
    const two = fold(AKTE, [[...opened(erika, aClaim()), second, reserved(1, 'email', 10)]]);
    expect([F1, ClaimId.parse('F2')].map((claim) => isBegun(two, claim, MAIL))).toEqual([true, false]);
    expect(isBegun(akte, F1, { kind: 'wait', name: 'Klärung', until: on(12), why: '' })).toBe(false);
    expect(isBegun(akte, F1, { ...MAIL, name: 'Telefoninkasso eröffnen' })).toBe(false);
  });
});
