import { workbook, type Cell } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, DATE, amount, one } from './a-workbook.ts';

test.each<[Cell, string]>([
  [129.9, '129,90'],
  [129.90000000000001, '129,90'],
  [1500, '1500'],
  [0.1 + 0.2, '0,30'],
  [-5, '-5'],
  [0, '0'],
  [0.0000001, '0,0000001'],
  [1234567.89, '1234567,89'],
  [129.905, '129,905'],
  ['1.234,56', '1.234,56'],
  [1e15, '1000000000000000'],
  [{ number: 12.5, style: 2 }, '12,50'],
  [{ xml: '<c t="str"><f>A1&amp;B1</f><v>12,50</v></c>' }, '12,50'],
  [{ xml: '<c><f>SUM(A1:A2)</f><v>12.5</v></c>' }, '12,50'],
  [{ xml: '<c t="inlineStr"><is><t>1</t><r><t>2</t></r><rPh><t>x</t></rPh></is></c>' }, '12'],
  [true, 'WAHR'],
  [false, 'FALSCH'],
  [{ number: 44_927, style: 1 }, '01.01.2023'],
  [{ number: 44_927.75, style: 4 }, '01.01.2023'],
  [{ number: 0.5, style: 5 }, '12:00'],
  [{ number: 7, style: 3 }, '7,00'],
  [{ xml: '<c t="d"><v>2026-03-31T00:00:00Z</v></c>' }, '31.03.2026'],
  [{ number: 59, style: 1 }, '28.02.1900'],
  [{ number: 61, style: 1 }, '01.03.1900'],
  ['a_x000D_b', 'a\rb'],
  ['Ä & <ö>', 'Ä & <ö>'],
])('%j is read as %j', async (cell, text) => {
  expect(await amount(cell)).toBe(text);
});

test('two numbers of sixteen digits became one customer; the row names the reason', async () => {
  const of = (customer: Cell, invoice: Cell): Cell[] => [customer, invoice, DATE, 10.5];
  const rows = [of(1234567890123456, 'RE-1'), of(1234567890123457, 'RE-2'), of('K', { number: 2 ** 60, style: 6 })];
  const many = [...rows, of(123456789012345, 'RE-4'), of('1234567890123456', 'RE-5')];
  const read = await readWhole(workbook([{ name: 'A', rows: [HEADER, ...many] }], { formats: ['0'] }));
  const cut = 'eine Zahl mit mehr als fünfzehn Ziffern, von denen Excel nur fünfzehn behält';
  expect(read.rows.map(({ fault }) => fault?.split(';')[0])).toEqual([
    `In Zelle A2 steht ${cut}`,
    `In Zelle A3 steht ${cut}`,
    `In Zelle B4 steht ${cut}`,
    undefined,
    undefined,
  ]);
  expect(read.rows.slice(3).map(({ cells }) => cells.customerNumber)).toEqual(['123456789012345', '1234567890123456']);
});

test.each<[string, Cell, string]>([
  ['an error', { xml: '<c t="e"><v>#REF!</v></c>' }, 'In Zelle D2 steht der Excel-Fehler #REF!.'],
  [
    'a formula nobody has calculated',
    { xml: '<c><f>SUM(A1:A2)</f></c>' },
    'In Zelle D2 steht eine Formel, die noch nicht berechnet wurde.',
  ],
])('%s in a cell is a fault of its row', async (_, cell, fault) => {
  expect((await readWhole(one(['K', 'R', DATE, cell], row(2)))).rows).toMatchObject([{ fault }, { row: 2, line: 3 }]);
});

test('an error in a column that is not ours is not', async () => {
  expect((await readWhole(one(row(1, '', { xml: '<c t="e"><v>#N/A</v></c>' })))).rows[0]).not.toHaveProperty('fault');
});
