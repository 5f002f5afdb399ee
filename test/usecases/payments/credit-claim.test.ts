import { Month } from '../../../domain/calendar.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId, PayoutId } from '../../../domain/ids.ts';
import { cents, sum } from '../../../domain/money.ts';
import { linesOf } from '../../../domain/payout/settlement.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { creditClaim, type CreditNote } from '../../../usecases/payments/credit-claim.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { AKTE, aClaim, musterversand } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';

const F1 = ClaimId.parse('F1');
const NOTE: CreditNote = {
  akte: AKTE,
  claim: F1,
  id: 'GS-17',
  amount: cents(150_00),
  on: day('2026-03-12'),
  reason: 'Teilweise Rücksendung',
  by: 'client:MUS',
};
/** An invoice due by contract on 2 March, run to the first demand with costs on 12 March. */
const until12 = async (principal: number) => {
  const claim = aClaim(1, { principal: cents(principal), dueOn: day('2026-03-02'), dueByContract: true });
  const process = await aProcess({ without: ['phone'], claims: [claim], start: '2026-02-27' });
  await process.run('F1', 1, 16);
  const ports = { ...process.ports, workflows: recordedWorkflows() };
  const credit = (more: Partial<CreditNote> = {}) => creditClaim(ports)({ ...NOTE, ...more });
  const pay = (id: string, amount: number, on: string) =>
    recordPayment(process.ports)({
      akte: AKTE,
      id: PaymentId.parse(id),
      amount: cents(amount),
      valueDate: day(on),
      via: 'agency',
      source: 'test',
      by: 'system:bank',
    });
  return { process, credit, pay };
};
const stands = async (of: Awaited<ReturnType<typeof until12>>, on: string) => {
  const { total, claims, matters, overpaid } = accountOf(await of.process.akten.get(AKTE), day(on));
  return {
    total,
    principal: claims[0]?.principal,
    interest: claims[0]?.interest,
    fee: matters[0]?.openFee,
    value: matters[0]?.fee?.parts[0]?.value,
    overpaid,
  };
};

test('a credit note could only be reported as a payment, which left 506.83 open: it is as if 450.00 had been owed from the start (R7)', async () => {
  const credited = await until12(600_00);
  const fresh = await until12(450_00);
  await credited.credit();
  const on = credited.process.clock.today();
  expect(await stands(credited, on)).toEqual(await stands(fresh, on));
  expect(await stands(credited, on)).toMatchObject({ principal: 450_00, fee: 30_90, value: 450_00 });
});

test('the statement says what was credited and what follows, and its lines add up', async () => {
  const of = await until12(600_00);
  await of.credit();
  const akte = await of.process.akten.get(AKTE);
  const statement = statementOf(akte, accountOf(akte, of.process.clock.today()));
  const lines = statement.sections.filter((s) => s.counts).flatMap((s) => s.lines);
  expect(lines.find((l) => l.id === 'F1.credit.GS-17')).toMatchObject({
    label: 'Gutschrift GS-17 vom 12.03.2026',
    amount: -150_00,
    why: expect.stringContaining('nur 450,00\u00a0€ geschuldet') as string,
  });
  expect(sum(lines.map((l) => l.amount))).toBe(statement.total);
});

describe('refused by name', () => {
  test.each<[string, Partial<CreditNote>, string]>([
    ['more than the claim', { amount: cents(600_01) }, 'höchstens 600,00'],
    ['nothing', { amount: cents(0) }, 'größer als null'],
    ['less than nothing', { amount: cents(-1) }, 'größer als null'],
    ['a claim that is not there', { claim: ClaimId.parse('F9') }, 'keine Forderung F9'],
    ['a day to come', { on: day('2030-01-01') }, 'liegt in der Zukunft'],
    ['a day before the invoice', { on: day('2026-01-09') }, 'liegt vor der Rechnung'],
  ])('%s', async (_, more, says) => {
    const of = await until12(600_00);
    await expect(of.credit(more)).rejects.toThrow(says);
  });
  test('a number that is used; the very same note again changes nothing', async () => {
    const of = await until12(600_00);
    const { version } = await of.credit();
    expect((await of.credit()).version).toBe(version);
    await expect(of.credit({ amount: cents(10_00) })).rejects.toThrow('Die Gutschrift GS-17 ist schon eingetragen');
    await expect(of.credit({ id: 'GS-18', amount: cents(450_01) })).rejects.toThrow('höchstens 450,00');
  });
});

test('a claim that is credited in full was withdrawn: nothing is owed, no interest, no fee, and its run ends as done', async () => {
  const of = await until12(600_00);
  await of.credit({ amount: cents(600_00) });
  const akte = await of.process.akten.get(AKTE);
  expect(accountOf(akte, day('2026-12-01'))).toMatchObject({
    total: 0,
    matters: [{ fee: null }],
    claims: [{ default: null }],
  });
  expect(await of.process.run('F1', akte.generations[F1] ?? 1)).toBe('Erledigt');
});

test('what was already paid is shared out afresh: the rest is held for the debtor, and the payout is put right', async () => {
  const of = await until12(600_00);
  await of.pay('bank:1', 600_00, of.process.clock.today());
  const before = await of.process.akten.get(AKTE);
  const komfort = { ...musterversand, module: 'komfort' as const };
  const [paidOut] = linesOf(before, Month.parse('2026-03'), komfort);
  await of.credit();
  const after = await of.process.akten.get(AKTE);
  expect(accountOf(after, of.process.clock.today()).overpaid).toBeGreaterThan(110_00);
  const { toPrincipal, toInterest, toOwnCosts, toFees, overpaid, paymentId } = paidOut!;
  const share = { payment: paymentId, toPrincipal, toInterest, toOwnCosts, toFees, overpaid };
  const corrected = linesOf(
    { ...after, paidOut: [{ month: Month.parse('2026-03'), payout: PayoutId.parse('p'), shares: [share] }] },
    Month.parse('2026-04'),
    komfort,
  );
  expect(corrected).toMatchObject([
    { received: 0, toPrincipal: -150_00, correction: expect.stringContaining('gutgeschrieben') as string },
  ]);
});
