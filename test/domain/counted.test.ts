import { counted } from '../../domain/counted.ts';
import { formatPercent } from '../../domain/money.ts';

test('“1 Tage”, “1 Zeilen”, “1 Warnungen”: one is singular, nothing and more are not', () => {
  expect([0, 1, 2, 1_000].map((n) => counted(n, 'Zeile', 'Zeilen'))).toEqual([
    '0 Zeilen',
    '1 Zeile',
    '2 Zeilen',
    '1.000 Zeilen',
  ]);
});
test('a negative rate of interest had a hyphen for a minus: it has a true minus, as amounts have', () => {
  expect([-88, 0, 7, 152, 1_027].map(formatPercent)).toEqual([
    '−0,88\u00a0%',
    '0,00\u00a0%',
    '0,07\u00a0%',
    '1,52\u00a0%',
    '10,27\u00a0%',
  ]);
});
