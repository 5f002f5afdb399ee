import { setTimeout as pause } from 'node:timers/promises';

/** No limit for slow machines, but for what has come to a standstill: in so long nothing at all has moved. */
const STANDSTILL_MS = 20 * 60_000;
const LOOK_EVERY_MS = 200;

/** Asks until there is an answer. It is given up only where what is `still` missing has been the same for long. */
export const eventually = async <T>(ask: () => Promise<{ answer: T } | { still: string }>): Promise<T> => {
  let seen = '';
  let since = Date.now();
  for (;;) {
    const asked = await ask();
    if ('answer' in asked) return asked.answer;
    if (asked.still !== seen) [seen, since] = [asked.still, Date.now()];
    if (Date.now() - since > STANDSTILL_MS)
      throw new Error(`Seit ${STANDSTILL_MS / 60_000} Minuten bewegt sich nichts. Gewartet wird auf: ${seen}`);
    await pause(LOOK_EVERY_MS);
  }
};
