import type { ColumnName } from './columns.ts';
import type { RawRow } from './check-file.ts';

/** How a list was written. `xlsx`: no text at all, but an Excel workbook. */
export const ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'windows-1252',
  'windows-1254',
  'cp850',
  'macintosh',
  'utf-16le',
  'utf-16be',
  'xlsx',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * An Übergabeliste while it is read: its dialect is known with the header, its rows come in batches, in order, as the
 * bytes arrive; only one batch is in memory at a time. The strings of a batch are parts of one block of text: who keeps
 * a cell for long should keep a hash or a copy, or the block stays as well. A fault of the file as a whole (a Rejected
 * `file.…`) comes from opening it, or from `rows` where only a later byte shows it.
 */
export type OpenList = Readonly<{
  /**
   * What is known so far: text without umlauts counts as UTF-8 until one shows in which code page it is. Certain once
   * `rows` has ended.
   */
  encoding: Encoding;
  /** `;`, `,`, `|` or a tab; null for a workbook. */
  delimiter: string | null;
  /** The header line as it was written (of a workbook: as CSV with `;`), for the correction file. */
  headerText: string;
  /** The heading of each column we know, as it was written. */
  headings: Readonly<Partial<Record<ColumnName, string>>>;
  rows: AsyncIterable<readonly RawRow[]>;
}>;

/** Reads Übergabelisten of every dialect we take (docs/hand-over.md). */
export interface ListReader {
  open(bytes: AsyncIterable<Uint8Array>): Promise<OpenList>;
}
