import * as z from 'zod';
import { ROUTES } from '../contracts/api.ts';
import type { Route } from '../contracts/route.ts';

const BEGIN = '<!-- routes: node tools/api.ts -->';
const END = '<!-- /routes -->';
const WHO = { creditor: 'creditor', operator: 'our own people', both: 'both' } as const;
const KEYS = {
  never: '',
  optional: '<br>may have an `Idempotency-Key`',
  payment: '<br>needs an `Idempotency-Key`',
  refund: '<br>needs an `Idempotency-Key`',
} as const;

/** `reason`, `until?`; of a choice the keys of each. */
const keysIn = ({ properties = {}, required = [], anyOf = [] }: z.core.JSONSchema.BaseSchema): string =>
  [
    Object.keys(properties)
      .map((key) => `\`${key}${required.includes(key) ? '' : '?'}\``)
      .join(', '),
    ...anyOf.map((choice) => (typeof choice === 'boolean' ? '' : keysIn(choice))),
  ]
    .filter((keys) => keys !== '')
    .join(' or ');
const keysOf = (schema: z.ZodType): string => keysIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

const row = ({ method, path, who, once, body, reply, status }: Route): string =>
  `| \`${method} ${path}\` | ${WHO[who]} | ${keysOf(body)}${KEYS[once]} | ${status}: ${keysOf(reply)} |`;
const table = (): string =>
  ['| route | who | body | reply |', '|---|---|---|---|', ...ROUTES.map(({ route }) => row(route))].join('\n');

/** The page about the API with its routes as they are now. Throws where the page has no place for them. */
export const withRoutes = (page: string): string => {
  const [before, rest] = page.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error('docs/api.md has no place for the routes');
  return `${before}${BEGIN}\n${table()}\n${END}${after}`;
};
