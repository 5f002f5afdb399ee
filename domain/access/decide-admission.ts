import type { CreditorId } from '../parties/parties.ts';
import type { Caller } from './caller.ts';
import { OPERATOR_ROLES, type Role } from './roles.ts';

/** What a token says of its holder, once its signature, issuer, expiry and use are in order. */
export type Token = Readonly<{ client: string; scopes: readonly string[] }>;
/** `client`, `creditor`: whom the table says it speaks for; null for nobody, and for a client that was revoked. */
export type Asking = Readonly<{ token: Token; creditor: CreditorId | null; may: readonly Role[] }>;

/** What a token must carry to speak for a side. */
export const SCOPES = { creditor: 'mahnwerk/creditor', operator: 'mahnwerk/operator' } as const;

/** Whoever asks, once for each role they have, that which counts first at the front. */
const asEach = ({ token, creditor }: Asking): readonly Caller[] => {
  const { client: who, scopes } = token;
  if (scopes.includes(SCOPES.operator)) return OPERATOR_ROLES.map((role) => ({ side: 'operator', role, who }));
  if (scopes.includes(SCOPES.creditor) && creditor !== null)
    return [{ side: 'creditor', role: 'system', who, creditor }];
  return [];
};

/** Whoever asks, in the role that opens the route to them; null where none does. */
export const decideAdmission = (asking: Asking): Caller | null =>
  asEach(asking).find(({ role }) => asking.may.includes(role)) ?? null;
