import { eachInParallel, inParallel } from '../../usecases/in-parallel.ts';

/** Ends in the microtask after next, later for an item further behind. */
const slowly = async (n: number): Promise<number> => {
  for (let step = 0; step < n; step += 1) await Promise.resolve();
  return n;
};

test('results are in the order of the items, whichever ends first', async () => {
  expect(await inParallel([9, 1, 5, 0], 2, slowly)).toEqual([9, 1, 5, 0]);
  expect(await inParallel([], 3, slowly)).toEqual([]);
});
test('never more at once than may be', async () => {
  let running = 0;
  let most = 0;
  await inParallel([3, 3, 3, 3, 3, 3, 3], 3, async (n) => {
    running += 1;
    most = Math.max(most, running);
    await slowly(n);
    running -= 1;
  });
  expect(most).toBe(3);
});
test('the first fault ends it: what had begun ends, nothing more begins', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const run = async (n: number): Promise<void> => {
    begun.push(n);
    if (n === 1) throw new Error('one');
    await slowly(9);
    ended.push(n);
  };
  await expect(inParallel([0, 1, 2, 3], 2, run)).rejects.toThrow('one');
  expect([begun, ended]).toEqual([[0, 1], [0]]);
});

const counted = async function* (to: number, asked: number[] = []) {
  for (let n = 0; n < to; n++) {
    asked.push(n);
    yield n;
  }
};
test('of what comes one after the other no more is asked for than is run together; all of it comes out, in order', async () => {
  const asked: number[] = [];
  const out: number[] = [];
  for await (const n of eachInParallel(counted(7, asked), 3, slowly)) {
    out.push(n);
    expect(asked.length - out.length).toBeLessThan(3);
  }
  expect(out).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
test.each([0, 3])('%d of them come out, too', async (n) => {
  const out: number[] = [];
  for await (const each of eachInParallel(counted(n), 3, slowly)) out.push(each);
  expect(out).toHaveLength(n);
});
