import { changedIn } from '../../domain/changed-in.ts';

test.each<[what: string, before: Record<string, unknown>, after: Record<string, unknown>, fields: readonly string[]]>([
  ['the same, in another order of the keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, []],
  ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b']],
  [
    'fields within a field, by their way there',
    { a: { b: 1, c: { d: 1 } } },
    { a: { b: 2, c: { d: 2 } } },
    ['a.b', 'a.c.d'],
  ],
  ['a list, as a whole', { a: [1, 2] }, { a: [1, 3] }, ['a']],
  ['a list whose items have their keys in another order', { a: [{ b: 1, c: 2 }] }, { a: [{ c: 2, b: 1 }] }, []],
  ['a field that is new, as a whole', {}, { a: { b: 1 } }, ['a']],
  ['a field that is gone', { a: 1 }, {}, ['a']],
  ['a field that is undefined is none', { a: undefined }, {}, []],
  ['null is something', { a: null }, {}, ['a']],
  ['a list in place of fields', { a: { b: 1 } }, { a: [1] }, ['a']],
  ['fields come in the order of their letters', { b: 1, a: 1 }, { c: 1, a: 2 }, ['a', 'b', 'c']],
])('%s', (_, before, after, fields) => {
  expect(changedIn(before, after)).toEqual(fields);
});
