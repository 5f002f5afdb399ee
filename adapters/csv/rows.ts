import type { RawRow } from '../../domain/intake/check-file.ts';
import { cellsOf, placesOf } from './cells.ts';
import type { Header } from './header.ts';

/** A record of any source. The first `count` of `cells` are its cells; `fault` says why they cannot be trusted. */
export type Source = Readonly<{ line: number; text: string; cells: readonly string[]; count: number; fault?: string | undefined }>;

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';
/** No `every` over a copy: this runs once for each row of a million. */
const areBlank = (cells: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isBlank(cells[i] ?? '')) return false;
  return true;
};

/**
 * Makes rows of records, numbered from 1; a blank record is none (`undefined`). Blank cells may be missing or left over where the header has none with a
 * name; any other number of cells means that something has slipped, and is a fault of the row.
 */
export const rowMaker = ({ positions, width, named, notes }: Header): ((record: Source) => RawRow | undefined) => {
  const places = placesOf(positions);
  let rows = 0;
  return ({ line, text, cells, count, fault }) => {
    if (areBlank(cells, 0, count)) return undefined;
    const row = { row: ++rows, line, cells: cellsOf(cells, count, places), text };
    const fits = count === width || (count >= named && areBlank(cells, width, count));
    if (fault === undefined && fits && (rows > 1 || notes.length === 0)) return row;
    const why = fault ?? (fits ? undefined : `Die Zeile hat ${count} statt ${width} Felder.`);
    return { ...row, ...(why === undefined ? {} : { fault: why }), ...(rows === 1 && notes.length > 0 ? { notes } : {}) };
  };
};
