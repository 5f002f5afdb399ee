import { readFileSync } from 'node:fs';
import { ROUTES } from '../../contracts/api.ts';
import { MAY } from '../../contracts/may.ts';
import { routeKey } from '../../contracts/route.ts';
import { OperatorRole, type Role } from '../../domain/access/roles.ts';
import { rolesPage } from '../../tools/roles-table.ts';

const SETS = Object.entries<readonly Role[]>(MAY);
const routesOf = (role: Role): readonly string[] =>
  ROUTES.filter(({ route }) => route.may.includes(role)).map(({ route }) => routeKey(route));

test.each(SETS)('%s names nobody twice, and whoever leads is among our own people', (_, roles) => {
  expect(new Set(roles).size).toBe(roles.length);
  const ours = roles.filter((role) => OperatorRole.safeParse(role).success);
  if (ours.length > 0) expect(ours).toContain('leitung');
});

test('a creditor’s reader changes nothing, and one of its editors does what its programs do', () => {
  expect(routesOf('reader').filter((route) => !route.startsWith('GET '))).toEqual([]);
  expect(routesOf('editor')).toEqual(routesOf('system'));
});

test('whoever phones, and whoever looks after creditors, moves no money', () => {
  for (const role of ['telefon', 'betreuung'] as const)
    expect(routesOf(role).filter((route) => /payments|reversals|refunds|credits/.test(route))).toEqual([]);
});

test('the page about roles shows every role and route as it is (node tools/roles.ts)', () => {
  expect(readFileSync(new URL('../../docs/roles.md', import.meta.url), 'utf8')).toBe(rolesPage());
});
