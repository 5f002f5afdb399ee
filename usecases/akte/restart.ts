import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Workflows } from '../ports/workflows.ts';
import type { Timers } from '../ports/timers.ts';

/**
 * Starts the executions an Akte asks for; starting twice is the same as once. `changed`: they are new, so those before
 * them are stopped.
 */
export const startAnew = async (workflows: Workflows, akte: Akte, changed: boolean): Promise<void> => {
  for (const { id } of akte.claims) {
    const generation = generationOf(akte, id);
    await workflows.start(akte.id, id, generation);
    if (changed) await workflows.stop(akte.id, id, generation - 1);
  }
};

/**
 * Noted before it is written: where the function dies in between, the sweep finds that the next generation is not
 * there.
 */
export const noteNext = async (timers: Pick<Timers, 'note'>, akte: AkteId, facts: readonly Fact[]): Promise<void> => {
  for (const fact of facts)
    if (fact.kind === 'restarted')
      for (const claim of fact.claims) await timers.note({ akte, claim, generation: fact.generation });
};
