import PDFDocument from 'pdfkit';
import type { Day } from '../../domain/calendar.ts';
import { readFonts } from './assets.ts';

/** Millimetres in the points that PDF counts in. */
export const mm = (n: number): number => (n * 72) / 25.4;
export type Document = InstanceType<typeof PDFDocument>;
export const INK = '#1a1a1a';
export const QUIET = '#4d4d4d';
export const RULE = '#8c8c8c';
/** The ink a document is written in at the moment. */
const inks = new WeakMap<Document, string>();
export const LEFT = mm(25);
export const RIGHT = mm(20);
export const A4_WIDTH = mm(210);
/** Where no foot needs more. */
const BOTTOM = mm(32);

/**
 * A font file already parsed by pdfkit. Parsing costs about 40 ms a file, so that a warm Lambda keeps it. `_glyphs`:
 * the glyphs it was asked for so far, each with the characters it stood for when it was first asked for.
 */
type Parsed = { readonly layout: (text: string) => unknown; _glyphs: object };
type Source = Uint8Array | Parsed;
let fonts: { regular: Source; bold: Source } | undefined;

// A cast: pdfkit shows neither the font it has parsed nor that it takes one.
const parsedFont = (doc: Document): Parsed => (doc as unknown as { _font: { font: Parsed } })._font.font;

/**
 * Fonts that remember nothing of the documents before. A glyph that was once fetched only as a part of another one (the
 * U of a Ü) has no characters: a later document would print it, and say nothing to whoever searches, copies or listens.
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

/** pdfkit writes title and author into XML as they are: `GmbH & Co. KG` would break it, and with it PDF/A. */
const inMetadata = (text: string): string => text.replaceAll('&', '+').replace(/[<>]/g, '');

/**
 * An empty A4 document, PDF/A-1b, that comes out byte for byte the same from the same content: nothing in it depends on
 * when or where it is made.
 */
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
      Title: inMetadata(title),
      Author: inMetadata(author),
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
export const space = (doc: Document): number => doc.page.height - doc.page.margins.bottom - doc.y;
export const rule = (doc: Document, y: number, weight = 0.5): Document =>
  doc
    .moveTo(LEFT, y)
    .lineTo(doc.page.width - RIGHT, y)
    .lineWidth(weight)
    .strokeColor(RULE)
    .stroke();

/**
 * A word as pieces of which each fits into a line: broken where addresses and numbers may break, else where the line
 * ends.
 */
const piecesOf = (doc: Document, word: string, width: number): string[] =>
  doc.widthOfString(word) <= width
    ? [word]
    : word.split(/(?<=[-/@._])/).flatMap((part) => {
        const pieces: string[] = [''];
        for (const char of part) {
          const longer = (pieces.at(-1) ?? '') + char;
          if (doc.widthOfString(longer) <= width) pieces[pieces.length - 1] = longer;
          else pieces.push(char);
        }
        return pieces;
      });

/** A text in the font that is set, over as many lines of a width as it needs: nothing of it is cut. */
export const wrapped = (doc: Document, text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((w) => w !== '')) {
    let joint = ' ';
    for (const piece of piecesOf(doc, word, width)) {
      const last = lines.at(-1);
      const longer = `${last ?? ''}${joint}${piece}`;
      if (last !== undefined && doc.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(piece);
      joint = '';
    }
  }
  return lines;
};

/** A running title on the left and the page's number on the right. */
export const numberPage = (doc: Document, running: string, y: number, number: string): void => {
  set(doc, 'regular', 7.5, QUIET);
  doc.text(running, LEFT, y, { lineBreak: false });
  doc.text(number, LEFT, y, { width: innerWidth(doc), align: 'right', lineBreak: false });
};

/** Goes back to every page with its number, when all of them are there: only then it is known of how many. */
export const eachPage = (doc: Document, draw: (number: string) => void): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    doc.page.margins.bottom = 0; // or what is drawn down there would start a new page
    draw(`Seite ${i - start + 1} von ${count}`);
  }
};

/** Only page numbers and a running title, for what is not a letter of an agency. */
export const numberPages = (doc: Document, running: string): void => {
  eachPage(doc, (number) => {
    numberPage(doc, running, doc.page.height - mm(20), number);
  });
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
