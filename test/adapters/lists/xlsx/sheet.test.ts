import { Readable } from 'node:stream';
import { sheetRows, type SheetRow } from '../../../../adapters/lists/xlsx/sheet.ts';
import { readWorkbook } from '../../../../adapters/lists/xlsx/workbook.ts';
import { openZip } from '../../../../adapters/lists/xlsx/zip.ts';
import { workbook } from '../../../../tools/corpus/workbook-writer.ts';
import { inChunks } from '../../../support/lists.ts';

/** The rows of a sheet that is written so. */
const rowsOf = async (rows: string): Promise<readonly SheetRow[]> => {
  const around = await readWorkbook(await openZip(inChunks(workbook([{ name: 'A', rows: [] }]))));
  const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const found: SheetRow[] = [];
  for await (const batch of sheetRows(Readable.from([Buffer.from(xml)]), around)) found.push(...batch);
  return found;
};
const textsIn = ({ cells }: SheetRow): readonly string[] => cells.map(({ text }) => text);
const inline = (text: string, r = ''): string => `<c${r && ` r="${r}"`} t="inlineStr"><is><t>${text}</t></is></c>`;

test('a cell stands where its reference says, one without behind the last; what is left out is blank', async () => {
  const [first, second] = await rowsOf(
    `<row r="3">${inline('a', 'B3')}${inline('b')}</row><row>${inline('c', 'A4')}</row>`,
  );
  expect([first?.line, first && textsIn(first)]).toEqual([3, ['', 'a', 'b']]);
  expect([second?.line, second && textsIn(second)]).toEqual([4, ['c']]);
});
test('a row without any text is none; one that nobody sees is told', async () => {
  const rows = await rowsOf(`<row r="1">${inline('')}</row><row r="2" hidden="1">${inline('x')}</row>`);
  expect(rows.map(({ line, isHidden }) => [line, isHidden])).toEqual([[2, true]]);
});
test('what stands behind the two hundredth column is not read, and told', async () => {
  const [row] = await rowsOf(`<row r="1">${inline('a', 'GR1')}${inline('b', 'GS1')}</row>`);
  expect([row?.cells.length, row?.tooWide]).toEqual([200, true]);
});
test('a row as long as no record may be refuses the file', async () => {
  const long = inline('x'.repeat(30_000));
  await expect(rowsOf(`<row r="7">${long}${long}${long}</row>`)).rejects.toMatchObject({
    code: 'file.record-too-long',
    message: expect.stringContaining('Zeile 7'),
  });
});
