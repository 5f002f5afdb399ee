import { readList } from '../../../adapters/csv/read.ts';

const HEADER = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Name;Bemerkung';
const row = (n: number, remark = ''): string => `K-${n};RE-${n};05.01.2026;1,00;Probe ${n};${remark}`;
const list = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));
const read = (bytes: Uint8Array) => readList(bytes).rows.map((r) => [r.row, r.line, r.fault ? 'fault' : r.cells.name]);
const inWindows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([';', ',', '\t', '|'])('the delimiter „%s“ is recognised', (delimiter) => {
  const bytes = Buffer.from(`${HEADER}\r\n${row(1).replace('1,00', '1')}\r\n`.replaceAll(';', delimiter));
  expect(readList(bytes)).toMatchObject({ delimiter, encoding: 'utf-8', unknown: [], rows: [{ row: 1, line: 2, cells: { customerNumber: 'K-1', name: 'Probe 1' } }] });
});

test.each(['\n', '\r\n', '\r'])('lines may end in %j, rows count from 1, blank rows do not count but lines do', (eol) => {
  expect(read(Buffer.from([HEADER, row(1), '', ';;;;;', row(2), ''].join(eol)))).toEqual([[1, 2, 'Probe 1'], [2, 5, 'Probe 2']]);
});
test('line ends may be mixed', () => { expect(read(Buffer.from(`${HEADER}\r\n${row(1)}\n${row(2)}\n${row(3)}\r\n`))).toEqual([[1, 2, 'Probe 1'], [2, 3, 'Probe 2'], [3, 4, 'Probe 3']]); });
test('Excel\'s sep= line and blank lines may stand before the header', () => { expect(read(list('sep=;', '', HEADER, row(1)))).toEqual([[1, 4, 'Probe 1']]); });

test('umlauts in header and cells survive Windows-1252', () => {
  const { encoding, rows } = readList(inWindows1252('Kundennummer;Rechnungsnummer;Rechnungsdatum;Höhe der Hauptforderung;Name;Straße\r\nK;R;05.01.2026;1,00;Jürgen Größinger;Übungsweg 1'));
  expect([encoding, rows[0]?.cells.name, rows[0]?.cells.street]).toEqual(['windows-1252', 'Jürgen Größinger', 'Übungsweg 1']);
});

test('quoted cells may hold delimiters, quotation marks and line breaks; the next row still knows its line', () => {
  const { rows } = readList(list(HEADER, row(1, '"Ware; ""neu""\nnachgeliefert"'), row(2)));
  expect(rows[0]?.cells.remark).toBe('Ware; "neu"\nnachgeliefert');
  expect(rows[1]).toMatchObject({ row: 2, line: 4 });
});

test.each<[string, string]>([
  ['is not closed', row(1, '"offen')], ['stands in the middle', row(1, '"neu" Ware')], ['is closed only by a later row\'s', row(1, '"x')],
])('a quotation mark that %s spoils its own row only: no later claim disappears', (_, broken) => {
  expect(read(list(HEADER, broken, row(2), row(3, '"y"'), row(4)))).toEqual([[1, 2, 'fault'], [2, 3, 'Probe 2'], [3, 4, 'Probe 3'], [4, 5, 'Probe 4']]);
});
test('not even where the later mark makes the quotation look well-formed', () => {
  expect(read(list(HEADER, row(1, '"x'), `${row(2, 'y"')}`, row(3)))).toEqual([[1, 2, 'fault'], [2, 3, 'Probe 2'], [3, 4, 'Probe 3']]);
});
test('a file in which nearly every row is broken is refused in good time', () => {
  expect(() => readList(list(HEADER, ...Array.from({ length: 5_000 }, (_, i) => row(i, '"x'))))).toThrow(expect.objectContaining({ code: 'file.quotes' }));
});

test.each([['too few', 'K-1;RE-1;05.01.2026', 3], ['too many', `${row(1)};x`, 7]])('%s cells are a fault of the row', (_, line, n) => {
  expect(readList(list(HEADER, line, row(2))).rows).toMatchObject([{ row: 1, line: 2, fault: `Die Zeile hat ${n} statt 6 Felder.` }, { row: 2, line: 3 }]);
});

test('an unknown column is named, once, and what stands in it is not read', () => {
  const { rows, unknown } = readList(list(`${HEADER};Fälligkiet`, `${row(1)};x`, `${row(2)};x`));
  expect(unknown).toEqual(['Fälligkiet']);
  expect(rows.map((r) => r.notes?.map((n) => n.message))).toEqual([['Die Spalte „Fälligkiet“ ist nicht bekannt; ihr Inhalt wurde nicht gelesen.'], undefined]);
});

test.each<[string, Uint8Array, string, string]>([
  ['empty', Buffer.from(''), 'file.empty', 'leer'], ['blank', Buffer.from(' \r\n\r\n'), 'file.empty', 'leer'], ['only sep=', Buffer.from('sep=;\n'), 'file.header-missing', 'keine'],
  ['without required columns', list('Kundennummer;Betrag', '1;2'), 'file.header-missing', 'fehlen die Spalten: Rechnungsnummer, Rechnungsdatum. Gefunden wurden: Kundennummer, Betrag.'],
  ['without a header', list(row(1)), 'file.header-missing', 'Kundennummer'], ['doubled in a column, by a synonym', list(`${HEADER};KdNr`, `${row(1)};x`), 'file.duplicate-column', '„KdNr“'],
  ['nothing but a header', list(HEADER), 'file.no-rows', 'nur die Kopfzeile'], ['broken in the header', list(`"${HEADER}`, row(1)), 'file.quotes', 'Kopfzeile'],
  ['one endless row', list(HEADER, row(1, 'x'.repeat(70_000))), 'file.record-too-long', 'Zeile 2'], ['JSON', Buffer.from('{"a": 1}'), 'file.header-missing', 'Kundennummer'],
])('a file that is %s is refused as a whole, in German', (_, bytes, code, words) => {
  expect(() => readList(bytes)).toThrow(expect.objectContaining({ name: 'Rejected', code, message: expect.stringContaining(words) }));
});
test('a refusal stays short enough for a mail, whatever the file', () => {
  try { readList(Buffer.from('x'.repeat(1_000_000))); } catch (error) { expect((error as Error).message.length).toBeLessThan(300); }
  expect.assertions(1);
});
test('20,000 rows are read in a moment', () => { expect(readList(list(HEADER, ...Array.from({ length: 20_000 }, (_, i) => row(i)))).rows).toHaveLength(20_000); });
