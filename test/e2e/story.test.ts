import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkList } from '../../cli/check/check-list.ts';
import { creditorFrom } from '../../cli/check/mandate.ts';
import { day } from '../../domain/calendar.ts';
import { START } from '../../local/calendar.ts';
import { playDemo, type DemoResult } from '../../local/demo.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'out/e2e');
let played: DemoResult;
beforeAll(async () => {
  played = await playDemo({ folder, short: true, say: () => undefined });
});

test('the whole process, from CSV to payout, keeps every promise of the story', () => {
  expect(played.checks.filter((c) => !c.ok)).toEqual([]);
  expect(played.checks.length).toBeGreaterThan(20);
});

/** What the command `check` says of a list, on the day it is handed over. */
const checked = async (file: string, creditor: string) => {
  const mandate: unknown = JSON.parse(readFileSync(join(root, 'examples/creditors', `${creditor}.json`), 'utf8'));
  const work = { file: join(root, 'examples', file), creditor: creditorFrom(mandate), on: day(START) };
  const { tally } = await checkList(work, 1, { issues: async () => undefined, progress: () => undefined });
  const { rows, accepted, rejected, duplicates } = tally;
  return { rows, accepted, rejected, duplicates };
};

test('the cloud takes of a list exactly what the command at the desk said it would', async () => {
  expect(played.summary.handOvers).toEqual([
    { creditor: 'MUS', file: 'musterversand-kurz.csv', ...(await checked('musterversand-kurz.csv', 'musterversand')) },
    { creditor: 'STW', file: 'stadtwerke-kurz.csv', ...(await checked('stadtwerke-kurz.csv', 'stadtwerke')) },
    { creditor: 'LAD', file: null, rows: 1, accepted: 1, rejected: 0, duplicates: 0 },
    { creditor: 'LAD', file: null, rows: 1, accepted: 1, rejected: 0, duplicates: 0 },
  ]);
  expect(played.summary.handOvers.some((h) => h.rejected > 0)).toBe(true);
});

test('each execution belongs to a claim, and each later one of a claim follows the one before', () => {
  const claims = new Set(played.seen.akten.flatMap((a) => a.claims.map((f) => f.id)));
  const generations = new Map<string, number[]>();
  for (const { name } of played.seen.executions) {
    const [, claim = '', generation = ''] = /^(.*)-g(\d+)$/.exec(name) ?? [];
    generations.set(claim, [...(generations.get(claim) ?? []), Number(generation)]);
  }
  expect(new Set(generations.keys())).toEqual(claims);
  for (const [, found] of generations) expect(found.sort((a, b) => a - b)).toEqual(found.map((_, i) => i + 1));
});
