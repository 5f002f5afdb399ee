import { speaksOf } from '../../domain/intake/beside.ts';
import { COLUMNS, type ColumnName } from '../../domain/intake/columns.ts';
import { matchHeader, type SummedColumn } from '../../domain/intake/match-header.ts';
import { issueOf, type Issue } from '../../domain/intake/reading.ts';
import { LIMITS, quoted, refused, tooManyColumns } from './refusals.ts';

/**
 * Which column stands where in a list, how the headings are written, and what there is to say about them on the first
 * row.
 */
export type Header = Readonly<{
  positions: ReadonlyMap<ColumnName, number>;
  headings: Readonly<Partial<Record<ColumnName, string>>>;
  /** The number of cells with and without the blank headings at the end. */
  width: number;
  named: number;
  notes: readonly Issue[];
  /** The further columns of a notion that is added up. */
  further: readonly Readonly<{ name: SummedColumn; at: number }>[];
  /** The columns that are not read, and what their headings speak of all the same. */
  unread: readonly Readonly<{ at: number; heading: string; speaks: ReturnType<typeof speaksOf> }>[];
}>;

/** A column nobody knows is passed by, unless its heading speaks of money that could make a claim smaller. */
const unknownNote = (name: string): Issue => {
  const speaks = speaksOf(quoted(name));
  const isPassedBy = speaks === 'of nothing' || speaks === 'of kind';
  return issueOf(isPassedBy ? 'column.unknown' : 'column.money', null, quoted(name));
};

/**
 * The header that stands in these cells. Refuses `file.too-many-columns`, `file.duplicate-column`,
 * `file.header-missing`.
 */
export const headerOf = (cells: readonly string[], above: boolean): Header => {
  const { positions, further, unknown, unread, missing, duplicates } = matchHeader(cells);
  if (cells.length > LIMITS.columns) throw tooManyColumns();
  if (duplicates.length > 0)
    throw refused(
      'file.duplicate-column',
      `Die Spalte „${quoted(duplicates[0] ?? '')}“ kommt doppelt vor. Bitte jede Spalte nur einmal angeben.`,
    );
  if (missing.length > 0) {
    const found =
      cells
        .filter((c) => c.trim())
        .slice(0, 30)
        .map(quoted)
        .join(', ') || 'keine';
    throw refused(
      'file.header-missing',
      `In der Kopfzeile fehlen die Spalten: ${missing.map((m) => COLUMNS[m].label).join(', ')}. Gefunden wurden: ${found}.`,
    );
  }
  return {
    positions,
    headings: Object.fromEntries([...positions].map(([name, at]) => [name, (cells[at] ?? '').trim()])),
    width: cells.length,
    further,
    unread: unread.map((at) => ({
      at,
      heading: quoted(cells[at] ?? '') || 'ohne Überschrift',
      speaks: speaksOf(quoted(cells[at] ?? '')),
    })),
    named: cells.findLastIndex((cell) => cell.trim() !== '') + 1,
    // A column nobody knows is no fault, but a misspelt one would silently lose what stands in it.
    notes: [...(above ? [issueOf('file.lines-above-header', null)] : []), ...unknown.map(unknownNote)],
  };
};
/** Whether these cells name every column we cannot do without. */
export const isHeader = (cells: readonly string[]): boolean => matchHeader(cells).missing.length === 0;
