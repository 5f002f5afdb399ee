import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

export const POOL = 'eu-central-1_Abc123XyZ';
const ISSUER = `https://cognito-idp.eu-central-1.amazonaws.com/${POOL}`;
/** A day by which the tokens of a test have neither begun nor run out: seconds since 1970. */
const LONG_AGO = 1_000_000_000;
const FAR_AWAY = 32_000_000_000;

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const signedBy = (key: KeyObject, kid: string, claims: object, algorithm = 'RS256'): string => {
  const told = `${encoded({ alg: algorithm, kid, typ: 'JWT' })}.${encoded(claims)}`;
  return `${told}.${createSign('RSA-SHA256').update(told).sign(key).toString('base64url')}`;
};

/** A pool with keys of its own, made here: what it signs is told from what another signs. */
export const poolOf = (kid: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  return {
    /** The key set as the pool gives it to everybody. */
    keys: JSON.stringify({ keys: [{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', n, e }] }),
    /** An access token as Cognito gives a machine client; `otherwise`: what is different of it. */
    token: (otherwise: object = {}, algorithm?: string): string =>
      signedBy(
        privateKey,
        kid,
        {
          iss: ISSUER,
          sub: 'erp',
          client_id: 'erp',
          token_use: 'access',
          scope: 'mahnwerk/creditor',
          iat: LONG_AGO,
          exp: FAR_AWAY,
          jti: 'one',
          ...otherwise,
        },
        algorithm,
      ),
  };
};
export const PAST = LONG_AGO + 3600;
