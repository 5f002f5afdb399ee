import { lists } from '../../../adapters/lists/open-list.ts';
import { workbook } from '../../../tools/corpus/workbook-writer.ts';
import { inChunks } from '../../support/lists.ts';

const HEADER = ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag'];
const ROW = ['K-1', 'RE-1', '05.01.2026', '1,00'];
const csv = Buffer.from([HEADER, ROW].map((cells) => cells.join(';')).join('\n'));
const xlsx = workbook([{ name: 'A', rows: [HEADER, ROW] }]);

test('what a file is, its first bytes say: the same rows from either kind, however few bytes come at once', async () => {
  for (const [bytes, encoding] of [
    [csv, 'utf-8'],
    [xlsx, 'xlsx'],
  ] as const)
    for (const size of [1, 7, bytes.length]) {
      const list = await lists.open(inChunks(bytes, size));
      const invoices: unknown[] = [];
      for await (const batch of list.rows) invoices.push(...batch.map(({ cells }) => cells.invoiceNumber));
      expect([list.encoding, invoices]).toEqual([encoding, ['RE-1']]);
    }
});

test('a source that is refused is closed, whatever it is refused for', async () => {
  for (const start of ['%PDF-1.7', 'PK\u0003\u0004', 'Name;Betrag\n']) {
    let isClosed = false;
    const source = async function* () {
      try {
        yield Buffer.from(start.padEnd(70, ' '));
        for (let n = 0; n < 400; n += 1) yield Buffer.from('x'.repeat(65_536));
      } finally {
        isClosed = true;
      }
    };
    await expect(lists.open(source())).rejects.toMatchObject({ name: 'Rejected' });
    expect([start, isClosed]).toEqual([start, true]);
  }
});
