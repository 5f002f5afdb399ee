import { cellsOf, placesOf } from '../../../adapters/lists/cells.ts';
import { COLUMN_NAMES } from '../../../domain/intake/columns.ts';

test('a column that is written out nowhere would lose what stands in it: every column has its cell', () => {
  const places = placesOf(new Map(COLUMN_NAMES.map((name, at) => [name, at])));
  const row = COLUMN_NAMES.map((name) => `of ${name}`);
  expect(cellsOf(row, row.length, places)).toEqual(
    Object.fromEntries(COLUMN_NAMES.map((name) => [name, `of ${name}`])),
  );
});
test('columns the list does not have, and cells behind the end of a short row, are blank', () => {
  const places = placesOf(
    new Map([
      ['customerNumber', 0],
      ['remark', 2],
    ]),
  );
  const { customerNumber, remark, amount } = cellsOf(['K-1', 'x', 'old'], 2, places);
  expect([customerNumber, remark, amount]).toEqual(['K-1', '', '']);
});
