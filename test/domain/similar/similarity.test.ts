import fc from 'fast-check';
import type { Comparable } from '../../../domain/similar/profile.ts';
import { SUGGESTED_FROM } from '../../../domain/similar/similarity.ts';
import { anyDebtor, at, debtor, keysOf, similarity } from './debtors.ts';

const home = at('Musterweg 5');
const email = { email: 'erika@example.com' };
const phone = { phone: '+4915110000001' };
const iban = { iban: 'DE02120300000000202051' };
const suggested = (a: Partial<Comparable>, b: Partial<Comparable>): boolean =>
  similarity(debtor(a), debtor(b)).score >= SUGGESTED_FROM;

describe('a person should look at', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    [
      'the same name at the same address',
      { name: 'Jörg Müller', ...home },
      { name: 'Müller, Joerg', ...at('Muster-Weg 5') },
    ],
    ['names that sound alike at one address', { name: 'Peter Meyer', ...home }, { name: 'Peter Maier', ...home }],
    ['an initial at one address', { name: 'E. Beispiel', ...home }, { ...home }],
    ['a second first name at one address', { name: 'Erika Maria Beispiel', ...home }, { ...home }],
    [
      'a firm with and without its legal form',
      { name: 'Beispiel Bau GmbH & Co. KG', ...home },
      { name: 'Beispielbau', ...home },
    ],
    ['the same name and another letter behind the house number', home, at('Musterweg 5a')],
    ['the same name and a slip in the postal code', home, at('Musterweg 5', '44136')],
    ['the same name and a slip in the street', home, at('Mussterweg 5')],
    ['the same name and e-mail', { ...email }, { email: 'Erika+laden@Example.com' }],
    ['a name in part and the same phone', { name: 'Beispiel', ...phone }, { ...phone }],
    ['one account under two names', { ...iban }, { name: 'Max Muster', ...iban }],
    ['two names with one e-mail and one phone', { ...email, ...phone }, { name: 'Max Muster', ...email, ...phone }],
  ])('%s', (_, a, b) => {
    expect(suggested(a, b)).toBe(true);
  });
});

describe('nobody is bothered with', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['one name alone', {}, {}],
    ['one name in one town', home, at('Lindenallee 12')],
    ['two names at one address', home, { name: 'Max Muster', ...home }],
    ['a family at one address with one phone', { ...home, ...phone }, { name: 'Max Beispiel', ...home, ...phone }],
    ['a family at one address with one e-mail', { ...home, ...email }, { name: 'Max Beispiel', ...home, ...email }],
    [
      'Erik and Erika at one address, Herr and Frau',
      { salutation: 'Frau', ...home },
      { name: 'Erik Beispiel', salutation: 'Herr', ...home },
    ],
    ['one e-mail of two names', email, { name: 'Max Muster', ...email }],
    ['names of which only an initial agrees', { name: 'E.', ...home }, { ...home }],
    ['streets without a number', { ...at('Musterweg') }, { name: 'Erika M. Beispiel', ...at('Musterweg') }],
  ])('%s', (_, a, b) => {
    expect(suggested(a, b)).toBe(false);
  });
});

const PART = 'Der eine Name ist im anderen enthalten.';
const OTHER = 'Aber: Die Namen sind verschieden.';
describe('two names', () => {
  const reason = (a: string, b: string): readonly string[] =>
    similarity(debtor({ name: a }), debtor({ name: b })).reasons;
  test.each([
    ['Jörg Müller', 'Müller, Jörg', 'Der Name ist derselbe.'],
    ['Peter Meyer', 'Maier, Peter', 'Die Namen klingen gleich.'],
    // The shorter one in full or by initials, wherever the initial stands.
    ['E. Beispiel', 'Erika Maria Beispiel', PART],
    ['Erika Beispiel', 'E. M. Beispiel', PART],
    ['Meyer', 'Peter Maier', PART],
    ['Au Meyer', 'Peter Au Maier', PART],
    ['A. Beispiel', 'Erika Beispiel', OTHER],
    ['Elke Beispiel', 'Erika Maria Beispiel', OTHER],
    ['A. E. Beispiel', 'Erika Maria Beispiel', OTHER],
    // Each word of the longer one counts once.
    ['B. Beispiel', 'Beispiel Maria', OTHER],
    ['Müller Müller', 'Müller Schmidt', OTHER],
    ['E. E. Beispiel', 'Erika Maria Beispiel', OTHER],
    // Initials alone are no name, nor is a single sound.
    ['E. B.', 'E. Beispiel', OTHER],
    ['Erika B.', 'E. Beispiel', OTHER],
    ['Ey', 'Au Peter', OTHER],
  ])('%s and %s: %s', (a, b, expected) => {
    expect([reason(a, b), reason(b, a)]).toEqual([[expected], [expected]]);
  });
});

describe('two addresses', () => {
  const reasons = (a: typeof home, b: typeof home): readonly string[] =>
    similarity(debtor(a), debtor(b)).reasons.slice(1);
  test.each<[string, typeof home, typeof home]>([
    ['neighbours', home, at('Musterweg 7')],
    ['one number in two streets', home, at('Lindenallee 5')],
    ['one number in two streets and parts of a city', home, at('Lindenallee 5', '44137')],
    ['another letter and another postal code', at('Musterweg 5a'), at('Musterweg 5b', '44136')],
    ['two cities', home, at('Musterweg 5', '45127', 'Essen')],
    ['streets without a number in two parts of a city', at('Musterweg'), at('Musterweg', '44136')],
  ])('%s are not nearly one', (_, a, b) => {
    expect([reasons(a, b), reasons(b, a)]).toEqual([[], []]);
  });
});
test('a salutation that only one of two has speaks neither way', () => {
  expect(similarity(debtor({ salutation: 'Frau' }), debtor()).reasons).toEqual(['Der Name ist derselbe.']);
});

test("the reasons are sentences without anybody's data; what speaks against it stands among them", () => {
  expect(
    similarity(
      debtor({ ...iban, ...home, salutation: 'Frau' }),
      debtor({ name: 'Max Muster', ...iban, ...home, salutation: 'Herr' }),
    ),
  ).toEqual({
    score: 85,
    reasons: [
      'Die Bankverbindung ist dieselbe.',
      'Aber: Die Namen sind verschieden.',
      'Die Anschrift ist dieselbe.',
      'Aber: Die Anreden sind verschieden.',
    ],
  });
});

describe('whoever it is', () => {
  test('similarity is symmetric, and nobody is more like a debtor than that debtor', () => {
    fc.assert(
      fc.property(anyDebtor, anyDebtor, (a, b) => {
        expect(similarity(a, b)).toEqual(similarity(b, a));
        expect(similarity(a, b).score).toBeLessThanOrEqual(similarity(a, a).score);
      }),
      { numRuns: 2000 },
    );
  });
  test('a debtor who can be reached is similar to itself', () => {
    fc.assert(
      fc.property(anyDebtor, (a) => {
        fc.pre(Boolean(a.email ?? a.phone ?? a.iban));
        expect(similarity(a, a).score).toBeGreaterThanOrEqual(SUGGESTED_FROM);
      }),
    );
  });
  test('two who are suggested share a key by which they are found', () => {
    fc.assert(
      fc.property(anyDebtor, anyDebtor, (a, b) => {
        fc.pre(similarity(a, b).score >= SUGGESTED_FROM);
        expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
