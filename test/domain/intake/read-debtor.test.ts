import fc from 'fast-check';
import type { Cells } from '../../../domain/intake/reading.ts';
import { emailIn } from '../../../domain/intake/email.ts';
import { phoneIn } from '../../../domain/intake/phone.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { checked, creditor, GOOD, TODAY } from './rows.ts';

const NOBODY: Cells = { firstName: '', lastName: '', salutation: '' };

test.each<[string, Cells, object, string[]]>([
  [
    'first and last name',
    {},
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    [],
  ],
  [
    'Name as the family name beside Vorname',
    { lastName: '', name: 'Beispiel' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    [],
  ],
  [
    'a whole name: a private person until told otherwise',
    { ...NOBODY, name: 'Kim Probe' },
    { kind: 'private', name: 'Kim Probe' },
    ['warning kind.unknown kind'],
  ],
  [
    'a whole name and a salutation',
    { ...NOBODY, name: 'Max Probe', salutation: 'Herrn' },
    { kind: 'private', name: 'Max Probe', salutation: 'Herr' },
    [],
  ],
  [
    'a whole name said to be private',
    { ...NOBODY, name: 'Kim Probe', kind: 'Privat' },
    { kind: 'private', name: 'Kim Probe' },
    [],
  ],
  ['a company in its column', { ...NOBODY, company: 'Probe & Söhne' }, { kind: 'business', name: 'Probe & Söhne' }, []],
  ['a company with a contact person', { company: 'Probe & Söhne' }, { kind: 'business', name: 'Probe & Söhne' }, []],
  ['Anrede Firma', { ...NOBODY, name: 'Probe Bau', salutation: 'Firma' }, { kind: 'business', name: 'Probe Bau' }, []],
  ['Art Firma', { ...NOBODY, name: 'Probe Bau', kind: 'gewerblich' }, { kind: 'business', name: 'Probe Bau' }, []],
  [
    'a merchant said to owe privately',
    { lastName: 'Beispiel e.K.', kind: 'privat' },
    { kind: 'private', name: 'Erika Beispiel e.K.', lastName: 'Beispiel e.K.', salutation: 'Frau' },
    ['warning kind.contradiction kind'],
  ],
  [
    'a dash for a company',
    { company: '-' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    [],
  ],
  [
    'a company with its legal form apart',
    { ...NOBODY, company: 'Probe Bau', legalForm: 'GmbH' },
    { kind: 'business', name: 'Probe Bau GmbH' },
    [],
  ],
  [
    'a legal form that the name has already',
    { ...NOBODY, company: 'Probe Bau GmbH', legalForm: 'gmbh' },
    { kind: 'business', name: 'Probe Bau GmbH' },
    [],
  ],
  ['a sole trader', { legalForm: 'Einzelunternehmen' }, { kind: 'business', name: 'Erika Beispiel' }, []],
  [
    'a GbR by its legal form',
    { legalForm: 'GbR' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    [],
  ],
  [
    'a GmbH said to be private',
    { kind: 'privat', legalForm: 'GmbH' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    ['warning kind.contradiction kind'],
  ],
  [
    'a family name alone',
    { firstName: '' },
    { kind: 'private', name: 'Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    [],
  ],
  [
    'a person said to owe privately beside a company',
    { company: 'Probe & Söhne', kind: 'privat' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    ['warning kind.contradiction kind'],
  ],
  [
    'no salutation that we use',
    { salutation: 'divers' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel' },
    [],
  ],
  [
    'an unknown legal form',
    { legalForm: 'Kommune' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    ['warning legal-form.unknown legalForm'],
  ],
  [
    'a middle initial',
    { ...NOBODY, name: 'Max M. Probe' },
    { kind: 'private', name: 'Max M. Probe' },
    ['warning kind.unknown kind'],
  ],
  [
    'an unknown kind',
    { kind: 'Alien' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau' },
    ['warning kind-word.unknown kind'],
  ],
  [
    'an unknown salutation',
    { salutation: 'Familie' },
    { kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel' },
    ['warning salutation.unknown salutation'],
  ],
])('who it is: %s', (_, change, who, issues) => {
  const { debtor, issues: said } = checked(change);
  expect(debtor).toMatchObject(who);
  expect(Object.keys(who).sort()).toEqual(
    Object.keys(debtor ?? {})
      .filter((k) => ['kind', 'name', 'lastName', 'salutation'].includes(k))
      .sort(),
  );
  expect(said).toEqual(issues);
});

test.each([
  'Muster GmbH',
  'Muster gGmbH',
  'Muster GmbH & Co. KG',
  'Muster AG',
  'Muster KGaA',
  'Muster UG (haftungsbeschränkt)',
  'Muster OHG',
  'Muster e.K.',
  'Muster e. K.',
  'Musterfreunde e.V.',
  'Muster SE',
  'Musterbank eG',
  'Anwälte PartGmbB',
  'Muster Ltd.',
  'XY AG',
  'Volksbank eG',
  'Muster e.G.',
  'Muster e. G.',
  'Muster e.Kfm.',
  'Muster e. Kfr.',
  'Musterfreunde e.V.',
  'Muster B.V.',
  'Muster B. V.',
])('%s is a company by its legal form', (name) => {
  expect(checked({ ...NOBODY, name })).toMatchObject({ debtor: { kind: 'business', name }, issues: [] });
});
test('a name without a letter is none; one is enough, whichever', () => {
  expect(['{}', '[]', '@@', '12'].map((name) => checked({ ...NOBODY, name }).issues[0])).toEqual(
    Array(4).fill('error name.invalid name'),
  );
  expect(['Ah', 'Zoe', 'a', 'z', 'Örn', '5 Sterne'].map((name) => checked({ ...NOBODY, name }).debtor?.name)).toEqual([
    'Ah',
    'Zoe',
    'a',
    'z',
    'Örn',
    '5 Sterne',
  ]);
});
test('a name, a family name and a street stay within what the store takes', () => {
  expect(checked({ ...NOBODY, company: 'P'.repeat(199), legalForm: 'GmbH' }).debtor?.name).toHaveLength(200);
  expect(checked({ lastName: '', name: 'P'.repeat(150) }).debtor?.lastName).toHaveLength(110);
  expect(checked({ street: 'x'.repeat(180), houseNumber: '1'.repeat(20) }).debtor?.address?.street).toHaveLength(200);
});
test.each(['Max Magnus', 'Ekaterina Ugur', 'Seb Kagel', 'Ernst Agster', 'Probe GbR'])(
  '%s is not one by its name alone',
  (name) => {
    expect(checked({ ...NOBODY, name })).toMatchObject({
      debtor: { kind: 'private' },
      issues: ['warning kind.unknown kind'],
    });
  },
);

test.each([
  ['0151 10000001', '+4915110000001'],
  ['0151/1000-0001', '+4915110000001'],
  ['+49 (0)151 10000001', '+4915110000001'],
  ['+49 0151 10000001', '+4915110000001'],
  ['0049 151 10000001', '+4915110000001'],
  ['030 23125000', '+493023125000'],
  ['(030) 231 25–000', '+493023125000'],
  ['+43 1 2345678', '+4312345678'],
])('the phone number %s is %s', (text, e164) => {
  expect(phoneIn(text)).toBe(e164);
});
test.each([
  '110',
  '0151 2345',
  '0151 100000012',
  '0160 123456',
  '118 33',
  'auf Anfrage',
  '00000000',
  '12',
  '0151 10000001 oder 030 23125000',
  'Büro: 030 23125000',
  '+',
])('%s is no number to reach anyone at', (text) => {
  expect(phoneIn(text)).toBe('phone.invalid');
  expect(checked({ phone: text })).toMatchObject({ ok: true, issues: ['warning phone.invalid phone'] });
});

test.each([
  ['4915110000001', '+4915110000001'],
  ['49 151 10000001', '+4915110000001'],
  ['49/151/10000001', '+4915110000001'],
  ['(49) 151 10000001', '+4915110000001'],
  ['49 30 23125001', '+493023125001'],
  ['15110000001', '+4915110000001'],
  ['15125551234', '+4915125551234'],
  ['30 23125001', '+493023125001'],
  ['030 23125001/02', '+493023125001'],
  ['030/23125001 / 02', '+493023125001'],
  ['030 23125001-0', '+4930231250010'],
  ['02351 9999-123', '+4923519999123'],
])('the phone number %s was read as that of a stranger', (text, e164) => {
  expect(phoneIn(text)).toBe(e164);
});
test.each([
  ['43 664 1234567', 'phone.prefix'],
  ['436641234567', 'phone.prefix'],
  ['41446681800', 'phone.prefix'],
  ['1 512 555 1234', 'phone.prefix'],
  ['+49 4915110000001', 'phone.invalid'],
  ['030 23125001 02', 'phone.invalid'],
  ['030 23125001-02', 'phone.invalid'],
  ['030/231250/01', 'phone.invalid'],
  ['030 23125001/2', 'phone.invalid'],
])('the phone number %s may be that of a stranger: left out, and the message says how to write it', (phone, code) => {
  expect(phoneIn(phone)).toBe(code);
  expect(checked({ phone })).toMatchObject({ ok: true, issues: [`warning ${code} phone`] });
  expect(checked({ phone }).debtor).not.toHaveProperty('phone');
});
test('a German phone number that is read is the number that was written, prefix and end of a range aside', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const sign = fc.constantFrom('', '', '', ' ', '/', '-', ' / ');
  const tail = fc.array(fc.tuple(digit, sign), { minLength: 5, maxLength: 14 }).map((of) => of.flat().join(''));
  const head = fc.constantFrom('', '0', '+', '00', '49', '+49', '0049 ', '43 ', '030 ', '151 ', '49 151 ');
  fc.assert(
    fc.property(head, tail, (before, behind) => {
      const text = `${before}${behind}`;
      const phone = phoneIn(text);
      if (!phone.startsWith('+49')) return;
      const written = text.replace(/\D/g, '').replace(/^0+/, '');
      // `+49 (0)30` bears a zero that nobody dials.
      const readings = [written, written.replace(/^490/, '49')];
      const read = phone.slice(1);
      const withoutCode = read.replace(/^49/, '');
      const isWritten = readings.some((digits) => [read, withoutCode].some((number) => digits.startsWith(number)));
      expect(isWritten).toBe(true);
      expect(withoutCode.length).toBeLessThanOrEqual(15);
    }),
    { numRuns: 3000 },
  );
});

test.each(['0900 1234567', '0800 1234567', '0180 1234567', '01805 123456', '0137 1234567'])(
  '%s is a service, nobody answers there who owes anything',
  (text) => {
    expect(checked({ phone: text })).toMatchObject({ ok: true, issues: ['warning phone.service phone'] });
    expect(checked({ phone: text }).debtor).not.toHaveProperty('phone');
  },
);

test('an e-mail address is taken as it is, an umlaut domain in its ASCII form', () => {
  expect(emailIn('Erika.Beispiel+a@example.com')).toBe('Erika.Beispiel+a@example.com');
  expect(emailIn('max@müller.example')).toBe('max@xn--mller-kva.example');
  expect(emailIn('mailto:max@example.org')).toBe('max@example.org');
});
test.each([
  'erika',
  'erika@',
  '@example.com',
  'a@b',
  'erika@example.com;max@example.com',
  'erika @example.com',
  'a@b@example.com',
  'a@example.com/x',
  'erika@example..com',
])('„%s“ is left out with a warning', (email) => {
  const { debtor, issues } = checked({ email });
  expect(issues).toEqual(['warning email.invalid email']);
  expect(debtor).not.toHaveProperty('email');
});

test.each<[string, Cells, string[]]>([
  ['four digits', { postalCode: '1067' }, ['warning postal-code.invalid postalCode']],
  ['zeros', { postalCode: '00000' }, ['warning postal-code.invalid postalCode']],
  ['six digits', { postalCode: '441350' }, ['warning postal-code.invalid postalCode']],
  ['no street', { street: '' }, ['warning address.incomplete street']],
  ['no place', { city: '' }, ['warning address.incomplete city']],
  ['no postal code', { postalCode: '' }, ['warning address.incomplete postalCode']],
  ['a street only', { postalCode: '', city: '' }, ['warning address.incomplete city']],
  ['a place only', { street: '', postalCode: '' }, ['warning address.incomplete street']],
  ['a postal code only', { street: '', city: '' }, ['warning address.incomplete street']],
  ['another country', { postalCode: '75001', city: 'Paris', country: 'FR' }, ['warning address.foreign country']],
  ['nothing at all', { street: '', postalCode: '', city: '' }, []],
])('an address with %s is left out, e-mail and phone remain', (_, change, issues) => {
  const { debtor, issues: said } = checked(change);
  expect(said).toEqual(issues);
  expect(debtor).toMatchObject({ email: 'erika@example.com', phone: '+4915110000001' });
  expect(debtor).not.toHaveProperty('address');
  expect(debtor).not.toHaveProperty('land');
});

test('a house number of its own, a D before the postal code and a Bundesland do no harm', () => {
  expect(
    checked({ street: 'Musterweg', houseNumber: '5a', postalCode: 'D-01067', city: 'Dresden', country: 'Sachsen' }),
  ).toMatchObject({ issues: [], debtor: { land: 'SN', address: { street: 'Musterweg 5a', postalCode: '01067' } } });
  expect(checked({ houseNumber: '5' }).debtor?.address?.street).toBe('Musterweg 5');
  for (const postalCode of ['D44135', 'D-44135', 'D 44135', 'D - 44135', 'd-44135'])
    expect(checked({ postalCode })).toMatchObject({ issues: [], debtor: { address: { postalCode: '44135' } } });
});

test('neither address nor e-mail: accepted, the Akte waits; a phone number alone is no channel for a first letter', () => {
  expect(checked({ street: '', postalCode: '', city: '', email: '' })).toMatchObject({
    ok: true,
    issues: ['warning contact.none -'],
    debtor: { phone: '+4915110000001' },
  });
});

test.each<[string, Cells, string[]]>([
  ['a code that no place has', { postalCode: '44136' }, ['warning postal-code.unknown postalCode']],
  [
    'a street that is only called after one',
    { street: 'Am Postfach 3', postalCode: '44001' },
    ['warning postal-code.unknown postalCode'],
  ],
  ['or ends like one', { street: 'Altpostfach 3', postalCode: '44001' }, ['warning postal-code.unknown postalCode']],
  [
    'a code of another city, in small letters',
    { postalCode: '10115', city: 'münchen' },
    ['warning postal-code.place postalCode'],
  ],
  ['a code above those of its city', { postalCode: '80331', city: 'Berlin' }, ['warning postal-code.place postalCode']],
  ['the last code of its city', { postalCode: '14199', city: 'Berlin' }, []],
  ['a post-office box, which is in no list', { street: 'Postfach 12 34', postalCode: '44001' }, []],
  ['a code of another city', { postalCode: '10115', city: 'München' }, ['warning postal-code.place postalCode']],
  [
    'a code of another city, in capitals without umlaut',
    { postalCode: '10115', city: 'MUENCHEN' },
    ['warning postal-code.place postalCode'],
  ],
  ['the larger of two Frankfurts', { postalCode: '60311', city: 'Frankfurt am Main' }, []],
  ['the smaller of two Frankfurts', { postalCode: '15230', city: 'Frankfurt' }, []],
  ['a part of a city', { postalCode: '22089', city: 'Hamburg Eilbek' }, []],
  ['a town that is not in our table', { postalCode: '55457', city: 'Gensingen' }, []],
])('an address stays with %s', (_, change, issues) => {
  const { debtor, issues: said } = checked(change);
  expect(said).toEqual(issues);
  expect(debtor?.address).toMatchObject({ postalCode: change.postalCode, city: change.city ?? 'Dortmund' });
});

test('doubts name the place, and a slip the address that may be meant', () => {
  expect(checked({ postalCode: '10115', city: 'München' }).check.issues[0]?.message).toBe(
    'Die Postleitzahl 10115 gehört nicht zu München.',
  );
  expect(checked({ email: 'erika@gmx.dee' }).check.issues[0]?.message).toBe(
    'E-Mail: „erika@gmx.dee“ sieht nach einem Tippfehler aus; gemeint sein könnte erika@gmx.de.',
  );
  expect(checked({ email: 'mailto:max@example.org' })).toMatchObject({
    issues: [],
    debtor: { email: 'max@example.org' },
  });
});
test('the mobile one of two numbers comes first, because text messages go there; the other is kept', () => {
  expect(checked({ phone: '030 23125001', phone2: '0151 10000001' }).debtor).toMatchObject({
    phone: '+4915110000001',
    furtherPhones: ['+493023125001'],
  });
  expect(checked({ phone: '0151 10000001', phone2: '0151 10000002' }).debtor).toMatchObject({
    phone: '+4915110000001',
    furtherPhones: ['+4915110000002'],
  });
  expect(checked({ phone: '0151 10000001', phone2: '+49 151 1000 0001' }).debtor).not.toHaveProperty('furtherPhones');
});
test('the second address or number stands in for an unusable first one', () => {
  expect(checked({ phone: '110', phone2: '030 23125001', email: 'x', email2: 'max@example.com' })).toMatchObject({
    issues: ['warning email.invalid email', 'warning phone.invalid phone'],
    debtor: { phone: '+493023125001', email: 'max@example.com' },
  });
  expect(checked({ email2: 'max@example.org' }).debtor).toMatchObject({
    email: 'erika@example.com',
    furtherEmails: ['max@example.org'],
  });
});

test('an IBAN is taken without blanks, and never stands in a message in full', () => {
  expect(checked({ iban: 'de02 1203 0000 0000 2020 51' })).toMatchObject({
    issues: [],
    debtor: { iban: 'DE02120300000000202051' },
  });
  const [issue] = checked({ iban: 'DE02 1203 0000 0000 2020 52' }).check.issues;
  expect(issue).toMatchObject({
    value: 'DE02…2052',
    message: 'Die IBAN DE02…2052 ist nicht gültig (Land, Länge, Zeichen oder Prüfziffer) und wurde weggelassen.',
  });
});

test('another language than German is kept for whoever calls', () => {
  expect(checked({ language: 'tr' }).debtor).toMatchObject({ language: 'tr' });
  expect(checked({ language: 'Deutsch' })).toMatchObject({ issues: [] });
  expect(checked({ language: 'de' }).debtor).not.toHaveProperty('language');
});

test('without phones everything else is read', () => {
  const { phone: _, ...rest } = checked({}).debtor!;
  expect(checkRow(GOOD, creditor(), TODAY, { phones: false })).toMatchObject({ ok: true, debtor: rest, issues: [] });
});
