import { createServer } from 'node:http';
import * as z from 'zod';
import { cognitoTokens, keysInLocalCloud, type Keys } from '../../../adapters/cognito/tokens.ts';
import { PAST, POOL, poolOf } from '../../support/tokens.ts';

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
const tokens = () => cognitoTokens(POOL, lyingThere(ours.keys));

test('a token of our pool says whose client it is and what it may', async () => {
  expect(await tokens().read(ours.token({ scope: 'mahnwerk/creditor mahnwerk/other' }))).toEqual({
    client: 'erp',
    scopes: ['mahnwerk/creditor', 'mahnwerk/other'],
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
  const { read } = cognitoTokens(POOL, keys);
  await Promise.all([read(ours.token()), read(ours.token({ jti: 'two' }))]);
  await read(ours.token());
  expect(keys.asked).toEqual([`https://cognito-idp.eu-central-1.amazonaws.com/${POOL}/.well-known/jwks.json`]);
});

test('forged tokens of ever other keys do not have us ask for ours without end', async () => {
  const keys = lyingThere(ours.keys);
  const { read } = cognitoTokens(POOL, keys);
  for (const kid of ['a', 'b', 'c']) expect(await read(poolOf(kid).token())).toBeNull();
  expect(keys.asked).toHaveLength(1);
});

test('where the keys cannot be had nobody is told that a token is wrong', async () => {
  const { read } = cognitoTokens(POOL, {
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
    const cloud = await given((path) => (path === `/${POOL}/.well-known/jwks.json` ? ours.keys : null));
    const { read } = cognitoTokens(POOL, keysInLocalCloud(cloud.endpoint));
    expect(await read(ours.token())).toMatchObject({ client: 'erp' });
    cloud.close();
  });
  test('a local cloud that does not know the pool has no keys', async () => {
    const cloud = await given(() => null);
    const { read } = cognitoTokens(POOL, keysInLocalCloud(cloud.endpoint));
    await expect(read(ours.token())).rejects.toMatchObject({ name: 'Unavailable' });
    cloud.close();
  });
});
