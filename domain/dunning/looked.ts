import type { Fact } from '../akte/facts.ts';
import { isRefusal } from '../faults.ts';
import type { Cents } from '../money.ts';

/** What something is done with: `names` goes into the call as it stands; `upTo`: at most so much, where it is money. */
export type Choice = Readonly<{
  names: Readonly<Record<string, string | number>>;
  words: string;
  upTo: Cents | null;
}>;
/**
 * Whether something may be done now. `why`: why not, in German; null: it may. `choices`: with which; none where
 * there is nothing to choose. `upTo`: at most so much, where it is money.
 */
export type Looked = Readonly<{ why: string | null; choices: readonly Choice[]; upTo: Cents | null }>;
/** Something that might be done: what a decider would have follow. Nothing of it is kept. */
export type Attempt = () => readonly Fact[];

export const OPEN: Looked = { why: null, choices: [], upTo: null };
const shut = (why: string): Looked => ({ ...OPEN, why });

/** What a decider says to an attempt; null where something would follow; `nothing`: said where nothing would. */
const refusalOf = (attempt: Attempt, nothing: string): string | null => {
  try {
    return attempt().length > 0 ? null : nothing;
  } catch (error) {
    if (isRefusal(error)) return error.message;
    throw error;
  }
};

/** It may be done where one way of meaning it may; else the first refusal says why not. */
export const ifAny = (attempts: readonly Attempt[], nothing: string): Looked => {
  const refusals = attempts.map((attempt) => refusalOf(attempt, nothing));
  return refusals.includes(null) ? OPEN : shut(refusals[0] ?? nothing);
};

/** What it might be done with, one by one: those are to choose from with which it may. */
export const withOneOf = (all: readonly Readonly<{ choice: Choice; attempt: Attempt }>[], nothing: string): Looked => {
  const looked = all.map(({ choice, attempt }) => ({ choice, refusal: refusalOf(attempt, nothing) }));
  const choices = looked.filter(({ refusal }) => refusal === null).map(({ choice }) => choice);
  return choices.length > 0 ? { ...OPEN, choices } : shut(looked[0]?.refusal ?? nothing);
};
