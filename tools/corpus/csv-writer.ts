import type { Encoding } from '../../domain/intake/list.ts';

/** How a list is written. `utf-16…` come with a byte order mark unless `bom` is false. */
export type Dialect = Readonly<{
  encoding: Exclude<Encoding, 'xlsx' | 'windows-1254' | 'cp850' | 'macintosh'>;
  delimiter: string;
  eol: '\n' | '\r\n' | '\r';
  quoting: 'needed' | 'always' | 'text';
  bom?: boolean;
  lastEol?: boolean;
}>;

const WINDOWS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'€‚ƒ„…†‡ˆ‰Š‹Œ']
    .map((c, i) => [c, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c][i] ?? 0])
    .concat(
      [...'Ž‘’“”•–—˜™š›œžŸ'].map((c, i) => [
        c,
        [0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f][i] ?? 0,
      ]),
    ),
);
const inWindows1252 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => {
      const code = WINDOWS[char] ?? char.codePointAt(0) ?? 0;
      if (code > 0xff) throw new Error(`${char} is not in Windows-1252`);
      return code;
    }),
  );
export const encode = (text: string, encoding: Dialect['encoding'], bom = true): Buffer => {
  const marked = bom && encoding !== 'utf-8' ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(marked);
    case 'windows-1252':
      return inWindows1252(text);
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
  }
};

const quotedCell = (cell: string, { quoting, delimiter }: Dialect): string => {
  const must = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return must || quoting === 'always' || (quoting === 'text' && !/^[\d.,]*$/.test(cell))
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
};
/** Writes rows of cells the way a program that exports CSV does; line breaks in cells are written as they are. */
export const writeCsv = (rows: readonly (readonly string[])[], dialect: Dialect): Buffer =>
  encode(
    rows.map((row) => row.map((cell) => quotedCell(cell, dialect)).join(dialect.delimiter)).join(dialect.eol) +
      (dialect.lastEol === false ? '' : dialect.eol),
    dialect.encoding,
    dialect.bom,
  );
