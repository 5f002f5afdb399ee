import { Conflict } from '../../../domain/faults.ts';
import type { Access, Accesses, MachineClients } from '../../../usecases/ports/accesses.ts';
import { listAccesses, makeAccess, revokeAccess } from '../../../usecases/operations/manage-access.ts';
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
const memoryAccesses = (): Accesses & { speaksFor: Map<string, string> } => {
  const lines = new Map<string, Access>();
  const speaksFor = new Map<string, string>();
  return {
    speaksFor,
    find: async (_, purpose) => lines.get(purpose) ?? null,
    list: async () => [...lines.values()],
    replace: async (_, seen, next) => {
      if ((lines.get(next.purpose) ?? null) !== seen) throw new Conflict('somebody was quicker');
      lines.set(next.purpose, next);
    },
    admit: async (client, creditor) => {
      speaksFor.set(client, creditor);
    },
    refuse: async (client) => {
      speaksFor.delete(client);
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
  expect([[...machines.pool.values()], [...accesses.speaksFor.keys()]]).toEqual([['mahnwerk-MUS-laden'], ['c2']]);
  expect(await revoke(ERP)).toMatchObject({ state: 'revoked' });
  expect((await list(MUS)).map((a) => `${a.purpose} ${a.state}`)).toEqual(['erp revoked', 'laden active']);
  expect(await make(ERP)).toMatchObject({ secret: 'secret of c3' });
  await expect(revoke({ ...ERP, purpose: 'kasse' })).rejects.toMatchObject({ name: 'NotFound' });
});
