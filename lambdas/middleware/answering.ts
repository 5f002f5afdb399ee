import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer as EventWith,
  APIGatewayProxyStructuredResultV2 as Result,
} from 'aws-lambda';
import * as z from 'zod';
import { PROBLEM_TYPE } from '../../contracts/problem.ts';
import {
  namesIn,
  routeKey,
  type AnswerOf,
  type BodyOf,
  type PathOf,
  type QueryOf,
  type Question,
  type Route,
} from '../../contracts/route.ts';
import { Caller, type CallerAs } from '../../domain/access/caller.ts';
import type { Language } from '../../domain/fault-codes.ts';
import { InProgress } from '../../domain/faults.ts';
import { readInput } from '../../domain/read-input.ts';
import { admitted } from './admitted.ts';
import { NoJson, failed } from './failed.ts';
import { keyFor, type Keys } from './key.ts';
import { SPOKEN, languageIn } from './language.ts';
import { observed } from './observed.ts';
import { etagIn, seenIn } from './version.ts';

/** What comes in: who asks has been found out by the gateway's function (lambdas/gateway/authorize.ts). */
type Event = EventWith<unknown>;

/** A call as its contract has it. */
export type CallOf<R extends Route> = Readonly<{
  caller: CallerAs<R['may'][number]>;
  body: BodyOf<R>;
  path: PathOf<R>;
  query: QueryOf<R>;
  key: Keys[R['once']];
  /** The version that whoever calls has read; null: they name none, or there are none. */
  seen: number | null;
}>;
type Asked = Readonly<{
  caller: Caller;
  body: unknown;
  path: unknown;
  query: unknown;
  key: string | null;
  match: string | null;
}>;
/** `text`: the reply as JSON; `isRepeated`: it had been done before. */
type Answered = Readonly<{ text: string; isRepeated: boolean }>;
export type Answering = Readonly<{ route: Route; answer: (asked: Asked) => Promise<Answered> }>;

const isPathOf = <R extends Route>(route: R, given: unknown): given is PathOf<R> =>
  typeof given === 'object' && given !== null && namesIn(route.path).every((name) => Object.hasOwn(given, name));
const placesIn = <R extends Route>(route: R, given: unknown): PathOf<R> => {
  if (isPathOf(route, given)) return given;
  throw new Error(`the gateway gave another path than ${route.path}`);
};

/** A call as its route has it: who may call and what comes in are held against the contract. */
export const callIn = <R extends Route>(route: R, { caller, body, path, query, key, match }: Asked): CallOf<R> => ({
  caller: admitted<R['may'][number]>(route.may, caller),
  query: readInput<R['query']>(route.query, query),
  body: readInput<R['body']>(route.body, body),
  path: placesIn(route, path),
  key: keyFor<R['once']>(route.once, key),
  seen: seenIn(route, match),
});

/** What answers a question: so is what goes out. What does something stands in doing.ts. */
export const on = <R extends Question>(
  route: R,
  run: (call: CallOf<R>) => AnswerOf<R> | Promise<AnswerOf<R>>,
): Answering => ({
  route,
  answer: async (asked) => ({
    text: JSON.stringify(route.reply.parse(await run(callIn(route, asked)))),
    isRepeated: false,
  }),
});
const Strings = z.record(z.string(), z.string());
/** On every answer: it holds a debtor's data, so nobody on the way keeps it or takes it for anything but JSON. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;
const reply = (route: Route, { text, isRepeated }: Answered): Result => ({
  statusCode: route.status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ...(isRepeated ? { 'idempotency-replayed': 'true' } : {}),
    ...etagIn(route, text),
    ...HEADERS,
  },
  body: text,
});
const refusal = (error: Error, language: Language): Result => {
  const problem = failed(error, language);
  return {
    statusCode: problem.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'content-language': SPOKEN[language],
      ...(error instanceof InProgress ? { 'retry-after': String(error.seconds) } : {}),
      ...HEADERS,
    },
    body: JSON.stringify(problem),
  };
};

const bodyIn = (event: Event): unknown => {
  const written = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
  if (!written) return {};
  try {
    return JSON.parse(written);
  } catch {
    throw new NoJson('Der Inhalt ist kein gültiges JSON.');
  }
};
/** A header by its name in small letters, however it is spelt. */
const headerIn = ({ headers }: Event, wanted: string): string | null =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;

/**
 * A function behind the API: its routes, a fault as its status, anything else a bug and a 500 without detail.
 */
export const answering = (...answers: readonly Answering[]) => {
  const byKey = new Map(answers.map((a) => [routeKey(a.route), a]));
  return middy<Event, Result>()
    .use({
      onError: (request: { event: Event; error: Error | null; response: unknown }) => {
        if (!request.error) return;
        request.response = refusal(request.error, languageIn(headerIn(request.event, 'accept-language')));
      },
    })
    .use(observed<Result>('api', ({ statusCode }) => ({ status: statusCode })))
    .handler(async (event: Event) => {
      const answers = byKey.get(event.routeKey);
      if (!answers) throw new Error(`this function does not answer ${event.routeKey}`);
      const caller = Caller.parse(event.requestContext.authorizer.lambda);
      const path = Strings.parse(event.pathParameters ?? {});
      const key = headerIn(event, 'idempotency-key');
      const query = event.queryStringParameters ?? {};
      const match = headerIn(event, 'if-match');
      return reply(answers.route, await answers.answer({ caller, body: bodyIn(event), path, query, key, match }));
    });
};
