import { workbook } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, one } from './a-workbook.ts';

test('a row nobody sees is refused by name: a filter hides what was paid', async () => {
  const { rows } = await readWhole(workbook([{ name: 'A', rows: [HEADER, row(1), row(2)], hiddenRows: [3] }]));
  expect(rows).toMatchObject([{ row: 1 }, { fault: 'Die Zeile 3 ist in der Tabelle ausgeblendet.', isSheet: true }]);
});

test('the first visible sheet with our header counts; a title may stand above it', async () => {
  const rows = [['Offene Posten'], [], HEADER, row(1)];
  const list = await readWhole(
    workbook([
      { name: 'Deckblatt', rows: [['Guten Tag']] },
      { name: 'Alt', state: 'hidden', rows: [HEADER, row(9)] },
      { name: 'Liste', rows },
      { name: 'Zweite', rows: [HEADER, row(8)] },
    ]),
  );
  expect(list.rows).toMatchObject([
    { line: 4, cells: { name: 'Probe 1' }, notes: [{ code: 'file.lines-above-header' }] },
  ]);
});

test('what stands to the right of the table does not count', async () => {
  expect((await readWhole(one(row(1, null, null, null, 'Summe', 3)))).rows[0]).toMatchObject({
    cells: { name: 'Probe 1' },
    text: 'K-1;RE-1;31.03.2026;129,90;Probe 1;01067;',
  });
});

test('however the bytes arrive, the rows are the same; a thousand of them come in batches', async () => {
  const bytes = one(...Array.from({ length: 3_000 }, (_, i) => row(i)));
  const whole = await readWhole(bytes);
  expect(whole.rows).toHaveLength(3_000);
  expect(await readWhole(bytes, 1_000)).toEqual(whole);
});
