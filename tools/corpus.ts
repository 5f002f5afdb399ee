import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case } from './corpus/case.ts';
import { dialects } from './corpus/dialects.ts';
import { encodings } from './corpus/encodings.ts';
import { headers } from './corpus/headers.ts';
import { quotes } from './corpus/quotes.ts';
import { refusals } from './corpus/refusals.ts';
import { rows } from './corpus/rows.ts';
import { workbooks } from './corpus/workbooks.ts';

/** Nasty lists: what each tests, and what the reader must make of it. The tests read them from memory. */
export const CORPUS: readonly Case[] = [
  ...dialects,
  ...quotes,
  ...headers,
  ...rows,
  ...encodings,
  ...refusals,
  ...workbooks,
];

/** Writes them as files into out/corpus, to be looked at: `node tools/corpus.ts` */
if (import.meta.main) {
  for (const { file, bytes } of CORPUS) {
    const path = join('out/corpus', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
