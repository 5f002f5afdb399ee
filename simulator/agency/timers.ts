import type { DunningInput } from '../../statemachines/dunning.ts';
import type { Clarification, Clarifications, Timers } from '../../usecases/ports/timers.ts';
import { pageIn } from './paging.ts';

const key = (of: Pick<DunningInput, 'akte' | 'claim'>): string => `${of.akte}-${of.claim}`;
/** The sweep's list; `lines`: what stands in it, by Akte and claim. */
export const memoryTimers = (): Timers & Readonly<{ lines: Map<string, DunningInput> }> => {
  const lines = new Map<string, DunningInput>();
  return {
    lines,
    note: async (of) => {
      const known = lines.get(key(of));
      if (!known || known.generation <= of.generation) lines.set(key(of), of);
    },
    drop: async (of) => {
      if (lines.get(key(of))?.generation === of.generation) lines.delete(key(of));
    },
    all: async function* () {
      yield* [...lines.values()];
    },
  };
};

/** The list of cases in which somebody must act. */
export const memoryClarifications = (): Clarifications => {
  const lines = new Map<string, Clarification>();
  return {
    note: async (of) => {
      if (lines.get(key(of))?.state !== of.state) lines.set(key(of), of);
    },
    drop: async (of) => {
      if (lines.get(key(of))?.since === of.since) lines.delete(key(of));
    },
    list: async (states, page) =>
      pageIn(
        [...lines.values()]
          .filter(({ state }) => states.includes(state))
          .map((of) => [`${of.since}#${key(of)}`, of] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
        page,
      ),
  };
};
