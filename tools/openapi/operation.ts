import type { RouteName } from '../../contracts/api.ts';
import { PLACES } from '../../contracts/places.ts';
import { namesIn, type Once, type Route, type Status } from '../../contracts/route.ts';
import { SUMMARIES } from '../../contracts/summaries.ts';
import { setOf } from '../roles-table.ts';
import { refusalsOf } from './refusals.ts';
import type { Schemas } from './schemas.ts';

/** What goes in, and what comes out. */
export type Both = Readonly<{ given: Schemas; answered: Schemas }>;
type Named = Readonly<{ name: RouteName; route: Route }>;

/** Who may ask: the set by its name, and the roles that are in it. */
const opens = (may: Route['may']) => ({
  description: `Open to \`${setOf(may)}\`: ${may.map((role) => `\`${role}\``).join(', ')}.`,
  'x-may': { set: setOf(may), roles: may },
});
const SUCCESS: Readonly<Record<Status, string>> = {
  200: 'What was asked for, or what has come of it.',
  201: 'It is written down.',
  202: 'It was taken, and is done later.',
};
const QUERY_WORDS: Readonly<Record<string, string>> = {
  limit: 'So many entries at most. A page may hold fewer, even none, though others follow.',
  cursor: 'The `next` of the page before, as it came. Without it the list begins.',
};
const isPlace = (name: string): name is keyof typeof PLACES => Object.hasOwn(PLACES, name);
const placeIn =
  ({ given }: Both) =>
  (name: string) => {
    if (!isPlace(name)) throw new Error(`the place ${name} is not described in contracts/places.ts`);
    const { form, words } = PLACES[name];
    return { name, in: 'path', required: true, description: words, schema: given.of(form) };
  };
const KEYS: { readonly [O in Once]: readonly string[] } = { never: [], honoured: ['Key'], required: ['NeededKey'] };
/** What a call may say in its headers, by the name that stands in the document. */
const headersOf = ({ once, method, versioned }: Route) =>
  [...KEYS[once], ...(versioned && method === 'POST' ? ['Version'] : []), 'Language'].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
/** What a repeated call is answered with, beside what the first was. */
const REPLAYED = {
  'Idempotency-Replayed': {
    description: '`true` where this had been done before, and is only answered again.',
    schema: { type: 'string', enum: ['true'] },
  },
} as const;
const SHOWS = {
  ETag: { description: 'Which version it is, for `If-Match`.', schema: { type: 'string' }, example: '"3"' },
} as const;
/** What the headers of an answer say. */
const saidOf = ({ again, versioned }: Route) => {
  const headers = { ...(again === null ? {} : REPLAYED), ...(versioned ? SHOWS : {}) };
  return Object.keys(headers).length === 0 ? {} : { headers };
};
/** What may stand behind the path. */
const queryOf = ({ query }: Route, { given }: Both) =>
  Object.entries(given.of(query).properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: QUERY_WORDS[name] ?? name,
    schema,
  }));

const JSON_TYPE = 'application/json';
const bodyOf = ({ method, body }: Route, { given }: Both) =>
  method === 'GET'
    ? {}
    : {
        requestBody: {
          required: !body.safeParse({}).success,
          content: { [JSON_TYPE]: { schema: given.of(body) } },
        },
      };

/** A route as an operation of OpenAPI: by its contract, and what stands beside it in words. */
export const operationOf = ({ name, route }: Named, both: Both) => ({
  operationId: name,
  tags: [name.split('.')[0]],
  summary: SUMMARIES[name],
  ...opens(route.may),
  parameters: [...namesIn(route.path).map(placeIn(both)), ...queryOf(route, both), ...headersOf(route)],
  ...bodyOf(route, both),
  responses: {
    [route.status]: {
      description: SUCCESS[route.status],
      ...saidOf(route),
      content: { [JSON_TYPE]: { schema: both.answered.of(route.reply) } },
    },
    ...refusalsOf(route),
  },
});
