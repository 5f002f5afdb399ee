import type { Colleague } from '../../../domain/access/person.ts';
import { readmitColleague, revokeColleague } from '../../../usecases/operations/manage-team.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const by = 'operator:herbst' as const;
/** The team's pool, in which winter signs in, and the table. `did`: what was done, in its order. */
const anOffice = () => {
  const did: string[] = [];
  const kept = new Map<string, Colleague>();
  let breaks = false;
  const ports = {
    clock: { now: () => new Date(NOW) },
    team: {
      withSub: async (sub: string) => kept.get(sub) ?? null,
      keep: async (sub: string, colleague: Colleague) => {
        kept.set(sub, colleague);
        did.push(`${sub} ${colleague.state}`);
      },
    },
    signIns: {
      subOf: async (name: string) => (name === 'winter' ? 's1' : null),
      shut: async (name: string) => {
        if (breaks) throw new Error('socket hang up');
        did.push(`shut ${name}`);
      },
      open: async (name: string) => {
        did.push(`open ${name}`);
      },
    },
  };
  return {
    did,
    kept,
    breaks: (whether: boolean) => {
      breaks = whether;
    },
    revoke: revokeColleague(ports),
    readmit: readmitColleague(ports),
  };
};
const WINTER = { name: 'winter', by };
const revoked = { side: 'operator', name: 'winter', state: 'revoked', since: NOW, by };

test('whoever leaves comes in no more before they can sign in no more, so that no token outlives it', async () => {
  const { revoke, did } = anOffice();
  expect(await revoke(WINTER)).toEqual(revoked);
  expect(did).toEqual(['s1 revoked', 'shut winter']);
});

test('broken off, the next call ends it, and says who did it first', async () => {
  const { revoke, breaks, did } = anOffice();
  breaks(true);
  await expect(revoke(WINTER)).rejects.toThrow('socket hang up');
  breaks(false);
  expect(await revoke({ ...WINTER, by: 'operator:lenz' })).toEqual(revoked);
  expect(did).toEqual(['s1 revoked', 'shut winter']);
});

test('let in again they sign in and come in', async () => {
  const { revoke, readmit, did, kept } = anOffice();
  await revoke(WINTER);
  expect(await readmit({ ...WINTER, by: 'operator:lenz' })).toEqual({
    ...revoked,
    state: 'active',
    by: 'operator:lenz',
  });
  expect(did.slice(2)).toEqual(['open winter', 's1 active']);
  expect([...kept.values()].map(({ state }) => state)).toEqual(['active']);
});

test.each(['operator:winter', 'operator:Winter'] as const)('nobody shuts out themselves: %s', async (self) => {
  const { revoke, did } = anOffice();
  await expect(revoke({ name: 'winter', by: self })).rejects.toMatchObject({ code: 'team.self' });
  await expect(revoke({ name: 'WINTER', by: self })).rejects.toMatchObject({ code: 'team.self' });
  expect(did).toEqual([]);
});

test('of whom the pool knows nothing nothing is kept', async () => {
  const { revoke, readmit, did } = anOffice();
  const nobody = { name: 'nobody', by };
  await expect(revoke(nobody)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(readmit(nobody)).rejects.toMatchObject({ name: 'NotFound' });
  expect(did).toEqual([]);
});
