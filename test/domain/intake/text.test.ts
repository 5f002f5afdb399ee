import fc from 'fast-check';
import { isFormula, isGarbled, isNoNumber, isPlain, maskedIban, plain } from '../../../domain/intake/text.ts';

const units = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));

describe('the short way for cells that need no mending', () => {
  test.each(['K-1', 'Erika Beispiel', 'Müller & Söhne', 'Straße 5', '129,90', 'Łódź', "t'Hooft"])(
    'takes „%s“',
    (text) => {
      expect(isPlain(text)).toBe(true);
    },
  );
  test('takes every printable sign of ASCII and every letter of Latin-1 and Latin Extended-A, but for the one with which misread text begins', () => {
    expect(
      [...units(0x21, 0x7e), ...units(0xc0, 0x17f).filter((sign) => /\p{L}/u.test(sign) && sign !== 'Ã')].filter(
        (sign) => !isPlain(`a${sign} a`),
      ),
    ).toEqual([]);
  });
  test.each([
    '',
    ' ',
    ' a',
    'a ',
    'a  b',
    'a\tb',
    'a\u00a0b',
    'a\u00adb',
    'a\u007fb',
    "'=1+1",
    'MÃ¼ller',
    'ÃŒ',
    'Иван',
    '„a“',
  ])('leaves „%s“ to the long one', (text) => {
    expect(isPlain(text)).toBe(false);
  });
  test('whatever it takes, the long way would leave as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...units(0, 0x17f)), maxLength: 6 }),
          fc.string({ unit: fc.constantFrom(..." a'=Ã¼ŒŸ×", '\u00ad'), maxLength: 6 }),
        ),
        (text) => {
          if (isPlain(text)) expect([plain(text), isGarbled(text)]).toEqual([text, false]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('only an apostrophe at the head, before a formula, is ours', () => {
  expect(["'=1+1", "' +49 151", "'t Hooft", "nur '+49' gilt"].map(plain)).toEqual([
    '=1+1',
    '+49 151',
    "'t Hooft",
    "nur '+49' gilt",
  ]);
});
test('an account shows eight of its signs, and none where that would be most of it', () => {
  expect(['DE02 1203 0000 0000 2020 51', 'DE0212030000', 'DE021203000'].map(maskedIban)).toEqual([
    'DE02…2051',
    'DE02…0000',
    '…',
  ]);
});

describe('where somebody should have written a number', () => {
  test.each([
    ...['', '-', '?', ' / ', '---'],
    ...['k.A.', 'k. A.', 'kA', 'k a', 'k.a', 'ka.', 'n.v.', 'n. V.', 'nv', 'N V', 'n.v', 'nv.'],
    ...['unbekannt', 'Ohne', 'kein', 'keine', 'fehlt', 'leer', 'ENTFÄLLT', 'none', 'nil', 'xx', 'XXXX'],
  ])('„%s“ says that there is none', (text) => {
    expect(isNoNumber(text)).toBe(true);
  });
  test.each(['0', 'K-1', 'x', 'ohne 7', 'RE ohne', 'keiner', 'xxl', 'axx', 'Kant', 'nvb', 'Ä'])(
    '„%s“ may be one',
    (text) => {
      expect(isNoNumber(text)).toBe(false);
    },
  );
});

test('what a spreadsheet would run is a formula; the same signs within a name are none', () => {
  for (const text of ['=1+1', '＝A1', '+SUM(A1)', "-2+3|cmd' /C", '@SUM(A1)', '＋SUM(A1)', '+Tabelle1!A1'])
    expect(isFormula(text)).toBe(true);
  for (const text of ['A=B GmbH', 'Beispiel + Söhne (Bau)', '+49 151 10000001', '-Beispiel', '@home', 'E-Werk!'])
    expect(isFormula(text)).toBe(false);
});
