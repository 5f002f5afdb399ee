import fc from 'fast-check';
import { Scanner } from '../../../../adapters/lists/csv/scanner.ts';

/** All records of a text that comes in blocks of this size. */
const scan = (text: string, size: number): unknown[] => {
  const scanner = new Scanner(';', 1);
  const records: unknown[] = [];
  const take = (): void => {
    while (scanner.next()) {
      const { line, text: written, cells, count, fault } = scanner.record;
      records.push({ line, written, cells: cells.slice(0, count), ...(fault === undefined ? {} : { fault }) });
    }
  };
  for (let at = 0; at < text.length; at += size) {
    scanner.feed(text.slice(at, at + size), false);
    take();
  }
  scanner.feed('', true);
  take();
  return records;
};

test('a line end is counted once, wherever the border of two blocks lies', () => {
  for (let size = 1; size < 12; size++)
    expect(scan('a;b\r\nc;x;"d\r\ne"\r\n\rf', size)).toEqual([
      { line: 1, written: 'a;b', cells: ['a', 'b'] },
      { line: 2, written: 'c;x;"d\r\ne"', cells: ['c', 'x', 'd\ne'] },
      { line: 4, written: '', cells: [''] },
      { line: 5, written: 'f', cells: ['f'] },
    ]);
});
test('a mark that may be half of a doubled one, or closed by what is still to come, waits for it', () => {
  for (let size = 1; size < 12; size++)
    expect(scan('"a""b"  ;"c"\n"d" x\n"e', size)).toEqual([
      { line: 1, written: '"a""b"  ;"c"', cells: ['a"b', 'c'] },
      { line: 2, written: '"d" x', cells: ['"d" x'], fault: expect.any(String) },
      { line: 3, written: '"e', cells: ['"e'], fault: expect.any(String) },
    ]);
});
test('however a text is cut into blocks, its records are the same', () => {
  const soup = fc.string({
    unit: fc.constantFrom('a', ';;', '"', '""', '";"', ';', ' ', '\n', '\r', '\r\n', '"\r\n'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(soup, fc.integer({ min: 1, max: 9 }), (text, size) => {
      expect(scan(text, size)).toEqual(scan(text, text.length + 1));
    }),
    { numRuns: 3_000 },
  );
});
