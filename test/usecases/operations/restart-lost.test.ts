import { accountOf } from '../../../domain/account/account.ts';
import { generationOf } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId, MatterId, PaymentId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { executionName } from '../../../statemachines/dunning.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { noteAll, restartLost } from '../../../usecases/operations/restart-lost.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { AKTE, START, TERMS, aClaim, erika, musterversand } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { memoryMachine } from '../../../simulator/agency/machine.ts';
import { memoryCreditors, memoryPeople, memoryProcedures } from '../../../simulator/agency/stores.ts';
import { memoryTimers } from '../../../simulator/agency/timers.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';

const F1 = ClaimId.parse('F1');
const BEGUN: readonly Fact[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h1'),
    on: day(START),
    matter: MatterId.parse('M1'),
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim()],
  },
];
type Machine = ReturnType<typeof memoryMachine>;
const begin = async (id: AkteId, akten: ReturnType<typeof memoryAkten>, machine: Machine): Promise<void> => {
  await akten.append(id, 0, { by: 'operator:test', facts: BEGUN });
  await machine.start(id, F1, 1);
};
/** Akten of one creditor with one claim each, all started. */
const anAgency = async (n: number) => {
  const clock = virtualClock(START);
  const akten = memoryAkten(clock.now);
  const timers = memoryTimers();
  const machine = memoryMachine(timers, clock.now);
  const ids = Array.from({ length: n }, (_, i) => AkteId.parse(`MUS-0000-${String(i).padStart(4, '0')}`));
  for (const id of ids) await begin(id, akten, machine);
  const ports = {
    clock,
    akten,
    people: memoryPeople(),
    timers,
    workflows: machine,
    executions: machine.executions,
    procedures: memoryProcedures(),
    creditors: memoryCreditors(musterversand),
  };
  const [first = AKTE] = ids;
  const pay = async (id: AkteId) =>
    recordPayment(ports)({
      akte: id,
      id: PaymentId.parse('bank:1'),
      amount: accountOf(await akten.get(id), clock.today()).total,
      valueDate: clock.today(),
      via: 'agency',
      source: 'test',
      by: 'operator:test',
    });
  return {
    ...ports,
    ports,
    machine,
    ids,
    first,
    pay,
    sweep: restartLost(ports),
    generation: async (id: AkteId) => generationOf(await akten.get(id), F1),
  };
};
const nothing = { running: 0, ended: 0, started: 0, restarted: 0, renewed: 0, failed: 0, finished: true };

test('everything runs: the sweep opens no Akte and changes nothing', async () => {
  const { sweep, akten, machine } = await anAgency(3);
  akten.find = () => Promise.reject(new Error('opened'));
  expect(await sweep()).toEqual({ ...nothing, running: 3 });
  expect(machine.started()).toBe(3);
});

test('all executions are lost: each claim goes on in its next generation, once, however often it is swept', async () => {
  const { sweep, machine, ids, generation } = await anAgency(150);
  machine.loseAll();
  expect(await sweep()).toEqual({ ...nothing, restarted: 150 });
  expect(machine.live()).toHaveLength(150);
  expect(await sweep()).toEqual({ ...nothing, running: 150 });
  for (const id of ids) expect(await generation(id)).toBe(2);
});

test('two sweeps at once start no claim twice', async () => {
  const { sweep, machine, generation, ids } = await anAgency(40);
  machine.loseAll();
  await Promise.all([sweep(), sweep(), sweep()]);
  expect(machine.live()).toHaveLength(40);
  for (const id of ids) expect(await generation(id)).toBe(2);
});

test('an execution that was announced and never began is started as it is, without a new generation', async () => {
  const { sweep, machine, first, generation } = await anAgency(2);
  machine.forget(`${first}-F1-g1`);
  expect(await sweep()).toEqual({ ...nothing, running: 1, started: 1 });
  expect([await generation(first), machine.live().length]).toEqual([1, 2]);
});

test('the new generation was written and its start got lost: the next sweep starts it', async () => {
  const { ports, sweep, machine, first, generation } = await anAgency(1);
  machine.loseAll();
  const faults: string[] = [];
  const broken = restartLost({ ...ports, workflows: { ...machine, start: () => Promise.reject(new Error('lost')) } });
  expect(
    await broken({
      onFault: (of, error) => {
        faults.push(`${executionName(of)} ${String(error)}`);
      },
    }),
  ).toEqual({ ...nothing, failed: 1 });
  expect(faults).toEqual([`${first}-F1-g1 Error: lost`]);
  expect(await sweep()).toEqual({ ...nothing, started: 1 });
  expect([await generation(first), machine.live()]).toEqual([2, [`${first}-F1-g2`]]);
});

test('closed and settled claims are left alone and leave the list', async () => {
  const { ports, sweep, machine, ids, pay, timers } = await anAgency(3);
  const [paid = AKTE, closed = AKTE] = ids;
  machine.loseAll();
  await pay(paid);
  await steerAkte(ports)({ akte: closed, action: 'close', by: 'operator:test', reason: 'Verzicht' });
  machine.loseAll();
  expect(await sweep()).toEqual({ ...nothing, ended: 2, restarted: 1 });
  expect(timers.lines.size).toBe(1);
  expect(await sweep()).toEqual({ ...nothing, running: 1 });
});

test('a line that lags behind its Akte is put right, and nothing is started', async () => {
  const { ports, sweep, machine, first, timers } = await anAgency(1);
  await steerAkte(ports)({ akte: first, action: 'pause', by: 'operator:test', reason: 'Rückfrage' });
  await timers.note({ akte: first, claim: F1, generation: 1 });
  expect(await sweep()).toEqual({ ...nothing, running: 1 });
  expect([timers.lines.get(`${first}-F1`)?.generation, machine.live()]).toEqual([2, [`${first}-F1-g2`]]);
});

test('an execution grows old: a younger one follows it before its year is over', async () => {
  const { ports, sweep, machine, first, clock } = await anAgency(1);
  await steerAkte(ports)({
    akte: first,
    action: 'pause',
    by: 'operator:test',
    reason: 'Titel wird überwacht',
    until: day('2029-03-01'),
  });
  clock.jumpTo('2026-12-20T08:00:00Z');
  expect(await sweep()).toEqual({ ...nothing, running: 1 });
  clock.jumpTo('2027-01-10T08:00:00Z');
  expect(await sweep()).toEqual({ ...nothing, renewed: 1 });
  expect(machine.live()).toEqual([`${first}-F1-g3`]);
  expect(await sweep()).toEqual({ ...nothing, running: 1 });
});

test('one Akte that cannot be read does not hold up the others', async () => {
  const { sweep, machine, akten, first } = await anAgency(70);
  machine.loseAll();
  const find = akten.find;
  akten.find = (id) => (id === first ? Promise.reject(new TypeError('broken')) : find(id));
  expect(await sweep()).toEqual({ ...nothing, restarted: 69, failed: 1 });
});

test('when its time is over the sweep stops, and the next one goes on', async () => {
  const { sweep, machine } = await anAgency(200);
  machine.loseAll();
  let batches = 0;
  expect(await sweep({ mayGoOn: () => ++batches <= 2 })).toEqual({ ...nothing, restarted: 128, finished: false });
  expect(await sweep()).toEqual({ ...nothing, running: 128, restarted: 72 });
  expect(machine.live()).toHaveLength(200);
});

test('the list itself is lost: it is written afresh from the Akten, without those that are settled; the list of people with all', async () => {
  const { ports, sweep, machine, timers, first, ids, pay } = await anAgency(20);
  await pay(first);
  machine.loseAll();
  timers.lines.clear();
  expect(await noteAll(ports)(musterversand.id)).toBe(19);
  expect(await ports.people.sharing(contactPointsOf(erika))).toEqual(ids);
  expect(await sweep()).toEqual({ ...nothing, restarted: 19 });
});

test('ten thousand lost executions are back after one sweep', async () => {
  const { sweep, machine } = await anAgency(10_000);
  machine.loseAll();
  expect(await sweep()).toEqual({ ...nothing, restarted: 10_000 });
  expect(machine.live()).toHaveLength(10_000);
});

describe('the diary after all executions were lost equals that of an undisturbed run', () => {
  const undisturbed = async (): Promise<string[]> => {
    const process = await aProcess();
    await process.run();
    return process.told();
  };
  /** Sweeps as the schedule would, and gives the generation that goes on. */
  const swept = async (process: Awaited<ReturnType<typeof aProcess>>): Promise<number> => {
    const timers = memoryTimers();
    const machine = memoryMachine(timers, process.clock.now);
    await machine.start(AKTE, F1, generationOf(await process.akten.get(AKTE), F1));
    machine.loseAll();
    await restartLost({ ...process.ports, timers, workflows: machine, executions: machine.executions })();
    return generationOf(await process.akten.get(AKTE), F1);
  };

  test.each(Array.from({ length: 88 }, (_, n) => n))('lost on day %i', async (n) => {
    const process = await aProcess();
    await process.run('F1', 1, n);
    await process.run('F1', await swept(process));
    expect(await process.told()).toEqual(await undisturbed());
  });

  /** `when`: whether the work of the fatal task was done before its execution went. */
  const killedAt = async (n: number, when: 'before' | 'after') => {
    const process = await aProcess();
    let calls = 0;
    const tasks = process.tasks as Record<string, (input: any) => Promise<unknown>>;
    for (const [name, task] of Object.entries(tasks)) {
      tasks[name] = async (input: { generation: number }) => {
        const fatal = input.generation === 1 && ++calls > n;
        if (fatal && (calls > n + 1 || when === 'before')) throw new Error('killed');
        const answer = await task(input);
        if (fatal) throw new Error('killed');
        return answer;
      };
    }
    await expect(process.run('F1', 1)).rejects.toThrow('KlaerungGescheitert');
    await process.run('F1', await swept(process));
    return process;
  };
  test.each(
    Array.from({ length: 25 }, (_, n) => n).flatMap(
      (n) =>
        [
          [n, 'before'],
          [n, 'after'],
        ] as const,
    ),
  )('killed at task %i, %s its work was done', async (n, when) => {
    const process = await killedAt(n, when);
    expect(await process.told()).toEqual(await undisturbed());
    for (const post of Object.values(process.posts))
      expect(new Set(post.sent.map((s) => s.reference)).size).toBe(post.sent.length);
  });
});
