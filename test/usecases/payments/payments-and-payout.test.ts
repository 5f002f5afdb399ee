import { BankLineId } from '../../../domain/account/bank.ts';
import { Month } from '../../../domain/calendar.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { cents, plus } from '../../../domain/money.ts';
import { makeReference } from '../../../domain/akte/references.ts';
import { bookBankStatement } from '../../../usecases/payments/book-bank-statement.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { runPayout } from '../../../usecases/payout/run-payout.ts';
import { endToEndIdsIn, painXml } from '../../../adapters/bank/pain.ts';
import { unmatchedCsv } from '../../../adapters/lists/unmatched.ts';
import { payoutCsv } from '../../../adapters/reports/payout-csv.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { memoryArchive, memoryMailbox, memoryOnce, memoryPayouts } from '../../../simulator/agency/stores.ts';
import { AKTE } from '../../support/akte.ts';
import { aBank, entry } from '../../support/bank.ts';
import { aProcess } from '../../support/process.ts';
import { rheinbogen } from '../../support/notices.ts';

test.each([
  ['its RF reference', { reference: makeReference(AKTE) }],
  [
    'the reference in free text, in groups of four',
    { remittance: `Zahlung ${makeReference(AKTE).replace(/(.{4})/g, '$1 ')}danke` },
  ],
  ['the Aktenzeichen', { remittance: `az mus-4f7k-2qxr rest folgt` }],
  ['the Aktenzeichen with blanks', { remittance: `MUS 4F7K 2QXR` }],
])('a bank line is matched by %s', async (_, line) => {
  const { book, process } = await aBank();
  expect(await book([entry(line)])).toMatchObject({ booked: 1, unmatched: [] });
  expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
});

test('a line of nobody, a wrong check digit, an outgoing or returned one is listed for a person; the same file again books nothing', async () => {
  const { book, process, archive, mailbox } = await aBank();
  const lines = [
    entry({ id: BankLineId.parse('a'), remittance: 'Miete' }),
    entry({ id: BankLineId.parse('b'), reference: 'RF00MUS4F7K2QXR' }),
    entry({ id: BankLineId.parse('c'), amount: cents(-5), remittance: AKTE }),
    entry({ id: BankLineId.parse('d'), reversal: true, remittance: AKTE }),
    entry({ id: BankLineId.parse('e'), remittance: `=2+3 ${AKTE}` }),
  ];
  expect((await book(lines)).unmatched.map((u) => u.entry.id)).toEqual(['a', 'b', 'c', 'd']);
  await book(lines);
  expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
  expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain('Miete');
  expect(mailbox.mails.map((m) => m.to)).toEqual(['finanzen@example.com']);
});

test('a line that cannot be booked is listed with its reason and keeps no other line from being booked', async () => {
  const { book, process, archive } = await aBank();
  const lines = [
    entry({ id: BankLineId.parse('a'), remittance: AKTE, valueDate: day('2025-12-30') }),
    entry({ id: BankLineId.parse('b'), remittance: AKTE }),
    entry({ id: BankLineId.parse('c'), remittance: AKTE, valueDate: day('2026-03-03') }),
  ];
  const { booked, unmatched } = await book(lines);
  expect([booked, unmatched.map((u) => [u.entry.id, u.reason])]).toEqual([
    1,
    [
      ['a', expect.stringContaining('vor der ältesten Rechnung')],
      ['c', expect.stringContaining('in der Zukunft')],
    ],
  ]);
  expect((await process.akten.get(AKTE)).payments.map((p) => p.id)).toEqual(['bank:b']);
  expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain('Feld „valueDate“');
});

test('the same payment reported again is the same; the same key for another amount is refused', async () => {
  const { ports, akten } = await aProcess();
  const book = recordPayment(ports);
  const payment = {
    akte: AKTE,
    id: PaymentId.parse('api:1'),
    amount: cents(10_00),
    valueDate: day('2026-03-01'),
    via: 'creditor' as const,
    source: 'api',
    by: 'operator:client' as const,
  };
  await book(payment);
  await book(payment);
  expect((await akten.get(AKTE)).payments).toHaveLength(1);
  await expect(book({ ...payment, amount: cents(11_00) })).rejects.toMatchObject({ code: 'payment.key-reused' });
  // Another value date under the same key was lost in silence.
  const another = { ...payment, valueDate: plusDays(payment.valueDate, -1) };
  await expect(book(another)).rejects.toMatchObject({ code: 'payment.key-reused' });
  await expect(book({ ...payment, id: PaymentId.parse('api:2'), valueDate: day('2026-03-03') })).rejects.toMatchObject({
    code: 'payment.future',
  });
});

const aPayout = async () => {
  const process = await aProcess();
  await process.run('F1', 1, 37);
  const archive = memoryArchive();
  const mailbox = memoryMailbox();
  const press = { ...process.ports.paper.press, statementCsv: payoutCsv, transfers: painXml, orderedIn: endToEndIdsIn };
  const ports = {
    ...process.ports,
    payouts: memoryPayouts(),
    press,
    archive,
    mailbox,
    once: memoryOnce(),
    finance: 'finanzen@example.com',
    agency: rheinbogen,
  };
  return { process, ports, archive, mailbox, run: (month: string) => runPayout(ports)({ month: Month.parse(month) }) };
};

test('a month is paid out once, to the cent: creditor first, then our fees; running it again pays nothing more', async () => {
  const { process, run, archive, mailbox } = await aPayout();
  const akte = await process.akten.get(AKTE);
  const { total, matters } = accountOf(akte, process.clock.today());
  const fee = matters[0]?.fee?.total ?? cents(0);
  expect(fee).toBeGreaterThan(0);
  await recordPayment(process.ports)({
    akte: AKTE,
    id: PaymentId.parse('bank:1'),
    amount: plus(total, cents(5_00)),
    valueDate: process.clock.today(),
    via: 'agency',
    source: 'x',
    by: 'operator:x',
  });
  process.clock.jumpTo('2026-05-01T08:00:00Z');
  const first = await run('2026-04');
  expect(first.payouts).toHaveLength(1);
  const totals = first.payouts[0]!.totals;
  // The creditor deducts input tax: the VAT on our fee is invoiced to it.
  expect(totals).toMatchObject({
    received: total + 500,
    creditorShare: total - fee,
    agencyFees: fee,
    overpaid: 500,
    commissionNet: 0,
    feesVatInvoiced: Math.round(fee * 0.19),
    payout: total - fee - Math.round(fee * 0.19),
  });
  expect(totals.received).toBe(totals.creditorShare + totals.agencyFees + totals.overpaid);
  const files = { ...archive.files };
  expect(await run('2026-04')).toEqual(first);
  expect(archive.files).toEqual(files);
  expect(mailbox.mails.map((m) => m.to)).toEqual(['buchhaltung@example.com', 'finanzen@example.com']);
  expect(String(archive.files['payouts/2026-04/ueberweisungen.xml'])).toContain(
    `<InstdAmt Ccy="EUR">${(totals.payout / 100).toFixed(2)}</InstdAmt>`,
  );
});

test('money that went to the creditor is not paid out again; what it owes us is carried into the next month', async () => {
  const { process, run } = await aPayout();
  const { total } = accountOf(await process.akten.get(AKTE), process.clock.today());
  await recordPayment(process.ports)({
    akte: AKTE,
    id: PaymentId.parse('api:1'),
    amount: total,
    valueDate: process.clock.today(),
    via: 'creditor',
    source: 'x',
    by: 'operator:x',
  });
  process.clock.jumpTo('2026-05-01T08:00:00Z');
  const april = (await run('2026-04')).payouts[0]!.totals;
  expect(april).toMatchObject({ received: 0, creditorShare: 0, payout: 0 });
  expect(april.feesHeldByCreditor).toBeGreaterThan(0);
  expect(april.carriedOut).toBe(april.feesHeldByCreditor + april.feesVatInvoiced);
  process.clock.jumpTo('2026-06-01T08:00:00Z');
  expect((await run('2026-05')).payouts[0]!.totals).toMatchObject({
    carriedIn: april.carriedOut,
    payout: 0,
    carriedOut: april.carriedOut,
  });
});

test('a month that is not over is refused', async () => {
  const { run } = await aPayout();
  await expect(run('2026-04')).rejects.toMatchObject({ code: 'payout.month-open' });
});

test('a mail that is throttled was lost, because it was marked before it was sent: the next try sends it (A6)', async () => {
  const { process, archive } = await aBank();
  const mailbox = memoryMailbox();
  let throttled = true;
  const ports = {
    ...process.ports,
    archive,
    once: memoryOnce(),
    unmatchedList: unmatchedCsv,
    finance: 'finanzen@example.com',
    mailbox: {
      send: async (mail: Parameters<typeof mailbox.send>[0]) => {
        if (throttled) throw new Error('Throttling');
        await mailbox.send(mail);
      },
    },
  };
  const book = () => bookBankStatement(ports)({ key: 'bank/1.xml', entries: [entry({ remittance: 'Miete' })] });
  await expect(book()).rejects.toThrow('Throttling');
  throttled = false;
  await book();
  await book();
  expect(mailbox.mails).toHaveLength(1);
});
