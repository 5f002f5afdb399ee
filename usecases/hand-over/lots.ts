import type { RawRow } from '../../domain/intake/check-file.ts';
import { LOT_ROWS } from '../../domain/intake/hand-over.ts';

/**
 * The rows of a list in lots, the same ones whoever reads it and however often: lot n holds the rows from (n − 1) ×
 * LOT_ROWS + 1 on.
 */
export async function* lotsOf(
  rows: AsyncIterable<readonly RawRow[]>,
): AsyncGenerator<Readonly<{ n: number; rows: readonly RawRow[] }>> {
  let n = 0;
  let held: RawRow[] = [];
  for await (const batch of rows)
    for (const row of batch) {
      held.push(row);
      if (held.length < LOT_ROWS) continue;
      yield { n: ++n, rows: held };
      held = [];
    }
  if (held.length > 0) yield { n: ++n, rows: held };
}
