import { resourceUsage } from 'node:process';
import { day, plusDays, type Day } from '../domain/calendar.ts';
import { AkteId, ClaimId, type Claim } from '../domain/claim.ts';
import { cents } from '../domain/money.ts';
import type { Debtor } from '../domain/parties.ts';
import { STANDARD, onPlainDays, type Procedure } from '../domain/procedure.ts';
import { playLife } from '../simulator/life.ts';
import { runnable, tasksOf } from '../simulator/machine.ts';
import { aClaim, erika } from '../simulator/people.ts';
import { aWorld, handOver } from '../simulator/world.ts';

const START = day('2026-03-02');
/** The 82-day reading as it stands on paper: what every figure about lives counts. */
const PLAIN: Procedure = onPlainDays(STANDARD);
const LIVES = 250, LINES = 5_000, ROUNDS = 5;
/** What a life consists of: reminder, three times mail, text, letter and phone window, the decision on day 82. */
const [MESSAGES, LAST_DAY] = [10, 82];

const akteId = (n: number): AkteId => AkteId.parse(`MUS-${String(n).padStart(8, '0').replace(/^(.{4})/, '$1-')}`);
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

/** So many unpaid standard lives, one after the other, each in a world of its own; lives per second. */
const lives = async (count: number): Promise<number> => {
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const world = aWorld({ start: START, procedures: [PLAIN] });
    const akte = await handOver(world, { akte: akteId(n), procedure: PLAIN });
    await playLife({ clock: world.clock, tasks: runnable(tasksOf(world.ports)) }, { akte, claim: ClaimId.parse('F1'), generation: 1 });
    const [sent, today] = [Object.values(world.posts).reduce((sum, post) => sum + post.sent.length, 0), world.clock.today()];
    if (sent !== MESSAGES || today !== plusDays(START, LAST_DAY)) throw new Error(`life ${n} sent ${sent} messages until ${today}`);
  }
  return count / ((performance.now() - began) / 1000);
};

/** Three levels by mail and letter, with fees, and nothing else: the work the other module was measured at. */
const THREE_LEVELS: Procedure = { ...PLAIN, id: 'three-levels', levels: STANDARD.levels.slice(1).map((level) => ({ ...level, sms: false, phone: null, letter: 'instead' as const })), after: 'none' };
const line = (n: number): { akte: AkteId; debtor: Debtor; claims: readonly Claim[] } =>
  ({ akte: akteId(n), debtor: { ...erika, customerNumber: `K-${n}` }, claims: [aClaim(1, { invoiceNumber: `RE-${n}`, principal: cents(2_000 + (n * 7_919) % 90_000) })] });

/** Overdue lines in one agency, dunned level by level through the state machine; demands per second, without rendering. */
const dunnings = async (count: number): Promise<number> => {
  const world = aWorld({ start: START, procedures: [THREE_LEVELS] });
  for (let n = 0; n < count; n++) await handOver(world, { ...line(n), procedure: THREE_LEVELS });
  const began = performance.now();
  let latest: Day = START;
  for (let n = 0; n < count; n++) {
    const own = { ...world.ports, clock: aWorld({ start: START }).clock };
    const { state } = await playLife({ clock: own.clock, tasks: runnable(tasksOf(own)) }, { akte: akteId(n), claim: ClaimId.parse('F1'), generation: 1 });
    if (state !== 'Mahnlauf beendet') throw new Error(`line ${n} stands in ${state}`);
    latest = own.clock.today();
  }
  const seconds = (performance.now() - began) / 1000;
  const sent = world.posts.email.sent.length;
  if (sent !== 3 * count) throw new Error(`${sent} demands for ${count} lines until ${latest}`);
  return sent / seconds;
};

/** Lives and dunnings per second on one core, medians of five rounds after one to warm up. The last line is JSON. */
export const benchLife = async (): Promise<string> => {
  await lives(LIVES);
  const [living, dunning]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    living.push(await lives(LIVES));
    dunning.push(await dunnings(LINES));
    say(`round ${round + 1}: ${Math.round(living.at(-1) ?? 0)} lives/s of ${LAST_DAY} days, ${Math.round(dunning.at(-1) ?? 0)} dunnings/s (${LINES} lines, three levels)`);
  }
  return JSON.stringify({ livesPerSecond: Math.round(median(living)), dunningsPerSecond: Math.round(median(dunning)), peakRssMb: Math.round(resourceUsage().maxRSS / 1024) });
};
