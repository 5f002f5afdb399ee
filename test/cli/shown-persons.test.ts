import type { Member } from '../../domain/access/person.ts';
import { invitedShown, personsShown, shutShown } from '../../cli/shown/persons.ts';

const { sub: _, ...winter }: Member = {
  name: 'mus-winter',
  email: 'w@example.com',
  role: 'editor',
  state: 'active',
  sub: 's1',
  since: '2026-03-02T08:00:00.000Z',
  by: 'operator:sommer',
};

test('who may sign in for a creditor is shown in German; nobody, with the way to change that', () => {
  const shown = personsShown({
    persons: [winter, { ...winter, name: 'mus-herbst', role: 'owner', state: 'revoked' }],
    next: null,
  });
  expect(shown).toMatch(/mus-winter +Bearbeiter +offen +w@example\.com .*sommer/);
  expect(shown).toMatch(/mus-herbst +Inhaber +gesperrt/);
  expect(personsShown({ persons: [], next: null })).toContain('mahnwerk person anlegen');
});

test('what was done is said in a sentence', () => {
  expect(invitedShown(winter)).toMatch(/^mus-winter: Bearbeiter\. .*w@example\.com/);
  expect(shutShown(winter)).toMatch(/^mus-winter: gesperrt\./);
});
