import type { Rejected } from '../../../domain/faults.ts';
import type { RawRow } from '../../../domain/intake/check-file.ts';
import { COLUMNS, COLUMN_NAMES, type ColumnName } from '../../../domain/intake/columns.ts';
import type { OpenList } from '../../../domain/intake/list.ts';
import { rawCell } from '../csv-cell.ts';
import { headerOf, isHeader, type Header } from '../header.ts';
import { isEmpty, LIMITS, noRows, quoted, refused, tooManyColumns, tooManyRows } from '../refusals.ts';
import { rowMaker, type Source } from '../rows.ts';
import type { TextCell } from './cell-text.ts';
import { readMerges, type Merge } from './merges.ts';
import { columnLetters } from './references.ts';
import { NO_CELL, sheetRows, type SheetRow } from './sheet.ts';
import { unmerger } from './unmerge.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { damaged, openZip, type Parts } from './zip.ts';

type Batches = AsyncGenerator<readonly SheetRow[], void, undefined>;
/** A sheet whose header was found: the rest of the batch the header stood in, and the batches that follow. */
type InSheet = Readonly<{ header: Header; text: string; line: number; rest: readonly SheetRow[]; batches: Batches }>;
type Found = InSheet & Readonly<{ merges: readonly Merge[] }>;

const asCsv = (cells: readonly string[]): string => cells.map(rawCell).join(';');
const textsOf = ({ cells }: SheetRow): string[] => cells.map((cell) => cell.text);
/** Looks for the header in the first rows of a sheet; `first` is the row that would be refused as one. */
const headerIn = async (batches: Batches): Promise<InSheet | Readonly<{ first: readonly string[] }>> => {
  let first: readonly string[] | undefined;
  let seen = 0;
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    for (const [i, row] of next.value.entries()) {
      const texts = textsOf(row);
      if (isHeader(texts) && row.tooWide) throw tooManyColumns();
      if (isHeader(texts))
        return {
          header: headerOf(texts, seen > 0),
          text: asCsv(texts),
          line: row.line,
          rest: next.value.slice(i + 1),
          batches,
        };
      first ??= texts;
      if (++seen >= LIMITS.linesAboveHeader) {
        await batches.return();
        return { first };
      }
    }
  }
  return { first: first ?? [] };
};

const noSheet = (sheets: readonly Sheet[]): Rejected =>
  refused(
    'file.header-missing',
    `In keinem der Blätter ${sheets
      .slice(0, 10)
      .map(({ name }) => `„${quoted(name)}“`)
      .join(', ')} steht eine Kopfzeile mit den Spalten ${COLUMN_NAMES.filter((name) => COLUMNS[name].required)
      .map((name) => COLUMNS[name].label)
      .join(', ')}.`,
  );
const mergesIn = async (parts: Parts, part: string): Promise<readonly Merge[]> => {
  const stream = await parts.open(part);
  return stream ? readMerges(stream) : [];
};
const findHeader = async (parts: Parts, workbook: Workbook): Promise<Found> => {
  let first: readonly string[] = [];
  for (const { part } of workbook.sheets) {
    const stream = await parts.open(part);
    if (!stream) throw damaged();
    const found = await headerIn(sheetRows(stream, workbook));
    if ('header' in found) return { ...found, merges: await mergesIn(parts, part) };
    first = found.first;
  }
  if (workbook.sheets.length === 1 && first.length === 0) throw isEmpty();
  if (workbook.sheets.length === 1) headerOf(first, false);
  throw noSheet(workbook.sheets);
};

/** A postal code typed as a number has lost its zeros: 1067 is 01067. */
const padded = ({ text, isNumber }: TextCell): string => (isNumber && /^\d{4}$/.test(text) ? `0${text}` : text);
const textIn = (column: ColumnName | undefined, cell: TextCell): string => {
  const type = column && COLUMNS[column].type;
  if (type === 'postalCode') return padded(cell);
  if (type === 'amount') return cell.amount ?? cell.text;
  return type === 'day' ? (cell.day ?? cell.text) : cell.text;
};
const CUT =
  'eine Zahl mit mehr als fünfzehn Ziffern, von denen Excel nur fünfzehn behält; bitte die Zelle als Text formatieren und die Nummer ganz eingeben';
/**
 * Why a cell cannot be taken as it is read. Of a number that identifies the last digits count: without them two
 * customers would be one.
 */
const faultIn = (column: ColumnName | undefined, { fault, hides, isCut }: TextCell): string | undefined => {
  const type = column && COLUMNS[column].type;
  if (fault !== undefined) return fault;
  if (isCut && (type === 'text' || type === 'amount')) return CUT;
  return type === 'amount' && hides !== undefined ? `gerundet ${hides}` : undefined;
};

/** Columns to the right of the table are not ours: in a sheet nothing can have slipped there. */
const sourceOf = ({ header, line: headerLine, merges }: Found) => {
  const columns = new Map([
    ...[...header.positions].map(([name, at]): [number, ColumnName] => [at, name]),
    ...header.further.map(({ name, at }): [number, ColumnName] => [at, name]),
  ]);
  const unmerge = unmerger(merges, headerLine, columns);
  return (row: SheetRow): Source => {
    const { cells: given, fault: merged } = unmerge(row);
    const { line } = row;
    const cells = Array.from({ length: header.width }, (_, i) => textIn(columns.get(i), given[i] ?? NO_CELL));
    const wrong = given.findIndex((cell, i) => columns.has(i) && faultIn(columns.get(i), cell) !== undefined);
    const what = faultIn(columns.get(wrong), given[wrong] ?? NO_CELL) ?? '';
    const inCell = `In Zelle ${columnLetters(wrong)}${line} steht ${what}.`;
    const hidden = row.isHidden ? `Die Zeile ${line} ist in der Tabelle ausgeblendet.` : undefined;
    const fault = hidden ?? merged ?? (wrong < 0 ? undefined : inCell);
    return { line, text: asCsv(cells), cells, count: cells.length, fault, isSheet: true };
  };
};

async function* rowsOf(found: Found): AsyncGenerator<readonly RawRow[], void, undefined> {
  const { header, rest, batches } = found;
  const rowOf = rowMaker(header);
  const toSource = sourceOf(found);
  let rows = 0;
  async function* all(): Batches {
    yield rest;
    yield* batches;
  }
  try {
    for await (const sheetBatch of all()) {
      const batch = sheetBatch.map((row) => rowOf(toSource(row))).filter((row) => row !== undefined);
      rows += batch.length;
      if (rows > LIMITS.rows) throw tooManyRows();
      if (batch.length > 0) yield batch;
    }
  } finally {
    await batches.return();
  }
  if (rows === 0) throw noRows();
}

/**
 * Opens an Excel workbook (.xlsx): the first visible sheet that has our header is the list. Line numbers are those of
 * the sheet.
 */
export const openWorkbook = async (bytes: AsyncIterable<Uint8Array>): Promise<OpenList> => {
  const parts = await openZip(bytes);
  const found = await findHeader(parts, await readWorkbook(parts));
  return {
    encoding: 'xlsx',
    delimiter: null,
    headerText: found.text,
    headings: found.header.headings,
    rows: rowsOf(found),
  };
};
