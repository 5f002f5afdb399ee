import fc from 'fast-check';
import { accountOf } from '../../domain/account.ts';
import { day, plusDays } from '../../domain/calendar.ts';
import { cents, plus } from '../../domain/money.ts';
import { makeReference } from '../../domain/references.ts';
import { bookBankStatement } from '../../usecases/book-bank-statement.ts';
import { recordPayment } from '../../usecases/record-payment.ts';
import { runPayout } from '../../usecases/run-payout.ts';
import { painXml } from '../../adapters/bank/pain.ts';
import { payoutCsv } from '../../adapters/reports/payout-csv.ts';
import { memoryArchive, memoryMailbox, memoryOnce, memoryPayouts } from '../../simulator/stores.ts';
import { AKTE } from '../support/akte.ts';
import { ASSIGNED, LINE, OTHER, aBank, aStatement, entry, stranger } from '../support/bank.ts';
import { aProcess } from '../support/process.ts';
import { rheinbogen } from '../support/notices.ts';

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
    entry({ id: 'a', remittance: 'Miete' }),
    entry({ id: 'b', reference: 'RF00MUS4F7K2QXR' }),
    entry({ id: 'c', amount: cents(-5), remittance: AKTE }),
    entry({ id: 'd', reversal: true, remittance: AKTE }),
    entry({ id: 'e', remittance: `=2+3 ${AKTE}` }),
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
    entry({ id: 'a', remittance: AKTE, valueDate: day('2025-12-30') }),
    entry({ id: 'b', remittance: AKTE }),
    entry({ id: 'c', remittance: AKTE, valueDate: day('2026-03-03') }),
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
    id: 'api:1',
    amount: cents(10_00),
    valueDate: day('2026-03-01'),
    via: 'creditor' as const,
    source: 'api',
    by: 'client',
  };
  await book(payment);
  await book(payment);
  expect((await akten.get(AKTE)).payments).toHaveLength(1);
  await expect(book({ ...payment, amount: cents(11_00) })).rejects.toMatchObject({ code: 'payment.key-reused' });
  // Another value date under the same key was lost in silence.
  const another = { ...payment, valueDate: plusDays(payment.valueDate, -1) };
  await expect(book(another)).rejects.toMatchObject({ code: 'payment.key-reused' });
  await expect(book({ ...payment, id: 'api:2', valueDate: day('2026-03-03') })).rejects.toMatchObject({
    code: 'payment.future',
  });
});

const aPayout = async () => {
  const process = await aProcess();
  await process.run('F1', 1, 37);
  const archive = memoryArchive();
  const mailbox = memoryMailbox();
  const press = { ...process.ports.paper.press, statementCsv: payoutCsv, transfers: painXml };
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
  return { process, ports, archive, mailbox, run: (month: string) => runPayout(ports)({ month }) };
};

test('a month is paid out once, to the cent: creditor first, then our fees; running it again pays nothing more', async () => {
  const { process, run, archive, mailbox } = await aPayout();
  const akte = await process.akten.get(AKTE);
  const { total, matters } = accountOf(akte, process.clock.today());
  const fee = matters[0]?.fee?.total ?? cents(0);
  expect(fee).toBeGreaterThan(0);
  await recordPayment(process.ports)({
    akte: AKTE,
    id: 'bank:1',
    amount: plus(total, cents(5_00)),
    valueDate: process.clock.today(),
    via: 'agency',
    source: 'x',
    by: 'x',
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
    id: 'api:1',
    amount: total,
    valueDate: process.clock.today(),
    via: 'creditor',
    source: 'x',
    by: 'x',
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

describe('a bank line that a person assigns (B7)', () => {
  test('finance was told to assign it by hand, but nothing could book it: it is booked once, whoever tries again', async () => {
    const { process, assign } = await aStatement([stranger]);
    await assign(ASSIGNED);
    await assign(ASSIGNED);
    expect((await process.akten.get(AKTE)).payments).toMatchObject([{ id: LINE, amount: 45_00, via: 'agency' }]);
  });
  test('a line that was booked by itself was booked a second time, by hand, into another Akte', async () => {
    const { assign, both } = await aStatement([{ ...stranger, remittance: AKTE }]);
    await expect(assign({ ...ASSIGNED, akte: OTHER })).rejects.toMatchObject({ code: 'payment.line-assigned' });
    await expect(assign({ ...ASSIGNED, akte: OTHER, part: true })).rejects.toThrow(`${AKTE} (45,00\u00a0€)`);
    await assign(ASSIGNED);
    expect(await both()).toEqual([[45_00], []]);
  });
  test('45.00 that came were booked as 4,500.00, and 45.00 once more as a part', async () => {
    const { assign, both } = await aStatement([stranger]);
    await expect(assign({ ...ASSIGNED, amount: cents(4_500_00) })).rejects.toMatchObject({
      code: 'payment.line-amount',
    });
    await expect(assign({ ...ASSIGNED, amount: cents(20_00) })).rejects.toThrow('--teil');
    await assign({ ...ASSIGNED, amount: cents(20_00), part: true });
    await expect(assign({ ...ASSIGNED, akte: OTHER, part: true })).rejects.toThrow('noch 25,00');
    await assign({ ...ASSIGNED, akte: OTHER, amount: cents(25_00), part: true });
    await expect(assign({ ...ASSIGNED, amount: cents(25_00), part: true })).rejects.toMatchObject({ field: 'line' });
    expect(await both()).toEqual([[20_00], [25_00]]);
  });
  test('money that went out was booked as money that came in', async () => {
    const { assign, both } = await aStatement([{ ...stranger, amount: cents(-45_00) }]);
    await expect(assign(ASSIGNED)).rejects.toMatchObject({ code: 'payment.line-outgoing' });
    expect(await both()).toEqual([[], []]);
  });
  test.each(['api:1', 'bank:1', 'bank:0000000000000000000000aa.00000000'])(
    'a line that stands on no statement was booked: %s is refused with the place where names stand',
    async (id) => {
      const { assign, both } = await aStatement([stranger]);
      await expect(assign({ ...ASSIGNED, id })).rejects.toThrow('nicht-zugeordnet.csv');
      expect(await both()).toEqual([[], []]);
    },
  );
  test('money counted from any day that a person typed: from the day the bank names, or the oldest invoice where it is younger', async () => {
    const { assign, both } = await aStatement([stranger, { ...stranger, id: 'early.1', valueDate: day('2025-12-30') }]);
    await expect(assign({ ...ASSIGNED, valueDate: day('2026-03-01') })).rejects.toThrow('02.03.2026');
    const early = { ...ASSIGNED, id: 'bank:early.1' };
    await expect(assign(early)).rejects.toThrow('10.01.2026');
    await assign({ ...early, valueDate: day('2026-01-10') });
    expect(await both()).toEqual([[45_00], []]);
  });
  test('what stood in the wrong Akte goes to the right one after its reversal, and only when somebody says so', async () => {
    const { assign, both, reverse, book } = await aStatement([{ ...stranger, remittance: AKTE }]);
    await reverse(AKTE);
    await expect(assign({ ...ASSIGNED, akte: OTHER })).rejects.toMatchObject({ code: 'payment.line-reversed' });
    await expect(assign(ASSIGNED)).rejects.toMatchObject({ code: 'payment.line-reversed' });
    await assign({ ...ASSIGNED, akte: OTHER, moved: true });
    expect(await both()).toEqual([[45_00], [45_00]]);
    expect(await book([{ ...stranger, remittance: AKTE }])).toMatchObject({ booked: 1, unmatched: [] });
  });
  test('two people assign one line to two Akten at once: one of them is refused', async () => {
    const { assign, both } = await aStatement([stranger]);
    const done = await Promise.allSettled([assign(ASSIGNED), assign({ ...ASSIGNED, akte: OTHER })]);
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await both()).flat()).toEqual([45_00]);
  });
  test('parts by whomever, in whatever order: never more than arrived', async () => {
    const part = fc.record({ akte: fc.constantFrom(AKTE, OTHER), amount: fc.integer({ min: 1, max: 60_00 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const { assign, both } = await aStatement([stranger]);
        await Promise.allSettled(
          parts.map(({ akte, amount }) => assign({ ...ASSIGNED, akte, amount: cents(amount), part: amount < 45_00 })),
        );
        expect((await both()).flat().reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(45_00);
      }),
      { numRuns: 60 },
    );
  });
  test('a line that was booked by hand was listed again when its statement came under another name', async () => {
    const { assign, book, both } = await aStatement([stranger]);
    await assign({ ...ASSIGNED, amount: cents(20_00), part: true });
    expect((await book([stranger])).unmatched.map((u) => u.reason)).toEqual([expect.stringContaining('offen sind 25')]);
    await assign({ ...ASSIGNED, akte: OTHER, amount: cents(25_00), part: true });
    expect(await book([stranger])).toMatchObject({ booked: 1, unmatched: [] });
    expect(await both()).toEqual([[20_00], [25_00]]);
  });
  test('a line that was assigned by hand and stands on another statement, too, is shown as alike', async () => {
    const { assign, book } = await aStatement([stranger]);
    await assign(ASSIGNED);
    const again = { ...stranger, id: '0b1c2d3e4f5a6b7c8d9e0f1a.ffffffff' };
    expect((await book([again])).unmatched.map((u) => u.reason)).toEqual([expect.stringContaining(AKTE)]);
  });
  test('the mail and the list name the line and the command', async () => {
    const { book, archive, mailbox } = await aBank();
    await book([entry({ id: '0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e', remittance: 'Miete' })]);
    expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain(LINE);
    expect(mailbox.mails[0]?.text).toContain('mahnwerk akte zahlung AKTENZEICHEN');
  });
  test('a line that was booked from another statement is not booked again but shown to a person (B1)', async () => {
    const { book, process } = await aBank();
    await book([entry({ id: 'aaaa.0001', remittance: AKTE })]);
    const { unmatched } = await book([entry({ id: 'aaaa.0002', remittance: AKTE })]);
    expect(unmatched.map((u) => u.reason)).toEqual([expect.stringContaining('steht schon in einem anderen Auszug')]);
    expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
  });
  test('a line with a doubt is never booked by itself (B5)', async () => {
    const { book, process } = await aBank();
    const { unmatched } = await book([entry({ remittance: AKTE, doubt: 'Es ist weniger angekommen.' })]);
    expect(unmatched.map((u) => u.reason)).toEqual(['Es ist weniger angekommen.']);
    expect((await process.akten.get(AKTE)).payments).toEqual([]);
  });
});

test('a mail that is throttled was lost, because it was marked before it was sent: the next try sends it (A6)', async () => {
  const { process, archive } = await aBank();
  const mailbox = memoryMailbox();
  let throttled = true;
  const ports = {
    ...process.ports,
    archive,
    once: memoryOnce(),
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
