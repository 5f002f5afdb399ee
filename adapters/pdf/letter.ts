import { formatDay } from '../../domain/calendar.ts';
import { formatEuro } from '../../domain/money.ts';
import type { Notice, Position } from '../../domain/letters/notice.ts';
import { groupedIban } from '../../domain/akte/references.ts';
import { drawFeet, ourFoot, ownFoot, reserveFoot } from './foot.ts';
import { letterhead } from './head.ts';
import { drawCode, giroCodeModules } from './qr.ts';
import {
  bytesOf,
  foldingMarks,
  innerWidth,
  LEFT,
  mm,
  newDocument,
  QUIET,
  RIGHT,
  rule,
  RULE,
  set,
  space,
  wrapped,
  type Document,
} from './sheet.ts';

const AMOUNT = mm(38);
const CODE = mm(30);
const TEXT = { lineGap: 1.2 };

const paragraph = (doc: Document, text: string, size = 10): void => {
  set(doc, 'regular', size);
  const height = doc.heightOfString(text, { width: innerWidth(doc), ...TEXT });
  if (height < mm(60) && height > space(doc)) doc.addPage();
  doc.text(text, LEFT, doc.y, { width: innerWidth(doc), ...TEXT });
  doc.y += size * 0.55;
};

const tableHead = (doc: Document): void => {
  set(doc, 'bold', 9);
  const { y } = doc;
  doc.text('Position', LEFT, y).text('Betrag', doc.page.width - RIGHT - AMOUNT, y, { width: AMOUNT, align: 'right' });
  doc.y += 2;
  rule(doc, doc.y);
  doc.y += 4;
};

const rowHeight = (doc: Document, { label, why }: Position, width: number): number =>
  set(doc, 'bold', 9.5).heightOfString(label, { width }) +
  (why === '' ? 0 : set(doc, 'regular', 8.5).heightOfString(why, { width })) +
  6;

const tableRow = (doc: Document, position: Position): void => {
  const width = innerWidth(doc) - AMOUNT - mm(4);
  if (rowHeight(doc, position, width) > space(doc)) {
    doc.addPage();
    tableHead(doc);
  }
  const { y } = doc;
  set(doc, 'regular', 10).text(formatEuro(position.amount), doc.page.width - RIGHT - AMOUNT, y, {
    width: AMOUNT,
    align: 'right',
    lineBreak: false,
  });
  set(doc, 'bold', 9.5).text(position.label, LEFT, y, { width });
  if (position.why !== '') set(doc, 'regular', 8.5, QUIET).text(position.why, LEFT, doc.y, { width });
  doc.y += 6;
};

const total = (doc: Document, { total: sum, payBy }: Notice): void => {
  const y = doc.y + 5;
  set(doc, 'bold', 11).text(`Zu zahlen bis zum ${formatDay(payBy)}`, LEFT, y, { lineBreak: false });
  doc.text(formatEuro(sum), doc.page.width - RIGHT - mm(70), y, { width: mm(70), align: 'right', lineBreak: false });
  doc.y = y + mm(9);
};

const positionRows = (doc: Document, positions: readonly Position[]): void => {
  if (space(doc) < mm(30)) doc.addPage();
  tableHead(doc);
  for (const position of positions) tableRow(doc, position);
  if (space(doc) < mm(12)) doc.addPage();
  rule(doc, doc.y, 1);
};

const table = (doc: Document, notice: Notice): void => {
  positionRows(doc, notice.positions);
  total(doc, notice);
};

const paymentLines = ({ payment }: Notice): readonly (readonly [string, string])[] => [
  ['Empfänger', payment.holder],
  ['IBAN', groupedIban(payment.iban)],
  ...(payment.bic === undefined ? [] : [['BIC', payment.bic] as const]),
  ['Referenz', payment.reference],
  ['Betrag', formatEuro(payment.amount)],
];

const PAYMENT_LINE = mm(4.8);
type Box = Readonly<{
  modules: boolean[][] | null;
  x: number;
  lines: readonly (readonly [string, string])[];
  height: number;
}>;
/** What the box shows, laid out: values over as many lines as they need, a label beside the first. */
const paymentBox = (doc: Document, notice: Notice): Box => {
  const modules = giroCodeModules(notice.payment);
  const x = LEFT + (modules ? CODE + mm(10) : mm(4));
  set(doc, 'regular', 9.5);
  const lines = paymentLines(notice).flatMap(([label, value]) =>
    wrapped(doc, value, doc.page.width - RIGHT - x - mm(22)).map((line, i) => [i === 0 ? label : '', line] as const),
  );
  return { modules, x, lines, height: Math.max(CODE + mm(8), mm(12) + lines.length * PAYMENT_LINE) };
};

/**
 * Bank details and, where the amount allows one, the GiroCode: kept together on one page, the code never crossed by
 * text.
 */
const payment = (doc: Document, notice: Notice): void => {
  const { modules, x, lines, height } = paymentBox(doc, notice);
  if (height > space(doc)) doc.addPage();
  const top = doc.y;
  doc.rect(LEFT, top, innerWidth(doc), height).lineWidth(0.5).strokeColor(RULE).stroke();
  if (modules) drawCode(doc, modules, { x: LEFT + mm(4), y: top + mm(4), size: CODE });
  set(doc, 'bold', 9.5).text(
    modules ? 'Überweisung oder GiroCode (mit der Banking-App scannen)' : 'Überweisung',
    x,
    top + mm(4),
    { lineBreak: false },
  );
  lines.forEach(([label, line], i) => {
    const y = top + mm(10) + i * PAYMENT_LINE;
    set(doc, 'regular', 8.5, QUIET).text(label, x, y, { lineBreak: false });
    set(doc, 'regular', 9.5).text(line, x + mm(20), y - 1, { lineBreak: false });
  });
  doc.x = LEFT;
  doc.y = top + height + mm(5);
};

/**
 * Whether opening, table and payment have room on the first page. Where not, what is asked and how to pay it come
 * before them.
 */
const fitsOnFirstPage = (doc: Document, notice: Notice): boolean => {
  const width = innerWidth(doc) - AMOUNT - mm(4);
  const opening = notice.opening.map(
    (text) => set(doc, 'regular', 10).heightOfString(text, { width: innerWidth(doc), ...TEXT }) + 5.5,
  );
  const rows = notice.positions.map((position) => rowHeight(doc, position, width));
  const all = [...opening, ...rows].reduce((sum, height) => sum + height, 0);
  return all + mm(8) + mm(13) + paymentBox(doc, notice).height <= space(doc);
};

/**
 * Opening, amounts and payment. However many invoices there are, the first page says how much, until when and where to.
 */
const demand = (doc: Document, notice: Notice): void => {
  const inOrder = fitsOnFirstPage(doc, notice);
  if (!inOrder) {
    total(doc, notice);
    payment(doc, notice);
  }
  for (const text of notice.opening) paragraph(doc, text);
  doc.y += 2;
  table(doc, notice);
  if (inOrder) payment(doc, notice);
};

/** The amounts in full, on pages of their own at the end. */
const details = (doc: Document, notice: Notice): void => {
  if (notice.details.length === 0) return;
  doc.addPage();
  set(doc, 'bold', 12).text('Anlage: Aufstellung aller Beträge', LEFT, doc.y, { width: innerWidth(doc) });
  doc.y += 6;
  positionRows(doc, notice.details);
  total(doc, notice);
};

const UNSIGNED = 'Dieses Schreiben ist maschinell erstellt und ohne Unterschrift gültig.';
const signature = (doc: Document, { signature: text, enclosures, details: more }: Notice): void => {
  if (space(doc) < mm(14) + enclosures.length * mm(4)) doc.addPage();
  doc.y += 4;
  for (const line of text.split('\n')) set(doc, 'regular', 10).text(line, LEFT, doc.y, { width: innerWidth(doc) });
  set(doc, 'regular', 8, QUIET).text(UNSIGNED, LEFT, doc.y, { width: innerWidth(doc) });
  const enclosed = [...enclosures, ...(more.length > 0 ? ['Aufstellung aller Beträge'] : [])];
  if (enclosed.length > 0)
    set(doc, 'regular', 9).text(`Anlagen: ${enclosed.join(', ')}`, LEFT, doc.y + 8, { width: innerWidth(doc) });
};

type Section = Notice['information'][number];

const section = (doc: Document, { heading, paragraphs }: Section): void => {
  if (space(doc) < mm(16)) doc.addPage();
  set(doc, 'bold', 9.5).text(heading, LEFT, doc.y, { width: innerWidth(doc) });
  doc.y += 2;
  for (const text of paragraphs) paragraph(doc, text, 8.5);
  doc.y += 4;
};

/** A section apart from all else: framed, and on one page. */
const framedSection = (doc: Document, { heading, paragraphs }: Section): void => {
  const inset = mm(3);
  const width = innerWidth(doc) - 2 * inset;
  const body = paragraphs.join('\n\n');
  const head = set(doc, 'bold', 9.5).heightOfString(heading, { width });
  const height = head + 2 + set(doc, 'regular', 8.5).heightOfString(body, { width, ...TEXT }) + 2 * inset;
  if (height > space(doc)) doc.addPage();
  const top = doc.y;
  doc.rect(LEFT, top, innerWidth(doc), height).lineWidth(1).strokeColor(RULE).stroke();
  set(doc, 'bold', 9.5).text(heading, LEFT + inset, top + inset, { width });
  set(doc, 'regular', 8.5).text(body, LEFT + inset, top + inset + head + 2, { width, ...TEXT });
  doc.x = LEFT;
  doc.y = top + height + 8;
};

const information = (doc: Document, sections: Notice['information']): void => {
  if (sections.length === 0) return;
  if (space(doc) < mm(60)) doc.addPage();
  else rule(doc, (doc.y += mm(8)));
  doc.y += mm(3);
  set(doc, 'bold', 12).text('Angaben zur Forderung und Hinweise', LEFT, doc.y, { width: innerWidth(doc) });
  doc.y += 6;
  for (const part of sections) {
    if (part.framed) framedSection(doc, part);
    else section(doc, part);
  }
};

/**
 * A notice as a business letter: DIN 5008 form B, A4, PDF/A-1b, Noto Sans embedded, GiroCode. The same notice gives the
 * same bytes, so that the document's hash can stand in the Akte. The information that the law demands follows after the
 * signature.
 */
export const letterPdf = async (notice: Notice): Promise<Uint8Array> => {
  const from = notice.sender ?? notice.agency;
  const doc = newDocument(notice.subject, from.name, notice.date);
  const foot = notice.sender ? ownFoot(notice.sender, notice.agency) : ourFoot(notice.agency);
  reserveFoot(doc, foot);
  doc.addPage();
  foldingMarks(doc);
  letterhead(doc, from, notice.recipient, notice.info);
  // Lines end at blanks only: an Aktenzeichen is not broken at its hyphens.
  const subject = wrapped(set(doc, 'bold', 11, notice.sender?.colour), notice.subject, innerWidth(doc));
  for (const line of subject) doc.text(line, LEFT, doc.y, { width: innerWidth(doc), lineBreak: false });
  doc.y += 10;
  paragraph(doc, notice.salutation);
  demand(doc, notice);
  for (const text of notice.closing) paragraph(doc, text);
  signature(doc, notice);
  information(doc, notice.information);
  details(doc, notice);
  drawFeet(doc, foot, `Aktenzeichen ${notice.akte} · ${formatDay(notice.date)}`);
  return bytesOf(doc);
};
