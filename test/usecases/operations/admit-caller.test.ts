import { SCOPES, type Token } from '../../../domain/access/decide-admission.ts';
import { Unavailable } from '../../../domain/faults.ts';
import { MAY } from '../../../contracts/may.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { admitCaller } from '../../../usecases/operations/admit-caller.ts';

const MUS = CreditorId.parse('MUS');
const ERP: Token = { client: 'erp', scopes: [SCOPES.creditor] };
/** Tokens by what they are written as, and whom a client speaks for. */
const admit = admitCaller({
  tokens: { read: async (token) => (token === 'erp’s' ? ERP : null) },
  clients: { creditorOf: async (client) => (client === 'erp' ? MUS : null) },
});

test('whoever holds a token of ours comes in as whom the table says it speaks for', async () => {
  expect(await admit('erp’s', MAY.READS_OWN)).toEqual({
    side: 'creditor',
    role: 'system',
    who: 'erp',
    creditor: 'MUS',
  });
});

test('a token that is none of ours opens nothing, and the table is not even asked', async () => {
  const careful = admitCaller({
    tokens: { read: async () => null },
    clients: { creditorOf: () => Promise.reject(new Error('asked')) },
  });
  expect(await careful('forged', MAY.READS_CASES)).toBeNull();
});

test('a route of others stays shut', async () => {
  expect(await admit('erp’s', MAY.CASES)).toBeNull();
});

test('where the table is away nobody is told that they may not', async () => {
  const away = admitCaller({
    tokens: { read: async () => ERP },
    clients: { creditorOf: () => Promise.reject(new Unavailable('away')) },
  });
  await expect(away('erp’s', MAY.READS_OWN)).rejects.toMatchObject({ name: 'Unavailable' });
});
