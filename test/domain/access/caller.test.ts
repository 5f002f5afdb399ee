import { Caller, isOneOf } from '../../../domain/access/caller.ts';
import { ROLES } from '../../../domain/access/roles.ts';

const winter = Caller.parse({ side: 'operator', role: 'telefon', who: 'winter' });
const erp = Caller.parse({ side: 'creditor', role: 'system', who: 'c1', creditor: 'MUS' });

test('a call is meant by a route where the role that came in is one of those it names, whichever they are', () => {
  expect(isOneOf(['leitung', 'telefon'], winter)).toBe(true);
  expect(isOneOf(['telefon', 'leitung'], winter)).toBe(true);
  expect(isOneOf(['leitung', 'finanzen'], winter)).toBe(false);
  expect(isOneOf(['system'], erp)).toBe(true);
  expect(
    isOneOf(
      ROLES.filter((role) => role !== 'system'),
      erp,
    ),
  ).toBe(false);
  expect(isOneOf([], erp)).toBe(false);
});
test.each([
  ['a creditor’s program of no creditor', { side: 'creditor', role: 'system', who: 'c1' }],
  ['one of ours in a creditor’s role', { side: 'operator', role: 'owner', who: 'winter' }],
  ['a creditor’s person in one of our roles', { side: 'creditor', role: 'leitung', who: 'w', creditor: 'MUS' }],
])('nobody comes in as %s', (_, given) => {
  expect(Caller.safeParse(given).success).toBe(false);
});
