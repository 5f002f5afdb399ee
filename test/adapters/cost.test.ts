import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costPage } from '../../tools/cost.ts';
import { lives, writesOf } from '../../tools/cost/life.ts';

test('docs/cost.md tells what the lives of today cost (npm run cost)', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/cost.md'), 'utf8')).toBe(await costPage());
});

test('an unpaid standard case stays within the guide: 65 transitions, 120 write units; one with two payments and a payout within 50 units', async () => {
  const costs = await lives();
  expect(costs[0]?.transitions).toBeLessThanOrEqual(65);
  for (const cost of costs) expect([cost.name, writesOf(cost) <= 120]).toEqual([cost.name, true]);
  expect(writesOf(costs.find((c) => c.name.includes('two parts'))!)).toBeLessThanOrEqual(50);
});
