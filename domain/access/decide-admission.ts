import type { CreditorId } from '../parties/parties.ts';
import type { Caller, Who } from './caller.ts';

/** What a token says of its holder, once its signature, issuer, expiry and use are in order. */
export type Token = Readonly<{ client: string; scopes: readonly string[] }>;
/** `client`, `creditor`: whom the table says it speaks for; null for nobody, and for a client that was revoked. */
export type Asking = Readonly<{ token: Token; creditor: CreditorId | null; who: Who }>;

/** What a token must carry to speak for a side. */
export const SCOPES = { creditor: 'mahnwerk/creditor', operator: 'mahnwerk/operator' } as const;

const callerBy = ({ token, creditor }: Asking): Caller | null => {
  const { client, scopes } = token;
  if (scopes.includes(SCOPES.operator)) return { side: 'operator', client };
  if (scopes.includes(SCOPES.creditor) && creditor !== null) return { side: 'creditor', client, creditor };
  return null;
};

/** Whoever asks, where the route is open to them; null where it is not. */
export const decideAdmission = (asking: Asking): Caller | null => {
  const caller = callerBy(asking);
  if (caller === null) return null;
  return asking.who === 'both' || asking.who === caller.side ? caller : null;
};
