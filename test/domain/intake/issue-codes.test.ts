import { FILE_CODES } from '../../../domain/fault-codes.ts';
import { ISSUE_CODES, filled, isIssueCode } from '../../../domain/intake/issue-codes.ts';

/** What a sentence of the table leaves open. */

const GAPS = [
  'Betrag',
  'Überschrift',
  'Gezahlt',
  'Offen',
  'Spalte',
  'Wert',
  'Beispiel',
  'Grenze',
  'Erklärung',
  'Zeile',
  'Fehlt',
  'Bekannt',
  'Bisher',
  'Neu',
  'Name',
  'Akte',
  'Tag',
  'Grund',
  'Ort',
  'Vorschlag',
  'Zeichen',
];

test('the German of the table: sentences with a full stop, German quotation marks, known gaps, no blank before punctuation', () => {
  for (const [code, { message, mend, meaning }] of [
    ...Object.entries(ISSUE_CODES),
    ...Object.entries(FILE_CODES).map(
      ([c, { de, mend: remedy }]): [string, { message: string; mend: string; meaning?: string }] => [
        c,
        { message: de, mend: remedy },
      ],
    ),
  ]) {
    for (const sentence of [message === '{Grund}' ? (meaning ?? '') : message, mend]) {
      expect([code, sentence]).toEqual([code, expect.stringMatching(/\.$/)]);
      expect([code, sentence]).toEqual([
        code,
        expect.not.stringMatching(/"|'|\s[.,;:!?](?!xls)|  |[fF]uer|[uU]eber|oenn|oeg|aeng|aehr|ruef|aend|uess|oess/),
      ]);
      for (const [, gap = ''] of sentence.matchAll(/\{([^}]+)\}/g)) expect(GAPS).toContain(gap);
    }
  }
});

test('a sentence has its gaps filled; one that nobody fills stays empty', () => {
  expect(filled('{Wert} in {Spalte}, {Wert}.', { Wert: 'a', Spalte: 'b' })).toBe('a in b, a.');
  expect(filled('{Wert}{Grund}.', { Wert: '{Grund}' })).toBe('{Grund}.');
});
test('a code is one of the table, nothing that every object has', () => {
  expect(['row.cells', 'constructor', ''].map(isIssueCode)).toEqual([true, false, false]);
});
