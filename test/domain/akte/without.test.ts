import { without } from '../../../domain/akte/without.ts';

test('a list without what is gone keeps the rest in its order, and is itself unchanged', () => {
  const list = [3, 1, 2];
  expect(without(list, (n) => n === 1)).toEqual([3, 2]);
  expect(without(list, () => false)).toEqual(list);
  expect(list).toEqual([3, 1, 2]);
});
