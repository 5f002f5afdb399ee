import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

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

test.each(['0900 1234567', '0800 1234567', '0180 1234567', '01805 123456', '0137 1234567'])(
  '%s is a service, nobody answers there who owes anything',
  (text) => {
    expect(checked({ phone: text })).toMatchObject({ ok: true, issues: ['warning phone.service phone'] });
    expect(checked({ phone: text }).debtor).not.toHaveProperty('phone');
  },
);

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

test('another language than German is kept for whoever calls', () => {
  expect(checked({ language: 'tr' }).debtor).toMatchObject({ language: 'tr' });
  expect(checked({ language: 'Deutsch' })).toMatchObject({ issues: [] });
  expect(checked({ language: 'de' }).debtor).not.toHaveProperty('language');
});

describe('where there is no name it is said once, at the column that would have held it', () => {
  const ofName = (cells: Cells) =>
    checked({ ...NOBODY, ...cells }).issues.filter((issue) =>
      /name\.(formula|invalid|missing)|value\.none/.test(issue),
    );
  test.each<[string, Cells, string[]]>([
    ['nothing anywhere', {}, ['error name.missing name']],
    ['dashes and noughts', { company: '-', name: '0', lastName: '–' }, ['error name.missing name']],
    [
      'a number as a family name, beside a dash for a firm',
      { company: '-', lastName: '4711' },
      ['error name.invalid lastName'],
    ],
    ['a formula as a family name', { lastName: '=A1+B1' }, ['error name.formula lastName']],
    ['a formula as a firm', { company: '=A1+B1' }, ['error name.formula company']],
    ['a placeholder in its place', { name: '#NV' }, ['error value.none name']],
    [
      'a placeholder elsewhere',
      { invoiceNumber: '#NV' },
      ['error value.none invoiceNumber', 'error name.missing name'],
    ],
  ])('%s', (_, cells, issues) => {
    expect(ofName(cells)).toEqual(issues);
  });
});
