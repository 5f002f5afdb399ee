import { day } from '../../../domain/calendar.ts';
import { changesIn, recentAddresses, type MandateVersion } from '../../../domain/parties/mandate.ts';
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

describe('whoever means to steal an account changes the address before', () => {
  const at = (version: number, on: string, email: string): MandateVersion => ({
    ...firstVersion({ ...musterversand, email }),
    version,
    on: day(on),
  });
  const versions = [
    at(1, '2025-01-01', 'a@example.com'),
    at(2, '2026-03-08', 'b@example.com'),
    at(3, '2026-04-06', 'a@example.com'),
    at(4, '2026-04-07', 'c@example.com'),
  ];
  test.each([
    ['2026-04-07', ['c@example.com', 'a@example.com', 'b@example.com']],
    ['2026-05-06', ['c@example.com', 'a@example.com', 'b@example.com']],
    ['2026-05-07', ['c@example.com', 'a@example.com']],
    ['2026-05-08', ['c@example.com']],
    ['2027-01-01', ['c@example.com']],
  ])('on %s those of the last thirty days are %j', (today, addresses) => {
    expect(recentAddresses(versions, day(today))).toEqual(addresses);
  });
});
