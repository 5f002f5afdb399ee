import * as z from 'zod';
import { Day } from '../domain/calendar.ts';
import { AkteId } from '../domain/ids.ts';
import { GivenDay } from '../domain/given-text.ts';
import { Cents } from '../domain/money.ts';
import { AgreedPlan } from './parts.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';

/**
 * What a plan would cost, rate by rate (§ 13a(3) RDG). `totalCents` = `openCents` + `feeCents` + `collectionFeeCents`
 * + `interestCents`; `collectionFeeCents`: what the collection fee rises by because the two weeks of the simple case
 * end meanwhile.
 */
export const Offer = z.object({
  rates: listOf(z.object({ due: Day, amountCents: Cents })),
  openCents: Cents,
  feeCents: Cents,
  collectionFeeCents: Cents,
  interestCents: Cents,
  totalCents: Cents,
});

/**
 * For our own people: without `totalCents` what a plan would cost (`offer`); with it the debtor's consent to that very
 * sum, in text form (`plan`).
 */
export const instalments = {
  agree: post({
    path: '/v1/akten/{akte}/instalments',
    may: MAY.PHONE,
    again: 'entry',
    status: 201,
    body: z.strictObject({
      rateCents: Cents,
      first: GivenDay,
      withFee: z.boolean().default(false),
      totalCents: Cents.optional(),
    }),
    reply: z.object({ akte: AkteId, offer: Offer.nullable(), plan: AgreedPlan.nullable() }),
  }),
};
