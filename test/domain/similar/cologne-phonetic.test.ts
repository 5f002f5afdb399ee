import fc from 'fast-check';
import { colognePhonetic } from '../../../domain/similar/cologne-phonetic.ts';

test.each([
  ['Müller-Lüdenscheidt', '65752682'],
  ['Wikipedia', '3412'],
  ['Breschnew', '17863'],
  ['Meyer', '67'],
  ['Maier', '67'],
  ['Mayr', '67'],
  ['Schmidt', '862'],
  ['Schmitt', '862'],
  ['Müller', '657'],
  ['Mueller', '657'],
  ['Muller', '657'],
  ['Heinz', '068'],
  ['Phillip', '351'],
  ['Filip', '351'],
  ['Axel', '0485'],
  ['Lukcx', '548'],
  ['Matz', '68'],
  ['Bad', '12'],
  ['Hüther', '027'],
  ['Messstab', '6821'],
  ['', ''],
  ['Иван', ''],
  ['123', ''],
])('%s sounds %s', (word, digits) => {
  expect(colognePhonetic(word)).toBe(digits);
});

describe('C', () => {
  test.each([
    ['Classen', '4586', 'at the head before L is K'],
    ['Celle', '85', 'at the head before E is Z'],
    ['Christ', '4782', 'at the head before H is K'],
    ['Cranz', '4768', 'at the head before R is K'],
    ['Acryl', '0875', 'inside before R is Z'],
    ['Ackermann', '04766', 'inside before K is K'],
    ['Schulz', '858', 'behind S is Z'],
  ])('%s sounds %s: %s', (word, digits) => {
    expect(colognePhonetic(word)).toBe(digits);
  });
});

test('a vowel counts at the head only', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüß- ') }), (word) => {
      expect(colognePhonetic(word)).toMatch(/^0?[1-8]*$/);
    }),
  );
});
