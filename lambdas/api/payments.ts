import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { ClaimId, PaymentId } from '../../domain/ids.ts';
import { NotFound } from '../../domain/faults.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const does = doing(ports);

/** Money that reached the creditor itself. The Idempotency-Key makes a repeated call the same payment. */
export const handler = answering(
  does(API.payments.record, async ({ caller, body, path, key, over }) => {
    const [, aktenzeichen = '', claimId = ''] = /^(.*)-(F\d+)$/.exec(path.claim) ?? [];
    const akte = ownAkte(caller, aktenzeichen);
    const claim = ClaimId.safeParse(claimId);
    if (!claim.success) throw new NotFound(`Es gibt keine Forderung ${path.claim.slice(0, 40)}.`);
    const told = ports.hashes.sha256(`${akte}\n${claim.data}\n${key}`);
    const payment = PaymentId.parse(`api:${told.slice(0, 24)}`);
    const { payments } = await recordPayment(over(ports))({
      akte,
      claim: claim.data,
      id: payment,
      amount: body.amountCents,
      valueDate: body.valueDate,
      via: 'creditor',
      source: 'api',
      by: actorOf(caller),
    });
    return { akte, payment, paymentCount: payments.length };
  }),
);
