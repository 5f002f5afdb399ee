import PDFDocument from 'pdfkit';
import type { Day } from '../../domain/calendar.ts';
import type { Appearance } from '../../domain/appearance.ts';
import type { Agency } from '../../domain/parties.ts';
import { readFonts } from './assets.ts';

/** Millimetres in the points that PDF counts in. */
export const mm = (n: number): number => (n * 72) / 25.4;
export type Document = InstanceType<typeof PDFDocument>;
export const INK = '#1a1a1a',
  QUIET = '#4d4d4d',
  RULE = '#8c8c8c';
/** The ink a document is written in at the moment. */
const inks = new WeakMap<Document, string>();
export const LEFT = mm(25),
  RIGHT = mm(20),
  BOTTOM = mm(32);

/**
 * A font file already parsed by pdfkit. Parsing costs about 40 ms a file, so that a warm Lambda keeps it. `_glyphs`: the glyphs it was asked for so far, each
 * with the characters it stood for when it was first asked for.
 */
type Parsed = { readonly layout: (text: string) => unknown; _glyphs: object };
type Source = Uint8Array | Parsed;
let fonts: { regular: Source; bold: Source } | undefined;

const parsedFont = (doc: Document): Parsed => (doc as unknown as { _font: { font: Parsed } })._font.font;

/**
 * Fonts that remember nothing of the documents before. A glyph that was once fetched only as a part of another one (the U of a Ü) has no characters: a later
 * document would print it, and say nothing to whoever searches, copies or listens.
 */
const withFonts = (doc: Document): void => {
  fonts ??= readFonts();
  for (const name of ['regular', 'bold'] as const) {
    doc.registerFont(name, fonts[name] as unknown as PDFKit.Mixins.PDFFontSource).font(name);
    const font = parsedFont(doc);
    font._glyphs = {};
    fonts[name] = font;
  }
};

/** An empty A4 document, PDF/A-1b, that comes out byte for byte the same from the same content: nothing in it depends on when or where it is made. */
export const newDocument = (title: string, author: string, on: Day): Document => {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: mm(20), bottom: BOTTOM, left: LEFT, right: RIGHT },
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.4',
    subset: 'PDF/A-1b',
    lang: 'de-DE',
    displayTitle: true,
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: 'Mahnwerk',
      Producer: 'Mahnwerk',
      CreationDate: new Date(`${on}T08:00:00Z`),
    },
  });
  withFonts(doc);
  // A new page begins in black: whoever goes on writing there goes on in the same ink.
  doc.on('pageAdded', () => {
    doc.fillColor(inks.get(doc) ?? INK);
  });
  return doc;
};

/** A new page lying across. So do all pages after it, whoever begins them. */
export const pageAcross = (doc: Document): void => {
  doc.options.layout = 'landscape';
  doc.addPage();
};

export const bytesOf = (doc: Document): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    doc.on('error', reject);
    doc.end();
  });

export const set = (doc: Document, font: 'regular' | 'bold', size: number, colour: string = INK): Document => {
  inks.set(doc, colour);
  return doc.font(font).fontSize(size).fillColor(colour);
};
export const innerWidth = (doc: Document): number => doc.page.width - LEFT - RIGHT;
export const space = (doc: Document): number => doc.page.height - BOTTOM - doc.y;
export const rule = (doc: Document, y: number, weight = 0.5): Document =>
  doc
    .moveTo(LEFT, y)
    .lineTo(doc.page.width - RIGHT, y)
    .lineWidth(weight)
    .strokeColor(RULE)
    .stroke();

/** One line that never wraps: set smaller until it fits, and cut with an ellipsis where even 6 points are too wide. */
export const oneLine = (doc: Document, text: string, x: number, y: number, width: number, size: number): void => {
  let fitted = size;
  while (fitted > 6 && doc.fontSize(fitted).widthOfString(text) > width) fitted -= 0.5;
  let shown = text;
  doc.fontSize(fitted);
  while (shown.length > 1 && doc.widthOfString(shown) > width) shown = `${shown.slice(0, -2).trimEnd()}…`;
  doc.text(shown, x, y, { lineBreak: false });
};

/** A footer: columns of up to four lines, and below them one across the page. */
type Footer = Readonly<{ columns: readonly string[]; across: string | null; leading: number }>;

const accountLines = ({ clientAccount: { holder, iban, bic } }: Agency): string =>
  `${holder}\nIBAN ${groupedIban(iban)}${bic === undefined ? '' : `\nBIC ${bic}`}`;

const ourFooter = (agency: Agency): Footer => {
  const { name, address, phone, email, web, register, vatId } = agency;
  return {
    columns: [
      `${name}\n${address.street}\n${address.postalCode} ${address.city}`,
      `Telefon ${phone}\n${email}\n${web}`,
      `Rechtsdienstleistungsregister\nNr. ${register.number}\nUSt-IdNr. ${vatId}`,
      accountLines(agency),
    ],
    across: null,
    leading: 3.6,
  };
};

/** A long name on two lines, broken between words: a firm's legal name must not be cut off. */
const inTwo = (name: string, width = 34): string => {
  const at = name.lastIndexOf(' ', width);
  return name.length <= width || at < 0 ? name : `${name.slice(0, at)}\n${name.slice(at + 1)}`;
};

/** Under a creditor's own letter: the creditor, how to reach it, who sends it, and the account with its holder. */
const ownFooter = ({ name, firm = name, address, phone, email, web, imprint }: Appearance, agency: Agency): Footer => {
  const reach = [...(phone ? [`Telefon ${phone}`] : []), ...(email ? [email] : []), ...(web ? [web] : [])];
  return {
    columns: [
      `${inTwo(firm)}\n${address.street}\n${address.postalCode} ${address.city}`,
      ...(reach.length > 0 ? [reach.join('\n')] : []),
      `Versand: ${agency.name}\nTelefon ${agency.phone}\n${agency.email}\nRDG-Register Nr. ${agency.register.number}`,
      accountLines(agency),
    ],
    across: imprint ?? null,
    leading: 3.3,
  };
};

/** `DE02 1203 0000 0000 2020 51` */
export const groupedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0');

/** Only page numbers and a running title, for what is not a letter of an agency. */
export const numberPages = (doc: Document, running: string): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    doc.page.margins.bottom = 0;
    const top = doc.page.height - mm(20);
    set(doc, 'regular', 7.5, QUIET);
    oneLine(doc, running, LEFT, top, innerWidth(doc) - mm(30), 7.5);
    doc.fontSize(7.5).text(`Seite ${i - start + 1} von ${count}`, LEFT, top, {
      width: innerWidth(doc),
      align: 'right',
      lineBreak: false,
    });
  }
};

/** Footer and page numbers on every page, drawn last because only then their number is known. `sender`: in whose name the agency writes, where that is not its own. */
export const finishPages = (doc: Document, agency: Agency, running: string, sender?: Appearance): void => {
  const { columns, across, leading } = sender ? ownFooter(sender, agency) : ourFooter(agency);
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    doc.page.margins.bottom = 0; // or the footer's own text would start a new page
    const top = doc.page.height - mm(25),
      column = innerWidth(doc) / columns.length;
    set(doc, 'regular', 7.5, QUIET);
    oneLine(doc, running, LEFT, top - mm(5), innerWidth(doc) - mm(30), 7.5);
    doc.fontSize(7.5).text(`Seite ${i - start + 1} von ${count}`, LEFT, top - mm(5), {
      width: innerWidth(doc),
      align: 'right',
      lineBreak: false,
    });
    rule(doc, top);
    columns.forEach((text, c) =>
      text.split('\n').forEach((line, l) => {
        oneLine(doc, line, LEFT + c * column, top + mm(2 + l * leading), column - mm(3), 7);
      }),
    );
    if (across) oneLine(doc, across, LEFT, top + mm(2 + 4 * leading), innerWidth(doc), 7);
  }
};

/** Whose letterhead it is; with a colour of its own the name has it, and a line below. */
type Head = Pick<Agency, 'name' | 'address'> & Pick<Appearance, 'colour'>;

/** The sender's line: where it is too long the name is shortened, never the address, or a letter could not come back. */
const returnAddress = (doc: Document, { name, address }: Head): string => {
  const back = ` · ${address.street} · ${address.postalCode} ${address.city}`;
  doc.fontSize(6);
  if (doc.widthOfString(name + back) <= mm(80)) return name + back;
  let short = name;
  while (short.length > 1 && doc.widthOfString(`${short}…${back}`) > mm(80)) short = short.slice(0, -1).trimEnd();
  return `${short}…${back}`;
};

/** The top of a first page: letterhead, address window with the sender's line, information block. Leaves the cursor where text begins (DIN 5008, form B). */
export const letterhead = (
  doc: Document,
  from: Head,
  recipient: readonly string[],
  info: readonly (readonly [string, string])[],
): void => {
  const { name, colour } = from;
  set(doc, 'bold', 15, colour);
  oneLine(doc, name, LEFT, mm(18), innerWidth(doc), 15);
  if (colour)
    doc
      .moveTo(LEFT, mm(27))
      .lineTo(doc.page.width - RIGHT, mm(27))
      .lineWidth(1.5)
      .strokeColor(colour)
      .stroke();
  set(doc, 'regular', 7, QUIET);
  oneLine(doc, returnAddress(doc, from), LEFT, mm(57.5), mm(80), 7);
  doc
    .moveTo(LEFT, mm(61.5))
    .lineTo(LEFT + mm(80), mm(61.5))
    .lineWidth(0.3)
    .strokeColor(RULE)
    .stroke();
  set(doc, 'regular', 10.5);
  recipient.slice(0, 6).forEach((line, i) => {
    oneLine(doc, line, LEFT, mm(63 + i * 4.55), mm(80), 10.5);
  });
  let y = mm(50);
  for (const [label, value] of info) {
    set(doc, 'regular', 8, QUIET).text(label, mm(125), y, { width: mm(25) });
    set(doc, 'regular', 8.5);
    doc.y = y;
    if (value.includes(' ') || value.length > 34) doc.text(value, mm(150), y, { width: mm(40) });
    else oneLine(doc, value, mm(150), y, mm(40), 8.5);
    y = Math.max(doc.y, y + mm(4.2)) + mm(0.6);
  }
  doc.x = LEFT;
  doc.y = Math.max(mm(98.5), y + mm(5));
};

/** Marks for folding (105 and 210 mm) and punching (148.5 mm). */
export const foldingMarks = (doc: Document): void => {
  for (const [y, length] of [
    [105, 4],
    [148.5, 6],
    [210, 4],
  ] as const)
    doc
      .moveTo(mm(5), mm(y))
      .lineTo(mm(5 + length), mm(y))
      .lineWidth(0.3)
      .strokeColor(RULE)
      .stroke();
};
