import { canonical } from '../../domain/canonical.ts';

test('the order of fields makes no difference, at any depth; that of a list does', () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonical({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(canonical({ b: [{ d: 1, c: null }], a: 'x' }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});
