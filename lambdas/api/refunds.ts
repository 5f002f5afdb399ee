import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { accountOf } from '../../domain/account/account.ts';
import { RefundId } from '../../domain/ids.ts';
import { refundOverpayment } from '../../usecases/payments/refund-overpayment.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const does = doing(ports);

/**
 * For our own people: an overpayment went back to the debtor. The Idempotency-Key makes a repeated call the same one.
 */
export const handler = answering(
  does(API.payments.refund, async ({ caller, body, path, key, over }) => {
    const now = over(ports);
    const id = ownAkte(caller, path.akte);
    const name = RefundId.parse(`api:${ports.hashes.sha256(`${id}\nrefund\n${key}`).slice(0, 24)}`);
    const akte = await refundOverpayment(now)({ akte: id, id: name, amount: body.amountCents, by: actorOf(caller) });
    const { refunded, overpaid } = accountOf(akte, now.clock.today());
    return { akte: akte.id, refund: name, refundedCents: refunded, overpaidCents: overpaid };
  }),
);
