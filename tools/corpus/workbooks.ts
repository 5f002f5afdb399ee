import { workbook, type Cell, type SheetContent, type WorkbookOptions } from './workbook-writer.ts';
import { HEADER, type Case, type Expected, type Read } from './case.ts';

const DATE = { number: 46_027, style: 1 };
const row = (n: number, ...remark: Cell[]): Cell[] => [
  `K-${1000 + n}`,
  `RE-2026-000${n}`,
  DATE,
  19.9,
  'Jürgen Müsterlich',
  'Probestraße 3',
  1067,
  'Dresden',
  ...remark,
];
/** `options`: how the workbook is written, where not as Excel does. */
type Content = Readonly<{ sheets: readonly SheetContent[]; options?: WorkbookOptions }>;
const oneSheet = (rows: readonly (readonly Cell[])[], options: WorkbookOptions = {}): Content => ({
  sheets: [{ name: 'Tabelle1', rows }],
  options,
});
const book = (
  file: string,
  tests: string,
  { sheets, options }: Content,
  expected: Partial<Read> | { refused: string },
): Case => ({
  file: `xlsx/${file}.xlsx`,
  tests,
  bytes: workbook(sheets, options),
  expected:
    'refused' in expected
      ? expected
      : ({ encoding: 'xlsx', delimiter: null, lines: [2, 3], ...expected } satisfies Expected),
});
const one = (
  file: string,
  tests: string,
  rows: readonly (readonly Cell[])[],
  expected: Partial<Read> | { refused: string },
): Case => book(file, tests, oneSheet(rows), expected);
const remark = (file: string, tests: string, cell: Cell, text: string): Case =>
  one(file, tests, [HEADER, row(1, cell), row(2)], { cells: { remark: text } });

const SHORT_ROW = ['K', 'R', '05.01.2026', '1'];
/** Sheets as other programs write them. */
const inlineCells = (texts: readonly string[]): string =>
  texts.map((t) => `<c t="inlineStr"><is><t>${t}</t></is></c>`).join('');
const WITHOUT_REFERENCES = [
  `<worksheet><sheetData><row>${inlineCells(HEADER)}</row>`,
  `<row>${inlineCells(SHORT_ROW)}</row></sheetData></worksheet>`,
].join('');
const WITH_PREFIX = [
  '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1">',
  ...HEADER.map((h) => `<x:c t="inlineStr"><x:is><x:t>${h}</x:t></x:is></x:c>`),
  '</x:row><x:row r="2">',
  ...SHORT_ROW.map((v) => `<x:c t="str"><x:v>${v}</x:v></x:c>`),
  '</x:row></x:sheetData></x:worksheet>',
].join('');

export const workbooks: readonly Case[] = [
  one('plain', 'dates, amounts, a postal code as a number', [HEADER, row(1, 'a'), row(2)], {
    cells: { invoiceDate: '05.01.2026', amount: '19,90', postalCode: '01067', name: 'Jürgen Müsterlich', remark: 'a' },
  }),
  one('blank-rows', 'blank rows', [HEADER, [], row(1), ['', ' '], row(2)], { lines: [3, 5] }),
  one('title', 'a title above the header', [['Offene Posten'], [], HEADER, row(1), row(2)], {
    lines: [4, 5],
    notes: ['file.lines-above-header'],
  }),
  one(
    'sum',
    'a sum below is a row; its check will refuse it',
    [HEADER, row(1), row(2), ['Summe', null, null, { xml: '<c><f>SUM(D2:D3)</f><v>39.8</v></c>' }]],
    { lines: [2, 3, 4] },
  ),
  one('unknown-column', 'an unknown column', [[...HEADER, 'Filiale'], row(1, 'a', 'b'), row(2)], {
    notes: ['column.unknown'],
  }),
  one(
    'text-amounts',
    'everything is text',
    [HEADER, ['K-1', 'RE-1', '05.01.2026', '1.234,56', 'Max Entwurf', 'Beispielallee 1', '01067', 'Dresden', '']],
    { lines: [2], cells: { amount: '1.234,56', postalCode: '01067' } },
  ),
  book('from-1904', 'dates count from 1904, as on old Macs', oneSheet([HEADER, row(1), row(2)], { from1904: true }), {
    cells: { invoiceDate: '06.01.2030' },
  }),
  one(
    'noise',
    'an amount with noise of floating point',
    [HEADER, [...row(1).slice(0, 3), 129.90000000000001, 'Max Entwurf'], row(2)],
    { cells: { amount: '129,90' } },
  ),
  one('text-numbers', 'customer numbers typed as numbers', [HEADER, [4711, 20260001, ...row(1).slice(2)], row(2)], {
    cells: { customerNumber: '4711', invoiceNumber: '20260001' },
  }),
  one('zeros', 'a format with leading zeros', [HEADER, [{ number: 123, style: 3 }, ...row(1).slice(1)], row(2)], {
    cells: { customerNumber: '00123' },
  }),
  remark('line-break', 'a line break in a cell', 'a\nb', 'a\nb'),
  remark('delimiter', 'a semicolon and marks in a cell', 'a;"b"', 'a;"b"'),
  remark('markup', 'markup in a cell', '<b> & "x"', '<b> & "x"'),
  remark('escaped', 'a carriage return as _x000D_', 'a_x000D_b', 'a\rb'),
  remark('emoji', 'emoji', '👍🏽', '👍🏽'),
  remark('true', 'a truth value', true, 'WAHR'),
  remark(
    'rich-text',
    'rich text with a phonetic reading',
    {
      xml: '<c t="inlineStr"><is><r><t>fett</t></r><r><t xml:space="preserve"> und </t></r><rPh><t>x</t></rPh><r><t>schräg</t></r></is></c>',
    },
    'fett und schräg',
  ),
  remark(
    'formula-text',
    'a formula that gives text',
    { xml: '<c t="str"><f>A2&amp;"!"</f><v>K-1001!</v></c>' },
    'K-1001!',
  ),
  one(
    'error',
    'an error in a cell',
    [HEADER, [...row(1).slice(0, 3), { xml: '<c t="e"><v>#DIV/0!</v></c>' }], row(2)],
    { faults: [1] },
  ),
  one(
    'not-calculated',
    'a formula nobody has calculated',
    [HEADER, [...row(1).slice(0, 3), { xml: '<c><f>B1*2</f></c>' }], row(2)],
    { faults: [1] },
  ),
  one('beside', 'notes beside the table', [HEADER, row(1, 'a', null, null, 'bitte prüfen'), row(2)], {
    cells: { remark: 'a' },
  }),
  book(
    'second-sheet',
    'the list is on the second sheet',
    {
      sheets: [
        { name: 'Deckblatt', rows: [['Guten Tag']] },
        { name: 'Liste', rows: [HEADER, row(1), row(2)] },
      ],
    },
    {},
  ),
  book(
    'hidden-sheet',
    'a hidden sheet does not count',
    {
      sheets: [
        { name: 'Alt', state: 'veryHidden', rows: [HEADER, row(9)] },
        { name: 'Neu', rows: [HEADER, row(1), row(2)] },
      ],
    },
    { cells: { customerNumber: 'K-1001' } },
  ),
  book(
    'two-lists',
    'two lists: the first counts',
    {
      sheets: [
        { name: 'A', rows: [HEADER, row(1), row(2)] },
        { name: 'B', rows: [HEADER, row(3)] },
      ],
    },
    { cells: { customerNumber: 'K-1001' } },
  ),
  book(
    'low-start',
    'the table begins in row 5',
    { sheets: [{ name: 'A', firstRow: 5, rows: [HEADER, row(1), row(2)] }] },
    {
      lines: [6, 7],
    },
  ),
  one(
    'indented',
    'the table begins in column B',
    [
      [null, ...HEADER],
      [null, ...row(1)],
      [null, ...row(2)],
    ],
    { cells: { customerNumber: 'K-1001' } },
  ),
  book(
    'no-references',
    'cells without references',
    oneSheet([HEADER, row(1), row(2)], {
      more: [
        {
          name: 'xl/worksheets/sheet1.xml',
          content: WITHOUT_REFERENCES,
        },
      ],
    }),
    { lines: [2], cells: { customerNumber: 'K', amount: '1' } },
  ),
  book(
    'prefixed',
    'element names with a prefix, as some libraries write them',
    oneSheet([HEADER], {
      more: [
        {
          name: 'xl/worksheets/sheet1.xml',
          content: WITH_PREFIX,
        },
      ],
    }),
    { lines: [2], cells: { customerNumber: 'K' } },
  ),
  book(
    'no-styles',
    'no styles: a date is a number then',
    oneSheet([HEADER, row(1), row(2)], { without: ['xl/styles.xml'] }),
    { cells: { invoiceDate: '46027' } },
  ),
  one('header-only', 'a header only', [HEADER], { refused: 'file.no-rows' }),
  one('empty', 'an empty sheet', [], { refused: 'file.empty' }),
  one(
    'no-header',
    'no header of ours',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    { refused: 'file.header-missing' },
  ),
  one('duplicate', 'a column twice', [[...HEADER, 'Debitor'], row(1)], { refused: 'file.duplicate-column' }),
  one('missing', 'a required column is missing', [HEADER.slice(1), row(1).slice(1)], {
    refused: 'file.header-missing',
  }),
  book(
    'no-list',
    'no sheet has our header',
    {
      sheets: [
        { name: 'A', rows: [['x']] },
        { name: 'B', rows: [] },
      ],
    },
    { refused: 'file.header-missing' },
  ),
  one(
    'too-many-columns',
    'more than 200 columns',
    [[...HEADER, ...Array.from({ length: 200 }, (_, i) => `x${i}`)], row(1)],
    { refused: 'file.too-many-columns' },
  ),
  one('too-long', 'a row of more than 64 KB', [HEADER, row(1, 'x'.repeat(66_000))], {
    refused: 'file.record-too-long',
  }),
  book(
    'bomb',
    'a sheet that inflates to a hundred times its size and more',
    oneSheet([HEADER], { more: [{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(20_000_000) }] }),
    { refused: 'file.zip-bomb' },
  ),
  book(
    'lying-bomb',
    'a bomb that claims to be small',
    oneSheet([HEADER], {
      more: [{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(20_000_000), claimedSize: 900_000 }],
    }),
    { refused: 'file.not-csv' },
  ),
  book(
    'huge-claim',
    'a part that claims four gigabytes',
    oneSheet([HEADER], { more: [{ name: 'xl/media/a.bin', content: 'x', claimedSize: 4_000_000_000 }] }),
    { refused: 'file.zip-bomb' },
  ),
  book(
    'entities',
    'entities that grow',
    oneSheet([HEADER], {
      more: [
        {
          name: 'xl/sharedStrings.xml',
          content: '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><sst><si><t>&c;</t></si></sst>',
        },
      ],
    }),
    { refused: 'file.not-csv' },
  ),
  book(
    'broken',
    'broken XML',
    oneSheet([HEADER], {
      more: [{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row></sheetData>' }],
    }),
    { refused: 'file.not-csv' },
  ),
  book('no-sheet', 'a workbook without its sheet', oneSheet([HEADER], { without: ['xl/worksheets/sheet1.xml'] }), {
    refused: 'file.not-csv',
  }),
];
