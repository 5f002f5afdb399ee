import { ROUTES } from '../../../contracts/api.ts';
import { routeKey } from '../../../contracts/route.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { awsServer } from '../../support/table-server.ts';
import { awsEnvironment } from '../../support/aws-environment.ts';
import { PAST, POOL, poolOf } from '../../support/tokens.ts';

const pool = poolOf('k1');
const stranger = poolOf('k1');
const MUS = CreditorId.parse('MUS');
let close = (): void => undefined;
let ask = async (_: Readonly<{ route: string; header?: string }>): Promise<unknown> => null;

beforeAll(async () => {
  const aws = await awsServer({}, { [`/${POOL}/.well-known/jwks.json`]: pool.keys });
  ({ close } = aws);
  Object.assign(process.env, {
    ...awsEnvironment(aws.address),
    TABLE_NAME: 'mahnwerk',
    TOKENS: JSON.stringify({ keys: 'local', userPoolId: POOL, stage: 'demo' }),
  });
  const { dynamoAccesses } = await import('../../../adapters/dynamodb/accesses.ts');
  const { openTable } = await import('../../../adapters/dynamodb/client.ts');
  const accesses = dynamoAccesses(openTable('mahnwerk'));
  await accesses.admit('erp', MUS);
  await accesses.admit('shut', MUS);
  await accesses.refuse('shut', MUS);
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
const desk = (): string => pool.token({ client_id: 'desk', scope: 'mahnwerk/operator' });

test('a creditor’s access comes in as its creditor, and the function behind the route learns who it is', async () => {
  expect(await ask({ route: OWN, header: `Bearer ${pool.token()}` })).toEqual({
    isAuthorized: true,
    context: { side: 'creditor', role: 'system', who: 'erp', creditor: 'MUS' },
  });
});

test.each(ROUTES.map(({ route }) => [routeKey(route), route.may] as const))('%s is for: %s', async (route, may) => {
  const admitted = async (token: string): Promise<boolean> =>
    ((await ask({ route, header: `Bearer ${token}` })) as { isAuthorized: boolean }).isAuthorized;
  expect(await admitted(pool.token())).toBe(may.includes('system'));
  expect(await admitted(desk())).toBe(may.includes('leitung'));
});

test.each<[string, () => string]>([
  ['has run out', () => pool.token({ exp: PAST })],
  ['another pool has signed', () => stranger.token()],
  ['says who somebody is, not what they may', () => pool.token({ token_use: 'id' })],
  ['belongs to an access that was shut', () => pool.token({ client_id: 'shut' })],
  ['belongs to an access that nobody has made', () => pool.token({ client_id: 'unknown' })],
  ['carries another scope', () => pool.token({ scope: 'openid' })],
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
  expect(await ask({ route: '$default', header: `Bearer ${desk()}` })).toEqual(REFUSED);
});
