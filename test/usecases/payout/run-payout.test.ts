import { Month } from '../../../domain/calendar.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, PaymentId, ProposalId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { runPayout } from '../../../usecases/payout/run-payout.ts';
import { endToEndIdsIn, painXml } from '../../../adapters/bank/pain.ts';
import { withApprovedAccount } from '../../../domain/parties/decide-mandate.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { startClaims } from '../../../usecases/hand-over/start-lot.ts';
import { AKTE, aClaim } from '../../../simulator/agency/people.ts';
import {
  blankPress,
  memoryArchive,
  memoryMailbox,
  memoryOnce,
  memoryPayouts,
  recordedWorkflows,
} from '../../../simulator/agency/stores.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';

const MUS = CreditorId.parse('MUS');
/** An Akte with one claim of 120 €, handed over on 2 March, and money that comes when it is told to. */
const anAgency = async () => {
  const world = aWorld({ start: day('2026-03-02') });
  await handOver(world, { procedure: { id: 'standard', version: 1 } });
  const on = (date: string): void => {
    world.clock.jumpTo(world.clock.instantOf(day(date)));
  };
  const pay = (id: string, euros: number): Promise<unknown> =>
    recordPayment(world.ports)({
      akte: AKTE,
      id: PaymentId.parse(id),
      amount: cents(euros * 100),
      valueDate: world.clock.today(),
      via: 'agency',
      source: 'x',
      by: 'system:bank',
    });
  const ports = {
    ...world.ports,
    payouts: memoryPayouts(),
    press: blankPress(),
    archive: memoryArchive(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    finance: 'finanzen@example.com',
  };
  return {
    ...world,
    on,
    pay,
    ports,
    run: async (month: string) =>
      (await runPayout(ports)({ month: Month.parse(month) })).payouts.flatMap((p) =>
        p.lines.map((l) => [l.paymentId, l.received, l.toPrincipal, l.overpaid]),
      ),
  };
};
/** A further claim of 30 €, invoiced on the same day as the first and handed over today. */
const joined = async ({ akten, clock }: Awaited<ReturnType<typeof anAgency>>): Promise<void> => {
  const matter = MatterId.parse('M2');
  const fact: Fact = {
    kind: 'handedOver',
    handOver: HandOverId.parse('h2'),
    on: clock.today(),
    matter,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim(2, { matter, principal: cents(30_00) })],
  };
  await akten.append(AKTE, (await akten.get(AKTE)).version, { by: 'client:MUS', facts: [fact] });
};

test('months that were left out are paid out with the next one', async () => {
  const { on, pay, run } = await anAgency();
  on('2026-03-20');
  await pay('1', 20);
  on('2026-06-01');
  expect(await run('2026-05')).toEqual([['1', 20_00, 20_00, 0]]);
});

test('and are not decided any more: their money would be paid out twice', async () => {
  const { on, pay, run, ports } = await anAgency();
  on('2026-03-20');
  await pay('1', 20);
  on('2026-05-01');
  expect(await run('2026-04')).toHaveLength(1);
  expect(await run('2026-03')).toEqual([]);
  expect(await run('2026-04')).toHaveLength(1);
  expect(await ports.payouts.find((await ports.creditors.list())[0]!.id, Month.parse('2026-03'))).toBeNull();
});

test('a run that died after its decision: the next month pays out what is new, and only that', async () => {
  const { on, pay, run, ports, akten } = await anAgency();
  on('2026-03-20');
  await pay('1', 20);
  on('2026-04-01');
  const press = {
    ...ports.press,
    statement: async () => {
      throw new Error('no paper');
    },
  };
  await expect(runPayout({ ...ports, press })({ month: Month.parse('2026-03') })).rejects.toThrow('no paper');
  expect((await akten.get(AKTE)).paidOut).toEqual([]);
  await pay('2', 30);
  on('2026-05-01');
  expect(await run('2026-04')).toEqual([['2', 30_00, 30_00, 0]]);
  expect((await akten.get(AKTE)).paidOut.map((o) => o.month)).toEqual(['2026-03', '2026-04']);
});

test('what was overpaid goes to the creditor when a claim that is handed in later takes it', async () => {
  const agency = await anAgency();
  const { on, pay, run } = agency;
  on('2026-03-20');
  await pay('1', 200);
  on('2026-04-01');
  const [first] = await run('2026-03');
  expect(first?.[3]).toBeGreaterThan(30_00);
  on('2026-05-20');
  await joined(agency);
  on('2026-06-01');
  const [moved] = await run('2026-05');
  expect(moved).toEqual(['1', 0, 30_00, expect.any(Number)]);
  expect(Number(moved?.[3])).toBeLessThanOrEqual(-30_00);
});

describe('claims that join an Akte', () => {
  test('have all its claims asked for again: one of them may be open once more', async () => {
    const agency = await anAgency();
    await agency.pay('1', 120);
    await joined(agency);
    const workflows = recordedWorkflows();
    await startClaims({ ...agency.ports, workflows })([`${AKTE}-F2`]);
    expect(workflows.started).toEqual([`${AKTE}-F2-g1`, `${AKTE}-F1-g1`]);
  });
  test('each in the generation that leads it', async () => {
    const agency = await anAgency();
    await agency.pay('1', 120);
    await joined(agency);
    await agency.akten.append(AKTE, 3, {
      by: 'system:sweep',
      facts: [{ kind: 'restarted', claims: [ClaimId.parse('F1')], generation: 3 }],
    });
    const workflows = recordedWorkflows();
    await startClaims({ ...agency.ports, workflows })([`${AKTE}-F2`]);
    expect(workflows.started).toEqual([`${AKTE}-F2-g1`, `${AKTE}-F1-g3`]);
  });
  test('a new Akte is not read for it', async () => {
    const workflows = recordedWorkflows();
    await startClaims({
      akten: {
        get: () => {
          throw new Error('read');
        },
      },
      workflows,
    })([`${AKTE}-F1`, `${AKTE}-F2`]);
    expect(workflows.started).toEqual([`${AKTE}-F1-g1`, `${AKTE}-F2-g1`]);
  });
});

describe('a payout run', () => {
  const twoCreditors = async () => {
    const agency = await anAgency();
    await agency.pay('bank:1', 60);
    const [mus] = await agency.ports.creditors.list();
    if (!mus) throw new Error('no creditor');
    const broken = { ...mus, id: CreditorId.parse('AAA'), name: 'Andere AG', email: 'andere@example.com' };
    const fails = { yes: true };
    const ports = {
      ...agency.ports,
      press: { ...blankPress(), transfers: painXml, orderedIn: endToEndIdsIn },
      creditors: { ...agency.ports.creditors, list: async () => [broken, mus] },
      akten: {
        ...agency.ports.akten,
        each: (id: CreditorId) => {
          if (id === 'AAA' && fails.yes) throw new Error('kaputt');
          return agency.ports.akten.each(id);
        },
      },
    };
    return { ...agency, ports, fails };
  };

  test('ended for all with one failing creditor: each is paid for itself, the failing one is named and can be run again (A4)', async () => {
    const { ports, fails, on } = await twoCreditors();
    on('2026-04-01');
    await expect(runPayout(ports)({ month: Month.parse('2026-03') })).rejects.toThrow('AAA');
    const first = String(ports.archive.files['payouts/2026-03/ueberweisungen.xml']);
    expect(first).toContain('MW-2026-03-MUS');
    expect(ports.mailbox.mails.at(-1)?.text).toContain('Nicht berechnet werden konnte: Andere AG');
    fails.yes = false;
    const { payouts } = await runPayout(ports)({ month: Month.parse('2026-03') });
    expect(payouts.map((p) => p.creditorId)).toEqual(['AAA', 'MUS']);
    // Nothing is ordered twice: what stands in the first file may be at the bank already.
    expect(String(ports.archive.files['payouts/2026-03/ueberweisungen.xml'])).toBe(first);
    expect(ports.archive.files['payouts/2026-03/ueberweisungen-2.xml']).toBeUndefined();
  });

  test('on 20 April kept the execution day of 1 April: an order is executed on the day of its run or the next banking day (D19)', async () => {
    const { ports, on, pay } = await anAgency();
    await pay('bank:1', 60);
    on('2026-04-01');
    const dying = {
      ...ports,
      press: { ...blankPress(), transfers: painXml, orderedIn: endToEndIdsIn },
      archive: {
        ...ports.archive,
        put: async (key: string, ...content: [Uint8Array | string, string]) => {
          if (key.endsWith('.xml')) throw new Error('abgestürzt');
          return ports.archive.put(key, ...content);
        },
      },
    };
    await expect(runPayout(dying)({ month: Month.parse('2026-03') })).rejects.toThrow('abgestürzt');
    on('2026-04-18');
    await runPayout({ ...dying, archive: ports.archive })({ month: Month.parse('2026-03') });
    expect(String(ports.archive.files['payouts/2026-03/ueberweisungen.xml'])).toMatch(
      /<ReqdExctnDt>\s*<Dt>2026-04-20<\/Dt>/,
    );
  });

  test('told only finance: the creditor gets its statement by mail, once, and none for a month without anything (D20)', async () => {
    const { ports, on, pay } = await anAgency();
    await pay('bank:1', 60);
    on('2026-04-01');
    await runPayout(ports)({ month: Month.parse('2026-03') });
    await runPayout(ports)({ month: Month.parse('2026-03') });
    const toCreditor = ports.mailbox.mails.filter((m) => m.to === 'buchhaltung@example.com');
    expect(toCreditor).toHaveLength(1);
    expect(toCreditor[0]).toMatchObject({
      subject: expect.stringContaining('Auszahlung März 2026'),
      attachments: [{ name: 'Auszahlung-MW-2026-03-MUS.pdf' }, { name: 'Auszahlung-MW-2026-03-MUS.csv' }],
    });
    on('2026-05-01');
    await runPayout(ports)({ month: Month.parse('2026-04') });
    expect(ports.mailbox.mails.filter((m) => m.to === 'buchhaltung@example.com')).toHaveLength(1);
  });

  test('went to an account that was changed the day before: it waits, finance is told, and all others are paid', async () => {
    const { ports, fails, on } = await twoCreditors();
    fails.yes = false;
    const mandate = await ports.creditors.current(MUS);
    if (!mandate) throw new Error('no mandate');
    const change = { proposal: ProposalId.parse('MUS-K1'), payFrom: day('2026-04-03') };
    const account = { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' };
    await ports.creditors.append(withApprovedAccount(mandate, { ...mandate, account, change }));
    const [broken] = await ports.creditors.list();
    const now = { ...ports.creditors, list: async () => [...(broken ? [broken] : []), await ports.creditors.get(MUS)] };
    const run = () => runPayout({ ...ports, creditors: now })({ month: Month.parse('2026-03') });
    const order = (): string => String(ports.archive.files['payouts/2026-03/ueberweisungen.xml'] ?? '');

    on('2026-04-01');
    const first = await run();
    expect([first.payouts.map((p) => p.creditorId), first.waiting]).toEqual([['AAA'], ['MUS']]);
    expect(order()).toBe('');
    expect(await ports.payouts.find(MUS, Month.parse('2026-03'))).toBeNull();
    expect(ports.mailbox.mails.at(-1)?.text).toContain('- Musterversand GmbH: ab dem 03.04.2026');

    on('2026-04-09');
    const second = await run();
    expect([second.payouts.map((p) => p.creditorId), second.waiting]).toEqual([['AAA', 'MUS'], []]);
    expect(order()).toContain(account.iban);
    expect(ports.mailbox.mails.filter((m) => m.to === ports.finance)).toHaveLength(2);
  });

  test('what was decided before the account was changed goes where it said', async () => {
    const { ports, on, pay } = await anAgency();
    await pay('bank:1', 60);
    on('2026-04-01');
    await runPayout(ports)({ month: Month.parse('2026-03') });
    const mandate = await ports.creditors.current(MUS);
    if (!mandate) throw new Error('no mandate');
    const change = { proposal: ProposalId.parse('MUS-K1'), payFrom: day('2026-04-05') };
    const account = { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' };
    await ports.creditors.append(withApprovedAccount(mandate, { ...mandate, account, change }));
    const again = await runPayout(ports)({ month: Month.parse('2026-03') });
    expect(again.waiting).toEqual([]);
    expect(again.payouts.map((p) => p.account)).toEqual([mandate.creditor.account]);
  });
});
