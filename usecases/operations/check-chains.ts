import type { AkteId } from '../../domain/ids.ts';
import { inParallel } from '../in-parallel.ts';
import type { Akten } from '../ports/akten.ts';

/** Each open Akte is checked once in so many hourly sweeps: a week. */
const SLOTS = 7 * 24;
const HOUR_MS = 3_600_000;
/** Reading a log is one query of a few kilobytes. */
const AT_ONCE = 8;

/** Spreads Akten evenly over the hours of a week by their Aktenzeichen. */
const slotOf = (akte: AkteId): number => [...akte].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % SLOTS, 0);

/** Whether it is an Akte's hour to have its log checked. */
export const isItsHour = (akte: AkteId, now: Date): boolean =>
  slotOf(akte) === Math.floor(now.getTime() / HOUR_MS) % SLOTS;

/**
 * Checks the logs of Akten (decision 1: entries are hash-chained). `broken`: those in which an act was changed, is
 * missing or was put in between. What was cut off at the end leaves a chain that is whole; that shows against a backup
 * only.
 */
export const checkChains =
  (ports: Readonly<{ akten: Pick<Akten, 'verify'> }>) =>
  async (akten: Iterable<AkteId>): Promise<Readonly<{ checked: number; broken: readonly AkteId[] }>> => {
    const ids = [...new Set(akten)];
    const results = await inParallel(ids, AT_ONCE, (id) => ports.akten.verify(id));
    return { checked: ids.length, broken: ids.filter((_, i) => results[i]?.brokenAt !== null) };
  };
