import { csv, HEAD, HEADER, line, lines, rowOf, type Case } from './case.ts';

/** A file whose first row has this remark, as it stands in the file, and what becomes of it. */
const remark = (name: string, tests: string, written: string, read: string): Case =>
  csv(`quotes/${name}`, tests, lines(HEAD, line(1, written), line(2)), { cells: { remark: read } });
const spoilt = (
  name: string,
  tests: string,
  written: string,
  more: { lines?: readonly string[]; faults?: readonly number[] } = {},
): Case => {
  const after = more.lines ?? [line(2), line(3)];
  return csv(`quotes/${name}`, tests, lines(HEAD, line(1, written), ...after), {
    rows: after.length + 1,
    faults: more.faults ?? [1],
  });
};

export const quotes: readonly Case[] = [
  remark('plain', 'an ordinary quoted cell', '"ja"', 'ja'),
  remark('empty', 'a quoted empty cell', '""', ''),
  remark('doubled', 'doubled marks', '"die ""Neue"" Ware"', 'die "Neue" Ware'),
  remark('only-a-mark', 'a cell that is one mark', '""""', '"'),
  remark('two-marks', 'a cell that is two marks', '""""""', '""'),
  remark('doubled-at-the-ends', 'doubled marks at both ends', '"""neu"""', '"neu"'),
  remark('delimiter', 'delimiters in a quoted cell', '";;;"', ';;;'),
  remark('blank-after', 'a blank after the closing mark', '"ja" ', 'ja'),
  remark('blank-before', 'a blank before the mark: then it is text', ' "ja"', ' "ja"'),
  remark('inside-unquoted', 'inches: a mark inside an unquoted cell is text', '5" Rohr', '5" Rohr'),
  remark('at-the-end-unquoted', 'a mark at the end of an unquoted cell', 'Rohr 5"', 'Rohr 5"'),
  remark('single', 'single quotation marks are text', "'ja; nein'".replace(';', ','), "'ja, nein'"),
  remark('german', 'German quotation marks are text', '„ja“ und »nein«', '„ja“ und »nein«'),
  remark('backslash', 'a backslash is no escape', 'C:\\Ware\\', 'C:\\Ware\\'),
  csv('quotes/line-break-lf', 'LF in a quoted cell of a CR LF file', lines(HEAD, line(1, '"a\nb"'), line(2)), {
    lines: [2, 4],
    cells: { remark: 'a\nb' },
  }),
  csv('quotes/line-break-crlf', 'CR LF in a quoted cell', lines(HEAD, line(1, '"a\r\nb"'), line(2)), {
    lines: [2, 4],
    cells: { remark: 'a\nb' },
  }),
  csv('quotes/line-break-cr', 'CR in a quoted cell', lines(HEAD, line(1, '"a\rb"'), line(2)), {
    lines: [2, 4],
    cells: { remark: 'a\nb' },
  }),
  csv(
    'quotes/line-breaks-many',
    'twenty line breaks in one cell',
    lines(HEAD, line(1, `"${'a\r\n'.repeat(20)}"`), line(2)),
    { lines: [2, 23] },
  ),
  csv('quotes/line-break-first', 'a cell that begins with line breaks', lines(HEAD, line(1, '"\r\n\r\nx"'), line(2)), {
    lines: [2, 5],
    cells: { remark: '\n\nx' },
  }),
  csv('quotes/line-break-only', 'a cell that is one line break', lines(HEAD, line(1, '"\r\n"'), line(2)), {
    lines: [2, 4],
    cells: { remark: '\n' },
  }),
  csv(
    'quotes/line-breaks-in-two-cells',
    'line breaks in two cells of one row',
    lines(HEAD, 'K-1;R-1;05.01.2026;1,00;"Max\r\nEntwurf";"Beispielallee 1\r\nHinterhaus";44135;Dortmund;x', line(2)),
    { lines: [2, 5], cells: { name: 'Max\nEntwurf', street: 'Beispielallee 1\nHinterhaus' } },
  ),
  csv(
    'quotes/short-lines-with-delimiters',
    'inner lines with a few delimiters are text, not rows',
    lines(HEAD, line(1, '"a;b\r\nc;d\r\ne"'), line(2)),
    { lines: [2, 5], cells: { remark: 'a;b\nc;d\ne' } },
  ),
  csv(
    'quotes/header',
    'headings in quotation marks',
    lines(HEADER.map((h) => `"${h}"`).join(';'), line(1), line(2)),
    {},
  ),
  csv(
    'quotes/header-line-break',
    'a heading with a line break in it',
    lines(HEAD.replace('Rechnungsdatum', '"Rechnungs-\r\ndatum"'), line(1), line(2)),
    { lines: [3, 4], cells: { invoiceDate: '05.01.2026' } },
  ),
  csv(
    'quotes/whole-row',
    'the whole row in one pair of marks, as some programs save twice',
    lines(HEAD, `"${line(1)}"`, line(2)),
    { faults: [1] },
  ),
  spoilt('open-at-the-end', 'a mark that opens the last cell and is never closed', '"offen'),
  spoilt('open-in-the-first-cell', 'a mark that opens the first cell of the last row and is never closed', 'gut', {
    lines: [line(2), `"${line(3)}`],
    faults: [3],
  }),
  spoilt('closed-by-a-later-row', 'a mark closed only by that of a later row', '"x', {
    lines: [line(2), line(3, '"y"'), line(4)],
  }),
  spoilt(
    'well-formed-by-a-later-row',
    'a mark closed by a later one, so that both rows look like one good cell',
    '"x',
    { lines: [line(2, 'y"'), line(3)] },
  ),
  spoilt('in-the-middle', 'a name in marks with text behind it', '"Zum Löwen" Gaststätte'),
  spoilt('three', 'three marks', '"""'),
  spoilt('closing-doubled', 'the closing mark is doubled', '"neu""'),
  spoilt('text-after', 'text right after the closing mark', '"a"b'),
  spoilt('every-other-row', 'every other row has an open mark', '"a', {
    lines: [line(2), line(3, '"b'), line(4), line(5, '"c'), line(6)],
    faults: [1, 3, 5],
  }),
  csv(
    'quotes/hundred-broken',
    'a hundred rows with broken marks are a hundred faults',
    lines(HEAD, ...Array.from({ length: 100 }, (_, i) => line(i + 1, '"a"b'))),
    { rows: 100, faults: Array.from({ length: 100 }, (_, i) => i + 1) },
  ),
  csv(
    'quotes/hundred-and-one-broken',
    'one more, and the file is refused',
    lines(HEAD, ...Array.from({ length: 101 }, (_, i) => line(i + 1, '"a"b'))),
    { refused: 'file.quotes' },
  ),
  csv('quotes/header-open', 'a mark in the header is never closed', lines(`"${HEAD}`, line(1)), {
    refused: 'file.quotes',
  }),
  csv(
    'quotes/tab-delimited-marks',
    'marks in a list cut by tabs',
    lines(HEADER.join('\t'), rowOf(1, '"a\tb ""c"""').join('\t')),
    { rows: 1, delimiter: '\t', cells: { remark: 'a\tb "c"' } },
  ),
];
