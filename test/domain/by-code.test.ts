import { byCode } from '../../domain/by-code.ts';

test('text stands by its code units, days by the calendar, and what is the same stays where it was', () => {
  expect(['b', 'ä', 'B', 'a'].toSorted(byCode)).toEqual(['B', 'a', 'b', 'ä']);
  expect(['2026-03-10', '2025-12-31', '2026-03-09'].toSorted(byCode)).toEqual([
    '2025-12-31',
    '2026-03-09',
    '2026-03-10',
  ]);
  expect(byCode('F1', 'F1')).toBe(0);
});
