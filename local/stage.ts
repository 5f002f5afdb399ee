import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { API } from '../contracts/api.ts';
import { hangCalendar, type Calendar } from './calendar.ts';
import { apiOf, awsConfig, outbox, tokenFor, type Api } from './client.ts';
import { startCloud, type Cloud } from './cloud.ts';
import { bootstrap, deploy, type Outputs } from './deploy.ts';
import { HERBST, SOMMER, WINTER, invite, personAt } from './persons.ts';
import { startPrintHouse, type PrintHouse } from './print-house.ts';

const root = join(import.meta.dirname, '..');
export const example = (name: string): Buffer => readFileSync(join(root, 'examples', name));

/** A running stage: cloud, print house, and the demo's calendar. */
export type Running = Readonly<{
  cloud: Cloud;
  outputs: Outputs;
  prints: PrintHouse;
  operator: Api;
  folder: string;
  calendar: Calendar;
  stop: () => Promise<void>;
}>;

const APIKEY = 'demo-key';

type Setting = Readonly<{
  folder: string;
  /** Every permission is checked, as AWS does. */
  enforce?: boolean;
  /** Keeps its state on disk, so that it can be stopped and started again. */
  persist?: boolean;
  say: (text: string) => void;
}>;
/** Starts everything in an empty folder. The calendar shows day 0 until somebody turns it. */
export const setStage = async (of: Setting): Promise<Running> => {
  rmSync(of.folder, { recursive: true, force: true });
  const prints = await startPrintHouse({ port: 0, folder: join(of.folder, 'letters'), apikey: APIKEY });
  const up = {
    cloud: await startCloud({ folder: join(of.folder, 'cloud'), persist: of.enforce === true || of.persist === true }),
  };
  // Whatever fails on the way up leaves nothing running behind.
  try {
    return await furnish(of, up, prints);
  } catch (error) {
    await prints.close();
    await up.cloud.stop();
    throw error;
  }
};

const furnish = async (of: Setting, up: { cloud: Cloud }, prints: PrintHouse): Promise<Running> => {
  let { cloud } = up;
  of.say(`Lokale Cloud läuft auf ${cloud.endpoint}`);
  await bootstrap(cloud);
  const outputs = await deploy(cloud);
  of.say('CDK-App ausgerollt');
  if (of.enforce) {
    await cloud.stop();
    cloud = await startCloud({ folder: cloud.folder, port: cloud.port, enforce: true });
    up.cloud = cloud;
    of.say('Rechteprüfung eingeschaltet (IAM und Bucket-Policies)');
  }
  await new SecretsManagerClient(awsConfig(cloud)).send(
    new PutSecretValueCommand({
      SecretId: outputs.PostSecret,
      SecretString: JSON.stringify({ baseUrl: `${prints.url}/v3`, username: 'demo', apikey: APIKEY, mode: 'test' }),
    }),
  );
  for (const person of [SOMMER, HERBST, WINTER]) await invite({ cloud, outputs }, person);
  return {
    cloud,
    outputs,
    prints,
    operator: await personAt({ cloud, outputs }, SOMMER),
    folder: of.folder,
    calendar: await hangCalendar({ cloud, outputs }),
    stop: async () => {
      await prints.close();
      await cloud.stop();
    },
  };
};

/**
 * Stops the cloud and starts it again with what it had kept. As on a power cut every execution that was running is
 * failed; our own people sign in again.
 */
export const restartCloud = async (running: Running): Promise<Running> => {
  await running.cloud.stop();
  const cloud = await startCloud({ folder: running.cloud.folder, port: running.cloud.port, persist: true });
  return {
    ...running,
    cloud,
    operator: await personAt({ cloud, outputs: running.outputs }, SOMMER),
    stop: async () => {
      await running.prints.close();
      await cloud.stop();
    },
  };
};

/** Calls a function as a schedule does, and returns what it answers. */
const invoke = async (cloud: Cloud, FunctionName: string, event: object): Promise<unknown> => {
  const { Payload, FunctionError } = await new LambdaClient(awsConfig(cloud)).send(
    new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(event)) }),
  );
  const text = new TextDecoder().decode(Payload);
  if (FunctionError) throw new Error(`${FunctionName} with ${JSON.stringify(event)}: ${text}`);
  return JSON.parse(text);
};

/** Calls the function that the schedule calls every hour. */
export const runSweep = async ({ cloud, outputs }: Running): Promise<Readonly<Record<string, number | boolean>>> =>
  z.record(z.string(), z.union([z.number(), z.boolean()])).parse(await invoke(cloud, outputs.SweepFunction, {}));

type Client = Parameters<typeof tokenFor>[1];
/** The API as whoever has this client sees it. */
const apiBy = async ({ cloud, outputs }: Running, client: Client): Promise<Api> =>
  apiOf(cloud, outputs, await tokenFor(cloud, client));

/** Makes a creditor a way into the API for one purpose, and returns the API as whoever has it sees it. */
export const openAccess = async (running: Running, creditor: string, purpose: string): Promise<Api> => {
  const { clientId, clientSecret } = await running.operator.call(API.accesses.make, {
    path: { creditor },
    body: { purpose },
  });
  if (clientId === null || clientSecret === null) throw new Error(`${creditor} has an access for ${purpose} already`);
  return apiBy(running, { clientId, clientSecret });
};

/** A second client beside the first, as the creditor's program uses it. */
export const renewAccess = async (running: Running, creditor: string, purpose: string): Promise<Api> => {
  const { clientId, clientSecret } = await running.operator.call(API.accesses.renew, {
    path: { creditor, purpose },
    body: { days: 1 },
  });
  if (clientId === null || clientSecret === null)
    throw new Error(`the access of ${creditor} for ${purpose} has no client of its own`);
  return apiBy(running, { clientId, clientSecret });
};

const Mandate = z.looseObject({});
/** Adds a creditor as our own people do, and returns the API as that creditor sees it. */
export const addCreditor = async (running: Running, file: string, procedure?: string): Promise<Api> => {
  const mandate = Mandate.parse(JSON.parse(example(`creditors/${file}.json`).toString('utf8')));
  const { creditor } = await running.operator.callAsWritten(API.creditors.save, {
    ...mandate,
    ...(procedure ? { procedure: JSON.parse(example(procedure).toString('utf8')) as unknown } : {}),
  });
  return openAccess(running, creditor, 'api');
};

/** The bucket as a person looking around sees it. */
export const filing = ({ cloud, outputs }: Running) => {
  const s3 = new S3Client(awsConfig(cloud));
  const Bucket = outputs.BucketName;
  return {
    put: async (Key: string, Body: string | Uint8Array): Promise<void> => {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    list: async (Prefix: string): Promise<string[]> =>
      ((await s3.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents ?? []).map((o) => o.Key ?? ''),
    get: async (Key: string): Promise<Uint8Array> => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      if (!Body) throw new Error(`${Key} is empty`);
      return Body.transformToByteArray();
    },
  };
};

const WAITING = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;
/** How many messages wait in each queue, the one for what nobody could take included. */
export const queued = async ({ cloud }: Running): Promise<{ queue: string; messages: number }[]> => {
  const sqs = new SQSClient(awsConfig(cloud));
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  return Promise.all(
    QueueUrls.map(async (QueueUrl) => {
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      const waiting = WAITING.map((name) => Number(Attributes[name] ?? 0));
      return { queue: QueueUrl.split('/').at(-1) ?? '', messages: waiting.reduce((sum, n) => sum + n, 0) };
    }),
  );
};

const PaidOut = z.object({
  payouts: z.array(z.object({ creditor: z.string(), cents: z.int() })),
  files: z.array(z.string()),
});
/** Calls the function that the schedule calls on the first of a month. */
export const payOut = async ({ cloud, outputs }: Running, month: string): Promise<z.infer<typeof PaidOut>> =>
  PaidOut.parse(await invoke(cloud, outputs.PayoutFunction, { month }));

const Mail = z.object({
  Source: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.string().nullable(),
  BodyHtml: z.string().nullable(),
});
export type SentMail = z.infer<typeof Mail>;
/** Mails and text messages that went out; mails to debtors carry our reference in the sender. */
export const sent = async ({ cloud }: Running): Promise<{ mails: SentMail[]; sms: Record<string, unknown>[] }> => {
  const box = await outbox(cloud);
  const mails = z.object({ messages: z.record(z.string(), z.array(Mail)) }).parse(box.mails).messages;
  const found: Record<string, unknown>[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if (Object.keys(value).some((k) => /^message$/i.test(k)) && Object.keys(value).some((k) => /phone/i.test(k)))
        found.push(value as Record<string, unknown>);
      else Object.values(value).forEach(walk);
    }
  };
  walk(box.sms);
  return { mails: Object.values(mails).flat(), sms: found };
};
