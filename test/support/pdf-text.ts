import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, string>;
const objectsOf = (pdf: string): Objects =>
  new Map([...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((m) => [Number(m[1]), m[2]!]));
const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 7;
  return inflateSync(Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')).toString('latin1');
};
const reference = (object: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1]);
const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which character each glyph of a font stands for, as a reader's search and copy functions see it. */
const glyphsOf = (objects: Objects, font: number): string[] => {
  const map = streamOf(objects.get(reference(objects.get(font)!, 'ToUnicode'))!);
  return [...map.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)]
    .flatMap((block) => [...block[1]!.matchAll(/\[([^\]]*)\]/g)])
    .flatMap((list) => [...list[1]!.matchAll(/<([0-9a-f ]+)>/gi)].map((m) => utf16(m[1]!.replaceAll(' ', ''))));
};

/** A piece of text and where it begins, in points from the lower left corner. */
export type Piece = Readonly<{ text: string; x: number; y: number }>;

const piecesOf = (objects: Objects, page: string): Piece[] => {
  const resources = objects.get(reference(page, 'Resources'))!;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1]!, glyphsOf(objects, Number(m[2]))]),
  );
  let glyphs: string[] = [],
    x = 0,
    y = 0;
  return [
    ...streamOf(objects.get(reference(page, 'Contents'))!).matchAll(
      /([\d.-]+) ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g,
    ),
  ].flatMap(([, left, up, font, hex]): Piece[] => {
    if (left !== undefined) [x, y] = [Number(left), Number(up)];
    if (font !== undefined) glyphs = fonts.get(font) ?? [];
    if (hex === undefined) return [];
    return [
      {
        text: [...hex.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap((m) => m[1]!.match(/.{4}/g)!)
          .map((g) => glyphs[parseInt(g, 16)] ?? '?')
          .join(''),
        x,
        y,
      },
    ];
  });
};

/** The text of each page with its places; enough for what pdfkit writes, no general reader. */
export const pdfPieces = (bytes: Uint8Array): Piece[][] => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  return [...objects.values()].filter((o) => /\/Type \/Page\n/.test(o)).map((page) => piecesOf(objects, page));
};
export const pdfText = (bytes: Uint8Array): string[] =>
  pdfPieces(bytes).map((pieces) => pieces.map((p) => p.text).join('\n'));
/** The colours that text and areas of all pages are filled with, `0.12 0.36 0.29`. */
export const pdfColours = (bytes: Uint8Array): string[] => {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const contents = [...objects.values()]
    .filter((o) => /\/Type \/Page\n/.test(o))
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
