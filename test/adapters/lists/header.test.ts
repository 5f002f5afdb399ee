import { readWhole } from '../../support/lists.ts';
import { list, HEADER, row } from './csv/a-list.ts';

test('an unknown column is named, once, and what stands in it is not read', async () => {
  const { rows, headings } = await readWhole(list(`${HEADER};Fälligkiet`, `${row(1)};x`, `${row(2)};x`));
  expect(rows.map((r) => r.notes?.map((n) => n.message))).toEqual([
    ['Die Spalte „Fälligkiet“ ist nicht bekannt; ihr Inhalt wurde nicht gelesen.'],
    undefined,
  ]);
  expect([Object.values(headings).join(';'), Object.values(rows[0]?.cells ?? {}).join('')]).toEqual([
    HEADER,
    row(1).replaceAll(';', ''),
  ]);
});
