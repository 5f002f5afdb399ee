import { dynamoAccesses, dynamoClients } from '../../../adapters/dynamodb/accesses.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import type { Access } from '../../../usecases/ports/accesses.ts';
import { aTable } from '../../support/a-table.ts';

const open = aTable();
const MUS = CreditorId.parse('MUS');
const STW = CreditorId.parse('STW');
const making: Access = { purpose: 'erp', state: 'making', client: null, since: '2026-03-02T08:00:00Z', by: 'system' };

test('an access takes the place of what was seen; who has seen something else is told which access it is about', async () => {
  const accesses = dynamoAccesses(open());
  await accesses.replace(MUS, null, making);
  const active: Access = { ...making, state: 'active', client: 'c1' };
  await accesses.replace(MUS, making, active);
  for (const seen of [null, making])
    await expect(accesses.replace(MUS, seen, active)).rejects.toMatchObject({
      name: 'Conflict',
      message: expect.stringMatching(
        /^Den Zugang „erp“ von MUS hat .* nichts geschrieben\. .*mahnwerk zugang liste MUS/,
      ),
    });
  expect([await accesses.find(MUS, 'erp'), await accesses.find(MUS, 'shop')]).toEqual([active, null]);
  expect([await accesses.list(MUS), await accesses.list(STW)]).toEqual([[active], []]);
});

test('a client speaks for its creditor until it is refused; one of nobody speaks for nobody', async () => {
  const accesses = dynamoAccesses(open());
  const { creditorOf } = dynamoClients(open());
  await accesses.admit('c1', MUS);
  await accesses.admit('c2', STW);
  expect(await Promise.all(['c1', 'c2', 'c3'].map(creditorOf))).toEqual(['MUS', 'STW', null]);
  await accesses.refuse('c1', MUS);
  expect(await Promise.all(['c1', 'c2'].map(creditorOf))).toEqual([null, 'STW']);
});
