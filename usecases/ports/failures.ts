/**
 * Something that failed for good. `at`: the instant it was put aside; `about`: the file, list or month it was about,
 * where one can be read from it; `fault`: the name of what went wrong.
 */
export type Lost = Readonly<{ at: string; about: string | null; fault: string | null }>;

/**
 * What failed for good, source by source. Whoever does something again does it at least once: a crash in between leaves
 * it where it was.
 */
export interface Failures<S extends string, L extends Lost = Lost> {
  /** How many wait, as the queue estimates it. */
  waiting(source: S): Promise<number>;
  /** Some of those that wait, for looking only. */
  look(source: S): Promise<readonly Lost[]>;
  /** At most ten of them and at most `most`, hidden from others for a minute; none where none is left. */
  take(source: S, most: number): Promise<readonly L[]>;
  /** Has it done again, then forgets it. What fails again comes back by itself. */
  again(source: S, lost: L): Promise<void>;
}
