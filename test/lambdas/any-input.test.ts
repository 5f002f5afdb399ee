import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stageOf } from '../../config/stages.ts';
import { ROUTES } from '../../contracts/api.ts';
import { Problem } from '../../contracts/problem.ts';
import { namesIn, routeKey } from '../../contracts/route.ts';
import { OperatorRole } from '../../domain/access/roles.ts';
import { FUNCTIONS } from '../../lib/functions.ts';
import { ANSWERED_BY } from '../../lib/routes.ts';
import { awsServer } from '../support/table-server.ts';
import { awsEnvironment } from '../support/aws-environment.ts';
import { mutated, oddText } from '../support/mutated.ts';

/**
 * Every route with every field of its body, its path and its headers wrong in turn. Behind them is a table in memory
 * with a creditor and an Akte in it.
 */
const routes = ROUTES.map(({ name, route }) => ({
  route: routeKey(route),
  role: route.may.find((role) => OperatorRole.safeParse(role).success) ?? 'system',
  file: FUNCTIONS[ANSWERED_BY[name]].file,
  names: namesIn(route.path),
}));

const example = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8')) as Record<string, unknown>;
const MANDATE = example('creditors/musterversand.json');
const PROCEDURE = example('stadtwerke.procedure.json');
const CLAIM = {
  customerNumber: 'K-17',
  invoiceNumber: 'RE-2026-0017',
  invoiceDate: '2026-01-15',
  dueDate: '2026-01-29',
  amountCents: 12_345,
  ownCostsCents: 250,
  name: 'Erika Beispiel',
  kind: 'privat',
  street: 'Musterweg 5',
  postalCode: '44135',
  city: 'Dortmund',
  email: 'erika@example.com',
  phone: '0151 10000001',
  subject: 'Schuhe',
  contractDate: '2026-01-10',
  priorDunning: 'Mahnung',
  priorDunningOn: '2026-02-10',
};
/** Bodies that are right, by route: each that takes one is here. */
const BODIES: Readonly<Record<string, readonly unknown[]>> = {
  'POST /v1/uploads': [
    { format: 'csv', checkOnly: true },
    { invoiceNumber: 'RE-1', invoiceDate: '2026-01-15' },
    { attachment: 'RE-1.pdf' },
  ],
  'POST /v1/claims': [CLAIM, { claims: [CLAIM, { ...CLAIM, invoiceNumber: 'RE-2' }] }],
  'POST /v1/claims/{claim}/payments': [{ amountCents: 5, valueDate: '2026-02-01' }],
  'POST /v1/akten/{akte}/pause': [{ reason: 'Rückfrage', until: '2027-12-31' }],
  'POST /v1/akten/{akte}/resume': [{ reason: 'x' }],
  'POST /v1/akten/{akte}/close': [{ reason: 'x' }],
  'POST /v1/akten/{akte}/reopen': [{ reason: 'x' }],
  'POST /v1/akten/{akte}/waive': [{ reason: 'x', interest: true }],
  'POST /v1/akten/{akte}/skip': [{ reason: 'x', stage: 2, matter: 'M1' }],
  'POST /v1/akten/{akte}/trace': [{ reason: 'x' }],
  'POST /v1/akten/{akte}/untraceable': [{ reason: 'x' }],
  'POST /v1/akten/{akte}/clarify': [{ reason: 'x', sent: true, message: 'x' }],
  'POST /v1/akten/{akte}/answers': [
    { answer: { kind: 'dispute', reason: 'defective', note: 'x' } },
    { answer: { kind: 'promise', payBy: '2026-12-01', note: 'x' } },
    {
      answer: {
        kind: 'contact',
        source: 'debtor',
        name: 'Erika Muster',
        address: { street: 'Weg 1', postalCode: '44135', city: 'Dortmund', extra: ['c/o Lehmann'] },
        email: 'e@example.com',
        phone: '+4915110000001',
        land: 'NW',
      },
    },
    { answer: { kind: 'situation', ground: 'insolvent', note: 'x', until: '2027-12-31' } },
    { answer: { kind: 'returned', reference: '16.03.2026', note: 'x' } },
    { answer: { kind: 'over', ground: 'insolvent', note: 'x' } },
  ],
  'POST /v1/akten/{akte}/queries/{query}': [
    { answer: 'Ja' },
    { subject: 'Schuhe', contractDate: '2026-01-01', particulars: [{ claim: 'F1', subject: 'Schuhe' }], reason: 'x' },
  ],
  'POST /v1/akten/{akte}/instalments': [
    { rateCents: 5_000, first: '2026-12-20', withFee: true },
    { rateCents: 5_000, first: '2026-12-20', totalCents: 20_000 },
  ],
  'POST /v1/akten/{akte}/calls': [{ matter: 'M1', stage: 1, made: { part: 'morning', outcome: 'reached', note: 'x' } }],
  'POST /v1/akten/{akte}/reversals': [{ payment: 'api:1', reason: 'x' }],
  'POST /v1/akten/{akte}/refunds': [{ amountCents: 5 }],
  'POST /v1/akten/{akte}/payments': [
    {
      line: `bank:${'0'.repeat(24)}`,
      amountCents: 5,
      valueDate: '2026-02-01',
      claim: 'F1',
      part: true,
      moved: true,
    },
  ],
  'POST /v1/akten/{akte}/credits': [
    { claim: 'F1', id: 'GS-17', amountCents: 100, on: '2026-02-01', reason: 'Ware zurück' },
  ],
  'POST /v1/creditors': [MANDATE, { ...MANDATE, procedure: PROCEDURE['procedure'] ?? PROCEDURE }],
  'POST /v1/proposals/{proposal}/approve': [{}],
  'POST /v1/proposals/{proposal}/refuse': [{ reason: 'x' }],
  'POST /v1/creditors/{creditor}/accesses': [{ purpose: 'erp' }],
  'POST /v1/creditors/{creditor}/accesses/{purpose}/renew': [{ days: 30 }],
  'POST /v1/creditors/{creditor}/accesses/{purpose}/settle': [{ keep: 'new' }, { keep: 'old' }],
  'POST /v1/creditors/{creditor}/accesses/{purpose}/revoke': [{}],
  'POST /v1/creditors/{creditor}/persons': [{ name: 'mus-winter', email: 'w@example.com', role: 'editor' }],
  'POST /v1/creditors/{creditor}/persons/{name}/revoke': [{}],
  'POST /v1/team/{name}/revoke': [{}],
  'POST /v1/team/{name}/readmit': [{}],
  'POST /v1/procedures': [{ procedure: PROCEDURE['procedure'] ?? PROCEDURE, creditor: 'MUS' }],
  'POST /v1/failures/{source}': [{ most: 3 }],
  'POST /v1/creditors/{creditor}/suggestions/{id}': [{ decision: 'same' }],
};

type Asked = Readonly<{
  body?: unknown;
  query?: Readonly<Record<string, string>>;
  path: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
}>;
const call = async ({ file, role, route }: (typeof routes)[number], { body, query, path, headers }: Asked) => {
  const { handler } = await import(`../../lambdas/${file}`);
  const caller = OperatorRole.safeParse(role).success
    ? { side: 'operator', role, who: 'desk' }
    : { side: 'creditor', role, who: 'erp', creditor: 'MUS' };
  const { statusCode, body: answer } = await handler(
    {
      routeKey: route,
      requestContext: { authorizer: { lambda: caller } },
      headers,
      pathParameters: path,
      ...(query ? { queryStringParameters: query } : {}),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
    { awsRequestId: 'test' },
  );
  return { status: statusCode as number, answer: JSON.parse(answer) as Record<string, unknown> };
};

/** What zod says when nobody has given it words, in any language, and what a program says of itself. */
const NOT_OURS =
  /invalid input|invalid option|too (?:big|small)|unrecognized|ungültige eingabe|zu (?:groß|klein): erwartet|expected|must match|eine andere (?:angabe|schreibweise)|\(union\)|\bat .*\.ts:|TypeError|das ging schief/i;
/** Whether an answer is one that somebody can mend the request by. */
const faultIn = ({ status, answer }: Awaited<ReturnType<typeof call>>): string | null => {
  if (status < 300) return null;
  if (status >= 500) return `${status}`;
  const problem = Problem.safeParse(answer);
  if (!problem.success || problem.data.detail === '') return 'no detail';
  const { code, title, detail, errors } = problem.data;
  if (code === 'input' && errors.length === 0) return 'no field';
  if (errors.some(({ field }) => field === '')) return 'a field without a name';
  const said = [title, detail, ...errors.map((e) => e.detail)];
  return said.find((text) => NOT_OURS.test(text)) ?? null;
};

let close = (): void => undefined;
let akte = '';
/** Whoever is asked about at the user pools. */
const PERSON = [
  { Name: 'sub', Value: 'sub-1' },
  { Name: 'email', Value: 'w@example.com' },
];
beforeAll(async () => {
  const aws = await awsServer({
    AdminCreateUser: { User: { Attributes: PERSON } },
    AdminGetUser: { UserAttributes: PERSON },
    AdminDisableUser: {},
    AdminEnableUser: {},
    CreateUserPoolClient: { UserPoolClient: { ClientId: 'client', ClientSecret: 'secret' } },
    ListUserPoolClients: { UserPoolClients: [] },
    GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '0' } },
    ReceiveMessage: {},
    GetSecretValue: { SecretString: 'k'.repeat(64) },
  });
  ({ close } = aws);
  const { clock, agency, mailDomain } = stageOf('dev');
  Object.assign(process.env, {
    ...awsEnvironment(aws.address),
    TABLE_NAME: 'mahnwerk',
    BUCKET_NAME: 'mahnwerk',
    CLOCK: JSON.stringify(clock),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:000000000000:stateMachine:dunning',
    AGENCY: JSON.stringify(agency),
    MAIL_DOMAIN: mailDomain,
    CURSOR_KEY: 'cursors',
    ACCOUNT_WAIT_DAYS: '3',
    USER_POOL_ID: 'eu-central-1_test',
    PERSON_POOL_ID: 'eu-central-1_persons',
    TEAM_POOL_ID: 'eu-central-1_team',
    START_QUEUE: `${aws.address}/1/starts`,
    HAND_OVER_QUEUE: `${aws.address}/1/continued`,
    FAILURES: JSON.stringify([{ source: 'bank', lost: `${aws.address}/1/lost`, call: 'bank' }]),
  });
  await seed();
});
afterAll(() => {
  close();
});

const named = (route: string) => routes.find((r) => r.route === route) as (typeof routes)[number];
const seed = async (): Promise<void> => {
  const at = { path: { creditor: 'MUS' }, headers: {} };
  expect(await call(named('POST /v1/creditors'), { ...at, body: MANDATE })).toMatchObject({ status: 201 });
  const taken = await call(named('POST /v1/claims'), { ...at, body: CLAIM });
  expect(taken).toMatchObject({ status: 201 });
  akte = /[A-Z]{2,6}(?:-[0-9A-Z]{4}){2}/.exec(JSON.stringify(taken.answer))?.[0] ?? '';
  expect(akte).not.toBe('');
};

/** What is right in a path. */
const rightFor = (parameter: string): string =>
  ({
    akte,
    claim: `${akte}-F1`,
    creditor: 'MUS',
    query: 'Q1',
    month: '2026-03',
    purpose: 'erp',
    proposal: 'MUS-K1',
    source: 'bank',
  })[parameter] ?? 'id';
const RUNS = 100;

test('a route that takes a body was not in this list, and took blank and unprintable texts: every POST is', () => {
  const posts = routes.map((r) => r.route).filter((route) => !route.startsWith('GET '));
  expect(posts.toSorted()).toEqual(Object.keys(BODIES).toSorted());
});

/** Where a text can stand in a body. */
const textsIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
};
const replaced = (value: unknown, [key, ...rest]: readonly string[], text: string): unknown => {
  if (key === undefined) return text;
  const of = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  return Object.assign(of, { [key]: replaced((of as Record<string, unknown>)[key], rest, text) });
};
test('a payment that a creditor reports was kept under the id of its access: it is the creditor who did it', async () => {
  const [body] = BODIES['POST /v1/claims/{claim}/payments'] ?? [];
  const headers = { 'idempotency-key': 'kept-under-its-name' };
  const said = await call(named('POST /v1/claims/{claim}/payments'), { body, path: { claim: `${akte}-F1` }, headers });
  expect(said).toMatchObject({ status: 201 });
  const { answer } = await call(named('GET /v1/akten/{akte}'), { path: { akte }, headers: {} });
  expect(answer).toMatchObject({
    history: expect.arrayContaining([
      expect.objectContaining({
        by: 'client:MUS',
        facts: [expect.objectContaining({ fact: expect.objectContaining({ kind: 'paid' }) })],
      }),
    ]),
  });
});

test('two payments of all the cents that a number can hold were taken, and the Akte could not be shown any more', async () => {
  const body = { amountCents: Number.MAX_SAFE_INTEGER, valueDate: '2026-02-01' };
  for (const key of ['one', 'two']) {
    const at = { path: { claim: `${akte}-F1` }, headers: { 'idempotency-key': key } };
    const said = await call(named('POST /v1/claims/{claim}/payments'), { body, ...at });
    expect(said).toMatchObject({ status: 422, answer: { code: 'payment.amount' } });
  }
  expect(await call(named('GET /v1/akten/{akte}'), { path: { akte }, headers: {} })).toMatchObject({ status: 200 });
});

test('a text of a credit note that is blank, or that nobody could print, was taken', async () => {
  const route = named('POST /v1/akten/{akte}/credits');
  const [sample] = BODIES[route.route] ?? [];
  for (const path of textsIn(sample))
    for (const text of ['', ' ', '\u0000', '\ud800', 'a\u202eb']) {
      const said = await call(route, { body: replaced(sample, path, text), path: { akte }, headers: {} });
      expect([path, text, said.status]).toEqual([path, text, 400]);
    }
});

test.each(routes)(
  '$route: whatever stands in the body, no internal error and a message that names the field',
  async (route) => {
    const samples = BODIES[route.route] ?? [{}];
    await fc.assert(
      fc.asyncProperty(fc.oneof(...samples.map(mutated)), fc.uuid(), async (body, key) => {
        const path = Object.fromEntries(route.names.map((n) => [n, rightFor(n)]));
        const said = await call(route, { body, path, headers: { 'Idempotency-Key': key } });
        expect([faultIn(said), said]).toEqual([null, said]);
      }),
      { numRuns: RUNS },
    );
  },
);

test.each(routes)('$route: whatever stands in the path and the headers, no internal error', async (route) => {
  const paths = fc.record(
    Object.fromEntries(
      route.names.map((n) => [n, fc.oneof(fc.constant(n), oddText).map((t) => (t === n ? rightFor(n) : t))]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(paths, oddText, async (path, key) => {
      const body = BODIES[route.route]?.[0] ?? {};
      const said = await call(route, {
        body,
        path: path,
        headers: { 'idempotency-key': key },
      });
      expect([faultIn(said), said]).toEqual([null, said]);
    }),
    { numRuns: RUNS / 2 },
  );
});

test.each(routes)('$route: whatever stands behind the path, no internal error, and it is named', async (route) => {
  const queries = fc.record({ limit: oddText, cursor: oddText, more: oddText }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const path = Object.fromEntries(route.names.map((n) => [n, rightFor(n)]));
      const body = BODIES[route.route]?.[0] ?? {};
      const said = await call(route, { body, path, query, headers: { 'idempotency-key': 'k' } });
      expect([faultIn(said), said]).toEqual([null, said]);
      if ('more' in query) expect(said).toMatchObject({ status: 400 });
    }),
    { numRuns: RUNS / 4 },
  );
});

test.each(['', '{', 'null', '[]', '[1,2]', '"x"', '1', '{"__proto__":{}}', '\u0000', '{"a":1e999}'])(
  'a body %j',
  async (body) => {
    for (const route of routes.filter((r) => r.route.startsWith('POST'))) {
      const path = Object.fromEntries(route.names.map((n) => [n, rightFor(n)]));
      const said = await call(route, { body, path, headers: {} });
      expect([route.route, faultIn(said)]).toEqual([route.route, null]);
    }
  },
);
