import { Month } from '../../../domain/calendar.ts';
import { generationOf } from '../../../domain/akte/akte.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { endToEndIdsIn, painXml } from '../../../adapters/bank/pain.ts';
import { payoutCsv } from '../../../adapters/reports/payout-csv.ts';
import { readAkte } from '../../../usecases/akte/read-akte.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { reversePayment } from '../../../usecases/payments/reverse-payment.ts';
import { runPayout } from '../../../usecases/payout/run-payout.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { memoryArchive, memoryMailbox, memoryOnce, memoryPayouts } from '../../../simulator/agency/stores.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { aPaid } from './an-account.ts';

const F1 = ClaimId.parse('F1');

describe('a payment is reversed', () => {
  test('the money is owed again, and every claim gets a new execution; the old one is stopped', async () => {
    const { reverse, account, workflows, total, akten } = await aPaid(0, [aClaim(1), aClaim(2)]);
    expect((await account()).total).toBe(0);
    await reverse();
    expect(await account()).toMatchObject({
      total,
      reversed: [{ id: 'bank:1', reversed: { on: '2026-04-07', reason: 'Lastschrift zurückgegeben' } }],
    });
    expect(workflows).toMatchObject({
      started: [`${AKTE}-F1-g2`, `${AKTE}-F2-g2`],
      stopped: [`${AKTE}-F1-g1`, `${AKTE}-F2-g1`],
    });
    expect(generationOf(await akten.get(AKTE), F1)).toBe(2);
  });
  test('the new execution goes on with the dunning where it stood', async () => {
    const { reverse, run, told } = await aPaid();
    const before = await told();
    expect(await run('F1', 1)).toBe('Erledigt');
    await reverse();
    expect(await run('F1', 1)).toBe('Abgelöst');
    expect(await run('F1', 2)).toBe('Gerichtliches Mahnverfahren: Entscheidung');
    const after = (await told()).slice(before.length);
    expect(after.at(-1)).toMatch(/court$/);
    expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
  });
  test('twice is once: neither a fact nor a generation more, and nothing new is stopped', async () => {
    const { reverse, akten, workflows } = await aPaid();
    const { version } = await reverse();
    await reverse('bank:1', 'noch einmal');
    expect((await akten.get(AKTE)).version).toBe(version);
    expect(workflows).toMatchObject({ started: [`${AKTE}-F1-g2`], stopped: [`${AKTE}-F1-g1`] });
  });
  test('what was written but not started is started by the next try', async () => {
    const { reverse, ports, workflows } = await aPaid();
    await expect(
      reversePayment({ ...ports, workflows: { ...workflows, start: () => Promise.reject(new Error('lost')) } })({
        akte: AKTE,
        payment: PaymentId.parse('bank:1'),
        reason: 'x',
        by: 'operator:x',
      }),
    ).rejects.toThrow('lost');
    await reverse();
    expect(workflows.started).toEqual([`${AKTE}-F1-g2`]);
  });
  test('an unknown payment or no reason is refused, naming the field', async () => {
    const { reverse, akten } = await aPaid();
    const { version } = await akten.get(AKTE);
    await expect(reverse('bank:9')).rejects.toMatchObject({
      name: 'NotFound',
      message: expect.stringContaining('„payment“'),
    });
    await expect(reverse('bank:1', ' ')).rejects.toMatchObject({
      code: 'reversal.reason',
      field: 'reason',
      message: expect.stringContaining('„reason“'),
    });
    expect((await akten.get(AKTE)).version).toBe(version);
  });
  test('a closed Akte stays closed: the payment is taken back, nothing is dunned', async () => {
    const { reverse, ports, run, total, account } = await aPaid();
    await steerAkte(ports)({ akte: AKTE, action: 'close', by: 'operator:x', reason: 'bezahlt' });
    await reverse();
    expect((await account()).total).toBe(total);
    expect(await run('F1', 3)).toBe('Geschlossen');
  });
  test('the payout of its month finds it, though nothing was paid in it', async () => {
    const { reverse, ports, clock, total } = await aPaid();
    const archive = memoryArchive();
    const press = { ...ports.paper.press, statementCsv: payoutCsv, transfers: painXml, orderedIn: endToEndIdsIn };
    const run = runPayout({
      ...ports,
      payouts: memoryPayouts(),
      press,
      archive,
      mailbox: memoryMailbox(),
      once: memoryOnce(),
      finance: 'finanzen@example.com',
    });
    const totals = async (month: string, on: string) => {
      clock.jumpTo(`${on}T08:00:00Z`);
      return (await run({ month: Month.parse(month) })).payouts[0]!.totals;
    };
    const april = await totals('2026-04', '2026-05-01');
    expect(april.payout).toBeGreaterThan(0);
    clock.jumpTo('2026-07-10T08:00:00Z');
    await reverse();
    expect(await totals('2026-07', '2026-08-01')).toMatchObject({
      received: 0 - total,
      creditorShare: 0 - april.creditorShare,
      agencyFees: 0 - april.agencyFees,
      payout: 0,
      carriedOut: april.payout,
    });
    expect(String(archive.files['payouts/2026-07/MUS/auszahlung.csv'])).toContain(
      'Zurückgebucht: Lastschrift zurückgegeben',
    );
    expect(archive.files['payouts/2026-07/ueberweisungen.xml']).toBeUndefined();
    expect(await totals('2026-08', '2026-09-01')).toMatchObject({
      received: 0,
      carriedIn: april.payout,
      carriedOut: april.payout,
    });
  });
});

test('the Akte shows what bounced and what went back', async () => {
  const { refund, reverse, ports, clock, total } = await aPaid(20_00);
  await refund('e1', 5_00);
  await recordPayment(ports)({
    akte: AKTE,
    id: PaymentId.parse('bank:2'),
    amount: cents(1_00),
    valueDate: clock.today(),
    via: 'agency',
    source: 'x',
    by: 'operator:x',
  });
  await reverse('bank:2', 'Fehlbuchung der Bank');
  const read = await readAkte(ports)(AKTE, { forCreditor: true });
  expect(read.history.flatMap(({ facts }) => facts.map((f) => f.words))).toEqual(
    expect.arrayContaining([
      '07.04.2026: Zahlung bank:2 zurückgebucht: Fehlbuchung der Bank',
      '07.04.2026: 5,00\u00a0€ Überzahlung an den Schuldner zurückgezahlt',
    ]),
  );
  expect(read).toMatchObject({
    openCents: 0,
    overpaidCents: 15_00,
    refundedCents: 5_00,
    payments: [{ payment: 'bank:1', amountCents: total + 20_00 }],
    reversals: [
      {
        payment: 'bank:2',
        amountCents: 1_00,
        valueDate: '2026-04-07',
        via: 'agency',
        on: '2026-04-07',
        reason: 'Fehlbuchung der Bank',
      },
    ],
  });
});
