import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { restartedFor } from '../../domain/akte/restarted.ts';
import type { Akten } from '../ports/akten.ts';
import type { Workflows } from '../ports/workflows.ts';
import { record } from './record.ts';
import { startAnew } from './restart.ts';

/**
 * Notes facts that change what comes next. The facts alone stop or move every message from the same instant on; the
 * executions are then replaced by a new generation, so that the graph shows it at once and a resumed case does not
 * sleep on. No facts: nothing happens.
 */
export const changeAkte = async (
  ports: Readonly<{ akten: Akten; workflows: Workflows }>,
  id: AkteId,
  by: Actor,
  factsFor: (akte: Akte) => readonly Fact[],
): Promise<Akte> => {
  let changed = false;
  const akte = await record(ports.akten, id, {
    by,
    facts: (seen) => {
      const facts = factsFor(seen);
      changed = facts.length > 0;
      return restartedFor(facts, seen);
    },
  });
  await startAnew(ports.workflows, akte, changed);
  return akte;
};
