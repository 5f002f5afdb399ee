import { readWhole } from '../../support/lists.ts';
import { list, HEADER, row, read } from './csv/a-list.ts';

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
