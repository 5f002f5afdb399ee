import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Day, Instant } from '../calendar.ts';
import { changedIn } from '../changed-in.ts';
import { Creditor } from './parties.ts';

/** `1` for the first; a mandate's versions are counted without a gap. */
export const MandateNumber = z.int().positive();

/**
 * One version of a mandate, as its log keeps it: never changed, never overwritten; the last one holds. `on`: the day of
 * the stage; `at`: the instant it was written; `by`: who saved it.
 */
export const MandateVersion = z.strictObject({
  creditor: Creditor,
  version: MandateNumber,
  on: Day,
  at: Instant,
  by: Actor,
});
export type MandateVersion = Readonly<z.infer<typeof MandateVersion>>;

/** What became of a mandate, version by version: `changed` names the fields as the mandate is written. */
export type MandateChange = Readonly<
  Pick<MandateVersion, 'version' | 'on' | 'at' | 'by'> & { changed: readonly string[] }
>;

/** A mandate's versions, the oldest first, each with what it changed; the first changed nothing. */
export const changesIn = (versions: readonly MandateVersion[]): readonly MandateChange[] =>
  versions.map(({ version, on, at, by, creditor }, i) => ({
    version,
    on,
    at,
    by,
    changed: changedIn(versions[i - 1]?.creditor ?? creditor, creditor),
  }));
