import { generationOf, matterOf, type Akte } from '../../domain/akte/akte.ts';
import { decideHandingOn, procedureAfter } from '../../domain/dunning/decide-act.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import { executionName, type dunning } from '../../statemachines/dunning.ts';
import { decideFrom, nextAfter, toNext, type Deciding } from '../akte/next.ts';
import type { Workflows } from '../ports/workflows.ts';

const startAll = async (workflows: Pick<Workflows, 'start'>, akte: Akte, claims: readonly ClaimId[]): Promise<void> => {
  for (const claim of claims) await workflows.start(akte.id, claim, generationOf(akte, claim));
};

/**
 * Task "Übergabe ans Inkasso": the open claims of a creditor's own dunning become a new matter with the collection
 * procedure, in the same Akte, and each gets its own execution. One act, so that either all of it holds or nothing;
 * whoever comes again finds it done and only sees to it that the executions have started.
 */
export const handToCollection =
  (
    ports: Deciding & Readonly<{ workflows: Pick<Workflows, 'start'> }>,
  ): TaskOf<typeof dunning.tasks.HandToCollection> =>
  async (of) => {
    const decided = await decideFrom(ports, of);
    const { akte, procedure, step, today } = decided;
    const matter = matterOf(akte, of.claim);
    if (step.kind === 'end' && step.name === 'Ans Inkasso übergeben' && matter)
      await startAll(ports.workflows, akte, matter.claims);
    const next = procedureAfter(step, procedure);
    if (!matter || !next) return toNext(decided, ports.clock);
    const facts = decideHandingOn({ matter, to: await ports.procedures.get(next) }, akte, today);
    const handed = await ports.akten.append(of.akte, akte.version, { by: executionName(of), facts });
    const claims = facts.flatMap((f) => (f.kind === 'handedToCollection' ? f.claims : []));
    await startAll(ports.workflows, handed, claims);
    return nextAfter(ports, of, handed);
  };
