import * as z from 'zod';
import { Day, Month } from '../domain/calendar.ts';
import { PayoutId } from '../domain/ids.ts';
import { Cents } from '../domain/money.ts';
import { MAY } from './may.ts';
import { get } from './route.ts';

/**
 * A creditor's own payout of a month (`2026-03`), with addresses of its statement (PDF) and bookings (CSV), good for
 * ten minutes.
 */
export const payouts = {
  read: get({
    path: '/v1/payouts/{month}',
    may: MAY.READS_OWN,
    reply: z.object({
      id: PayoutId,
      month: Month,
      statedOn: Day,
      payoutCents: Cents,
      carriedOutCents: Cents,
      statement: z.url(),
      bookings: z.url(),
    }),
  }),
};
