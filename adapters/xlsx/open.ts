import { Rejected } from '../../domain/faults.ts';
import type { RawRow } from '../../domain/intake/check-file.ts';
import { COLUMNS, COLUMN_NAMES } from '../../domain/intake/columns.ts';
import type { OpenList } from '../../domain/intake/list.ts';
import { headerOf, isHeader, type Header } from '../csv/header.ts';
import { isEmpty, LIMITS, noRows, quoted, tooManyColumns, tooManyRows } from '../csv/refusals.ts';
import { rowMaker } from '../csv/rows.ts';
import { NO_CELL, sheetRows, type SheetRow } from './sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { damaged, openZip, type Parts } from './zip.ts';

type Batches = AsyncGenerator<readonly SheetRow[], void, undefined>;
/** A sheet whose header was found: the rest of the batch the header stood in, and the batches that follow. */
type Found = Readonly<{ header: Header; text: string; rest: readonly SheetRow[]; batches: Batches }>;

const asCsv = (cells: readonly string[]): string =>
  cells.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';');
const textsOf = ({ cells }: SheetRow): string[] => cells.map((cell) => cell.text);
const columnLetters = (column: number): string =>
  (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

/** Looks for the header in the first rows of a sheet; `first` is the row that would be refused as one. */
const headerIn = async (batches: Batches): Promise<Found | Readonly<{ first: readonly string[] }>> => {
  let [first, seen]: [readonly string[] | undefined, number] = [undefined, 0];
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    for (const [i, row] of next.value.entries()) {
      const texts = textsOf(row);
      if (isHeader(texts) && row.tooWide) throw tooManyColumns();
      if (isHeader(texts))
        return { header: headerOf(texts, seen > 0), text: asCsv(texts), rest: next.value.slice(i + 1), batches };
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
  new Rejected(
    'file.header-missing',
    `In keinem der Blätter ${sheets
      .slice(0, 10)
      .map(({ name }) => `„${quoted(name)}“`)
      .join(', ')} steht eine Kopfzeile mit den Spalten ${COLUMN_NAMES.filter((name) => COLUMNS[name].required)
      .map((name) => COLUMNS[name].label)
      .join(', ')}.`,
  );
const findHeader = async (parts: Parts, workbook: Workbook): Promise<Found> => {
  let first: readonly string[] = [];
  for (const { part } of workbook.sheets) {
    const stream = await parts.open(part);
    if (!stream) throw damaged();
    const found = await headerIn(sheetRows(stream, workbook));
    if ('header' in found) return found;
    first = found.first;
  }
  if (workbook.sheets.length === 1 && first.length === 0) throw isEmpty();
  if (workbook.sheets.length === 1) headerOf(first, false);
  throw noSheet(workbook.sheets);
};

/** A postal code typed as a number has lost its zeros: 1067 is 01067. */
const padded = ({ text, isNumber }: { text: string; isNumber?: true }): string =>
  isNumber && /^\d{4}$/.test(text) ? `0${text}` : text;

/** Columns to the right of the table are not ours: in a sheet nothing can have slipped there. */
const sourceOf = (header: Header) => {
  const postalCode = header.positions.get('postalCode');
  const known = new Set(header.positions.values());
  return ({ line, cells: given }: SheetRow) => {
    const cells = Array.from({ length: header.width }, (_, i) => {
      const cell = given[i] ?? NO_CELL;
      return i === postalCode ? padded(cell) : cell.text;
    });
    const wrong = given.findIndex((cell, i) => cell.fault !== undefined && known.has(i));
    const fault = wrong < 0 ? undefined : `In Zelle ${columnLetters(wrong)}${line} steht ${given[wrong]?.fault}.`;
    return { line, text: asCsv(cells), cells, count: cells.length, fault };
  };
};

async function* rowsOf({ header, rest, batches }: Found): AsyncGenerator<readonly RawRow[], void, undefined> {
  const [rowOf, toSource] = [rowMaker(header), sourceOf(header)];
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

/** Opens an Excel workbook (.xlsx): the first visible sheet that has our header is the list. Line numbers are those of the sheet. */
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
