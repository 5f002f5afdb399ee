import { randomUUID } from 'node:crypto';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as z from 'zod';
import { askedAsWritten, clientOf, replyIn, type Asked } from '../contracts/client.ts';
import { isNoneYet, keyed } from '../contracts/repeating.ts';
import type { ReplyOf, Route } from '../contracts/route.ts';
import { REGION, type Cloud } from './cloud.ts';
import type { Outputs } from './deploy.ts';
import { eventually } from './eventually.ts';

/** Clients of the local cloud: keep-alive off, or each call waits 44 ms for a delayed acknowledgement. */
export const awsConfig = (cloud: Pick<Cloud, 'endpoint'>) => ({
  endpoint: cloud.endpoint,
  region: REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestHandler: new NodeHttpHandler({ httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } }),
  forcePathStyle: true,
});

export type Reply = Readonly<{ status: number; body: unknown; text: string }>;
/** What is no JSON says itself what it is: null. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
/** One HTTP call to the local gateway; `host` chooses the API, for names that do not resolve on every machine. */
export const send = (
  cloud: Cloud,
  of: {
    method: string;
    path: string;
    host?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string | Uint8Array;
  },
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const url = new URL(cloud.endpoint + of.path);
    const request = (url.protocol === 'https:' ? https : http)(
      url,
      {
        method: of.method,
        agent: false,
        headers: {
          ...(of.host ? { Host: of.host } : {}),
          ...(of.body ? { 'Content-Length': String(Buffer.byteLength(of.body)) } : {}),
          ...of.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (c: Buffer) => chunks.push(c));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: jsonIn(text), text });
        });
      },
    );
    request.on('error', reject);
    request.end(of.body);
  });

export type Machine = Readonly<{ clientId: string; clientSecret: string }>;
/** An access token for a machine client (client credentials). */
export const tokenFor = async (cloud: Cloud, machine: Machine): Promise<string> => {
  const reply = await send(cloud, {
    method: 'POST',
    path: '/oauth2/token',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `Basic ${Buffer.from(`${machine.clientId}:${machine.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: machine.clientId,
      client_secret: machine.clientSecret,
      scope: 'mahnwerk/creditor',
    }).toString(),
  });
  return z.object({ access_token: z.string() }).parse(reply.body ?? { error: reply.text }).access_token;
};

/** The API as one caller sees it: each route as its contract has it. */
export const apiOf = (cloud: Cloud, outputs: Pick<Outputs, 'ApiUrl'>, token: string) => {
  const host = new URL(outputs.ApiUrl).host;
  /** What comes back, whatever it is. */
  const tried = ({ method, path, headers, body }: Asked): Promise<Reply> =>
    send(cloud, {
      method,
      path,
      host,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  /** Each call under a key of its own, and again until somebody can answer it. */
  const done = async (asked: Asked): Promise<Reply> => {
    const called = `${asked.method} ${asked.path}`;
    const call = keyed(asked, randomUUID);
    const reply = await eventually(async () => {
      const answer = await tried(call);
      return isNoneYet(answer) ? { still: `${called}: ${answer.text}` } : { answer };
    });
    if (reply.status >= 300) throw new Error(`${called}: ${reply.status} ${reply.text.slice(0, 400)}`);
    return reply;
  };
  return {
    token,
    tried,
    call: clientOf(done),
    /** With a body as it stands in a file. */
    callAsWritten: async <R extends Route>(route: R, body: unknown): Promise<ReplyOf<R>> =>
      replyIn(route, await done(askedAsWritten(route, { body }))),
  };
};
export type Api = ReturnType<typeof apiOf>;

/** Uploads a file with the permission the API gave: a multipart form, exactly as a browser or curl would send it. */
export const upload = async (
  cloud: Cloud,
  permit: { url: string; fields: Record<string, string> },
  bytes: Uint8Array,
): Promise<number> => {
  const boundary = 'mahnwerk-hand-over';
  const fields = Object.entries(permit.fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const body = Buffer.concat([
    Buffer.from(
      `${fields}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="liste.csv"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const url = new URL(permit.url);
  return (
    await send(cloud, {
      method: 'POST',
      path: url.pathname,
      host: url.host,
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
      body,
    })
  ).status;
};

/** What the local cloud has sent so far. */
export const outbox = async (cloud: Cloud) => ({
  mails: (await send(cloud, { method: 'GET', path: '/_ministack/ses/messages' })).body,
  sms: (await send(cloud, { method: 'GET', path: '/_ministack/sns/sms-messages' })).body,
});
