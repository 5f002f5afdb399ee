import { readWhole } from '../../../support/lists.ts';
import { list, HEADER, row, read } from './a-list.ts';

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
