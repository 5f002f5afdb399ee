import { CreditorId } from '../../../domain/parties/parties.ts';
import { musterversand } from '../../support/akte.ts';
import { aHouse } from './a-house.ts';

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

test('a creditor that does not exist has no suggestions to review', async () => {
  const { review } = await aHouse();
  await expect(review(CreditorId.parse('XXX'))).rejects.toMatchObject({ name: 'NotFound' });
});

test('what a person has found a second one may correct; no Akte is touched by it', async () => {
  const { decide, review, find, ports, ids } = await aHouse({}, {});
  await find();
  const { open } = await review(musterversand.id);
  const id = open[0]?.id ?? '';
  await decide({ creditor: musterversand.id, id, verdict: 'different', by: 'operator:a' });
  expect(await decide({ creditor: musterversand.id, id, verdict: 'same', by: 'operator:b' })).toMatchObject({ id });
  expect((await review(musterversand.id)).confirmed).toMatchObject([{ id, decision: { by: 'operator:b' } }]);
  for (const akte of ids) expect(await ports.akten.history(akte)).toHaveLength(1);
});
