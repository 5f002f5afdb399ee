import { lists } from '../../adapters/lists/open-list.ts';
import type { Day } from '../../domain/calendar.ts';
import { fileCheck, type GoodRow, type RawRow, type RowIssue } from '../../domain/intake/check-file.ts';
import type { OpenList } from '../../domain/intake/list.ts';
import type { Creditor } from '../../domain/parties/parties.ts';

/** Bytes as they may arrive: in pieces of any size. */
export async function* inChunks(
  bytes: Uint8Array,
  size = bytes.length || 1,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
export type WholeList = Omit<OpenList, 'rows'> & Readonly<{ rows: readonly RawRow[] }>;

/** A list read to its end; a file that is refused, at once or on the way, rejects. */
export const readWhole = async (bytes: Uint8Array, chunkSize?: number): Promise<WholeList> => {
  const list = await lists.open(inChunks(bytes, chunkSize));
  const rows: RawRow[] = [];
  for await (const batch of list.rows) rows.push(...batch);
  return {
    encoding: list.encoding,
    delimiter: list.delimiter,
    headerText: list.headerText,
    headings: list.headings,
    rows,
  };
};

/** All rows of a short list, judged as the product judges them: one by one, in their order. */
export const checkRows = (
  rows: readonly RawRow[],
  creditor: Creditor,
  today: Day,
): Readonly<{ good: readonly GoodRow[]; issues: readonly RowIssue[] }> => {
  const { check } = fileCheck(creditor, today, { rows: rows.length });
  const verdicts = rows.map(check);
  return {
    good: verdicts.filter((verdict) => verdict.outcome === 'good'),
    issues: verdicts.flatMap(({ issues }) => issues),
  };
};
