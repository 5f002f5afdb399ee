import { feeFromRates, feeInAmounts, type FeeAmounts, type SaidRate } from '../../../domain/account/fee-words.ts';
import { cents } from '../../../domain/money.ts';

const read = (words: string): string => words.replaceAll('\u00a0', ' ');
const rate = (of: string, value: number, fee: number, ...which: string[]): SaidRate => ({
  rate: of,
  value: cents(value),
  fee: cents(fee),
  which,
});
const HALF = rate('0,5', 120_00, 25_75, 'RE-1');
const named = (which: readonly string[]): string => ` (${which.join(', ')})`;
const from = (...of: Parameters<typeof feeFromRates>): string => read(feeFromRates(...of));

describe('what a fee is made of', () => {
  test('one rate is a share of a full fee, without the amount and without its invoices', () => {
    expect(from([HALF], null, named)).toBe('0,5 einer vollen Gebühr aus 120,00 €');
  });
  test('parts at one rate are one object (§ 22(1) RVG), and their invoices are named', () => {
    expect(from([HALF, rate('0,5', 80_00, 10_00, 'RE-2')], null, named)).toBe(
      '0,5 einer vollen Gebühr aus 200,00 € (RE-1, RE-2)',
    );
  });
  test('several rates have each its amount, and their sum', () => {
    expect(from([HALF, rate('0,9', 100_00, 46_35, 'RE-2')], null, named)).toBe(
      '0,5 einer vollen Gebühr aus 120,00 € (RE-1) = 25,75 € und 0,9 einer vollen Gebühr aus 100,00 € (RE-2) = 46,35 €; zusammen 72,10 €',
    );
  });
  test('a cap says what it is and why', () => {
    const cap = { rate: '0,9', value: cents(220_00), fee: cents(46_35) };
    expect(from([HALF], cap)).toBe(
      '0,5 einer vollen Gebühr aus 120,00 € = 25,75 €, höchstens aber 0,9 einer vollen Gebühr aus 220,00 € = 46,35 €, weil alles eine Angelegenheit ist (§ 15 Abs. 3 RVG)',
    );
  });
});

test('a rate of which nobody said for which invoices names none', () => {
  const { which: _, ...bare } = HALF;
  expect(from([bare, rate('0,9', 100_00, 46_35, 'RE-2')], null, named)).toContain('aus 120,00 € () = 25,75 €');
});

describe('every step to what is asked', () => {
  const amounts: FeeAmounts = {
    fee: cents(177_25),
    expenses: cents(20_00),
    net: cents(197_25),
    vat: cents(0),
    credited: cents(0),
    total: cents(197_25),
  };
  const words = (more: Partial<FeeAmounts> = {}): string => read(feeInAmounts({ ...amounts, ...more }));
  const NET = '177,25 € Gebühr + 20,00 € Auslagen = 197,25 €';
  test('ends with the net amount where that is what is asked', () => {
    expect(words()).toBe(NET);
  });
  test('adds the VAT and takes the lump sum off, each only where there is one', () => {
    expect(words({ vat: cents(37_48), total: cents(234_73) })).toBe(`${NET}; 197,25 € + 37,48 € USt = 234,73 €`);
    expect(words({ credited: cents(40_00), total: cents(157_25) })).toBe(
      `${NET}; 197,25 € − 40,00 € Verzugspauschale = 157,25 €`,
    );
    expect(words({ vat: cents(37_48), credited: cents(40_00), total: cents(194_73) })).toBe(
      `${NET}; 197,25 € + 37,48 € USt − 40,00 € Verzugspauschale = 194,73 €`,
    );
  });
});
