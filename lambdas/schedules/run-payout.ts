import middy from '@middy/core';
import * as z from 'zod';
import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import { dynamoPayouts } from '../../adapters/dynamodb/stores.ts';
import { mailFrom, sesMailbox } from '../../adapters/ses/mailer.ts';
import { environment } from '../../config/settings.ts';
import { Month, monthOf, previousMonth } from '../../domain/calendar.ts';
import { runPayout } from '../../usecases/payout/run-payout.ts';
import { writingPorts } from '../live/writing.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'MAIL_DOMAIN', 'FINANCE_ADDRESS');
const ports = writingPorts(settings);
const run = runPayout({
  ...ports,
  proposals: dynamoProposals(ports.table),
  payouts: dynamoPayouts(ports.table),
  mailbox: sesMailbox(mailFrom(ports.agency, settings.MAIL_DOMAIN)),
  finance: settings.FINANCE_ADDRESS,
});
const Event = z.strictObject({ month: Month.optional() });

/** On the first and the ninth of each month: pays the month before out. A month may be named to run it again. */
export const handler = middy(async (event: unknown) => {
  const month = Event.parse(event).month ?? previousMonth(monthOf(ports.clock.today()));
  const { payouts, waiting, files } = await run({ month });
  return { month, payouts: payouts.map((p) => ({ creditor: p.creditorId, cents: p.totals.payout })), waiting, files };
}).use(observed('payout run', (result: Record<string, unknown>) => ({ month: result['month'] })));
