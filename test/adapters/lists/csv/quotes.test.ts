import { readWhole } from '../../../support/lists.ts';
import { list, HEADER, row, read, refusal, endless, drain } from './a-list.ts';

test('quoted cells may hold delimiters, quotation marks and line breaks; the next row still knows its line; the text is as it was written', async () => {
  const { rows } = await readWhole(
    Buffer.from(`${HEADER}\r\n${row(1, '"Ware; ""neu""\r\nnachgeliefert"')}\r\n${row(2)}`),
  );
  expect(rows[0]).toMatchObject({
    text: row(1, '"Ware; ""neu""\r\nnachgeliefert"'),
    cells: { remark: 'Ware; "neu"\nnachgeliefert' },
  });
  expect(rows[1]).toMatchObject({ row: 2, line: 4, text: row(2) });
});

test.each<[string, string]>([
  ['is not closed', row(1, '"offen')],
  ['stands in the middle', row(1, '"neu" Ware')],
  ["is closed only by a later row's", row(1, '"x')],
])('a quotation mark that %s spoils its own row only: no later claim disappears', async (_, broken) => {
  expect(await read(list(HEADER, broken, row(2), row(3, '"y"'), row(4)))).toEqual([
    [1, 2, 'fault'],
    [2, 3, 'Probe 2'],
    [3, 4, 'Probe 3'],
    [4, 5, 'Probe 4'],
  ]);
});

test('not even where the later mark makes the quotation look well-formed', async () => {
  expect(await read(list(HEADER, row(1, '"x'), `${row(2, 'y"')}`, row(3)))).toEqual([
    [1, 2, 'fault'],
    [2, 3, 'Probe 2'],
    [3, 4, 'Probe 3'],
  ]);
});

test('a quotation mark that stays open spoils its own row, too, where a few thousand rows follow', async () => {
  const rows = await read(list(HEADER, row(1, '"offen'), ...Array.from({ length: 5_000 }, (_, i) => row(i + 2))));
  expect([rows.length, rows[0], rows.at(-1)]).toEqual([5_001, [1, 2, 'fault'], [5_001, 5_002, 'Probe 5001']]);
});

test('in a file that goes on for more than 1 MB the file is refused instead, and not read on', async () => {
  const source = endless(`${HEADER}\n${row(1, '"offen')}\n`, `${row(2)}\n`);
  await expect(drain(source.bytes())).rejects.toEqual(refusal('file.quotes', 'In Zeile 2'));
  expect(source).toMatchObject({ closed: true });
  expect(source.given).toBeLessThan(2_000_000);
});

test('a file in which nearly every row is broken is refused in good time', async () => {
  await expect(readWhole(list(HEADER, ...Array.from({ length: 5_000 }, (_, i) => row(i, '"x'))))).rejects.toEqual(
    refusal('file.quotes'),
  );
});
