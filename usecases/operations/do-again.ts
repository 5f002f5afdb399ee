import type { Failures, Lost } from '../ports/failures.ts';
import { inParallel } from '../in-parallel.ts';
import type { Clock } from '../ports/clock.ts';

const AT_ONCE = 4;

/** A source with what waits there: how much, and some of it. */
export type Waiting<S> = Readonly<{ source: S; waiting: number; some: readonly Lost[] }>;

/** Every source where something waits for a person. */
export const listFailures =
  <S extends string>(failures: Failures<S>) =>
  async (sources: readonly S[]): Promise<readonly Waiting<S>[]> => {
    const looked = await inParallel(sources, AT_ONCE, async (source): Promise<Waiting<S>> => {
      const waiting = await failures.waiting(source);
      return { source, waiting, some: waiting > 0 ? await failures.look(source) : [] };
    });
    return looked.filter((l) => l.waiting > 0);
  };

/**
 * Has done again what waits in a source, at most `most` of it. Only what was there when it began: what fails once more
 * meanwhile waits for the next time, or one that fails always would go round for ever.
 */
export const doAgain =
  <S extends string, L extends Lost>(failures: Failures<S, L>, clock: Pick<Clock, 'now'>) =>
  async ({
    source,
    most,
  }: Readonly<{ source: S; most: number }>): Promise<Readonly<{ again: number; left: number }>> => {
    const begun = clock.now().toISOString();
    let again = 0;
    while (again < most) {
      const taken = (await failures.take(source, most - again)).filter(({ at }) => at <= begun);
      if (taken.length === 0) break;
      for (const lost of taken) await failures.again(source, lost);
      again += taken.length;
    }
    return { again, left: await failures.waiting(source) };
  };
