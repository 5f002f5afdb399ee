import { accountOf } from '../../../domain/account/account.ts';
import { day, daysBetween, plusDays, type Day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, PaymentId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { runnable, tasksOf } from '../../../simulator/engine/machine.ts';
import { isAsleep, runningWorkflows } from '../../../simulator/agency/workflows.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { restartLost } from '../../../usecases/operations/restart-lost.ts';
import { START, erika } from '../../support/akte.ts';

const F1 = ClaimId.parse('F1');
const AKTEN = 60;
const DAYS = 100;
const idOf = (n: number): AkteId => AkteId.parse(`MUS-0000-${String(n).padStart(4, '0')}`);

type World = ReturnType<typeof aWorld>;

/** Every fourth debtor has no mail address, another fourth no telephone. */
const debtorOf = (n: number): Debtor => {
  const { email: _, ...unmailed } = erika;
  const { phone: __, ...silent } = erika;
  const customerNumber = `K-${n}`;
  if (n % 4 === 1) return { ...unmailed, customerNumber };
  return n % 4 === 2 ? { ...silent, customerNumber } : { ...erika, customerNumber };
};
/** Every third debtor pays all on a day of its own. */
const payThoseOf = async (world: World, d: number): Promise<void> => {
  for (let n = 0; n < AKTEN; n += 3)
    if ((n * 7) % 95 === d)
      await recordPayment(world.ports)({
        akte: idOf(n),
        id: PaymentId.parse('bank:1'),
        amount: accountOf(await world.akten.get(idOf(n)), world.clock.today()).total,
        valueDate: world.clock.today(),
        via: 'agency',
        source: 'test',
        by: 'operator:test',
      });
};
/** What a debtor or a creditor would notice of a fact. */
const seen = (fact: Fact): string[] => {
  const n = (on: Day): number => daysBetween(day(START), on);
  switch (fact.kind) {
    case 'sent':
      return [`${n(fact.on)} ${fact.message.channel} ${fact.message.stage}`];
    case 'callsOpened':
      return [`${n(fact.from)} calls`];
    case 'paid':
      return [`paid ${fact.amount}`];
    case 'courtDecisionDue':
      return [`${n(fact.on)} court`];
    case 'trouble':
      return ['trouble'];
    default:
      return [];
  }
};
const diariesOf = (world: World): Promise<string[]> =>
  Promise.all(
    Array.from({ length: AKTEN }, async (_, n) =>
      (await world.akten.history(idOf(n))).flatMap((act) => act.facts.flatMap(seen)).join(' · '),
    ),
  );

/**
 * Many Akten on one clock, their executions side by side. `lostOn`: days on which the cloud forgets every execution;
 * swept on the next morning.
 */
const play = async (lostOn: ReadonlySet<number>) => {
  const world = aWorld({ start: day(START) });
  const workflows = runningWorkflows({ clock: world.clock, tasks: runnable(tasksOf(world.ports)) });
  const sweep = restartLost({ ...world.ports, timers: workflows.timers, workflows, executions: workflows.executions });
  for (let n = 0; n < AKTEN; n++) {
    await handOver(world, { akte: idOf(n), procedure: STANDARD, debtor: debtorOf(n) });
    await workflows.start(idOf(n), F1, 1);
  }
  let restarted = 0;
  for (let d = 0; d < DAYS; d++) {
    if (lostOn.has(d - 1)) {
      world.clock.jumpTo(world.clock.instantOf(plusDays(day(START), d)));
      const swept = await sweep();
      restarted += swept.restarted;
      expect(swept).toMatchObject({ failed: 0, finished: true });
    }
    await workflows.runUntil(plusDays(day(START), d));
    await payThoseOf(world, d);
    if (lostOn.has(d)) workflows.loseAll();
  }
  const sent = Object.values(world.posts).flatMap((post) => post.sent.map((s) => s.reference));
  const live = [...workflows.runs.values()].filter(isAsleep).map((r) => r.name);
  return { diaries: await diariesOf(world), sent, restarted, live };
};

test.each([
  [[0]],
  [[4, 5, 6]],
  [[9, 17, 35, 62]],
  [Array.from({ length: 30 }, (_, i) => i * 3)],
  [Array.from({ length: 99 }, (_, i) => i)],
])(
  'every execution is lost on the evening of days %j: each Akte ends as undisturbed, nothing is sent twice',
  async (days) => {
    const undisturbed = await play(new Set());
    const amnesic = await play(new Set(days));
    expect(amnesic.restarted).toBeGreaterThan(0);
    expect(new Set(amnesic.sent).size).toBe(amnesic.sent.length);
    const unlike = amnesic.diaries.filter((diary, n) => diary !== undisturbed.diaries[n]);
    expect(unlike).toEqual([]);
    // Each open claim has one execution that counts; the names say which generation.
    expect(new Set(amnesic.live.map((name) => name.replace(/-g\d+$/, ''))).size).toBe(amnesic.live.length);
  },
);
