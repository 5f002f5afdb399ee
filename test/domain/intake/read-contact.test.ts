import fc from 'fast-check';
import { emailIn } from '../../../domain/intake/email.ts';
import { phoneIn } from '../../../domain/intake/phone.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { checked, creditor, GOOD, TODAY } from './rows.ts';

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

test('neither address nor e-mail: accepted, the Akte waits; a phone number alone is no channel for a first letter', () => {
  expect(checked({ street: '', postalCode: '', city: '', email: '' })).toMatchObject({
    ok: true,
    issues: ['warning contact.none -'],
    debtor: { phone: '+4915110000001' },
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

test('without phones everything else is read', () => {
  const { phone: _, ...rest } = checked({}).debtor!;
  expect(checkRow(GOOD, creditor(), TODAY, { phones: false })).toMatchObject({ ok: true, debtor: rest, issues: [] });
});
