import { referencesIn } from '../../tools/references.ts';

test.each([
  ['/** Paid in time settles (decision 7). */', ['decision 7']],
  ['// as in decisions 16, 93 and 102', ['decision 16', 'decision 93', 'decision 102']],
  ['/**\n   * broken over a line (decision\n   * 93).\n   */', ['decision 93']],
  ['Decision 1 is the first', ['decision 1']],
  ['82 courtDecision 3 stands in a calendar', []],
  ['a decision of 2026', []],
  [
    '// readings 1 and 3, Lesart 14, Lesarten 7 und 9',
    ['reading 1', 'reading 3', 'reading 14', 'reading 7', 'reading 9'],
  ],
  ['/** The run of a creditor (F24–F26), and Y09. */', ['F24', 'F25', 'F26', 'Y09']],
  ['// I9–I10: the same rows', ['I9', 'I10']],
  ["test('a mail is sent again (A6, D20)', () => {", ['A6', 'D20']],
  ["source: '§ 286 BGB; Anforderungen, Lesart 4 und F28',", ['reading 4', 'F28']],
  ['broken.push(`I10 a task ran again`);', ['I10']],
  ["const cell = 'B2'; // as Excel names `B2:B3`", []],
])('„%s“ sends its reader to %j', (text, numbers) => {
  expect(referencesIn('here.ts', text)).toEqual(numbers);
});

test('a page is read as a whole, but for what it quotes', () => {
  expect(referencesIn('here.md', 'B7 stands here, `A1` is quoted.')).toEqual(['B7']);
});
