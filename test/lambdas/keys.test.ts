import { readFileSync } from 'node:fs';
import { INDEX_PARTITIONS, PARTITIONS, type Family } from '../../config/partitions.ts';
import { ROUTES, type RouteName } from '../../contracts/api.ts';
import { FUNCTIONS, type FunctionName } from '../../lib/functions.ts';
import { ANSWERED_BY } from '../../lib/routes.ts';
import { camt053 } from '../../local/payments.ts';
import { TableStatement, isAllowed, isLike, type TableRequest } from '../support/iam.ts';
import { requestsIn } from '../support/table-requests.ts';
import { aTemplate, statementsOf } from '../support/template.ts';
import { POOLS, poolOf } from '../support/tokens.ts';
import { POSTS, TODAY, aDesk, type Desk } from './a-desk.ts';
import { caseOf } from './cases.ts';

const NAMES = Object.keys(FUNCTIONS) as FunctionName[];
const { all } = aTemplate('prod');
/** What the deployed policy of a function says of the table. */
const statementsFor = (name: FunctionName): readonly TableStatement[] =>
  all('AWS::IAM::Policy')
    .filter(({ properties }) => String(properties['PolicyName']).startsWith(`${name}RoleDefaultPolicy`))
    .flatMap(({ properties }) => statementsOf(properties['PolicyDocument']))
    .filter(({ Action }) => Action.some((action) => action.startsWith('dynamodb:')))
    .map((statement) => TableStatement.parse(statement));
const POLICIES = Object.fromEntries(NAMES.map((name) => [name, statementsFor(name)]));
const mayAsk = (name: string, request: TableRequest): boolean => isAllowed(POLICIES[name] ?? [], request);

const FAMILIES = Object.entries({ ...PARTITIONS, ...INDEX_PARTITIONS });
const familiesOf = (key: string): readonly string[] =>
  FAMILIES.filter(([, { patterns }]) => patterns.some((pattern) => isLike(key, pattern))).map(([family]) => family);

/** What each function asks of the table while this file has it do its work. */
const asked = new Map<FunctionName, TableRequest[]>(NAMES.map((name) => [name, []]));
let running: FunctionName | null = null;
const heard = (operation: string, body: string): void => {
  if (running === null) return;
  // The leaf of the demo's calendar lies in a table of its own.
  const requests = requestsIn(operation, body).filter(({ keys }) => !keys?.includes('CALENDAR'));
  asked.get(running)?.push(...requests);
};
/** What has come of it does not matter here: what it asked before it failed it may ask, too. */
const as = async (name: FunctionName, run: () => Promise<unknown>): Promise<void> => {
  running = name;
  await run().catch(() => undefined);
  running = null;
};

const CONTEXT = { awsRequestId: 'test', getRemainingTimeInMillis: () => 800_000 };
const call = (name: FunctionName, event: unknown): Promise<void> =>
  as(name, async () => {
    const { handler } = await import(`../../lambdas/${FUNCTIONS[name].file}`);
    await handler(event, CONTEXT);
  });
const queued = (body: unknown) => ({ Records: [{ messageId: '1', body: JSON.stringify(body) }] });
const uploaded = (key: string) => ({ detail: { object: { key, etag: 'x' } } });

const TASKS = ['Decide', 'SendEmail', 'SendSms', 'SendLetter', 'OpenCalls', 'PresentToCourt', 'ReportTrouble'] as const;
const LIST = 'handover/MUS/2026-03-27-liste/liste.csv';
const STATEMENT = 'bank/auszug.xml';
const example = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
const machines = poolOf('k1');
const team = poolOf('k2', 'team');
/** What lies in the bucket, and at the user pools. */
const lying: Record<string, string> = {
  [`/mahnwerk/${LIST}?x-id=GetObject`]: example('musterversand-kurz.csv'),
  [machines.path]: machines.keys,
  [team.path]: team.keys,
};

const doesWhatRoutesDo = async (desk: Desk): Promise<void> => {
  for (const { name } of POSTS) {
    const asking = await caseOf(name)(desk);
    await as(ANSWERED_BY[name], () => desk.ask({ ...asking, name, key: `once ${name}` }));
  }
  const akte = await desk.anAkte();
  const path = { akte, claim: `${akte}-F1`, creditor: 'MUS', id: '2026-03-27-liste', month: '2026-02', state: 'alle' };
  for (const { name, route } of ROUTES)
    if (route.method === 'GET') await as(ANSWERED_BY[name], () => desk.ask({ name: name satisfies RouteName, path }));
};
const doesWhatTheMahnlaufDoes = async (desk: Desk): Promise<void> => {
  for (const name of TASKS)
    for (const akte of [await desk.aNewAkte(), await desk.anAkte()])
      await call(name, { akte, claim: 'F1', generation: 1, ...(name === 'ReportTrouble' ? { error: 'x' } : {}) });
  await call('HandToCollection', { akte: await desk.anAkte(), claim: 'F1', generation: 1 });
};
const doesWhatComes = async (desk: Desk): Promise<void> => {
  await call('HandOverArrived', uploaded(LIST));
  await call('HandOverGoesOn', queued({ creditor: 'MUS', id: '2026-03-27-liste', key: LIST }));
  await call('LotToStart', queued({ creditor: 'MUS', handOver: '2026-03-27-liste', lot: 1 }));
  const akte = await desk.anAkte();
  const lines = [
    { cents: 5_00, text: `Rechnung ${akte}`, payer: 'Erika Beispiel', id: 'A1' },
    { cents: 5_00, text: 'nichts', payer: 'Niemand', id: 'A2' },
  ];
  lying[`/mahnwerk/${STATEMENT}?x-id=GetObject`] = camt053({ iban: 'DE02120300000000202051', day: TODAY, lines });
  await call('BankStatementArrived', uploaded(STATEMENT));
  const mail = { source: `akte+${akte}-M1-S1-email@example.com`, messageId: 'm' };
  const Message = JSON.stringify({ eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent' } });
  await call('MailEvent', { Records: [{ Sns: { Message } }] });
};
const doesWhatTheClockSays = async (): Promise<void> => {
  await call('RunPayout', { month: '2026-02' });
  for (const name of ['ReportQuality', 'FindSimilar', 'ReconcileHandOvers'] as const) await call(name, {});
  await call('Sweep', { creditor: 'MUS' });
};
const letsIn = async (): Promise<void> => {
  for (const token of [machines.token(), team.token({ 'cognito:groups': ['telefon'] })])
    await call('Authorize', { routeKey: 'GET /v1/akten', headers: { authorization: `Bearer ${token}` } });
};

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(heard, lying);
  Object.assign(process.env, {
    CURSOR_KEY: 'cursors',
    POST_SECRET: 'post',
    SMS_SENDER: 'Rheinbogen',
    FINANCE_ADDRESS: 'finanzen@example.com',
    STARTS_PER_SECOND: '60',
    TOKENS: JSON.stringify({ keys: 'local', pools: POOLS, stage: 'demo' }),
  });
  await doesWhatRoutesDo(desk);
  await doesWhatTheMahnlaufDoes(desk);
  await doesWhatComes(desk);
  await doesWhatTheClockSays();
  await letsIn();
}, 120_000);
afterAll(() => {
  desk.close();
});

/** A key of each family as it really is. */
const KEYS: Readonly<Record<Family, string>> = {
  akte: PARTITIONS.akte.of('MUS', 'MUS-4F7K-2QXR'),
  calls: PARTITIONS.calls.of('MUS'),
  creditor: PARTITIONS.creditor.of('MUS'),
  lots: PARTITIONS.lots.of('MUS', '2026-03-27-0a1b2c3d4e'),
  requests: PARTITIONS.requests.of('MUS', '0a1b2c3d4e'),
  people: PARTITIONS.people.of('0a1b2c3d4e'),
  clients: PARTITIONS.clients.of('1abc'),
  subs: PARTITIONS.subs.of('1abc'),
  procedures: PARTITIONS.procedures.of('standard'),
  timers: PARTITIONS.timers.of('07'),
  clarifications: PARTITIONS.clarifications.of(),
  once: PARTITIONS.once.of('x'),
  bankLines: PARTITIONS.bankLines.of('0a1b2c3d4e'),
  mails: PARTITIONS.mails.of('MUS-4F7K-2QXR-M1-S1-email'),
};
const put = (...keys: readonly string[]): TableRequest => ({ action: 'dynamodb:PutItem', on: 'table', keys });
const get = (...keys: readonly string[]): TableRequest => ({ action: 'dynamodb:GetItem', on: 'table', keys });
const thatMay = (request: TableRequest): readonly string[] => NAMES.filter((name) => mayAsk(name, request));
const puttersOf = (family: Family): readonly string[] => thatMay(put(KEYS[family]));
const readersOf = (family: Family): readonly string[] => thatMay(get(KEYS[family]));

test('what each function asks of the table while it works is allowed by its policy', () => {
  const silent = [...asked].filter(([, requests]) => requests.length === 0).map(([name]) => name);
  expect(silent).toEqual(['CheckLaw']);
  for (const [name, requests] of asked)
    expect([name, requests.filter((request) => !mayAsk(name, request))]).toEqual([name, []]);
});

test('every key that is asked for is of one family', () => {
  const keys = [...asked.values()].flat().flatMap((request) => request.keys ?? []);
  expect(new Set(keys).size).toBeGreaterThan(100);
  for (const key of keys) expect([key, familiesOf(key)]).toEqual([key, [expect.any(String)]]);
});

test('who calls is said by four functions and read by three: no other can make itself a client or a person', () => {
  expect(puttersOf('clients')).toEqual(['Accesses']);
  expect(puttersOf('subs')).toEqual(['Persons', 'Team']);
  expect(readersOf('clients')).toEqual(['Authorize']);
  expect(readersOf('subs')).toEqual(['Authorize', 'Persons', 'Team']);
});

test('the authorizer puts nothing, and reads of nobody’s case', () => {
  const families = Object.keys(KEYS) as Family[];
  expect(families.filter((family) => mayAsk('Authorize', put(KEYS[family])))).toEqual([]);
  expect(families.filter((family) => mayAsk('Authorize', get(KEYS[family])))).toEqual(['clients', 'subs']);
});

test('a rule of the Mahnlauf, a line of our account and what SES said have their own functions', () => {
  expect(puttersOf('procedures')).toEqual(['Procedures']);
  expect(puttersOf('bankLines')).toEqual(['BankLines', 'BankStatementArrived']);
  expect(puttersOf('mails')).toEqual(['MailEvent']);
});

test('what another function asked with keys of a family that is not its own is refused', () => {
  const requests = [...asked.values()].flat();
  let refused = 0;
  for (const name of NAMES)
    for (const { action, on, keys } of requests) {
      const [key = ''] = keys ?? [];
      const [family] = familiesOf(key);
      const isOwn = family !== undefined && family in KEYS && mayAsk(name, put(KEYS[family as Family]));
      if (isOwn || action !== 'dynamodb:PutItem') continue;
      expect([name, key, mayAsk(name, { action, on, keys })]).toEqual([name, key, false]);
      refused += 1;
    }
  expect(refused).toBeGreaterThan(1_000);
});

test('who names no key, or another’s beside its own, is refused: so is whoever reads the whole table', () => {
  for (const name of NAMES) {
    for (const on of ['table', 'index'] as const)
      for (const action of [
        'GetItem',
        'Query',
        'PutItem',
        'BatchGetItem',
        'BatchWriteItem',
        'ConditionCheckItem',
        'Scan',
      ])
        expect([name, mayAsk(name, { action: `dynamodb:${action}`, on, keys: null })]).toEqual([name, false]);
    if (name !== 'Accesses') expect([name, mayAsk(name, put(KEYS.akte, KEYS.clients))]).toEqual([name, false]);
  }
  expect(mayAsk('Accesses', put(KEYS.creditor, KEYS.clients))).toBe(true);
});

test('the index is asked with its own keys, and no function puts under them', () => {
  const index = [INDEX_PARTITIONS.creditors.of(), INDEX_PARTITIONS.aktenByDay.of('MUS')];
  for (const key of index) expect(thatMay(put(key))).toEqual([]);
  const question: TableRequest = { action: 'dynamodb:Query', on: 'index', keys: [INDEX_PARTITIONS.openProposals.of()] };
  expect(thatMay(question)).toEqual(['Proposals']);
});

test('all that a role may stands in policies that IAM takes: 10,240 characters for a role', () => {
  const sizes = NAMES.map((name) =>
    all('AWS::IAM::Policy')
      .filter(({ properties }) => String(properties['PolicyName']).startsWith(`${name}RoleDefaultPolicy`))
      .reduce((sum, { properties }) => sum + JSON.stringify(properties['PolicyDocument']).length, 0),
  );
  expect(Math.max(...sizes)).toBeLessThan(8_000);
});
