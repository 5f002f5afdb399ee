import { cityLine, oneLine, recipient, salutation } from '../../../domain/letters/salutation.ts';
import type { Debtor } from '../../../domain/parties.ts';
import { erika, werkstatt } from '../../support/notices.ts';

const without = (...gone: (keyof Debtor)[]): Debtor =>
  Object.fromEntries(Object.entries(erika).filter(([k]) => !gone.some((g) => g === k))) as Debtor;
const window = (name: string): string[] => recipient({ ...without('address'), name });

test.each<[string, Debtor]>([
  ['Guten Tag Frau Beispiel,', erika],
  ['Guten Tag Erika Beispiel,', without('salutation')],
  ['Guten Tag Erika Beispiel,', without('lastName')],
  ['Sehr geehrte Damen und Herren,', werkstatt],
  ['Guten Tag Herr Nord,', { ...werkstatt, salutation: 'Herr', lastName: 'Nord' }],
  ['Sehr geehrte Damen und Herren,', { ...werkstatt, salutation: 'Herr' }],
  ['Sehr geehrte Damen und Herren,', { ...werkstatt, lastName: 'Nord' }],
])('%s', (expected, debtor) => {
  expect(salutation(debtor)).toBe(expected);
});
describe('the address window', () => {
  test('name, street, town; without an address the name', () => {
    expect(recipient(erika)).toEqual(['Erika Beispiel', 'Rosenweg 8', '44135 Dortmund']);
    expect(recipient(without('address'))).toEqual(['Erika Beispiel']);
  });
  test('a line takes forty places, no more', () => {
    expect(window(`${'a'.repeat(20)} ${'b'.repeat(19)}`)).toHaveLength(1);
    expect(window(`${'a'.repeat(20)} ${'b'.repeat(20)}`)).toEqual(['a'.repeat(20), 'b'.repeat(20)]);
  });
  test('words stay whole, gaps become one, and the fourth line takes the rest', () => {
    expect(window('Eins  zwei\tdrei')).toEqual(['Eins zwei drei']);
    const word = 'w'.repeat(30);
    expect(window([word, word, word, word, word].join(' '))).toEqual([word, word, word, `${word} ${word}`]);
  });
});
test('an address in one line', () => {
  expect(cityLine(erika.address!)).toBe('44135 Dortmund');
  expect(oneLine(erika.address!)).toBe('Rosenweg 8, 44135 Dortmund');
});
