import { plusDays, type Day } from '../domain/calendar.ts';
import type { AkteId, ClaimId } from '../domain/claim.ts';
import type { Workflows } from '../usecases/ports.ts';
import type { Machine } from './asl.ts';
import type { VirtualClock } from './clock.ts';
import { startExecution, type Execution, type Standing } from './execution.ts';
import { deployedMachine, type Runnable } from './machine.ts';

/** An execution as it stands: asleep in a Wait, at its end, failed with an error, or stopped by us. */
export type Run = Readonly<{ name: string; akte: AkteId; claim: ClaimId; generation: number; execution: Execution; standing: Standing | null; failed: string | null; stopped: boolean }>;

const asleep = (run: Run): boolean => !run.stopped && run.failed === null && (run.standing === null || run.standing.kind === 'waiting');
/** When it wants to run: at once where it has only been started. */
const dueAt = (run: Run): number => (run.standing?.kind === 'waiting' ? Date.parse(run.standing.until) : 0);

/** Step Functions in memory: executions of the real machine side by side on one clock, the one that is due first runs first. */
export const runningWorkflows = ({ clock, tasks, machine = deployedMachine() }: Readonly<{ clock: VirtualClock; tasks: Runnable; machine?: Machine }>): Workflows & Readonly<{
  runs: ReadonlyMap<string, Run>;
  /** Lets everything happen that is due up to the evening of a day. */
  runUntil(on: Day): Promise<void>;
  /** All executions are gone, as if the cloud had lost them. */
  loseAll(): void;
}> => {
  const runs = new Map<string, Run>();
  const nameOf = (akte: AkteId, claim: ClaimId, generation: number): string => `${akte}-${claim}-g${generation}`;
  const change = (name: string, to: Partial<Run>): void => { const run = runs.get(name); if (run) runs.set(name, { ...run, ...to }); };
  const wake = async ({ name, execution }: Run): Promise<void> => {
    try { change(name, { standing: await execution.advance() }); } catch (error) { change(name, { failed: (error as Error).name }); }
  };
  const nextDue = (before: number): Run | undefined => [...runs.values()].filter((r) => asleep(r) && dueAt(r) < before).sort((a, b) => dueAt(a) - dueAt(b))[0];
  return {
    runs,
    // As on AWS, a name is used once: starting it again changes nothing, whatever became of it.
    start: async (akte, claim, generation) => {
      const name = nameOf(akte, claim, generation);
      if (!runs.has(name)) runs.set(name, { name, akte, claim, generation, execution: startExecution(machine, { akte, claim, generation }, { tasks, retryIn: clock.pass }), standing: null, failed: null, stopped: false });
    },
    stop: async (...of) => { change(nameOf(...of), { stopped: true }); },
    runUntil: async (on) => {
      const end = Date.parse(clock.instantOf(plusDays(on, 1)));
      for (let run = nextDue(end); run; run = nextDue(end)) {
        if (run.standing?.kind === 'waiting') clock.jumpTo(run.standing.until);
        await wake(run);
      }
      clock.jumpTo(clock.instantOf(on));
    },
    loseAll: () => { for (const { name } of runs.values()) change(name, { stopped: true }); },
  };
};
