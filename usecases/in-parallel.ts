/**
 * Runs over all items, at most `limit` at a time; results in the order of the items. The first fault ends it, after
 * what had begun.
 */
export const inParallel = async <T, R>(
  items: readonly T[],
  limit: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = new Array<R>(items.length);
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length && !failed; i = next++) {
      try {
        // A cast: i is below the length, and an item may be undefined itself.
        results[i] = await run(items[i] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
  const fault = ended.find((e) => e.status === 'rejected');
  if (fault) throw fault.reason;
  return results;
};

/**
 * The same over what comes one after the other and may be too much for the memory: so many are gathered, run together
 * and given on, before more is asked for.
 */
export const eachInParallel = async function* <T, R>(
  items: AsyncIterable<T>,
  limit: number,
  run: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  let gathered: T[] = [];
  for await (const item of items) {
    gathered.push(item);
    if (gathered.length < limit) continue;
    yield* await inParallel(gathered, limit, run);
    gathered = [];
  }
  yield* await inParallel(gathered, limit, run);
};
