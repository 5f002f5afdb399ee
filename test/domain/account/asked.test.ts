import { claimsToDemand } from '../../../domain/account/asked.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import type { ClaimId } from '../../../domain/ids.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, M1, M2, REMINDED, akte, ask, paid } from './cases.ts';

const asks = (of: Akte, occasion?: 'joined'): ClaimId[] =>
  claimsToDemand(of, { matter: M1, stage: 0, occasion }, day('2026-03-20'));
const ONE = { ...REMINDED, demand: { ...REMINDED.demand!, claims: [F1] } };
const TWO = [aClaim(1), aClaim(2)];

describe('what a message may ask for', () => {
  test('the first of its stage asks for all that is open', () => {
    expect(asks(akte([], [], TWO))).toEqual([F1, F2]);
    expect(asks(akte([], [paid('p', 120_00, '2026-03-10', F1)], TWO))).toEqual([F2]);
  });
  test('a later one of the stage asks for what the first one did, as far as it is open', () => {
    expect(asks(akte([ONE], [], TWO))).toEqual([F1]);
    expect(asks(akte([ONE], [paid('p', 120_00, '2026-03-02', F1)], TWO))).toEqual([]);
  });
  test('a notice about what has joined asks for all that is open', () => {
    expect(asks(akte([ONE], [], TWO), 'joined')).toEqual([F1, F2]);
  });
  test('the claims of another matter are asked for once that has begun', () => {
    const apart = [aClaim(1), aClaim(2, { matter: M2 })];
    expect(asks(akte([], [], apart))).toEqual([F1]);
    expect(asks(akte([ask('2026-03-10', 0, { matter: M2 })], [], apart))).toEqual([F1, F2]);
  });
});
