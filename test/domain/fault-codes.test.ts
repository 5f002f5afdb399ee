import { FAULT_CODES, FILE_CODES, titleOf } from '../../domain/fault-codes.ts';

const ALL = [FILE_CODES, ...Object.values(FAULT_CODES)].flatMap((table) =>
  Object.entries<{ de: string; en: string }>(table),
);

test.each(ALL)(
  '%s means one sentence or two in each language, without particulars, and not the same one',
  (_, { de, en }) => {
    for (const title of [de, en]) expect(title).toMatch(/^[\p{Lu}§„][^{}]{5,}[.?)]$/u);
    expect(en).not.toBe(de);
    expect(en).not.toMatch(/[äöüß]/);
  },
);

test('what a code means is told in the language that is asked for', () => {
  expect([titleOf('payment.future', 'de'), titleOf('payment.future', 'en')]).toEqual([
    'Der Wertstellungstag liegt in der Zukunft.',
    'The value date lies in the future.',
  ]);
  expect(titleOf('file.empty', 'en')).toBe('The file is empty.');
  expect(titleOf('internal', 'de')).toBe('Das ist unser Fehler.');
});
