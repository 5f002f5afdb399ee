import type { Access } from '../../../domain/access/access.ts';
import { ROUTES } from '../../../contracts/api.ts';
import { routeKey } from '../../../contracts/route.ts';
import { OPERATOR_ROLES, PERSON_ROLES, ROLES, type Role } from '../../../domain/access/roles.ts';
import type { Person } from '../../../domain/access/person.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { awsServer } from '../../support/table-server.ts';
import { awsEnvironment } from '../../support/aws-environment.ts';
import { PAST, POOLS, poolOf } from '../../support/tokens.ts';

const pool = poolOf('k1');
const team = poolOf('k2', 'team');
const theirs = poolOf('k3', 'creditors');
const stranger = poolOf('k1');
const MUS = CreditorId.parse('MUS');
/** The table by what a pool calls somebody; an owner's sub is `owner`. */
const PERSONS: Readonly<Record<string, Person>> = {
  ...Object.fromEntries(
    PERSON_ROLES.map((role) => [role, { side: 'creditor', state: 'active', creditor: MUS, role }] as const),
  ),
  out: { side: 'creditor', state: 'revoked', creditor: MUS, role: 'owner' },
  left: { side: 'operator', name: 'winter', state: 'revoked', since: '2026-03-02T08:00:00Z', by: 'operator:sommer' },
};
let close = (): void => undefined;
let ask = async (_: Readonly<{ route: string; header?: string }>): Promise<unknown> => null;

beforeAll(async () => {
  const aws = await awsServer({}, Object.fromEntries([pool, team, theirs].map(({ path, keys }) => [path, keys])));
  ({ close } = aws);
  Object.assign(process.env, {
    ...awsEnvironment(aws.address),
    TABLE_NAME: 'mahnwerk',
    CLOCK: JSON.stringify({ kind: 'system', zone: 'Europe/Berlin' }),
    TOKENS: JSON.stringify({ keys: 'local', pools: POOLS, stage: 'demo' }),
  });
  const { dynamoAccesses } = await import('../../../adapters/dynamodb/accesses.ts');
  const { openTable } = await import('../../../adapters/dynamodb/client.ts');
  const { subKey } = await import('../../../adapters/dynamodb/table.ts');
  const table = openTable('mahnwerk');
  const accesses = dynamoAccesses(table);
  const open = (purpose: string, client: string, until: string | null = null): Access => ({
    purpose,
    state: 'active',
    client,
    ending: until === null ? null : { client: `${client}-before`, until },
    since: '2026-03-02T08:00:00Z',
    by: 'system',
  });
  await accesses.replace(MUS, null, open('erp', 'erp'));
  const shut = open('shop', 'shut');
  await accesses.replace(MUS, null, shut);
  await accesses.replace(MUS, shut, { ...shut, state: 'revoked', client: null });
  await accesses.replace(MUS, null, open('renewed', 'new', '9999-01-01T00:00:00Z'));
  await accesses.replace(MUS, null, open('over', 'newer', '2026-03-03T08:00:00Z'));
  for (const [sub, person] of Object.entries(PERSONS)) await table.put(subKey(sub), { person });
  const { handler } = await import('../../../lambdas/gateway/authorize.ts');
  ask = ({ route, header }) =>
    Promise.resolve(
      handler(
        { routeKey: route, headers: header === undefined ? {} : { authorization: header } } as never,
        { awsRequestId: 'test' } as never,
      ),
    );
});
afterAll(() => {
  close();
});

const REFUSED = { isAuthorized: false, context: {} };
const OWN = 'GET /v1/akten';
const ours = (...groups: string[]): string => team.token({ 'cognito:groups': groups });

test('a creditor’s access comes in as its creditor, and the function behind the route learns who it is', async () => {
  expect(await ask({ route: OWN, header: `Bearer ${pool.token()}` })).toEqual({
    isAuthorized: true,
    context: { side: 'creditor', role: 'system', who: 'erp', creditor: 'MUS' },
  });
});

test.each([
  ['new', true],
  ['new-before', true],
  ['newer', true],
  ['newer-before', false],
])('of a renewed access the client before comes in until its end: %s %s', async (client, isAuthorized) => {
  const header = `Bearer ${pool.token({ client_id: client })}`;
  expect(await ask({ route: OWN, header })).toMatchObject({ isAuthorized });
});

test('one of our own people comes in by the name they sign in with', async () => {
  expect(await ask({ route: 'GET /v1/clarifications', header: `Bearer ${ours('sachbearbeitung')}` })).toEqual({
    isAuthorized: true,
    context: { side: 'operator', role: 'sachbearbeitung', who: 'sommer' },
  });
});

const OURS: readonly string[] = OPERATOR_ROLES;
/** A token of somebody who has this role and no other. */
const tokenOf = (role: Role): string => {
  if (role === 'system') return pool.token();
  return OURS.includes(role) ? ours(role) : theirs.token({ sub: role });
};
const opens = async (route: string, token: string): Promise<boolean> =>
  ((await ask({ route, header: `Bearer ${token}` })) as { isAuthorized: boolean }).isAuthorized;
test.each(ROUTES.map(({ route }) => [routeKey(route), route.may] as const))(
  '%s opens to %s and to no other role',
  async (route, may) => {
    const tried = ROLES.map(async (role) => [role, await opens(route, tokenOf(role))] as const);
    expect(await Promise.all(tried)).toEqual(ROLES.map((role) => [role, may.includes(role)]));
  },
);

test.each<[string, () => string]>([
  ['has run out', () => pool.token({ exp: PAST })],
  ['another pool has signed', () => stranger.token()],
  ['says who somebody is, not what they may', () => pool.token({ token_use: 'id' })],
  ['belongs to an access that was shut', () => pool.token({ client_id: 'shut' })],
  ['belongs to an access that nobody has made', () => pool.token({ client_id: 'unknown' })],
  ['carries another scope', () => pool.token({ scope: 'openid' })],
  [
    'carries the scope that our own people once shared',
    () => pool.token({ client_id: 'desk', scope: 'mahnwerk/operator' }),
  ],
  ['belongs to one of ours in no group', () => ours()],
  ['belongs to one of ours who has left', () => team.token({ sub: 'left', 'cognito:groups': [...OPERATOR_ROLES] })],
  ['belongs to a creditor’s person who was shut out', () => theirs.token({ sub: 'out' })],
  ['belongs to a creditor’s person nobody has invited', () => theirs.token({ sub: 'unknown' })],
  ['belongs to a creditor’s person and names a group of ours', () => theirs.token({ 'cognito:groups': ['leitung'] })],
  ['is of a creditor’s person and carries the scope of machines', () => theirs.token({ scope: 'mahnwerk/operator' })],
])('a token that %s opens no route', async (_, token) => {
  for (const { route } of ROUTES)
    expect(await ask({ route: routeKey(route), header: `Bearer ${token()}` })).toEqual(REFUSED);
});

test.each([['Basic dXNlcjpwdw=='], ['Bearer'], [''], [undefined]])(
  'a header that holds no token opens nothing: %s',
  async (header) => {
    expect(await ask({ route: OWN, ...(header === undefined ? {} : { header }) })).toEqual(REFUSED);
  },
);

test('the word before the token is read in any spelling (RFC 7235)', async () => {
  expect(await ask({ route: OWN, header: `bearer ${pool.token()}` })).toMatchObject({ isAuthorized: true });
});

test('a route that is not of the contract opens to nobody', async () => {
  expect(await ask({ route: '$default', header: `Bearer ${ours('leitung')}` })).toEqual(REFUSED);
});
