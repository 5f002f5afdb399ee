import type { Readable } from 'node:stream';
import { LIMITS, recordTooLong } from '../refusals.ts';
import { textOfCell, type RawCell, type TextCell } from './cell-text.ts';
import { columnOf } from './references.ts';
import { textCollector, type Workbook } from './workbook.ts';
import { reading, type Listener } from './xml.ts';

/**
 * A row of a sheet: its number there, its cells from column A on, whether nobody sees it, and whether there are more
 * cells than we look at (200).
 */
export type SheetRow = { line: number; cells: TextCell[]; isHidden: boolean; tooWide: boolean };
export const NO_CELL: TextCell = { text: '' };

/**
 * A row while it is read: cells without a reference follow the last one, empty ones are left out, one text is no longer
 * than a CSV record.
 */
class GrowingRow {
  row: SheetRow = { line: 0, cells: [], isHidden: false, tooWide: false };
  private column = -1;
  private length = 0;
  start(reference: string, isHidden: boolean): void {
    this.row = { line: Number(reference) || this.row.line + 1, cells: [], isHidden, tooWide: false };
    this.column = -1;
    this.length = 0;
  }
  move(reference: string): void {
    this.column = reference ? columnOf(reference) : this.column + 1;
  }
  put(cell: TextCell): void {
    const { cells, line } = this.row;
    if (cell.text === '' && cell.fault === undefined) return;
    if (this.column >= LIMITS.columns) {
      this.row.tooWide = true;
      return;
    }
    this.length += cell.text.length;
    if (this.length > LIMITS.record) throw recordTooLong(line);
    while (cells.length < this.column) cells.push(NO_CELL);
    cells[this.column] = cell;
  }
}

const rowListener = (workbook: Workbook, found: (row: SheetRow) => void): Listener => {
  const string = textCollector();
  const growing = new GrowingRow();
  let cell: RawCell = { kind: 'n', style: 0, raw: '', isFormula: false };
  let inValue = false;
  return {
    open: (name, { r = '', t = 'n', s = '0', hidden = '0' }) => {
      string.open(name);
      if (name === 'row') growing.start(r, hidden === '1' || hidden === 'true');
      if (name === 'c') {
        growing.move(r);
        cell = { kind: t, style: Number(s), raw: '', isFormula: false };
      }
      if (name === 'f') cell = { ...cell, isFormula: true };
      if (name === 'v') inValue = true;
    },
    text: (text) => {
      if (inValue) cell = { ...cell, raw: cell.raw + text };
      else string.text(text);
    },
    close: (name) => {
      string.close(name);
      if (name === 'v') inValue = false;
      if (name === 'c')
        growing.put(textOfCell(cell.kind === 'inlineStr' ? { ...cell, raw: string.take() } : cell, workbook));
      if (name === 'row' && growing.row.cells.length > 0) found(growing.row);
    },
  };
};

/** The rows of a sheet that are not empty, in batches as they are inflated. */
export async function* sheetRows(
  part: Readable,
  workbook: Workbook,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let batch: SheetRow[] = [];
  for await (const _ of reading(
    part,
    rowListener(workbook, (row) => {
      batch.push(row);
    }),
  )) {
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
