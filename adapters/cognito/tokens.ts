import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleFetcher, type Fetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
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

/**
 * Access tokens of a user pool, told from all others by its keys (RFC 7519). The keys are read once for each runtime,
 * and again where a token names one that is not among them, but not more than once in ten seconds: nobody can have us
 * ask without end.
 */
export const cognitoTokens = (userPoolId: string, keys: Keys): Tokens => {
  const verifier = CognitoJwtVerifier.create(
    // Each creditor has clients of its own: which of them may come in says the table, not a list of audiences.
    { userPoolId, tokenUse: 'access', clientId: null },
    { jwksCache: new SimpleJwksCache({ fetcher: orBusy(keys) }) },
  );
  return {
    read: async (token) => {
      try {
        const { client_id: client, scope } = await verifier.verify(token);
        return { client, scopes: scope.split(' ') };
      } catch (error) {
        if (error instanceof JwtBaseError) return null;
        throw error;
      }
    },
  };
};
