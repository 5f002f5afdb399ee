import { innerWidth, LEFT, mm, QUIET, rule, set, space, type Document } from './sheet.ts';

/** `share` of the width in percent. */
export type Column = Readonly<{ title: string; share: number; align?: 'right' }>;
/** `note` runs under the row in small print. */
export type Row = Readonly<{ cells: readonly string[]; bold?: boolean; note?: string; above?: 'rule' }>;

const GAP = mm(2);

type Cell = Readonly<{ x: number; width: number; align: 'left' | 'right' }>;
const cellsOf = (doc: Document, columns: readonly Column[]): Cell[] => {
  let x = LEFT;
  return columns.map(({ share, align }, i) => {
    const width = (innerWidth(doc) * share) / 100;
    // Amounts in the last column end where the rule ends.
    const gap = i === columns.length - 1 ? 0 : GAP;
    const cell = { x, width: width - gap, align: align ?? ('left' as const) };
    x += width;
    return cell;
  });
};

const heightOf = (doc: Document, row: Row, cells: readonly Cell[], size: number): number => {
  set(doc, row.bold ? 'bold' : 'regular', size);
  return Math.max(
    ...row.cells.map((text, i) => doc.heightOfString(text === '' ? ' ' : text, { width: cells[i]?.width ?? 0 })),
  );
};

const NOTE_INDENT = mm(4);
const noteHeight = (doc: Document, { note }: Row, size: number): number =>
  note === undefined
    ? 0
    : set(doc, 'regular', size - 0.5).heightOfString(note, { width: innerWidth(doc) - 2 * NOTE_INDENT });

const draw = (doc: Document, row: Row, cells: readonly Cell[], size: number): void => {
  const height = heightOf(doc, row, cells, size);
  const { y } = doc;
  if (row.above === 'rule') rule(doc, y - 1.5, 0.8);
  set(doc, row.bold ? 'bold' : 'regular', size);
  row.cells.forEach((text, i) => {
    const cell = cells[i];
    if (cell && text !== '') doc.text(text, cell.x, y, { width: cell.width, align: cell.align });
  });
  doc.y = y + height;
  if (row.note !== undefined)
    set(doc, 'regular', size - 0.5, QUIET).text(row.note, LEFT + NOTE_INDENT, doc.y, {
      width: innerWidth(doc) - 2 * NOTE_INDENT,
    });
  doc.y += 3;
};

/**
 * A table whose rows from the first one under a rule on are its sums. It repeats its head on every page and never
 * divides a row. Amounts belong in columns aligned right.
 */
export const drawTable = (doc: Document, columns: readonly Column[], rows: readonly Row[], size: number): void => {
  const cells = cellsOf(doc, columns);
  const head = (): void => {
    if (columns.every((c) => c.title === '')) {
      rule(doc, doc.y + 2);
      doc.y += 5;
      return;
    }
    draw(doc, { cells: columns.map((c) => c.title), bold: true }, cells, size);
    rule(doc, doc.y - 1.5);
    doc.y += 2;
  };
  if (space(doc) < mm(22)) doc.addPage();
  head();
  const needed = (row: Row): number => heightOf(doc, row, cells, size) + noteHeight(doc, row, size) + 3;
  const closing = rows.findIndex((row) => row.above === 'rule');
  for (const [i, row] of rows.entries()) {
    // The sums stay together, and with the row they close.
    const together = i === closing - 1 ? rows.slice(i) : [row];
    if (together.reduce((height, one) => height + needed(one), 0) > space(doc)) {
      doc.addPage();
      head();
    }
    draw(doc, row, cells, size);
  }
  doc.x = LEFT;
};
