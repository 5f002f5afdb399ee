import type { Debtor } from '../../domain/parties/parties.ts';
import { day, daysBetween, plusDays, type Day } from '../../domain/calendar.ts';
import { ClaimId } from '../../domain/ids.ts';
import { type Claim } from '../../domain/akte/claim.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { playLife } from '../../simulator/engine/life.ts';
import { runnable, tasksOf } from '../../simulator/engine/machine.ts';
import { aWorld, handOver } from '../../simulator/agency/world.ts';
import { AKTE, START, aClaim, erika } from './akte.ts';

/** The states that any test of the process has entered. */
export const visited = new Set<string>();

type Given = Readonly<{
  debtor?: Partial<Debtor>;
  without?: readonly ('email' | 'phone' | 'address')[];
  claims?: readonly Claim[];
  procedure?: Procedure;
  start?: string;
}>;

/** One line per fact that a person would care about, with the day counted from the start. */
const line = (fact: Fact, start: Day): string[] => {
  const n = (on: Day): number => daysBetween(start, on);
  switch (fact.kind) {
    case 'sent':
      return [`${n(fact.on)} ${fact.message.channel} ${fact.message.stage}`];
    case 'callsOpened':
      return [`${n(fact.from)} calls ${fact.stage}`];
    case 'courtDecisionDue':
      return [`${n(fact.on)} court`];
    case 'paid':
      return [`${n(fact.bookedOn)} paid ${fact.amount}`];
    case 'held':
    case 'resumed':
    case 'closed':
    case 'trouble':
      return [`${n(fact.on)} ${fact.kind}`];
    default:
      return [];
  }
};

/** Erika as the creditor knows her. */
const knownOf = (debtor: Partial<Debtor>, without: readonly string[]): Debtor =>
  Object.fromEntries(Object.entries({ ...erika, ...debtor }).filter(([k]) => !without.includes(k))) as Debtor;

/** What happens on a day, before the machine's next step. */
const aPlan = (clock: Readonly<{ today: () => Day }>) => {
  const plan: { day: Day; act: () => Promise<unknown> }[] = [];
  const happen = async (): Promise<void> => {
    for (const { act, day: due } of plan.splice(0)) {
      if (due <= clock.today()) await act();
      else plan.push({ act, day: due });
    }
  };
  return { plan, happen };
};

/**
 * An Akte, its providers and a clock; `run` plays one claim's execution of the real ASL file until it ends or waits for
 * a person.
 */
export const aProcess = async ({
  debtor = {},
  without = [],
  claims = [aClaim()],
  procedure = STANDARD,
  start = START,
}: Given = {}) => {
  const world = aWorld({ start: day(start), procedures: [procedure] });
  await handOver(world, { debtor: knownOf(debtor, without), claims, procedure });
  const { plan, happen } = aPlan(world.clock);
  const tasks = tasksOf(world.ports);
  const entered: string[] = [];
  const enter = (state: string): void => {
    visited.add(state);
    entered.push(state);
  };
  /** The last state; waits beyond `untilDay` (from the start) are not slept through. */
  const run = async (claim = 'F1', generation = 1, untilDay = 400): Promise<string> => {
    entered.length = 0;
    const { state } = await playLife(
      { clock: world.clock, tasks: runnable(tasks, happen) },
      { akte: AKTE, claim: ClaimId.parse(claim), generation },
      { until: plusDays(day(start), untilDay), enter },
    );
    return state;
  };
  const told = async (): Promise<string[]> =>
    (await world.akten.history(AKTE)).flatMap((act) => act.facts.flatMap((fact) => line(fact, day(start))));
  /** The states one whole execution entered. */
  const path = async (): Promise<readonly string[]> => {
    await run();
    return entered;
  };
  return { ...world, tasks, plan, run, told, path };
};
