import { createServer } from 'node:http';
import * as z from 'zod';
import { cognitoTokens, keysInLocalCloud, type Keys } from '../../../adapters/cognito/tokens.ts';
import { PAST, POOLS, poolOf } from '../../support/tokens.ts';

const ours = poolOf('k1');
const others = poolOf('k1');
/** The keys as they lie at their address, and how often they were asked for. */
const lyingThere = (text: string): Keys & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (address) => {
      asked.push(address);
      return new TextEncoder().encode(text).buffer;
    },
  };
};
const tokens = () => cognitoTokens(POOLS, lyingThere(ours.keys));

test('a token of our pool says whose client it is and what it may', async () => {
  expect(await tokens().read(ours.token({ scope: 'mahnwerk/creditor mahnwerk/other' }))).toEqual({
    of: 'machines',
    client: 'erp',
    scopes: ['mahnwerk/creditor', 'mahnwerk/other'],
  });
});

describe('a person’s token', () => {
  const persons = (of: 'team' | 'creditors') => {
    const pool = poolOf('k1', of);
    return { pool, read: cognitoTokens(POOLS, lyingThere(pool.keys)).read };
  };
  test('of our own people says who it is and in which groups', async () => {
    const { pool, read } = persons('team');
    const sommer = { of: 'team', sub: 'sub-sommer', name: 'sommer' };
    expect(await read(pool.token())).toEqual({ ...sommer, groups: ['telefon'] });
    expect(await read(pool.token({ 'cognito:groups': undefined }))).toEqual({ ...sommer, groups: [] });
  });
  test('of a creditor says who it is, and nothing of groups or scopes', async () => {
    const { pool, read } = persons('creditors');
    const token = pool.token({ 'cognito:groups': ['leitung'], scope: 'mahnwerk/operator' });
    expect(await read(token)).toEqual({ of: 'creditors', sub: 'sub-winter', name: 'winter' });
  });
  test.each(['team', 'creditors'] as const)('that names nobody is none: %s', async (of) => {
    const { pool, read } = persons(of);
    expect(await read(pool.token({ username: undefined }))).toBeNull();
  });
  test('signed with the keys of another of our pools is none', async () => {
    const machines = poolOf('k1');
    const { read } = persons('team');
    expect(await read(poolOf('k1', 'team').token())).toBeNull();
    expect(
      await read(machines.token({ iss: `https://cognito-idp.eu-central-1.amazonaws.com/${POOLS.team}` })),
    ).toBeNull();
  });
});

test.each<[string, string]>([
  ['is signed by somebody else', others.token()],
  ['has run out', ours.token({ exp: PAST })],
  ['does not count yet', ours.token({ nbf: 31_000_000_000 })],
  [
    'comes from another pool',
    ours.token({ iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Other0000' }),
  ],
  ['says who somebody is, not what they may', ours.token({ token_use: 'id', aud: 'erp' })],
  ['is signed by a way that is none', ours.token({}, 'none')],
  ['is signed with our public key as a secret', ours.token({}, 'HS256')],
  ['names no key', poolOf('').token()],
  ['names a key that the pool does not have', poolOf('k2').token()],
  ['lacks its signature', ours.token().replace(/[^.]*$/, '')],
  ['was changed', ours.token().replace(/\.[^.]*\./, `.${Buffer.from('{"client_id":"desk"}').toString('base64url')}.`)],
  ['is no token', 'abc'],
  ['is nothing', ''],
])('a token that %s is none', async (_, token) => {
  expect(await tokens().read(token)).toBeNull();
});

test('the keys are asked for once, at Cognito and over https, however many ask at a time', async () => {
  const keys = lyingThere(ours.keys);
  const { read } = cognitoTokens(POOLS, keys);
  await Promise.all([read(ours.token()), read(ours.token({ jti: 'two' }))]);
  await read(ours.token());
  expect(keys.asked).toEqual([
    `https://cognito-idp.eu-central-1.amazonaws.com/${POOLS.machines}/.well-known/jwks.json`,
  ]);
});

test('forged tokens of ever other keys do not have us ask for ours without end', async () => {
  const keys = lyingThere(ours.keys);
  const { read } = cognitoTokens(POOLS, keys);
  for (const kid of ['a', 'b', 'c']) expect(await read(poolOf(kid).token())).toBeNull();
  expect(keys.asked).toHaveLength(1);
});

test('where the keys cannot be had nobody is told that a token is wrong', async () => {
  const { read } = cognitoTokens(POOLS, {
    fetch: () => Promise.reject(new Error('away')),
  });
  await expect(read(ours.token())).rejects.toMatchObject({ name: 'Unavailable' });
});

describe('where the keys are read', () => {
  const given = async (answer: (path: string | undefined) => string | null) => {
    const server = createServer((request, response) => {
      const body = answer(request.url);
      response.writeHead(body === null ? 404 : 200).end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = z.object({ port: z.int() }).parse(server.address());
    return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() };
  };
  test('from the local cloud at its own address, whatever its tokens say of theirs', async () => {
    const cloud = await given((path) => (path === ours.path ? ours.keys : null));
    const { read } = cognitoTokens(POOLS, keysInLocalCloud(cloud.endpoint));
    expect(await read(ours.token())).toMatchObject({ client: 'erp' });
    cloud.close();
  });
  test('a local cloud that does not know the pool has no keys', async () => {
    const cloud = await given(() => null);
    const { read } = cognitoTokens(POOLS, keysInLocalCloud(cloud.endpoint));
    await expect(read(ours.token())).rejects.toMatchObject({ name: 'Unavailable' });
    cloud.close();
  });
});
