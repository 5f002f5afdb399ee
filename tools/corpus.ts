/**
 * Writes test/corpus/hand-over: nasty lists, and in index.json what each tests and what the reader must make of it.
 * `node tools/corpus.ts`
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case } from './corpus/case.ts';
import { dialects } from './corpus/dialects.ts';
import { encodings } from './corpus/encodings.ts';
import { headers } from './corpus/headers.ts';
import { quotes } from './corpus/quotes.ts';
import { refusals } from './corpus/refusals.ts';
import { rows } from './corpus/rows.ts';
import { workbooks } from './corpus/workbooks.ts';

const folder = join(import.meta.dirname, '../test/corpus/hand-over');
const cases: readonly Case[] = [...dialects, ...quotes, ...headers, ...rows, ...encodings, ...refusals, ...workbooks];
if (new Set(cases.map(({ file }) => file)).size < cases.length) throw new Error('Two cases have one file.');
rmSync(folder, { recursive: true, force: true });
for (const { file, bytes } of cases) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), bytes);
}
writeFileSync(
  join(folder, 'index.json'),
  `[\n${cases.map(({ file, tests, expected }) => `  ${JSON.stringify({ file, tests, ...expected })}`).join(',\n')}\n]\n`,
);
