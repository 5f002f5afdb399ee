import type { RawRow } from '../../../domain/intake/check-file.ts';
import type { OpenList } from '../../../domain/intake/list.ts';
import { csvHeader, type CsvHeader } from './header.ts';
import { withoutDamagedNames } from './other-pages.ts';
import { isEmpty, LIMITS, noRows, tooManyRows } from '../refusals.ts';
import { rowMaker } from '../rows.ts';
import { Scanner } from './scanner.ts';
import { textOf, type Text } from './text.ts';

/**
 * Rows in one batch: few enough to stay in the young generation of the heap, enough that asking for the next costs
 * nothing.
 */
const BATCH = 500;

/** The blocks after the header, and at last an empty one that says so. */
async function* fed(
  scanner: Scanner,
  first: string,
  blocks: AsyncIterable<string>,
): AsyncGenerator<void, void, undefined> {
  scanner.feed(first, false);
  yield;
  for await (const block of blocks) {
    scanner.feed(block, false);
    yield;
  }
  scanner.feed('', true);
  yield;
}

async function* rowsOf(
  header: CsvHeader,
  first: string,
  text: Text,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const scanner = new Scanner(header.delimiter, header.nextLine);
  const rowOf = rowMaker(header);
  let batch: RawRow[] = [];
  let rows = 0;
  try {
    for await (const _ of fed(scanner, first, text.blocks)) {
      while (scanner.next()) {
        const row = rowOf(scanner.record);
        if (!row) continue;
        if (++rows > LIMITS.rows) throw tooManyRows();
        batch.push(withoutDamagedNames(row, text.encoding));
        if (batch.length === BATCH) {
          yield batch;
          batch = [];
        }
      }
    }
    if (rows === 0) throw noRows();
    if (batch.length > 0) yield batch;
  } finally {
    await text.blocks.return();
  }
}

/**
 * Opens a CSV file of any dialect (docs/hand-over.md): see OpenList. The source is closed as soon as the file is
 * refused.
 */
export const openCsv = async (bytes: AsyncIterable<Uint8Array>): Promise<OpenList> => {
  const text = textOf(bytes);
  const { value: first } = await text.blocks.next();
  try {
    if (!first?.trim() && (await text.blocks.next()).done) throw isEmpty();
    const header = csvHeader(first ?? '');
    return {
      get encoding() {
        return text.encoding;
      },
      delimiter: header.delimiter,
      headerText: header.text,
      headings: header.headings,
      rows: rowsOf(header, (first ?? '').slice(header.end), text),
    };
  } catch (error) {
    await text.blocks.return();
    throw error;
  }
};
