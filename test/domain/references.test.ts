import { giroCode, ibanIsValid, isReference, makeReference } from '../../domain/references.ts';
import { cents } from '../../domain/money.ts';

const IBAN = 'DE89370400440532013000';
const code = (more: Partial<Parameters<typeof giroCode>[0]> = {}): string =>
  giroCode({
    name: 'Rheinbogen Inkasso GmbH',
    iban: IBAN,
    amount: cents(161_23),
    reference: 'RF80MUS4F7K2QXR',
    ...more,
  });
const refusal = (more: Partial<Parameters<typeof giroCode>[0]>): unknown => {
  try {
    return code(more);
  } catch (error) {
    return [(error as { code: string }).code, (error as { field: string }).field];
  }
};

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
  test('a German one has 22 places, whatever its check digits say', () => {
    expect(ibanIsValid('DE23370400440532013')).toBe(false);
    const short = ['00', ...Array.from({ length: 97 }, (_, n) => String(n + 2).padStart(2, '0'))].map(
      (d) => `DE${d}37040044053201300`,
    );
    expect(short.filter(ibanIsValid)).toEqual([]);
    expect(short.map((s) => s.replace('DE', 'AT')).filter(ibanIsValid)).toHaveLength(1);
  });
  test('of 30 places after the check digits at most, 11 at least', () => {
    const some = (n: number): string[] =>
      Array.from({ length: 97 }, (_, d) => `MT${String(d + 2).padStart(2, '0')}${'A'.repeat(n)}`).filter(ibanIsValid);
    expect([10, 11, 30, 31].map((n) => some(n).length)).toEqual([0, 1, 1, 0]);
  });
});

describe('a GiroCode (EPC069-12)', () => {
  test('line by line, without empty ones at the end', () => {
    expect(code()).toBe(`BCD\n002\n1\nSCT\n\nRheinbogen Inkasso GmbH\n${IBAN}\nEUR161.23\n\nRF80MUS4F7K2QXR`);
    expect(
      giroCode({
        name: 'A',
        iban: 'DE89 3704 0044 0532 0130 00',
        bic: 'BYLADEM1001',
        amount: cents(1),
        text: 'Rechnung 17',
        version: '001',
        charset: '2',
      }),
    ).toBe(`BCD\n001\n2\nSCT\nBYLADEM1001\nA\n${IBAN}\nEUR0.01\n\n\nRechnung 17`);
    expect(giroCode({ name: 'A', iban: IBAN, amount: cents(5_00) })).toBe(`BCD\n002\n1\nSCT\n\nA\n${IBAN}\nEUR5.00`);
  });
  test('a reference or a text, never both', () => {
    expect(code({ text: 'Rechnung 17' }).split('\n')).toHaveLength(10);
  });
  test('a name is cut at 70 places', () => {
    expect(code({ name: 'N'.repeat(71) }).split('\n')[5]).toBe('N'.repeat(70));
  });
  test.each<[string, Partial<Parameters<typeof giroCode>[0]>]>([
    ['bic', { version: '001' }],
    ['bic', { bic: 'BYLADEM100' }],
    ['bic', { bic: 'BYLADEM10011' }],
    ['bic', { bic: 'xBYLADEM1001' }],
    ['bic', { bic: 'byladem1001' }],
    ['name', { name: '  ' }],
    ['iban', { iban: 'DE88370400440532013000' }],
    ['text', { text: 'x'.repeat(141) }],
    ['charset', { charset: '0' }],
    ['charset', { charset: '9' }],
    ['charset', { charset: '11' }],
    ['amount', { amount: cents(0) }],
    ['amount', { amount: cents(100_000_000_000) }],
  ])('a wrong %s is refused under its name: %o', (field, more) => {
    expect(refusal(more)).toEqual([`girocode.${field}`, field]);
  });
  test.each<Partial<Parameters<typeof giroCode>[0]>>([
    { bic: 'BYLADEM1' },
    { bic: 'BYLADEM1001' },
    { text: 'x'.repeat(140) },
    { charset: '8' },
    { amount: cents(1) },
    { amount: cents(99_999_999_999) },
  ])('%o is just right', (more) => {
    expect(code(more)).toContain('BCD');
  });
});
