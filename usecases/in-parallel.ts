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
