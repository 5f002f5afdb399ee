import { AkteId } from '../../../domain/ids.ts';
import { MOST_PER_NIGHT, reviewOf, toPropose, type OpenSuggestion } from '../../../domain/similar/review.ts';
import {
  suggestionId,
  type Decision,
  type Suggestion,
  type SuggestionId,
} from '../../../domain/similar/similar-debtors.ts';
import { after } from '../../support/akte.ts';

/** The n-th pair of Akten, in the order of their names. */
const pair = (n: number, score = 60): Suggestion => {
  const akten = [1, 2].map((i) => AkteId.parse(`MUS-${String(n).padStart(4, '0')}-000${i}`));
  const [a, b] = akten;
  if (!a || !b) throw new Error('two Akten make a pair');
  return { id: suggestionId([a, b]), akten: [a, b], score, reasons: ['Der Name ist derselbe.'] };
};
const waiting = (suggestion: Suggestion, decision: Decision | null = null): OpenSuggestion => ({
  ...suggestion,
  on: after(0),
  decision,
});
const decided = (verdict: Decision['verdict']): Decision => ({ verdict, by: 'operator:test', on: after(1) });
const NOBODY: ReadonlySet<SuggestionId> = new Set();

describe('what is put before staff in a night', () => {
  test('is new, undecided, and found on that day', () => {
    const first = pair(1);
    const second = pair(2);
    const third = pair(3);
    expect(toPropose([first, second, third], new Set([second.id]), after(3))).toEqual([
      { ...first, on: after(3), decision: null },
      { ...third, on: after(3), decision: null },
    ]);
  });
  test('is the likeliest of a flood; the rest comes in the nights after', () => {
    const flood = Array.from({ length: MOST_PER_NIGHT + 2 }, (_, n) => pair(n));
    const first = toPropose(flood, NOBODY, after(0));
    expect(first.map((s) => s.id)).toEqual(flood.slice(0, MOST_PER_NIGHT).map((s) => s.id));
    const second = toPropose(flood, new Set(first.map((s) => s.id)), after(1));
    expect(second.map((s) => s.id)).toEqual(flood.slice(MOST_PER_NIGHT).map((s) => s.id));
  });
});

describe('what staff has before it', () => {
  test('is open with the likeliest first, of two alike the one whose name comes first', () => {
    const all = [pair(3, 70), pair(2, 70), pair(1, 60), pair(4, 90)].map((s) => waiting(s));
    const { open, total, confirmed } = reviewOf(all);
    expect(open.map((s) => s.id)).toEqual([pair(4), pair(2), pair(3), pair(1)].map((s) => s.id));
    expect([total, confirmed]).toEqual([4, []]);
  });
  test('is confirmed beside it; what was dismissed is not shown again', () => {
    const same = [waiting(pair(1, 60), decided('same')), waiting(pair(2, 80), decided('same'))];
    const different = waiting(pair(3), decided('different'));
    const { open, total, confirmed } = reviewOf([different, ...same, waiting(pair(4))]);
    expect(open).toEqual([waiting(pair(4))]);
    expect(total).toBe(1);
    expect(confirmed).toEqual(same.toReversed());
  });
  test('is a hundred of each at once, and how many there are', () => {
    const open = Array.from({ length: 101 }, (_, n) => waiting(pair(n)));
    const same = Array.from({ length: 101 }, (_, n) => waiting(pair(500 + n), decided('same')));
    const review = reviewOf([...same, ...open]);
    expect(review).toEqual({ open: open.slice(0, 100), total: 101, confirmed: same.slice(0, 100) });
  });
  test('leaves the list as it was', () => {
    const all = [waiting(pair(1, 60)), waiting(pair(2, 90))];
    reviewOf(all);
    expect(all.map((s) => s.score)).toEqual([60, 90]);
  });
});
