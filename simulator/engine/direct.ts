import { Conflict, Unavailable, nameIn } from '../../domain/faults.ts';
import { taskBehind, type DunningInput, type Next, type StepTask } from '../../statemachines/dunning.ts';
import type { VirtualClock } from './clock.ts';
import type { Execution, Standing } from './execution.ts';
import type { Tasks } from './machine.ts';

/** Seconds until the next try: at once, after a sender cannot be at work any more, after nobody will ever know. */
const RETRY_AFTER = [2, 70, 1_000];

/**
 * What the state machine does, as a loop: for hundreds of thousands of short lives, where its file would only cost
 * time. That both do the same is tested.
 */
export const directExecution = (tasks: Tasks, clock: VirtualClock, of: DunningInput): Execution => {
  const path: string[] = [];
  const run = async (step: StepTask): Promise<Next> => {
    for (let tries = 0; ; tries++) {
      try {
        return await tasks[step](of);
      } catch (error) {
        const wait = error instanceof Conflict || error instanceof Unavailable ? RETRY_AFTER[tries] : undefined;
        if (wait === undefined) return await tasks.ReportTrouble({ ...of, error: `${step}: ${nameIn(error)}` });
        clock.pass(wait);
      }
    }
  };
  const advance = async (): Promise<Standing> => {
    let next = await run('Decide');
    for (let step = taskBehind(next.step); step; step = taskBehind(next.step)) {
      path.push(next.step);
      next = await run(step);
    }
    path.push(next.step);
    return next.until === undefined
      ? { kind: 'ended', state: next.step, output: null }
      : { kind: 'waiting', state: next.step, until: next.until };
  };
  return { advance, path };
};
