import { bytesOf, newDocument } from '../../../adapters/pdf/sheet.ts';
import { drawTable, type Column, type Row } from '../../../adapters/pdf/table.ts';
import { day } from '../../../domain/calendar.ts';
import { outside, overlapping } from '../../support/pages.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Was', share: 70 },
  { title: 'Betrag', share: 30, align: 'right' },
];
/** The pages on which a table stands. */
const drawn = async (rows: readonly Row[], columns = COLUMNS) => {
  const doc = newDocument('Tabelle', 'Mahnwerk', day('2026-03-02'));
  doc.addPage();
  drawTable(doc, columns, rows, 9);
  return pdfPages(await bytesOf(doc));
};
const textsOf = ({ pieces }: Awaited<ReturnType<typeof drawn>>[number]): string[] => pieces.map(({ text }) => text);
const row = (n: number): Row => ({ cells: [`Zeile ${n}`, `${n},00`], note: `Begründung ${n}` });
const sums: readonly Row[] = [{ cells: ['Summe', '5,00'], bold: true, above: 'rule' }, { cells: ['davon', '1,00'] }];

test('every row stands there once, with its note; the head stands on every page', async () => {
  const pages = await drawn(Array.from({ length: 80 }, (_, n) => row(n)));
  expect(pages.length).toBeGreaterThan(1);
  const all = pages.flatMap(textsOf);
  for (let n = 0; n < 80; n += 1)
    expect(all.filter((text) => text === `Zeile ${n}` || text === `Begründung ${n}`)).toHaveLength(2);
  for (const page of pages) expect(textsOf(page)).toEqual(expect.arrayContaining(['Was', 'Betrag']));
  expect(pages.flatMap(outside)).toEqual([]);
  expect(pages.flatMap(overlapping)).toEqual([]);
});
test('the sums had stood alone on a new page: they stay together, and with the row they close', async () => {
  for (let n = 20; n < 50; n += 1) {
    const pages = (await drawn([...Array.from({ length: n }, (_, i) => row(i)), ...sums])).map(textsOf);
    const page = pages.find((texts) => texts.includes('Summe'));
    expect(page).toEqual(expect.arrayContaining([`Zeile ${n - 1}`, 'davon']));
  }
});
test('columns without a title have no head', async () => {
  const [page] = await drawn(
    [row(1)],
    [
      { title: '', share: 70 },
      { title: '', share: 30, align: 'right' },
    ],
  );
  expect(page && textsOf(page)).toEqual(['Zeile 1', '1,00', 'Begründung 1']);
});
test('amounts end at one place', async () => {
  const [page] = await drawn([{ cells: ['a', '1,00'] }, { cells: ['b', '1.234.567,00'] }]);
  const ends = page?.pieces.filter(({ text }) => text.endsWith(',00')).map(({ right }) => Math.round(right));
  expect(new Set(ends).size).toBe(1);
});
