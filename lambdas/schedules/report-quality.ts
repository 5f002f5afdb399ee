import middy from '@middy/core';
import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { Month, monthOf, previousMonth } from '../../domain/calendar.ts';
import { reportQuality } from '../../usecases/payout/report-quality.ts';
import { tablePorts } from '../live/deciding.ts';
import { mailingPorts } from '../live/mailing.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'MAIL_DOMAIN');
const ports = tablePorts(settings);
const report = reportQuality({ ...ports, ...mailingPorts(settings) });
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
