import fc from 'fast-check';
import { distinctNames, fileName } from '../../../domain/letters/file-names.ts';

test.each([
  ['Rechnung RE-Ä/17', 'Rechnung-RE-Ä-17.pdf'],
  ['Erinnerung für überfällige Beträge', 'Erinnerung-für-überfällige-Beträge.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['a\r\nb"c', 'a-b-c.pdf'],
  ['///', 'Anlage.pdf'],
])('umlauts had vanished from %s: %s', (words, name) => {
  expect(fileName(words, 'pdf')).toBe(name);
});
test('two attachments had got one name', () => {
  expect(distinctNames(['RE-17.pdf', 'RE-17.pdf', 're-17.pdf', 'RE-18.pdf'])).toEqual([
    'RE-17.pdf',
    'RE-17-2.pdf',
    're-17-3.pdf',
    'RE-18.pdf',
  ]);
});
test('names are always distinct and harmless', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 150 }), { maxLength: 12 }), (all) => {
      const names = distinctNames(all.map((words) => fileName(words, 'pdf')));
      expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(all.length);
      for (const name of names) expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+\.pdf$/u);
    }),
  );
});
test('a long name is cut where file systems stop, and never within a sign', () => {
  expect(fileName('Ä'.repeat(101), 'pdf')).toBe(`${'Ä'.repeat(100)}.pdf`);
  expect(fileName('𠮷'.repeat(101), 'pdf')).toBe(`${'𠮷'.repeat(100)}.pdf`);
});
