import { lists } from '../../../../adapters/lists/open-list.ts';
import { readWhole } from '../../../support/lists.ts';

const HEADER = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Name;Bemerkung';
const row = (n: number, remark = ''): string => `K-${n};RE-${n};05.01.2026;1,00;Probe ${n};${remark}`;
const list = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));
const read = async (bytes: Uint8Array) =>
  (await readWhole(bytes)).rows.map((r) => [r.row, r.line, r.fault ? 'fault' : r.cells.name]);
const inWindows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');
const refusal = (code: string, words = '') =>
  expect.objectContaining({ name: 'Rejected', code, message: expect.stringContaining(words) });

test.each([';', ',', '\t', '|'])('the delimiter „%s“ is recognised', async (delimiter) => {
  const bytes = Buffer.from(`${HEADER}\r\n${row(1).replace('1,00', '1')}\r\n`.replaceAll(';', delimiter));
  const known = {
    delimiter,
    encoding: 'utf-8',
    headerText: HEADER.replaceAll(';', delimiter),
    rows: [{ row: 1, line: 2, cells: { customerNumber: 'K-1', name: 'Probe 1' } }],
  };
  expect(await readWhole(bytes)).toMatchObject(known);
});
test('a delimiter inside a quoted heading does not count', async () => {
  expect(
    await readWhole(list('"a,b,c,d,e,f,g";Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag', 'x;K;R;05.01.2026;1')),
  ).toMatchObject({ delimiter: ';', rows: [{ cells: { amount: '1' } }] });
});

test.each(['\n', '\r\n', '\r'])(
  'lines may end in %j, rows count from 1, blank rows do not count but lines do',
  async (eol) => {
    expect(await read(Buffer.from([HEADER, row(1), '', ';;;;;', row(2), ''].join(eol)))).toEqual([
      [1, 2, 'Probe 1'],
      [2, 5, 'Probe 2'],
    ]);
  },
);
test('line ends may be mixed', async () => {
  expect(await read(Buffer.from(`${HEADER}\r\n${row(1)}\n${row(2)}\r${row(3)}\r\n`))).toEqual([
    [1, 2, 'Probe 1'],
    [2, 3, 'Probe 2'],
    [3, 4, 'Probe 3'],
  ]);
});
test("Excel's sep= line and blank lines may stand before the header", async () => {
  expect(await read(list('sep=;', '', HEADER, row(1)))).toEqual([[1, 4, 'Probe 1']]);
});
test('what sep= says goes before what the header looks like, unless it does not cut the header', async () => {
  const columns = 'Kundennummer|Rechnungsnummer|Rechnungsdatum|Betrag|a;b;c;d;e;f;g';
  expect((await readWhole(list('sep=|', columns, 'K|R|05.01.2026|1|'))).delimiter).toBe('|');
  expect((await readWhole(list('sep=,', HEADER, row(1)))).delimiter).toBe(';');
});
test('a title may stand above the header; the first row says that it was not read', async () => {
  const { rows, headerText } = await readWhole(
    list('Offene Posten;;;;;', 'Stand 01.02.2026;;;;;', '', HEADER, row(1), row(2)),
  );
  expect([headerText, rows.map((r) => [r.line, r.notes?.map((n) => n.code)])]).toEqual([
    HEADER,
    [
      [5, ['file.lines-above-header']],
      [6, undefined],
    ],
  ]);
});

test('umlauts in header and cells survive Windows-1252', async () => {
  const { encoding, rows, headings } = await readWhole(
    inWindows1252(
      'Kundennummer;Rechnungsnummer;Rechnungsdatum;Höhe der Hauptforderung;Name;Straße\r\nK;R;05.01.2026;1,00;Jürgen Größinger;Übungsweg 1',
    ),
  );
  expect([encoding, headings.amount, rows[0]?.cells.name, rows[0]?.cells.street]).toEqual([
    'windows-1252',
    'Höhe der Hauptforderung',
    'Jürgen Größinger',
    'Übungsweg 1',
  ]);
});

test('quoted cells may hold delimiters, quotation marks and line breaks; the next row still knows its line; the text is as it was written', async () => {
  const { rows } = await readWhole(
    Buffer.from(`${HEADER}\r\n${row(1, '"Ware; ""neu""\r\nnachgeliefert"')}\r\n${row(2)}`),
  );
  expect(rows[0]).toMatchObject({
    text: row(1, '"Ware; ""neu""\r\nnachgeliefert"'),
    cells: { remark: 'Ware; "neu"\nnachgeliefert' },
  });
  expect(rows[1]).toMatchObject({ row: 2, line: 4, text: row(2) });
});

test.each<[string, string]>([
  ['is not closed', row(1, '"offen')],
  ['stands in the middle', row(1, '"neu" Ware')],
  ["is closed only by a later row's", row(1, '"x')],
])('a quotation mark that %s spoils its own row only: no later claim disappears', async (_, broken) => {
  expect(await read(list(HEADER, broken, row(2), row(3, '"y"'), row(4)))).toEqual([
    [1, 2, 'fault'],
    [2, 3, 'Probe 2'],
    [3, 4, 'Probe 3'],
    [4, 5, 'Probe 4'],
  ]);
});
test('not even where the later mark makes the quotation look well-formed', async () => {
  expect(await read(list(HEADER, row(1, '"x'), `${row(2, 'y"')}`, row(3)))).toEqual([
    [1, 2, 'fault'],
    [2, 3, 'Probe 2'],
    [3, 4, 'Probe 3'],
  ]);
});
test('a quotation mark that stays open spoils its own row, too, where a few thousand rows follow', async () => {
  const rows = await read(list(HEADER, row(1, '"offen'), ...Array.from({ length: 5_000 }, (_, i) => row(i + 2))));
  expect([rows.length, rows[0], rows.at(-1)]).toEqual([5_001, [1, 2, 'fault'], [5_001, 5_002, 'Probe 5001']]);
});
test('in a file that goes on for more than 1 MB the file is refused instead, and not read on', async () => {
  const source = endless(`${HEADER}\n${row(1, '"offen')}\n`, `${row(2)}\n`);
  await expect(drain(source.bytes())).rejects.toEqual(refusal('file.quotes', 'In Zeile 2'));
  expect(source).toMatchObject({ closed: true });
  expect(source.given).toBeLessThan(2_000_000);
});
test('a file in which nearly every row is broken is refused in good time', async () => {
  await expect(readWhole(list(HEADER, ...Array.from({ length: 5_000 }, (_, i) => row(i, '"x'))))).rejects.toEqual(
    refusal('file.quotes'),
  );
});

test.each([
  ['too few', 'K-1;RE-1;05.01.2026', 3],
  ['too many', `${row(1)};x`, 7],
])('%s cells are a fault of the row', async (_, line, n) => {
  expect((await readWhole(list(HEADER, line, row(2)))).rows).toMatchObject([
    { row: 1, line: 2, fault: `Die Zeile hat ${n} statt 6 Felder.`, text: line },
    { row: 2, line: 3 },
  ]);
});
test('delimiters too many at the end of the rows, or of the header, are no fault, as long as the rows agree', async () => {
  const good = [
    [1, 2, 'Probe 1'],
    [2, 3, 'Probe 2'],
  ];
  expect(await read(list(HEADER, `${row(1)};;`, `${row(2)};;`))).toEqual(good);
  expect(await read(list(HEADER, `${row(1)};;`, row(2)))).toEqual(good);
  expect(await read(list(`${HEADER};;`, row(1), `${row(2)};;`))).toEqual(good);
  expect(await read(list(`${HEADER};;`, row(1), `${row(2)};`))).toEqual([
    [1, 2, 'Probe 1'],
    [2, 3, 'fault'],
  ]);
});
test('a blank cell too many is no harmless one where a delimiter inside a cell has moved the rest', async () => {
  expect(await read(list(HEADER, row(1), row(2).replace('Probe', 'Probe; Sohn'), row(3)))).toEqual([
    [1, 2, 'Probe 1'],
    [2, 3, 'fault'],
    [3, 4, 'Probe 3'],
  ]);
  expect(
    await read(list(HEADER.replaceAll(';', ','), row(1).replaceAll(';', ','), row(2).replaceAll(';', ','))),
  ).toEqual([
    [1, 2, 'fault'],
    [2, 3, 'fault'],
  ]);
});

test('an unknown column is named, once, and what stands in it is not read', async () => {
  const { rows, headings } = await readWhole(list(`${HEADER};Fälligkiet`, `${row(1)};x`, `${row(2)};x`));
  expect(rows.map((r) => r.notes?.map((n) => n.message))).toEqual([
    ['Die Spalte „Fälligkiet“ ist nicht bekannt; ihr Inhalt wurde nicht gelesen.'],
    undefined,
  ]);
  expect([Object.values(headings).join(';'), Object.values(rows[0]?.cells ?? {}).join('')]).toEqual([
    HEADER,
    row(1).replaceAll(';', ''),
  ]);
});

const CELL = 'x'.repeat(70_000);
test.each<[string, Uint8Array, string, string]>([
  ['empty', Buffer.from(''), 'file.empty', 'leer'],
  ['blank', Buffer.from(' \r\n\r\n'), 'file.empty', 'leer'],
  ['only sep=', Buffer.from('sep=;\n'), 'file.header-missing', 'keine'],
  [
    'without required columns',
    list('Kundennummer;Betrag', '1;2'),
    'file.header-missing',
    'fehlen die Spalten: Rechnungsnummer, Rechnungsdatum. Gefunden wurden: Kundennummer, Betrag.',
  ],
  ['without a header', list(row(1)), 'file.header-missing', 'Kundennummer'],
  ['doubled in a column, by a synonym', list(`${HEADER};KdNr`, `${row(1)};x`), 'file.duplicate-column', '„KdNr“'],
  ['nothing but a header', list(HEADER), 'file.no-rows', 'nur die Kopfzeile'],
  ['broken in the header', list(`"${HEADER}`, row(1)), 'file.quotes', 'Kopfzeile'],
  ['one endless row', list(HEADER, row(1, CELL)), 'file.record-too-long', 'Zeile 2'],
  ['one endless quoted row', list(HEADER, row(1, `"${CELL}"`)), 'file.record-too-long', 'Zeile 2'],
  [
    'one endless row of many lines',
    list(HEADER, row(1, `"${'x\n'.repeat(40_000)}"`)),
    'file.record-too-long',
    'Zeile 2',
  ],
  ['JSON', Buffer.from('{"a": 1}'), 'file.header-missing', 'Kundennummer'],
  ['endless in its header', list(`${HEADER};${'x'.repeat(11_000)}`, row(1)), 'file.header-too-long', '10 KB'],
  ['more than 200 columns wide', list(`${HEADER}${';y'.repeat(200)}`, row(1)), 'file.too-many-columns', '200'],
  ['PDF', Buffer.from('%PDF-1.7 ...'), 'file.not-csv', 'PDF'],
  ['a web page', Buffer.from('<html><table>'), 'file.not-csv', 'HTML'],
  ['old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 'file.xls', '.xlsx'],
  ['gzip', Uint8Array.from([0x1f, 0x8b, 8]), 'file.not-csv', 'gzip'],
  ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'file.not-csv', 'Bild'],
  ['binary', Uint8Array.from([75, 0, 0, 59, 1, 2, 3]), 'file.not-csv', 'Binärdaten'],
  [
    'full of NULs later on',
    list(HEADER, ...Array.from({ length: 5_000 }, (_, i) => row(i)), '\0\0\0\0'),
    'file.not-csv',
    'Nullbytes',
  ],
])('a file that is %s is refused as a whole, in German', async (_, bytes, code, words) => {
  await expect(readWhole(bytes)).rejects.toEqual(refusal(code, words));
});
test('a refusal stays short enough for a mail, whatever the file', async () => {
  await expect(readWhole(Buffer.from('x'.repeat(1_000_000)))).rejects.toEqual(
    expect.objectContaining({ message: expect.not.stringMatching(/^[^]{300}/) }),
  );
});

/** A source that would go on for ever, and how much of it was taken. */
const endless = (start: string, more: string) => {
  const source = {
    given: 0,
    closed: false,
    async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        for (let next = start; ; next = more.repeat(Math.ceil(65_536 / more.length))) {
          const chunk = Buffer.from(next);
          source.given += chunk.length;
          yield chunk;
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
};
const drain = async (bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  let rows = 0;
  for await (const batch of (await lists.open(bytes)).rows) rows += batch.length;
  return rows;
};
test.each<[string, string, string, string]>([
  ['a cell without end', `${HEADER}\n${row(1, 'x')}`, 'x', 'file.record-too-long'],
  ['a quoted cell without end', `${HEADER}\n${row(1, '"x')}`, 'x', 'file.record-too-long'],
  ['a million columns', HEADER, ';y', 'file.too-many-columns'],
  ['a heading without end', HEADER, 'x', 'file.header-too-long'],
  ['only line breaks', '\n', '\n', 'file.header-missing'],
  ['doubled marks without end', `${HEADER}\n${row(1, '"')}`, '""', 'file.record-too-long'],
  ['marks on many lines', `${HEADER}\n${row(1, '"')}`, '""\n', 'file.quotes'],
  ['a ZIP that never ends', 'PK\u0003\u0004', 'x', 'file.too-large'],
])('%s: refused before 22 MB are read, and the source is closed', async (_, start, more, code) => {
  const source = endless(start, more);
  await expect(drain(source.bytes())).rejects.toEqual(refusal(code));
  expect(source).toMatchObject({ closed: true });
  expect(source.given).toBeLessThan(22_000_000);
});
test('more than a million rows are refused', async () => {
  await expect(drain(endless(`${HEADER}\n`, 'K;R;D;1;N;\n').bytes())).rejects.toEqual(
    refusal('file.too-many-rows', '1.000.000'),
  );
});
test('a source is closed, too, by a file that is refused at its first bytes and by a reader who stops', async () => {
  const pdf = endless('%PDF-1.7 and so on, for a long while, until it is long enough to be looked at', ' ');
  await expect(lists.open(pdf.bytes())).rejects.toEqual(refusal('file.not-csv'));
  const good = endless(`${HEADER}\n`, `${row(1)}\n`);
  for await (const _ of (await lists.open(good.bytes())).rows) break;
  expect([pdf.closed, good.closed]).toEqual([true, true]);
});

test('however the bytes arrive, the list is the same', async () => {
  const bytes = Buffer.from(
    `${HEADER}\r\n${row(1, '"Über; ""🙂""\r\nÄ"')}\r\n${row(2, 'ß')}\r\n\r\n${row(3, '"')}\r\n${row(4)}`,
  );
  const whole = await readWhole(bytes);
  expect(whole.rows.map((r) => r.line)).toEqual([2, 4, 6, 7]);
  for (const size of [1, 2, 3, 5, 7, 64, 65, 100]) expect(await readWhole(bytes, size)).toEqual(whole);
});
test('pieces of 64 KiB never cut a character, a CR LF or a quoted cell: every place of the border is tried', async () => {
  const tail = `\r\n${row(2, '"ü;""\r\n🙂ß"')}\r\n${row(3, 'Ä')}\r\n`;
  for (let shift = 0; shift < Buffer.byteLength(tail) + 2; shift++) {
    const rowsBefore = Array.from({ length: 1_000 }, (_, i) =>
      row(i, 'Füllung für ein Stück, dessen Grenze genau dort liegt, wo sie stört'),
    ).join('\r\n');
    const before = Buffer.from(`${HEADER}\r\n${rowsBefore}`).subarray(0, 65_000);
    const pad = Buffer.from(`\r\n${row(0)}`.padEnd(65_536 - shift - before.length, 'x'));
    const { rows } = await readWhole(Buffer.concat([before, pad, Buffer.from(tail)]), 10_000);
    expect(rows.slice(-2).map((r) => r.cells.remark)).toEqual(['ü;"\n🙂ß', 'Ä']);
  }
});
