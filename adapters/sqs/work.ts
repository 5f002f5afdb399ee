import { SendMessageBatchCommand, SendMessageCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { Unavailable } from '../../domain/faults.ts';
import type { LotKey, Work } from '../../usecases/ports.ts';

/** SQS takes so many messages in one call. */
const MOST_AT_ONCE = 10;

/** Two queues: hand-overs that go on in another run of their function, and lots whose executions are to be started. */
export const sqsWork = (queues: Readonly<{ handOvers: string; starts: string }>, config: SQSClientConfig = {}): Work => {
  const client = new SQSClient(config);
  return {
    goOn: async (upload) => { await client.send(new SendMessageCommand({ QueueUrl: queues.handOvers, MessageBody: JSON.stringify(upload) })); },
    startLots: async (lots) => {
      for (let i = 0; i < lots.length; i += MOST_AT_ONCE) {
        const Entries = lots.slice(i, i + MOST_AT_ONCE).map((lot: LotKey, n) => ({ Id: String(n), MessageBody: JSON.stringify(lot) }));
        const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: queues.starts, Entries }));
        if (Failed && Failed.length > 0) throw new Unavailable(`the queue refused ${Failed.length} of ${Entries.length} messages`);
      }
    },
  };
};
