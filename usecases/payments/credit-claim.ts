import { checkCredit, decideCredit } from '../../domain/account/decide-credit.ts';
import type { Akte, Credit } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { changeAkte } from '../akte/change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

/** `id`: the number of the credit note, once in an Akte; `on`: its day. */
export type CreditNote = Readonly<{ akte: AkteId }> & Credit;

/**
 * Notes a credit note of the creditor, once. The executions start anew: a claim that was credited in full is done.
 */
export const creditClaim =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, ...note }: CreditNote): Promise<Akte> => {
    const today = ports.clock.today();
    checkPrinted('credit', note);
    checkCredit(note, today);
    return changeAkte(ports, id, note.by, (akte) => decideCredit(note, akte, today));
  };
