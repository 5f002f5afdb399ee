import { emailIn } from '../../../domain/intake/email.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { checked, creditor, GOOD, TODAY } from './rows.ts';

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
  for (const iban of [
    'IBAN: DE02 1203 0000 0000 2020 51',
    'iban DE02-1203-0000-0000-2020-51',
    'IBANDE02120300000000202051',
  ])
    expect(checked({ iban }).debtor?.iban).toBe('DE02120300000000202051');
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
