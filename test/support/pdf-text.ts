import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, string>;
const objectsOf = (pdf: string): Objects =>
  new Map([...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((m) => [Number(m[1]), m[2]!]));
const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 7;
  return inflateSync(Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')).toString('latin1');
};
const reference = (object: string, key: string): number =>
  Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(object)?.[1]);
const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/**
 * What a font's glyphs stand for, as a reader's search and copy functions see it, and how wide they are in thousandths
 * of the size.
 */
type Font = Readonly<{ glyphs: readonly string[]; widths: readonly number[] }>;

const glyphsOf = (objects: Objects, font: number): string[] => {
  const map = streamOf(objects.get(reference(objects.get(font)!, 'ToUnicode'))!);
  return [...map.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)]
    .flatMap((block) => [...block[1]!.matchAll(/\[([^\]]*)\]/g)])
    .flatMap((list) => [...list[1]!.matchAll(/<([0-9a-f ]*)>/gi)].map((m) => utf16(m[1]!.replaceAll(' ', ''))));
};
const widthsOf = (objects: Objects, font: number): number[] => {
  const descendant = objects.get(reference(objects.get(font)!, 'DescendantFonts'))!;
  return (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number);
};
const fontOf = (objects: Objects, id: number): Font => ({
  glyphs: glyphsOf(objects, id),
  widths: widthsOf(objects, id),
});

/**
 * A piece of text and where it stands, in points from the lower left corner: from `x` to `right` on the baseline `y`.
 */
export type Piece = Readonly<{ text: string; x: number; y: number; right: number; size: number }>;

type Shown = Readonly<{ text: string; width: number }>;
/** What one `[<0001> -12 <0002>] TJ` shows; numbers between the glyphs move to the left, in thousandths of the size. */
const shownBy = (array: string, { glyphs, widths }: Font): Shown => {
  let text = '';
  let width = 0;
  for (const [, hex, move] of array.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
    if (move !== undefined) width -= Number(move);
    for (const glyph of hex?.match(/.{4}/g) ?? []) {
      const id = parseInt(glyph, 16);
      text += glyphs[id] ?? '?';
      width += widths[id] ?? 0;
    }
  }
  return { text, width };
};

const NO_FONT: Font = { glyphs: [], widths: [] };

const piecesOf = (objects: Objects, page: string): Piece[] => {
  const resources = objects.get(reference(page, 'Resources'))!;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1]!, fontOf(objects, Number(m[2]))]),
  );
  let font = NO_FONT;
  let size = 0;
  let x = 0;
  let y = 0;
  return [
    ...streamOf(objects.get(reference(page, 'Contents'))!).matchAll(
      /([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[(.*?)\] TJ/g,
    ),
  ].flatMap(([, left, up, name, points, array]): Piece[] => {
    if (left !== undefined) [x, y] = [Number(left), Number(up)];
    if (name !== undefined) [font, size] = [fonts.get(name) ?? NO_FONT, Number(points)];
    if (array === undefined) return [];
    const { text, width } = shownBy(array, font);
    const from = x;
    // Several pieces may follow one place: the next one goes on where this one ended.
    x += (width * size) / 1000;
    return [{ text, x: from, y, right: x, size }];
  });
};

/** One page of a document: its size in points and what stands on it. */
export type Page = Readonly<{ width: number; height: number; pieces: readonly Piece[] }>;

const pagesOf = (objects: Objects): string[] => [...objects.values()].filter((o) => /\/Type \/Page\n/.test(o));

/** The pages with their sizes and texts; enough for what pdfkit writes, no general reader. */
export const pdfPages = (bytes: Uint8Array): Page[] => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  return pagesOf(objects).map((page) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return { width: Number(width), height: Number(height), pieces: piecesOf(objects, page) };
  });
};
/** The text of each page with its places. */
export const pdfPieces = (bytes: Uint8Array): Piece[][] => pdfPages(bytes).map(({ pieces }) => [...pieces]);
export const pdfText = (bytes: Uint8Array): string[] =>
  pdfPieces(bytes).map((pieces) => pieces.map((p) => p.text).join('\n'));
/** For each font of a document the glyphs that are drawn, by what they stand for: an empty text is mute. */
export const pdfGlyphs = (bytes: Uint8Array): string[][] => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  // The first one stands for whatever has no glyph.
  return [...objects].filter(([, o]) => o.includes('/ToUnicode')).map(([id]) => glyphsOf(objects, id).slice(1));
};
/** The colours that text and areas of all pages are filled with, `0.12 0.36 0.29`. */
export const pdfColours = (bytes: Uint8Array): string[] => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const contents = pagesOf(objects)
    .map((page) => streamOf(objects.get(reference(page, 'Contents'))!))
    .join('\n');
  return [
    ...new Set(
      [...contents.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:scn|rg)\b/g)].map(([, ...rgb]) =>
        rgb
          .slice(0, 3)
          .map((v) => Number(v).toFixed(2))
          .join(' '),
      ),
    ),
  ];
};
