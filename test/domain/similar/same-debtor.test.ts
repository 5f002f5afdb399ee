import fc from 'fast-check';
import type { Debtor } from '../../../domain/parties.ts';
import { isSameDebtor, wasCalled } from '../../../domain/similar/same-debtor.ts';

const person = (name: string, more: Partial<Debtor> = {}): Debtor => ({
  customerNumber: 'K-1',
  kind: 'private',
  name,
  ...more,
});
const firm = (name: string, more: Partial<Debtor> = {}): Debtor => person(name, { kind: 'business', ...more });
const DOOR = { address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' as const } };

test.each([
  ['Erika Beispiel', 'ERIKA BEISPIEL'],
  ['Erika Beispiel', 'Beispiel, Erika'],
  ['Erika Beispiel', 'Dr. Erika Beispiel'],
  ['Erika Beispiel', 'E. Beispiel'],
  ['Erika Beispiel', 'Beispiel'],
  ['Erika Beispiel', 'Erika Maria Beispiel'],
  ['Erika Beispiel', 'Erika Beispiel-Muster'],
  ['Jörg Müller', 'Joerg Mueller'],
  ['Jörg Müller', 'Jorg Muller'],
  ['Stefan Meyer', 'Stephan Maier'],
  ['Karl Schmidt', 'Carl Schmitt'],
  ['Sarah Hoffmann', 'Sara Hofmann'],
  ['Erika Groß', 'Erika Gross'],
])('one person, written in two ways, was not told from two: %s, %s', (a, b) => {
  expect(isSameDebtor(person(a), person(b))).toBe(true);
  expect(isSameDebtor(person(b), person(a))).toBe(true);
});

test.each([
  ['Erika Beispiel', 'Max Beispiel'],
  ['Erika Beispiel', 'Erik Beispiel'],
  ['Stefanie Meyer', 'Stefan Meyer'],
  ['Maria Muster', 'Mario Muster'],
  ['Andrea Muster', 'Andreas Muster'],
  ['Erika Beispiel', 'M. Beispiel'],
  ['Erika Beispiel', 'Erika Muster'],
  ['Erika Beispiel', 'Jürgen Probe'],
])('two people under one customer number were one: %s, %s', (a, b) => {
  expect(isSameDebtor(person(a, DOOR), person(b, DOOR))).toBe(false);
  expect(isSameDebtor(person(b, DOOR), person(a, DOOR))).toBe(false);
});

test.each([
  ['Müller GmbH', 'Mueller GmbH'],
  ['Müller GmbH', 'Müller Gesellschaft mit beschränkter Haftung'],
  ['Beispiel Bau GmbH', 'Beispielbau GmbH'],
  ['Beispiel Bau', 'Beispiel Bau GmbH'],
  ['Beispiel UG (haftungsbeschränkt)', 'Beispiel GmbH'],
  ['Gartenbau Probe e.K.', 'Gartenbau Probe'],
])('one firm, written in two ways: %s, %s', (a, b) => {
  expect(isSameDebtor(firm(a), firm(b))).toBe(true);
  expect(isSameDebtor(firm(b), firm(a))).toBe(true);
});
test.each([
  ['Müller GmbH', 'Müller AG'],
  ['Müller GmbH', 'Müller GmbH & Co. KG'],
  ['Müller OHG', 'Müller KG'],
  ['Müller GmbH', 'Schulze GmbH'],
])('another legal form is another person at law: %s, %s', (a, b) => {
  expect(isSameDebtor(firm(a), firm(b))).toBe(false);
});
test('a person is not the company that bears its name', () => {
  expect(isSameDebtor(person('Erika Müller'), firm('Müller GmbH'))).toBe(false);
});

test('a letter that was mistyped is forgiven where something else says that it is the same person', () => {
  expect(isSameDebtor(person('Erika Beispiel', DOOR), person('Erika Beispeil', DOOR))).toBe(true);
  expect(isSameDebtor(person('Erika Beispiel'), person('Erika Beispeil'))).toBe(false);
});
test('birthday and salutation tell people with one name apart', () => {
  const [father, son] = ['1950-01-01', '1980-01-01'].map((birthDate) =>
    person('Hans Muster', { birthDate: birthDate as Debtor['birthDate'] }),
  );
  expect(isSameDebtor(father!, son!)).toBe(false);
  expect(isSameDebtor(person('K. Muster', { salutation: 'Frau' }), person('Kim Muster', { salutation: 'Herr' }))).toBe(
    false,
  );
});

test('who says what somebody was called before must name the one we know', () => {
  expect(wasCalled(person('Erika Beispiel'), 'Erika Beispiel')).toBe(true);
  expect(wasCalled(person('Erika Beispiel'), 'Beispiel')).toBe(true);
  expect(wasCalled(person('Erika Beispiel'), 'Erika Muster')).toBe(false);
  expect(wasCalled(firm('Müller GmbH'), 'Müller AG')).toBe(false);
});

test('whatever names are compared: the answer does not depend on which is known, and everybody is the same as itself', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.constantFrom('Erika Beispiel', 'E. B.', 'GmbH', '& Co. KG', 'Müller-Lüdenscheidt', '李 小龍', '.'),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(isSameDebtor(person(a), person(a))).toBe(true);
      expect(isSameDebtor(person(a), person(b))).toBe(isSameDebtor(person(b), person(a)));
    }),
  );
});
