import { ibanIsValid, isReference, makeReference } from '../../../domain/akte/references.ts';

const IBAN = 'DE89370400440532013000';
describe('a reference (ISO 11649)', () => {
  test.each([
    ['539007547034', 'RF18539007547034'],
    ['MUS-4F7K-2QXR', 'RF80MUS4F7K2QXR'],
    ['mus 4f7k 2qxr', 'RF80MUS4F7K2QXR'],
    ['A'.repeat(21), `RF47${'A'.repeat(21)}`],
  ])('of %s is %s', (base, reference) => {
    expect(makeReference(base)).toBe(reference);
    expect(isReference(reference)).toBe(true);
  });
  test('its check digits are two, also below ten', () => {
    for (let n = 0; n < 200; n++) {
      const reference = makeReference(String(n));
      expect(reference).toMatch(new RegExp(`^RF\\d{2}${n}$`));
      expect(isReference(reference)).toBe(true);
    }
  });
  test.each(['', '-', 'A'.repeat(22), 'Ä1', 'A.1'])('„%s“ fits into none', (base) => {
    expect(() => makeReference(base)).toThrow(expect.objectContaining({ code: 'reference.base' }));
  });
  test('is recognised small and in groups', () => {
    expect(isReference('rf18 5390 0754 7034')).toBe(true);
  });
  test.each([
    'RF19539007547034',
    'RF18539007547043',
    'RF18',
    'RF1',
    'XF18539007547034',
    'RFAB539007547034',
    `RF47${'A'.repeat(22)}`,
    'xRF18539007547034',
    'RF18539007547034.',
    '',
  ])('%s is none', (text) => {
    expect(isReference(text)).toBe(false);
  });
});

/** One of these has the right check digits, whichever it is. */
const withAnyDigits = (of: (digits: string) => string): string[] =>
  Array.from({ length: 100 }, (_, n) => of(String(n).padStart(2, '0')));
test('right check digits do not make a reference of what is too long or has something before it', () => {
  for (const text of [(d: string) => `AB12RF${d}539007547034`, (d: string) => `RF${d}${'5'.repeat(22)}`])
    expect(withAnyDigits(text).filter(isReference)).toEqual([]);
});

describe('an IBAN', () => {
  test('has nothing before it, whatever the check digits say', () => {
    expect(withAnyDigits((d) => `12AT${d}1904300234573201`).filter(ibanIsValid)).toEqual([]);
  });
  test.each([
    IBAN,
    'DE89 3704 0044 0532 0130 00',
    'de89370400440532013000',
    'AT611904300234573201',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('%s is right', (iban) => {
    expect(ibanIsValid(iban)).toBe(true);
  });
  test.each([
    'DE88370400440532013000',
    'DE8937040044053201300',
    'DE893704004405320130000',
    `x${IBAN}`,
    `${IBAN}.`,
    'D189370400440532013000',
    'DEX9370400440532013000',
    'AT61',
    '',
  ])('%s is wrong', (iban) => {
    expect(ibanIsValid(iban)).toBe(false);
  });
  test.each([
    ['an Austrian one with a place too few, its check digits right', 'AT', '370400440532013'],
    ['a Dutch one whose bank is digits', 'NL', '12341234567890'],
    ['a Swiss one with a place too many', 'CH', '007620116238529577'],
    ['a British one whose bank is digits', 'GB', '123412345612345678'],
    ['one of a country without IBANs', 'US', '12345678901234567890'],
    ['a German one with letters', 'DE', '37040044053201300A'],
    ['a German one with a place too few', 'DE', '37040044053201300'],
  ])('%s is none, whatever its check digits say', (_, country, rest) => {
    expect(withAnyDigits((digits) => `${country}${digits}${rest}`).filter(ibanIsValid)).toEqual([]);
  });
});
