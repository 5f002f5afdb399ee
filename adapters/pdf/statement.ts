import { formatDay } from '../../domain/calendar.ts';
import { formatEuro } from '../../domain/money.ts';
import {
  shownAmountOf,
  subtitleOf,
  titleOf,
  type Section,
  type Statement,
  type StatementLine,
} from '../../domain/statement/lines.ts';
import { bytesOf, innerWidth, LEFT, mm, newDocument, numberPages, QUIET, set, space, type Document } from './sheet.ts';
import { drawTable, type Column, type Row } from './table.ts';

const COLUMNS: readonly Column[] = [
  { title: '', share: 78 },
  { title: 'Betrag', share: 22, align: 'right' },
];
const PLAIN: readonly Column[] = [{ title: '', share: 100 }];
const COLOURS = ['#1f4e79', '#5b8db8', '#b07d2b', '#7a5195', '#8c2d19'];

const noteOf = (l: StatementLine): string =>
  [
    l.why,
    ...(l.why.includes(l.ground) ? [] : [l.ground]),
    ...(l.formula !== null && l.lines.length === 0 ? [l.formula] : []),
    ...(l.assumed && l.lines.length === 0 ? ['angenommen'] : []),
  ]
    .join(' · ')
    .replaceAll('§ ', '§\u00a0');
/** A line, and within it, indented and in brackets, those it is made of. */
const rowsOf = (l: StatementLine, withAmount: boolean, depth = 0): Row[] => {
  const isWithin = depth > 0;
  const label = isWithin ? `${'\u00a0'.repeat(depth * 4)}– ${l.label}` : l.label;
  const amount = isWithin ? `(${shownAmountOf(l)})` : shownAmountOf(l);
  return [
    { cells: withAmount ? [label, amount] : [label], bold: !isWithin, note: noteOf(l) },
    ...l.lines.flatMap((x) => rowsOf(x, withAmount, depth + 1)),
  ];
};

const drawSection = (doc: Document, s: Section): void => {
  if (space(doc) < mm(35)) doc.addPage();
  set(doc, 'bold', 11.5).text(s.title, LEFT, doc.y + mm(4), { width: innerWidth(doc) });
  doc.y += 2;
  const amounts = s.id !== 'default';
  const rows = s.lines.flatMap((l) => rowsOf(l, amounts));
  drawTable(
    doc,
    amounts ? COLUMNS : PLAIN,
    amounts && s.id !== 'further'
      ? [...rows, { cells: ['Summe', formatEuro(s.sum)], bold: true, above: 'rule' }]
      : rows,
    9,
  );
};

const drawBar = (doc: Document, s: Statement): void => {
  const parts =
    s.sections
      .find((x) => x.id === 'open')
      ?.lines.map((l, i) => ({ ...l, colour: COLOURS[i % COLOURS.length] ?? QUIET }))
      .filter((l) => l.amount > 0) ?? [];
  if (s.total <= 0) return;
  let x = LEFT;
  const y = doc.y + mm(2);
  for (const p of parts) {
    const width = (p.amount / s.total) * innerWidth(doc);
    doc.rect(x, y, width, mm(6)).fill(p.colour);
    x += width;
  }
  doc.y = y + mm(8);
  for (const p of parts) {
    doc.rect(LEFT, doc.y + 1.5, mm(2.5), mm(2.5)).fill(p.colour);
    set(doc, 'regular', 9).text(`${p.label} ${formatEuro(p.amount)}`, LEFT + mm(5), doc.y, {
      width: innerWidth(doc) - mm(5),
    });
  }
};

/**
 * The statement on paper: the same lines as everywhere, calculations in small print beneath; amounts in brackets are
 * part of the line above.
 */
export const statementPdf = async (s: Statement): Promise<Uint8Array> => {
  const doc = newDocument(titleOf(s), 'Mahnwerk', s.asOf);
  doc.addPage();
  set(doc, 'bold', 15).text('Forderungsaufstellung', LEFT, mm(20), { width: innerWidth(doc) });
  set(doc, 'regular', 10).text(subtitleOf(s), { width: innerWidth(doc) });
  set(doc, 'bold', 13).text(`Offen sind ${formatEuro(s.total)}`, LEFT, doc.y + mm(3), { width: innerWidth(doc) });
  set(doc, 'regular', 9);
  if (s.overpaid > 0)
    doc.text(`Zu viel gezahlt und zur Rückzahlung verwahrt: ${formatEuro(s.overpaid)}`, { width: innerWidth(doc) });
  if (s.assumed)
    doc.text(
      '„angenommen“: Für einzelne Tage ist der Basiszinssatz noch nicht bekannt; gerechnet ist dort mit dem letzten bekannten.',
      { width: innerWidth(doc) },
    );
  drawBar(doc, s);
  for (const x of s.sections) drawSection(doc, x);
  numberPages(doc, `${titleOf(s)} · Stand ${formatDay(s.asOf)}`);
  return bytesOf(doc);
};
