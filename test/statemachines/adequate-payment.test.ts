import { accountOf } from '../../domain/account/account.ts';
import { day, daysBetween } from '../../domain/calendar.ts';
import { ClaimId } from '../../domain/ids.ts';
import { cents } from '../../domain/money.ts';
import { creditClaim } from '../../usecases/payments/credit-claim.ts';
import { anAgencyAtWork, anInvoice } from '../support/agency.ts';
import { START } from '../support/akte.ts';
import { MATTER } from '../../simulator/agency/people.ts';

/** The day on which the 2nd Mahnung went, where a share of what was open was paid on a day of the 1st. */
const secondMahnung = async (paidOn: number, share: number): Promise<number | null> => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 600));
  await agency.until(paidOn);
  const { total } = accountOf(await agency.akte(), agency.on(paidOn));
  if (share > 0) await agency.pay(Math.ceil(total * share));
  await agency.until(70);
  const sent = (await agency.akte()).messages.find((m) => m.key.stage === 2)?.on;
  return sent ? daysBetween(day(START), sent) : null;
};

test('the 2nd Mahnung went out although half of the total had been paid: it waits fourteen days from the booking', async () => {
  const planned = await secondMahnung(30, 0);
  expect(await secondMahnung(30, 0.3)).toBe(planned);
  // Paid on Wednesday, 1 April: fourteen days later is the 15th.
  expect(await secondMahnung(30, 0.6)).toBe(44);
  expect(planned).toBeLessThan(44);
});

test('half was measured on the demand before a credit note: it is half of what is asked with it', async () => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 600));
  await agency.until(20);
  await creditClaim(agency.ports)({
    akte: agency.id,
    claim: ClaimId.parse('F1'),
    id: 'G1',
    amount: cents(300_00),
    on: agency.on(20),
    reason: 'Rücksendung',
    by: 'client:MUS',
  });
  await agency.until(30);
  await agency.pay(170_00);
  await agency.until(70);
  const sent = (await agency.akte()).messages.find((m) => m.key.stage === 2)?.on;
  expect(sent).toBe(agency.on(44));
});

test('what was paid for another claim, which the stage did not ask for, held it up', async () => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(12);
  await agency.handIn(anInvoice(2, -1, 100));
  await agency.until(30);
  await agency.pay(100_00, ClaimId.parse('F2'));
  await agency.until(70);
  const sent = (await agency.akte()).messages.find((m) => m.key.stage === 2)?.on;
  expect(sent && daysBetween(day(START), sent)).toBe(await secondMahnung(30, 0));
});

test('what was paid so early that the fourteen days are over anyway changes nothing', async () => {
  expect(await secondMahnung(16, 0.6)).toBe(await secondMahnung(16, 0));
});

test('after the last Mahnung it is the decision on the court that waits', async () => {
  const courtOn = async (share: number): Promise<string | undefined> => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 600));
    await agency.until(84);
    const { total } = accountOf(await agency.akte(), agency.on(84));
    if (share > 0) await agency.pay(Math.ceil(total * share));
    await agency.until(120);
    return (await agency.akte()).courtDecisionDue[MATTER];
  };
  const unpaid = await courtOn(0);
  const half = await courtOn(0.6);
  expect(unpaid).toBeDefined();
  expect(half).toBe('2026-06-08');
  expect((unpaid ?? '') < (half ?? '')).toBe(true);
});
