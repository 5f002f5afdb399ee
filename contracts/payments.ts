import * as z from 'zod';
import { AkteId, ClaimId, PaymentId, RefundId } from '../domain/ids.ts';
import { GivenDay, givenLine, givenProse } from '../domain/given-text.ts';
import { Cents } from '../domain/money.ts';
import { MAY } from './may.ts';
import { listOf, post, postOnce } from './route.ts';

/** `paymentCount`: how many the Akte has now. */
const record = postOnce({
  path: '/v1/claims/{claim}/payments',
  may: MAY.HANDS_IN,
  again: 'entry',
  status: 201,
  body: z.strictObject({ amountCents: Cents, valueDate: GivenDay }),
  reply: z.object({ akte: AkteId, payment: PaymentId, paymentCount: z.int() }),
});

/**
 * `line`: its name from the list of lines that could not be booked; `part`: the transfer is shared among several Akten
 * or claims; `moved`: what was reversed had been booked by mistake. `booked`: all that stands in the Akte of the line.
 */
const assign = post({
  path: '/v1/akten/{akte}/payments',
  may: MAY.MONEY,
  again: 'entry',
  status: 201,
  body: z.strictObject({
    line: givenLine(100).pipe(PaymentId),
    amountCents: Cents,
    valueDate: GivenDay,
    claim: ClaimId.optional(),
    part: z.boolean().default(false),
    moved: z.boolean().default(false),
  }),
  reply: z.object({
    akte: AkteId,
    payment: PaymentId,
    booked: listOf(z.object({ payment: PaymentId, amountCents: Cents, claim: ClaimId.nullable() })),
    openCents: Cents,
    overpaidCents: Cents,
  }),
});

const reverse = post({
  path: '/v1/akten/{akte}/reversals',
  may: MAY.MONEY,
  again: 'entry',
  body: z.strictObject({ payment: givenLine(100).pipe(PaymentId), reason: givenProse(500) }),
  reply: z.object({ akte: AkteId, payment: PaymentId, openCents: Cents }),
});

const refund = postOnce({
  path: '/v1/akten/{akte}/refunds',
  may: MAY.MONEY,
  again: 'entry',
  status: 201,
  body: z.strictObject({ amountCents: Cents }),
  reply: z.object({ akte: AkteId, refund: RefundId, refundedCents: Cents, overpaidCents: Cents }),
});

/** `id`: the number of the credit note; `on`: its day. */
const credit = post({
  path: '/v1/akten/{akte}/credits',
  may: MAY.STEERS,
  again: 'entry',
  body: z.strictObject({
    claim: ClaimId,
    id: givenLine(60),
    amountCents: Cents,
    on: GivenDay,
    reason: givenProse(500),
  }),
  reply: z.object({ akte: AkteId, credit: z.string(), openCents: Cents, overpaidCents: Cents }),
});

/**
 * Money that reached the creditor itself; a line of a bank statement that a person assigns; a payment that was taken
 * back; an overpayment that went back to the debtor; a credit note of the creditor.
 */
export const payments = { record, assign, reverse, refund, credit };
