import fc from 'fast-check';
import { keysOf, type Comparable } from '../../../domain/similar/profile.ts';
import { SUGGESTED_FROM, similarity } from '../../../domain/similar/similarity.ts';
import { anyDebtor, at, debtor } from './debtors.ts';

const home = at('Musterweg 5');
const [email, phone, iban] = [{ email: 'erika@example.com' }, { phone: '+4915110000001' }, { iban: 'DE02120300000000202051' }];
const suggested = (a: Partial<Comparable>, b: Partial<Comparable>): boolean => similarity(debtor(a), debtor(b)).score >= SUGGESTED_FROM;

describe('a person should look at', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['the same name at the same address', { name: 'Jörg Müller', ...home }, { name: 'Müller, Joerg', ...at('Muster-Weg 5') }],
    ['names that sound alike at one address', { name: 'Peter Meyer', ...home }, { name: 'Peter Maier', ...home }],
    ['an initial at one address', { name: 'E. Beispiel', ...home }, { ...home }],
    ['a second first name at one address', { name: 'Erika Maria Beispiel', ...home }, { ...home }],
    ['a firm with and without its legal form', { name: 'Beispiel Bau GmbH & Co. KG', ...home }, { name: 'Beispielbau', ...home }],
    ['the same name and another letter behind the house number', home, at('Musterweg 5a')],
    ['the same name and a slip in the postal code', home, at('Musterweg 5', '44136')],
    ['the same name and a slip in the street', home, at('Mussterweg 5')],
    ['the same name and e-mail', { ...email }, { email: 'Erika+laden@Example.com' }],
    ['a name in part and the same phone', { name: 'Beispiel', ...phone }, { ...phone }],
    ['one account under two names', { ...iban }, { name: 'Max Muster', ...iban }],
    ['two names with one e-mail and one phone', { ...email, ...phone }, { name: 'Max Muster', ...email, ...phone }],
  ])('%s', (_, a, b) => { expect(suggested(a, b)).toBe(true); });
});

describe('nobody is bothered with', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['one name alone', {}, {}],
    ['one name in one town', home, at('Lindenallee 12')],
    ['two names at one address', home, { name: 'Max Muster', ...home }],
    ['a family at one address with one phone', { ...home, ...phone }, { name: 'Max Beispiel', ...home, ...phone }],
    ['a family at one address with one e-mail', { ...home, ...email }, { name: 'Max Beispiel', ...home, ...email }],
    ['Erik and Erika at one address, Herr and Frau', { salutation: 'Frau', ...home }, { name: 'Erik Beispiel', salutation: 'Herr', ...home }],
    ['one e-mail of two names', email, { name: 'Max Muster', ...email }],
    ['names of which only an initial agrees', { name: 'E.', ...home }, { ...home }],
    ['streets without a number', { ...at('Musterweg') }, { name: 'Erika M. Beispiel', ...at('Musterweg') }],
  ])('%s', (_, a, b) => { expect(suggested(a, b)).toBe(false); });
});

test('the reasons are sentences without anybody\'s data; what speaks against it stands among them', () => {
  expect(similarity(debtor({ ...iban, ...home, salutation: 'Frau' }), debtor({ name: 'Max Muster', ...iban, ...home, salutation: 'Herr' }))).toEqual({
    score: 85, reasons: ['Die Bankverbindung ist dieselbe.', 'Aber: Die Namen sind verschieden.', 'Die Anschrift ist dieselbe.', 'Aber: Die Anreden sind verschieden.'],
  });
});

describe('whoever it is', () => {
  test('similarity is symmetric, and nobody is more like a debtor than that debtor', () => {
    fc.assert(fc.property(anyDebtor, anyDebtor, (a, b) => {
      expect(similarity(a, b)).toEqual(similarity(b, a));
      expect(similarity(a, b).score).toBeLessThanOrEqual(similarity(a, a).score);
    }), { numRuns: 2000 });
  });
  test('a debtor who can be reached is similar to itself', () => {
    fc.assert(fc.property(anyDebtor, (a) => { fc.pre(Boolean(a.email ?? a.phone ?? a.iban)); expect(similarity(a, a).score).toBeGreaterThanOrEqual(SUGGESTED_FROM); }));
  });
  test('two who are suggested share a key by which they are found', () => {
    fc.assert(fc.property(anyDebtor, anyDebtor, (a, b) => {
      fc.pre(similarity(a, b).score >= SUGGESTED_FROM);
      expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
    }), { numRuns: 3000 });
  });
});
