import { moduleOf } from '../../../tools/wired/module.ts';

/** Taken from which file, and what; of a file in `cli/`. */
const taken = (text: string): readonly string[] =>
  moduleOf('cli/a.ts', text).imports.map(({ from, name }) => `${from} ${name}`);

test.each([
  ["import { x, y as z } from '../domain/b.ts'", ['domain/b.ts x', 'domain/b.ts y']],
  ["import type { X } from './b.ts'", ['cli/b.ts X']],
  ["import b from './b.ts'", ['cli/b.ts default']],
  ["import * as b from './b.ts'", ['cli/b.ts *']],
  ["export { x as y } from './b.ts'", ['cli/b.ts x']],
  ["export * from './b.ts'", ['cli/b.ts *']],
  ["const b = await import('./b.ts')", ['cli/b.ts *']],
  ["type B = import('./b.ts').X", ['cli/b.ts *']],
  ["import { readFileSync } from 'node:fs'", []],
  ['export { x }', []],
])('%s takes %j', (text, names) => {
  expect(taken(text)).toEqual(names);
});

test.each([
  ['export const x = 1, y = 2', ['x', 'y']],
  ['export const f = () => 1', ['f']],
  ['export function* g() {}', ['g']],
  ['export class C {}', ['C']],
  ['export type T = 1', ['T']],
  ['export interface I {}', ['I']],
  ['const hidden = 1', []],
])('%s offers %j', (text, names) => {
  expect(moduleOf('cli/a.ts', text).exports.map(({ name }) => name)).toEqual(names);
});

test('a type with the name of its schema is no use of it; whatever else mentions a name is', () => {
  const both = 'export const X = z.string(); export type X = z.infer<typeof Y>;';
  expect(moduleOf('cli/a.ts', both).exports).toEqual([{ name: 'X', usedHere: false }]);
  expect(moduleOf('cli/a.ts', `${both} const y = X.parse('');`).exports).toEqual([{ name: 'X', usedHere: true }]);
});
