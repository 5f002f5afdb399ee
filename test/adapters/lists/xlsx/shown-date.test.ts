import { numberFormat } from '../../../../adapters/lists/xlsx/number-format.ts';
import { shownDate } from '../../../../adapters/lists/xlsx/shown-date.ts';

const shown = (value: number, code: string, from1904 = false) => {
  const [section] = numberFormat(164, code);
  if (!section) throw new Error(`no section in ${code}`);
  return shownDate(value, section, from1904);
};

test.each<[number, string, string]>([
  [46037, 'dd.mm.yyyy', '15.01.2026'],
  [46037, 'TT.MM.JJJJ', '15.01.2026'],
  [46037, '[$-407]d. mmmm yyyy;@', '15.01.2026'],
  [46037.75, 'yyyy-mm-dd hh:mm', '15.01.2026'],
  [46037, 'mmm yyyy', 'Jan 2026'],
  [46037, 'dd.mm.', '15.01.'],
  [0.75, 'hh:mm', '18:00'],
  [60, 'dd.mm.yyyy', '29.02.1900'],
  [0, 'dd.mm.yyyy', '00.01.1900'],
  [46037, 'dddd, d. mmmm', 'Donnerstag, 15. Januar'],
  [46037, 'ddd d.m.', 'Do 15.1.'],
])('%d in the format %s is seen as „%s“', (value, code, text) => {
  expect(shown(value, code).text).toBe(text);
});

test('only a format with day, month and year names the day, and then as a list writes it', () => {
  expect([shown(46037, 'yyyy-mm-dd').day, shown(46037, 'mmm yyyy').day, shown(0.75, 'hh:mm').day]).toEqual([
    '15.01.2026',
    undefined,
    undefined,
  ]);
});
test('a workbook that counts from 1904 has its days four years later', () => {
  expect([shown(0, 'dd.mm.yyyy', true).text, shown(44575, 'dd.mm.yyyy', true).text]).toEqual([
    '01.01.1904',
    '15.01.2026',
  ]);
});
test.each([-1, 2_958_466])('%d is no day that Excel shows, and none for us', (value) => {
  expect(shown(value, 'dd.mm.yyyy')).toEqual({
    text: '####',
    fault: 'ein Datum, das Excel nicht anzeigen kann (####)',
  });
});
