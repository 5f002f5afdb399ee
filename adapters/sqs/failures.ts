import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { NotFound } from '../../domain/faults.ts';
import type { Failures, Lost } from '../../usecases/ports/failures.ts';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';

/** Where a source's failures wait, and how they are done again. */
type Where<S> = Readonly<{ source: S; lost: string } & ({ call: string } | { put: string })>;
type LostMessage = Lost & Readonly<{ receipt: string; event: unknown }>;

/** What Lambda writes of a call that failed for good (invocation record of an on-failure destination). */
const OfLambda = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorType: z.string().optional() }).nullish(),
});
/** What SNS writes of a notification it could not hand over: without the envelope that the function gets it in. */
const OfSns = z.looseObject({ Type: z.literal('Notification'), MessageId: z.string(), Message: z.string() });

/** The event as the function got it, or would have got it. */
export const eventIn = (body: string): Readonly<{ event: unknown; fault: string | null }> => {
  const written: unknown = JSON.parse(body);
  const lambda = OfLambda.safeParse(written);
  if (lambda.success) {
    const { requestPayload, responsePayload, requestContext } = lambda.data;
    return { event: requestPayload, fault: responsePayload?.errorType ?? requestContext.condition };
  }
  const sns = OfSns.safeParse(written);
  return { event: sns.success ? { Records: [{ EventSource: 'aws:sns', Sns: sns.data }] } : written, fault: null };
};

const About = z.union([
  z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) }).transform((e) => e.detail.object.key),
  z.object({ key: z.string() }).transform((e) => e.key),
  z.object({ handOver: z.string() }).transform((e) => e.handOver),
  z.object({ month: z.string() }).transform((e) => e.month),
]);
const lostIn = ({ Body = '', ReceiptHandle = '', Attributes = {} }: Message): LostMessage => {
  const { event, fault } = eventIn(Body);
  return {
    at: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    about: About.safeParse(event).data ?? null,
    fault,
    receipt: ReceiptHandle,
    event,
  };
};

const HIDDEN_SECONDS = 60;
/** Asked for a second, a queue looks at all of its servers and not at some. */
const ASK_SECONDS = 1;
const MOST_AT_ONCE = 10;

type Clients = Readonly<{ sqs: SQSClient; lambda: LambdaClient }>;

/** Some of what waits in a queue, out of sight of whoever asks next for so long. */
const receive = async (
  { sqs }: Clients,
  QueueUrl: string,
  { most, hiddenSeconds }: Readonly<{ most: number; hiddenSeconds: number }>,
): Promise<LostMessage[]> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: Math.min(most, MOST_AT_ONCE),
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: ASK_SECONDS,
      MessageSystemAttributeNames: ['SentTimestamp'],
    }),
  );
  return Messages.map(lostIn);
};

const lengthOf = async ({ sqs }: Clients, QueueUrl: string): Promise<number> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
};

/** An event goes the way it came: into its queue, or to its function. */
const handOver = async ({ sqs, lambda }: Clients, to: Where<string>, event: unknown): Promise<void> => {
  const text = JSON.stringify(event);
  if ('put' in to) await sqs.send(new SendMessageCommand({ QueueUrl: to.put, MessageBody: text }));
  else
    await lambda.send(
      new InvokeCommand({ FunctionName: to.call, InvocationType: 'Event', Payload: new TextEncoder().encode(text) }),
    );
};

/**
 * The queues of what failed. A function is called as it was before, without waiting: what fails again comes back into
 * its queue.
 */
export const sqsFailures = <S extends string>(
  sources: readonly Where<S>[],
  config: SQSClientConfig & LambdaClientConfig = {},
): Failures<S, LostMessage> => {
  const sqs = new SQSClient({ ...AWS_CLIENT, useQueueUrlAsEndpoint: false, ...config });
  const lambda = new LambdaClient({ ...AWS_CLIENT, ...config });
  saysWhatPasses(sqs);
  saysWhatPasses(lambda);
  const clients = { sqs, lambda };
  const where = (source: S): Where<S> => {
    const found = sources.find((s) => s.source === source);
    if (!found) throw new NotFound(`Es gibt keine Quelle ${source}.`);
    return found;
  };
  return {
    waiting: async (source) => lengthOf(clients, where(source).lost),
    look: async (source) => {
      const seen = await receive(clients, where(source).lost, { most: MOST_AT_ONCE, hiddenSeconds: 0 });
      return seen.map(({ at, about, fault }) => ({ at, about, fault }));
    },
    take: async (source, most) => receive(clients, where(source).lost, { most, hiddenSeconds: HIDDEN_SECONDS }),
    again: async (source, { event, receipt }) => {
      const to = where(source);
      await handOver(clients, to, event);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: to.lost, ReceiptHandle: receipt }));
    },
  };
};
