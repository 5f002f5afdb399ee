import { hashes } from '../../../adapters/hashes.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { START } from '../../support/akte.ts';

/** The ports that a call with a key is kept by. */
export const aKeeper = () => ({ keptRequests: memoryAkten().keptRequests, clock: virtualClock(START), hashes });
