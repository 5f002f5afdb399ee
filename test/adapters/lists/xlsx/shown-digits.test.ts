import { numberFormat } from '../../../../adapters/lists/xlsx/number-format.ts';
import { digitsAs } from '../../../../adapters/lists/xlsx/shown-digits.ts';

test.each<[number, string, string]>([
  [1067, '00000', '01067'],
  [1067, '000', '1067'],
  [0, '#', ''],
  [0, '0', '0'],
  [5, '???', '  5'],
  [1234567, '#,##0', '1.234.567'],
  [20260017, '0000-0000', '2026-0017'],
  [1.5, '0.00', '1,50'],
  [1.5, '0.##', '1,5'],
  [1.005, '0.00', '1,01'],
  [0.999, '0.00', '1,00'],
  [129.9, '0', '130'],
])('%d in the places of %s is „%s“', (value, code, text) => {
  const [section] = numberFormat(164, code);
  expect(section && digitsAs(section, value)).toBe(text);
});
