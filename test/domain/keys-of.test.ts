import { keysOf } from '../../domain/keys-of.ts';

test('the keys of a table come in its order, and none that it has inherited', () => {
  const table: Readonly<Record<'b' | 'a', number>> = Object.assign(Object.create({ inherited: 0 }), { b: 1, a: 2 });
  expect(keysOf(table)).toEqual(['b', 'a']);
});
