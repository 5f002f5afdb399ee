import type { Answered, Asked } from './client.ts';
import { Problem } from './problem.ts';

/**
 * What whoever repeats calls has of the world. `newKey`: a text that no other call has; `isUnreached`: whether nobody
 * answered, so that what was asked may have been done or not.
 */
export type World = Readonly<{
  newKey: () => string;
  sleep: (ms: number) => Promise<unknown>;
  isUnreached: (error: unknown) => boolean;
}>;

/** A call that does something names itself by a key, so that it can be repeated. */
export const keyed = (asked: Asked, newKey: World['newKey']): Asked =>
  asked.method === 'GET' || 'Idempotency-Key' in asked.headers
    ? asked
    : { ...asked, headers: { ...asked.headers, 'Idempotency-Key': newKey() } };

const PASSING: readonly string[] = ['unavailable', 'in-progress'];
/** What the gateway says by itself: too many at once, not up to it, too late. */
const OF_THE_GATEWAY: readonly number[] = [429, 500, 503, 504];
/** Whether an answer is none yet: the same call, asked again under its key, gets one. */
export const isNoneYet = ({ status, body }: Answered): boolean => {
  const problem = Problem.safeParse(body);
  return problem.success ? PASSING.includes(problem.data.code) : OF_THE_GATEWAY.includes(status);
};

const PAUSES_MS = [500, 1_000, 2_000] as const;
/**
 * Sends each call under a key of its own, and again under the same where nobody answers or nobody can yet: three times
 * more, within about four seconds. Then it says what came last.
 */
export const repeating =
  (send: (asked: Asked) => Promise<Answered>, { newKey, sleep, isUnreached }: World) =>
  async (asked: Asked): Promise<Answered> => {
    const call = keyed(asked, newKey);
    for (const pause of PAUSES_MS) {
      try {
        const answered = await send(call);
        if (!isNoneYet(answered)) return answered;
      } catch (error) {
        if (!isUnreached(error)) throw error;
      }
      await sleep(pause);
    }
    return send(call);
  };
