import { handOverOf, reachedOn } from '../../../domain/account/reached.ts';
import type { Akte, Arrival } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId } from '../../../domain/ids.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, akte, paid } from './cases.ts';

const F3 = ClaimId.parse('F3');
const came = (handOver: string, on: string): Arrival => ({
  handOver: HandOverId.parse(handOver),
  on: day(on),
  joinedOn: null,
});
/** F1 came on 2 March, F2 and F3 on 11 May with a list each. */
const THREE: Akte = {
  ...akte([], [], [aClaim(1), aClaim(2), aClaim(3)]),
  arrivals: { [F1]: came('h', '2026-03-02'), [F2]: came('h2', '2026-05-11'), [F3]: came('h3', '2026-05-11') },
};
const APRIL = paid('p', 10_00, '2026-04-01');
const HAND_OVER_DAY = paid('p', 10_00, '2026-05-11');

test('a payment finds a claim on its own day, or on that of the hand-over after it', () => {
  expect([F1, F2].map((claim) => reachedOn(THREE, APRIL, claim))).toEqual(['2026-04-01', '2026-05-11']);
  expect(reachedOn(THREE, HAND_OVER_DAY, F2)).toBe('2026-05-11');
  expect(reachedOn(THREE, APRIL, ClaimId.parse('F9'))).toBe('2026-04-01');
});
test('the hand-overs of one day after a payment have an order, one that was there by then has none', () => {
  expect([F1, F2, F3].map((claim) => handOverOf(THREE, APRIL, claim))).toEqual([0, 1, 2]);
  expect([F1, F2, F3].map((claim) => handOverOf(THREE, HAND_OVER_DAY, claim))).toEqual([0, 0, 0]);
  expect(handOverOf(THREE, APRIL, ClaimId.parse('F9'))).toBe(0);
});
test('claims of one hand-over have one place in it', () => {
  const together = { ...THREE, arrivals: { ...THREE.arrivals, [F3]: came('h2', '2026-05-11') } };
  expect([F2, F3].map((claim) => handOverOf(together, APRIL, claim))).toEqual([1, 1]);
});
