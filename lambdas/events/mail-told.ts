import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { MetricName } from '../../config/metrics.ts';
import { ProviderId, type MessageReference } from '../../domain/ids.ts';

const Notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ source: z.string(), messageId: ProviderId }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});

/**
 * What is done with what SES tells of a mail. `referenceOf`: our reference in an envelope sender; null: none of ours.
 */
export type Hearing = Readonly<{
  referenceOf: (sender: string) => MessageReference | null;
  save: (reference: MessageReference, messageId: ProviderId) => Promise<unknown>;
  bounced: (reference: MessageReference) => Promise<unknown>;
  count: (name: MetricName & `mail.${string}`) => void;
}>;

/**
 * SES reports what became of a mail; our reference travels in its envelope sender. A permanent bounce closes the
 * channel: the letter takes over. A soft one and a complaint change nothing in the Akte.
 */
export const mailTold =
  ({ referenceOf, save, bounced, count }: Hearing) =>
  async ({ Records }: SNSEvent): Promise<void> => {
    for (const { Sns } of Records) {
      const { mail, bounce, eventType, notificationType } = Notification.parse(JSON.parse(Sns.Message));
      const reference = referenceOf(mail.source);
      if (!reference) continue;
      await save(reference, mail.messageId);
      if ((eventType ?? notificationType) === 'Complaint') count('mail.complained');
      if (bounce?.bounceType !== 'Permanent') continue;
      count('mail.bounced');
      await bounced(reference);
    }
  };
