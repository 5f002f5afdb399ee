import * as z from 'zod';
import { ROUTES } from '../contracts/api.ts';
import type { Route } from '../contracts/route.ts';
import { REFUSED, STATUS_OF } from '../contracts/problem.ts';
import { FAULT_CODES, type Language } from '../domain/fault-codes.ts';
import { keysOf as keysOfTable } from '../domain/keys-of.ts';
import { setOf } from './roles-table.ts';

const KEYS = {
  never: '',
  honoured: '',
  required: '<br>needs an `Idempotency-Key`',
} as const;

type Json = z.core.JSONSchema.BaseSchema;
/** What several schemas want, those with the same keys once. */
const keysOfEach = (schemas: readonly (Json | boolean)[]): readonly string[] => {
  const keys = schemas.map((schema) => (typeof schema === 'boolean' ? '' : keysIn(schema)));
  return [...new Map(keys.map((k) => [k.split(', ').sort().join(), k] as const).reverse()).values()].reverse();
};
/** `reason`, `until?`; of a choice the keys of each; of what is joined the keys of all. */
const keysIn = ({ properties = {}, required = [], anyOf = [], oneOf = [], allOf = [] }: Json): string =>
  [
    Object.keys(properties)
      .map((key) => `\`${key}${required.includes(key) ? '' : '?'}\``)
      .join(', '),
    keysOfEach(allOf).join(', '),
    ...keysOfEach([...anyOf, ...oneOf]),
  ]
    .filter((keys) => keys !== '')
    .join(' or ');
const keysOf = (schema: z.ZodType): string => keysIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

/** `?limit`, `?cursor`: what may stand behind a path. */
const queryOf = (query: z.ZodType): string => keysOf(query).replace(/`(\w+)\??`/g, '`?$1`');
const row = ({ method, path, may, once, query, body, reply, status }: Route): string =>
  `| \`${method} ${path}\` | \`${setOf(may)}\` | ${queryOf(query)}${keysOf(body)}${KEYS[once]} | ${status}: ${keysOf(reply)} |`;
const routes = (): string =>
  ['| route | who | query or body | reply |', '|---|---|---|---|', ...ROUTES.map(({ route }) => row(route))].join('\n');

const told = { ...FAULT_CODES.api, ...FAULT_CODES.reckoned };
const faultRow = (status: number, code: string, { de, en }: Readonly<Record<Language, string>>): string =>
  `| ${status} | \`${code}\` | ${en} | ${de} |`;
const faults = (): string =>
  [
    '| status | `code` | `title` in English | in German |',
    '|---|---|---|---|',
    ...keysOfTable(FAULT_CODES.general).map((code) => faultRow(STATUS_OF[code], code, FAULT_CODES.general[code])),
    ...Object.entries(told).map(([code, title]) => faultRow(REFUSED, code, title)),
  ].join('\n');

/** What of the page is written here, each between marks of its own. */
const WRITTEN: Readonly<Record<string, () => string>> = { routes, faults };

const writtenIn = (page: string, name: string, text: string): string => {
  const begin = `<!-- ${name}: node tools/api.ts -->`;
  const end = `<!-- /${name} -->`;
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`docs/api.md has no place for the ${name}`);
  return `${before}${begin}\n${text}\n${end}${after}`;
};

/** The page about the API with its routes and faults as they are now. Throws where the page has no place for them. */
export const asItIs = (page: string): string =>
  Object.entries(WRITTEN).reduce((written, [name, text]) => writtenIn(written, name, text()), page);
