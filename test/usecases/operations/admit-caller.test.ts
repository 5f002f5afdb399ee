import { SCOPES, type Token } from '../../../domain/access/decide-admission.ts';
import { Unavailable } from '../../../domain/faults.ts';
import { MAY } from '../../../contracts/may.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { admitCaller } from '../../../usecases/operations/admit-caller.ts';

const MUS = CreditorId.parse('MUS');
const ERP: Token = { of: 'machines', client: 'erp', scopes: [SCOPES.creditor] };
const WINTER: Token = { of: 'creditors', sub: 'w', name: 'winter' };
const unasked = { withSub: () => Promise.reject(new Error('asked')) };
let now = new Date('2026-03-02T08:00:00Z');
const clock = { now: () => now };
/** Tokens by what they are written as, whom a client speaks for, and who a person is. */
const admit = admitCaller({
  tokens: { read: async (token) => ({ 'erp’s': ERP, 'winter’s': WINTER })[token] ?? null },
  clients: {
    speaksFor: async (client) => (client === 'erp' ? { creditor: MUS, until: '2026-04-01T08:00:00Z' } : null),
  },
  clock,
  persons: {
    withSub: async (sub) => (sub === 'w' ? { side: 'creditor', state: 'active', creditor: MUS, role: 'reader' } : null),
  },
});

test('whoever holds a token of ours comes in as whom the table says it speaks for', async () => {
  expect(await admit('erp’s', MAY.READS_OWN)).toEqual({
    side: 'creditor',
    role: 'system',
    who: 'erp',
    creditor: 'MUS',
  });
});

test('a client that was renewed comes in as long as it speaks', async () => {
  now = new Date('2026-04-01T08:00:00Z');
  expect(await admit('erp’s', MAY.READS_OWN)).toBeNull();
  now = new Date('2026-03-02T08:00:00Z');
  expect(await admit('erp’s', MAY.READS_OWN)).not.toBeNull();
});

test('a person comes in as whom the table says it is', async () => {
  expect(await admit('winter’s', MAY.READS_OWN)).toEqual({
    side: 'creditor',
    role: 'reader',
    who: 'winter',
    creditor: 'MUS',
  });
  expect(await admit('winter’s', MAY.HANDS_IN)).toBeNull();
});

test('a token that is none of ours opens nothing, and the table is not even asked', async () => {
  const careful = admitCaller({
    tokens: { read: async () => null },
    persons: unasked,
    clients: { speaksFor: () => Promise.reject(new Error('asked')) },
    clock,
  });
  expect(await careful('forged', MAY.READS_CASES)).toBeNull();
});

test('a route of others stays shut', async () => {
  expect(await admit('erp’s', MAY.CASES)).toBeNull();
});

test('where the table is away nobody is told that they may not', async () => {
  const away = admitCaller({
    tokens: { read: async () => ERP },
    persons: unasked,
    clients: { speaksFor: () => Promise.reject(new Unavailable('away')) },
    clock,
  });
  await expect(away('erp’s', MAY.READS_OWN)).rejects.toMatchObject({ name: 'Unavailable' });
});
