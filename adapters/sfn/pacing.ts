import { Unavailable } from '../../domain/faults.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import { REAL_PAUSES, pauseMs, type Pauses } from '../pauses.ts';

/** Real time and chance, or a test's. Milliseconds. */
export type Time = Pauses & Readonly<{ now(): number }>;
const REAL: Time = { ...REAL_PAUSES, now: () => performance.now() };

/**
 * What Step Functions says when it is asked too often is waited out here, so many times, before it becomes a fault of
 * the caller.
 */
const MOST_TRIES = 8;
const WAITS = { firstMs: 200, mostMs: 15_000 };

/**
 * Starts no faster than the account may: a token bucket of one second's worth, refilled at `perSecond`. The quota of
 * AWS counts calls, not successes (StartExecution: a refill rate per second and region), so each call takes a token,
 * also the one that is refused. Callers are served in order.
 */
export const paced = (
  workflows: Pick<Workflows, 'start'>,
  perSecond: number,
  time: Time = REAL,
): Pick<Workflows, 'start'> => {
  let tokens = perSecond;
  let at = time.now();
  let turn: Promise<void> = Promise.resolve();
  const refill = (): void => {
    const now = time.now();
    tokens = Math.min(perSecond, tokens + ((now - at) * perSecond) / 1000);
    at = now;
  };
  const token = (): Promise<void> => {
    turn = turn.then(async () => {
      for (refill(); tokens < 1; refill()) await time.sleep(Math.ceil(((1 - tokens) * 1000) / perSecond));
      tokens -= 1;
    });
    return turn;
  };
  return {
    start: async (akte, claim, generation) => {
      for (let attempt = 1; ; attempt++) {
        await token();
        try {
          await workflows.start(akte, claim, generation);
          return;
        } catch (error) {
          if (!(error instanceof Unavailable) || attempt === MOST_TRIES) throw error;
          // Somebody else used the quota: everybody here waits, or they would use up what is left of it with refusals.
          tokens = 0;
          await time.sleep(pauseMs(attempt, WAITS, time.random()));
        }
      }
    },
  };
};
