import fc from 'fast-check';
import Papa from 'papaparse';
import { reportWriter } from '../../../adapters/lists/report.ts';
import { plain } from '../../../domain/intake/text.ts';
import { readWhole } from '../../support/lists.ts';
import type { ReportedIssue } from '../../../domain/intake/findings.ts';

const issue: ReportedIssue = {
  row: 11,
  line: 12,
  column: 'Offener Betrag',
  code: 'amount.ambiguous',
  severity: 'error',
  message: '„1.234“ ist mehrdeutig; bitte prüfen.',
  mend: 'Mit "Komma" schreiben.',
  value: '=1+1',
};

const { csv, json, correction } = reportWriter;

test('the report has a BOM, semicolons, a header and a row for each issue, and reads back', () => {
  const text =
    csv.head + csv.lines([issue]) + csv.lines([{ ...issue, column: null, severity: 'warning', value: undefined }]);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(Papa.parse(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data).toEqual([
    ['Zeile', 'Datensatz', 'Spalte', 'Schwere', 'Meldung', 'Abhilfe', 'Wert'],
    [
      '12',
      '11',
      'Offener Betrag',
      'Fehler',
      '„1.234“ ist mehrdeutig; bitte prüfen.',
      'Mit "Komma" schreiben.',
      "'=1+1",
    ],
    ['12', '11', '', 'Warnung', '„1.234“ ist mehrdeutig; bitte prüfen.', 'Mit "Komma" schreiben.', ''],
  ]);
});

test('programs get the codes, lot after lot', () => {
  expect(JSON.parse(json.head + json.lines([issue], true) + json.lines([issue, issue], false) + json.foot)).toEqual([
    issue,
    issue,
    issue,
  ]);
});

describe('refused rows to be mended', () => {
  const of = (text: string, delimiter: string | null = ';') =>
    correction.lines([{ text, reasons: 'Name fehlt.', remedies: 'Bitte angeben.' }], delimiter);
  test('carry the heading as it was written and two columns more, in the delimiter of the file', () => {
    expect(correction.head({ headerText: 'Kunde|"Rech|nung"', delimiter: '|' })).toBe(
      '\uFEFFKunde|"Rech|nung"|"Fehler (Mahnwerk)"|"Abhilfe (Mahnwerk)"\r\n',
    );
  });
  test.each(['a;b;;', 'a;"b;""c""";d', 'a;"zwei\nZeilen";c', ' a ;-15,00;+49 151 10000001'])(
    '%j stays to the letter',
    (text) => {
      expect(of(text)).toBe(`${text};"Name fehlt.";"Bitte angeben."\r\n`);
    },
  );
  test('only a row with a formula is written anew, and reads as before but for the apostrophe', () => {
    expect(of('a;=1+1;"b;c"')).toBe('a;"\'=1+1";"b;c";"Name fehlt.";"Bitte angeben."\r\n');
    expect(of('a\t@x\tb', '\t')).toBe('a\t"\'@x"\tb\t"Name fehlt."\t"Bitte angeben."\r\n');
  });
});

describe('the correction file says what was there', () => {
  const HEAD = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag';
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  /** A cell as it is read, and as it is read again from the correction file. */
  const there = async (cell: string) => {
    const { rows, ...list } = await readWhole(Buffer.from(`${HEAD}\n${quoted(cell)};b;c;d\n`));
    const lines = correction.lines(
      rows.map(({ text }) => ({ text, reasons: '', remedies: '' })),
      list.delimiter,
    );
    const again = await readWhole(Buffer.from(`${correction.head({ headerText: HEAD, delimiter: ';' })}${lines}`));
    return [rows, again.rows].map(([first]) => plain(first?.cells.customerNumber ?? ''));
  };
  test("a refused „\\tR6“ came back as „' R6“", async () => {
    expect(await there('\tR6')).toEqual(['R6', 'R6']);
  });
  test('whatever stands in a cell', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'=+-@\'\t";R6 ＝(0'), minLength: 1, maxLength: 6 }),
        async (text) => {
          const [before, after] = await there(text);
          expect(after).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
