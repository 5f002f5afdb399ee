import type { RawRow } from '../../domain/intake/check-file.ts';
import { besideIn, type Beside } from '../../domain/intake/beside.ts';
import { cellsOf, placesOf } from './cells.ts';
import type { Header } from './header.ts';

/**
 * A record of any source. The first `count` of `cells` are its cells; `fault` says why they cannot be trusted,
 * `isSheet` that it lies in a workbook.
 */
export type Source = Readonly<{
  line: number;
  text: string;
  cells: readonly string[];
  count: number;
  fault?: string | undefined;
  isSheet?: true;
}>;

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';
/** No `every` over a copy: this runs once for each row of a million. */
const areBlank = (cells: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isBlank(cells[i] ?? '')) return false;
  return true;
};

/**
 * How many cells a row must have: as many as the header, or as many as the first row where that differs in blank cells
 * at the end only. All rows must do the same, because a blank cell too many is also what a delimiter inside an unquoted
 * cell leaves behind, and then everything after it has slipped. In a list cut by commas that is what every unquoted
 * `19,90` does, in every row alike, so there only the header counts.
 */
const widthOf = ({ width, named, delimiter }: Header & { delimiter?: string }, first: Source): number =>
  first.count >= named && areBlank(first.cells, named, first.count) && (delimiter !== ',' || first.count <= width)
    ? first.count
    : width;

/** What cells of columns that are not read say of the whole row: `Gutschrift`, `bezahlt`, a payment. */
const besideOf = ({ unread }: Header, cells: readonly string[], count: number): readonly Beside[] | undefined => {
  let found: Beside[] | undefined;
  for (const { at, heading, speaks } of unread) {
    const beside = at < count ? besideIn(heading, speaks, cells[at] ?? '') : undefined;
    if (beside !== undefined) (found ??= []).push(beside);
  }
  return found;
};
/** `Zahlung 1` and `Zahlung 2` become `29,90 + 50,00` in the cell of the first. */
const summed = (cells: RawRow['cells'], { further }: Header, of: readonly string[], count: number): RawRow['cells'] => {
  const together = { ...cells };
  for (const { name, at } of further) {
    const more = at < count ? (of[at] ?? '') : '';
    if (isBlank(more)) continue;
    const before = together[name] ?? '';
    together[name] = isBlank(before) ? more : `${before} + ${more}`;
  }
  return together;
};

/** Why a row's cells cannot be trusted: what its record says, else that it does not fit. */
const faultOf = ({ fault, isSheet }: Source, misfit: string | undefined): Pick<RawRow, 'fault' | 'isSheet'> => {
  const why = fault ?? misfit;
  if (why === undefined) return {};
  return isSheet ? { fault: why, isSheet } : { fault: why };
};

/**
 * Makes rows of records, numbered from 1; a blank record is none (`undefined`). A row with another number of cells is
 * at fault.
 */
export const rowMaker = (header: Header & { delimiter?: string }): ((record: Source) => RawRow | undefined) => {
  const { width, notes, further } = header;
  const places = placesOf(header.positions);
  let rows = 0;
  let agreed = width;
  return (record) => {
    const { line, text, cells, count, fault } = record;
    if (areBlank(cells, 0, count)) return undefined;
    const own = cellsOf(cells, count, places);
    const row = { row: ++rows, line, cells: further.length === 0 ? own : summed(own, header, cells, count), text };
    if (rows === 1) agreed = widthOf(header, record);
    const beside = besideOf(header, cells, count);
    const fits = count === width || (count === agreed && areBlank(cells, width, count));
    if (fault === undefined && fits && beside === undefined && (rows > 1 || notes.length === 0)) return row;
    return {
      ...row,
      ...faultOf(record, fits ? undefined : `Die Zeile hat ${count} statt ${width} Felder.`),
      ...(beside === undefined ? {} : { beside }),
      ...(rows === 1 && notes.length > 0 ? { notes } : {}),
    };
  };
};
