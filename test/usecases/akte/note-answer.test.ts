import { accountOf } from '../../../domain/account/account.ts';
import type { Answer } from '../../../domain/akte/answer.ts';
import { plusDays } from '../../../domain/calendar.ts';
import { QueryId } from '../../../domain/ids.ts';
import { HOLDS, SITUATIONS } from '../../../domain/procedure/holds.ts';
import type { Steering } from '../../../domain/akte/steering.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { AKTE, musterversand, after } from '../../support/akte.ts';
import { aCase } from './a-case.ts';

describe('what a debtor answers decides what comes next', () => {
  test('disputed: nothing is sent, the creditor is asked once and in words without a name, and when it is settled the dunning goes on', async () => {
    const c = await aCase();
    await c.run('F1', 1, 5);
    await c.answer({ kind: 'dispute', reason: 'not-received' });
    await c.answer({ kind: 'dispute', reason: 'not-received' });
    expect(await c.playOn(40)).toBe('Widerspruch in Prüfung');
    expect(c.sent()).toHaveLength(1);
    expect(c.mailbox.mails.map((m) => [m.to, m.subject])[0]).toEqual([
      musterversand.email,
      `Rückfrage zur Akte ${AKTE}, Antwort bitte bis 16.03.2026`,
    ]);
    expect(c.mailbox.mails).toHaveLength(1);
    expect(c.mailbox.mails[0]?.text).toContain('Liefer- oder Leistungsnachweis');
    expect(c.mailbox.mails[0]?.text).not.toContain('Beispiel');
    c.jump(30);
    await answerQuery(c.ports)({
      akte: AKTE,
      query: QueryId.parse('Q1'),
      answer: 'Zustellnachweis liegt bei.',
      by: 'client:MUS',
    });
    expect((await c.akten.get(AKTE)).queries[0]).toMatchObject({
      id: 'Q1',
      answer: { text: 'Zustellnachweis liegt bei.' },
    });
    await c.answer({ kind: 'over', ground: 'dispute', note: 'Zustellung nachgewiesen' });
    await c.playOn(45);
    expect(await c.told()).toContain('30 email 1');
  });
  test('a promise rests the case until its day and three days more, then the dunning goes on; paid in time, it is settled', async () => {
    const c = await aCase();
    await c.run('F1', 1, 9);
    await c.answer({ kind: 'promise', payBy: after(18) });
    expect(await c.playOn(17)).toBe('Zahlungszusage läuft');
    await c.playOn(30);
    expect((await c.told()).filter((l) => /email 1/.test(l))).toEqual(['22 email 1']);
    const paying = await aCase();
    await paying.run('F1', 1, 9);
    await paying.answer({ kind: 'promise', payBy: after(18) });
    paying.jump(15);
    await paying.pay(1, accountOf(await paying.akten.get(AKTE), after(15)).total);
    expect(await paying.playOn(60)).toBe('Erledigt');
    expect(paying.sent()).toHaveLength(1);
  });
  test.each<[Answer, string]>([
    [{ kind: 'promise', payBy: after(-1) }, 'day.past'],
    [{ kind: 'promise', payBy: after(43) }, 'promise.too-far'],
    [{ kind: 'deferral', until: after(0), note: 'x' }, 'day.past'],
    [{ kind: 'situation', ground: 'paused', note: 'x' }, 'answer.situation'],
    [{ kind: 'situation', ground: 'hardship', note: 'x', until: after(0) }, 'day.past'],
  ])('%j is refused with its field', async (a, code) => {
    await expect((await aCase()).answer(a)).rejects.toMatchObject({
      name: 'Rejected',
      code,
      message: expect.stringContaining('Feld „'),
    });
  });
  test('a new address: the letter goes there, and a dead channel lives again', async () => {
    const c = await aCase({ without: ['email', 'phone', 'address'] });
    expect(await c.playOn(5)).toBe('Nicht erreichbar');
    await steerAkte(c.ports)({ akte: AKTE, action: 'trace', by: 'client:MUS', reason: 'bitte ermitteln' });
    expect(await c.playOn(10)).toBe('Adressermittlung läuft');
    await c.answer({
      kind: 'contact',
      address: { street: 'Neue Straße 1', postalCode: '01067', city: 'Dresden', country: 'DE' },
      land: 'SN',
    });
    await c.playOn(15);
    expect((await c.told()).filter((l) => l.includes('letter'))).toEqual(['0 letter 0', '11 letter 1']);
    expect((await c.akten.get(AKTE)).debtor).toMatchObject({ land: 'SN', address: { city: 'Dresden' } });
  });
});

describe('in a special situation nothing reaches the debtor', () => {
  test.each(SITUATIONS.flatMap((ground) => [0, 9, 10, 17, 20, 35, 45, 62, 70, 80].map((n) => [ground, n] as const)))(
    '%s, noted on day %i',
    async (ground, n) => {
      const c = await aCase();
      await c.run('F1', 1, n);
      c.jump(n);
      const before = c.sent().length;
      await c.answer({ kind: 'situation', ground, note: 'mitgeteilt' });
      // A resumption of a pause, a promise and a plan do not end it; neither does time.
      await steerAkte(c.ports)({ akte: AKTE, action: 'pause', by: 'client:MUS', reason: 'x' });
      await steerAkte(c.ports)({ akte: AKTE, action: 'resume', by: 'client:MUS', reason: 'x' });
      await c.answer({ kind: 'promise', payBy: plusDays(c.clock.today(), 5) });
      expect(await c.playOn(300)).toBe(HOLDS[ground].state);
      expect(c.sent()).toHaveLength(before);
      await c.answer({ kind: 'over', ground, note: 'vorbei' });
      c.jump(301);
      await c.playOn(310);
      expect(c.sent().length + (n > 71 ? 1 : 0)).toBeGreaterThan(before);
    },
  );
});

test('with a new address comes the Land of its postal code, where it lies in one', async () => {
  const c = await aCase();
  const to = (postalCode: string) =>
    c.answer({ kind: 'contact', address: { street: 'Neuweg 1', postalCode, city: 'Dort', country: 'DE' } });
  expect((await to('20457')).debtor.land).toBe('HH');
  expect((await to('63928')).debtor.land).toBeUndefined();
});
describe('what a creditor steers', () => {
  test('the interest may be waived after the costs', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const waive = (interest: boolean) =>
      steerAkte(c.ports)({ akte: AKTE, action: 'waive', by: 'client:MUS', reason: 'Kulanz', interest });
    await waive(false);
    expect((await waive(false)).matters[0]?.waiver?.interest).toBeNull();
    expect((await waive(true)).matters[0]?.waiver?.interest).toBe(after(10));
    expect(accountOf(await c.akten.get(AKTE), after(12)).claims.map((x) => x.interest)).toEqual([0]);
  });
  test.each<[Steering, string]>([
    [{ action: 'skip', reason: 'x', stage: 4 }, 'skip.unknown'],
    [{ action: 'pause', reason: 'x', until: after(0) }, 'day.past'],
  ])('%j is refused', async (steering, code) => {
    await expect(steerAkte((await aCase()).ports)({ ...steering, akte: AKTE, by: 'operator:x' })).rejects.toMatchObject(
      {
        code,
      },
    );
  });
  test('costs waived: later letters ask for the principal and the interest only', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    await steerAkte(c.ports)({ akte: AKTE, action: 'waive', by: 'client:MUS', reason: 'Kulanz' });
    const { total, claims } = accountOf(await c.akten.get(AKTE), after(12));
    expect(total).toBe(claims.reduce((n, x) => n + x.principal + x.interest, 0));
  });
  test('a stage that has not begun is skipped, one that has begun is not', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    await expect(
      steerAkte(c.ports)({ akte: AKTE, action: 'skip', stage: 1, by: 'client:MUS', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'skip.begun' });
    await steerAkte(c.ports)({ akte: AKTE, action: 'skip', stage: 2, by: 'client:MUS', reason: 'x' });
    await c.playOn(60);
    expect((await c.told()).filter((l) => /email/.test(l))).toEqual(['0 email 0', '10 email 1', '36 email 3']);
  });
});
