import { GatewayRefusal, PROBLEM_TYPE, Problem } from '../../contracts/problem.ts';
import type { Route } from '../../contracts/route.ts';
import type { Schemas } from './schemas.ts';

/** Who refuses: a function of ours, with a code; the gateway before any; or either. */
type By = 'us' | 'gateway' | 'either';
type Refusal = Readonly<{ name: string; by: By; words: string }>;

/** Every status that refuses, what the document calls it, and what it means. */
const OF_STATUS: Readonly<Record<number, Refusal>> = {
  400: {
    name: 'Malformed',
    by: 'us',
    words:
      'The body is no JSON, or not of this form; or a header, or what stands behind the path, is: `errors` says which.',
  },
  401: { name: 'NoToken', by: 'gateway', words: 'There is no bearer token.' },
  403: {
    name: 'NotAdmitted',
    by: 'gateway',
    words:
      'The token is forged, run out or of another issuer, its access is shut, or the route is open to others only.',
  },
  404: { name: 'NotFound', by: 'either', words: 'There is no such thing, or not for whoever asks.' },
  409: {
    name: 'Conflict',
    by: 'us',
    words:
      '`conflict`: somebody else was quicker; nothing is written: look, and ask again. `in-progress`: a call with this Idempotency-Key is being answered: ask again in a moment.',
  },
  412: {
    name: 'Stale',
    by: 'us',
    words: 'What is to be changed is another than the one that `If-Match` names; nothing is written: read it again.',
  },
  413: { name: 'TooLarge', by: 'gateway', words: 'The body is larger than a call may be.' },
  422: { name: 'Refused', by: 'us', words: 'It was understood and cannot be had; the code says why.' },
  429: {
    name: 'TooMany',
    by: 'gateway',
    words: 'Too many calls at once; nothing has been done: ask again, more slowly.',
  },
  500: { name: 'Internal', by: 'either', words: 'A fault of ours. What was asked may have been done.' },
  503: { name: 'Unavailable', by: 'either', words: 'Something we need is away: ask again in a minute.' },
  504: { name: 'TooLate', by: 'gateway', words: 'The answer took too long. What was asked may have been done.' },
};

const contentOf = (by: By, { of }: Schemas) => ({
  ...(by === 'gateway' ? {} : { [PROBLEM_TYPE]: { schema: of(Problem) } }),
  ...(by === 'us' ? {} : { 'application/json': { schema: of(GatewayRefusal) } }),
});
const SPEAKS = {
  'Content-Language': {
    description: 'Of ours: `de`, or `en, de`, for the particulars are German.',
    schema: { type: 'string' },
  },
} as const;
const ASKS_AGAIN = {
  'Retry-After': { description: 'Of `in-progress`: so many seconds.', schema: { type: 'integer' } },
} as const;
/** What refuses, once: every route may answer each of these. */
export const refusalsIn = (answered: Schemas) =>
  Object.fromEntries(
    Object.values(OF_STATUS).map(({ name, by, words }) => [
      name,
      {
        description: words,
        ...(by === 'gateway' ? {} : { headers: { ...SPEAKS, ...(name === 'Conflict' ? ASKS_AGAIN : {}) } }),
        content: contentOf(by, answered),
      },
    ]),
  );
/** Refused only where a version was named. */
const OF_VERSIONS = '412';
/** The same by status, as an operation names them. */
export const refusalsOf = ({ method, versioned }: Pick<Route, 'method' | 'versioned'>) =>
  Object.fromEntries(
    Object.entries(OF_STATUS)
      .filter(([status]) => status !== OF_VERSIONS || (versioned && method === 'POST'))
      .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
