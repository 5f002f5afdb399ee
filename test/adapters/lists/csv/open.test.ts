import { lists } from '../../../../adapters/lists/open-list.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, read, refusal, endless } from './a-list.ts';

const inWindows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

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

test('a source is closed, too, by a file that is refused at its first bytes and by a reader who stops', async () => {
  const pdf = endless('%PDF-1.7 and so on, for a long while, until it is long enough to be looked at', ' ');
  await expect(lists.open(pdf.bytes())).rejects.toEqual(refusal('file.not-csv'));
  const good = endless(`${HEADER}\n`, `${row(1)}\n`);
  for await (const _ of (await lists.open(good.bytes())).rows) break;
  expect([pdf.closed, good.closed]).toEqual([true, true]);
});
