import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { decideRenewal, hasTakenOver, restarted, restartedFor } from '../../../domain/akte/restarted.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const TODAY = after(3);
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const CASE = opened(erika, aClaim(1), aClaim(2));
const begun = (generation: number, ...claims: ClaimId[]): Fact => ({ kind: 'restarted', claims, generation });
const akteAfter = (...facts: readonly Fact[]) => fold(AKTE, [[...CASE, ...facts]]);

describe('executions that begin anew', () => {
  test('lead every claim, one generation younger', () => {
    expect(restarted(akteAfter())).toEqual(begun(2, F1, F2));
    expect(restarted(akteAfter(begun(2, F1, F2)))).toEqual(begun(3, F1, F2));
  });
  test('are younger than the youngest of any claim', () => {
    expect(restarted(akteAfter(begun(5, F2)))).toEqual(begun(6, F1, F2));
  });
  test('follow facts that change what comes next, and nothing else', () => {
    const closed: Fact = { kind: 'closed', on: TODAY, by: 'operator:test', reason: 'Verzicht' };
    expect(restartedFor([closed], akteAfter())).toEqual([closed, begun(2, F1, F2)]);
    expect(restartedFor([], akteAfter())).toEqual([]);
  });
});

describe('an execution that was lost', () => {
  const given = deciding(decideRenewal);
  test('is followed by the next generation of its claim alone', () => {
    given(...CASE)
      .when({ claim: F2, generation: 1 }, TODAY)
      .then([begun(2, F2)]);
    given(...CASE, begun(4, F2))
      .when({ claim: F2, generation: 4 }, TODAY)
      .then([begun(5, F2)]);
  });
  test('is followed once: where another leads the claim already, nothing is', () => {
    given(...CASE, begun(2, F2))
      .when({ claim: F2, generation: 1 }, TODAY)
      .then([]);
    given(...CASE)
      .when({ claim: F1, generation: 2 }, TODAY)
      .then([]);
  });
});

describe('an execution has taken its claim over', () => {
  const acts: Parameters<typeof hasTakenOver>[1] = [
    { by: 'system:sweep', facts: [begun(2, F1)] },
    { by: 'operator:test', facts: [begun(3, F1), begun(4, F2)] },
  ];
  test('where the sweep began this very generation of this claim', () => {
    expect(hasTakenOver({ claim: F1, generation: 2 }, acts)).toBe(true);
  });
  test('not where somebody else did, in another generation, for another claim, or never', () => {
    expect(hasTakenOver({ claim: F1, generation: 3 }, acts)).toBe(false);
    expect(hasTakenOver({ claim: F1, generation: 1 }, acts)).toBe(false);
    expect(hasTakenOver({ claim: F2, generation: 2 }, acts)).toBe(false);
    expect(hasTakenOver({ claim: F1, generation: 2 }, [])).toBe(false);
  });
});
