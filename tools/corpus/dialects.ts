import { encode, writeCsv, type Dialect } from './csv-writer.ts';
import { csv, HEAD, HEADER, line, lines, rowOf, type Case } from './case.ts';

const DELIMITERS = { semicolon: ';', comma: ',', tab: '\t', pipe: '|' } as const;
const ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
const ENCODINGS: readonly (readonly [name: string, encoding: Dialect['encoding'], bom: boolean])[] = [
  ['utf-8', 'utf-8', true],
  ['utf-8-bom', 'utf-8-bom', true],
  ['windows-1252', 'windows-1252', true],
  ['utf-16le', 'utf-16le', true],
  ['utf-16be', 'utf-16be', true],
];
const everyDialect = ENCODINGS.flatMap(([name, encoding, bom]) =>
  Object.entries(DELIMITERS).flatMap(([delimiterName, delimiter]) =>
    Object.entries(ENDS).map(([endName, eol]): Case => {
      const remark = `Ware; ${delimiter} ""neu"" ß€${eol}zweite Zeile`.replaceAll('""', '"');
      const cells = {
        name: 'Jürgen Müsterlich',
        street: 'Probestraße 3',
        city: 'Köln',
        remark: remark.replaceAll(eol, '\n'),
      };
      return csv(
        `dialect/${name}-${delimiterName}-${endName}`,
        `${name}, ${delimiterName}, ${endName}: umlauts, a euro sign, a quoted cell with delimiter, marks and a line break`,
        writeCsv([HEADER, rowOf(1, remark), rowOf(2)], { encoding, delimiter, eol, quoting: 'needed', bom }),
        { encoding, delimiter, lines: [2, 4], cells },
      );
    }),
  ),
);
const noMark = (['utf-16le', 'utf-16be'] as const).map((encoding) =>
  csv(
    `dialect/${encoding}-without-bom`,
    `${encoding} without a byte order mark`,
    encode(lines(HEAD, line(1), line(2)), encoding, false),
    { encoding, cells: { name: 'Jürgen Müsterlich' } },
  ),
);
const quotings = (['always', 'text'] as const).flatMap((quoting) =>
  Object.entries(DELIMITERS).map(([name, delimiter]) =>
    csv(
      `dialect/quoted-${quoting}-${name}`,
      `${quoting === 'always' ? 'every cell' : 'every text, but no number'} in quotation marks, ${name}`,
      writeCsv([HEADER, rowOf(1, 'a;b,c|d'), rowOf(2)], { encoding: 'utf-8', delimiter, eol: '\r\n', quoting }),
      { delimiter, cells: { remark: 'a;b,c|d' } },
    ),
  ),
);

export const dialects: readonly Case[] = [
  ...everyDialect,
  ...noMark,
  ...quotings,
  csv('dialect/mixed-ends', 'CR LF, LF and CR in one file', `${HEAD}\r\n${line(1)}\n${line(2)}\r${line(3)}\r\n`, {
    rows: 3,
  }),
  csv('dialect/lf-cr', 'LF CR is a line end and a blank line', `${HEAD}\n\r${line(1)}\n\r${line(2)}`, {
    lines: [3, 5],
  }),
  csv(
    'dialect/cr-cr-lf',
    'CR CR LF, as a transfer in text mode makes it: each record is followed by a blank line',
    `${HEAD}\r\r\n${line(1)}\r\r\n${line(2)}\r\r\n`,
    { lines: [3, 5] },
  ),
  csv('dialect/no-last-end', 'the last row has no line end', `${HEAD}\r\n${line(1)}\r\n${line(2)}`, {}),
  csv(
    'dialect/last-quoted-no-end',
    'the last cell is quoted and has no line end',
    `${HEAD}\r\n${line(1)}\r\n${line(2, '"Ende"')}`,
    {},
  ),
  csv(
    'dialect/last-end-cr',
    'CR LF throughout, but the file ends in the middle of the last one',
    `${HEAD}\r\n${line(1)}\r\n${line(2)}\r`,
    {},
  ),
  csv(
    'dialect/end-of-file-mark',
    'Ctrl-Z at the end, as DOS programs write it',
    `${lines(HEAD, line(1), line(2))}\u001a`,
    { rows: 3, faults: [3] },
  ),
  csv(
    'dialect/next-line-characters',
    'U+0085, U+2028 and form feed are no line ends',
    lines(HEAD, line(1, 'a\u0085b\u2028c\fd'), line(2)),
    { cells: { remark: 'a\u0085b\u2028c\fd' } },
  ),
  csv('dialect/sep-semicolon', "Excel's line sep=; before the header", lines('sep=;', HEAD, line(1), line(2)), {
    lines: [3, 4],
  }),
  csv(
    'dialect/sep-pipe',
    'sep=| decides where the header has more semicolons than pipes',
    lines('sep=|', `${HEADER.join('|')}|a;b;c;d;e;f;g;h;i;j;k`, `${rowOf(1).join('|')}|x`),
    { lines: [3], delimiter: '|', notes: ['column.unknown'] },
  ),
  csv('dialect/sep-quoted', '"sep=;" in quotation marks, in capitals', lines('"SEP=;"', HEAD, line(1), line(2)), {
    lines: [3, 4],
  }),
  csv('dialect/sep-wrong', 'sep=, although the list is cut by semicolons', lines('sep=,', HEAD, line(1), line(2)), {
    lines: [3, 4],
  }),
  csv('dialect/sep-tab', 'sep= with a tab', lines('sep=\t', HEADER.join('\t'), rowOf(1).join('\t')), {
    lines: [3],
    delimiter: '\t',
  }),
  csv(
    'dialect/sep-bom',
    'a byte order mark before sep=;',
    encode(lines('sep=;', HEAD, line(1), line(2)), 'utf-8-bom'),
    { lines: [3, 4], encoding: 'utf-8-bom' },
  ),
  csv(
    'dialect/comma-with-decimal-commas',
    'comma as delimiter, amounts quoted for their comma',
    lines(HEADER.join(','), 'K-1,RE-1,05.01.2026,"1.234,56",Max Entwurf,Beispielallee 1,44135,Dortmund,'),
    { rows: 1, delimiter: ',', cells: { amount: '1.234,56' } },
  ),
  csv(
    'dialect/other-delimiter-in-header',
    'a heading in quotation marks that is full of commas',
    lines(`"Anmerkungen, intern, a, b, c, d, e, f, g, h, i";${HEAD}`, `x;${line(1)}`),
    { rows: 1, notes: ['column.unknown'] },
  ),
  csv(
    'dialect/two-byte-order-marks',
    'two byte order marks, as joining files makes them',
    encode(`\uFEFF${lines(HEAD, line(1), line(2))}`, 'utf-8-bom'),
    { encoding: 'utf-8-bom' },
  ),
  csv(
    'dialect/byte-order-mark-before-row',
    'a byte order mark in the middle, where a second file was appended',
    lines(HEAD, line(1), `\uFEFF${line(2)}`),
    {},
  ),
];
