import { lettersTheFontLacks } from '../../../domain/print/drawable.ts';

test.each([
  ['Şükrü Öğüt-Łukaszewicz', []],
  ['Αθήνα Москва Nguyễn J\u030co\u0304', []],
  ['سامي ورد', ['س', 'ا', 'م', 'ي', 'و', 'ر', 'د']],
  ['דוד', ['ד', 'ו']],
  ['王 😀', ['王', '😀']],
])('%s: what cannot be printed', (name, lacking) => {
  expect(lettersTheFontLacks(name)).toEqual(lacking);
});
