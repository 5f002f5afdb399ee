import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { accountOf } from '../../domain/account/account.ts';
import { ClaimId } from '../../domain/ids.ts';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';
import { Cents } from '../../domain/money.ts';
import { creditClaim } from '../../usecases/payments/credit-claim.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const credit = creditClaim(ports);
const Body = z.strictObject({
  claim: ClaimId,
  id: givenLine(60),
  amountCents: Cents,
  on: GivenDay,
  reason: givenProse(500),
  by: givenLine(60).optional(),
});

/**
 * POST /v1/akten/{akte}/credits, by the creditor or our own people: a credit note of the creditor, by its number.
 * Repeating it changes nothing.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  const { by, amountCents, ...note } = body;
  const akte = await credit({
    akte: ownAkte(caller, path['akte'] ?? ''),
    ...note,
    amount: amountCents,
    by: caller.operator ? `operator:${by ?? caller.client}` : `client:${caller.creditor ?? ''}`,
  });
  const { total, overpaid } = accountOf(akte, ports.clock.today());
  return { aktenzeichen: akte.id, gutschrift: note.id, offenCents: total, ueberzahltCents: overpaid };
});
