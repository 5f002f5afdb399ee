import * as z from 'zod';
import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { AkteId } from '../ids.ts';
import { KEY_KINDS, keyOf, profileOf, type Comparable, type Key, type KeyKind, type Profile } from './profile.ts';
import { compared, SUGGESTED_FROM, type Similarity } from './similarity.ts';

/** `MUS-4F7K-2QXR_MUS-9ABC-3DEF`: the two Akten in order, so that a pair has one name. */
export const SuggestionId = z
  .string()
  .regex(/^[A-Z]{2,6}(-[0-9A-HJKMNP-TV-Z]{4}){2}_[A-Z]{2,6}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  .brand<'SuggestionId'>();
export type SuggestionId = z.infer<typeof SuggestionId>;

/** What a person found: one debtor (then it is for people to act on; nothing is merged), or two. */
export const VERDICTS = ['same', 'different'] as const;
export type Decision = Readonly<{ verdict: (typeof VERDICTS)[number]; by: Actor; on: Day }>;

/** Two Akten of one creditor that may be one debtor's. A person decides; nothing is ever merged by itself. */
export type Suggestion = Similarity & Readonly<{ id: SuggestionId; akten: readonly [AkteId, AkteId] }>;
export type KnownDebtor = Readonly<{ akte: AkteId; debtor: Comparable }>;
/** `tooCommon`: keys that more than LARGEST_BLOCK debtors share, and that therefore led to nobody. */
export type Found = Readonly<{ suggestions: readonly Suggestion[]; tooCommon: number }>;

/**
 * What more debtors share than this is no trace of one person: an apartment house, the e-mail of an office that 200
 * customers give. Such a key makes no pairs (200 debtors would make 19,900), so that the work stays in proportion to
 * the number of debtors; the agreement still counts for a pair that another key found, for example by name and postal
 * code. What is lost: two half-written names in one big house.
 */
export const LARGEST_BLOCK = 40;

export const pairOf = (a: AkteId, b: AkteId): readonly [AkteId, AkteId] => (a < b ? [a, b] : [b, a]);
export const suggestionId = ([a, b]: readonly [AkteId, AkteId]): SuggestionId => SuggestionId.parse(`${a}_${b}`);

type Candidate = Readonly<{ akte: AkteId; customerNumber: string; profile: Profile }>;

const blocksOf = (kind: KeyKind, candidates: readonly Candidate[]): Iterable<readonly Candidate[]> => {
  const blocks = new Map<Key, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(kind, candidate.profile);
    if (key === null) continue;
    const block = blocks.get(key);
    if (block) block.push(candidate);
    else blocks.set(key, [candidate]);
  }
  return blocks.values();
};

/** One customer number twice is one customer: the hand-over has said so already. */
const suggestionFor = (a: Candidate, b: Candidate): Suggestion | null => {
  if (a.customerNumber === b.customerNumber) return null;
  const similarity = compared(a.profile, b.profile);
  if (similarity.score < SUGGESTED_FROM) return null;
  const akten = pairOf(a.akte, b.akte);
  return { id: suggestionId(akten), akten, ...similarity };
};

const compareAll = (block: readonly Candidate[], found: Map<SuggestionId, Suggestion>): void => {
  for (const [i, a] of block.entries())
    for (const b of block.slice(i + 1)) {
      const suggestion = suggestionFor(a, b);
      if (suggestion) found.set(suggestion.id, suggestion);
    }
};

/** The likeliest first; of two alike the one whose name comes first. */
export const byScore = (a: Suggestion, b: Suggestion): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/**
 * All pairs of one creditor's debtors that a person should look at, the likeliest first, in whatever order the debtors
 * come.
 */
export const suggestions = (debtors: Iterable<KnownDebtor>): Found => {
  const candidates = Array.from(debtors, ({ akte, debtor }): Candidate => ({
    akte,
    customerNumber: debtor.customerNumber,
    profile: profileOf(debtor),
  }));
  const found = new Map<SuggestionId, Suggestion>();
  let tooCommon = 0;
  for (const kind of KEY_KINDS)
    for (const block of blocksOf(kind, candidates)) {
      if (block.length > LARGEST_BLOCK) tooCommon += 1;
      else compareAll(block, found);
    }
  return { suggestions: [...found.values()].sort(byScore), tooCommon };
};
