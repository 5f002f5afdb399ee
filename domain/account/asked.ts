import type { Stage } from '../procedure/states.ts';
import { accountOf } from './account.ts';
import type { Akte } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { ClaimId, MatterId } from '../ids.ts';
import { firstOfStage } from './demands.ts';
import type { MessageKind } from '../akte/facts.ts';

/**
 * The claims a message may ask for. A stage asks in every channel for what its first message asked for (reading 17), as
 * far as it is open; that first one, and a notice about what has joined, for all that is open and the debtor's to know
 * of: not for a matter that has not begun.
 */
export const claimsToDemand = (
  akte: Akte,
  of: Readonly<{ matter: MatterId; stage: Stage; occasion: MessageKind['occasion'] | undefined }>,
  today: Day,
): ClaimId[] => {
  const open = accountOf(akte, today).claims.filter((c) => c.open > 0);
  const first = of.occasion ? null : firstOfStage(akte, of)?.demand;
  const begun = new Set(akte.messages.map((m) => m.key.matter));
  return open
    .map((c) => c.claim)
    .filter((c) => (first ? first.claims.includes(c.id) : c.matter === of.matter || begun.has(c.matter)))
    .map((c) => c.id);
};
