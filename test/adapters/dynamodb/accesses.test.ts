import { dynamoAccesses, dynamoClients } from '../../../adapters/dynamodb/accesses.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import type { Access } from '../../../domain/access/access.ts';
import { aTable } from '../../support/a-table.ts';

const open = aTable();
const MUS = CreditorId.parse('MUS');
const STW = CreditorId.parse('STW');
const making: Access = { purpose: 'erp', state: 'making', client: null, since: '2026-03-02T08:00:00Z', by: 'system' };

test('an access takes the place of what was seen; who has seen something else is told which access it is about', async () => {
  const accesses = dynamoAccesses(open());
  await accesses.replace(MUS, null, making);
  const active: Access = { ...making, state: 'active', client: 'c1', ending: null };
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

test('what its clients speak for changes with the access, and only with it', async () => {
  const accesses = dynamoAccesses(open());
  const { speaksFor } = dynamoClients(open());
  const all = () => Promise.all(['c1', 'c2', 'c3'].map(speaksFor));
  const first: Access = { ...making, purpose: 'shop', state: 'active', client: 'c1', ending: null };
  await accesses.replace(STW, null, first);
  expect(await all()).toEqual([{ creditor: 'STW', until: null }, null, null]);
  const until = '2026-04-01T08:00:00Z';
  const both: Access = { ...first, client: 'c2', ending: { client: 'c1', until } };
  await accesses.replace(STW, first, both);
  const speaking = [{ creditor: 'STW', until }, { creditor: 'STW', until: null }, null];
  expect(await all()).toEqual(speaking);
  const late: Access = { ...first, client: 'c3', ending: null };
  await expect(accesses.replace(STW, first, late)).rejects.toMatchObject({ name: 'Conflict' });
  expect(await all()).toEqual(speaking);
  const back: Access = { ...both, client: 'c1', ending: null };
  await accesses.replace(STW, both, back);
  expect(await all()).toEqual([{ creditor: 'STW', until: null }, null, null]);
  await accesses.replace(STW, back, { ...back, state: 'revoked', client: null });
  expect(await all()).toEqual([null, null, null]);
});
