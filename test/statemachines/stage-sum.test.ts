import { accountOf } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { ClaimId, MatterId } from '../../domain/ids.ts';
import { positionsOf } from '../../domain/letters/demand.ts';
import { cents, sum } from '../../domain/money.ts';
import { stageDemandOf } from '../../domain/account/stage-demand.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/akte/agree-instalments.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
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
  const mail = of('email');
  const letter = of('letter');
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
   * 3rd Mahnung. `part`: what comes on day 67, for this `claim` if any; `second`, `third`: the euros of RE-2, and of
   * RE-3, if any.
   */
  const oneMatter = async (
    part = 0,
    { second = 300, third = 0, claim }: { second?: number; third?: number; claim?: ClaimId } = {},
  ): Promise<Agency> => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 600));
    await agency.until(20);
    await agency.handIn(anInvoice(2, 15, second));
    if (third > 0) await agency.handIn(anInvoice(3, 14, third));
    await agency.until(40);
    const { claims, matters } = accountOf(await agency.akte(), agency.on(40));
    await agency.pay(claims[0]!.open + matters[0]!.openFee, claims[0]!.claim.id);
    await agency.until(65);
    await takeBack(agency);
    if (part > 0) {
      await agency.until(67);
      await agency.pay(part, claim);
    }
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

  test.each([
    [30_00, 300],
    [60_00, 300],
    [100_00, 300],
    [30_00, 1200],
    [100_00, 1200],
    [1000_00, 1200],
  ])(
    'the letter asked as if nothing had come: %d cents paid after its mail went to the fee of RE-1 (RE-2 of %d €)',
    async (part, second) => {
      const agency = await oneMatter(part, { second });
      const akte = await agency.akte();
      const { mail, letter, account } = stageOf(akte, 'M1', 3);
      expect(letter).toMatchObject({ total: mail.total - part, deducted: part });
      expect(sum(positionsOf(akte, account).map((r) => r.amount))).toBe(letter.total);
      const [paid] = accountOf(akte, agency.on(75)).payments;
      expect(paid!.portions.map((p) => p.claim)).toEqual(['F2']);
      expect(paid!.ground).toContain('zuerst auf das, was sie verlangt hat (§ 366 Abs. 1 BGB)');
    },
  );
  test('who answered a letter on two invoices paid the fee of a third with what was meant for the second', async () => {
    const agency = await oneMatter(0, { second: 1200, third: 400 });
    const { letter } = stageOf(await agency.akte(), 'M1', 3);
    expect(letter.claims).toEqual(['F2', 'F3']);
    await agency.pay(letter.total);
    const { claims } = accountOf(await agency.akte(), agency.on(90));
    expect(claims.map((c) => [c.claim.id, c.open > 0])).toEqual([
      ['F1', true],
      ['F2', false],
      ['F3', false],
    ]);
  });
  test('of what comes after the mail RE-1 and its fee take what RE-2 leaves, and no cent is lost', async () => {
    const agency = await oneMatter(400_00);
    const { payments, matters, claims } = accountOf(await agency.akte(), agency.on(75));
    expect(payments[0]!.portions.map((p) => [p.claim, p.toFees > 0])).toEqual([
      ['F2', false],
      ['F1', true],
    ]);
    expect(sum(payments[0]!.portions.flatMap((p) => [p.toPrincipal, p.toInterest, p.toFees]))).toBe(400_00);
    expect([claims[1]!.principal, payments[0]!.outer.overpaid]).toEqual([0, 0]);
    expect(matters[0]!.openFee).toBeLessThan(matters[0]!.fee!.total);
  });
  test('who names RE-1 pays RE-1: the letter asks for RE-2 as its mail did', async () => {
    const agency = await oneMatter(60_00, { claim: 'F1' as ClaimId });
    const akte = await agency.akte();
    const { mail, letter } = stageOf(akte, 'M1', 3);
    expect(letter.total).toBe(mail.total);
    expect(accountOf(akte, agency.on(75)).payments[0]!.portions.map((p) => p.claim)).toEqual(['F1']);
  });
  test('costs told rose by every payment on the fee that stands apart: paid or not, it is not charged here', async () => {
    const told = async (part: number): Promise<number> => {
      const agency = await oneMatter(part, { second: 1200, claim: 'F1' as ClaimId });
      return stageOf(await agency.akte(), 'M1', 3).letter.costs!.total;
    };
    expect([await told(0), await told(30_00), await told(60_00), await told(120_00)]).toEqual(
      Array.from({ length: 4 }, () => 70_51),
    );
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
  await agreeInstalments(agency.ports)({ ...wish, total, by: 'operator:erika' });
  expect([plan.matter, plan.fee]).toEqual(['M1', 36_05]);
  await agency.until(70);
  const { matters } = accountOf(await agency.akte(), agency.on(70));
  expect(matters.map((m) => m.agreed)).toEqual([36_05, 0]);
});
