import type { Member } from '../../../domain/access/person.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { memoryCreditors } from '../../../simulator/agency/stores.ts';
import { invitePerson, listPersons, revokePerson } from '../../../usecases/operations/manage-persons.ts';
import { musterversand } from '../../support/akte.ts';

const MUS = musterversand.id;
const NOW = new Date('2026-03-02T08:00:00Z');
const WINTER = {
  creditor: MUS,
  name: 'mus-winter',
  email: 'w@example.com',
  role: 'editor',
  by: 'operator:sommer',
} as const;

/** A pool and a table in memory; `left`: addresses by names that the pool knows by an invitation that broke. */
const given = (left: Readonly<Record<string, string>> = {}) => {
  const members = new Map<string, Member>();
  const shut: string[] = [];
  const invited: string[] = [];
  const reminded: string[] = [];
  const ports = {
    creditors: memoryCreditors(musterversand),
    clock: { now: () => NOW },
    persons: {
      find: async (_: CreditorId, name: string) => members.get(name) ?? null,
      list: async () => [...members.values()],
      isKnown: async (sub: string) => [...members.values()].some((m) => m.sub === sub),
      replace: async (_: CreditorId, __: Member | null, next: Member) => {
        members.set(next.name, next);
      },
    },
    signIns: {
      invite: async ({ name, email }: { name: string; email: string }) => {
        invited.push(name);
        return { sub: `sub of ${name}`, email: left[name] ?? email };
      },
      remind: async (name: string) => {
        reminded.push(name);
      },
      shut: async (name: string) => {
        shut.push(name);
      },
    },
  };
  return { ports, invited, reminded, shut };
};
const member = { name: 'mus-winter', email: 'w@example.com', role: 'editor', sub: 'sub of mus-winter' };

test('who is invited may sign in for the creditor, in one role, and is listed with who said so', async () => {
  const { ports, invited } = given();
  const invitedAs = { ...member, state: 'active', since: NOW.toISOString(), by: 'operator:sommer' };
  expect(await invitePerson(ports)(WINTER)).toEqual(invitedAs);
  expect(await listPersons(ports)(MUS)).toEqual([invitedAs]);
  expect(invited).toEqual(['mus-winter']);
});

test('asked again they are one person; another role is all that changes, and who never came is reminded', async () => {
  const { ports, invited, reminded } = given();
  await invitePerson(ports)(WINTER);
  await invitePerson(ports)({ ...WINTER, by: 'operator:herbst' });
  const reader = await invitePerson(ports)({
    ...WINTER,
    email: 'other@example.com',
    role: 'reader',
    by: 'client:MUS/x',
  });
  expect(reader).toMatchObject({ email: 'w@example.com', role: 'reader', by: 'client:MUS/x' });
  expect([invited, reminded]).toEqual([['mus-winter'], ['mus-winter', 'mus-winter']]);
});

test('an invitation that broke after the pool had made somebody is ended by the next', async () => {
  const { ports } = given({ 'mus-winter': 'W@example.com' });
  expect(await invitePerson(ports)(WINTER)).toMatchObject({ state: 'active' });
});

test('somebody whom another creditor had begun to invite came in as this one’s: a name at another address is theirs', async () => {
  const { ports } = given({ 'mus-winter': 'other@example.com' });
  await expect(invitePerson(ports)(WINTER)).rejects.toMatchObject({ code: 'person.taken' });
  expect(await listPersons(ports)(MUS)).toEqual([]);
});

test('who was shut out comes in nowhere and signs in no more; the name stays theirs', async () => {
  const { ports, shut } = given();
  await invitePerson(ports)(WINTER);
  const by = 'operator:herbst';
  const out = await revokePerson(ports)({ creditor: MUS, name: 'mus-winter', by });
  expect(out).toMatchObject({ state: 'revoked', by });
  // Repeated, it ends what a broken try has begun, and says of nobody else that they did it.
  expect(await revokePerson(ports)({ creditor: MUS, name: 'mus-winter', by: 'operator:sommer' })).toEqual(out);
  expect(shut).toEqual(['mus-winter', 'mus-winter']);
  await expect(invitePerson(ports)(WINTER)).rejects.toMatchObject({ code: 'person.taken' });
});

test('of a creditor or a person that nobody knows nothing is done', async () => {
  const { ports, invited, shut } = given();
  const creditor = CreditorId.parse('STW');
  await expect(invitePerson(ports)({ ...WINTER, creditor })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(listPersons(ports)(creditor)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(revokePerson(ports)({ ...WINTER, name: 'nobody' })).rejects.toMatchObject({ name: 'NotFound' });
  expect([invited, shut]).toEqual([[], []]);
});
