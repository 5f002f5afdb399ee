import type { AkteId } from '../../domain/ids.ts';

/** An Akte and what its debtor is reached by (`contactPointsOf`). */
export type Reached = Readonly<{ akte: AkteId; points: readonly string[] }>;

/**
 * A contact point that more Akten name is an office, or what a creditor writes where it knows nothing: it does not make
 * one person of them. Three points and an Akte stay within a transaction's hundred items.
 */
export const MOST_SHARING = 30;

/**
 * Which Akten are reached the same way, across creditors. A list to look through and no second truth: what an Akte says
 * itself counts, and a line that is out of date costs a look.
 */
export interface People {
  /** Noted before the Akte says so, so that none is ever missing. What a debtor was reached by before stays. */
  note(reached: readonly Reached[]): Promise<void>;
  /** The Akten that name one of these points, each once, in no order. */
  sharing(points: readonly string[]): Promise<readonly AkteId[]>;
}
