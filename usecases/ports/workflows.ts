import type { AkteId, ClaimId } from '../../domain/ids.ts';

export interface Workflows {
  start(akte: AkteId, claim: ClaimId, generation: number): Promise<void>;
  stop(akte: AkteId, claim: ClaimId, generation: number): Promise<void>;
}
