import { LEASE_SECONDS } from '../../domain/repeat/decide-repeat.ts';
import { FUNCTIONS, type FunctionOf } from '../../lib/functions.ts';
import { ANSWERED_BY } from '../../lib/routes.ts';
import { dunning } from '../../statemachines/dunning.ts';

const namedAs = (kind: FunctionOf['calledBy']['kind']): readonly string[] =>
  Object.entries<FunctionOf>(FUNCTIONS)
    .filter(([, { calledBy }]) => calledBy.kind === kind)
    .map(([name]) => name)
    .sort();

test('a function that is there for routes answers at least one', () => {
  expect(namedAs('routes')).toEqual([...new Set(Object.values(ANSWERED_BY))].sort());
});

test('a function that is there for the Mahnlauf is one of its tasks', () => {
  expect(namedAs('task')).toEqual(Object.keys(dunning.tasks).sort());
});

test('who has not ended when a key may be begun anew never will: no function behind a route runs so long', () => {
  const behindRoutes = Object.values<FunctionOf>(FUNCTIONS).filter(({ calledBy }) => calledBy.kind === 'routes');
  expect(Math.max(...behindRoutes.map(({ seconds = 30 }) => seconds))).toBeLessThan(LEASE_SECONDS);
});
