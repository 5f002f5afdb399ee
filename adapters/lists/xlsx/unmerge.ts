import { COLUMNS, type ColumnName } from '../../../domain/intake/columns.ts';
import type { TextCell } from './cell-text.ts';
import type { Merge } from './merges.ts';
import { NO_CELL, type SheetRow } from './sheet.ts';

type Unmerged = Readonly<{ cells: readonly TextCell[]; fault?: string }>;
type Columns = ReadonlyMap<number, ColumnName>;

/** One amount or one invoice number over several rows: which of them it belongs to, nobody can see. */
const isOfOneRow = (column: ColumnName | undefined): boolean =>
  column !== undefined && (COLUMNS[column].type === 'amount' || column === 'invoiceNumber');
const known = ({ left, right }: Merge, columns: Columns): number[] =>
  Array.from({ length: right - left + 1 }, (_, i) => left + i).filter((column) => columns.has(column));
const faultOf = (merge: Merge, columns: Columns): string | undefined => {
  const within = known(merge, columns);
  const isAcross = within.length > 1;
  const isUnclear = merge.bottom > merge.top && within.some((column) => isOfOneRow(columns.get(column)));
  if (!isAcross && !isUnclear) return undefined;
  const whose = isAcross ? 'Spalte' : 'Zeile';
  return `Die Zellen ${merge.name} sind verbunden; was davon zu welcher ${whose} gehört, ist nicht zu sehen.`;
};
const isBlank = ({ text }: TextCell): boolean => text.trim() === '';

/**
 * Rows as a person sees them: what stands in cells merged from top to bottom belongs to each of their rows; a row with
 * nothing of its own is none. Where that would be guessed (amounts, invoice numbers, cells merged across columns of
 * ours), the row is at fault.
 */
export const unmerger = (
  merges: readonly Merge[],
  headerLine: number,
  columns: Columns,
): ((row: SheetRow) => Unmerged) => {
  const below = merges.filter((merge) => merge.top > headerLine && known(merge, columns).length > 0);
  if (below.length === 0) return ({ cells }) => ({ cells });
  let next = 0;
  let open: Merge[] = [];
  const values = new Map<Merge, TextCell>();
  return ({ line, cells }) => {
    for (let merge = below[next]; merge !== undefined && merge.top <= line; merge = below[++next]) open.push(merge);
    open = open.filter((merge) => merge.bottom >= line);
    const covering = open.filter((merge) => merge.top < line);
    for (const merge of open) if (merge.top === line) values.set(merge, cells[merge.left] ?? NO_CELL);
    if (cells.every((cell, i) => !columns.has(i) || isBlank(cell))) return { cells };
    const filled = [...cells];
    for (const merge of covering) {
      while (filled.length <= merge.left) filled.push(NO_CELL);
      filled[merge.left] = values.get(merge) ?? NO_CELL;
    }
    const fault = open.map((merge) => faultOf(merge, columns)).find((found) => found !== undefined);
    return fault === undefined ? { cells: filled } : { cells: filled, fault };
  };
};
