import { BOM, csvFile, guardedCell, quotedCell, rawCell } from '../../../adapters/lists/csv-cell.ts';

test.each(['=1+1', '+1+cmd|x', '-1+1', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '-'])(
  '%j is not run by a spreadsheet',
  (value) => {
    expect(quotedCell(value)).toBe(`"'${value}"`);
  },
);

test.each(['-15,00', '+49 151 10000001', '1.234,56', 'Müller', 'a=b', ''])('%j stays as it is', (value) => {
  expect(quotedCell(value)).toBe(`"${value}"`);
});

test('a quotation mark is doubled', () => {
  expect(quotedCell('a"b')).toBe('"a""b"');
});

test.each([
  ['a', 'a'],
  ['a;b', '"a;b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['=1', '=1'],
])('word for word, %j has quotation marks only where the format needs them: %j', (text, cell) => {
  expect(rawCell(text)).toBe(cell);
});
test('a guarded cell is no formula either', () => {
  expect([guardedCell('=1'), guardedCell('=1;2'), guardedCell('-15,00')]).toEqual(["'=1", `"'=1;2"`, '-15,00']);
});
test('a file begins with a BOM, and its lines end as a German Excel writes them', () => {
  expect(csvFile([['a', 'b'], ['c']])).toBe(`${BOM}a;b\r\nc\r\n`);
});
