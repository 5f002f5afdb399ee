import { generationOf } from '../../domain/akte/akte.ts';
import { plusDays } from '../../domain/calendar.ts';
import { restartLost } from '../../usecases/operations/restart-lost.ts';
import type { Command, CommandOf } from './commands.ts';
import { AKTE } from './beginning.ts';
import type { Stage } from './stage.ts';
import { isAsleep } from '../agency/workflows.ts';

type PassingKind = 'next' | 'days' | 'redeliver' | 'provider' | 'lose' | 'sweep';
/** A command that nobody gives: time passes, executions run again or are lost, a provider has its ways. */
export type Passing = CommandOf<PassingKind>;
type Passings = { readonly [D in PassingKind]: CommandOf<D> };

/** A task is called again where nothing is to be done: nothing may change (I10). */
const redeliver = async (
  { workflows, world, tasks, ports, broken }: Stage,
  { task }: CommandOf<'redeliver'>,
): Promise<void> => {
  await restartLost(ports)();
  await workflows.runUntil(world.clock.today());
  const before = await world.akten.get(AKTE);
  for (const { id: claim } of before.claims) {
    const of = { akte: AKTE, claim, generation: generationOf(before, claim) };
    // What was made due without waking anybody (a second payment, a provider that was down) is sent when the execution
    // wakes, and may be sent now.
    if ((await tasks.Decide(of)).until !== undefined) await tasks[task](of);
  }
  if ((await world.akten.get(AKTE)).version !== before.version)
    broken.push('I10 a task ran again and something changed');
};

/**
 * At the instant at which the next execution wants to run, one that has been replaced is quicker: whatever is due, it
 * does nothing (I10).
 */
const wakeStale = async (
  { workflows, world, tasks, broken }: Stage,
  { task }: CommandOf<'redeliver'>,
): Promise<void> => {
  const due = [...workflows.runs.values()]
    .flatMap((r) => (isAsleep(r) && r.standing?.kind === 'waiting' ? [r.standing.until] : []))
    .sort()[0];
  if (due !== undefined) world.clock.jumpTo(due);
  const before = await world.akten.get(AKTE);
  for (const { id: claim } of before.claims) {
    const of = { akte: AKTE, claim, generation: generationOf(before, claim) - 1 };
    if (of.generation > 0) await tasks[task](of);
  }
  if ((await world.akten.get(AKTE)).version !== before.version)
    broken.push('I10 a task ran in an older generation and something changed');
};

const PASSES: { readonly [D in PassingKind]: (stage: Stage, command: Passings[D]) => Promise<void> } = {
  next: async ({ workflows }) => {
    await workflows.runNext();
  },
  days: async ({ workflows, world }, { n }) => {
    await workflows.runUntil(plusDays(world.clock.today(), n));
  },
  redeliver: async (stage, command) => (command.stale ? wakeStale : redeliver)(stage, command),
  provider: async ({ world }, { channel, behaves }) => {
    world.posts[channel].next.push(behaves);
  },
  lose: async ({ workflows }) => {
    workflows.loseAll();
  },
  sweep: async ({ ports }) => {
    await restartLost(ports)();
  },
};
const passes = <D extends PassingKind>(stage: Stage, kind: D, command: Passings[D]): Promise<void> =>
  PASSES[kind](stage, command);

export const isPassing = (command: Command): command is Passing => Object.hasOwn(PASSES, command.do);
export const letPass = (stage: Stage, command: Passing): Promise<void> => passes(stage, command.do, command);
