import { plusDays, type Day } from '../../domain/calendar.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import { executionName, type DunningInput } from '../../statemachines/dunning.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import type { Executions, Timers } from '../../usecases/ports/timers.ts';
import type { Machine } from '../engine/asl.ts';
import type { VirtualClock } from '../engine/clock.ts';
import { startExecution, type Execution, type Standing } from '../engine/execution.ts';
import { deployedMachine, type Runnable } from '../engine/machine.ts';
import { memoryTimers } from './timers.ts';
import { nameIn } from '../../domain/faults.ts';

/**
 * An execution as it stands: asleep in a Wait, at its end, failed with an error, or stopped by us. `startedAt` in
 * milliseconds; so is `dueAt`: when it wants to run, at once where it has only been started.
 */
export type Run = Readonly<
  DunningInput & {
    name: string;
    startedAt: number;
    execution: Execution;
    standing: Standing | null;
    dueAt: number;
    failed: string | null;
    stopped: boolean;
  }
>;

export const isAsleep = (run: Run): boolean =>
  !run.stopped && run.failed === null && (run.standing === null || run.standing.kind === 'waiting');

export type RunningWorkflows = Workflows &
  Readonly<{
    runs: ReadonlyMap<string, Run>;
    timers: Timers;
    executions: Executions;
    /** Lets everything happen that is due up to the evening of a day. */
    runUntil(on: Day): Promise<void>;
    /**
     * Jumps to the instant at which the next execution wants to run, and lets run what is due then; false where none
     * sleeps.
     */
    runNext(): Promise<boolean>;
    /** All executions are gone, as if the cloud had lost them. */
    loseAll(): void;
  }>;

/** A run that has been started and not yet woken. */
const startedRun = (of: DunningInput, startedAt: number, execution: Execution): Run => ({
  ...of,
  name: executionName(of),
  startedAt,
  execution,
  standing: null,
  dueAt: 0,
  failed: null,
  stopped: false,
});

const statusOf = (run: Run | undefined): 'running' | 'ended' | 'unknown' => {
  if (!run) return 'unknown';
  return isAsleep(run) ? 'running' : 'ended';
};

/** The runs on one clock, by name; the one that is due first runs first. */
const runsOn = (clock: VirtualClock) => {
  const runs = new Map<string, Run>();
  const change = (name: string, to: Partial<Run>): void => {
    const run = runs.get(name);
    if (run) runs.set(name, { ...run, ...to });
  };
  const wake = async ({ name, execution }: Run): Promise<void> => {
    try {
      const standing = await execution.advance();
      change(name, { standing, dueAt: standing.kind === 'waiting' ? Date.parse(standing.until) : 0 });
    } catch (error) {
      change(name, { failed: nameIn(error) });
    }
  };
  const nextRun = (): Run | undefined => {
    let next: Run | undefined;
    for (const run of runs.values()) if (isAsleep(run) && (!next || run.dueAt < next.dueAt)) next = run;
    return next;
  };
  const runBefore = async (end: number): Promise<void> => {
    for (let run = nextRun(); run && run.dueAt < end; run = nextRun()) {
      if (run.standing?.kind === 'waiting') clock.jumpTo(run.standing.until);
      await wake(run);
    }
  };
  return { runs, change, nextRun, runBefore };
};

const named = (akte: AkteId, claim: ClaimId, generation: number): string => executionName({ akte, claim, generation });

/** Executions of whatever kind side by side on one clock. */
export const workflowsOf = ({
  clock,
  begin,
}: Readonly<{ clock: VirtualClock; begin: (of: DunningInput) => Execution }>): RunningWorkflows => {
  const { runs, change, nextRun, runBefore } = runsOn(clock);
  const timers = memoryTimers();
  return {
    runs,
    timers,
    executions: {
      running: async function* () {
        for (const run of runs.values()) if (isAsleep(run)) yield { name: run.name, startedAt: run.startedAt };
      },
      status: async (of) => statusOf(runs.get(executionName(of))),
    },
    // As on AWS, a name is used once: starting it again changes nothing, whatever became of it.
    start: async (akte, claim, generation) => {
      const of = { akte, claim, generation };
      await timers.note(of);
      const name = executionName(of);
      if (!runs.has(name)) runs.set(name, startedRun(of, clock.now().getTime(), begin(of)));
    },
    stop: async (...of) => {
      change(named(...of), { stopped: true });
    },
    runUntil: async (on) => {
      await runBefore(Date.parse(clock.instantOf(plusDays(on, 1))));
      clock.jumpTo(clock.instantOf(on));
    },
    runNext: async () => {
      const next = nextRun();
      if (next) await runBefore(Math.max(next.dueAt, clock.now().getTime()) + 1);
      return next !== undefined;
    },
    loseAll: () => {
      for (const name of [...runs.keys()]) change(name, { stopped: true });
    },
  };
};

/** Step Functions in memory: executions of the real state machine, or of whatever `begin` makes. */
export const runningWorkflows = (
  of: Readonly<
    { clock: VirtualClock } & ({ tasks: Runnable; machine?: Machine } | { begin: (of: DunningInput) => Execution })
  >,
): RunningWorkflows =>
  workflowsOf({
    clock: of.clock,
    begin:
      'begin' in of
        ? of.begin
        : (input) =>
            startExecution(of.machine ?? deployedMachine(), { ...input }, { tasks: of.tasks, retryIn: of.clock.pass }),
  });
