import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import {
  dynamoBankLines,
  dynamoCreditors,
  dynamoMailLog,
  dynamoOnce,
  dynamoPayouts,
  dynamoProcedures,
} from '../../adapters/dynamodb/stores.ts';
import { dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { accountOf } from '../../domain/account.ts';
import { generationOf, type Akte } from '../../domain/akte.ts';
import { day, monthOf, plusDays, type Day } from '../../domain/calendar.ts';
import type { Cents } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties.ts';
import { STANDARD, onPlainDays } from '../../domain/procedure.ts';
import { startExecution, type Execution, type Standing } from '../../simulator/execution.ts';
import { deployedMachine, runnable, tasksOf } from '../../simulator/machine.ts';
import { AKTE, aClaim, erika, musterversand } from '../../simulator/people.ts';
import { blankPress, memoryArchive, memoryMailbox } from '../../simulator/stores.ts';
import { aWorld, handOver } from '../../simulator/world.ts';
import { writeUnitsOf } from '../../test/support/write-units.ts';
import { noteCall } from '../../usecases/call-debtor.ts';
import type { Workflows } from '../../usecases/ports.ts';
import { bookBankStatement } from '../../usecases/book-bank-statement.ts';
import { runPayout } from '../../usecases/run-payout.ts';

/** What one life came to. `writes`: write units of DynamoDB by what they are for; `runs`: calls of Lambda functions. */
export type Cost = Readonly<{
  name: string;
  days: number;
  messages: Readonly<{ email: number; sms: number; letter: number }>;
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

/**
 * An unpaid standard case on plain days, played by the state machine's file on the real stores; every write is billed
 * as DynamoDB would.
 */
const aLife = async (debtor: Debtor = erika) => {
  const table = openTable('Table', { region: 'eu-central-1' });
  const world = aWorld({ start: START, procedures: [PROCEDURE] });
  const items = new Map<string, Record<string, unknown>>();
  const writes: Record<Part, number> = { handOver: 0, dunning: 0, timers: 0, mailEvents: 0, payments: 0, payout: 0 };
  const bill = async <T>(part: Part, run: () => Promise<T>): Promise<T> => {
    let result: T | undefined;
    writes[part] += await writeUnitsOf(async () => {
      result = await run();
    }, items);
    return result as T;
  };
  const [akten, people, timers] = [
    dynamoAkten(table, world.clock.now),
    dynamoPeople(table),
    dynamoTimers(table, world.clock.now),
  ];
  const ports = {
    ...world.ports,
    akten,
    bankLines: dynamoBankLines(table),
    people,
    creditors: dynamoCreditors(table),
    procedures: dynamoProcedures(table),
  };
  // Not part of a life: the creditor and its procedure are there.
  await writeUnitsOf(async () => {
    await ports.creditors.save(musterversand);
    await ports.procedures.save(PROCEDURE);
  }, items);
  let runs = 0;
  let standing: Standing | undefined;
  const executions: Execution[] = [];
  const counted = runnable(tasksOf(ports), () => {
    runs += 1;
  });
  // The executions are played here; a further generation notes itself in the sweep's list.
  const workflows: Workflows = {
    start: (akte, claim, generation) => timers.note({ akte, claim, generation }),
    stop: async () => undefined,
  };
  await bill('handOver', async () => {
    await handOver({ akten, people, clock: world.clock }, { procedure: PROCEDURE, debtor, invoices: ['RE1'] });
  });
  await bill('timers', () => workflows.start(AKTE, aClaim().id, 1));
  const now = (): Promise<Akte> => bill('dunning', () => akten.get(AKTE));
  return {
    now,
    /** Plays the newest generation until a day, or to its end; a person's decision on the court is its end. */
    until: async (until: Day): Promise<void> => {
      const generation = generationOf(await now(), aClaim().id);
      const before = world.posts.email.sent.length;
      await bill('dunning', async () => {
        if (generation > executions.length) {
          executions.push(
            startExecution(
              deployedMachine(),
              { akte: AKTE, claim: aClaim().id, generation },
              { tasks: counted, retryIn: world.clock.pass },
            ),
          );
          standing = await executions.at(-1)?.advance();
        }
        while (
          standing?.kind === 'waiting' &&
          standing.state !== 'Gerichtliches Mahnverfahren: Entscheidung' &&
          day(standing.until.slice(0, 10)) <= until
        ) {
          world.clock.jumpTo(standing.until);
          standing = await executions.at(-1)?.advance();
        }
      });
      await bill('mailEvents', async () => {
        for (const { reference } of world.posts.email.sent.slice(before))
          for (let n = 0; n < EVENTS_OF_A_MAIL; n++)
            await dynamoMailLog(table).save(reference, 'provider-id-of-an-e-mail-0123456789abcdef');
      });
    },
    jump: (to: Day): void => {
      world.clock.jumpTo(world.clock.instantOf(to));
    },
    call: (stage: number) =>
      bill('dunning', () =>
        noteCall({ ...ports, workflows })({
          akte: AKTE,
          matter: aClaim().matter,
          stage,
          part: 'morning',
          outcome: 'not-reached',
          by: 'operator:anna',
        }),
      ),
    /** A line of our bank's statement names the Akte. */
    pay: (line: string, amount: Cents) =>
      bill('payments', async () => {
        const today = world.clock.today();
        await bookBankStatement({
          ...ports,
          once: dynamoOnce(table),
          archive: memoryArchive(),
          mailbox: memoryMailbox(),
          finance: 'finanzen@example.com',
        })({
          key: 'bank/auszug.xml',
          entries: [
            {
              id: `${line}.0a1b2c3d`,
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
      }),
    payOut: (month: string) =>
      bill('payout', async () => {
        await runPayout({
          ...ports,
          payouts: dynamoPayouts(table),
          press: blankPress(),
          archive: memoryArchive(),
          mailbox: memoryMailbox(),
          once: dynamoOnce(table),
          finance: 'finanzen@example.com',
        })({ month });
      }),
    /** At the end its line in the sweep's list is dropped. */
    cost: async (name: string): Promise<Cost> => {
      await bill('timers', () => timers.drop({ akte: AKTE, claim: aClaim().id, generation: executions.length }));
      const sent = {
        email: world.posts.email.sent.length,
        sms: world.posts.sms.sent.length,
        letter: world.posts.letter.sent.length,
      };
      return {
        name,
        days: (Date.parse(world.clock.today()) - Date.parse(START)) / 86_400_000,
        messages: sent,
        transitions: executions.reduce((n, e) => n + e.path.length, 0),
        runs,
        writes,
      };
    },
  };
};
const FAR = plusDays(START, 400);
const on = (n: number): Day => plusDays(START, n);

const unpaid = async (): Promise<Cost> => {
  const life = await aLife();
  await life.until(FAR);
  return life.cost('unpaid, nobody telephones');
};
const byLetter = async (): Promise<Cost> => {
  const { email: _, ...byPost } = erika;
  const life = await aLife(byPost);
  await life.until(FAR);
  return life.cost('unpaid, no e-mail address');
};
/** In each window three attempts that nobody answers, and the text that follows. */
const unanswered = async (): Promise<Cost> => {
  const life = await aLife();
  for (const [stage, first] of [
    [1, 21],
    [2, 44],
    [3, 70],
  ] as const) {
    await life.until(on(first));
    for (const n of [0, 1, 2]) {
      life.jump(on(first + n));
      await life.call(stage);
    }
    await life.until(on(first + 2));
  }
  await life.until(FAR);
  return life.cost('unpaid, three unanswered calls in each window');
};
const paid = async (): Promise<Cost> => {
  const life = await aLife();
  await life.until(on(5));
  life.jump(on(5));
  await life.pay('0b1c2d3e4f5a6b7c8d9e0f1a', accountOf(await life.now(), on(5)).total);
  await life.until(FAR);
  life.jump(on(31));
  await life.payOut(monthOf(on(5)));
  return life.cost('paid after the reminder, paid out');
};
const paidInTwo = async (): Promise<Cost> => {
  const life = await aLife();
  for (const [n, share] of [
    [12, 2],
    [25, 1],
  ] as const) {
    await life.until(on(n));
    life.jump(on(n));
    await life.pay(`0b1c2d3e4f5a6b7c8d9e0f${n}`, Math.ceil(accountOf(await life.now(), on(n)).total / share) as Cents);
  }
  await life.until(FAR);
  life.jump(on(40));
  await life.payOut(monthOf(on(25)));
  return life.cost('paid in two parts after the 1st Mahnung, paid out');
};

/** The lives that docs/cost.md tells of; the first is the one that the targets are about. */
export const lives = async (): Promise<Cost[]> => {
  const all: Cost[] = [];
  for (const live of [unpaid, unanswered, byLetter, paid, paidInTwo]) all.push(await live());
  return all;
};
