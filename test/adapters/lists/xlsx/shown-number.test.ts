import { numberFormat } from '../../../../adapters/lists/xlsx/number-format.ts';
import { shownNumber, shownText } from '../../../../adapters/lists/xlsx/shown-number.ts';

const shown = (value: number, code: string) => shownNumber(value, numberFormat(164, code), false);

test.each<[number, string, string]>([
  [17, '"RE-"00000', 'RE-00017'],
  [18, '"2026-"0000', '2026-0018'],
  [1, '"K "0', 'K 1'],
  [1, 'K\\-0', 'K-1'],
  [20260017, '0000\\-0000', '2026-0017'],
  [20260017, '0000-0000', '2026-0017'],
  [123456789, '000\\ 000\\ 000', '123 456 789'],
  [17, '0"/2026"', '17/2026'],
  [17, '[Red]"R"0_-', 'R17'],
  [17, '* "R"0', 'R17'],
  [44135, '"D-"00000', 'D-44135'],
  [1067, '00000', '01067'],
  [12, 'General" Stück"', '12 Stück'],
  [12, '"K "General', 'K 12'],
  [1234.5, '#,##0.00', '1.234,50'],
  [1234567.891, '#,##0.0', '1.234.567,9'],
  [0, '#,##0.00;-#,##0.00;"–"', '–'],
  [-5, '0.00', '-5,00'],
  [-5, '0.00;(0.00)', '(5,00)'],
  [-5, '#,##0.00;[Red]#,##0.00', '-5,00'],
  [0.12, '0%', '12%'],
  [0.125, '0.0 %', '12,5 %'],
  [5, '[<10]"klein "0;"groß "0', 'klein 5'],
  [50, '[<10]"klein "0;"groß "0', 'groß 50'],
  [0.5, '#.##', ',5'],
  [1.005, '0.00', '1,01'],
  [129000, '0,', '129'],
  [129.9, ';;;', ''],
  [12.5, '# ?/?', '12,5'],
  [1e11, '0.00E+00', '100000000000'],
  [0.7506, '[h]:mm:ss', '18:00:52'],
])('%d in the format %s lost what the format puts around it; it is seen as „%s“', (value, code, text) => {
  expect(shown(value, code).text).toBe(text);
});

test.each<[number, string, string]>([
  [129.9, '#,##0.00 "€"', '129,90'],
  [1234, '#,##0', '1234,00'],
  [1234.5, '#,##0.00\\ [$€-407]', '1234,50'],
  [129.9047, '#,##0.00', '129,90'],
  [-40, '#,##0.00;[Red]#,##0.00', '-40,00'],
  [-40, '0.00;(0.00)', '-40,00'],
  [0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-', '0'],
  [0.12, '0%', '12%'],
  [129.9, '0.00" USD"', '129,90 USD'],
  [129.9, '0.00" H"', '129,90 H'],
  [129.905, '0.000', '129,905'],
  [0.5, 'hh:mm', '12:00'],
])('in a column of amounts, %d in the format %s is „%s“', (value, code, amount) => {
  const { amount: written, text } = shown(value, code);
  expect(written ?? text).toBe(amount);
});
test.each<[number, string, string]>([
  [129.9, '0', '130, gespeichert ist aber 129,90'],
  [129.95, '0.0', '130,0, gespeichert ist aber 129,95'],
  [129000, '0," T€"', ''],
  [129000, '0,', '129, gespeichert ist aber 129000'],
])('%d in the format %s hides a part of the amount', (value, code, hides) => {
  expect(shown(value, code).hides ?? '').toBe(hides);
});

test('a text has what its format puts before it', () => {
  expect(shownText('17', numberFormat(164, '"RE-"@'))).toBe('RE-17');
  expect(shownText('17', numberFormat(164, '0;-0;0;"RE-"@'))).toBe('RE-17');
  expect(shownText('17', numberFormat(164, '"RE-"0'))).toBe('17');
});

test.each<[number, string, string]>([
  [129.9, '0.00"-"', '129,90-'],
  [129.9, '"-"0.00', '-129,90'],
  [129.9, '\\-0.00', '-129,90'],
  [129.9, '(0.00)', '(129,90)'],
  [129.9, '0.00" H"', '129,90 H'],
  [129.9, 'General"-"', '129,9-'],
  [129.9, '[>0]0.00"-";0.00', '129,90-'],
  [129.9, '+0.00', '129,90'],
  [129.9, '_-* #,##0.00 €_-;-* #,##0.00 €_-', '129,90'],
  [-129.9, '0.00;(0.00)', '-129,90'],
  [-129.9, '0.00;0.00"-"', '-129,90'],
  [0, '0.00;-0.00;"-"??', '0'],
])('%d as %s reads to the eye as a credit, and was claimed: %s', (value, code, amount) => {
  expect(shown(value, code).amount).toBe(amount);
});
