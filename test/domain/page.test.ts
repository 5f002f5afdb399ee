import { partOf } from '../../domain/page.ts';

const read = (...items: readonly string[]) => ({ items, cut: false });
const placeOf = (item: string): string => `at ${item}`;
test('one more than was asked for says that there is a rest, behind the last that is shown', () => {
  expect(partOf(read('a', 'b', 'c'), { limit: 2 }, placeOf)).toEqual({ items: ['a', 'b'], next: { after: 'at b' } });
});
test.each([[[]], [['a']], [['a', 'b']]])('%j was all', (items) => {
  expect(partOf(read(...items), { limit: 2 }, placeOf)).toEqual({ items, next: null });
});
test('where the store stopped before, what it gave is a page, and the rest follows', () => {
  expect(partOf({ items: ['a'], cut: true }, { limit: 2 }, placeOf)).toEqual({ items: ['a'], next: { after: 'at a' } });
});
