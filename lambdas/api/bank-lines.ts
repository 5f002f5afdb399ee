import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { accountOf } from '../../domain/account/account.ts';
import { assignBankLine } from '../../usecases/payments/assign-bank-line.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const does = doing(ports);

/** For our own people: a line of a bank statement that named no Akte, or several, is assigned by hand. */
export const handler = answering(
  does(API.payments.assign, async ({ caller, body, path, over }) => {
    const now = over(ports);
    const { akte, payment, booked } = await assignBankLine(now)({
      akte: ownAkte(caller, path.akte),
      id: body.line,
      amount: body.amountCents,
      valueDate: body.valueDate,
      ...(body.claim ? { claim: body.claim } : {}),
      part: body.part,
      moved: body.moved,
      by: actorOf(caller),
    });
    const { total, overpaid } = accountOf(akte, now.clock.today());
    return {
      akte: akte.id,
      payment,
      booked: booked.map(({ id, amount, claim }) => ({ payment: id, amountCents: amount, claim: claim ?? null })),
      openCents: total,
      overpaidCents: overpaid,
    };
  }),
);
