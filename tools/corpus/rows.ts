import { csv, HEAD, line, lines, type Case } from './case.ts';

const remark = (name: string, tests: string, text: string): Case =>
  csv(`rows/${name}`, tests, lines(HEAD, line(1, text), line(2)), { cells: { remark: text } });
const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://example.com","x")'.replaceAll('"', "'"),
  '+1+cmd|x',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
];

export const rows: readonly Case[] = [
  ...FORMULAS.map((formula, i) => remark(`formula-${i + 1}`, `a cell a spreadsheet would run: ${formula}`, formula)),
  csv('rows/too-few', 'a row with too few cells', lines(HEAD, 'K-1;RE-1;05.01.2026', line(2)), { faults: [1] }),
  csv('rows/too-many', 'a row with a cell too many', lines(HEAD, `${line(1)};x`, line(2)), { faults: [1] }),
  csv('rows/one-too-few', 'a row whose last, blank cell is missing', lines(HEAD, line(1).replace(/;$/, ''), line(2)), {
    faults: [1],
  }),
  csv(
    'rows/surplus-blank',
    'blank cells too many at the end of every row',
    lines(HEAD, `${line(1)};;`, `${line(2)}; ; `),
    {},
  ),
  csv(
    'rows/surplus-blank-once',
    'a blank cell too many in one row only: something has slipped',
    lines(HEAD, line(1), line(2).replace('Käthe', 'Käthe;'), line(3)),
    { rows: 3, faults: [2] },
  ),
  csv(
    'rows/unquoted-decimal-comma',
    'amounts with unquoted commas in a list cut by commas: the rest has slipped',
    lines(
      HEAD.replaceAll(';', ','),
      line(1).replaceAll(';', ','),
      line(2).replace('29,90', '29.90').replaceAll(';', ','),
    ),
    { delimiter: ',', faults: [1] },
  ),
  csv('rows/sum', 'a sum at the end: it has too few cells', lines(HEAD, line(1), line(2), 'Summe;;;49,80'), {
    rows: 3,
    faults: [3],
  }),
  csv(
    'rows/sum-wide',
    'a sum in a row of full width is a row; its check will refuse it',
    lines(HEAD, line(1), line(2), 'Summe;;;49,80;;;;;'),
    { rows: 3 },
  ),
  csv(
    'rows/footer',
    'a note at the end',
    lines(HEAD, line(1), line(2), '', 'Erstellt am 01.02.2026 von der Buchhaltung'),
    { lines: [2, 3, 5], faults: [3] },
  ),
  csv('rows/dashes', 'a line of dashes', lines(HEAD, line(1), '---------------------', line(2)), {
    rows: 3,
    faults: [2],
  }),
  csv('rows/blank', 'blank lines between rows', lines(HEAD, '', line(1), '', '', line(2), ''), { lines: [3, 6] }),
  csv(
    'rows/blank-delimiters',
    'rows of nothing but delimiters',
    lines(HEAD, ';;;;;;;;', line(1), ';;', line(2), ';;;;;;;;;;;;'),
    { lines: [3, 5] },
  ),
  csv(
    'rows/blank-quoted',
    'rows of nothing but empty quoted cells',
    lines(HEAD, '"";"";"";"";"";"";"";"";""', line(1), '"";""', line(2)),
    { lines: [3, 5] },
  ),
  csv(
    'rows/blank-white',
    'rows of blanks, tabs and no-break spaces',
    lines(HEAD, '   ', line(1), '\t;\u00a0; ', line(2)),
    { lines: [3, 5] },
  ),
  csv('rows/one', 'one row only', lines(HEAD, line(1)), { rows: 1 }),
  csv(
    'rows/same-twice',
    'the same row twice: that is for the check, not for the reader',
    lines(HEAD, line(1), line(1)),
    {},
  ),
  csv(
    'rows/thousand',
    'a thousand rows, more than one batch',
    lines(HEAD, ...Array.from({ length: 1_000 }, (_, i) => line(i + 1))),
    { rows: 1_000 },
  ),
  csv('rows/batch', 'exactly one batch of rows', lines(HEAD, ...Array.from({ length: 500 }, (_, i) => line(i + 1))), {
    rows: 500,
  }),
  remark('long-cell', 'a cell of 30,000 characters', 'x'.repeat(30_000)),
  csv('rows/longest-record', 'a row of just under 64 KB', lines(HEAD, line(1, 'x'.repeat(65_400)), line(2)), {}),
  csv('rows/too-long-record', 'a row of more than 64 KB', lines(HEAD, line(1), line(2, 'x'.repeat(66_000))), {
    refused: 'file.record-too-long',
  }),
  csv('rows/too-long-quoted', 'a quoted cell of more than 64 KB', lines(HEAD, line(1, `"${'x y '.repeat(17_000)}"`)), {
    refused: 'file.record-too-long',
  }),
  csv(
    'rows/too-long-many-lines',
    'a quoted cell of thousands of lines',
    lines(HEAD, line(1, `"${'x\r\n'.repeat(22_000)}"`)),
    { refused: 'file.record-too-long' },
  ),
  csv(
    'rows/ten-thousand-cells',
    'a row of ten thousand cells is one fault',
    lines(HEAD, `${line(1)}${';x'.repeat(10_000)}`, line(2)),
    { faults: [1] },
  ),
  remark('emoji', 'emoji, with skin tone and joined', '👍🏽 👨‍👩‍👧 🇩🇪'),
  remark('right-to-left', 'Arabic and Hebrew', 'مرحبا שלום'),
  remark('override', 'a character that turns the reading direction', 'abc\u202Exslx.exe'),
  remark('zero-width', 'zero width characters', 'a\u200bb\u200cc\ufeffd'),
  remark('combining', 'umlauts as letter and dots (NFD), as macOS writes them', 'Mu\u0308ller Gro\u0308ße'),
  remark('no-break', 'no-break and thin spaces in an amount', '1\u00a0234,56 1\u202f234,56'),
  remark('soft-hyphen', 'soft hyphens', 'Mahn\u00adwerk'),
  remark('controls', 'control characters', 'a\u0001b\u001bc\u007f'),
  remark('tab', 'a tab in a cell of a list cut by semicolons', 'a\tb'),
  remark('markup', 'markup', '<script>alert(1)</script> & <b>'),
  remark('sql', 'what would be a command elsewhere', "'); DROP TABLE akten".replace(';', ',')),
  remark('template', 'braces and dollars', '${jndi:ldap://example.com} {{7*7}} %s %n'),
  remark('turkish', 'Turkish letters', 'Ayşe İpek ığŞ'),
  remark('polish', 'Polish letters', 'Łódź Wałęsa'),
  remark('cyrillic', 'Cyrillic letters', 'Анна'),
  remark('outside-the-plane', 'characters beyond 16 bits', '𝔐𝔞𝔥𝔫𝔴𝔢𝔯𝔨'),
  remark('blanks', 'blanks around text are kept for the check', '  a  '),
  csv('rows/json-in-a-cell', 'JSON in a quoted cell', lines(HEAD, line(1, '"{""a"": [1; 2]}"'), line(2)), {
    cells: { remark: '{"a": [1; 2]}' },
  }),
  csv(
    'rows/leading-zeros',
    'leading zeros are kept',
    lines(HEAD, '000123;000456;05.01.2026;1,00;Max Entwurf;Beispielallee 1;01067;Dresden;'),
    { rows: 1, cells: { customerNumber: '000123', invoiceNumber: '000456', postalCode: '01067' } },
  ),
  csv(
    'rows/scientific',
    'a number Excel has ruined stays as it is',
    lines(HEAD, '1,23E+11;RE-1;05.01.2026;1,00;Max Entwurf;Beispielallee 1;01067;Dresden;'),
    { rows: 1, cells: { customerNumber: '1,23E+11' } },
  ),
  csv(
    'rows/text-markers',
    'Excel\'s ="01067" to keep zeros',
    lines(HEAD, 'K-1;RE-1;05.01.2026;1,00;Max Entwurf;Beispielallee 1;="01067";Dresden;'),
    { rows: 1, cells: { postalCode: '="01067"' } },
  ),
];
