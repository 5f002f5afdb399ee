import { ROUTES } from '../../contracts/api.ts';
import { DEED_ROUTES, rolesTold } from '../../contracts/deed-routes.ts';
import { routeKey } from '../../contracts/route.ts';

test('every route that does something with one Akte is among what may be done with it', () => {
  const acting = ROUTES.map(({ route }) => route).filter(
    ({ method, path }) => method === 'POST' && /\{akte\}|\{claim\}/.test(path),
  );
  expect(acting.length).toBeGreaterThan(15);
  const done = Object.values(DEED_ROUTES).map(routeKey);
  expect([...done].sort()).toEqual(acting.map(routeKey).sort());
});

test('a creditor is told of its own roles, and not of what only our own people do', () => {
  const creditor = { side: 'creditor' } as const;
  expect(rolesTold('pause', creditor)).toEqual(['owner', 'editor', 'system']);
  expect(rolesTold('record', creditor)).toEqual(['owner', 'editor', 'system']);
  for (const deed of ['clarify', 'answer', 'agree', 'call', 'assign', 'reverse', 'refund'] as const)
    expect(rolesTold(deed, creditor)).toEqual([]);
});

test('our own people are told of everybody', () => {
  const operator = { side: 'operator' } as const;
  expect(rolesTold('refund', operator)).toEqual(['leitung', 'finanzen']);
  expect(rolesTold('pause', operator)).toEqual(['owner', 'editor', 'system', 'leitung', 'sachbearbeitung']);
});
