import fc from 'fast-check';
import { inBasicLetters, sepaText, withoutSpelling } from '../../domain/spelling.ts';

describe('the SEPA character set (EPC217-08)', () => {
  test.each([
    ['Łódź-Handel Błażej', 'Lodz-Handel Blazej'],
    ['Møller Spedition', 'Moller Spedition'],
    ['Đorđević Bau', 'Dordevic Bau'],
    ['Straßenbau Grün', 'Strassenbau Gruen'],
    ['Łukasz Sørensen & Söhne', 'Lukasz Sorensen + Soehne'],
    [
      'Gesellschaft für Forderungsmanagement Süd und Übergaben Grün',
      'Gesellschaft fuer Forderungsmanagement Sued und Uebergaben Gruen',
    ],
    ['ÄRZTE ÖL', 'AERZTE OEL'],
    ['Þór Æsir Œuvre Ŋ Ħal Ŧ ıI', 'Thor Aesir Oeuvre N Hal T iI'],
    ['Ελληνική Αγορά', 'Elliniki Agora'],
    ['Чайковский Йод', 'Chaikovskii Iod'],
    ['Nguyễn Đức', 'Nguyen Duc'],
    ['O’Neill „Bau“ – Süd', "O'Neill 'Bau' - Sued"],
    ['a\nb\u00a0c', 'a b c'],
    ['100 % @ home', '100 . . home'],
  ])('%s had dots or lost letters: %s', (text, spelt) => {
    expect(sepaText(text, 70)).toBe(spelt);
  });
  test('an umlaut written in two parts is the same umlaut', () => {
    expect(sepaText('Gru\u0308n', 70)).toBe('Gruen');
  });
  test('letters without a spelling are told', () => {
    expect(withoutSpelling('Łódź Grün Αθήνα Москва')).toEqual([]);
    expect(withoutSpelling('漢字 GmbH سامي')).toContain('漢');
  });
  test('every text fits the set and the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 140 }), (text, limit) => {
        const spelt = sepaText(text, limit);
        expect(spelt).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]*$/);
        expect(spelt.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
  test('every Latin letter of Europe has a spelling, and none is lost', () => {
    for (let code = 0x41; code < 0x180; code += 1) {
      const char = String.fromCodePoint(code);
      if (/\p{L}/u.test(char) && char !== 'µ')
        expect([char, inBasicLetters(char)]).toEqual([char, expect.stringMatching(/^[A-Za-z']+$/)]);
    }
  });
});
