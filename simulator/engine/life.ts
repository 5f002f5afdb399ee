import { day, type Day } from '../../domain/calendar.ts';
import type { DunningInput } from '../../statemachines/dunning.ts';
import type { Machine } from './asl.ts';
import type { VirtualClock } from './clock.ts';
import { startExecution } from './execution.ts';
import { deployedMachine, type Runnable } from './machine.ts';

/** `state`: where it stands; `until`: the day it would wake, null at an end; `path`: the states it entered. */
export type Life = Readonly<{ state: string; until: Day | null; path: readonly string[] }>;
export type LifeOptions = Readonly<{
  machine?: Machine;
  /** Waits that reach beyond this day are not slept through. */
  until?: Day;
  /** States in which a person's decision is awaited: the life rests there. */
  restsIn?: (state: string) => boolean;
  enter?: (state: string) => void;
}>;

/** Before the court a person decides, as often as the case is shown again: nothing more happens by itself. */
const beforeTheCourt = (state: string): boolean => state === 'Gerichtliches Mahnverfahren: Entscheidung';

/** Plays one claim's execution of the state machine, from one Wait to the next, until it ends or waits for a person. */
export const playLife = async (
  around: Readonly<{ clock: VirtualClock; tasks: Runnable }>,
  of: DunningInput,
  { machine = deployedMachine(), until, restsIn = beforeTheCourt, enter }: LifeOptions = {},
): Promise<Life> => {
  const { clock, tasks } = around;
  const execution = startExecution(machine, { ...of }, { tasks, retryIn: clock.pass, ...(enter ? { enter } : {}) });
  for (;;) {
    const standing = await execution.advance();
    if (standing.kind === 'ended') return { state: standing.state, until: null, path: execution.path };
    const wakes = day(standing.until.slice(0, 10));
    if (restsIn(standing.state) || (until !== undefined && wakes > until))
      return { state: standing.state, until: wakes, path: execution.path };
    clock.jumpTo(standing.until);
  }
};
