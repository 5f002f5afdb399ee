import { DOCUMENTS, FLAGS, PRIOR, STATES, isTelling } from '../../../domain/intake/words.ts';

test('a word is found as lists write it: small, in capitals, with a capital at its head', () => {
  expect(['gutschrift', 'GUTSCHRIFT', 'Gutschrift'].map((word) => DOCUMENTS.get(word))).toEqual([
    'credit',
    'credit',
    'credit',
  ]);
  expect(DOCUMENTS.get('gutSchrift')).toBeUndefined();
});
test('one word may mean different things in different columns', () => {
  expect([FLAGS.get('1'), PRIOR.get('1')]).toEqual(['yes', 'reminder']);
  expect([
    DOCUMENTS.get('storno'),
    STATES.get('storno'),
    STATES.get('teilzahlung'),
    DOCUMENTS.get('teilzahlung'),
  ]).toEqual(['cancelled', 'cancelled', 'open', 'payment']);
});
test.each(['Gutschrift', 'bezahlt!', 'Nicht mahnen.', ' verstorben ', 'RATENZAHLUNG'])(
  '„%s“, alone in a cell, says that the row must not be dunned',
  (cell) => {
    expect(isTelling(cell)).toBe(true);
  },
);
test.each(['', 'ja', 'Gutschrift folgt', 'unbezahlt', 'x'.repeat(31)])('„%s“ says nothing of that', (cell) => {
  expect(isTelling(cell)).toBe(false);
});
