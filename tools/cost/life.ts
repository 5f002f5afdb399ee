import { ProviderId } from '../../domain/ids.ts';
import type { Stage } from '../../domain/procedure/states.ts';
import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import {
  dynamoBankLines,
  dynamoMailLog,
  dynamoOnce,
  dynamoPayouts,
  dynamoProcedures,
} from '../../adapters/dynamodb/stores.ts';
import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import { dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { accountOf } from '../../domain/account/account.ts';
import { BankLineId } from '../../domain/account/bank.ts';
import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import { day, monthOf, plusDays, type Day, type Month } from '../../domain/calendar.ts';
import type { Cents } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import { onPlainDays } from '../../domain/procedure/procedure.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { startExecution, type Execution, type Standing } from '../../simulator/engine/execution.ts';
import { deployedMachine, runnable, tasksOf } from '../../simulator/engine/machine.ts';
import { AKTE, aClaim, erika, musterversand } from '../../simulator/agency/people.ts';
import { blankPress, firstVersion, memoryArchive, memoryMailbox } from '../../simulator/agency/stores.ts';
import { aWorld, handOver } from '../../simulator/agency/world.ts';
import { writeUnitsOf } from './write-units.ts';
import { noteCall } from '../../usecases/dunning/call-debtor.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import { bookBankStatement } from '../../usecases/payments/book-bank-statement.ts';
import { runPayout } from '../../usecases/payout/run-payout.ts';
import type { Channel } from '../../domain/procedure/channels.ts';

/** What one life came to. `writes`: write units of DynamoDB by what they are for; `runs`: calls of Lambda functions. */
export type Cost = Readonly<{
  name: string;
  days: number;
  messages: Readonly<Record<Channel, number>>;
  transitions: number;
  runs: number;
  writes: Readonly<Record<Part, number>>;
}>;
export const PARTS = ['handOver', 'dunning', 'timers', 'mailEvents', 'payments', 'payout'] as const;
export type Part = (typeof PARTS)[number];

export const writesOf = ({ writes }: Cost): number => Object.values(writes).reduce((a, b) => a + b, 0);

const START = day('2026-03-02');
const PROCEDURE = { ...onPlainDays(STANDARD), id: 'standard-on-paper' };
/** Of each mail SES reports that it was sent and that it was delivered. */
const EVENTS_OF_A_MAIL = 2;

/** Every write is billed as DynamoDB would, by what it is for. */
const aBill = () => {
  const items = new Map<string, Record<string, unknown>>();
  const writes: Record<Part, number> = { handOver: 0, dunning: 0, timers: 0, mailEvents: 0, payments: 0, payout: 0 };
  return {
    writes,
    on: async <T>(part: Part, run: () => Promise<T>): Promise<T> => {
      let result: T | undefined;
      writes[part] += await writeUnitsOf(async () => {
        result = await run();
      }, items);
      return result as T;
    },
    /** What is not part of a life. */
    unbilled: async (run: () => Promise<void>): Promise<void> => {
      await writeUnitsOf(run, items);
    },
  };
};

type World = ReturnType<typeof aWorld>;
const storesOn = (table: ReturnType<typeof openTable>, { clock }: World) => ({
  akten: dynamoAkten(table, clock.now),
  bankLines: dynamoBankLines(table),
  people: dynamoPeople(table),
  creditors: dynamoCreditors(table),
  proposals: dynamoProposals(table),
  procedures: dynamoProcedures(table),
});

/** Plays the executions of the claim, one generation after the other, by the state machine's file. */
const aPlayer = (ports: Parameters<typeof tasksOf>[0], clock: World['clock']) => {
  let runs = 0;
  let standing: Standing | undefined;
  const executions: Execution[] = [];
  const tasks = runnable(tasksOf(ports), () => {
    runs += 1;
  });
  const begin = async (generation: number): Promise<void> => {
    const input = { akte: AKTE, claim: aClaim().id, generation };
    executions.push(startExecution(deployedMachine(), input, { tasks, retryIn: clock.pass }));
    standing = await executions.at(-1)?.advance();
  };
  return {
    played: () => ({
      generations: executions.length,
      transitions: executions.reduce((n, e) => n + e.path.length, 0),
      runs,
    }),
    /** A person's decision on the court is the end of a life. */
    until: async (generation: number, until: Day): Promise<void> => {
      if (generation > executions.length) await begin(generation);
      while (
        standing?.kind === 'waiting' &&
        standing.state !== 'Gerichtliches Mahnverfahren: Entscheidung' &&
        day(standing.until.slice(0, 10)) <= until
      ) {
        clock.jumpTo(standing.until);
        standing = await executions.at(-1)?.advance();
      }
    },
  };
};

/** An unpaid standard case on plain days, played by the state machine's file on the real stores. */
const aLife = async (debtor: Debtor = erika) => {
  const table = openTable('Table', { region: 'eu-central-1' });
  const world = aWorld({ start: START, procedures: [PROCEDURE] });
  const bill = aBill();
  const timers = dynamoTimers(table, world.clock.now);
  const ports = { ...world.ports, ...storesOn(table, world) };
  const { akten, people } = ports;
  // The creditor and its procedure are there.
  await bill.unbilled(async () => {
    await ports.creditors.append(firstVersion(musterversand));
    await ports.procedures.save(PROCEDURE);
  });
  const player = aPlayer(ports, world.clock);
  // The executions are played here; a further generation notes itself in the sweep's list.
  const workflows: Workflows = {
    start: (akte, claim, generation) => timers.note({ akte, claim, generation }),
    stop: async () => undefined,
  };
  await bill.on('handOver', async () => {
    await handOver({ akten, people, clock: world.clock }, { procedure: PROCEDURE, debtor, invoices: ['RE1'] });
  });
  await bill.on('timers', () => workflows.start(AKTE, aClaim().id, 1));
  return { table, world, ports, timers, workflows, bill, player };
};
type Life = Awaited<ReturnType<typeof aLife>>;

const now = ({ bill, ports }: Life): Promise<Akte> => bill.on('dunning', () => ports.akten.get(AKTE));
/** Plays the newest generation until a day, or to its end. */
const until = async (life: Life, latest: Day): Promise<void> => {
  const { bill, world, player, table } = life;
  const generation = generationOf(await now(life), aClaim().id);
  const before = world.posts.email.sent.length;
  await bill.on('dunning', () => player.until(generation, latest));
  await bill.on('mailEvents', async () => {
    for (const { reference } of world.posts.email.sent.slice(before))
      for (let n = 0; n < EVENTS_OF_A_MAIL; n++)
        await dynamoMailLog(table).save(reference, ProviderId.parse('provider-id-of-an-e-mail-0123456789abcdef'));
  });
};
const jump = ({ world }: Life, to: Day): void => {
  world.clock.jumpTo(world.clock.instantOf(to));
};
const call = ({ bill, ports, workflows }: Life, stage: Stage) =>
  bill.on('dunning', () =>
    noteCall({ ...ports, workflows })({
      akte: AKTE,
      matter: aClaim().matter,
      stage,
      part: 'morning',
      outcome: 'not-reached',
      by: 'operator:anna',
    }),
  );

/** What the office is told and shown costs nothing here. */
const officeOn = (table: Life['table']) => ({
  unmatchedList: () => '',
  once: dynamoOnce(table),
  archive: memoryArchive(),
  mailbox: memoryMailbox(),
  finance: 'finanzen@example.com',
});
/** A line of our bank's statement names the Akte. */
const pay = ({ bill, ports, table, world }: Life, line: string, amount: Cents) =>
  bill.on('payments', async () => {
    const today = world.clock.today();
    await bookBankStatement({ ...ports, ...officeOn(table) })({
      key: 'bank/auszug.xml',
      entries: [
        {
          id: BankLineId.parse(`${line}.0a1b2c3d`),
          account: 'DE02120300000000202051',
          bookedOn: today,
          valueDate: today,
          amount,
          remittance: `${AKTE} Zahlung auf Ihre Rechnung`,
          payerName: erika.name,
          payerIban: 'DE02500105170137075030',
          reversal: false,
        },
      ],
    });
  });
const payOut = ({ bill, ports, table }: Life, month: Month) =>
  bill.on('payout', async () => {
    const payouts = dynamoPayouts(table);
    await runPayout({ ...ports, ...officeOn(table), payouts, press: blankPress() })({ month });
  });

/** At the end its line in the sweep's list is dropped. */
const costOf = async ({ bill, timers, world, player }: Life, name: string): Promise<Cost> => {
  const { generations, transitions, runs } = player.played();
  await bill.on('timers', () => timers.drop({ akte: AKTE, claim: aClaim().id, generation: generations }));
  const { email, sms, letter } = world.posts;
  return {
    name,
    days: (Date.parse(world.clock.today()) - Date.parse(START)) / 86_400_000,
    messages: { email: email.sent.length, sms: sms.sent.length, letter: letter.sent.length },
    transitions,
    runs,
    writes: bill.writes,
  };
};

const FAR = plusDays(START, 400);
const on = (n: number): Day => plusDays(START, n);

const unpaid = async (): Promise<Cost> => {
  const life = await aLife();
  await until(life, FAR);
  return costOf(life, 'unpaid, nobody telephones');
};
const byLetter = async (): Promise<Cost> => {
  const { email: _, ...byPost } = erika;
  const life = await aLife(byPost);
  await until(life, FAR);
  return costOf(life, 'unpaid, no e-mail address');
};
/** In each window three attempts that nobody answers, and the text that follows. */
const unanswered = async (): Promise<Cost> => {
  const life = await aLife();
  for (const [stage, first] of [
    [1, 21],
    [2, 44],
    [3, 70],
  ] as const) {
    await until(life, on(first));
    for (const n of [0, 1, 2]) {
      jump(life, on(first + n));
      await call(life, stage);
    }
    await until(life, on(first + 2));
  }
  await until(life, FAR);
  return costOf(life, 'unpaid, three unanswered calls in each window');
};
const paid = async (): Promise<Cost> => {
  const life = await aLife();
  await until(life, on(5));
  jump(life, on(5));
  await pay(life, '0b1c2d3e4f5a6b7c8d9e0f1a', accountOf(await now(life), on(5)).total);
  await until(life, FAR);
  jump(life, on(31));
  await payOut(life, monthOf(on(5)));
  return costOf(life, 'paid after the reminder, paid out');
};
const paidInTwo = async (): Promise<Cost> => {
  const life = await aLife();
  for (const [n, share] of [
    [12, 2],
    [25, 1],
  ] as const) {
    await until(life, on(n));
    jump(life, on(n));
    await pay(life, `0b1c2d3e4f5a6b7c8d9e0f${n}`, Math.ceil(accountOf(await now(life), on(n)).total / share) as Cents);
  }
  await until(life, FAR);
  jump(life, on(40));
  await payOut(life, monthOf(on(25)));
  return costOf(life, 'paid in two parts after the 1st Mahnung, paid out');
};

/** The lives that docs/cost.md tells of; the first is the one that the targets are about. */
export const lives = async (): Promise<Cost[]> => {
  const all: Cost[] = [];
  for (const live of [unpaid, unanswered, byLetter, paid, paidInTwo]) all.push(await live());
  return all;
};
