import { setTimeout as pause } from 'node:timers/promises';

/** Real pauses drawn by real lot, or a test's. `sleep` in milliseconds; `random` from 0 up to 1. */
export type Pauses = Readonly<{ sleep(ms: number): Promise<void>; random(): number }>;
export const REAL_PAUSES: Pauses = { sleep: (ms) => pause(ms), random: () => Math.random() };

/**
 * How long to wait before the next try, in milliseconds: a lot between nothing and twice as much as the last time
 * ("full jitter"), at most `mostMs`. Whoever was refused together does not come back together.
 */
export const pauseMs = (
  attempt: number,
  { firstMs, mostMs }: Readonly<{ firstMs: number; mostMs: number }>,
  random: number,
): number => Math.round(Math.min(mostMs, firstMs * 2 ** attempt) * random);
