import { createHash } from 'node:crypto';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import * as z from 'zod';
import { Unavailable } from '../../domain/faults.ts';
import { ProviderId } from '../../domain/ids.ts';
import type { Post } from '../../usecases/ports/posts.ts';
import { isNotConnected } from '../transient.ts';

export type LetterXpressAccount = Readonly<{
  baseUrl: string;
  username: string;
  apikey: string;
  mode: 'live' | 'test';
  timeoutMs?: number;
}>;
type Reply = Readonly<{ status: number; body: unknown }>;

const Job = z.object({ id: z.coerce.string().pipe(ProviderId), filename_original: z.string(), status: z.string() });
const Created = z.object({ data: Job });
const Listed = z.object({ data: z.array(Job) });
const Refusal = z.object({ message: z.string() });

/** LetterXpress wants a JSON body in GET requests too, which fetch cannot send. */
const call = (account: LetterXpressAccount, method: 'GET' | 'POST', path: string, fields: object): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({
      auth: { username: account.username, apikey: account.apikey, mode: account.mode },
      ...fields,
    });
    const url = new URL(account.baseUrl.replace(/\/$/, '') + path);
    const request = (url.protocol === 'https:' ? https : http)(
      url,
      {
        method,
        agent: false,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const written = Buffer.concat(chunks).toString('utf8');
          try {
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(written || '{}') as unknown });
          } catch (error) {
            reject(new Error(`unreadable reply of the print house: ${response.statusCode ?? 0}`, { cause: error }));
          }
        });
      },
    );
    request.setTimeout(account.timeoutMs ?? 20_000, () =>
      request.destroy(new Error('the print house did not answer in time')),
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      reject(isNotConnected(error) ? new Unavailable('the print house cannot be reached', { cause: error }) : error);
    });
    request.end(body);
  });

/** 429 and 503 say that nothing was taken; any other 5xx leaves it open. */
const checked = ({ status, body }: Reply): unknown => {
  if (status === 429 || status === 503) throw new Unavailable(`the print house is busy (${status})`);
  if (status >= 500) throw new Error(`the print house failed (${status})`);
  return body;
};

/** Letters by LetterXpress (API v3). Our reference travels as the file name, so that a letter can be found again. */
export const letterXpress = (account: LetterXpressAccount): Post => ({
  send: async ({ reference, pdf }) => {
    if (!pdf) throw new Error(`${reference} has no PDF`);
    const base64_file = Buffer.from(pdf).toString('base64');
    const reply = await call(account, 'POST', '/printjobs', {
      letter: {
        base64_file,
        base64_file_checksum: createHash('md5').update(base64_file).digest('hex'),
        filename_original: `${reference}.pdf`,
        specification: { color: '1', mode: 'simplex', shipping: 'national' },
      },
    });
    const body = checked(reply);
    if (reply.status >= 400)
      return {
        outcome: 'refused',
        reason: Refusal.safeParse(body).data?.message ?? `Der Druckdienst hat den Brief abgelehnt (${reply.status}).`,
      };
    return { outcome: 'accepted', providerId: Created.parse(body).data.id };
  },
  outcome: async (reference) => {
    const jobs = Listed.parse(
      checked(await call(account, 'GET', `/printjobs?filename=${encodeURIComponent(`${reference}.pdf`)}`, {})),
    ).data;
    const job = jobs.find((j) => j.filename_original === `${reference}.pdf` && j.status !== 'canceled');
    return job ? { outcome: 'accepted', providerId: job.id } : { outcome: 'absent' };
  },
});
