import type * as z from 'zod';
import { Problem } from './problem.ts';
import {
  namesIn,
  type GivenTo,
  type Once,
  type PagedRoute,
  type PathOf,
  type QueryGivenTo,
  type ReplyOf,
  type Route,
} from './route.ts';

/** What goes over the wire, and what comes back. */
export type Asked = Readonly<{
  method: Route['method'];
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
}>;
/** `body`: what was sent as JSON; undefined where it is none. */
export type Answered = Readonly<{ status: number; body: unknown }>;

/** The API has not done what was asked. `code`: in one word why; null where what answers is none of ours. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly problem: Problem | null;
  constructor({ status, body }: Answered) {
    const problem = Problem.safeParse(body);
    super(problem.success ? problem.data.detail : `Die API antwortet mit ${status}.`);
    this.status = status;
    this.problem = problem.success ? problem.data : null;
  }
  get code(): string | null {
    return this.problem?.code ?? null;
  }
}

/** What answers is not what the contract promises. `answer`: as it came. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly answer: unknown;
  constructor(answer: unknown, options: ErrorOptions) {
    super('Die API antwortet anders, als ihr Vertrag es sagt.', options);
    this.answer = answer;
  }
}

type Path<R extends Route> =
  PathOf<R> extends Readonly<Record<string, never>> ? { path?: undefined } : { path: PathOf<R> };
type Body<R extends Route> =
  Readonly<Record<never, never>> extends GivenTo<R> ? { body?: GivenTo<R> } : { body: GivenTo<R> };
type Key<O extends Once> = {
  never: { key?: undefined };
  honoured: { key?: string };
  required: { key: string };
}[O];
type Query<R extends Route> = R extends PagedRoute ? { query?: QueryGivenTo<R> } : { query?: undefined };
/**
 * What a route is asked with: what stands in its path and behind it, the body, the Idempotency-Key, and the version
 * that was read of what is changed.
 */
export type Given<R extends Route> = Readonly<Path<R> & Query<R> & Body<R> & Key<R['once']> & { match?: number }>;
/** The same, where it is not known of which route. */
export type Any = Readonly<{
  path?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string | number | undefined>> | undefined;
  body?: unknown;
  key?: string | undefined;
  match?: number | undefined;
}>;

const pathWith = (path: string, given: Readonly<Record<string, string>>): string =>
  namesIn(path).reduce((filled, name) => filled.replace(`{${name}}`, encodeURIComponent(given[name] ?? '')), path);
/** `?limit=50`; nothing where nothing is given. */
const queryWith = (given: NonNullable<Any['query']>): string => {
  const said = Object.entries(given).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
};
/** What a call is over the wire, its body as somebody has written it: whoever answers says what is wrong with it. */
export const askedAsWritten = (
  { method, path: form }: Pick<Route, 'method' | 'path'>,
  { path = {}, query = {}, body, key, match }: Any,
): Asked => ({
  method,
  path: `${pathWith(form, path)}${queryWith(query)}`,
  headers: {
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    ...(match === undefined ? {} : { 'If-Match': `"${match}"` }),
  },
  ...(method === 'POST' ? { body: body ?? {} } : {}),
});

/** What a call is over the wire. */
export const asked = <R extends Route>(route: R, given: Given<R> & Any): Asked => askedAsWritten(route, given);

const readIn = <S extends z.ZodType>(schema: S, answer: unknown): z.output<S> => {
  const read = schema.safeParse(answer);
  if (!read.success) throw new Unreadable(answer, { cause: read.error });
  return read.data;
};
/** The reply in an answer; what refuses is thrown as Refused, what no contract knows as Unreadable. */
export const replyIn = <R extends Route>(route: R, answered: Answered): ReplyOf<R> => {
  if (answered.status >= 300) throw new Refused(answered);
  return readIn<R['reply']>(route.reply, answered.body);
};

/** The API as whoever can `send` sees it: each route is asked for what its contract says. */
export const clientOf =
  (send: (asked: Asked) => Promise<Answered>) =>
  async <R extends Route>(route: R, given: Given<R> & Any): Promise<ReplyOf<R>> =>
    replyIn(route, await send(asked(route, given)));

/** A list's pages, one after the other, to its end; whoever has enough stops. */
export const pagesOf = (call: ReturnType<typeof clientOf>) =>
  async function* <R extends PagedRoute>(route: R, given: Given<R> & Any): AsyncGenerator<ReplyOf<R>> {
    let cursor: string | null | undefined;
    do {
      const query = { ...given.query, ...(cursor === undefined ? {} : { cursor }) };
      const page: ReplyOf<R> = await call(route, { ...given, query });
      yield page;
      cursor = page.next;
    } while (cursor !== null);
  };
