import { readWhole } from '../../support/lists.ts';
import { HEADER, row } from './csv/a-list.ts';

test('however the bytes arrive, the list is the same', async () => {
  const bytes = Buffer.from(
    `${HEADER}\r\n${row(1, '"Über; ""🙂""\r\nÄ"')}\r\n${row(2, 'ß')}\r\n\r\n${row(3, '"')}\r\n${row(4)}`,
  );
  const whole = await readWhole(bytes);
  expect(whole.rows.map((r) => r.line)).toEqual([2, 4, 6, 7]);
  for (const size of [1, 2, 3, 5, 7, 64, 65, 100]) expect(await readWhole(bytes, size)).toEqual(whole);
});

test('pieces of 64 KiB never cut a character, a CR LF or a quoted cell: every place of the border is tried', async () => {
  const tail = `\r\n${row(2, '"ü;""\r\n🙂ß"')}\r\n${row(3, 'Ä')}\r\n`;
  for (let shift = 0; shift < Buffer.byteLength(tail) + 2; shift++) {
    const rowsBefore = Array.from({ length: 1_000 }, (_, i) =>
      row(i, 'Füllung für ein Stück, dessen Grenze genau dort liegt, wo sie stört'),
    ).join('\r\n');
    const before = Buffer.from(`${HEADER}\r\n${rowsBefore}`).subarray(0, 65_000);
    const pad = Buffer.from(`\r\n${row(0)}`.padEnd(65_536 - shift - before.length, 'x'));
    const { rows } = await readWhole(Buffer.concat([before, pad, Buffer.from(tail)]), 10_000);
    expect(rows.slice(-2).map((r) => r.cells.remark)).toEqual(['ü;"\n🙂ß', 'Ä']);
  }
});
