import { aPaid } from './an-account.ts';

describe('an overpayment is refunded', () => {
  test('in parts, never more than is held, the same id once', async () => {
    const { refund, account } = await aPaid(20_00);
    await refund('e1', 12_50);
    await refund('e1', 12_50);
    expect(await account()).toMatchObject({ refunded: 12_50, overpaid: 7_50, total: 0 });
    await expect(refund('e1', 7_50)).rejects.toMatchObject({ code: 'refund.key-reused' });
    await expect(refund('e2', 7_51)).rejects.toMatchObject({
      code: 'refund.too-much',
      field: 'amountCents',
      message: 'Feld „amountCents“: Überzahlt sind 7,50\u00a0€; 7,51\u00a0€ können nicht erstattet werden.',
    });
    await refund('e2', 7_50);
    await expect(refund('e3', 1)).rejects.toMatchObject({ code: 'refund.too-much' });
  });
  test.each([0, -5])('an amount of %d is refused', async (amount) => {
    await expect((await aPaid(20_00)).refund('e1', amount)).rejects.toMatchObject({
      code: 'refund.amount',
      field: 'amountCents',
    });
  });
  test('two at once cannot refund it twice', async () => {
    const { refund, account } = await aPaid(20_00);
    const done = await Promise.allSettled([refund('e1', 15_00), refund('e2', 15_00)]);
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await account()).refunded).toBe(15_00);
  });
  test('what was reversed cannot be refunded', async () => {
    const { refund, reverse } = await aPaid(20_00);
    await reverse();
    await expect(refund('e1', 1)).rejects.toMatchObject({ code: 'refund.too-much' });
  });
});
