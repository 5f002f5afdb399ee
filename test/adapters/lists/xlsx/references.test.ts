import { columnLetters, columnOf } from '../../../../adapters/lists/xlsx/references.ts';

test.each([
  ['A1', 0],
  ['Z9', 25],
  ['AA1', 26],
  ['AB7', 27],
  ['GR200', 199],
])('%s is column %i', (reference, column) => {
  expect(columnOf(reference)).toBe(column);
  expect(columnLetters(column)).toBe(reference.replace(/\d+/, ''));
});
