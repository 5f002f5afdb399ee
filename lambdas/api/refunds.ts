import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { accountOf } from '../../domain/account/account.ts';
import { RefundId } from '../../domain/ids.ts';
import { refundOverpayment } from '../../usecases/payments/refund-overpayment.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const refund = refundOverpayment(ports);

/**
 * For our own people: an overpayment went back to the debtor. The Idempotency-Key makes a repeated call the same one.
 */
export const handler = answering(
  on(API.payments.refund, async ({ caller, body, path, key }) => {
    const id = ownAkte(caller, path.akte);
    const name = RefundId.parse(`api:${ports.hashes.sha256(`${id}\nrefund\n${key}`).slice(0, 24)}`);
    const akte = await refund({ akte: id, id: name, amount: body.amountCents, by: actorOf(caller) });
    const { refunded, overpaid } = accountOf(akte, ports.clock.today());
    return { akte: akte.id, refund: name, refundedCents: refunded, overpaidCents: overpaid };
  }),
);
