import { AGAIN, keptOf } from '../../contracts/again.ts';
import { ROUTES } from '../../contracts/api.ts';
import { keysOf } from '../../domain/keys-of.ts';

test('each way to be repeated is that of some route, and a question has none', () => {
  const ways = new Set(ROUTES.map(({ route }) => route.again));
  expect([...ways].sort()).toEqual([...keysOf(AGAIN), null].sort());
  expect(ROUTES.filter(({ route }) => (route.again === null) !== (route.method === 'GET'))).toEqual([]);
});

test('no secret is kept, wherever it stands in a reply; a permission is not kept at all', () => {
  const reply = { purpose: 'erp', clientSecret: 'geheim', more: [{ clientSecret: 'geheim' }] };
  for (const again of keysOf(AGAIN)) expect(keptOf(again, reply) ?? '').not.toContain('geheim');
  expect(keptOf('secret', reply)).toBe('{"purpose":"erp","clientSecret":null,"more":[{"clientSecret":null}]}');
  expect(keptOf('permission', reply)).toBeNull();
  expect(keptOf('state', { n: 1 })).toBe('{"n":1}');
});
