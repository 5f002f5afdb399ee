import { COLUMNS, COLUMN_NAMES, type ColumnName } from '../../domain/intake/columns.ts';
import { csv, HEAD, HEADER, line, lines, rowOf, type Case } from './case.ts';

const REQUIRED = ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag'];
const VALUES = ['K-1', 'RE-1', '05.01.2026', '1,00'];
const under = (
  name: string,
  tests: string,
  headings: readonly string[],
  expected: Parameters<typeof csv>[3] = {},
): Case =>
  csv(
    `headers/${name}`,
    tests,
    lines(headings.join(';'), [...VALUES, ...headings.slice(4).map(() => 'x')].join(';')),
    'refused' in expected ? expected : { rows: 1, ...expected },
  );
const spelt = (name: string, tests: string, respell: (heading: string) => string): Case =>
  csv(`headers/${name}`, tests, lines(HEADER.map(respell).join(';'), line(1), line(2)), {
    cells: { amount: '19,90', street: 'Probestraße 3' },
  });

/** One file for each column that has other names: all of them are tried, one file each would be too many. */
const synonyms = (
  [
    'customerNumber',
    'invoiceNumber',
    'invoiceDate',
    'amount',
    'name',
    'street',
    'postalCode',
    'city',
    'email',
    'phone',
    'dueDate',
    'remark',
  ] as const
).flatMap((column: ColumnName) =>
  COLUMNS[column].synonyms.slice(0, 2).map((synonym, i): Case => {
    const headings = [
      ...REQUIRED.filter((heading) => heading !== (column === 'amount' ? 'Betrag' : COLUMNS[column].label)),
      synonym,
    ];
    const values = headings.map((heading) =>
      heading === synonym ? 'Wert' : (VALUES[REQUIRED.indexOf(heading)] ?? ''),
    );
    return csv(
      `headers/synonym-${column}-${i + 1}`,
      `„${synonym}“ is the column „${COLUMNS[column].label}“`,
      lines(headings.join(';'), values.join(';')),
      { rows: 1, cells: { [column]: 'Wert' } },
    );
  }),
);
const missing = REQUIRED.map((heading, i) =>
  csv(
    `headers/missing-${i + 1}`,
    `the column „${heading}“ is missing`,
    lines(REQUIRED.filter((h) => h !== heading).join(';'), 'a;b;c'),
    { refused: 'file.header-missing' },
  ),
);
const rotated = [1, 4, 8].map((by) =>
  csv(
    `headers/rotated-by-${by}`,
    `the columns in another order, moved by ${by}`,
    lines(...[HEADER, rowOf(1), rowOf(2)].map((cells) => [...cells.slice(by), ...cells.slice(0, by)].join(';'))),
    { cells: { customerNumber: 'K-1001', city: 'Köln', amount: '19,90' } },
  ),
);

export const headers: readonly Case[] = [
  ...synonyms,
  ...missing,
  ...rotated,
  csv(
    'headers/every-column',
    'all columns we know',
    lines(
      COLUMN_NAMES.map((name) => COLUMNS[name].label).join(';'),
      COLUMN_NAMES.map((name) => COLUMNS[name].example)
        .map((example) => (example.includes(';') ? `"${example}"` : example))
        .join(';'),
    ),
    { rows: 1 },
  ),
  csv(
    'headers/reversed',
    'the columns from the last to the first',
    lines(...[HEADER, rowOf(1), rowOf(2)].map((cells) => cells.toReversed().join(';'))),
    { cells: { customerNumber: 'K-1001', city: 'Köln' } },
  ),
  spelt('capitals', 'headings in capitals', (h) => h.toUpperCase()),
  spelt('small', 'headings in small letters', (h) => h.toLowerCase()),
  spelt('blanks', 'blanks around headings', (h) => `  ${h} `),
  spelt('no-break-blanks', 'no-break spaces around headings', (h) => `\u00a0${h}\u00a0`),
  spelt('zero-width', 'zero width spaces in headings', (h) => `\u200b${h}\u200b`),
  spelt('colons', 'a colon after each heading', (h) => `${h}:`),
  spelt('asterisks', 'an asterisk for what is required', (h) => `${h} *`),
  spelt('sz-as-ss', 'ß written as ss', (h) => h.replace('ß', 'ss')),
  spelt('hyphens', 'hyphens in long words', (h) => h.replace('nummer', '-Nummer').replace('datum', '-Datum')),
  spelt('underscores', 'underscores', (h) => h.replace('nummer', '_nummer')),
  spelt('tabs', 'a tab at the end of a heading', (h) => `${h}\t`.replace('Betrag\t', 'Betrag')),
  under(
    'currency',
    '„Betrag (EUR)“ is the column „Betrag“',
    ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag (EUR)'],
    { cells: { amount: '1,00' } },
  ),
  under(
    'in-euro',
    '„Betrag in Euro“ is the column „Betrag“',
    ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag in Euro'],
    { cells: { amount: '1,00' } },
  ),
  under(
    'euro-sign',
    '„Betrag €“ is the column „Betrag“',
    ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag €'],
    { cells: { amount: '1,00' } },
  ),
  under('unknown', 'an unknown column is a hint', [...REQUIRED, 'Kostenstelle'], { notes: ['column.unknown'] }),
  under('unknown-three', 'three unknown columns', [...REQUIRED, 'Mandant', 'Filiale', 'Bearbeiterin'], {
    notes: ['column.unknown', 'column.unknown', 'column.unknown'],
  }),
  under('misspelt', 'a misspelt column is unknown, not guessed', [...REQUIRED, 'Fälligkiet'], {
    notes: ['column.unknown'],
  }),
  under(
    'prototype',
    'a column called __proto__ or constructor is just unknown',
    [...REQUIRED, '__proto__', 'constructor'],
    { notes: ['column.unknown', 'column.unknown'] },
  ),
  under('duplicate', 'a column twice', [...REQUIRED, 'Name', 'Name'], { refused: 'file.duplicate-column' }),
  under('duplicate-by-synonym', 'a column twice, by two names', [...REQUIRED, 'KdNr'], {
    refused: 'file.duplicate-column',
  }),
  under('duplicate-by-spelling', 'a column twice, in two spellings', [...REQUIRED, 'kunden nummer'], {
    refused: 'file.duplicate-column',
  }),
  under('unknown-twice', 'an unknown column twice is no fault', [...REQUIRED, 'Text', 'Text'], {
    notes: ['column.unknown', 'column.unknown'],
  }),
  under('blank-heading', 'a column without a heading in the middle', [...REQUIRED, '', 'Name'], {
    cells: { name: 'x' },
  }),
  csv(
    'headers/trailing-delimiters',
    'delimiters too many at the end of the header, not of the rows',
    lines(`${HEAD};;;`, line(1), `${line(2)};;;`),
    {},
  ),
  csv(
    'headers/numbered-last',
    'an unnamed last column with content',
    lines(`${HEAD};`, `${line(1)};1`, `${line(2)};2`),
    {},
  ),
  csv(
    'headers/two-hundred-columns',
    'two hundred columns are allowed',
    lines(`${HEAD}${Array.from({ length: 191 }, (_, i) => `;x${i}`).join('')}`, `${line(1)}${';'.repeat(191)}`),
    { rows: 1, notes: Array.from({ length: 191 }, () => 'column.unknown') },
  ),
  csv(
    'headers/two-hundred-and-one-columns',
    'one more is not',
    lines(`${HEAD}${Array.from({ length: 192 }, (_, i) => `;x${i}`).join('')}`, line(1)),
    { refused: 'file.too-many-columns' },
  ),
  csv('headers/too-long', 'a heading of 11,000 characters', lines(`${HEAD};${'x'.repeat(11_000)}`, line(1)), {
    refused: 'file.header-too-long',
  }),
  csv('headers/five-thousand-columns', 'five thousand columns', lines(`${HEAD}${';abc'.repeat(5_000)}`, line(1)), {
    refused: 'file.too-many-columns',
  }),
  csv('headers/none', 'no header at all', lines(line(1), line(2)), { refused: 'file.header-missing' }),
  csv('headers/english', 'English headings', lines('customer;invoice;date;amount', 'a;b;c;d'), {
    refused: 'file.header-missing',
  }),
  csv(
    'headers/title',
    'a title and a date above the header',
    lines('Offene Posten der Musterversand GmbH', 'Stand: 01.02.2026', HEAD, line(1), line(2)),
    { lines: [4, 5], notes: ['file.lines-above-header'] },
  ),
  csv(
    'headers/title-with-delimiters',
    'a title as Excel saves it, with delimiters, and a blank row',
    lines(`Offene Posten${';'.repeat(8)}`, ';'.repeat(8), HEAD, line(1), line(2)),
    { lines: [4, 5], notes: ['file.lines-above-header'] },
  ),
  csv('headers/title-quoted', 'a quoted title with a line break', lines('"Offene\r\nPosten"', HEAD, line(1), line(2)), {
    lines: [4, 5],
    notes: ['file.lines-above-header'],
  }),
  csv(
    'headers/thirty-lines-above',
    'thirty lines above the header are too many',
    lines(...Array.from({ length: 30 }, (_, i) => `Zeile ${i}`), HEAD, line(1)),
    { refused: 'file.header-missing' },
  ),
  csv('headers/blank-lines-above', 'blank lines above the header', `\r\n \r\n\t\r\n${lines(HEAD, line(1), line(2))}`, {
    lines: [5, 6],
  }),
  csv(
    'headers/twice',
    'the header once more among the rows is a row like any other',
    lines(HEAD, line(1), HEAD, line(2)),
    { rows: 3 },
  ),
];
