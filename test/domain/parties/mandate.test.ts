import { changesIn } from '../../../domain/parties/mandate.ts';
import { firstVersion } from '../../../simulator/agency/stores.ts';
import { musterversand } from '../../support/akte.ts';

test('of each version is said who wrote it when, and which fields it changed; the first changed none', () => {
  const first = firstVersion(musterversand);
  const moved = { ...musterversand, address: { ...musterversand.address, street: 'Neuer Weg 1' }, paymentTermDays: 30 };
  const second = { ...first, creditor: moved, version: 2, at: '2026-04-07T09:00:00.000Z' };
  const { on, by } = first;
  expect(changesIn([first, second])).toEqual([
    { version: 1, on, at: first.at, by, changed: [] },
    { version: 2, on, at: second.at, by, changed: ['address.street', 'paymentTermDays'] },
  ]);
});
