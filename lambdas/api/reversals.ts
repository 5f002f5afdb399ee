import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { accountOf } from '../../domain/account/account.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const does = doing(ports);

/** For our own people: a payment was taken back. Repeating it changes nothing. */
export const handler = answering(
  does(API.payments.reverse, async ({ caller, body: { payment, reason }, path, over }) => {
    const now = over(ports);
    const akte = await reversePayment(now)({ akte: ownAkte(caller, path.akte), payment, reason, by: actorOf(caller) });
    return { akte: akte.id, payment, openCents: accountOf(akte, now.clock.today()).total };
  }),
);
