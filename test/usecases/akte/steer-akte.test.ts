import type { Actor } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { MatterId, PaymentId, QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { noteCall } from '../../../usecases/dunning/call-debtor.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { AKTE } from '../../support/akte.ts';
import { aCase } from './a-way-on.ts';

test('Geschlossen: an Akte that was closed by mistake stayed closed for good; opened, it goes on where it stood', async () => {
  const c = await aCase();
  await c.playOn(5);
  await c.steer('close');
  expect(await c.playOn(20)).toBe('Geschlossen');
  await expect(c.steer('pause')).rejects.toMatchObject({
    code: 'akte.closed',
    message: expect.stringContaining(`mahnwerk akte oeffnen ${AKTE}`),
  });
  c.jump(30);
  await c.steer('reopen');
  await c.steer('reopen');
  await c.playOn(32);
  expect(await c.written()).toEqual(['0 email 0', '30 email 1', '30 sms 1']);
});

test('what the agency has closed a creditor does not open again, and is told whom to ask', async () => {
  const { ports } = await aCase();
  const steer = (action: 'close' | 'reopen', by: Actor) => steerAkte(ports)({ akte: AKTE, action, by, reason: 'x' });
  await steer('close', 'operator:test');
  await expect(steer('reopen', 'client:MUS')).rejects.toMatchObject({
    code: 'reopen.by-us',
    message: expect.stringContaining('Bitte dort melden'),
  });
  expect((await steer('reopen', 'operator:test')).closed).toBeNull();
});

describe('Klärung of an unclear message', () => {
  const unclear = async () => {
    const c = await aCase();
    c.posts.sms.next.push('lost');
    expect(await c.playOn(20)).toBe('Klärung');
    return c;
  };
  const texts = (c: Awaited<ReturnType<typeof unclear>>) => c.posts.sms.sent.length;

  test('it could only count as sent: where the provider knows nothing of it, it goes out once more', async () => {
    const c = await unclear();
    const before = texts(c);
    await c.steer({ action: 'clarify', sent: false, reason: 'x' });
    await c.playOn(20);
    expect(texts(c)).toBe(before + 1);
    expect(await c.written()).toContain('10 sms 1');
  });

  test('clarified wrongly: the message is taken back by its name, and a name that is none is told which there are', async () => {
    const c = await unclear();
    await c.steer('clarify');
    const message = (await c.akte()).messages.find((m) => m.assumed)?.reference ?? '';
    expect(message).toBe(`${AKTE}-M1-1-sms`);
    const before = texts(c);
    await expect(c.steer({ action: 'clarify', sent: false, message: 'nonsense', reason: 'x' })).rejects.toMatchObject({
      code: 'clarify.message',
      message: expect.stringContaining(message),
    });
    await c.steer({ action: 'clarify', sent: false, message, reason: 'x' });
    await c.playOn(20);
    expect(texts(c)).toBe(before + 1);
    // What went out for sure cannot be taken back.
    const { version } = await c.akte();
    expect((await c.steer({ action: 'clarify', sent: false, message, reason: 'x' })).version).toBe(version);
  });
});

test('Klärung of a name that cannot be printed: clarifying changed nothing in silence; it says which answer helps, and that answer does', async () => {
  const c = await aCase({ debtor: { name: '王小明' } });
  expect(await c.playOn(5)).toBe('Klärung');
  await expect(c.steer('clarify')).rejects.toMatchObject({
    code: 'clarify.name',
    message: expect.stringContaining('--art kontakt --name'),
  });
  await c.answer({ kind: 'contact', name: 'Wang Xiaoming' });
  await c.playOn(8);
  expect(await c.written()).toHaveLength(1);
});

describe('a refusal said what does not work and not what does', () => {
  type Case = Awaited<ReturnType<typeof aCase>>;
  const pay = (c: Case, valueDate: string, amount = 1) =>
    recordPayment(c.ports)({
      akte: AKTE,
      id: PaymentId.parse(`bank:${valueDate}`),
      amount: cents(amount),
      valueDate: day(valueDate),
      via: 'agency',
      source: 'test',
      by: 'operator:test',
    });
  const call = { akte: AKTE, matter: MatterId.parse('M1'), stage: 1, by: 'operator:test', part: 'morning' } as const;
  test.each<[string, (c: Case) => Promise<unknown>, RegExp]>([
    ['call.not-due', (c) => noteCall(c.ports)({ ...call, outcome: 'reached' }), /anrufe liste MUS.*akte antwort/],
    ['skip.begun', (c) => c.steer({ action: 'skip', stage: 0, reason: 'x' }), /bitte pausieren oder schließen/],
    ['payment.before-claim', (c) => pay(c, '2020-01-01'), /bitte dort buchen/],
    ['payment.future', (c) => pay(c, '2031-01-01'), /den Tag berichtigen/],
    [
      'query.unknown',
      (c) => answerQuery(c.ports)({ akte: AKTE, query: QueryId.parse('Q9'), answer: 'x', by: 'client:MUS' }),
      /gestellt ist keine/,
    ],
  ])('%s', async (code, refused, way) => {
    const c = await aCase();
    await c.playOn(5);
    await expect(refused(c)).rejects.toMatchObject({ code, message: expect.stringMatching(way) });
  });
});
