import fc from 'fast-check';
import { Rejected } from '../../domain/faults.ts';
import { amountIn, dateIn, knownDay, parseDay, parseGermanAmount, simpleAmount } from '../../domain/parse.ts';

const fault = (read: (text: string) => unknown, text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error instanceof Rejected ? error.code : error;
  }
};

describe('an amount as Germans write it', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['7', 7_00],
    ['129', 129_00],
    ['129,9', 129_90],
    ['129,90', 129_90],
    ['0,05', 5],
    ['00,05', 5],
    ['1234,56', 1234_56],
    ['1.234,56', 1234_56],
    ['12.345,00', 12_345_00],
    ['1.234.567', 1_234_567_00],
    ['1234', 1234_00],
    ['99999999999', 99_999_999_999_00],
    ['99999999999,99', 99_999_999_999_99],
    ['-5,00', -5_00],
    ['-1.234,5', -1234_50],
    ['5,00 €', 5_00],
    ['€ 5,00', 5_00],
    ['5,00EUR', 5_00],
    ['5,00 eur', 5_00],
    ['1 234,56', 1234_56],
    ['1\u00a0234,56\u202f€', 1234_56],
    [' 5 ', 5_00],
    ['-0,00', 0],
  ])('%j is %s cents', (text, amount) => {
    expect(parseGermanAmount(text)).toBe(amount);
  });
  test.each(['1.234', '1,234', '12.345', '-1.234', '123,456', '1.234 €'])('%j could mean two things', (text) => {
    expect(fault(parseGermanAmount, text)).toBe('amount.ambiguous');
  });
  test.each([
    '',
    '€',
    ',5',
    '5,',
    '5,123,4',
    '5,,0',
    '12.34',
    '1.23,4',
    '1234.567,00',
    '.123,00',
    '1.2345,00',
    '100000000000',
    '123456789012',
    'x5',
    '5x',
    '5,x',
    '5,0x',
    '--5',
    '5-',
    '1e3',
    '５',
    '5 EUR EUR',
    '5:00',
    '5/00',
  ])('%j is no amount', (text) => {
    expect(fault(parseGermanAmount, text)).toBe('amount.invalid');
  });
  test('whoever wrote it reads it again', () => {
    expect(() => parseGermanAmount('zwölf')).toThrow('„zwölf“ ist kein Betrag');
    expect(() => parseGermanAmount('1.234')).toThrow('„1.234“ ist mehrdeutig');
  });
});
describe('the short way for the amounts of a list', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['7', 7_00],
    ['129', 129_00],
    ['129,9', 129_90],
    ['129,90', 129_90],
    ['12345678901', 12_345_678_901_00],
    ['12345678901,09', 12_345_678_901_09],
  ])('takes %j', (text, amount) => {
    expect(simpleAmount(text)).toBe(amount);
  });
  test.each(['', ',5', '5,', '5,123', '123456789012', '-5', '5 ', '1.234,00', '5,x', '5,0x', '5:00', 'x'])(
    'leaves %j to the long one',
    (text) => {
      expect(simpleAmount(text)).toBeUndefined();
    },
  );
  test('and says of any text what the long one says', () => {
    // A blank before it turns the text away from the short way and means nothing on the long one.
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.constantFrom(...'0123456789,.-'), maxLength: 16 }),
          fc.stringMatching(/^\d{1,12}(,\d{0,3})?$/),
          fc.string(),
        ),
        (text) => {
          const short = simpleAmount(text);
          expect(short ?? amountIn(` ${text}`)).toBe(amountIn(` ${text}`));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
describe('a day', () => {
  test.each([
    ['31.03.2026', '2026-03-31'],
    ['1.3.2026', '2026-03-01'],
    ['01.3.2026', '2026-03-01'],
    [' 2026-03-31 ', '2026-03-31'],
    [' 31.03.2026\n', '2026-03-31'],
    ['29.2.2028', '2028-02-29'],
  ])('%j is %s, and is so again', (text, expected) => {
    expect([parseDay(text), parseDay(text)]).toEqual([expected, expected]);
  });
  test.each([
    '',
    '31.02.2026',
    '29.2.2026',
    '1.13.2026',
    '0.1.2026',
    '001.1.2026',
    '1.001.2026',
    '31.03.26',
    '31.03.20261',
    'x31.03.2026',
    '31.03.2026x',
    '31/03/2026',
    '31-03-2026',
    '2026-3-1',
    '2026-03-31T00:00',
  ])('%j is none, and is none again', (text) => {
    expect([fault(parseDay, text), fault(parseDay, text)]).toEqual(['date.invalid', 'date.invalid']);
  });
  test('is known once it was read, where its text is short; what is no day never is', () => {
    expect(
      ['7.7.2031', '07.07.2031', ' 7.7.2031  ', '31.02.2031'].map((text) => [
        knownDay(text),
        dateIn(text),
        knownDay(text),
      ]),
    ).toEqual([
      [undefined, '2031-07-07', '2031-07-07'],
      [undefined, '2031-07-07', '2031-07-07'],
      [undefined, '2031-07-07', undefined],
      [undefined, 'date.invalid', undefined],
    ]);
  });
  test('the message says what was written', () => {
    expect(() => parseDay('gestern')).toThrow('„gestern“ ist kein Datum wie 31.03.2026 oder 2026-03-31.');
  });
});
