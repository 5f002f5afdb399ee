import fc from 'fast-check';
import Papa from 'papaparse';
import { withoutDamagedNames } from '../../../../adapters/lists/csv/other-pages.ts';
import { COLUMNS, COLUMN_NAMES, type ColumnName } from '../../../../domain/intake/columns.ts';
import { writeCsv, type Dialect } from '../../../../tools/corpus/csv-writer.ts';
import { readWhole } from '../../../support/lists.ts';

const REQUIRED = COLUMN_NAMES.filter((name) => COLUMNS[name].required);
const OPTIONAL = COLUMN_NAMES.filter((name) => !COLUMNS[name].required);
/** Cells of what stands in Windows-1252 as well, full of what a dialect may stumble over. */
const common = fc.string({ unit: fc.constantFrom(...'aZ019 .,;|\t"\'=äöüßÄÖÜ€–„“éñ-/'), maxLength: 12 });
const wide = fc.oneof(
  common,
  fc.string({
    unit: fc.constantFrom('a', '"', ';', 'ü', 'ş', 'Ł', '🙂', '\u0308', '\u202e', '\u2028', '\u0085', '中'),
    maxLength: 12,
  }),
);
const withBreaks = (cell: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: cell, weight: 5 },
    { arbitrary: fc.tuple(cell, cell).map(([a, b]) => `${a}\n${b}`), weight: 1 },
  );

const dialects: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le', 'utf-16be'),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  quoting: fc.constantFrom('needed', 'always', 'text'),
  lastEol: fc.boolean(),
});
/** A column's name as somebody may write it. */
const headingOf = (name: ColumnName): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(COLUMNS[name].label, ...COLUMNS[name].synonyms),
      fc.constantFrom(
        (h: string) => h,
        (h: string) => h.toUpperCase(),
        (h: string) => ` ${h} `,
        (h: string) => `${h}:`,
      ),
    )
    .map(([heading, respell]) => respell(heading));
const columns = fc
  .shuffledSubarray(OPTIONAL)
  .chain((optional) =>
    fc.shuffledSubarray([...REQUIRED, ...optional], { minLength: REQUIRED.length + optional.length }),
  );
/**
 * The first cell is not blank, or the row would not count; a swallowed row cannot be told from one, so cells with
 * breaks have few delimiters.
 */
const listIn = (dialect: Dialect) =>
  columns.chain((names) =>
    fc.record({
      dialect: fc.constant(dialect),
      names: fc.constant(names),
      headings: fc.tuple(...names.map(headingOf)),
      chunkSize: fc.constantFrom(1, 2, 3, 7, 64, 1_000, 65_536),
      rows: fc.array(
        fc.tuple(
          // Of nothing but a few odd letters nobody could tell the code page; a real list has names.
          dialect.encoding === 'windows-1252'
            ? fc.constantFrom('Müller Köln', 'Größe Jürgen')
            : fc.constantFrom('K-1', 'Ü 2', '0003'),
          ...names.slice(1).map(() => withBreaks(dialect.encoding === 'windows-1252' ? common : wide)),
        ),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  );
const lists = dialects.chain(listIn);
/** A break with nearly a row of delimiters behind it is, by design, a row that a quotation mark has swallowed. */
const looksSwallowed = (rows: readonly (readonly string[])[], delimiter: string): boolean =>
  rows.some((row) =>
    row.some((cell) =>
      cell
        .split('\n')
        .slice(1)
        .some((line) => line.split(delimiter).length >= row.length - 1),
    ),
  );
/** The first stretch with umlauts decides; a few chance pairs and nothing else would be taken for UTF-8. */
const utf8ByChance = (bytes: Buffer): boolean =>
  Buffer.from(bytes.toString('utf8')).equals(bytes) || /[\u00c2-\u00f4][\u0080-\u00bf]/.test(bytes.toString('latin1'));

/** What a name in a code page may not bear is told apart by its own test. */
const asRead = (cell: string, name: ColumnName | undefined, encoding: string): string =>
  name === undefined
    ? cell
    : (withoutDamagedNames({ row: 1, line: 2, text: '', cells: { [name]: cell } }, encoding).cells[name] ?? '');

test('write(table, dialect), then read, is the table: any encoding, delimiter, line end, quoting, order and name of columns, cut into any chunks', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ dialect, names, headings, rows, chunkSize }) => {
      fc.pre(!looksSwallowed(rows, dialect.delimiter));
      const bytes = writeCsv(
        [headings, ...rows.map((row) => row.map((cell) => cell.replaceAll('\n', dialect.eol)))],
        dialect,
      );
      fc.pre(dialect.encoding !== 'windows-1252' || !utf8ByChance(bytes));
      const read = await readWhole(bytes, chunkSize);
      expect(read.rows.map((row) => [row.fault, names.map((name) => row.cells[name])])).toEqual(
        rows.map((row) => [undefined, row.map((cell, i) => asRead(cell, names[i], read.encoding))]),
      );
      expect({ encoding: read.encoding, delimiter: read.delimiter }).toEqual({
        encoding: dialect.encoding,
        delimiter: dialect.delimiter,
      });
      expect(names.map((name) => read.headings[name])).toEqual(headings.map((heading) => heading.trim()));
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) },
  );
});

test('the text of the rows, put together under the header, is a list again: what the correction file does', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ dialect, headings, rows }) => {
      fc.pre(!looksSwallowed(rows, dialect.delimiter));
      const bytes = writeCsv([headings, ...rows], { ...dialect, encoding: 'utf-8' });
      const read = await readWhole(bytes);
      const again = await readWhole(Buffer.from([read.headerText, ...read.rows.map((row) => row.text)].join('\r\n')));
      expect(again.rows.map((row) => row.cells)).toEqual(read.rows.map((row) => row.cells));
    }),
    { numRuns: 100 },
  );
});

test('what papaparse reads without complaint, we read alike', async () => {
  const soup = fc.string({ unit: fc.constantFrom('a', 'ü', '"', '""', '";"', ';', '; ', '\n', '"\n'), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(soup, async (text) => {
      const header = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag';
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' });
      fc.pre(errors.length === 0 && !looksSwallowed(data, ';'));
      const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
      fc.pre(rows.length > 0);
      const read = await readWhole(Buffer.from(`${header}\n${text}`));
      expect(
        read.rows.map(({ cells }) => [cells.customerNumber, cells.invoiceNumber, cells.invoiceDate, cells.amount]),
      ).toEqual(rows.map((cells) => [0, 1, 2, 3].map((i) => cells[i] ?? '')));
    }),
    { numRuns: 500 },
  );
});

test('any bytes at all are read or refused by name, however they are cut', async () => {
  const outcome = async (bytes: Uint8Array, size?: number) =>
    readWhole(bytes, size).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'Rejected', code: expect.stringMatching(/^file\./) });
      return String(error);
    });
  const header = Buffer.from('Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag;Name\r\n');
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      async (bytes, headed, size) => {
        const file = headed ? Buffer.concat([header, bytes]) : bytes;
        expect(await outcome(file, size)).toEqual(await outcome(file));
      },
    ),
    { numRuns: 500 },
  );
});
