import { at, debtor, keysOf } from './debtors.ts';

const home = at('Musterweg 5');

test('a debtor of whom we only know the name has no key: it would lead to everybody', () => {
  expect(keysOf(debtor())).toEqual([]);
});

test('the keys of a debtor with everything', () => {
  expect(
    keysOf(
      debtor({ ...home, email: 'Erika+a@example.com', phone: '+4915110000001', iban: 'de02 1203 0000 0000 2020 51' }),
    ),
  ).toEqual([
    'iban:DE02120300000000202051',
    'email:erika@example.com',
    'phone:+4915110000001',
    'address:musterweg#5#44135',
    'name-postal-code:074 1815#44135',
    'name-city:074 1815#272662',
  ]);
});
