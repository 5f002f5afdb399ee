import type { Mac } from '../../domain/cursor.ts';

/** What we give out and know again when it comes back. */
export interface Seals {
  /** Made with the key as it is now. Unavailable where that cannot be read. */
  mac(): Promise<Mac>;
}
