import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Token } from '../../domain/access/decide-admission.ts';

/** Ids of user pools, by whose they are. */
export const POOLS = {
  machines: 'eu-central-1_Abc123XyZ',
  team: 'eu-central-1_Team00000',
  creditors: 'eu-central-1_Cred00000',
} as const satisfies Record<Token['of'], string>;
const issuerOf = (pool: string): string => `https://cognito-idp.eu-central-1.amazonaws.com/${pool}`;
/** A day by which the tokens of a test have neither begun nor run out: seconds since 1970. */
const LONG_AGO = 1_000_000_000;
const FAR_AWAY = 32_000_000_000;

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const signedBy = (key: KeyObject, kid: string, claims: object, algorithm = 'RS256'): string => {
  const told = `${encoded({ alg: algorithm, kid, typ: 'JWT' })}.${encoded(claims)}`;
  return `${told}.${createSign('RSA-SHA256').update(told).sign(key).toString('base64url')}`;
};

/** What Cognito says in an access token of each pool: of a machine, and of persons who signed in on its page. */
const CLAIMS = {
  machines: { sub: 'erp', client_id: 'erp', scope: 'mahnwerk/creditor' },
  team: { sub: 'sub-sommer', client_id: 'command', scope: 'openid', username: 'sommer', 'cognito:groups': ['telefon'] },
  creditors: { sub: 'sub-winter', client_id: 'command', scope: 'openid', username: 'winter' },
} as const satisfies Record<Token['of'], object>;

/** A pool with keys of its own, made here: what it signs is told from what another signs. */
export const poolOf = (kid: string, of: Token['of'] = 'machines') => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  return {
    /** The key set as the pool gives it to everybody, and where. */
    keys: JSON.stringify({ keys: [{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', n, e }] }),
    path: `/${POOLS[of]}/.well-known/jwks.json`,
    /** An access token as Cognito gives it; `otherwise`: what is different of it. */
    token: (otherwise: object = {}, algorithm?: string): string =>
      signedBy(
        privateKey,
        kid,
        {
          iss: issuerOf(POOLS[of]),
          token_use: 'access',
          iat: LONG_AGO,
          exp: FAR_AWAY,
          jti: 'one',
          ...CLAIMS[of],
          ...otherwise,
        },
        algorithm,
      ),
  };
};
export const PAST = LONG_AGO + 3600;
