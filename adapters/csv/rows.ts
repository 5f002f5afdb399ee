import type { RawRow } from '../../domain/intake/check-file.ts';
import type { ColumnName } from '../../domain/intake/columns.ts';
import type { Cells } from '../../domain/intake/reading.ts';
import type { Header } from './header.ts';

/** A record of any source. The first `count` of `cells` are its cells; `fault` says why they cannot be trusted. */
export type Source = Readonly<{ line: number; text: string; cells: readonly string[]; count: number; fault?: string | undefined }>;

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';
/** No `every` over a copy: this runs once for each row of a million. */
const areBlank = (cells: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isBlank(cells[i] ?? '')) return false;
  return true;
};

/** Makes the cells of a row. Each row gets the same properties in the same order, so that the engine keeps one shape for all of them. */
const cellsMaker = (positions: ReadonlyMap<ColumnName, number>): ((of: readonly string[], count: number) => Cells) => {
  const [names, places] = [[...positions.keys()], [...positions.values()]];
  const blank = Object.fromEntries(names.map((name) => [name, '']));
  return (of, count) => {
    const cells = { ...blank };
    for (let i = 0; i < names.length; i++) {
      const [name, at] = [names[i] ?? '', places[i] ?? 0];
      if (at < count) cells[name] = of[at] ?? '';
    }
    return cells;
  };
};

/**
 * Makes rows of records, numbered from 1; a blank record is none (`undefined`). Blank cells may be missing or left over where the header has none with a
 * name; any other number of cells means that something has slipped, and is a fault of the row.
 */
export const rowMaker = ({ positions, width, named, notes }: Header): ((record: Source) => RawRow | undefined) => {
  const cellsOf = cellsMaker(positions);
  let rows = 0;
  return ({ line, text, cells, count, fault }) => {
    if (areBlank(cells, 0, count)) return undefined;
    const row = { row: ++rows, line, cells: cellsOf(cells, count), text };
    const fits = count === width || (count >= named && areBlank(cells, width, count));
    if (fault === undefined && fits && (rows > 1 || notes.length === 0)) return row;
    const why = fault ?? (fits ? undefined : `Die Zeile hat ${count} statt ${width} Felder.`);
    return { ...row, ...(why === undefined ? {} : { fault: why }), ...(rows === 1 && notes.length > 0 ? { notes } : {}) };
  };
};
