import { decimalOf, losesDigits, plainAmount, plainNumber, rounded } from '../../../../adapters/lists/xlsx/decimals.ts';

test.each<[number, string]>([
  [129.90000000000001, '129.9'],
  [0.1 + 0.2, '0.3'],
  [0.0000001, '0.0000001'],
  [0, '0'],
  [-5.5, '-5.5'],
  [123456789012345, '123456789012345'],
])('%d is what Excel keeps of it, without an exponent: %s', (value, text) => {
  expect(decimalOf(value)).toBe(text);
});
test('a number of sixteen digits has lost its last one', () => {
  expect([losesDigits(999_999_999_999_999), losesDigits(1e15), losesDigits(-1e15)]).toEqual([false, true, true]);
});
test('as a German writes it; one decimal of an amount means tens of cents', () => {
  expect([plainNumber(12.5), plainAmount(12.5), plainAmount(12), plainAmount(12.55)]).toEqual([
    '12,5',
    '12,50',
    '12',
    '12,55',
  ]);
});
test.each<[number, number, string, string]>([
  [1.005, 2, '1', '01'],
  [1.004, 2, '1', '00'],
  [0.999, 2, '1', '00'],
  [9.5, 0, '10', ''],
  [0, 2, '0', '00'],
])('%d to %i decimals is %s and %s: half is rounded up, as it is seen', (value, decimals, whole, fraction) => {
  expect(rounded(value, decimals)).toEqual({ whole, fraction });
});
