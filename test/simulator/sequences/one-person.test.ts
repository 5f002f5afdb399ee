import { day, daysBetween, plusDays, type Day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId } from '../../../domain/ids.ts';
import { Conflict } from '../../../domain/faults.ts';
import { Creditor, type Debtor } from '../../../domain/parties/parties.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { everyOrder, inTurns, playChosen, type Handler, type Turn } from '../../../simulator/sequences/interleave.ts';
import { tasksOf } from '../../../simulator/engine/machine.ts';
import { MATTER, erika, musterversand } from '../../../simulator/agency/people.ts';
import { randomOf } from '../../../simulator/sequences/random.ts';
import { aWorld, handOver, type World } from '../../../simulator/agency/world.ts';
import { taskBehind, type Next, type StepTask } from '../../../statemachines/dunning.ts';

const START = day('2026-03-02');
const IDS = ['MUS-0000-0001', 'STW-0000-0001', 'LAD-0000-0001'].map((id) => AkteId.parse(id)) as [
  AkteId,
  AkteId,
  AkteId,
];
const F1 = ClaimId.parse('F1');
const of = (akte: AkteId) => ({ akte, claim: F1, generation: 1 });
const portsFor = ({ ports, akten, posts }: World, turn: Turn) => ({
  ...ports,
  akten: inTurns(akten, turn),
  posts: { email: inTurns(posts.email, turn), sms: inTurns(posts.sms, turn), letter: inTurns(posts.letter, turn) },
});
/** A task as the state machine runs it: a Conflict is tried again, thirteen times. */
const retried = async (world: World, turn: Turn, task: StepTask, akte: AkteId): Promise<Next> => {
  const tasks = tasksOf(portsFor(world, turn));
  for (let tries = 0; ; tries++) {
    try {
      return await tasks[task](of(akte));
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 13) throw error;
    }
  }
};
/** Everything an execution does today; it ends with what it waits for. */
const today =
  (world: World, akte: AkteId, then: (next: Next) => void = () => undefined): Handler =>
  async (turn) => {
    let next = await retried(world, turn, 'Decide', akte);
    for (let task = taskBehind(next.step); task; task = taskBehind(next.step))
      next = await retried(world, turn, task, akte);
    then(next);
  };
const alone = async (): Promise<void> => undefined;

const aPerson = async (debtors: readonly Debtor[]): Promise<World> => {
  const world = aWorld({
    start: START,
    creditors: ['MUS', 'STW', 'LAD'].map((id) => Creditor.parse({ ...musterversand, id })),
  });
  for (const [i, debtor] of debtors.entries())
    await handOver(world, { akte: IDS[i] ?? IDS[0], debtor, procedure: STANDARD });
  return world;
};
type Sent = Readonly<{ reference: string; on: Day }>;
const sentIn = (world: World, akten: readonly AkteId[] = IDS): Sent[] =>
  Object.values(world.posts).flatMap((post) => post.sent.filter((s) => akten.some((a) => s.reference.startsWith(a))));
const mostInSevenDays = (sent: readonly Sent[]): number =>
  Math.max(0, ...sent.map(({ on }) => sent.filter((s) => s.on <= on && daysBetween(s.on, on) < 7).length));
const references = (world: World): string[] => sentIn(world).map((s) => s.reference);

describe('two creditors, one place left in the person’s budget, in every order of their steps', () => {
  /** Both have sent their first Mahnung by mail today, and the text that goes with it is due at both. */
  const bothTexting = async (): Promise<World> => {
    const world = await aPerson([erika, erika]);
    const tasks = tasksOf(world.ports);
    for (const [d, task] of [
      [0, 'SendEmail'],
      [10, 'SendEmail'],
    ] as const) {
      world.clock.jumpTo(world.clock.instantOf(plusDays(START, d)));
      for (const akte of IDS.slice(0, 2)) await tasks[task](of(akte));
    }
    expect(sentIn(world).filter((s) => s.on === plusDays(START, 10))).toHaveLength(2);
    return world;
  };
  test('one text goes today, the other when there is room again, nothing twice', async () => {
    const orders = await everyOrder(async () => {
      const world = await bothTexting();
      const [a, b] = IDS;
      const handlers = [a, b].map(
        (akte): Handler =>
          (turn) =>
            retried(world, turn, 'SendSms', akte),
      );
      return {
        handlers,
        after: async (order) => {
          expect([order, world.posts.sms.sent.length, mostInSevenDays(sentIn(world))]).toEqual([order, 1, 3]);
          const waiting = world.posts.sms.sent[0]?.reference.startsWith(a) ? b : a;
          const next = await tasksOf(world.ports).Decide(of(waiting));
          expect([order, next.step, next.frist]).toEqual([order, 'Mahnstufe 1: Frist', '19.03.2026']);
          world.clock.jumpTo(next.until ?? '');
          await retried(world, alone, 'SendSms', waiting);
          expect([order, world.posts.sms.sent.map((s) => s.reference).sort()]).toEqual([
            order,
            [a, b].map((akte) => `${akte}-M1-1-sms`).sort(),
          ]);
          expect([order, mostInSevenDays(sentIn(world))]).toEqual([order, 3]);
        },
      };
    });
    expect(orders).toBeGreaterThan(250);
  });

  test('the one whose sender dies after reserving keeps its place; never a fourth message', async () => {
    await everyOrder(async () => {
      const world = await bothTexting();
      world.posts.sms.next.push('lost');
      const handlers = IDS.slice(0, 2).map(
        (akte): Handler =>
          (turn) =>
            tasksOf(portsFor(world, turn)).SendSms(of(akte)),
      );
      return {
        handlers,
        after: async (order) => {
          for (const seconds of [1, 120, 1_000]) {
            world.clock.pass(seconds);
            for (const handler of handlers) await handler(alone).catch(() => undefined);
          }
          expect([order, world.posts.sms.sent.length, mostInSevenDays(sentIn(world))]).toEqual([order, 1, 3]);
        },
      };
    });
  });
});

const other = (n: number): Debtor => ({
  ...erika,
  name: `Person ${n}`,
  email: `person${n}@example.com`,
  phone: `+491511000010${n}`,
  address: { street: `Nebenweg ${n}`, postalCode: '44135', city: 'Dortmund', country: 'DE' },
});
const { email = '', phone = '', address } = erika;
const HOUSEHOLDS: Readonly<Record<string, readonly Debtor[]>> = {
  'one person at three creditors': [erika, erika, erika],
  'a chain: the first and the second share a mailbox, the second and the third a telephone': [
    { ...other(1), email },
    { ...other(2), email, phone },
    { ...other(3), phone },
  ],
  'a letter box that all share, no mail': [1, 2, 3].map((n) => {
    const { email: _, ...unmailed } = other(n);
    return { ...unmailed, name: erika.name, ...(address ? { address } : {}) };
  }),
};
test.each(Object.entries(HOUSEHOLDS))(
  '%s: whatever the order of steps, no contact point gets a fourth message in seven days, and all is sent in the end',
  async (_, debtors) => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = randomOf(seed);
      const world = await aPerson(debtors);
      const wakes = new Map<AkteId, string>();
      for (let d = 0; d <= 110; d++) {
        world.clock.jumpTo(world.clock.instantOf(plusDays(START, d)));
        const awake = IDS.filter(
          (akte) => Date.parse(wakes.get(akte) ?? '') <= world.clock.now().getTime() || !wakes.has(akte),
        );
        await playChosen(
          awake.map((akte) =>
            today(world, akte, ({ until }) => {
              if (until) wakes.set(akte, until);
              else wakes.delete(akte);
            }),
          ),
          (able) => random.pick(able),
        );
      }
      for (const point of new Set(debtors.flatMap(contactPointsOf))) {
        const sharing = IDS.filter((__, i) => contactPointsOf(debtors[i] ?? erika).includes(point));
        expect([seed, point, mostInSevenDays(sentIn(world, sharing)) <= 3]).toEqual([seed, point, true]);
      }
      expect([seed, references(world).length]).toEqual([seed, new Set(references(world)).size]);
      for (const akte of IDS)
        expect([
          seed,
          (await world.akten.get(akte)).courtDecisionDue[MATTER] !== undefined,
          (await world.akten.get(akte)).troubles,
        ]).toEqual([seed, true, []]);
    }
  },
  120_000,
);
