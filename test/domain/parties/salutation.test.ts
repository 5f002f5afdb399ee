import { addressParts, cityLine, oneLine, salutation } from '../../../domain/parties/salutation.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { erika, werkstatt } from '../../support/notices.ts';

const without = (...gone: (keyof Debtor)[]): Debtor =>
  Object.fromEntries(Object.entries(erika).filter(([k]) => !gone.some((g) => g === k))) as Debtor;

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
test('the parts of an address, from the name down to the town', () => {
  expect(addressParts(erika)).toEqual(['Erika Beispiel', 'Rosenweg 8', '44135 Dortmund']);
  expect(addressParts(without('address'))).toEqual(['Erika Beispiel']);
});
test('an address in one line', () => {
  expect(cityLine(erika.address!)).toBe('44135 Dortmund');
  expect(oneLine(erika.address!)).toBe('Rosenweg 8, 44135 Dortmund');
});
