import { referencesIn } from '../../tools/references.ts';

const numbersOf = (text: string): string[] =>
  referencesIn('here.ts', text).map(({ kind, number }) => `${kind} ${number}`);

test.each([
  ['/** Paid in time settles (decision 7). */', ['decision 7']],
  ['// as in decisions 16, 93 and 102', ['decision 16', 'decision 93', 'decision 102']],
  ['/**\n   * broken over a line (decision\n   * 93).\n   */', ['decision 93']],
  ['Decision 1 is the first', ['decision 1']],
  ['82 courtDecision 3 stands in a calendar', []],
  ['a decision of 2026', []],
])('„%s“ sends its reader to %j', (text, numbers) => {
  expect(numbersOf(text)).toEqual(numbers);
});
