import * as z from 'zod';
import type { Role } from '../domain/access/roles.ts';
import type { Again } from './again.ts';
import { PAGE_SIZE } from '../domain/page.ts';

export type Method = 'GET' | 'POST';
export type Status = 200 | 201 | 202;
/**
 * Whether a call names itself by an Idempotency-Key, so that whoever repeats it does not do it twice. `required`:
 * nothing else tells two of the same amount apart; `never`: a question changes nothing.
 */
export type Once = 'never' | 'honoured' | 'required';

/**
 * What a route of the API takes and gives, and who may ask. Handler, stack, command and tests all read it from here, as
 * they read a task's from `statemachines/`.
 */
export type Route<
  P extends string = string,
  M extends Role = Role,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  O extends Once = Once,
  Q extends z.ZodType = z.ZodType,
> = Readonly<{
  method: Method;
  path: P;
  may: readonly M[];
  once: O;
  /** How it is safe to repeat; null: it is a question. */
  again: O extends 'never' ? null : Again;
  status: Status;
  /**
   * Whether what it is about has versions: a GET says in `ETag` which one it shows, a POST is told in `If-Match` which
   * one was read, and is refused (412) where it is no longer the newest.
   */
  versioned: boolean;
  query: Q;
  body: B;
  reply: R;
}>;
/** A route that changes something. */
export type Change = Route<string, Role, z.ZodType, z.ZodType, 'honoured' | 'required'>;
/** A route that only answers. */
export type Question = Route<string, Role, z.ZodType, z.ZodType, 'never'>;

/** Nothing is told in the body of a question. */
const NoBody = z.strictObject({});
/** Nothing stands behind the path; what does is refused by its name. */
const NoQuery = z.strictObject({});
type NoQuery = typeof NoQuery;

type Asking<P, M, R> = Readonly<{ path: P; may: readonly M[]; reply: R; versioned?: boolean }>;
export const get = <P extends string, M extends Role, R extends z.ZodType>(
  of: Asking<P, M, R>,
): Route<P, M, typeof NoBody, R, 'never', NoQuery> => ({
  method: 'GET',
  once: 'never',
  again: null,
  status: 200,
  versioned: false,
  query: NoQuery,
  body: NoBody,
  ...of,
});

const LIMIT = `eine ganze Zahl von 1 bis ${PAGE_SIZE.most}`;
/** Which page of a list: `cursor` is the `next` of the page before. */
export const PageQuery = z.strictObject({
  limit: z.coerce
    .number<string | number>(LIMIT)
    .int(LIMIT)
    .min(1, LIMIT)
    .max(PAGE_SIZE.most, LIMIT)
    .default(PAGE_SIZE.usual),
  cursor: z.string().min(1).max(400).optional(),
});
/** Where the rest of a list begins; null: that was all. Only it says so: a page may hold fewer than asked for. */
const Next = z.string().nullable();

type Listing<P, M, S> = Readonly<{ path: P; may: readonly M[]; lists: S }>;
/** A list that comes in pages. `lists`: the keys of its reply beside `next`. */
export const getPage = <P extends string, M extends Role, S extends z.ZodRawShape>({
  lists,
  ...of
}: Listing<P, M, S>) => ({
  ...get({ ...of, reply: z.object({ ...lists, next: Next }) }),
  query: PageQuery,
});
/** A list that is short by its nature: it comes whole, in the form of a last page. */
export const getWhole = <P extends string, M extends Role, S extends z.ZodRawShape>({
  lists,
  ...of
}: Listing<P, M, S>) => get({ ...of, reply: z.object({ ...lists, next: z.null() }) });

/** What whatever changes something has, unless its contract says otherwise. */
const CHANGING = { method: 'POST', status: 200, versioned: false, query: NoQuery } as const;
type Doing<P, M, B, R> = Asking<P, M, R> & Readonly<{ body: B; again: Again; status?: Status }>;
export const post = <P extends string, M extends Role, B extends z.ZodType, R extends z.ZodType>(
  of: Doing<P, M, B, R>,
): Route<P, M, B, R, 'honoured', NoQuery> => ({
  ...CHANGING,
  once: 'honoured',
  ...of,
});
/** A route that is told every call by an Idempotency-Key of its own. */
export const postOnce = <P extends string, M extends Role, B extends z.ZodType, R extends z.ZodType>(
  of: Doing<P, M, B, R>,
): Route<P, M, B, R, 'required', NoQuery> => ({
  ...CHANGING,
  once: 'required',
  ...of,
});

type NamesIn<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | NamesIn<Rest> : never;
/** What stands in the places of a path: `/v1/akten/{akte}` has `{ akte }`. */
export type PathOf<R extends Route> = { readonly [N in NamesIn<R['path']>]: string };
/** The names of a path's places, in order. */
export const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
/** The body as whoever answers reads it, and as whoever asks gives it. */
export type BodyOf<R extends Route> = z.output<R['body']>;
export type GivenTo<R extends Route> = z.input<R['body']>;
/** The same of what stands behind the path. */
export type QueryOf<R extends Route> = z.output<R['query']>;
export type QueryGivenTo<R extends Route> = z.input<R['query']>;
/** A route that answers page by page. */
export type PagedRoute = Route<string, Role, z.ZodType, z.ZodType<Readonly<{ next: string | null }>>, 'never'> &
  Readonly<{ query: typeof PageQuery }>;
/** The reply as whoever asked reads it, and as whoever answers gives it. */
export type ReplyOf<R extends Route> = z.output<R['reply']>;
export type AnswerOf<R extends Route> = z.input<R['reply']>;

/** `GET /v1/akten/{akte}`: what the gateway calls a route. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** A reply's lists are read, never added to. */
export const listOf = <S extends z.ZodType>(item: S) => z.array(item).readonly();
