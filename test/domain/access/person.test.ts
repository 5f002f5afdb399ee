import { Member, Person, PersonName } from '../../../domain/access/person.ts';
import { OPERATOR_ROLES, PERSON_ROLES } from '../../../domain/access/roles.ts';

const accepts = (shape: typeof Person | typeof PersonName | typeof Member, given: unknown): boolean =>
  shape.safeParse(given).success;

describe('what somebody signs in with', () => {
  test.each(['w', 'winter', 'mus-winter', 'm.winter2', '0winter', 'x'.repeat(60)])('%s is a name', (name) => {
    expect(accepts(PersonName, name)).toBe(true);
  });
  test.each([
    ...['', '-', 'winter-', '-winter', '.winter', 'winter.', 'Winter', 'mus winter', 'mus_winter', 'müller'],
    ...['winter\n', ' winter', 'a@b', 'x'.repeat(61)],
  ])('„%s“ is none', (name) => {
    expect(accepts(PersonName, name)).toBe(false);
  });
});

describe('what is kept of a person', () => {
  const OURS = {
    side: 'operator',
    name: 'sommer',
    state: 'active',
    since: '2026-03-02T08:00:00Z',
    by: 'operator:herbst',
  };
  const THEIRS = { side: 'creditor', state: 'active', creditor: 'MUS', role: 'owner' };
  test('one of ours is here or is not; in which roles, their groups say', () => {
    expect(Person.parse(OURS)).toEqual(OURS);
    expect(accepts(Person, { ...OURS, state: 'revoked' })).toBe(true);
    for (const wrong of [{ state: 'away' }, { since: 'gestern' }, { by: 'x' }, { name: undefined }, { side: 'court' }])
      expect(accepts(Person, { ...OURS, ...wrong })).toBe(false);
  });
  test('a creditor’s person has one of the roles there are for persons, never one of ours or a program’s', () => {
    expect(Person.parse(THEIRS)).toEqual(THEIRS);
    expect(PERSON_ROLES.map((role) => accepts(Person, { ...THEIRS, role }))).toEqual([true, true, true]);
    for (const role of ['system', ...OPERATOR_ROLES]) expect(accepts(Person, { ...THEIRS, role })).toBe(false);
    for (const wrong of [{ creditor: 'mus' }, { creditor: undefined }, { state: 'away' }])
      expect(accepts(Person, { ...THEIRS, ...wrong })).toBe(false);
  });
  test('as a list has them: with their address, their last change and who made it', () => {
    const member = {
      name: 'winter',
      email: 'winter@example.com',
      role: 'editor',
      state: 'revoked',
      sub: '7f3c',
      since: '2026-03-02T08:00:00Z',
      by: 'operator:herbst',
    };
    expect(Member.parse(member)).toEqual(member);
    for (const gone of Object.keys(member))
      expect(accepts(Member, Object.fromEntries(Object.entries(member).filter(([key]) => key !== gone)))).toBe(false);
  });
});
