import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ROUTES } from '../../contracts/api.ts';
import { Problem } from '../../contracts/problem.ts';
import { routeKey } from '../../contracts/route.ts';
import { asItIs } from '../../tools/api-table.ts';

/** Every key that stands in a JSON schema, however deep. */
const keysIn = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) =>
    name === 'properties' && typeof inner === 'object' && inner !== null
      ? [...Object.keys(inner), ...Object.values(inner).flatMap(keysIn)]
      : keysIn(inner),
  );
};
const keysOf = (schema: z.ZodType): readonly string[] =>
  keysIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

test('no route is there twice, under a name or a path', () => {
  const ways = ROUTES.flatMap(({ name, route }) => [name, routeKey(route)]);
  expect(new Set(ways).size).toBe(ways.length);
});

test.each(ROUTES.map(({ name, route }) => [name, route.body] as const))(
  '%s does not ask who acts: a body said so, and whoever wrote it was believed',
  (_, body) => {
    expect(keysOf(body).filter((key) => /^(by|who|signedBy|actor)$/.test(key))).toEqual([]);
  },
);

/** How the same things were called before, and are no more. */
const GERMAN =
  /akten?zeichen|forderung|zahlung|schuldner|glaeubiger|faell|betrag|grund|meldung|fehl|rueck|offen|seit|zustand|verlauf|ueber|zins|gebuehr|raten|ruht|kennung/i;
test.each([...ROUTES.map(({ name, route }) => [name, route.reply] as const), ['a refusal', Problem] as const])(
  '%s answers with keys in English, in one spelling',
  (_, reply) => {
    const keys = keysOf(reply);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !/^[a-z][A-Za-z]*\d?$/.test(key) || GERMAN.test(key))).toEqual([]);
  },
);

test('the page about the API shows every route and every fault as it is (node tools/api.ts)', () => {
  const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  expect(page).toBe(asItIs(page));
});
