import { accountOf, isDone } from '../../domain/account/account.ts';
import { generationOf, matterOf, type Akte, type Matter } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import { MatterId, type ClaimId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import { executionName, type dunning } from '../../statemachines/dunning.ts';
import { decideFrom, nextAfter, toNext, type Deciding } from '../akte/next.ts';
import type { Workflows } from '../ports/workflows.ts';

/** The new matter and the executions that will lead its claims; what is paid stays where it is. */
const handOverFacts = (akte: Akte, matter: Matter, to: Procedure, today: Day): Fact[] => {
  const account = accountOf(akte, today);
  const claims = matter.claims.filter((id) => !isDone(akte, account, id));
  const generation = Math.max(...claims.map((id) => generationOf(akte, id))) + 1;
  return [
    {
      kind: 'handedToCollection',
      matter: matter.id,
      to: MatterId.parse(`M${akte.matters.length + 1}`),
      on: today,
      procedure: { id: to.id, version: to.version },
      claims,
    },
    { kind: 'restarted', claims, generation },
  ];
};

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
    if (step.kind === 'end' && step.name === 'Ans Inkasso übergeben' && matter) {
      await startAll(ports.workflows, akte, matter.claims);
      return toNext(decided, ports.clock);
    }
    if (step.kind !== 'act' || step.name !== 'Übergabe ans Inkasso' || !matter || !procedure.handOver)
      return toNext(decided, ports.clock);
    const to = await ports.procedures.get(procedure.handOver.procedure);
    const facts = handOverFacts(akte, matter, to, today);
    const handed = await ports.akten.append(of.akte, akte.version, { by: executionName(of), facts });
    await startAll(
      ports.workflows,
      handed,
      facts.flatMap((f) => (f.kind === 'handedToCollection' ? f.claims : [])),
    );
    return nextAfter(ports, of, handed);
  };
