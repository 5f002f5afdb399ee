import { ROLE_WORDS } from '../../domain/access/roles.ts';
import { nameOf } from '../../domain/actor.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { aligned, since } from './table.ts';

type Persons = ReplyOf<typeof API.persons.list>;
type Person = Persons['persons'][number];
const STATES = { active: 'offen', revoked: 'gesperrt' } as const satisfies Readonly<Record<Person['state'], string>>;
const HEAD = ['Name', 'Rolle', 'Zustand', 'E-Mail', 'seit', 'von'] as const;
const rowOf = ({ name, role, state, email, since: changed, by }: Person): readonly string[] => [
  name,
  ROLE_WORDS[role].name,
  STATES[state],
  email,
  since(changed),
  nameOf(by),
];
/** Who may sign in for a creditor. */
export const personsShown = ({ persons }: Persons): string =>
  persons.length === 0
    ? 'Niemand kann sich anmelden. Einladen: mahnwerk person anlegen GLÄUBIGER NAME --email … --als inhaber\n'
    : aligned([HEAD, ...persons.map(rowOf)]);

export const invitedShown = ({ name, role, email }: Person): string =>
  `${name}: ${ROLE_WORDS[role].name}. Das erste Kennwort kommt an ${email}, wenn die Einladung neu ist.\n`;
export const shutShown = ({ name }: Person): string =>
  `${name}: gesperrt. Was damit noch gefragt wird, wird abgelehnt.\n`;
