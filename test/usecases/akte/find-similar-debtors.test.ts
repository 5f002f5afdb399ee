import { MOST_PER_NIGHT } from '../../../domain/similar/review.ts';
import { START, musterversand } from '../../support/akte.ts';
import { aHouse, stadtwerk } from './a-house.ts';

test('two customers with one address and one name are put before staff once, and no Akte is touched', async () => {
  const { find, review, ports, ids } = await aHouse(
    {},
    { name: 'Beispiel, Erika' },
    { name: 'Max Muster', email: 'max@example.com', phone: '+4915110000002' },
  );
  expect(await find()).toEqual({ creditors: 2, debtors: 3, added: 1, tooCommon: 0 });
  expect(await find()).toMatchObject({ added: 0 });
  const { open, total } = await review(musterversand.id);
  expect([open.map((s) => [s.akten, s.on]), total]).toEqual([[[ids.slice(0, 2), START]], 1]);
  expect(ports.suggestions.puts).toBe(1);
  for (const id of ids) expect(await ports.akten.history(id)).toHaveLength(1);
});

test('creditors are never compared with each other', async () => {
  const { find, add, review } = await aHouse({});
  await add({}, 'STW');
  expect(await find()).toMatchObject({ debtors: 2, added: 0 });
  expect(await review(stadtwerk.id)).toEqual({ open: [], total: 0, confirmed: [] });
});

test('a flood of suggestions comes in portions, none is lost', async () => {
  const crowd = Array.from({ length: 35 }, (_, i) => ({
    address: { street: `Musterweg ${i + 1}`, postalCode: '44135', city: 'Dortmund', country: 'DE' as const },
    email: `haus${Math.floor(i / 35)}@example.com`,
  }));
  const { find, review } = await aHouse(...crowd);
  const pairs = (35 * 34) / 2;
  expect([await find(), await find(), await find()].map((run) => run.added)).toEqual([
    MOST_PER_NIGHT,
    pairs - MOST_PER_NIGHT,
    0,
  ]);
  const { open, total } = await review(musterversand.id);
  expect([open.length, total]).toEqual([100, pairs]);
});
