import { resourceUsage, threadCpuUsage } from 'node:process';
import { accountOf } from '../domain/account/account.ts';
import { day, plusDays } from '../domain/calendar.ts';
import { AkteId, ClaimId } from '../domain/ids.ts';
import { cents } from '../domain/money.ts';
import { onPlainDays, type Procedure } from '../domain/procedure/procedure.ts';
import { STANDARD } from '../domain/procedure/shipped-procedures.ts';
import { virtualClock } from '../simulator/engine/clock.ts';
import { playLife } from '../simulator/engine/life.ts';
import { runnable, tasksOf } from '../simulator/engine/machine.ts';
import { aClaim, erika } from '../simulator/agency/people.ts';
import { aWorld, handOver } from '../simulator/agency/world.ts';

const START = day('2026-03-02');
const F1 = ClaimId.parse('F1');
const LIVES = 500;
const LINES = 5_000;
const ROUNDS = 5;
/**
 * The 82-day reading as it stands on paper, and what such a life consists of: reminder, three times mail, text and
 * letter, and the decision on the court on its last day.
 */
const PLAIN: Procedure = onPlainDays(STANDARD);
const MESSAGES = 10;
const LAST_DAY = 82;
/** Three levels by mail and nothing else, with fees: the work another module was measured at. */
const THREE_LEVELS: Procedure = {
  ...PLAIN,
  id: 'three-levels',
  levels: STANDARD.levels.slice(1).map((level) => ({ ...level, sms: false, phone: null, letter: 'instead' as const })),
  after: 'none',
};

const akteId = (n: number): AkteId => AkteId.parse(`MUS-0000-${String(n).padStart(4, '0')}`);
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
/**
 * What is done in a second of one core's time, however many others share the machine, and in a second by the clock on
 * the wall.
 */
type Rate = Readonly<{ perCore: number; wall: number }>;
const rateOf = async (count: number, work: () => Promise<void>): Promise<Rate> => {
  const cpu = threadCpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = threadCpuUsage(cpu);
  return { perCore: count / ((user + system) / 1e6), wall: count / ((performance.now() - began) / 1000) };
};

/** One unpaid standard life in a world of its own. */
const live = async (): Promise<void> => {
  const world = aWorld({ start: START, procedures: [PLAIN] });
  const akte = await handOver(world, { procedure: PLAIN });
  await playLife({ clock: world.clock, tasks: runnable(tasksOf(world.ports)) }, { akte, claim: F1, generation: 1 });
  const sent = Object.values(world.posts).reduce((sum, post) => sum + post.sent.length, 0);
  if (sent !== MESSAGES || world.clock.today() !== plusDays(START, LAST_DAY))
    throw new Error(`a life sent ${sent} messages until ${world.clock.today()}`);
};
const lives = (): Promise<Rate> =>
  rateOf(LIVES, async () => {
    for (let n = 0; n < LIVES; n++) await live();
  });

/**
 * Overdue lines in one agency, each an Akte, dunned level by level through the state machine; demands without
 * rendering.
 */
const dunnings = async (): Promise<Rate> => {
  const world = aWorld({ start: START, procedures: [THREE_LEVELS] });
  for (let n = 0; n < LINES; n++)
    await handOver(world, {
      akte: akteId(n),
      procedure: THREE_LEVELS,
      debtor: { ...erika, customerNumber: `K-${n}` },
      claims: [aClaim(1, { invoiceNumber: `RE-${n}`, principal: cents(2_000 + ((n * 7_919) % 90_000)) })],
    });
  const rate = await rateOf(3 * LINES, async () => {
    for (let n = 0; n < LINES; n++) {
      const clock = virtualClock(START);
      await playLife(
        { clock, tasks: runnable(tasksOf({ ...world.ports, clock })) },
        { akte: akteId(n), claim: F1, generation: 1 },
      );
    }
  });
  const withFee = accountOf(await world.akten.get(akteId(LINES - 1)), plusDays(START, 40)).matters.every(
    (m) => m.openFee > 0,
  );
  if (world.posts.email.sent.length !== 3 * LINES || !withFee)
    throw new Error(`${world.posts.email.sent.length} demands for ${LINES} lines, fees: ${String(withFee)}`);
  return rate;
};

/** Lives and dunnings per second of one core: medians of five rounds after one to warm up. The last line is JSON. */
export const benchLife = async (): Promise<string> => {
  await lives();
  const living: number[] = [];
  const dunning: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const l = await lives();
    const d = await dunnings();
    living.push(l.perCore);
    dunning.push(d.perCore);
    say(
      `round ${round}: ${Math.round(l.perCore)} lives of ${LAST_DAY} days per second and core (by the wall clock ${Math.round(l.wall)}/s), ${Math.round(d.perCore)} dunnings (${Math.round(d.wall)}/s) of ${LINES} lines on three levels`,
    );
  }
  return JSON.stringify({
    livesPerSecond: Math.round(median(living)),
    dunningsPerSecond: Math.round(median(dunning)),
    peakRssMb: Math.round(resourceUsage().maxRSS / 1024),
  });
};
