import { readWhole } from '../../support/lists.ts';
import { list, HEADER, row, refusal, endless, drain } from './csv/a-list.ts';

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
