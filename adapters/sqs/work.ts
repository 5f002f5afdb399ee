import { SendMessageCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { inParallel } from '../../usecases/in-parallel.ts';
import type { Work } from '../../usecases/ports/hand-overs.ts';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';

/** So many messages are under way together: a list of a million rows has two thousand. */
const AT_ONCE = 10;

/** Two queues: hand-overs that go on in another run of their function, and lots whose executions are to be started. */
export const sqsWork = (
  queues: Readonly<{ handOvers: string; starts: string }>,
  config: SQSClientConfig = {},
): Work => {
  // The queue's address is a name; calls go where all others go. On AWS that is the same place, on the local cloud the
  // one with the door that speaks for TLS.
  const client = new SQSClient({ ...AWS_CLIENT, useQueueUrlAsEndpoint: false, ...config });
  saysWhatPasses(client);
  // One by one: on AWS a batch needs no permission of its own, on the local cloud it does, and one that exists nowhere
  // else.
  const send = async (QueueUrl: string, message: unknown): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  };
  return {
    goOn: (upload) => send(queues.handOvers, upload),
    startLots: async (lots) => {
      await inParallel(lots, AT_ONCE, (lot) => send(queues.starts, lot));
    },
  };
};
