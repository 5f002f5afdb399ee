import { accountOf } from '../../domain/account/account.ts';
import { day, daysBetween, type Day } from '../../domain/calendar.ts';
import { ClaimId, MessageReference, PaymentId } from '../../domain/ids.ts';
import { type Claim } from '../../domain/akte/claim.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { demandOf } from '../../domain/letters/demand.ts';
import { cents } from '../../domain/money.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { runnable, tasksOf } from '../../simulator/engine/machine.ts';
import { runningWorkflows } from '../../simulator/agency/workflows.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { rheinbogen } from '../support/notices.ts';
import { AKTE, aClaim, musterversand } from '../support/akte.ts';
import { aProcess } from '../support/process.ts';

/** A Monday; day 35 is Easter Monday, so the first Mahnung goes on Tuesday. */
const INVOICE = '2026-03-02';
const fresh = (n = 1, more: Partial<Claim> = {}): Claim =>
  aClaim(n, { invoiceDate: day(INVOICE), dueOn: day('2026-03-16'), contractDate: day(INVOICE), ...more });
const onDay = (on: Day): number => daysBetween(day(INVOICE), on);
const aRun = (more: Parameters<typeof aProcess>[0] = {}) =>
  aProcess({ procedure: RECEIVABLES, start: INVOICE, claims: [fresh()], ...more });

test('from the invoice on: reminder 21, first Mahnung 35 (Easter: 36), second by letter 49, hand-over 63; then collection begins in the same Akte', async () => {
  const process = await aRun();
  expect(await process.run()).toBe('Ans Inkasso übergeben');
  expect(await process.told()).toEqual(['21 email 0', '36 email 1', '49 letter 2']);
  const akte = await process.akten.get(AKTE);
  expect(akte.matters).toMatchObject([
    { id: 'M1', claims: [], procedure: { id: 'receivables' } },
    { id: 'M2', claims: ['F1'], from: 'M1', procedure: { id: 'standard-no-phase1', version: 1 } },
  ]);
  expect(onDay(akte.matters[1]!.on)).toBe(63);
  expect(akte.claims.map((c) => c.matter)).toEqual(['M2']);
  expect(await process.run('F1', 2)).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect((await process.told()).slice(3, 6)).toEqual(['63 email 1', '63 sms 1', '71 letter 1']);
});

test('while the invoice may still be paid the case says so, and an operator sees the latest permitted day', async () => {
  const process = await aRun();
  expect(await process.run('F1', 1, 20)).toBe('Zahlungsziel läuft');
  const { step, grund } = await process.tasks.Decide({ akte: AKTE, claim: fresh().id, generation: 1 });
  expect({ step, grund }).toEqual({
    step: 'Zahlungsziel läuft',
    grund: 'Mahnung per E-Mail (Zahlungserinnerung) am 23.03.2026, spätestens am 26.03.2026',
  });
});

test('without e-mail all three go by post, on the same days', async () => {
  const process = await aRun({ without: ['email'] });
  await process.run();
  expect(await process.told()).toEqual(['21 letter 0', '36 letter 1', '49 letter 2']);
});

test('handed over late, nothing is made up for at once: each stage leaves its own time to pay', async () => {
  const process = await aProcess({ procedure: RECEIVABLES, start: '2026-04-13', claims: [fresh()] });
  await process.run();
  expect(await process.told()).toEqual(['0 email 0', '8 email 1', '16 letter 2']);
});

test("the Mahngebühr stands in the second Mahnung, once, as the creditor's own cost with its basis; the collection fee comes only with collection", async () => {
  const process = await aRun();
  await process.run('F1', 1, 60);
  const akte = await process.akten.get(AKTE);
  const account = accountOf(akte, process.clock.today());
  expect(account.claims[0]).toMatchObject({ flatFees: [{ stage: 2, amount: 250, basis: 'agb' }], costs: 250 });
  expect(account.matters.every((m) => m.fee === null)).toBe(true);
  const lines = statementOf(akte, account).sections.find((s) => s.id === 'claims')!.lines;
  expect(lines.map((l) => [l.id, l.amount])).toContainEqual(['F1.flatFee.2', 250]);
  expect(lines.find((l) => l.id === 'F1.flatFee.2')).toMatchObject({
    label: 'Mahngebühr vom 20.04.2026',
    ground: 'Allgemeine Geschäftsbedingungen, § 280 Abs. 1, 2, § 286 BGB',
  });
  expect(akte.messages.map((m) => m.demand?.flatFee?.amount ?? 0)).toEqual([0, 0, 250]);
});

test("default that began with the creditor's own reminder goes on in collection, and bears the fee of its first demand", async () => {
  const process = await aRun();
  await process.run();
  await process.run('F1', 2, 70);
  const account = accountOf(await process.akten.get(AKTE), process.clock.today());
  expect(account.claims[0]?.default).toEqual({
    since: '2026-03-31',
    ground:
      'Die Zahlungserinnerung vom 23.03.2026 mit Frist bis zum 30.03.2026 ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).',
  });
  expect(account.claims[0]?.costs).toBe(250);
  expect(account.matters.find((m) => m.matter === 'M2')?.fee).not.toBeNull();
});

test('a payment on the day before ends the run; nothing is handed over', async () => {
  const process = await aRun();
  process.plan.push({
    day: day('2026-05-03'),
    act: async () =>
      recordPayment(process.ports)({
        akte: AKTE,
        id: PaymentId.parse('b1'),
        amount: accountOf(await process.akten.get(AKTE), process.clock.today()).total,
        valueDate: process.clock.today(),
        via: 'agency',
        source: 't',
        by: 'operator:t',
      }),
  });
  expect(await process.run()).toBe('Erledigt');
  expect((await process.akten.get(AKTE)).matters).toHaveLength(1);
});

test('a claim that is paid stays where it is', async () => {
  const process = await aRun({ claims: [fresh(1), fresh(2)] });
  process.plan.push({
    day: day('2026-03-10'),
    act: () =>
      recordPayment(process.ports)({
        akte: AKTE,
        id: PaymentId.parse('b1'),
        amount: cents(120_00),
        claim: fresh(1).id,
        valueDate: day('2026-03-10'),
        via: 'creditor',
        source: 't',
        by: 'operator:t',
      }),
  });
  await process.run('F2');
  expect((await process.akten.get(AKTE)).matters.map((m) => m.claims)).toEqual([['F1'], ['F2']]);
  expect(await process.run('F1')).toBe('Erledigt');
});

test('a run with nothing after it ends', async () => {
  const process = await aProcess({
    procedure: Procedure.parse({ ...STANDARD, id: 'short', levels: STANDARD.levels.slice(0, 1), after: 'none' }),
  });
  expect(await process.run()).toBe('Mahnlauf beendet');
  expect(await process.told()).toEqual(['0 email 0']);
});

test("the letters are the creditor's: its head, its name below, who carries them out; no § 13a RDG and no collection costs", async () => {
  const process = await aRun();
  await process.run('F1', 1, 40);
  const akte = await process.akten.get(AKTE);
  const level = RECEIVABLES.levels[2]!;
  const { facts } = demandOf({
    akte,
    matter: akte.matters[0]!,
    level,
    procedure: RECEIVABLES,
    channel: 'letter',
    reference: MessageReference.parse(`${AKTE}-M1-2-letter`),
    today: day('2026-04-20'),
    agency: rheinbogen,
    creditor: musterversand,
    enclosures: [],
  });
  const notice = composeNotice(facts);
  expect(notice.sender).toEqual({ name: musterversand.name, address: musterversand.address, legal: [] });
  expect(notice.signature).toContain(musterversand.name);
  expect(notice.closing.join(' ')).toContain('übergeben wir die Forderung an Rheinbogen Inkasso GmbH zum Inkasso');
  expect(notice.closing.join(' ')).not.toContain('gericht');
  expect(composeNotice({ ...facts, first: true }).information.map((s) => s.heading)).toEqual([
    'Wer dieses Schreiben versendet',
  ]);
  expect(notice.positions.map((p) => p.label)).toEqual([
    'Rechnung RE-1 vom 02.03.2026',
    'Mahngebühr vom 20.04.2026',
    'Verzugszinsen',
  ]);
});

test("left to itself: the executions of the creditor's run start those of collection, and exactly one lives for each claim", async () => {
  const process = await aRun({ claims: [fresh(1), fresh(2)] });
  const workflows: ReturnType<typeof runningWorkflows> = runningWorkflows({
    clock: process.clock,
    tasks: runnable(tasksOf({ ...process.ports, workflows: { start: (...of) => workflows.start(...of) } })),
  });
  for (const claim of ['F1', 'F2']) await workflows.start(AKTE, ClaimId.parse(claim), 1);
  await workflows.runUntil(day('2026-05-12'));
  const ended = [...workflows.runs.values()].map((r) => [r.name, r.failed, r.standing?.state]);
  expect(ended).toEqual([
    [`${AKTE}-F1-g1`, null, 'Ans Inkasso übergeben'],
    [`${AKTE}-F2-g1`, null, 'Ans Inkasso übergeben'],
    [`${AKTE}-F1-g2`, null, 'Mahnstufe 1: Frist'],
    [`${AKTE}-F2-g2`, null, 'Mahnstufe 1: Frist'],
  ]);
  expect((await process.told()).filter((l) => !l.endsWith('sms 1'))).toEqual([
    '21 email 0',
    '36 email 1',
    '49 letter 2',
    '63 email 1',
    '71 letter 1',
  ]);
});
