import fc from 'fast-check';
import { fold, foldEmail, foldName, foldStreet, nameWords } from '../../../domain/similar/fold.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Dr.',
        'Prof.',
        'Jörg',
        'MÜLLER',
        'Straße',
        'e.K.',
        'E.K.',
        'GmbH',
        '& Co. KG',
        'Gesellschaft mit beschränkter Haftung',
        'ẞ',
        'İ',
        '™',
        'é',
        'Ǣ',
        'a\u0308',
        '½',
        'Иван',
      ),
    )
    .map((w) => w.join(' ')),
);

describe('folding', () => {
  test('twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldEmail(foldEmail(text))).toBe(foldEmail(text));
      }),
      { numRuns: 500 },
    );
  });
  test.each([
    ['MÜLLER', 'Mueller'],
    ['Müller', 'Mu\u0308ller'],
    ['Groß', 'GROSS'],
    ['GROẞ', 'Gross'],
    ['Renée', 'RENEE'],
    ['Søren', 'Soeren'],
    ['Anna-Lena', 'Anna  Lena'],
    ['Erika', ' Erika. '],
  ])('%s and %s are the same text', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});

describe('a name', () => {
  test.each([
    ['Jörg Müller', 'Müller, Jörg'],
    ['Dr. Jörg Müller', 'Joerg Mueller'],
    ['Herr Prof. Dr. med. Jörg Müller', 'Jörg Müller'],
    ['Müller GmbH & Co. KG', 'Mueller GmbH'],
    ['Beispiel UG (haftungsbeschränkt)', 'Beispiel'],
    ['Erika Beispiel e.K.', 'Beispiel, Erika'],
    ['ERIKA BEISPIEL E.K.', 'Erika Beispiel'],
    ['Turnverein Musterdorf e. V.', 'Turnverein Musterdorf'],
    ['Gesellschaft mit beschränkter Haftung Muster', 'Muster GmbH'],
    ['Firma Muster', 'Muster OHG'],
    ['Erika Beispiel e K', 'Erika Beispiel'],
    ['Erika Beispiel e.K', 'Erika Beispiel'],
    ['ERIKA BEISPIEL E. K.', 'Erika Beispiel'],
    ['ERIKA BEISPIEL E.K', 'Erika Beispiel'],
    ['Muster e.K. Dortmund', 'Muster Dortmund'],
  ])('%s and %s are one', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });
  test.each([
    ['Erika Beispiel', 'Max Beispiel'],
    ['E. Beispiel', 'Beispiel'],
    ['Иван', 'Анна'],
  ])('%s and %s are two', (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });
  test('of no letter has no word', () => {
    expect(nameWords(' – ')).toEqual([]);
  });
  test('of titles only keeps them', () => {
    expect(nameWords('Dr. Prof. GmbH')).toEqual(['dr', 'prof', 'gmbh']);
  });
  test('keeps its initials', () => {
    expect(nameWords('E. K. Beispiel')).toEqual(['e', 'k', 'beispiel']);
  });
});

describe('a street', () => {
  test.each([
    ['Muster-Str. 5 A', 'musterstrasse', '5', '5a'],
    ['Musterstraße 5a', 'musterstrasse', '5', '5a'],
    ['Muster Straße 5a', 'musterstrasse', '5', '5a'],
    ['Musterstr.5', 'musterstrasse', '5', '5'],
    ['Straße des 17. Juni 135', 'strassedes17juni', '135', '135'],
    ['Musterweg 5-7', 'musterweg', '5', '57'],
    ['Musterweg 5 - 7', 'musterweg', '5', '57'],
    ['Q 3, 14', 'q', '3', '314'],
    ['Strandweg 2', 'strandweg', '2', '2'],
    ['Musterweg5', 'musterweg', '5', '5'],
    ['Musterweg 5-7 b', 'musterweg', '5', '57b'],
    ['Musterhof', 'musterhof', '', ''],
    ['Postfach 12 34', 'postfach', '12', '1234'],
  ])('%s', (text, road, house, number) => {
    expect(foldStreet(text)).toEqual({ name: road, house, number });
  });
});

test.each([
  ['Erika+Laden@Example.com', 'erika@example.com'],
  [' erika@example.com\n', 'erika@example.com'],
  ['a.b@example.com', 'a.b@example.com'],
])('the mailbox of %s is %s', (text, mailbox) => {
  expect(foldEmail(text)).toBe(mailbox);
});
