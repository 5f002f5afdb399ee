import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleFetcher, type Fetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import { POOLS, type Token } from '../../domain/access/decide-admission.ts';
import { Unavailable } from '../../domain/faults.ts';
import type { Tokens } from '../../usecases/ports/tokens.ts';

/** Where a pool's keys are read: the bytes that lie at an address. */
export type Keys = Pick<Fetcher, 'fetch'>;

/** Over https; whatever else is refused by Node. */
export const keysOverHttps: Keys = new SimpleFetcher();
/** From the local cloud, which has no certificate and answers at another address than its tokens say. */
export const keysInLocalCloud = (endpoint: string): Keys => ({
  fetch: async (address) => {
    const reply = await fetch(`${endpoint}${new URL(address).pathname}`);
    if (!reply.ok) throw new Error(`the local cloud answers ${reply.status}`);
    return reply.arrayBuffer();
  },
});

/** Keys that cannot be had say nothing of a token. */
const orBusy = (keys: Keys): Fetcher => ({
  fetch: async (address) => {
    try {
      return await keys.fetch(address);
    } catch (cause) {
      throw new Unavailable('Die Schlüssel der Anmeldung sind nicht zu erreichen.', { cause });
    }
  },
});

/** Whose pool is who. */
type Pools = Readonly<Record<Token['of'], string>>;

/** What an access token of Cognito's says; a machine has no name, and only our own people have groups. */
const Claims = z.object({
  client_id: z.string(),
  scope: z.string().default(''),
  sub: z.string(),
  username: z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
});
const tokenBy: { readonly [P in Token['of']]: (claims: z.output<typeof Claims>) => Token | null } = {
  machines: ({ client_id: client, scope }) => ({ of: 'machines', client, scopes: scope.split(' ') }),
  team: ({ sub, username: name, 'cognito:groups': groups }) =>
    name === undefined ? null : { of: 'team', sub, name, groups },
  creditors: ({ sub, username: name }) => (name === undefined ? null : { of: 'creditors', sub, name }),
};

/**
 * Access tokens of our user pools, each told from all others by its keys (RFC 7519). The keys of a pool are read once
 * for each runtime, and again where a token names one that is not among them, but not more than once in ten seconds:
 * nobody can have us ask without end.
 */
export const cognitoTokens = (pools: Pools, keys: Keys): Tokens => {
  const verifier = CognitoJwtVerifier.create(
    // Which clients may come in says the table, not a list of audiences: each creditor has some of its own.
    POOLS.map((of) => ({ userPoolId: pools[of], tokenUse: 'access' as const, clientId: null })),
    { jwksCache: new SimpleJwksCache({ fetcher: orBusy(keys) }) },
  );
  return {
    read: async (token) => {
      try {
        const { iss, ...claims } = await verifier.verify(token);
        const of = POOLS.find((pool) => iss.endsWith(`/${pools[pool]}`));
        return of === undefined ? null : tokenBy[of](Claims.parse(claims));
      } catch (error) {
        if (error instanceof JwtBaseError) return null;
        throw error;
      }
    },
  };
};
