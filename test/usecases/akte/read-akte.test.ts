import { WAYS_ON } from '../../../domain/dunning/ways-on.ts';
import { AkteId, ClaimId, PaymentId, PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { offerInstalments, agreeInstalments } from '../../../usecases/akte/agree-instalments.ts';
import { readAkte } from '../../../usecases/akte/read-akte.ts';
import { AKTE, aClaim, after } from '../../support/akte.ts';
import { aCase } from './a-case.ts';
import { aCase as aWayOn } from './a-way-on.ts';

const ours = { forCreditor: false };
const theirs = { forCreditor: true };

test('an Akte as it is: what is open of each claim, and what comes next for it, and why', async () => {
  const c = await aCase({ claims: [aClaim(1, { remark: 'Zaun links' }), aClaim(2)] });
  await c.run('F1', 1, 5);
  const { claims, openCents, debtor, closed, plan } = await readAkte(c.ports)(AKTE, ours);
  expect([openCents, debtor, closed, plan]).toEqual([240_00, 'Erika Beispiel', false, null]);
  expect(claims).toMatchObject([
    { id: `${AKTE}-F1`, remark: 'Zaun links', openCents: 120_00, state: 'Zahlungserinnerung: Frist' },
    { id: `${AKTE}-F2`, remark: null, principalCents: 120_00, why: expect.stringContaining('12.03.2026') },
  ]);
});

test('each claim is asked in the generation that leads it: none is said to be replaced', async () => {
  const c = await aCase({ claims: [aClaim(1), aClaim(2)] });
  await c.answer({ kind: 'promise', payBy: after(5) });
  const { claims } = await readAkte(c.ports)(AKTE, ours);
  expect(claims.map((claim) => claim.state)).toEqual(['Zahlungszusage läuft', 'Zahlungszusage läuft']);
});

test('reading writes nothing', async () => {
  const c = await aCase();
  const before = await c.akten.history(AKTE);
  await readAkte(c.ports)(AKTE, ours);
  expect(await c.akten.history(AKTE)).toEqual(before);
  expect(c.ports.workflows.started).toEqual([]);
});

describe('how the debtor is reached', () => {
  test('what nobody knows is null or empty, and German is the language of whoever has told none', async () => {
    const c = await aCase({ without: ['email', 'phone', 'address'] });
    expect((await readAkte(c.ports)(AKTE, ours)).contact).toEqual({
      address: [],
      email: null,
      furtherEmails: [],
      phone: null,
      furtherPhones: [],
      language: 'de',
      iban: null,
    });
  });
  test('an account is never shown whole', async () => {
    const c = await aCase({ debtor: { iban: 'DE02120300000000202051', language: 'tr' } });
    const { contact } = await readAkte(c.ports)(AKTE, ours);
    expect(contact.language).toBe('tr');
    expect(contact.iban).toMatch(/2051$/);
    expect(contact.iban).not.toContain('12030000');
    expect(contact.address).toEqual(['Musterweg 5', '44135 Dortmund']);
  });
});

test('money in is shared out to the cent, by law and by mandate; what was taken back stands by itself', async () => {
  const c = await aCase();
  await c.run('F1', 1, 12);
  await c.pay(1, 50_00);
  await c.pay(2, 500_00);
  const { payments, overpaidCents, openCents } = await readAkte(c.ports)(AKTE, ours);
  expect([openCents, overpaidCents > 0]).toEqual([0, true]);
  for (const { amountCents, byLaw, byMandate } of payments)
    for (const split of [byLaw, byMandate])
      expect(Object.values(split).reduce((sum, part) => sum + part, 0)).toBe(amountCents);
  expect(payments.reduce((sum, { byLaw }) => sum + byLaw.overpaidCents, 0)).toBe(overpaidCents);
  await c.ports.akten.append(AKTE, (await c.akten.get(AKTE)).version, {
    by: 'operator:test',
    facts: [
      {
        kind: 'reversed',
        payment: PaymentId.parse('bank:2'),
        on: c.clock.today(),
        by: 'operator:test',
        reason: 'Rückgabe',
      },
    ],
  });
  const back = await readAkte(c.ports)(AKTE, ours);
  expect(back.payments.map((payment) => payment.payment)).toEqual(['bank:1']);
  expect(back.reversals).toMatchObject([{ payment: 'bank:2', amountCents: 500_00, reason: 'Rückgabe' }]);
});

test('the plan that runs is shown, and none that has ended', async () => {
  const c = await aCase();
  await c.run('F1', 1, 12);
  const wish = { akte: AKTE, rate: cents(30_00), first: after(20), withFee: false };
  const { total } = await offerInstalments(c.ports)(wish);
  await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
  expect((await readAkte(c.ports)(AKTE, ours)).plan).toMatchObject({ id: 'R1', rateCents: 30_00, feeCents: 0 });
  await c.playOn(60);
  await c.ports.akten.append(AKTE, (await c.akten.get(AKTE)).version, {
    by: 'operator:test',
    facts: [{ kind: 'planEnded', plan: PlanId.parse('R1'), on: after(60), by: 'operator:test', reason: 'x' }],
  });
  expect((await readAkte(c.ports)(AKTE, ours)).plan).toBeNull();
});

test('positions add up to what is open, and the statement says the same', async () => {
  const c = await aCase();
  await c.run('F1', 1, 40);
  const { positions, statement, openCents } = await readAkte(c.ports)(AKTE, ours);
  expect(positions.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(openCents);
  expect([statement.totalCents, statement.akte]).toEqual([openCents, AKTE]);
});

test('an Akte that is not there is NotFound', async () => {
  const c = await aCase();
  const nowhere = readAkte(c.ports)(AkteId.parse('MUS-0000-0001'), ours);
  await expect(nowhere).rejects.toMatchObject({ name: 'NotFound' });
});

test('what was told of a special situation is for our own people: a creditor and an execution read that the case rests', async () => {
  const c = await aCase();
  await c.answer({ kind: 'situation', ground: 'hardship', note: 'schwere Krankheit' });
  const own = await readAkte(c.ports)(AKTE, ours);
  const creditors = await readAkte(c.ports)(AKTE, theirs);
  expect(JSON.stringify(own)).toContain('schwere Krankheit');
  expect(JSON.stringify(creditors)).not.toContain('Krankheit');
  expect(creditors.holds.map((h) => h.words)).toEqual(['Härtefall: Näheres geben wir nicht weiter']);
  expect(JSON.stringify(await c.tasks.Decide({ akte: AKTE, claim: ClaimId.parse('F1'), generation: 2 }))).not.toContain(
    'Krankheit',
  );
});

test.each([false, true])('what the creditor reads of the way on is its own (%s)', async (forCreditor) => {
  const c = await aWayOn({ without: ['email', 'phone', 'address'] });
  await c.playOn(5);
  const { claims } = await readAkte(c.ports)(AKTE, { forCreditor });
  expect(claims[0]?.wayOn).toBe(WAYS_ON['Nicht erreichbar'][forCreditor ? 'creditor' : 'todo']);
});
