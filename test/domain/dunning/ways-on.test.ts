import { isListed, LISTED, slugOf, WAYS_ON, wayOn, wayTold } from '../../../domain/dunning/ways-on.ts';
import { ACTS, ENDS, WAITS } from '../../../domain/procedure/states.ts';

describe('the way on from a state', () => {
  test.each([...WAITS, ...ENDS])('%s: in the words of whoever reads', (state) => {
    expect(wayOn(state)).toBe(WAYS_ON[state]);
    expect(wayTold(state, { forCreditor: true })).toBe(WAYS_ON[state].creditor);
    expect(wayTold(state, { forCreditor: false })).toBe(WAYS_ON[state].todo);
  });
  test.each(ACTS)('%s: none, it is being done', (state) => {
    expect(wayOn(state)).toBeNull();
    expect(wayTold(state, { forCreditor: true })).toBeNull();
    expect(wayTold(state, { forCreditor: false })).toBeNull();
  });
});

test('on the work list is what waits for somebody, and nothing that goes on by itself or has ended', () => {
  expect(LISTED).toContain('Klärung');
  expect(LISTED).toContain('Wartet auf Angaben');
  for (const state of WAITS) expect(isListed(state)).toBe(WAYS_ON[state].waitsFor !== 'nobody');
  for (const state of [...ENDS, ...ACTS]) expect(isListed(state)).toBe(false);
});

test.each([
  ['Nicht erreichbar', 'nicht-erreichbar'],
  ['Härtefall', 'haertefall'],
  ['Gerichtliches Mahnverfahren: Entscheidung', 'gerichtliches-mahnverfahren-entscheidung'],
])('%s is called %s in an address', (state, slug) => {
  expect(slugOf(state)).toBe(slug);
});
