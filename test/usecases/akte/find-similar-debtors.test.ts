import type { Debtor } from '../../../domain/parties/parties.ts';
import { MOST_PER_NIGHT } from '../../../domain/similar/review.ts';
import { findSimilarDebtors } from '../../../usecases/akte/find-similar-debtors.ts';
import { decideSuggestion, reviewSuggestions } from '../../../usecases/akte/review-suggestions.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { START, erika, musterversand } from '../../support/akte.ts';
import { freshAkte, openingOf } from '../../support/similar-contracts.ts';
import { memoryDebtors, memorySuggestions } from '../../../simulator/agency/similar.ts';
import { memoryCreditors } from '../../../simulator/agency/stores.ts';

const stadtwerk = { ...musterversand, id: 'STW' as typeof musterversand.id };
const aHouse = async (...debtors: readonly Partial<Debtor>[]) => {
  const akten = memoryAkten();
  const suggestions = memorySuggestions();
  const clock = virtualClock(START);
  const add = async (debtor: Partial<Debtor>, creditor = 'MUS') => {
    const id = freshAkte(creditor);
    await akten.append(id, 0, { by: 'operator:test', facts: openingOf({ ...erika, ...debtor }) });
    return id;
  };
  const ids = [];
  for (const [i, debtor] of debtors.entries()) ids.push(await add({ customerNumber: `K-${i}`, ...debtor }));
  const ports = {
    akten,
    creditors: memoryCreditors(musterversand, stadtwerk),
    debtors: memoryDebtors(akten),
    suggestions,
    clock,
  };
  return {
    ports,
    ids,
    add,
    find: findSimilarDebtors(ports),
    review: reviewSuggestions(ports),
    decide: decideSuggestion(ports),
  };
};

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

describe('a decision', () => {
  const suggested = async () => {
    const house = await aHouse({}, {});
    await house.find();
    const id = (await house.review(musterversand.id)).open[0]?.id ?? '';
    return { ...house, id };
  };
  test('dismissed, a pair never comes back', async () => {
    const { decide, find, review, id } = await suggested();
    await decide({ creditor: musterversand.id, id, verdict: 'different', by: 'operator:a' });
    expect(await find()).toMatchObject({ added: 0 });
    expect(await review(musterversand.id)).toEqual({ open: [], total: 0, confirmed: [] });
  });
  test('confirmed, it stands there with who found it and when', async () => {
    const { decide, review, ports, id } = await suggested();
    ports.clock.jumpTo('2026-03-05T09:00:00Z');
    await decide({ creditor: musterversand.id, id, verdict: 'same', by: 'operator:a' });
    expect(await review(musterversand.id)).toMatchObject({
      open: [],
      total: 0,
      confirmed: [{ id, decision: { verdict: 'same', by: 'operator:a', on: '2026-03-05' } }],
    });
  });
  test.each(['x', 'MUS-0000-0001_MUS-0000-0002'])('on what was never suggested (%s) is refused', async (id) => {
    const { decide } = await suggested();
    await expect(decide({ creditor: musterversand.id, id, verdict: 'same', by: 'operator:a' })).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
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

test('a creditor that does not exist has no suggestions to review', async () => {
  const { review } = await aHouse();
  await expect(review('XXX' as typeof musterversand.id)).rejects.toMatchObject({ name: 'NotFound' });
});
