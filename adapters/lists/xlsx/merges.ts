import type { Readable } from 'node:stream';
import { columnOf } from './references.ts';
import { workbookTooLarge } from './zip.ts';

/** Cells that are merged into one, by rows (from 1) and columns (from 0). `name` is how Excel calls them: `B2:B3`. */
export type Merge = Readonly<{ name: string; top: number; bottom: number; left: number; right: number }>;

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="(([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7}))"/g;
/** Longer than any such element. */
const OVERLAP = 300;
const MOST_MERGES = 100_000;

/**
 * The merged cells of a sheet, from the top. They stand behind all its rows, so the sheet is looked through once before
 * it is read.
 */
export const readMerges = async (part: Readable): Promise<readonly Merge[]> => {
  const merges = new Map<string, Merge>();
  let rest = '';
  part.setEncoding('utf8');
  // A cast: a stream with an encoding gives text.
  for await (const chunk of part as AsyncIterable<string>) {
    const text = rest + chunk;
    for (const [, name = '', left = '', top = '', right = '', bottom = ''] of text.matchAll(MERGE))
      merges.set(name, {
        name,
        top: Number(top),
        bottom: Number(bottom),
        left: columnOf(left),
        right: columnOf(right),
      });
    if (merges.size > MOST_MERGES) throw workbookTooLarge();
    rest = text.slice(-OVERLAP);
  }
  return [...merges.values()].sort((a, b) => a.top - b.top);
};
