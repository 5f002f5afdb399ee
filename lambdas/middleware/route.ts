import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer as Event,
  APIGatewayProxyStructuredResultV2 as Result,
} from 'aws-lambda';
import * as z from 'zod';
import { Rejected, type Fault } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { WrongInput, readInput } from '../../domain/read-input.ts';
import { observed } from './observed.ts';

const STATUS: Readonly<Record<Fault['name'], number>> = {
  Rejected: 422,
  NotFound: 404,
  Conflict: 409,
  Unavailable: 503,
};
const UNKNOWN_CLIENT = 'client.unknown';
const isFault = (error: Error): error is Fault => error.name in STATUS;
/** The body is none; a SyntaxError anywhere else would be our own fault. */
class NoJson extends Error {
  override readonly name = 'NoJson';
}
const jsonOf = (written: string): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    throw new NoJson('Der Inhalt ist kein gültiges JSON.');
  }
};
/** What a fault is about that lies in no field: the body is a list, or a text. */
const WHOLE = 'Inhalt der Anfrage';
const Strings = z.record(z.string(), z.string());
const reply = (statusCode: number, body: unknown): Result => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** Who calls: a creditor's machine client, or one of our own people's. */
export type Caller = Readonly<{ client: string; operator: boolean; creditor: CreditorId | null }>;
export type Call<B> = Readonly<{
  caller: Caller;
  body: B;
  path: Readonly<Record<string, string>>;
  idempotencyKey: string | null;
}>;

const failed = (error: Error): Result => {
  if (error instanceof WrongInput)
    return reply(400, {
      fehler: 'eingabe',
      meldung: 'Die Anfrage ist nicht in der erwarteten Form.',
      felder: error.faults.map(({ field, message }) => ({ feld: field || WHOLE, meldung: message })),
    });
  if (error instanceof NoJson) return reply(400, { fehler: 'json', meldung: error.message });
  if (!isFault(error))
    return reply(500, { fehler: 'intern', meldung: 'Das hätte nicht geschehen dürfen. Wir sind benachrichtigt.' });
  const status = error.name === 'Rejected' && error.code === UNKNOWN_CLIENT ? 403 : STATUS[error.name];
  return reply(status, {
    fehler: error.name === 'Rejected' ? error.code : error.name,
    meldung: error.message,
  });
};

const callerOf = async (event: Event, creditorOf: (client: string) => Promise<CreditorId | null>): Promise<Caller> => {
  const { client_id: client = '', scope = '' } = z
    .object({ client_id: z.string().optional(), scope: z.string().optional() })
    .parse(event.requestContext.authorizer.jwt.claims);
  if (scope.split(' ').includes('mahnwerk/operator')) return { client, operator: true, creditor: null };
  const creditor = await creditorOf(client);
  // A token lives for an hour; who was revoked is refused at once, on every route.
  if (creditor === null)
    throw new Rejected(UNKNOWN_CLIENT, 'Dieser Zugang gehört zu keinem Gläubiger, oder er ist gesperrt.');
  return { client, operator: false, creditor };
};

/**
 * A route: the caller from the token, one validated input, a fault as its status, anything else a bug and a 500 without
 * detail.
 */
export const route = <S extends z.ZodType>(
  schema: S,
  clients: { creditorOf(client: string): Promise<CreditorId | null> },
  run: (call: Call<z.output<S>>) => Promise<unknown>,
  status = 200,
) =>
  middy<Event, Result>()
    .use({
      onError: (request: { error: Error | null; response: unknown }) => {
        if (request.error) request.response = failed(request.error);
      },
    })
    .use(observed<Result>('api', (result) => ({ status: result.statusCode })))
    .handler(async (event: Event) => {
      const written = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
      const path = Strings.parse(event.pathParameters ?? {});
      const idempotencyKey =
        Object.entries(Strings.parse(event.headers)).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1] ??
        null;
      return reply(
        status,
        await run({
          caller: await callerOf(event, clients.creditorOf),
          body: readInput(schema, written ? jsonOf(written) : {}),
          path,
          idempotencyKey,
        }),
      );
    });
