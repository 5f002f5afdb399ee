import type { Day } from '../calendar.ts';
import { byScore, type Decision, type Suggestion, type SuggestionId } from './similar-debtors.ts';

/** A suggestion as it stands before staff: found on a day, decided or not. */
export type OpenSuggestion = Suggestion & Readonly<{ on: Day; decision: Decision | null }>;

/** More than this nobody reads in a day: the likeliest are put first, the rest follows in the nights after. */
export const MOST_PER_NIGHT = 500;
/** What is put before staff in one night: the likeliest that are not before it yet. `found`: the likeliest first. */
export const toPropose = (
  found: readonly Suggestion[],
  known: ReadonlySet<SuggestionId>,
  on: Day,
): readonly OpenSuggestion[] =>
  found
    .filter(({ id }) => !known.has(id))
    .slice(0, MOST_PER_NIGHT)
    .map((suggestion) => ({ ...suggestion, on, decision: null }));

/**
 * `confirmed`: staff found one debtor with two Akten; what to do about it is theirs. `total` counts the open ones
 * beyond the first hundred, too.
 */
export type Review = Readonly<{ open: readonly OpenSuggestion[]; total: number; confirmed: readonly OpenSuggestion[] }>;
const PAGE = 100;

/** What waits for a person, the likeliest first, and what was confirmed. What was dismissed is not shown again. */
export const reviewOf = (all: readonly OpenSuggestion[]): Review => {
  const sorted = all.toSorted(byScore);
  const open = sorted.filter((s) => s.decision === null);
  return {
    open: open.slice(0, PAGE),
    total: open.length,
    confirmed: sorted.filter((s) => s.decision?.verdict === 'same').slice(0, PAGE),
  };
};
