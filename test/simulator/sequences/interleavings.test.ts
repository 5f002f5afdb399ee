import { accountOf } from '../../../domain/account/account.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { everyOrder, inTurns, type Handler } from '../../../simulator/sequences/interleave.ts';
import { tasksOf } from '../../../simulator/engine/machine.ts';
import { AKTE, aClaim } from '../../../simulator/agency/people.ts';
import { memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { aWorld, handOver, type World } from '../../../simulator/agency/world.ts';
import { agreeInstalments, offerInstalments } from '../../../usecases/akte/agree-instalments.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const TASKS = {
  'Mahnung per E-Mail': 'SendEmail',
  'SMS-Hinweis': 'SendSms',
  'Mahnung per Brief': 'SendLetter',
  'Telefoninkasso eröffnen': 'OpenCalls',
  'Gerichtliche Entscheidung vorlegen': 'PresentToCourt',
} as const;
type Act = keyof typeof TASKS;
const isAct = (step: string): step is Act => Object.hasOwn(TASKS, step);
const of = (claim = F1) => ({ akte: AKTE, claim, generation: 1 });

/** A world in which this act of this stage is due now and nothing has been done about it. */
const before = async (act: Act, stage: number): Promise<World> => {
  const world = aWorld({ start: day('2026-03-02') });
  await handOver(world, { procedure: STANDARD, claims: [aClaim(1), aClaim(2)] });
  const tasks = tasksOf(world.ports);
  for (let next = await tasks.Decide(of()); ; next = await tasks.Decide(of())) {
    if (next.step === act && next.mahnstufe === stage) return world;
    if (next.until) world.clock.jumpTo(next.until);
    else if (isAct(next.step)) await tasks[TASKS[next.step]](of());
    else throw new Error(`${act} ${stage} never comes: ${next.step}`);
  }
};

/**
 * Ports of one handler: every call on the Akten and on the providers is a step. What the other ports hold the other
 * handler does not change, so their order decides nothing.
 */
const portsFor = ({ ports, akten, posts }: World, turn: () => Promise<void>) => ({
  ...ports,
  akten: inTurns(akten, turn),
  posts: { email: inTurns(posts.email, turn), sms: inTurns(posts.sms, turn), letter: inTurns(posts.letter, turn) },
  workflows: recordedWorkflows(),
  mailbox: memoryMailbox(),
  once: memoryOnce(),
});
const step =
  (world: World, act: Act, claim = F1): Handler =>
  (turn) =>
    tasksOf(portsFor(world, turn))[TASKS[act]](of(claim));
const total = async (world: World) => accountOf(await world.akten.get(AKTE), world.clock.today()).total;
const pay =
  (world: World, amount: number, id = 'bank:1'): Handler =>
  (turn) =>
    recordPayment(portsFor(world, turn))({
      akte: AKTE,
      id: PaymentId.parse(id),
      amount: cents(amount),
      valueDate: world.clock.today(),
      via: 'agency',
      source: 't',
      by: 'operator:t',
    });

const STOPS: Readonly<Record<string, (world: World) => Handler>> = {
  pause: (world) => (turn) =>
    steerAkte(portsFor(world, turn))({ akte: AKTE, action: 'pause', by: 'operator:t', reason: 'r' }),
  close: (world) => (turn) =>
    steerAkte(portsFor(world, turn))({ akte: AKTE, action: 'close', by: 'operator:t', reason: 'r' }),
  dispute: (world) => (turn) =>
    noteAnswer(portsFor(world, turn))({
      akte: AKTE,
      answer: { kind: 'dispute', reason: 'not-received' },
      by: 'operator:t',
    }),
  insolvent: (world) => (turn) =>
    noteAnswer(portsFor(world, turn))({
      akte: AKTE,
      answer: { kind: 'situation', ground: 'insolvent', note: 'n' },
      by: 'operator:t',
    }),
  deceased: (world) => (turn) =>
    noteAnswer(portsFor(world, turn))({
      akte: AKTE,
      answer: { kind: 'situation', ground: 'deceased', note: 'n' },
      by: 'operator:t',
    }),
  instalments: (world) => async (turn) => {
    const wish = { akte: AKTE, rate: cents(5_000), first: plusDays(world.clock.today(), 20), withFee: false };
    return agreeInstalments(portsFor(world, turn))({
      ...wish,
      total: (await offerInstalments(world.ports)(wish)).total,
      by: 'operator:t',
    });
  },
};

const ACTS: readonly (readonly [Act, number])[] = [
  ['Mahnung per E-Mail', 0],
  ['Mahnung per E-Mail', 1],
  ['SMS-Hinweis', 1],
  ['Mahnung per Brief', 1],
  ['Telefoninkasso eröffnen', 1],
  ['Mahnung per E-Mail', 3],
  ['Gerichtliche Entscheidung vorlegen', 3],
];
const references = (world: World): string[] =>
  Object.values(world.posts).flatMap((post) => post.sent.map((s) => s.reference));
const factsIn = async (world: World): Promise<Fact[]> => (await world.akten.history(AKTE)).flatMap((a) => a.facts);

/** Never twice, nothing left open, and the log is the Akte. */
const consistent = async (world: World, order: string): Promise<void> => {
  const sent = references(world);
  const akte = await world.akten.get(AKTE);
  expect([order, sent]).toEqual([order, [...new Set(sent)]]);
  expect([order, akte.messages.filter((m) => m.state === 'open').map((m) => m.reference)]).toEqual([order, []]);
  expect([order, [...sent].sort()]).toEqual([
    order,
    akte.messages
      .filter((m) => m.state === 'sent')
      .map((m) => m.reference)
      .sort(),
  ]);
  expect(
    fold(
      AKTE,
      (await world.akten.history(AKTE)).map((a) => a.facts),
    ),
  ).toEqual(akte);
};
/** Nothing of the dunning was begun behind the fact that stops it: neither a message nor a window nor the court. */
const nothingAfter = async (
  world: World,
  order: string,
  isStop: (fact: Fact) => boolean,
  mayBeRefused = false,
): Promise<void> => {
  const facts = await factsIn(world);
  const at = facts.findIndex(isStop);
  // A plan is refused where a letter has changed the sum the debtor was told: then nothing was stopped.
  if (at < 0) {
    expect([order, mayBeRefused]).toEqual([order, true]);
    return;
  }
  expect([
    order,
    facts.slice(at).filter((f) => ['reserved', 'callsOpened', 'courtDecisionDue'].includes(f.kind)),
  ]).toEqual([order, []]);
};
/** Both come again, as Step Functions and banks do: nothing more happens. */
const again = async (world: World, order: string, handlers: readonly Handler[]): Promise<void> => {
  world.clock.pass(120);
  const sent = references(world).length;
  for (const handler of handlers) await handler(async () => undefined).catch(() => undefined);
  expect([order, references(world).length]).toEqual([order, sent]);
};

describe.each(ACTS)('%s, stage %i', (act, stage) => {
  test('and a payment of everything, in every order: no message after the money', async () => {
    const orders = await everyOrder(async () => {
      const world = await before(act, stage);
      const amount = await total(world);
      const handlers = [step(world, act), pay(world, amount + 10_000)];
      return {
        handlers,
        after: async (order) => {
          await consistent(world, order);
          await nothingAfter(world, order, (f) => f.kind === 'paid');
          expect((await factsIn(world)).filter((f) => f.kind === 'paid')).toHaveLength(1);
          await again(world, order, handlers);
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(6);
  });

  test('and a part of the money: both happen, once', async () => {
    await everyOrder(async () => {
      const world = await before(act, stage);
      const sent = references(world).length;
      const handlers = [step(world, act), pay(world, 1_000)];
      return {
        handlers,
        after: async (order) => {
          await consistent(world, order);
          for (const handler of handlers) await handler(async () => undefined).catch(() => undefined);
          await consistent(world, order);
          expect([
            order,
            references(world).length - sent,
            (await factsIn(world)).filter((f) => f.kind === 'paid').length,
          ]).toEqual([order, act.startsWith('Mahnung') || act.startsWith('SMS') ? 1 : 0, 1]);
        },
      };
    });
  });

  test('and the same step of the other claim of the matter: one message, one window, one decision', async () => {
    const orders = await everyOrder(async () => {
      const world = await before(act, stage);
      const known = (await factsIn(world)).length;
      const handlers = [step(world, act, F1), step(world, act, F2)];
      return {
        handlers,
        after: async (order) => {
          await consistent(world, order);
          const begun = (await factsIn(world))
            .slice(known)
            .filter((f) => ['reserved', 'callsOpened', 'courtDecisionDue'].includes(f.kind));
          expect([order, begun.length]).toEqual([order, 1]);
          await again(world, order, handlers);
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(6);
  });

  test('delivered twice at once: once done', async () => {
    await everyOrder(async () => {
      const world = await before(act, stage);
      const handlers = [step(world, act), step(world, act)];
      return {
        handlers,
        after: async (order) => {
          await consistent(world, order);
          await again(world, order, handlers);
        },
      };
    });
  });

  test.each(Object.keys(STOPS))('and %s, in every order: nothing begins after the stop', async (name) => {
    const orders = await everyOrder(async () => {
      const world = await before(act, stage);
      const handlers = [step(world, act), STOPS[name]!(world)];
      return {
        handlers,
        after: async (order) => {
          await consistent(world, order);
          await nothingAfter(
            world,
            order,
            (f) => ['held', 'closed', 'planAgreed'].includes(f.kind),
            name === 'instalments',
          );
          await again(world, order, handlers);
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(6);
  });
});

test("three at once: two claims' steps and a payment", async () => {
  const orders = await everyOrder(async () => {
    const world = await before('Mahnung per Brief', 1);
    const amount = (await total(world)) + 10_000;
    return {
      handlers: [step(world, 'Mahnung per Brief', F1), step(world, 'Mahnung per Brief', F2), pay(world, amount)],
      after: async (order) => {
        await consistent(world, order);
        await nothingAfter(world, order, (f) => f.kind === 'paid');
      },
    };
  });
  expect(orders).toBeGreaterThan(1_000);
});

test('the same payment twice at once is booked once; two payments are both booked', async () => {
  for (const [second, booked] of [
    ['bank:1', 1],
    ['bank:2', 2],
  ] as const) {
    await everyOrder(async () => {
      const world = await before('SMS-Hinweis', 1);
      return {
        handlers: [pay(world, 500), pay(world, 500, second)],
        after: async (order) => {
          expect([order, (await world.akten.get(AKTE)).payments.length]).toEqual([order, booked]);
        },
      };
    });
  }
});
