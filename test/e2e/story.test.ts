import { join } from 'node:path';
import { playDemo, type DemoResult } from '../../local/demo.ts';

const folder = join(import.meta.dirname, '../../out/e2e');
let played: DemoResult;
beforeAll(async () => {
  played = await playDemo({ folder, short: true, say: () => undefined });
}, 400_000);

test('the whole process, from CSV to payout, keeps every promise of the story', () => {
  expect(played.checks.filter((c) => !c.ok)).toEqual([]);
  expect(played.checks.length).toBeGreaterThan(20);
});

test('the summary counts what happened', () => {
  expect(played.summary.akten).toBe(19);
  expect(played.summary.handOvers.map((h) => [h.creditor, h.rows, h.accepted, h.rejected, h.duplicates])).toEqual([
    ['MUS', 11, 10, 1, 0],
    ['STW', 9, 8, 1, 0],
    ['LAD', 1, 1, 0, 0],
    ['LAD', 1, 1, 0, 0],
  ]);
  expect(Object.values(played.summary.executions).reduce((a, b) => a + b, 0)).toBe(20 + 4);
});
