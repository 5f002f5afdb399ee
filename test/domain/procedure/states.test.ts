import { HOLDS, HOLD_GROUNDS } from '../../../domain/procedure/holds.ts';
import { ACTS, ENDS, STAGES, STAGE_WAITS, WAITS, isCallWait, type Wait } from '../../../domain/procedure/states.ts';

/**
 * What a hold may rest in. A word that is no state does not compile: the directives below are errors themselves once it
 * does.
 */
type Resting = Readonly<{ state: Wait }>;

test('a misspelt "Sterbefall" compiled, and the dunning went on towards a dead person’s family: now no such word compiles', () => {
  const spelt = { state: 'Sterbefall' } satisfies Resting;
  // @ts-expect-error a state that there is not
  const misspelt = { state: 'Sterbefal' } satisfies Resting;
  // @ts-expect-error nor one with a blank too many
  const blank = { state: 'Sterbefall ' } satisfies Resting;
  // @ts-expect-error an act is no state to rest in
  const act = { state: 'Mahnung per Brief' } satisfies Resting;
  // @ts-expect-error every ground has a state: none may be left out
  const incomplete = { deceased: 'Sterbefall' } satisfies Record<keyof typeof HOLDS, Wait>;
  // @ts-expect-error and so has every stage
  const stages = { 0: STAGE_WAITS[0] } satisfies Record<(typeof STAGES)[number], unknown>;
  expect([misspelt, blank, act, incomplete, stages]).not.toContain(spelt);
});

test('every state a hold names is one that waits', () => {
  expect(HOLD_GROUNDS.map((g) => HOLDS[g].state).filter((state) => !WAITS.includes(state))).toEqual([]);
});

test('every stage rests in words of its own, and people call only in those of its calls', () => {
  const words = STAGES.flatMap((stage) => [STAGE_WAITS[stage].deadline, STAGE_WAITS[stage].calls ?? []].flat());
  expect(new Set(words).size).toBe(words.length);
  expect([...WAITS, ...ACTS, ...ENDS].filter(isCallWait)).toEqual(
    STAGES.flatMap((stage) => STAGE_WAITS[stage].calls ?? []),
  );
  expect(STAGE_WAITS[0].calls).toBeNull();
});
