import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { accountOf } from '../../domain/account/account.ts';
import { creditClaim } from '../../usecases/payments/credit-claim.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const does = doing(ports);

/** By the creditor or our own people: a credit note of the creditor, by its number. Repeating it changes nothing. */
export const handler = answering(
  does(API.payments.credit, async ({ caller, body, path, over }) => {
    const now = over(ports);
    const { amountCents, ...note } = body;
    const akte = await creditClaim(now)({
      ...note,
      akte: ownAkte(caller, path.akte),
      amount: amountCents,
      by: actorOf(caller),
    });
    const { total, overpaid } = accountOf(akte, now.clock.today());
    return { akte: akte.id, credit: note.id, openCents: total, overpaidCents: overpaid };
  }),
);
