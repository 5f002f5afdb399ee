import fc from 'fast-check';
import { accountOf, isSettled } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { ClaimId, MessageReference } from '../../domain/ids.ts';
import { sum } from '../../domain/money.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { demandOf } from '../../domain/letters/demand.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
import { anAgencyAtWork, anInvoice, writtenLines } from '../support/agency.ts';
import { musterversand } from '../support/akte.ts';
import { rheinbogen } from '../support/notices.ts';
import { MATTER } from '../../simulator/agency/people.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const feeOn = (akte: Akte, on: Parameters<typeof accountOf>[1]) =>
  accountOf(akte, on).matters.flatMap((m) => m.fee ?? []);

/**
 * The first claim is paid after its 1. Mahnung, the second begins a series of its own, and on a day of that the bank
 * takes the money back.
 */
const aPaymentTakenBackOn = async (n: number): Promise<ReturnType<typeof anAgencyAtWork>> => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(15);
  await agency.pay(accountOf(await agency.akte(), agency.on(15)).total);
  await agency.until(17);
  await agency.handIn(anInvoice(2, 16, 300));
  await agency.until(n);
  const [payment] = (await agency.akte()).payments;
  if (!payment) throw new Error('something was paid');
  await reversePayment(agency.ports)({
    akte: agency.id,
    payment: payment.id,
    reason: 'Rücklastschrift',
    by: 'operator:bank',
  });
  return agency;
};

describe('a claim that comes while the Akte is in dunning', () => {
  test('had a second series and a second fee: it joins the one that runs, is demanded once without a fee, then the fee is on the joint value', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(12);
    await agency.handIn(anInvoice(2, -1, 100));
    await agency.until(95);
    const akte = await agency.akte();
    expect(writtenLines(akte)).toEqual([
      '0 email 0 F1',
      expect.stringMatching(/email 1 F1$/),
      expect.stringMatching(/letter 1 F1$/),
      expect.stringMatching(/email 2 F1,F2$/),
      expect.stringMatching(/letter 2 F1,F2$/),
      expect.stringMatching(/email 3 F1,F2$/),
      expect.stringMatching(/letter 3 F1,F2$/),
    ]);
    const [second, third] = [2, 3].map((stage) => akte.messages.find((m) => m.key.stage === stage)?.on ?? agency.on(0));
    expect(feeOn(akte, second ?? agency.on(0))).toMatchObject([{ value: 163_44, parts: [{ claims: ['F1'] }] }]);
    expect(feeOn(akte, third ?? agency.on(0))).toMatchObject([
      { value: 263_44, total: 55_62, parts: [{ claims: ['F1'] }, { claims: ['F2'], rate: 50 }] },
    ]);
    expect([...agency.workflows.runs.values()].map((r) => r.standing?.kind === 'waiting' && r.standing.state)).toEqual([
      'Gerichtliches Mahnverfahren: Entscheidung',
      'Gerichtliches Mahnverfahren: Entscheidung',
    ]);
  });

  test('is named to the letter as new, and its executions name the state they share', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(12);
    await agency.handIn(anInvoice(2, -1, 100));
    await agency.until(14);
    const states = [...agency.workflows.runs.values()].map((r) => r.standing?.kind === 'waiting' && r.standing.state);
    expect(new Set(states).size).toBe(1);
    const akte = await agency.akte();
    const level = STANDARD.levels[2]!;
    const { facts } = demandOf({
      akte,
      matter: akte.matters[0]!,
      level,
      procedure: STANDARD,
      channel: 'email',
      reference: MessageReference.parse('r'),
      today: agency.on(36),
      agency: rheinbogen,
      creditor: musterversand,
      enclosures: [],
    });
    expect(composeNotice(facts).opening.join(' ')).toMatch(/[Nn]eu hinzugekommen.*RE-2/);
  });

  test('after the last Mahnung is told by itself, and nothing is over before that deadline', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(80);
    await agency.handIn(anInvoice(2, -1, 100));
    await agency.until(120);
    const akte = await agency.akte();
    const notice = akte.messages.find((m) => m.key.occasion === 'joined');
    expect(notice).toMatchObject({ state: 'sent', demand: { claims: ['F1', 'F2'] } });
    expect(akte.matters.map((m) => m.claims)).toEqual([['F1', 'F2'], []]);
    expect((akte.courtDecisionDue[MATTER] ?? '') > (notice?.demand?.payBy ?? '9')).toBe(true);
    expect(feeOn(akte, agency.on(120))).toMatchObject([{ parts: [{ claims: ['F1'] }] }]);
  });

  test('once the last deadline and the phone window are over begins a matter of its own', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(95);
    await agency.handIn(anInvoice(2, -1, 100));
    await agency.until(96);
    const akte = await agency.akte();
    expect(akte.matters.map((m) => m.claims)).toEqual([['F1'], ['F2']]);
    expect(writtenLines(akte).at(-1)).toMatch(/email 0 F1,F2$/);
  });

  test('not due yet waits in a matter of its own, and goes on with the first message of the next stage after it is due', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(1);
    await agency.handIn(anInvoice(2, 12, 100));
    expect((await agency.akte()).matters.map((m) => m.claims)).toEqual([['F1'], ['F2']]);
    await agency.until(40);
    const akte = await agency.akte();
    expect(akte.matters.map((m) => m.claims)).toEqual([['F1', 'F2'], []]);
    expect(writtenLines(akte)).toEqual([
      '0 email 0 F1',
      expect.stringMatching(/email 1 F1$/),
      expect.stringMatching(/letter 1 F1$/),
      expect.stringMatching(/email 2 F1,F2$/),
    ]);
  });

  test.each([
    [64, 65],
    [70, 74],
    [70, 84],
    [60, 66],
  ])(
    'handed over on day %i, due on day %i in the last stage, had a second series and a second fee after it: it is told before the series ends',
    async (handedOver, due) => {
      const agency = anAgencyAtWork();
      await agency.handIn(anInvoice(1, -20, 500));
      await agency.until(handedOver);
      await agency.handIn(anInvoice(2, due, 100));
      await agency.until(150);
      const akte = await agency.akte();
      expect(akte.matters.map((m) => m.claims)).toEqual([['F1', 'F2'], []]);
      const notice = akte.messages.find((m) => m.key.occasion === 'joined');
      expect(notice).toMatchObject({ state: 'sent', demand: { claims: ['F1', 'F2'] } });
      expect((notice?.on ?? '') > agency.on(due)).toBe(true);
      expect((akte.courtDecisionDue[MATTER] ?? '') > (notice?.demand?.payBy ?? '9')).toBe(true);
      expect(feeOn(akte, agency.on(150))).toMatchObject([{ parts: [{ claims: ['F1'] }] }]);
    },
  );

  test('a second notice took the place of the first: each is a message of its own, with what it asked and its deadline', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 500));
    await agency.until(71);
    await agency.handIn(anInvoice(2, -1, 100));
    await agency.until(76);
    await agency.handIn(anInvoice(3, -1, 80));
    await agency.until(150);
    const akte = await agency.akte();
    const notices = akte.messages.filter((m) => m.key.occasion === 'joined');
    expect(notices.map((m) => m.demand?.claims)).toEqual([
      ['F1', 'F2'],
      ['F1', 'F2', 'F3'],
    ]);
    expect(new Set(notices.map((m) => m.reference)).size).toBe(2);
    const lastDeadline =
      notices
        .map((m) => m.demand?.payBy ?? '')
        .sort()
        .at(-1) ?? '9';
    expect((akte.courtDecisionDue[MATTER] ?? '') > lastDeadline).toBe(true);
  });

  test('a notice stood for the last Mahnung: a matter that opened again went to court after its 1. Mahnung', async () => {
    const agency = await aPaymentTakenBackOn(100);
    await agency.until(102);
    await agency.handIn(anInvoice(3, -1, 50));
    await agency.until(200);
    const akte = await agency.akte();
    const court = akte.courtDecisionDue[MATTER];
    const lastOfFirst = akte.messages.find((m) => m.key.matter === 'M1' && m.key.stage === 3 && !m.key.occasion);
    expect(court === undefined || (lastOfFirst?.on ?? '9') < court).toBe(true);
  });

  test('due only after the last deadline and the phone window begins a matter of its own', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 500));
    await agency.until(82);
    await agency.handIn(anInvoice(2, 95, 100));
    await agency.until(110);
    expect((await agency.akte()).matters.map((m) => m.claims)).toEqual([['F1'], ['F2']]);
  });

  test('a 1. Mahnung followed the last one: a matter whose payment was taken back ends with the series that has asked for it since', async () => {
    const agency = await aPaymentTakenBackOn(19);
    await agency.until(140);
    const akte = await agency.akte();
    const [first, ...stages] = akte.messages.filter((m) => m.state === 'sent' && m.key.matter === 'M2' && m.demand);
    expect(first?.demand?.claims).toEqual(['F2']);
    expect(stages.map((m) => [m.key.stage, m.demand?.claims])).toEqual(
      [1, 1, 2, 2, 3, 3].map((stage) => [stage, ['F1', 'F2']]),
    );
    expect(akte.messages.at(-1)?.key).toMatchObject({ matter: 'M2', stage: 3 });
    expect(Object.keys(akte.courtDecisionDue).sort()).toEqual(['M1', 'M2']);
  });

  test('paid alone does not end the older one, nor the older one it', async () => {
    for (const [paid, left] of [
      [F2, F1],
      [F1, F2],
    ] as const) {
      const agency = anAgencyAtWork();
      await agency.handIn(anInvoice(1, -20, 163.44));
      await agency.until(12);
      await agency.handIn(anInvoice(2, -1, 100));
      await agency.until(13);
      const own = accountOf(await agency.akte(), agency.on(13)).claims.find((c) => c.claim.id === paid);
      const fee = paid === F1 ? sum(accountOf(await agency.akte(), agency.on(13)).matters.map((m) => m.openFee)) : 0;
      await agency.pay((own?.open ?? 0) + fee, paid);
      await agency.until(40);
      const akte = await agency.akte();
      const account = accountOf(akte, agency.on(40));
      expect([paid, isSettled(account, paid), isSettled(account, left)]).toEqual([paid, true, false]);
      expect(akte.messages.findLast((m) => m.demand)?.demand?.claims).toEqual([left]);
    }
  });
});

describe('whatever comes in whatever order', () => {
  const event = fc.record({
    after: fc.integer({ min: 0, max: 25 }),
    what: fc.constantFrom('due', 'notDue', 'payAll', 'payNewest', 'payPart'),
  });
  test('no two series at once, no deadlines of different Mahnungen that overlap, no fee above that on the joint value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), async (events) => {
        const agency = anAgencyAtWork();
        await agency.handIn(anInvoice(1, -20, 163.44));
        let today = 0;
        let invoices = 1;
        for (const { after, what } of events) {
          await agency.until((today += after));
          const { total, claims } = accountOf(await agency.akte(), agency.on(today));
          const newest = claims.findLast((c) => c.open > 0);
          if (what === 'due') await agency.handIn(anInvoice(++invoices, today - 3, 40 * invoices));
          if (what === 'notDue') await agency.handIn(anInvoice(++invoices, today + 9, 40 * invoices));
          if (what === 'payAll' && total > 0) await agency.pay(total);
          if (what === 'payNewest' && newest) await agency.pay(newest.open, newest.claim.id);
          if (what === 'payPart' && total > 3) await agency.pay(Math.floor(total / 3));
        }
        await agency.until(today + 30);
        oneSeries(await agency.akte());
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * Messages in the order in which they went out: one matter after the other, stages that rise, none before what was
 * asked is due.
 */
const oneSeries = (akte: Akte): void => {
  const sent = akte.messages.filter((m) => m.state === 'sent' && m.demand);
  const seen: string[] = [];
  sent.forEach((message, i) => {
    const { matter, stage } = message.key;
    const before = sent[i - 1];
    if (before?.key.matter !== matter) {
      expect(seen).not.toContain(matter);
      seen.push(matter);
      return;
    }
    expect(stage).toBeGreaterThanOrEqual(before.key.stage);
    if (stage > before.key.stage) expect((message.on ?? '') > (before.demand?.payBy ?? '9')).toBe(true);
  });
  const { asOf, matters } = accountOf(akte, sent.at(-1)?.on ?? akte.matters[0]!.on);
  for (const { fee } of matters) {
    const charged = fee?.parts.flatMap((p) => p.claims) ?? [];
    expect([asOf, new Set(charged).size]).toEqual([asOf, charged.length]);
  }
};
