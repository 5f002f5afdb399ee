import { ROUTES } from '../contracts/api.ts';
import { MAY } from '../contracts/may.ts';
import { routeKey, type Route } from '../contracts/route.ts';
import { CREDITOR_ROLES, OPERATOR_ROLES, ROLES, ROLE_WORDS, type Role } from '../domain/access/roles.ts';

/** The name of a route's set of roles. Throws where a route brings a set of its own. */
export const setOf = (may: Route['may']): string => {
  const [name] = Object.entries<Route['may']>(MAY).find(([, set]) => set === may) ?? [];
  if (name === undefined) throw new Error(`a route names its roles itself: ${may.join(', ')}`);
  return name;
};

const cells = (of: readonly string[]): string => `| ${of.join(' | ')} |`;
const rule = (columns: number): string => `|${'---|'.repeat(columns)}`;

const roleRow = (role: Role): string => cells([`\`${role}\``, ROLE_WORDS[role].name, ROLE_WORDS[role].does]);
const rolesOf = (roles: readonly Role[]): string =>
  [cells(['Rolle', 'Name', 'wer sie hat']), rule(3), ...roles.map(roleRow)].join('\n');

const routeRow = (route: Route): string =>
  cells([
    `\`${routeKey(route)}\``,
    `\`${setOf(route.may)}\``,
    ...ROLES.map((role) => (route.may.includes(role) ? '●' : '')),
  ]);
const routes = (): string =>
  [
    cells(['route', 'set', ...ROLES.map((role) => `\`${role}\``)]),
    rule(ROLES.length + 2),
    ...ROUTES.map(({ route }) => routeRow(route)),
  ].join('\n');

/** The page about roles, as it stands in docs/roles.md. */
export const rolesPage = (): string => `# Roles

Written by \`node tools/roles.ts\` from [domain/access/roles.ts](../domain/access/roles.ts) and [contracts/may.ts](../contracts/may.ts). A route names one of the sets there; the gateway's function lets nobody in who is in none of its roles (403), and where somebody is in several, they act in the first of them in the order below.

## Of a creditor

${rolesOf(CREDITOR_ROLES)}

## Of the agency

${rolesOf(OPERATOR_ROLES)}

## Role × route

${routes()}
`;
