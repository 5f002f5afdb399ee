import { Readable } from 'node:stream';
import { readMerges } from '../../../../adapters/lists/xlsx/merges.ts';

const read = (...chunks: string[]) => readMerges(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
const merge = (ref: string): string => `<mergeCell ref="${ref}"/>`;

test('merged cells are read from the top, by rows from 1 and columns from 0', async () => {
  expect(await read(`<sheetData/><mergeCells>${merge('C5:D5')}${merge('B2:B3')}</mergeCells>`)).toEqual([
    { name: 'B2:B3', top: 2, bottom: 3, left: 1, right: 1 },
    { name: 'C5:D5', top: 5, bottom: 5, left: 2, right: 3 },
  ]);
});
test('also with a prefix, and where a chunk ends in the middle of one', async () => {
  const text = `<x:mergeCells><x:mergeCell ref="A2:A4"/></x:mergeCells>`;
  for (let cut = 1; cut < text.length; cut += 1)
    expect((await read(text.slice(0, cut), text.slice(cut))).map(({ name }) => name)).toEqual(['A2:A4']);
});
test('a sheet of merges without end is too large', async () => {
  const many = Array.from({ length: 100_001 }, (_, n) => merge(`A${n + 1}:B${n + 1}`)).join('');
  await expect(read(many)).rejects.toMatchObject({ code: 'file.too-large' });
});
