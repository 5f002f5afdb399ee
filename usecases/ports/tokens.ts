import type { Token } from '../../domain/access/decide-admission.ts';

export interface Tokens {
  /** Null for a token that is none of ours, is forged, has run out or is none for access. */
  read(token: string): Promise<Token | null>;
}
