import { Unavailable } from '../../domain/faults.ts';

/** A function that dies after so many writes (null: never): what they wrote is there, and nobody hears of it. */
export const mortal = (dies: number | null) => {
  let left = dies ?? Infinity;
  return <A extends unknown[], R>(write: (...of: A) => Promise<R>) =>
    async (...of: A): Promise<R> => {
      // Whoever is dead writes no more, also where its own code goes on with the next thing.
      if (left <= 0) throw new Unavailable('the function is dead');
      const done = await write(...of);
      if (--left === 0) throw new Unavailable('the function died');
      return done;
    };
};
const isDeath = (error: unknown): boolean =>
  error instanceof Unavailable || (error instanceof Error && isDeath(error.cause));

/** Whether it did; any other fault is told. */
export const survived = async (run: () => Promise<unknown>): Promise<boolean> =>
  run().then(
    () => true,
    (error: unknown) => {
      if (isDeath(error)) return false;
      throw error;
    },
  );
