import { checkReversal, decideReversal, type Reversal } from '../../domain/account/decide-reversal.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import { changeAkte } from '../akte/change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

/** Takes a payment back, once. The money is owed again from today on, so the executions start anew. */
export const reversePayment =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, ...reversal }: Readonly<{ akte: AkteId }> & Reversal): Promise<Akte> => {
    const on = ports.clock.today();
    checkReversal(reversal);
    return changeAkte(ports, id, reversal.by, (akte) => decideReversal(reversal, akte, on));
  };
