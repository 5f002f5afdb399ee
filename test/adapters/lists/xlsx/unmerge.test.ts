import { workbook, type Cell } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, DATE } from './a-workbook.ts';

describe('merged cells', () => {
  const read = async (merges: readonly string[], ...rows: Cell[][]) =>
    (await readWhole(workbook([{ name: 'A', rows: [HEADER, ...rows], merges }]))).rows;
  test('from top to bottom belong to each of their rows: „Kundennummer fehlt“ was wrong', async () => {
    const rows = await read(['A2:A4', 'E2:E4', 'F2:F4'], row(1), [null, 'RE-2', DATE, 40], [null, 'RE-3', DATE, 50]);
    expect(rows.map(({ cells }) => [cells.customerNumber, cells.name, cells.postalCode, cells.amount])).toEqual([
      ['K-1', 'Probe 1', '01067', '129,90'],
      ['K-1', 'Probe 1', '01067', '40'],
      ['K-1', 'Probe 1', '01067', '50'],
    ]);
  });
  test('with one amount for two invoices refuse both by name, instead of demanding it twice', async () => {
    const rows = await read(['D2:D3'], row(1), ['K-1', 'RE-2', DATE, null]);
    const fault = 'Die Zellen D2:D3 sind verbunden; was davon zu welcher Zeile gehört, ist nicht zu sehen.';
    expect(rows).toMatchObject([{ fault }, { fault }]);
  });
  test('across two columns of ours refuse the row by name', async () => {
    expect((await read(['A2:B2'], row(1)))[0]?.fault).toBe(
      'Die Zellen A2:B2 sind verbunden; was davon zu welcher Spalte gehört, ist nicht zu sehen.',
    );
  });
  test('make no row of one that has nothing of its own', async () => {
    const merges = ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => `${column}2:${column}3`);
    expect(await read(merges, row(1), [null, null, null, null, null, null, ''])).toHaveLength(1);
  });
});
