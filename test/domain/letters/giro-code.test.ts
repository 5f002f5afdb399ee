import fc from 'fast-check';
import { giroCode } from '../../../domain/letters/giro-code.ts';
import { cents } from '../../../domain/money.ts';
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

const TEXT = fc.string({ unit: 'binary', maxLength: 160 });
const ANYTHING = fc.record(
  {
    name: TEXT,
    iban: fc.constantFrom(IBAN, 'DE89 3704 0044 0532 0130 00', 'CH9300762011623852957', 'DE00'),
    amount: fc.oneof(fc.integer(), fc.constantFrom(1, 99_999_999_999, 100_000_000_000)).map((n) => cents(n)),
    bic: fc.constantFrom('BYLADEM1001', 'POFICHBE', 'x'),
    purpose: fc.constantFrom('GDDS', '', 'gdds', 'A\nB'),
    reference: fc.oneof(fc.constant('RF80MUS4F7K2QXR'), TEXT),
    text: TEXT,
    version: fc.constantFrom('001' as const, '002' as const),
    charset: fc.constantFrom('1', '2', '9'),
  },
  { requiredKeys: ['name', 'iban', 'amount'] },
);
const expectAsInTheStandard = (payload: string): void => {
  expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(331);
  expect(payload).not.toMatch(/[^\P{Cc}\n]|\n$/u);
  const [tag, version, charset, kind, , name = '', iban, amount, purpose, reference = '', remittance = ''] =
    payload.split('\n');
  expect(payload.split('\n').length).toBeLessThanOrEqual(11);
  expect([tag, kind]).toEqual(['BCD', 'SCT']);
  expect(version).toMatch(/^00[12]$/);
  expect(charset).toMatch(/^[1-8]$/);
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(70);
  expect(iban).toMatch(/^[A-Z]{2}\d{2}[A-Z0-9]+$/);
  expect(amount).toMatch(/^EUR\d{1,9}\.\d{2}$/);
  expect(purpose).toMatch(/^[A-Z]{0,4}$/);
  expect([reference === '', remittance === '']).toContain(true);
  expect(reference + remittance).not.toBe('');
  expect(reference.length).toBeLessThanOrEqual(35);
  expect(remittance.length).toBeLessThanOrEqual(140);
};

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
  });
  test('a text beside a reference had been dropped in silence; neither of both had passed', () => {
    expect(refusal({ text: 'Rechnung 17' })).toEqual(['girocode.text', 'text']);
    expect(refusal({ reference: '' })).toEqual(['girocode.reference', 'reference']);
  });
  test('a line break in the name had begun the next field', () => {
    expect(code({ name: 'Rheinbogen\r\nDE00' }).split('\n')[5]).toBe('Rheinbogen DE00');
    expect(code({ reference: 'RF80\nMUS' }).split('\n')[9]).toBe('RF80 MUS');
  });
  test('a reference of 36 places had passed', () => {
    expect(code({ reference: 'R'.repeat(35) })).toContain('R'.repeat(35));
    expect(refusal({ reference: 'R'.repeat(36) })).toEqual(['girocode.reference', 'reference']);
  });
  test('there was no purpose code', () => {
    expect(code({ purpose: 'GDDS' }).split('\n')[8]).toBe('GDDS');
    for (const purpose of ['gdds', 'GOODS', 'G D'])
      expect(refusal({ purpose })).toEqual(['girocode.purpose', 'purpose']);
  });
  test('more than 331 bytes had passed', () => {
    const wide = { name: 'ü'.repeat(70), reference: '', text: '€'.repeat(140) };
    expect(refusal(wide)).toEqual(['girocode.text', 'text']);
    expect(code({ ...wide, text: '€'.repeat(40) })).toContain('€€€');
  });
  test('an account outside the EEA needs a BIC in version 002, too', () => {
    expect(refusal({ iban: 'CH9300762011623852957' })).toEqual(['girocode.bic', 'bic']);
    expect(code({ iban: 'CH9300762011623852957', bic: 'POFICHBEXXX' })).toContain('POFICHBEXXX');
  });
  test('umlauts go in UTF-8 only', () => {
    expect(refusal({ name: 'Süd', charset: '2' })).toEqual(['girocode.charset', 'charset']);
  });
  test('whatever goes in: refused by name, or a payload as EPC069-12 has it', () => {
    fc.assert(
      fc.property(ANYTHING, (of) => {
        let payload;
        try {
          payload = giroCode(of);
        } catch (error) {
          expect(error).toMatchObject({ name: 'Rejected', code: expect.stringMatching(/^girocode\.[a-z]+$/) });
          return;
        }
        expectAsInTheStandard(payload);
      }),
    );
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
    ['text', { text: 'x'.repeat(141), reference: '' }],
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
    { text: 'x'.repeat(140), reference: '' },
    { charset: '8' },
    { amount: cents(1) },
    { amount: cents(99_999_999_999) },
  ])('%o is just right', (more) => {
    expect(code(more)).toContain('BCD');
  });
});
