import middy from '@middy/core';
import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod';
import { dynamoMailLog } from '../../adapters/dynamodb/stores.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { referenceOf } from '../../adapters/ses/mailer.ts';
import { environment } from '../../config/settings.ts';
import { noteBounce } from '../../usecases/akte/note-return.ts';
import { tablePorts } from '../live/deciding.ts';
import { count } from '../middleware/counted.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = tablePorts(settings);
const log = dynamoMailLog(ports.table);
const bounced = noteBounce({ ...ports, workflows: stepFunctions(settings.STATE_MACHINE_ARN, ports.timers) });
const Notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ source: z.string(), messageId: z.string() }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});

/**
 * SES reports what became of a mail; our reference travels in its envelope sender. A permanent bounce closes the
 * channel: the letter takes over.
 */
export const handler = middy(async (event: SNSEvent) => {
  for (const { Sns } of event.Records) {
    const { mail, bounce, eventType, notificationType } = Notification.parse(JSON.parse(Sns.Message));
    const reference = referenceOf(mail.source);
    if (!reference) continue;
    await log.save(reference, mail.messageId);
    if ((eventType ?? notificationType) === 'Complaint') count('mail.complained');
    if (bounce?.bounceType !== 'Permanent') continue;
    count('mail.bounced');
    await bounced(reference);
  }
}).use(observed('mail events recorded'));
