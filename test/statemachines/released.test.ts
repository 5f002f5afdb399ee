import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from '../../domain/account/account.ts';
import { day, plusDays } from '../../domain/calendar.ts';
import { ClaimId, PaymentId } from '../../domain/ids.ts';
import { ACTS, ENDS, WAITS } from '../../domain/procedure/states.ts';
import { machineOf, type Asl, type Machine } from '../../simulator/engine/asl.ts';
import { startExecution } from '../../simulator/engine/execution.ts';
import { playLife } from '../../simulator/engine/life.ts';
import { aslFile, runnable } from '../../simulator/engine/machine.ts';
import { DunningInput, Next, dunning } from '../../statemachines/dunning.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { restartLost } from '../../usecases/operations/restart-lost.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import { isReleased, releasesOf, type Release } from '../../tools/release-asl.ts';
import { AKTE, START } from '../support/akte.ts';
import { aProcess } from '../support/process.ts';
import { memoryMachine } from '../../simulator/agency/machine.ts';
import { recordedWorkflows } from '../../simulator/agency/stores.ts';
import { memoryTimers } from '../../simulator/agency/timers.ts';

/**
 * A running execution keeps the definition it began with for up to a year; the functions it calls are today's. So every
 * definition that was ever deployed lies in statemachines/released (`npm run release:asl` before a deployment that
 * changes it), and is played here against today's functions.
 */
const RELEASES = releasesOf('dunning');
const read = ({ file }: Release): Asl => aslFile(file);
const F1 = ClaimId.parse('F1');
const waitsOf = (asl: Asl): string[] =>
  Object.entries(asl.States).flatMap(([name, s]) => (s.Type === 'Wait' ? [name] : []));
const placeholders = (asl: Asl): string[] => [...JSON.stringify(asl).matchAll(/"\$\{(\w+)\}"/g)].map((m) => m[1] ?? '');

test('there is a released definition, numbered without gaps; today’s file is the newest of them or waits to be released', () => {
  expect(RELEASES.map((r) => r.version)).toEqual(RELEASES.map((_, i) => i + 1));
  expect(RELEASES.length).toBeGreaterThan(0);
  // Between two deployments the file may be ahead; it must never fall back to an older one.
  if (!isReleased(dunning.file))
    for (const r of RELEASES.slice(0, -1)) expect(JSON.stringify(read(r))).not.toBe(JSON.stringify(aslFile()));
});

/**
 * An execution of an old definition that sleeps in `wait`; what the tasks of today answer next is told by `answers`.
 */
const asleepIn = async (machine: Machine, wait: string, answers: readonly string[]) => {
  const queue = [wait, ...answers];
  const answer = async (): Promise<unknown> =>
    Next.parse({ step: queue.shift() ?? 'Erledigt', until: '2026-03-10T07:00:00Z', tag: START, grund: 'x' });
  const tasks = Object.fromEntries(Object.keys(dunning.tasks).map((name) => [`\${${name}}`, answer]));
  const execution = startExecution(machine, DunningInput.parse({ akte: AKTE, claim: 'F1', generation: 1 }), {
    tasks,
    retryIn: () => undefined,
  });
  expect(await execution.advance()).toMatchObject({ kind: 'waiting', state: wait });
  return execution;
};

describe.each(RELEASES)('$file against today’s functions', (released) => {
  const asl = read(released);
  const machine = machineOf(asl);
  const known = new Set(Object.keys(asl.States));

  test('every function it calls is still there', () => {
    expect(placeholders(asl).filter((name) => !(name in dunning.tasks))).toEqual([]);
  });
  test('every wait it can sleep in is still a word of the domain', () => {
    expect(waitsOf(asl).filter((w) => !WAITS.some((x) => x === w))).toEqual([]);
  });

  /** Where an execution comes to rest that is told a word: after an act it is told that all is done. */
  const restsIn = (word: string): string => {
    if (!known.has(word)) return 'Abgelöst';
    return [...WAITS, ...ENDS].some((state) => state === word) ? word : 'Erledigt';
  };
  test.each(waitsOf(asl))('waking in „%s“, whatever today’s code answers leads somewhere good', async (wait) => {
    for (const word of [...ACTS, ...WAITS, ...ENDS]) {
      // A word it does not know: it reports, and the report ends it, so that a younger execution takes over.
      const answers = known.has(word) ? [word] : [word, 'Abgelöst'];
      const execution = await asleepIn(machine, wait, answers);
      const standing = await execution.advance();
      expect(standing.state).toBe(restsIn(word));
      expect(execution.path).not.toContain('Klärung gescheitert');
    }
  });

  test('an unpaid standard case runs through it as through today’s', async () => {
    const diary = async (of: Machine): Promise<readonly [string, readonly string[]]> => {
      const process = await aProcess();
      const { state } = await playLife(
        { clock: process.clock, tasks: runnable(process.tasks) },
        { akte: AKTE, claim: F1, generation: 1 },
        { machine: of },
      );
      return [state, await process.told()];
    };
    expect(await diary(machine)).toEqual(await diary(machineOf(aslFile())));
  });

  test.each([0, 9, 12, 19, 30, 50, 80])('money on day %i stops it', async (n) => {
    const process = await aProcess();
    const pay = async (): Promise<void> => {
      if (process.clock.today() < plusDays(day(START), n) || (await process.akten.get(AKTE)).payments.length > 0)
        return;
      await recordPayment(process.ports)({
        akte: AKTE,
        id: PaymentId.parse('bank:1'),
        amount: accountOf(await process.akten.get(AKTE), process.clock.today()).total,
        valueDate: process.clock.today(),
        via: 'agency',
        source: 'test',
        by: 'operator:test',
      });
    };
    const { state } = await playLife(
      { clock: process.clock, tasks: runnable(process.tasks, pay) },
      { akte: AKTE, claim: F1, generation: 1 },
      { machine },
    );
    expect(state).toBe('Erledigt');
    expect((await process.told()).at(-1)).toMatch(/paid/);
  });

  test('a step that fails is brought before a person; clarified, the case goes on', async () => {
    const process = await aProcess();
    const { press } = process.ports.paper;
    const whole = press.letter;
    press.letter = () => Promise.reject(new TypeError('font missing'));
    const play = (generation: number) =>
      playLife(
        { clock: process.clock, tasks: runnable(process.tasks) },
        { akte: AKTE, claim: F1, generation },
        { machine, until: plusDays(day(START), 20) },
      );
    expect((await play(1)).state).toBe('Klärung');
    press.letter = whole;
    await steerAkte({ ...process.ports, workflows: recordedWorkflows() })({
      akte: AKTE,
      action: 'clarify',
      by: 'operator:test',
      reason: 'nachgesehen',
    });
    expect((await play(2)).state).toMatch(/^Mahnstufe 1/);
  });
});

test('a word the first definition did not know: its execution ends, the sweep starts one that knows it, and no person is asked', async () => {
  const [first] = RELEASES;
  const process = await aProcess();
  const tasks = runnable(process.tasks);
  const timers = memoryTimers();
  const machine = memoryMachine(timers, process.clock.now);
  await machine.start(AKTE, F1, 1);
  await process.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [{ kind: 'held', ground: 'insolvent', on: day(START), by: 'operator:test', reason: 'Insolvenz eröffnet' }],
  });
  expect(
    first &&
      (await playLife(
        { clock: process.clock, tasks },
        { akte: AKTE, claim: F1, generation: 1 },
        { machine: machineOf(read(first)) },
      )),
  ).toMatchObject({ state: 'Abgelöst' });
  machine.end(`${AKTE}-F1-g1`);
  await restartLost({ ...process.ports, timers, workflows: machine, executions: machine.executions })();
  expect(machine.live()).toEqual([`${AKTE}-F1-g2`]);
  expect(
    await playLife({ clock: process.clock, tasks }, { akte: AKTE, claim: F1, generation: 2 }, { restsIn: () => true }),
  ).toMatchObject({ state: 'Insolvenz' });
  expect(await process.told()).toEqual(['0 held']);
  // Where even the younger one does not know the word, a person sees it.
  expect(
    await process.tasks.ReportTrouble({ akte: AKTE, claim: F1, generation: 2, error: 'UnbekannterSchritt' }),
  ).toMatchObject({ step: 'Klärung' });
});

test('the tool freezes what has changed, and only that', () => {
  const package_ = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(package_.scripts['release:asl']).toContain('tools/release-asl.ts');
});
