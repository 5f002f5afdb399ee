import { PublishCommand, SNSClient, SNSServiceException, type SNSClientConfig } from '@aws-sdk/client-sns';
import { Unavailable, nameIn } from '../../domain/faults.ts';
import { ProviderId } from '../../domain/ids.ts';
import type { Post } from '../../usecases/ports/posts.ts';
import { AWS_CLIENT, isNotConnected } from '../transient.ts';

const REFUSED = new Set([
  'InvalidParameter',
  'InvalidParameterException',
  'OptedOut',
  'OptedOutException',
  'ValidationException',
]);

/**
 * Text messages by SNS, under the agency's sender id or the creditor's in whose name they go. SNS keeps nothing to look
 * a message up by: an unknown outcome stays unknown.
 */
export const snsSms = (senderId: string, config: SNSClientConfig = {}): Post => {
  const client = new SNSClient({ ...AWS_CLIENT, ...config, maxAttempts: 1 });
  return {
    send: async ({ to, text, shownAs }) => {
      try {
        const { MessageId } = await client.send(
          new PublishCommand({
            PhoneNumber: to,
            Message: text,
            MessageAttributes: {
              'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: shownAs?.smsSender ?? senderId },
              'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
            },
          }),
        );
        return { outcome: 'accepted', providerId: ProviderId.parse(MessageId ?? '') };
      } catch (error) {
        if (error instanceof Error && REFUSED.has(error.name)) return { outcome: 'refused', reason: error.message };
        const answered = error instanceof SNSServiceException && error.$fault === 'client';
        if (!answered && !isNotConnected(error)) throw error;
        throw new Unavailable(`SNS did not take it: ${nameIn(error)}`, {
          cause: error,
        });
      }
    },
    outcome: () => Promise.resolve({ outcome: 'unknown' }),
  };
};
