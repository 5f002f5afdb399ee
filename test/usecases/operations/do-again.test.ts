import { doAgain, listFailures } from '../../../usecases/operations/do-again.ts';
import type { Failures, Lost } from '../../../usecases/ports/failures.ts';

const NOW = '2026-03-02T09:00:00.000Z';
type Source = 'bank' | 'starts';
type Kept = Lost & Readonly<{ n: number }>;
/**
 * Queues in memory. `failsAgain`: what is done again comes back at once, as a function that always fails would bring it
 * back.
 */
const memoryFailures = (
  waiting: Record<Source, Kept[]>,
  failsAgain = false,
): Failures<Source, Kept> & { done: number[] } => {
  const done: number[] = [];
  return {
    done,
    waiting: async (source) => waiting[source].length,
    look: async (source) => waiting[source].slice(0, 10),
    take: async (source, most) => waiting[source].slice(0, Math.min(10, most)),
    again: async (source, lost) => {
      done.push(lost.n);
      waiting[source] = waiting[source].filter((l) => l !== lost);
      if (failsAgain) waiting[source].push({ ...lost, at: '2026-03-02T09:00:01.000Z' });
    },
  };
};
const some = (count: number): Kept[] =>
  Array.from({ length: count }, (_, i) => ({
    n: i + 1,
    at: '2026-03-02T08:00:00.000Z',
    about: `bank/${i + 1}.xml`,
    fault: 'Error',
  }));
const clock = { now: () => new Date(NOW) };

test('a bank statement whose function had failed thrice was gone: it waits, is listed with its file, and is done again', async () => {
  const failures = memoryFailures({ bank: some(1), starts: [] });
  expect(await listFailures(failures)(['bank', 'starts'])).toEqual([
    { source: 'bank', waiting: 1, some: [expect.objectContaining({ about: 'bank/1.xml', fault: 'Error' })] },
  ]);
  expect(await doAgain(failures, clock)({ source: 'bank', most: 100 })).toEqual({ again: 1, left: 0 });
  expect(await listFailures(failures)(['bank', 'starts'])).toEqual([]);
});

test('no more than was asked for; the rest is said to be left', async () => {
  const failures = memoryFailures({ bank: some(25), starts: [] });
  expect(await doAgain(failures, clock)({ source: 'bank', most: 12 })).toEqual({ again: 12, left: 13 });
  expect(failures.done).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('what fails again at once is not done again for ever', async () => {
  const failures = memoryFailures({ bank: some(3), starts: [] }, true);
  expect(await doAgain(failures, clock)({ source: 'bank', most: 100 })).toEqual({ again: 3, left: 3 });
});
