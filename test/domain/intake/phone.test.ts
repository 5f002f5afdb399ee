import fc from 'fast-check';
import { phoneIn } from '../../../domain/intake/phone.ts';
import { checked } from './rows.ts';

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
