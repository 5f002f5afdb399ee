import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { accountOf } from '../../domain/account/account.ts';
import { givenLine, givenProse } from '../../domain/given-text.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const reverse = reversePayment(ports);
const Body = z.strictObject({
  payment: givenLine(100),
  reason: givenProse(500),
  by: givenLine(60).optional(),
});

/** POST /v1/akten/{akte}/reversals, for our own people: a payment was taken back. Repeating it changes nothing. */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  operatorOnly(caller);
  const akte = await reverse({
    akte: ownAkte(caller, path['akte'] ?? ''),
    payment: body.payment,
    reason: body.reason,
    by: `operator:${body.by ?? caller.client}`,
  });
  return { aktenzeichen: akte.id, zahlung: body.payment, offenCents: accountOf(akte, ports.clock.today()).total };
});
