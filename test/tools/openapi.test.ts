import { readFileSync } from 'node:fs';
import { ROUTES } from '../../contracts/api.ts';
import { openApi, openApiText } from '../../tools/openapi/document.ts';

const { paths, components } = openApi();
type Found = Readonly<Record<string, unknown>>;
const isFound = (value: unknown): value is Found => typeof value === 'object' && value !== null;
const at = (from: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((found, key) => (isFound(found) ? found[key] : undefined), from);
const operation = (path: string, method = 'post'): unknown => at(paths, path, method);

test('the document shows every route and every form as it is (node tools/openapi.ts)', () => {
  expect(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')).toBe(openApiText());
});

test('every route stands in it once, under its name, with what it answers and what refuses it', () => {
  const all = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(all.map((of) => at(of, 'operationId')).sort()).toEqual(ROUTES.map(({ name }) => name).sort());
  for (const { route } of ROUTES) {
    const answers = at(operation(route.path, route.method.toLowerCase()), 'responses');
    const stale = route.versioned && route.method === 'POST' ? [412] : [];
    expect(Object.keys(isFound(answers) ? answers : {})).toEqual(
      [route.status, 400, 401, 403, 404, 409, ...stale, 413, 422, 429, 500, 503, 504].map(String),
    );
  }
});

test('who may ask a route is said by the name of a set, and by the roles in it', () => {
  expect(operation('/v1/akten/{akte}/refunds')).toMatchObject({
    description: 'Open to `MONEY`: `leitung`, `finanzen`.',
    'x-may': { set: 'MONEY', roles: ['leitung', 'finanzen'] },
  });
});

test('what refuses has our form, the gateway’s own, or either, each under its own type', () => {
  const forms = Object.entries(components.responses).map(([name, of]) => [name, Object.keys(of.content)]);
  expect(Object.fromEntries(forms)).toMatchObject({
    Refused: ['application/problem+json'],
    NotAdmitted: ['application/json'],
    Internal: ['application/problem+json', 'application/json'],
  });
});

test('what stands in a path has the form that its name has everywhere', () => {
  expect(at(operation('/v1/akten/{akte}/queries/{query}'), 'parameters')).toMatchObject([
    { name: 'akte', in: 'path', required: true, schema: { $ref: '#/components/schemas/AkteId' } },
    { name: 'query', in: 'path', required: true, schema: { $ref: '#/components/schemas/QueryId' } },
    { $ref: '#/components/parameters/Key' },
    { $ref: '#/components/parameters/Language' },
  ]);
});

test.each([
  ['/v1/claims', 'Key', false],
  ['/v1/akten/{akte}/pause', 'Key', false],
  ['/v1/claims/{claim}/payments', 'NeededKey', true],
  ['/v1/akten/{akte}/refunds', 'NeededKey', true],
])('%s knows a repeated call by its key, and says that it was one', (path, name, required) => {
  const parameters = at(operation(path), 'parameters');
  expect(parameters).toEqual(expect.arrayContaining([{ $ref: `#/components/parameters/${name}` }]));
  expect(at(components, 'parameters', name)).toMatchObject({ name: 'Idempotency-Key', in: 'header', required });
  expect(at(operation(path), 'responses', '201') ?? at(operation(path), 'responses', '200')).toMatchObject({
    headers: { 'Idempotency-Replayed': { schema: { enum: ['true'] } } },
  });
});

test('what has versions takes If-Match and may say that another stands, and nothing else may', () => {
  expect(at(operation('/v1/creditors'), 'parameters')).toContainEqual({ $ref: '#/components/parameters/Version' });
  expect(at(operation('/v1/creditors'), 'responses', '412')).toEqual({ $ref: '#/components/responses/Stale' });
  expect(at(operation('/v1/creditors/{creditor}', 'get'), 'responses', '200', 'headers', 'ETag')).toBeDefined();
  expect(at(operation('/v1/creditors/{creditor}', 'get'), 'responses', '412')).toBeUndefined();
  expect(at(operation('/v1/akten/{akte}/pause'), 'responses', '412')).toBeUndefined();
});

test('a route that nobody can be told of by a key has none, and a question has no body', () => {
  expect(operation('/v1/akten/{akte}/chain', 'get')).toMatchObject({
    parameters: [{ name: 'akte', in: 'path' }, { $ref: '#/components/parameters/Language' }],
  });
  expect(at(operation('/v1/akten', 'get'), 'requestBody')).toBeUndefined();
});

test('a list says how many of it may be asked for, and where it goes on', () => {
  expect(operation('/v1/akten', 'get')).toMatchObject({
    parameters: [
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      },
      { name: 'cursor', in: 'query', required: false, schema: { type: 'string' } },
      { $ref: '#/components/parameters/Language' },
    ],
  });
});

test('a body of which nothing is needed may be left away', () => {
  expect(at(operation('/v1/creditors/{creditor}/accesses/{purpose}/revoke'), 'requestBody', 'required')).toBe(false);
  expect(at(operation('/v1/akten/{akte}/pause'), 'requestBody', 'required')).toBe(true);
});

/** Every key of every object, with its schema. */
const keysIn = (node: unknown): readonly (readonly [key: string, schema: unknown])[] => {
  if (!isFound(node)) return [];
  const { properties } = node;
  const own = isFound(properties) ? Object.entries(properties) : [];
  return [...own, ...Object.values(node).flatMap(keysIn)];
};
const isAmount = (schema: unknown): boolean =>
  /#\/components\/schemas\/Cents"|"description":"Whole euro cents/.test(JSON.stringify(schema));
test('whoever reads of an amount is told that it is in whole cents', () => {
  const amounts = keysIn([paths, components]).filter(([key]) => key.endsWith('Cents'));
  expect(amounts.length).toBeGreaterThan(20);
  expect(amounts.filter(([, schema]) => !isAmount(schema))).toEqual([]);
});

test('an unknown key in a body is refused; a reply may get further keys', () => {
  const bodies = Object.values(paths).map((of) => at(of, 'post', 'requestBody'));
  expect(JSON.stringify(bodies)).toContain('"additionalProperties":false');
  const replies = Object.values(paths).flatMap((of) => [at(of, 'post', 'responses'), at(of, 'get', 'responses')]);
  expect(JSON.stringify([replies, components.schemas['Akte']])).not.toContain('"additionalProperties":false');
});

test('a pattern needs no flag, which a schema cannot have: an invoice’s file name may end in capitals', () => {
  const body = at(operation('/v1/uploads'), 'requestBody', 'content', 'application/json', 'schema', 'properties');
  const pattern = at(body, 'attachment', 'pattern');
  expect('Rechnung-Müller.PDF').toMatch(new RegExp(String(pattern), 'u'));
});
