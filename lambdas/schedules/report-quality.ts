import middy from '@middy/core';
import * as z from 'zod';
import { mailFrom, sesMailbox } from '../../adapters/ses/mailer.ts';
import { environment } from '../../config/settings.ts';
import { Month, monthOf, previousMonth } from '../../domain/calendar.ts';
import { reportQuality } from '../../usecases/payout/report-quality.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'MAIL_DOMAIN');
const ports = tablePorts(settings);
const agency = agencyOf(settings.AGENCY);
const report = reportQuality({
  ...ports,
  agency,
  mailbox: sesMailbox(mailFrom(agency, settings.MAIL_DOMAIN)),
});
const Event = z.strictObject({ month: Month.optional() });

/**
 * On the second of each month, when the last list of the month before is done: tells the creditors how good their data
 * were. A month may be named to run it again.
 */
export const handler = middy(async (event: unknown) =>
  report({ month: Event.parse(event).month ?? previousMonth(monthOf(ports.clock.today())) }),
).use(
  observed('quality report', (result: Record<string, unknown>) => ({
    month: result['month'],
    sent: result['sent'],
    silent: result['silent'],
  })),
);
