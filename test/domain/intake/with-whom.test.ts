import { withWhomBehind, withWhomBeside } from '../../../domain/intake/with-whom.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

describe('what belongs between name and street', () => {
  test.each<[Cells, string[]]>([
    [{ addressLine: 'c/o Lehmann, Hinterhaus' }, ['c/o Lehmann, Hinterhaus']],
    [{ careOf: 'Lehmann' }, ['c/o Lehmann']],
    [{ careOf: 'C/O Lehmann' }, ['c/o Lehmann']],
    [{ attention: 'Frau Lehmann' }, ['z. Hd. Frau Lehmann']],
    [{ attention: 'z.Hd. Frau Lehmann', addressLine: '3. OG' }, ['z. Hd. Frau Lehmann', '3. OG']],
    [{ lastName: 'Beispiel c/o Lehmann' }, ['c/o Lehmann']],
    [{ street: 'c/o Lehmann, Musterweg 5' }, ['c/o Lehmann']],
    [{ street: 'Musterweg 5, c/o Lehmann' }, ['c/o Lehmann']],
    [{ street: 'Musterweg 5 z. Hd. Frau Lehmann' }, ['z. Hd. Frau Lehmann']],
    [{ street: 'Musterweg c/o Lehmann', houseNumber: '5' }, ['c/o Lehmann']],
    [{ addressLine: 'Hinterhaus', addressLine2: 'Zimmer 12' }, ['Hinterhaus', 'Zimmer 12']],
    [
      { careOf: 'Lehmann', attention: 'Frau Lehmann', addressLine: '3. OG' },
      ['z. Hd. Frau Lehmann', 'c/o Lehmann, 3. OG'],
    ],
  ])('%j is a line of its own', (cells, extra) => {
    expect(checked(cells).debtor).toMatchObject({ name: 'Erika Beispiel', address: { extra, street: 'Musterweg 5' } });
  });
  test('a blank one is none', () => {
    expect(checked({ addressLine: ' ', careOf: '-' }).debtor?.address).not.toHaveProperty('extra');
  });
});

test.each([
  ['Erika Beispiel c/o Lehmann', 'Erika Beispiel', 'c/o Lehmann'],
  ['Erika Beispiel, z. Hd. Frau Lehmann', 'Erika Beispiel', 'z. Hd. Frau Lehmann'],
  ['Erika Beispiel', 'Erika Beispiel', undefined],
  ['c/o Lehmann', 'c/o Lehmann', undefined],
])('behind the name in „%s“', (cell, text, beside) => {
  expect(withWhomBehind(cell)).toEqual({ text, beside });
});
test('on either side of a street', () => {
  const parts = { text: 'Musterweg 5', beside: 'c/o Lehmann' };
  expect(withWhomBeside('c/o Lehmann, Musterweg 5')).toEqual(parts);
  expect(withWhomBeside('Musterweg 5, c/o Lehmann')).toEqual(parts);
  expect(withWhomBeside(undefined)).toEqual({ text: undefined, beside: undefined });
});
