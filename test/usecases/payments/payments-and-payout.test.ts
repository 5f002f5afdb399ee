import { Month } from '../../../domain/calendar.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { cents, plus } from '../../../domain/money.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { runPayout } from '../../../usecases/payout/run-payout.ts';
import { endToEndIdsIn, painXml } from '../../../adapters/bank/pain.ts';
import { payoutCsv } from '../../../adapters/reports/payout-csv.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { memoryArchive, memoryMailbox, memoryOnce, memoryPayouts } from '../../../simulator/agency/stores.ts';
import { AKTE } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';
import { rheinbogen } from '../../support/notices.ts';

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
