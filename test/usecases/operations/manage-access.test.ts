import { Conflict } from '../../../domain/faults.ts';
import { silencedBy, speakersOf, type Access } from '../../../domain/access/access.ts';
import type { Accesses, MachineClients } from '../../../usecases/ports/accesses.ts';
import {
  listAccesses,
  makeAccess,
  renewAccess,
  revokeAccess,
  settleRenewal,
} from '../../../usecases/operations/manage-access.ts';
import { musterversand } from '../../support/akte.ts';
import { memoryCreditors } from '../../../simulator/agency/stores.ts';

const MUS = musterversand.id;
const ERP = { creditor: MUS, purpose: 'erp', by: 'operator:Frau Sommer' as const };
/** The user pool: names by client id. `breaks`: the next client is made, and its answer never comes. */
const memoryMachines = (): MachineClients & { pool: Map<string, string>; breaks: boolean } => {
  const pool = new Map<string, string>();
  let made = 0;
  const machines = {
    pool,
    breaks: false,
    create: async (name: string) => {
      const clientId = `c${++made}`;
      pool.set(clientId, name);
      if (machines.breaks) throw new Error('socket hang up');
      return { clientId, clientSecret: `secret of ${clientId}` };
    },
    called: async (name: string) => [...pool].filter(([, n]) => n === name).map(([id]) => id),
    remove: async (client: string) => {
      pool.delete(client);
    },
  };
  return machines;
};
/** `speakers`: the clients that speak for somebody, and until when. */
const memoryAccesses = (): Accesses & { speakers: Map<string, string | null> } => {
  const lines = new Map<string, Access>();
  const speakers = new Map<string, string | null>();
  return {
    speakers,
    find: async (_, purpose) => lines.get(purpose) ?? null,
    list: async () => [...lines.values()],
    replace: async (_, seen, next) => {
      if ((lines.get(next.purpose) ?? null) !== seen) throw new Conflict('somebody was quicker');
      lines.set(next.purpose, next);
      for (const client of silencedBy(seen, next)) speakers.delete(client);
      for (const { client, until } of speakersOf(next)) speakers.set(client, until);
    },
  };
};
const anOffice = () => {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const accesses = memoryAccesses();
  const machines = memoryMachines();
  const ports = { creditors: memoryCreditors(musterversand), accesses, machines, clock: { now: () => new Date(now) } };
  return {
    accesses,
    machines,
    pass: (minutes: number) => {
      now += minutes * 60_000;
    },
    make: makeAccess(ports),
    renew: (days = 30) => renewAccess(ports)({ ...ERP, days }),
    settle: (keep: 'new' | 'old') => settleRenewal(ports)({ ...ERP, keep }),
    revoke: revokeAccess(ports),
    list: listAccesses(ports),
  };
};

test('asking twice made two clients: it makes one, and shows its secret once', async () => {
  const { make, machines, list } = anOffice();
  expect(await make(ERP)).toMatchObject({ secret: 'secret of c1', access: { state: 'active', client: 'c1' } });
  expect(await make(ERP)).toMatchObject({ secret: null, access: { state: 'active', client: 'c1' } });
  expect([...machines.pool.keys()]).toEqual(['c1']);
  expect(await list(MUS)).toEqual([expect.objectContaining({ purpose: 'erp', by: 'operator:Frau Sommer' })]);
});

test('two at the same time make one', async () => {
  const { make, machines } = anOffice();
  const outcomes = await Promise.allSettled([make(ERP), make(ERP)]);
  expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(machines.pool.size).toBe(1);
});

test('a try that broke left a client nobody knew of: the next one takes it away, once nobody can be at work any more', async () => {
  const { make, machines, pass } = anOffice();
  machines.breaks = true;
  await expect(make(ERP)).rejects.toThrow('socket hang up');
  machines.breaks = false;
  await expect(make(ERP)).rejects.toMatchObject({ name: 'Conflict' });
  pass(3);
  expect(await make(ERP)).toMatchObject({ access: { client: 'c2' } });
  expect([...machines.pool.keys()]).toEqual(['c2']);
});

test('no client could be revoked: now it is refused at once and taken away; repeated, nothing more happens; made anew, it is another', async () => {
  const { make, revoke, machines, accesses, list } = anOffice();
  await make(ERP);
  await make({ ...ERP, purpose: 'laden' });
  expect(await revoke(ERP)).toMatchObject({ state: 'revoked' });
  expect([[...machines.pool.values()], [...accesses.speakers.keys()]]).toEqual([['mahnwerk-MUS-laden'], ['c2']]);
  expect(await revoke(ERP)).toMatchObject({ state: 'revoked' });
  expect((await list(MUS)).map((a) => `${a.purpose} ${a.state}`)).toEqual(['erp revoked', 'laden active']);
  expect(await make(ERP)).toMatchObject({ secret: 'secret of c3' });
  await expect(revoke({ ...ERP, purpose: 'kasse' })).rejects.toMatchObject({ name: 'NotFound' });
});

describe('a secret is changed', () => {
  test('without a moment in which none is taken: the old client speaks on until its end, and is taken away when the new one is in use', async () => {
    const { make, renew, settle, machines, accesses } = anOffice();
    await make(ERP);
    expect(await renew()).toMatchObject({ secret: 'secret of c2', access: { state: 'active', client: 'c2' } });
    expect([...accesses.speakers]).toEqual([
      ['c1', '2026-04-01T08:00:00.000Z'],
      ['c2', null],
    ]);
    expect([...machines.pool.keys()]).toEqual(['c1', 'c2']);
    expect(await settle('new')).toMatchObject({ client: 'c2', ending: null });
    expect([[...accesses.speakers.keys()], [...machines.pool.keys()]]).toEqual([['c2'], ['c2']]);
    expect(await settle('new')).toMatchObject({ client: 'c2', ending: null });
  });
  test('never to a third while two are in use; the lost one is given up, and another made', async () => {
    const { make, renew, settle, machines, accesses } = anOffice();
    await make(ERP);
    await renew();
    await expect(renew()).rejects.toMatchObject({ name: 'Conflict' });
    expect(await settle('old')).toMatchObject({ client: 'c1', ending: null });
    expect([...machines.pool.keys()]).toEqual(['c1']);
    expect(await renew()).toMatchObject({ secret: 'secret of c3' });
    expect([...accesses.speakers.keys()]).toEqual(['c1', 'c3']);
  });
  test('again, once the days of the old client are over: it is taken away by the way', async () => {
    const { make, renew, machines, pass } = anOffice();
    await make(ERP);
    await renew(1);
    pass(24 * 60);
    expect(await renew(1)).toMatchObject({ access: { client: 'c3', ending: { client: 'c2' } } });
    expect([...machines.pool.keys()]).toEqual(['c2', 'c3']);
  });
  test('where the pool breaks, the old client speaks on, and asking again gives a secret', async () => {
    const { make, renew, machines, accesses, pass } = anOffice();
    await make(ERP);
    machines.breaks = true;
    await expect(renew()).rejects.toThrow('socket hang up');
    machines.breaks = false;
    expect([...accesses.speakers]).toEqual([['c1', null]]);
    expect(await make(ERP)).toMatchObject({ secret: null, access: { client: 'c1' } });
    await expect(renew()).rejects.toMatchObject({ name: 'Conflict' });
    pass(3);
    expect(await renew()).toMatchObject({ secret: 'secret of c3' });
    expect([[...machines.pool.keys()], [...accesses.speakers.keys()]]).toEqual([
      ['c1', 'c3'],
      ['c1', 'c3'],
    ]);
  });
  test('by two at the same time: one of them gets the secret', async () => {
    const { make, renew, machines } = anOffice();
    await make(ERP);
    const outcomes = await Promise.allSettled([renew(), renew()]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(machines.pool.size).toBe(2);
  });
  test('in the middle of it the access can be revoked: nobody speaks, and nothing is left in the pool', async () => {
    const { make, renew, revoke, machines, accesses } = anOffice();
    await make(ERP);
    await renew();
    expect(await revoke(ERP)).toMatchObject({ state: 'revoked' });
    expect([accesses.speakers.size, machines.pool.size]).toEqual([0, 0]);
  });
});
