import * as z from 'zod';
import { MAY } from '../../../contracts/may.ts';
import { get, post, type Route } from '../../../contracts/route.ts';
import { Caller } from '../../../domain/access/caller.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { answering, on } from '../../../lambdas/middleware/answering.ts';
import { doing } from '../../../lambdas/middleware/doing.ts';
import { aKeeper } from './a-keeper.ts';

const MUS = CreditorId.parse('MUS');
const whoami = get({ path: '/v1/whoami', may: MAY.READS_CASES, reply: Caller });
const own = get({
  path: '/v1/own/{thing}',
  may: MAY.READS_OWN,
  reply: z.object({ creditor: CreditorId, thing: z.string() }),
});
const ours = post({
  path: '/v1/ours',
  may: MAY.CASES,
  again: 'state',
  status: 202,
  body: z.strictObject({ n: z.int() }),
  reply: z.object({ n: z.int() }),
});
const handler = answering(
  on(whoami, async ({ caller }) => caller),
  on(own, async ({ caller, path }) => ({ creditor: caller.creditor, thing: path.thing, secret: 'never' })),
  doing(aKeeper())(ours, async ({ body }) => ({ n: body.n + 1 })),
);
const THEIRS: Caller = { side: 'creditor', role: 'system', who: 'erp', creditor: MUS };
const DESK = { caller: { side: 'operator', role: 'leitung', who: 'desk' } } as const;
type Asked = Readonly<{ caller?: Caller; path?: object; query?: object; headers?: object; body?: string }>;
const answered = ({ method, path }: Pick<Route, 'method' | 'path'>, of: Asked = {}, answers = handler) => {
  const event = {
    routeKey: `${method} ${path}`,
    requestContext: {
      authorizer: { lambda: of.caller ?? THEIRS },
    },
    headers: of.headers ?? {},
    ...(of.path ? { pathParameters: of.path } : {}),
    ...(of.query ? { queryStringParameters: of.query } : {}),
    ...(of.body === undefined ? {} : { body: of.body }),
  };
  return answers(event as never, { awsRequestId: 'test' });
};
const asked = async (...of: Parameters<typeof answered>) => {
  const { statusCode, body } = await answered(...of);
  return { status: statusCode, body: JSON.parse(body ?? '') };
};

const KEPT_BY_NOBODY = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
test('nobody on the way keeps an answer, or takes it for anything but JSON', async () => {
  expect((await answered(ours, { ...DESK, body: '{"n":1}' })).headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    ...KEPT_BY_NOBODY,
  });
});
test.each([
  ['a refusal', ours, { ...DESK, body: '{' }],
  ['a mistake of ours', { method: 'GET', path: '/v1/elsewhere' }, {}],
] as const)('nor %s, which says that it is one, and in which language', async (_, route, of) => {
  expect((await answered(route, of)).headers).toEqual({
    'content-type': 'application/problem+json',
    'content-language': 'de',
    ...KEPT_BY_NOBODY,
  });
});

test('whoever reads English is told in English what a refusal means; its particulars stay German, and it says so', async () => {
  const inEnglish = { ...DESK, body: '{', headers: { 'ACCEPT-LANGUAGE': 'en-GB,en;q=0.9,de;q=0.5' } };
  expect((await answered(ours, inEnglish)).headers).toMatchObject({ 'content-language': 'en, de' });
  expect((await asked(ours, inEnglish)).body).toEqual({
    type: 'urn:mahnwerk:fault:json',
    title: 'The body of the request is no valid JSON.',
    status: 400,
    detail: 'Der Inhalt ist kein gültiges JSON.',
    code: 'json',
    errors: [],
  });
});

test('who asks is what the gateway has found out, and nothing that a caller says', async () => {
  expect(await asked(whoami)).toEqual({ status: 200, body: THEIRS });
  expect(await asked(whoami, DESK)).toEqual({ status: 200, body: DESK.caller });
  expect(await asked(whoami, { body: JSON.stringify(DESK.caller) })).toMatchObject({ status: 400 });
});

test.each([
  ['nobody', {}],
  ['somebody of another side', { side: 'court', role: 'leitung', who: 'x' }],
  ['one of our own people in no role of ours', { side: 'operator', role: 'owner', who: 'x' }],
  ['a creditor that is none', { side: 'creditor', role: 'owner', who: 'x', creditor: 'm' }],
])('a call that came past the gateway, from %s, is our own mistake and nothing is told', async (_, caller) => {
  expect(await asked(whoami, { caller: caller as Caller })).toMatchObject({ status: 500, body: { code: 'internal' } });
});

test('who came past the gateway to a route of others is not told that it exists, whatever they ask', async () => {
  const phoning: Caller = { side: 'operator', role: 'telefon', who: 'desk' };
  expect(await asked(ours, { caller: phoning, body: '{"n":1}' })).toMatchObject({ status: 404 });
  expect((await asked(ours, { body: '{"n":"x"}' })).body).toMatchObject({ code: 'not-found' });
  expect(await asked(own, { ...DESK, path: { thing: 'x' } })).toMatchObject({ status: 404 });
});

test('only what the contract promises goes out, with the status it names', async () => {
  expect(await asked(own, { path: { thing: 'x' } })).toEqual({ status: 200, body: { creditor: 'MUS', thing: 'x' } });
  expect(await asked(ours, { ...DESK, body: '{"n":1}' })).toEqual({ status: 202, body: { n: 2 } });
});

test('what is wrong with a body is told field by field; what is no JSON, and a body that is none, too', async () => {
  expect(await asked(ours, { ...DESK, body: '{"n":"x","m":1}' })).toMatchObject({
    status: 400,
    body: {
      code: 'input',
      errors: expect.arrayContaining([{ field: 'm', code: 'unknown', detail: 'Diese Angabe gibt es hier nicht.' }]),
    },
  });
  expect(await asked(ours, { ...DESK, body: '{' })).toMatchObject({ status: 400, body: { code: 'json' } });
  expect((await asked(ours, { ...DESK, body: '[]' })).body.errors).toEqual([
    { field: null, code: 'invalid', detail: 'Erwartet wird: ein Objekt.' },
  ]);
});

const mandate = z.object({ version: z.int(), seen: z.int().nullable() });
const shown = get({ path: '/v1/mandate', may: MAY.CASES, versioned: true, reply: mandate });
const saved = post({
  path: '/v1/mandate',
  may: MAY.CASES,
  again: 'state',
  versioned: true,
  body: z.strictObject({}),
  reply: mandate,
});
test('what has versions says in its ETag which one it is, and is told in If-Match which one was read', async () => {
  const versions = answering(
    on(shown, () => ({ version: 3, seen: null })),
    doing(aKeeper())(saved, ({ seen }) => ({ version: 4, seen })),
  );
  expect((await answered(shown, DESK, versions)).headers).toMatchObject({ etag: '"3"' });
  const match = { 'IF-match': '"3"' };
  const { headers, body } = await answered(saved, { ...DESK, headers: match }, versions);
  expect([headers?.['etag'], JSON.parse(body ?? '')]).toEqual(['"4"', { version: 4, seen: 3 }]);
  const named = { ...match, 'idempotency-key': 'k' };
  expect(await asked(saved, { ...DESK, headers: named }, versions)).toMatchObject({ status: 200 });
  const another = { ...named, 'if-match': '"4"', 'IF-match': '"4"' };
  expect(await asked(saved, { ...DESK, headers: another }, versions)).toMatchObject({ status: 422 });
  expect(await asked(ours, { ...DESK, headers: match, body: '{"n":1}' })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'If-Match', code: 'unknown' }] },
  });
});

test('a route that the function does not answer is our own mistake', async () => {
  expect((await asked({ method: 'GET', path: '/v1/elsewhere' })).status).toBe(500);
});

test.each([
  ['a row of the table that cannot be read', () => z.string().parse(5)],
  ['a text of ours that is no JSON', () => JSON.parse('{')],
  ['a reply that breaks its contract', () => ({ creditor: 5, operator: 'x' })],
])('%s was told to the client as a mistake of its own: it is ours', async (_, run) => {
  const broken = answering(on(whoami, async () => run() as never));
  expect(await asked(whoami, {}, broken)).toMatchObject({ status: 500, body: { code: 'internal' } });
});

test('what stands behind a path that takes nothing is refused by its name', async () => {
  expect(await asked(whoami, { query: { limit: '5' } })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'limit' }] },
  });
  expect(await asked(ours, { ...DESK, body: '{"n":1}', query: { dryRun: 'true' } })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'dryRun', code: 'unknown' }] },
  });
});
