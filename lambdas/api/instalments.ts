import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import type { Offer } from '../../domain/account/decide-instalments.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/akte/agree-instalments.ts';
import { planShown } from '../../usecases/akte/akte-shown.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const offer = offerInstalments(ports);
const does = doing(ports);

const shown = ({ rates, open, fee, collectionFee, interest, total }: Offer) => ({
  rates: rates.map(({ due, amount }) => ({ due, amountCents: amount })),
  openCents: open,
  feeCents: fee,
  collectionFeeCents: collectionFee,
  interestCents: interest,
  totalCents: total,
});

/** For our own people: what a plan would cost, or the debtor's consent to that very sum, in text form. */
export const handler = answering(
  does(API.instalments.agree, async ({ caller, body: { rateCents, totalCents, ...more }, path, over }) => {
    const id = ownAkte(caller, path.akte);
    const wish = { akte: id, rate: rateCents, ...more };
    if (totalCents === undefined) return { akte: id, offer: shown(await offer(wish)), plan: null };
    const akte = await agreeInstalments(over(ports))({ ...wish, total: totalCents, by: actorOf(caller) });
    const agreed = akte.plans.at(-1)?.plan;
    return { akte: id, offer: null, plan: agreed ? planShown(agreed) : null };
  }),
);
