import { executionName, type DunningInput } from '../../statemachines/dunning.ts';
import type { Executions, ExecutionStatus, Timers } from '../../usecases/ports/timers.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';

/**
 * Step Functions as far as the sweep sees it: who runs, who is at an end, who never was. Starting a name twice is the
 * same as once.
 */
export const memoryMachine = (timers: Pick<Timers, 'note'>, now: () => Date) => {
  const executions = new Map<
    string,
    { of: DunningInput; status: Exclude<ExecutionStatus, 'unknown'>; startedAt: number }
  >();
  const end = (name: string): void => {
    const e = executions.get(name);
    if (e) executions.set(name, { ...e, status: 'ended' });
  };
  const workflows: Workflows = {
    start: async (akte, claim, generation) => {
      const of = { akte, claim, generation };
      await timers.note(of);
      if (!executions.has(executionName(of)))
        executions.set(executionName(of), { of, status: 'running', startedAt: now().getTime() });
    },
    stop: async (akte, claim, generation) => {
      end(executionName({ akte, claim, generation }));
    },
  };
  const ports: Executions = {
    running: async function* () {
      for (const [name, e] of [...executions]) if (e.status === 'running') yield { name, startedAt: e.startedAt };
    },
    status: async (of) => executions.get(executionName(of))?.status ?? 'unknown',
  };
  const live = (): string[] => [...executions].filter(([, e]) => e.status === 'running').map(([name]) => name);
  return {
    ...workflows,
    executions: ports,
    end,
    live,
    started: () => executions.size,
    forget: (name: string) => executions.delete(name),
    loseAll: () => {
      for (const name of live()) end(name);
    },
  };
};
