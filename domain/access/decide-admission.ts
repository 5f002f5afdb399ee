import type { CreditorId } from '../parties/parties.ts';
import type { Caller } from './caller.ts';
import type { Person } from './person.ts';
import { OPERATOR_ROLES, type Role } from './roles.ts';

/** Whose tokens there are: creditors' programs, our own people, creditors' persons. Each has a pool of its own. */
export const POOLS = ['machines', 'team', 'creditors'] as const;

/**
 * What a token says of its holder, once its signature, issuer, expiry and use are in order. `name`: what a person signs
 * in with; `sub`: the id that their pool gave them, and nobody else ever.
 */
export type Token =
  | Readonly<{ of: 'machines'; client: string; scopes: readonly string[] }>
  | Readonly<{ of: 'team'; sub: string; name: string; groups: readonly string[] }>
  | Readonly<{ of: 'creditors'; sub: string; name: string }>;
export type TokenOf<P extends Token['of']> = Extract<Token, { of: P }>;

/** Whom a client speaks for, and the instant from which it does no more; null: none is set. */
export type Representative = Readonly<{ creditor: CreditorId; until: string | null }>;
/** What the table says of whoever holds the token: whom a client speaks for, who a person is; null: nothing. */
export type Known = Readonly<{ client: Representative | null; person: Person | null }>;
export type Asking = Readonly<{ token: Token; known: Known; may: readonly Role[]; now: Date }>;

/** What a token of a machine must carry to speak for a creditor. */
export const SCOPES = { creditor: 'mahnwerk/creditor' } as const;

type Callers = readonly Caller[];
const speaksStill = ({ until }: Representative, now: Date): boolean => until === null || now < new Date(until);
const asMachine = ({ client: who, scopes }: TokenOf<'machines'>, { known: { client }, now }: Asking): Callers =>
  scopes.includes(SCOPES.creditor) && client !== null && speaksStill(client, now)
    ? [{ side: 'creditor', role: 'system', who, creditor: client.creditor }]
    : [];
/** Our own people are known by their pool; the table can only say that somebody is no more. */
const asOurs = ({ name: who, groups }: TokenOf<'team'>, person: Person | null): Callers =>
  person !== null && (person.side !== 'operator' || person.state !== 'active')
    ? []
    : OPERATOR_ROLES.filter((role) => groups.includes(role)).map((role) => ({ side: 'operator', role, who }));
/** A creditor's person is whatever the table says, and nobody where it says nothing. */
const asTheirs = ({ name: who }: TokenOf<'creditors'>, person: Person | null): Callers =>
  person?.side === 'creditor' && person.state === 'active'
    ? [{ side: 'creditor', role: person.role, who, creditor: person.creditor }]
    : [];

/** Whoever asks, once for each role they have, that which counts first at the front. */
const asEach = (asking: Asking): Callers => {
  const { token, known } = asking;
  switch (token.of) {
    case 'machines':
      return asMachine(token, asking);
    case 'team':
      return asOurs(token, known.person);
    case 'creditors':
      return asTheirs(token, known.person);
  }
};

/** Whoever asks, in the role that opens the route to them; null where none does. */
export const decideAdmission = (asking: Asking): Caller | null =>
  asEach(asking).find(({ role }) => asking.may.includes(role)) ?? null;
