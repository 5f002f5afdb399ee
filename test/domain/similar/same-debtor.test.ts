import fc from 'fast-check';
import { day } from '../../../domain/calendar.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import {
  isSamePerson,
  leavesOut,
  namesWith,
  saysMore,
  wasCalled,
  type Known,
} from '../../../domain/similar/same-debtor.ts';

/** A debtor whose Akte has borne no other name. */
const isSameDebtor = (debtor: Debtor, given: Debtor): boolean => isSamePerson({ debtor, names: [debtor] }, given);
const person = (name: string, more: Partial<Debtor> = {}): Debtor => ({
  customerNumber: 'K-1',
  kind: 'private',
  name,
  ...more,
});
const firm = (name: string, more: Partial<Debtor> = {}): Debtor => person(name, { kind: 'business', ...more });
const DOOR = { address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' as const } };
const NO_NUMBER = { address: { ...DOOR.address, street: 'Musterweg' } };
const MAILBOX = { ...DOOR, email: 'post@example.com' };

test.each([
  ['Erika Beispiel', 'ERIKA BEISPIEL'],
  ['Erika Beispiel', 'Beispiel, Erika'],
  ['Erika Beispiel', 'Dr. Erika Beispiel'],
  ['Erika Beispiel', 'E. Beispiel'],
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
  ['Beispiel UG (haftungsbeschränkt)', 'Beispiel GmbH'],
  ['Gartenbau Probe e.K.', 'Gartenbau Probe'],
  ['Probe GmbH & Co. KG', 'Probe GmbH u. Co. KG'],
  ['Probe GmbH u.Co.KG', 'PROBE GMBH + CO KG'],
  ['Müller und Söhne OHG', 'Müller u. Söhne OHG'],
])('one firm, written in two ways: %s, %s', (a, b) => {
  expect(isSameDebtor(firm(a), firm(b))).toBe(true);
  expect(isSameDebtor(firm(b), firm(a))).toBe(true);
});
test.each([
  ['Erika Beispiel', 'Beispiel'],
  ['Feldmann', 'Karl Feldmann'],
  ['Erika Beispiel', 'Erika Maria Beispiel'],
  ['Erika Beispiel', 'Erika Beispiel-Muster'],
])(
  'a name that says more was the same person at the same door: it is so where a sign of the person says the same (%s, %s)',
  (a, b) => {
    for (const sign of [{ email: 'x@example.com' }, { phone: '+4915110000001' }, { birthDate: day('1980-05-24') }]) {
      expect(isSameDebtor(person(a, sign), person(b, sign))).toBe(true);
      expect(isSameDebtor(person(b, sign), person(a, sign))).toBe(true);
      expect(isSameDebtor(person(a, sign), person(b))).toBe(false);
    }
    expect(isSameDebtor(person(a, DOOR), person(b, DOOR))).toBe(false);
    expect(isSameDebtor(person(b, DOOR), person(a, DOOR))).toBe(false);
    expect(isSameDebtor(person(a, { furtherEmails: ['x@example.com'] }), person(b, { email: 'x@example.com' }))).toBe(
      true,
    );
  },
);
test.each([
  ['Feldmann', 'Karl Feldmann', true],
  ['Karl Feldmann', 'Feldmann', false],
  ['K. Feldmann', 'Karl Feldmann', true],
  ['Karl Feldmann', 'Carl Feldmann', false],
  ['Karl Feldmann', 'Karl Feldmamn', false],
])('of %s and %s the second says more: %s', (a, b, more) => {
  expect(saysMore(person(a, MAILBOX), person(b, MAILBOX))).toBe(more);
});
test('a firm without its legal form is one with it only where a second sign says so', () => {
  expect(isSameDebtor(firm('Beispiel Bau', DOOR), firm('Beispiel Bau GmbH', DOOR))).toBe(true);
  expect(saysMore(firm('Beispiel Bau', DOOR), firm('Beispiel Bau GmbH', DOOR))).toBe(true);
  expect(isSameDebtor(firm('Beispiel Bau'), firm('Beispiel Bau GmbH'))).toBe(false);
  expect(isSameDebtor(firm('Bau GmbH'), firm('Müller Bau GmbH'))).toBe(false);
});
test.each([
  ['Alpha GmbH', 'Alpha Technik GmbH'],
  ['Alpha GmbH', 'Alpha Nord GmbH'],
  ['Alpha Bau', 'Alpha Bau Nord GmbH'],
  ['Zahnarztpraxis Dr. Meier', 'Zahnarztpraxis Dr. Meier und Dr. Klein'],
])('sister firms at one door were one, a group shares its door: %s, %s', (a, b) => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    expect(isSameDebtor(firm(one, DOOR), firm(other, DOOR))).toBe(false);
    expect(isSameDebtor(firm(one, MAILBOX), firm(other, MAILBOX))).toBe(true);
  }
});
test.each([
  ['Peter Müller sen.', 'Peter Müller senior'],
  ['Peter Müller sen.', 'Müller, Peter sr.'],
  ['Peter Müller jun.', 'Peter Müller jr.'],
  ['Peter Müller jnr.', 'Peter Müller junior'],
])('one generation, written in two ways, contradicted itself: %s, %s', (a, b) => {
  expect(isSameDebtor(person(a), person(b))).toBe(true);
  expect(isSameDebtor(person(b), person(a))).toBe(true);
  expect(saysMore(person(a), person(b))).toBe(false);
});
test.each([
  ['Peter Müller sen.', 'Peter Müller junior'],
  ['Peter Müller jr.', 'Peter Müller'],
])('father and son stay two however it is written: %s, %s', (a, b) => {
  expect(isSameDebtor(person(a, MAILBOX), person(b, MAILBOX))).toBe(false);
});
test.each([
  ['Blumen Meier Inh. Eva Meier', 'Blumen Meier, Inhaberin Eva Meier'],
  ['Blumen Meier Inh. Eva Meier', 'Blumen Meier Inhaber: Eva Meier'],
  ['Blumen Meier (Inh. Eva Meier)', 'Blumen Meier, Eva Meier'],
])('what says that somebody owns a shop was a word of its name: %s, %s', (a, b) => {
  expect(isSameDebtor(firm(a), firm(b))).toBe(true);
  expect(isSameDebtor(firm(b), firm(a))).toBe(true);
});
test.each([
  ['Wohnungsbaugesellschaft Dortmund m', 'Wohnungsbaugesellschaft Dortmund mbH'],
  ['Wohnungsbaugesellschaft Dortmund Gmb', 'Wohnungsbaugesellschaft Dortmund GmbH'],
  ['Wohnungsbaugesellschaft Dortm', 'Wohnungsbaugesellschaft Dortmund mbH'],
  ['Beispielbau Rheinland Verwaltun', 'Beispielbau Rheinland Verwaltung GmbH'],
])("a firm's name that a column's width has cut contradicted the whole one at the same door: %s, %s", (a, b) => {
  expect(isSameDebtor(firm(a, DOOR), firm(b, DOOR))).toBe(true);
  expect(isSameDebtor(firm(b, DOOR), firm(a, DOOR))).toBe(true);
  expect(saysMore(firm(a, DOOR), firm(b, DOOR))).toBe(true);
  expect(isSameDebtor(firm(a), firm(b))).toBe(false);
});
test("a cut family name is one with the whole one at the same door, a cut first name may be another's", () => {
  const cut = person('Alexandra Schmidt-Oberndor', DOOR);
  expect(isSameDebtor(cut, person('Alexandra Schmidt-Oberndorf', DOOR))).toBe(true);
  const [son, daughter] = ['Daniel', 'Daniela'].map((name) => person(`Schmidt-Oberndorf, ${name}`, MAILBOX));
  expect(isSameDebtor(son!, daughter!)).toBe(false);
});
test.each([
  ['Wohnungsbaugesellschaft Dortm', 'Wohnungsbaugesellschaft Dortmund Nord GmbH'],
  ['Wohnungsbaugesellschaft Dortmund A', 'Wohnungsbaugesellschaft Dortmund GmbH'],
])('a cut name is no licence for another firm at the door: %s, %s', (a, b) => {
  expect(isSameDebtor(firm(a, DOOR), firm(b, DOOR))).toBe(false);
});
test("a single letter in a firm's name stood for any word of another firm, anywhere", () => {
  expect(isSameDebtor(firm('Alpha S GmbH'), firm('Alpha Süd GmbH'))).toBe(false);
  expect(isSameDebtor(firm('A. Müller GmbH', DOOR), firm('Anton Müller GmbH', DOOR))).toBe(true);
});
test('another owner of a shop is another person', () => {
  const [one, other] = ['Eva', 'Max'].map((name) => firm(`Blumen Meier Inh. ${name} Meier`, MAILBOX));
  expect(isSameDebtor(one!, other!)).toBe(false);
});
test.each([
  ['Erika Maria Beispiel', 'Erika Rosa Beispiel'],
  ['E. Maria Beispiel', 'Erika M. Beispiel'],
  ['Peter Müller', 'Peter Müller jun.'],
  ['Peter Müller sr.', 'Peter Müller'],
  ['Heinrich IV Reuss', 'Heinrich Reuss'],
  ['Maria Beck', 'Marina Beck'],
  ['Marina Beck', 'Martina Beck'],
  ['Christine Beck', 'Christiane Beck'],
  ['René Krüger', 'Renée Krüger'],
  ['Michele Rossi', 'Michelle Rossi'],
  ['Erika Muster', 'Max und Erika Muster'],
  ['Erika Muster', 'Max & Erika Muster'],
  ['Erika Muster', 'Familie Muster'],
  ['Erika Muster', 'Erbengemeinschaft Erika Muster'],
  ['Hotel Post', 'Hotel Post 2'],
  ['WEG Musterstraße 12345', 'WEG Musterstraße 12346'],
])('two people were one because they share a door and a mailbox: %s, %s', (a, b) => {
  const home = { ...DOOR, email: 'post@example.com' };
  expect(isSameDebtor(person(a, home), person(b, home))).toBe(false);
  expect(isSameDebtor(person(b, home), person(a, home))).toBe(false);
});
test.each([
  ['Beispiel Bau GmbH', 'Beispiel Bau Holding GmbH'],
  ['Beispiel GmbH', 'Beispiel Verwaltungs GmbH'],
  ['Beispiel GmbH', 'Beispiel Verwaltungsgesellschaft mbH'],
  ['Beispiel GmbH', 'Beispiel-Beteiligungs-GmbH'],
  ['Beispiel GmbH', 'Beispiel Immobilien GmbH'],
  ['Beispiel 1 GmbH', 'Beispiel 2 GmbH'],
  ['Beispiel GmbH & Co. KG', 'Beispiel GmbH'],
  ['Beispiel GmbH', 'Beispiel Bau'],
])('two firms of one house were one: %s, %s', (a, b) => {
  const home = { ...DOOR, email: 'post@example.com' };
  expect(isSameDebtor(firm(a, home), firm(b, home))).toBe(false);
  expect(isSameDebtor(firm(b, home), firm(a, home))).toBe(false);
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

test('a mistyped letter is forgiven in a family name, and in a first name only where two letters are exchanged', () => {
  const home = { ...DOOR, lastName: 'Beispiel' };
  expect(isSameDebtor(person('Beispiel Erika', home), person('Bespiel Erika', { ...home, lastName: 'Bespiel' }))).toBe(
    true,
  );
  expect(isSameDebtor(person('Beispiel, Erika', DOOR), person('Bespiel, Erika', DOOR))).toBe(true);
  expect(isSameDebtor(person('Erika Beispiel', DOOR), person('Erkia Beispiel', DOOR))).toBe(true);
  expect(isSameDebtor(firm('Gartenbau Probst', DOOR), firm('Gratenbau Probst', DOOR))).toBe(true);
});
test('a letter that was mistyped is forgiven where something else says that it is the same person', () => {
  expect(isSameDebtor(person('Erika Beispiel', DOOR), person('Erika Beispeil', DOOR))).toBe(true);
  expect(isSameDebtor(person('Erika Beispiel', NO_NUMBER), person('Erika Beispeil', NO_NUMBER))).toBe(false);
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

const knownAs = (debtor: Debtor): Known => ({ debtor, names: namesWith([], debtor) });
test('who says what somebody was called before must name the one we know', () => {
  expect(wasCalled(knownAs(person('Erika Beispiel')), 'Erika Beispiel')).toBe(true);
  expect(wasCalled(knownAs(person('Erika Beispiel')), 'Beispiel')).toBe(true);
  expect(wasCalled(knownAs(person('Erika Beispiel')), 'Erika Muster')).toBe(false);
  expect(wasCalled(knownAs(firm('Müller GmbH')), 'Müller AG')).toBe(false);
});

test('whatever names are compared: the answer does not depend on which is known, and everybody is the same as itself', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.constantFrom('Erika Beispiel', 'E. B.', 'GmbH', '& Co. KG', 'Müller-Lüdenscheidt', '李 小龍', '.'),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(isSameDebtor(person(a), person(a))).toBe(true);
      for (const sign of [{}, DOOR, MAILBOX]) {
        const one = person(a, sign);
        const other = person(b, sign);
        expect(isSameDebtor(one, other)).toBe(isSameDebtor(other, one));
        expect(saysMore(one, other) && saysMore(other, one)).toBe(false);
      }
    }),
  );
});
test('whoever came first and whatever is said in which order: one Akte never holds two first names, whatever they share', () => {
  const first = fc.constantFrom(
    'Karl',
    'Rosa',
    'K.',
    'R.',
    'Karl Rosa',
    'Rosa-Karl',
    'Maria',
    'Marina',
    'Anna-Maria',
    '',
  );
  fc.assert(
    fc.property(fc.array(first, { minLength: 2, maxLength: 6 }), fc.constantFrom(DOOR, MAILBOX), (names, shared) => {
      const told = names.map((name) => person(`${name} Feldmann`.trim(), shared));
      const taken: Debtor[] = [];
      let known = knownAs(told[0]!);
      for (const given of told) {
        if (!isSamePerson(known, given)) continue;
        taken.push(given);
        if (saysMore(known.debtor, given)) known = { debtor: given, names: namesWith(known.names, given) };
        else if (leavesOut(known, given)) known = { ...known, names: namesWith(known.names, given) };
      }
      const bearers = new Set(
        taken.map(({ name }) => name).filter((name) => /^(?:Karl|Rosa|Maria|Marina) F/.test(name)),
      );
      expect(bearers.size).toBeLessThan(2);
    }),
  );
});
