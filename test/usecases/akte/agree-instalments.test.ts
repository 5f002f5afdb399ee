import { accountOf } from '../../../domain/account/account.ts';
import { cents } from '../../../domain/money.ts';
import { agreeInstalments, offerInstalments } from '../../../usecases/akte/agree-instalments.ts';
import { AKTE, after } from '../../support/akte.ts';
import { aCase } from './a-case.ts';

describe('instalments', () => {
  const wish = { akte: AKTE, rate: cents(30_00), first: after(20), withFee: true };
  test('the offer names every rate, the fee, the interest and the sum; nothing is written', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const version = (await c.akten.get(AKTE)).version;
    const offer = await offerInstalments(c.ports)(wish);
    expect(offer.fee).toBe(36_05);
    expect(offer.total).toBe(offer.rates.reduce((n, r) => n + r.amount, 0));
    expect(offer.total).toBe(offer.open + offer.fee + offer.collectionFee + offer.interest);
    expect(offer.rates.slice(0, 2)).toEqual([
      { due: '2026-03-23', amount: 30_00 },
      { due: '2026-04-22', amount: 30_00 },
    ]);
    expect((await offerInstalments(c.ports)({ ...wish, withFee: false })).fee).toBe(0);
    expect((await c.akten.get(AKTE)).version).toBe(version);
  });
  test('agreed, supervised and kept to the last cent: nothing is sent, and it ends as settled', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total, rates } = await offerInstalments(c.ports)(wish);
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    expect((await c.akten.get(AKTE)).plans).toHaveLength(1);
    const before = c.sent().length;
    expect(await c.playOn(15)).toBe('Ratenplan läuft');
    for (const [i, rate] of rates.entries()) {
      c.clock.jumpTo(c.clock.instantOf(rate.due));
      await c.pay(i, rate.amount);
    }
    expect(await c.playOn(400)).toBe('Erledigt');
    expect(c.sent()).toHaveLength(before);
    expect(accountOf(await c.akten.get(AKTE), c.clock.today())).toMatchObject({ total: 0, overpaid: 0 });
  });
  test('a rate that does not come: after the days of grace the dunning goes on where it stood', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total } = await offerInstalments(c.ports)(wish);
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    await c.playOn(60);
    expect((await c.told()).filter((l) => /letter 1|email 2/.test(l))[0]).toBe('29 letter 1');
  });
  test.each<[Partial<typeof wish> & { total?: number }, string]>([
    [{ total: 1 }, 'plan.total'],
    [{ rate: cents(0) }, 'plan.rate'],
    [{ rate: cents(1) }, 'plan.rate-too-small'],
    [{ first: after(0) }, 'plan.first'],
    [{ first: after(99) }, 'plan.first'],
  ])('%j is refused', async (change, code) => {
    const c = await aCase();
    await expect(
      agreeInstalments(c.ports)({ ...wish, ...change, total: cents(change.total ?? 1), by: 'operator:x' }),
    ).rejects.toMatchObject({ code });
  });
});

describe('what is agreed is what was told', () => {
  const wish = { akte: AKTE, rate: cents(60_00), first: after(40), withFee: true };
  test('a plan agreed on the first demand keeps the fee at 0.5: nothing is told to rise, the interest is interest', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { open, fee, collectionFee, interest, total } = await offerInstalments(c.ports)(wish);
    expect(collectionFee).toBe(0);
    expect(interest).toBeLessThan(4_00);
    expect(open + fee + collectionFee + interest).toBe(total);
  });
  test('the same consent twice changes nothing, and is held to the same sum', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total } = await offerInstalments(c.ports)(wish);
    const agree = (more: object = {}) => agreeInstalments(c.ports)({ ...wish, total, by: 'operator:x', ...more });
    const { version } = await agree();
    expect((await agree()).version).toBe(version);
    await expect(agree({ total: cents(1) })).rejects.toMatchObject({ code: 'plan.total' });
  });
});
