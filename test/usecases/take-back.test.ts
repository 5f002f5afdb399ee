import { accountOf } from '../../domain/account.ts';
import { day } from '../../domain/calendar.ts';
import { cents } from '../../domain/money.ts';
import { readAkte } from '../../usecases/read-akte.ts';
import { recordPayment } from '../../usecases/record-payment.ts';
import { bookBankStatement } from '../../usecases/book-bank-statement.ts';
import { runPayout } from '../../usecases/run-payout.ts';
import { refundOverpayment, reversePayment } from '../../usecases/take-back.ts';
import { fakeArchive, fakeMailbox, fakeOnce, fakePayouts, fakeWorkflows } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';
import { AKTE, aProcess } from '../support/process.ts';

const aCase = async () => {
  const process = await aProcess();
  const workflows = fakeWorkflows();
  const ports = { ...process.ports, workflows };
  const pay = (id: string, amount: number, on = process.clock.today()) => recordPayment(ports)({ akte: AKTE, id, amount: cents(amount), valueDate: on, via: 'agency', source: 'x', by: 'x' });
  const payout = runPayout({ ...ports, payouts: fakePayouts(), press: process.ports.paper.press, archive: fakeArchive(), mailbox: fakeMailbox(), once: fakeOnce(), finance: 'finanzen@example.com', agency: rheinbogen });
  return { process, workflows, ports, pay, payout, reverse: (payment: string) => reversePayment(ports)({ akte: AKTE, payment, by: 'op', reason: 'Rücklastschrift' }), refund: (id: string, amount: number) => refundOverpayment(ports)({ akte: AKTE, id, amount: cents(amount), by: 'op' }), today: () => process.clock.today() };
};

test('a reversed payment is owed again, and the dunning starts anew', async () => {
  const { process, workflows, pay, reverse, today } = await aCase();
  await pay('p', 120_00);
  expect(accountOf(await process.akten.get(AKTE), today()).total).toBe(0);
  const akte = await reverse('p');
  expect(accountOf(akte, today())).toMatchObject({ total: 120_00, payments: [], reversed: [{ id: 'p' }] });
  expect(akte.generations).toEqual({ F1: 2 });
  expect(workflows.started).toContain(`${AKTE}-F1-g2`);
  const before = akte.version;
  expect((await reverse('p')).version).toBe(before);
  await expect(reverse('q')).rejects.toMatchObject({ name: 'NotFound' });
});

test('people read it: when, how much, why', async () => {
  const { ports, pay, reverse } = await aCase();
  await pay('p', 20_00);
  await reverse('p');
  const read = await readAkte(ports)(AKTE);
  expect(read.zurueckgebucht).toEqual([{ id: 'p', cents: 20_00, wertstellung: '2026-03-02', am: '2026-03-02', grund: 'Rücklastschrift' }]);
  expect(read.verlauf.at(-1)).toContain('zurückgebucht: Rücklastschrift');
});

test('what was paid out and then taken back is a negative line next month, once, and is carried over', async () => {
  const { process, pay, payout, reverse } = await aCase();
  await pay('p', 50_00);
  process.clock.jumpTo('2026-04-01T08:00:00Z');
  expect((await payout({ month: '2026-03' })).payouts[0]?.totals.payout).toBe(50_00);
  await reverse('p');
  process.clock.jumpTo('2026-05-01T08:00:00Z');
  const april = (await payout({ month: '2026-04' })).payouts[0];
  expect(april?.lines).toMatchObject([{ paymentId: 'p', received: -50_00, toPrincipal: -50_00, correction: 'Zurückgebucht: Rücklastschrift' }]);
  expect(april?.totals).toMatchObject({ received: -50_00, payout: 0, carriedOut: 50_00 });
  expect(april?.statistics.received).toBe(0);
  await pay('q', 70_00);
  process.clock.jumpTo('2026-06-01T08:00:00Z');
  const may = (await payout({ month: '2026-05' })).payouts[0];
  expect(may?.lines.map((l) => l.paymentId)).toEqual(['q']);
  expect(may?.totals).toMatchObject({ received: 70_00, carriedIn: 50_00, payout: 20_00 });
});

test('taken back before it was paid out: the creditor never sees it', async () => {
  const { process, pay, payout, reverse } = await aCase();
  await pay('p', 50_00);
  await reverse('p');
  process.clock.jumpTo('2026-04-01T08:00:00Z');
  expect((await payout({ month: '2026-03' })).payouts[0]?.lines).toEqual([]);
});

test('a refund is at most what is held; the same key once', async () => {
  const { process, pay, refund, today } = await aCase();
  await pay('p', 150_00);
  await expect(refund('r', 30_01)).rejects.toMatchObject({ code: 'refund.too-much' });
  await expect(refund('r', 0)).rejects.toMatchObject({ code: 'refund.amount' });
  await refund('r', 10_00);
  await refund('r', 10_00);
  expect(accountOf(await process.akten.get(AKTE), today())).toMatchObject({ overpaid: 20_00, refunded: 10_00 });
  await expect(refund('r', 11_00)).rejects.toMatchObject({ code: 'refund.key-reused' });
});

test('money dated before the claim is refused by name; in a bank file it waits for a person and the other lines are booked', async () => {
  const { process, pay } = await aCase();
  await expect(pay('p', 10_00, day('2026-01-09'))).rejects.toMatchObject({ code: 'payment.before-claim', field: 'valueDate' });
  const entry = (id: string, valueDate: string) => ({ id, account: 'DE02120300000000202051', bookedOn: day('2026-03-02'), valueDate: day(valueDate), amount: cents(10_00), remittance: AKTE, reversal: false });
  const booked = await bookBankStatement({ ...process.ports, archive: fakeArchive(), mailbox: fakeMailbox(), once: fakeOnce(), finance: 'finanzen@example.com' })({ key: 'bank/2.xml', entries: [entry('a', '2026-01-09'), entry('b', '2026-03-02')] });
  expect(booked).toMatchObject({ booked: 1, unmatched: [{ entry: { id: 'a' } }] });
  expect((await process.akten.get(AKTE)).payments.map((p) => p.id)).toEqual(['bank:b']);
});
