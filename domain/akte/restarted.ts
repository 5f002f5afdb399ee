import { isSweep, type Actor } from '../actor.ts';
import type { ClaimId } from '../ids.ts';
import { generationOf, type Akte } from './akte.ts';
import type { Fact, FactOf } from './facts.ts';

/** The fact that a younger generation of executions leads every claim of the Akte from now on. */
export const restarted = (akte: Akte): FactOf<'restarted'> => ({
  kind: 'restarted',
  claims: akte.claims.map((c) => c.id),
  generation: Math.max(...akte.claims.map((c) => generationOf(akte, c.id))) + 1,
});

/** Facts that change what comes next, and that the executions begin anew for it; none where there are none. */
export const restartedFor = (facts: readonly Fact[], akte: Akte): readonly Fact[] =>
  facts.length === 0 ? [] : [...facts, restarted(akte)];

/** One execution of a claim. */
export type Led = Readonly<{ claim: ClaimId; generation: number }>;
/**
 * What follows where an execution is lost, or has grown old: the next generation leads this claim alone. Nothing where
 * another leads it already.
 */
export const decideRenewal = ({ claim, generation }: Led, akte: Akte): readonly Fact[] =>
  generationOf(akte, claim) === generation ? [{ kind: 'restarted', claims: [claim], generation: generation + 1 }] : [];

/** Whether this very execution has taken its claim over from one before it, because the sweep had it. */
export const hasTakenOver = (
  { claim, generation }: Led,
  acts: readonly Readonly<{ by: Actor; facts: readonly Fact[] }>[],
): boolean =>
  acts.some(
    (act) =>
      isSweep(act.by) &&
      act.facts.some((f) => f.kind === 'restarted' && f.claims.includes(claim) && f.generation === generation),
  );
