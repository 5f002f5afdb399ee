import { workbook, type Cell } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, DATE, one } from './a-workbook.ts';

test('a workbook is a list like any other: dates, amounts and postal codes as a German would write them, the rest as it stands', async () => {
  const list = await readWhole(one(row(1, ' Ware; "neu"\nnachgeliefert '), [], row(2)));
  expect(list).toMatchObject({
    encoding: 'xlsx',
    delimiter: null,
    headerText: HEADER.join(';'),
    headings: { amount: 'Betrag' },
  });
  expect(list.rows).toMatchObject([
    {
      row: 1,
      line: 2,
      text: 'K-1;RE-1;31.03.2026;129,90;Probe 1;01067;" Ware; ""neu""\nnachgeliefert "',
      cells: {
        customerNumber: 'K-1',
        invoiceDate: '31.03.2026',
        amount: '129,90',
        postalCode: '01067',
        remark: ' Ware; "neu"\nnachgeliefert ',
      },
    },
    { row: 2, line: 4, cells: { name: 'Probe 2', remark: '' } },
  ]);
});

test('a number is seen with its format: „RE-00017“ lost its „RE-“', async () => {
  const formats = ['"RE-"00000', '"K "0', '0%', '0'];
  const numbered: Cell[] = [{ number: 1, style: 7 }, { number: 17, style: 6 }, DATE, 129.9, 'Probe 1', 1067];
  const { rows } = await readWhole(workbook([{ name: 'A', rows: [HEADER, numbered] }], { formats }));
  expect(rows[0]?.cells).toMatchObject({ customerNumber: 'K 1', invoiceNumber: 'RE-00017', postalCode: '01067' });
});

test('12 % is no amount of 0,12 €; what a format rounds away is named', async () => {
  const formats = ['0%', '0'];
  const of = (cell: Cell): Cell[] => ['K-1', 'RE-1', DATE, cell];
  const { rows } = await readWhole(
    workbook([{ name: 'A', rows: [HEADER, of({ number: 0.12, style: 6 }), of({ number: 129.9, style: 7 })] }], {
      formats,
    }),
  );
  expect(rows).toMatchObject([
    { cells: { amount: '12%' } },
    { fault: 'In Zelle D3 steht gerundet 130, gespeichert ist aber 129,90.', isSheet: true },
  ]);
});

test('dates of a workbook that counts from 1904', async () => {
  expect(
    (await readWhole(workbook([{ name: 'A', rows: [HEADER, row(1)] }], { from1904: true }))).rows[0]?.cells.invoiceDate,
  ).toBe('01.04.2030');
});
