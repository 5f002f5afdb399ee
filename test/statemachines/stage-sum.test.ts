import { accountOf } from '../../domain/account.ts';
import type { Akte } from '../../domain/akte.ts';
import type { MatterId } from '../../domain/claim.ts';
import { positionsOf } from '../../domain/letters/demand.ts';
import { cents, sum } from '../../domain/money.ts';
import { stageDemandOf } from '../../domain/stage-demand.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/agree-instalments.ts';
import { reversePayment } from '../../usecases/reverse-payment.ts';
import { anAgencyAtWork, anInvoice } from '../support/agency.ts';

type Agency = ReturnType<typeof anAgencyAtWork>;

const takeBack = async (agency: Agency, n = 0): Promise<void> => {
  const payment = (await agency.akte()).payments[n]!.id;
  await reversePayment(agency.ports)({ akte: agency.id, payment, reason: 'Rücklastschrift', by: 'system:bank' });
};
const totalOn = async (agency: Agency, n: number): Promise<number> =>
  accountOf(await agency.akte(), agency.on(n)).total;

/** Mail and letter of the last stage that wrote by a day, and what the letter would be made of. */
const stageOf = (akte: Akte, matter: string, stage: number) => {
  const messages = akte.messages.filter((m) => m.state === 'sent' && m.demand && m.key.stage === stage);
  const of = (channel: string) => messages.find((m) => m.key.matter === matter && m.key.channel === channel)!;
  const [mail, letter] = [of('email'), of('letter')];
  return { mail: mail.demand!, letter: letter.demand!, account: stageDemandOf(akte, mail, letter.on!)!.account };
};
const M1 = 'M1' as MatterId;

describe('the letter of a stage asked 186.57 € where its mail had asked 130.95 €: the fee of an invoice that is not in it', () => {
  /**
   * RE-1 paid as a whole on day 20, RE-2 in a matter of its own; its mail on day 53, the payment taken back on day 60.
   */
  const twoMatters = async (): Promise<Agency> => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(20);
    await agency.pay(await totalOn(agency, 20));
    await agency.until(40);
    await agency.handIn(anInvoice(2, 35, 100));
    await agency.until(60);
    await takeBack(agency);
    await agency.until(70);
    return agency;
  };

  test('a fee of a matter of which it asks nothing is not asked', async () => {
    const agency = await twoMatters();
    const { mail, letter, account } = stageOf(await agency.akte(), 'M2', 1);
    expect([mail.total, letter.total]).toEqual([130_95, 130_95]);
    expect(account.matters.map((m) => m.matter)).toEqual(['M2']);
  });
  test('nor told of: no row of the fee, none of the payment that was taken back', async () => {
    const agency = await twoMatters();
    const akte = await agency.akte();
    const { letter, account } = stageOf(akte, 'M2', 1);
    const rows = positionsOf(akte, account);
    expect(rows.map((r) => r.label)).toEqual(['Rechnung RE-2 vom 23.03.2026', 'Verzugszinsen', 'Inkassokosten']);
    expect(sum(rows.map((r) => r.amount))).toBe(letter.total);
  });
  test('the debtor still owes it: the Akte knows both fees, and the next stage asks them', async () => {
    const agency = await twoMatters();
    const account = accountOf(await agency.akte(), agency.on(70));
    expect(account.matters.map((m) => m.openFee > 0)).toEqual([true, true]);
  });
});

describe('in one matter, too, a letter asks what its claims have added to the fee, and no more', () => {
  /**
   * RE-1 is paid, RE-2 has joined and is charged for; what had paid RE-1 is taken back between mail and letter of the
   * 3rd Mahnung.
   */
  const oneMatter = async (): Promise<Agency> => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 600));
    await agency.until(20);
    await agency.handIn(anInvoice(2, 15, 300));
    await agency.until(40);
    const { claims, matters } = accountOf(await agency.akte(), agency.on(40));
    await agency.pay(claims[0]!.open + matters[0]!.openFee, claims[0]!.claim.id);
    await agency.until(65);
    await takeBack(agency);
    await agency.until(75);
    return agency;
  };

  test('the fee that had been paid with RE-1 is not asked with RE-2', async () => {
    const akte = await (await oneMatter()).akte();
    const { mail, letter, account } = stageOf(akte, 'M1', 3);
    expect(letter.claims).toEqual(['F2']);
    expect(letter.total).toBe(mail.total);
    expect(sum(positionsOf(akte, account).map((r) => r.amount))).toBe(letter.total);
    expect(account.matters[0]!.apart).toBeGreaterThan(0);
  });
  test('who pays that letter in time has settled RE-2 with its share, and RE-1 stays open', async () => {
    const agency = await oneMatter();
    const { letter } = stageOf(await agency.akte(), 'M1', 3);
    await agency.pay(letter.total);
    const { claims, matters, overpaid } = accountOf(await agency.akte(), agency.on(90));
    expect(claims.map((c) => [c.claim.id, c.principal, c.open > 0])).toEqual([
      ['F1', 600_00, true],
      ['F2', 0, false],
    ]);
    expect([matters.find((m) => m.matter === M1)!.openFee > 0, overpaid]).toEqual([true, 0]);
  });
});

test('an agreed fee of 36.05 € vanished: the plan belonged to a matter that was not due yet and joined the one that ran', async () => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 600));
  await agency.until(12);
  await agency.handIn(anInvoice(2, 25, 100));
  await agency.until(15);
  const wish = { akte: agency.id, rate: cents(100_00), first: agency.on(20), withFee: true };
  const { total, plan } = await offerInstalments(agency.ports)(wish);
  await agreeInstalments(agency.ports)({ ...wish, total, by: 'erika' });
  expect([plan.matter, plan.fee]).toEqual(['M1', 36_05]);
  await agency.until(70);
  const { matters } = accountOf(await agency.akte(), agency.on(70));
  expect(matters.map((m) => m.agreed)).toEqual([36_05, 0]);
});
