import { accountOf } from '../../../domain/account/account.ts';
import { day, daysBetween, plusDays, type Day } from '../../../domain/calendar.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { SITUATIONS } from '../../../domain/procedure/holds.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { onPlainDays } from '../../../domain/procedure/procedure.ts';
import { isAsleep, runningWorkflows } from '../../../simulator/agency/workflows.ts';
import { runnable, tasksOf } from '../../../simulator/engine/machine.ts';
import { AKTE, aClaim } from '../../../simulator/agency/people.ts';
import { memoryMailbox, memoryOnce } from '../../../simulator/agency/stores.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { agreeInstalments, offerInstalments } from '../../../usecases/akte/agree-instalments.ts';
import type { Answer } from '../../../domain/akte/answer.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { noteBounce } from '../../../usecases/akte/note-return.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { reversePayment } from '../../../usecases/payments/reverse-payment.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';

/**
 * The 82-day run on plain days, so that what would have come without the event is known: two claims of one matter,
 * their executions side by side.
 */
const START = day('2026-03-02');
const UNDISTURBED = [
  '0 email 0',
  '10 email 1',
  '10 sms 1',
  '18 letter 1',
  '34 email 2',
  '34 sms 2',
  '42 letter 2',
  '58 email 3',
  '58 sms 3',
  '66 letter 3',
];
const DAYS = Array.from({ length: 91 }, (_, n) => n);
const LAST = 140;

type World = ReturnType<typeof aWorld>;
/** `10 email 1`: every message that went out, with its day and its stage. */
const sentIn = ({ posts }: World): string[] =>
  Object.entries(posts)
    .flatMap(([channel, post]) =>
      post.sent.map((s) => ({ n: daysBetween(START, s.on), channel, stage: s.reference.split('-').at(-2) ?? '' })),
    )
    .sort((a, b) => a.n - b.n || Number(a.stage) - Number(b.stage) || a.channel.localeCompare(b.channel))
    .map(({ n, channel, stage }) => `${n} ${channel} ${stage}`);

/** What people and banks may do on a day. */
const actsIn = (world: World, workflows: ReturnType<typeof runningWorkflows>) => {
  const ports = { ...world.ports, workflows, mailbox: memoryMailbox(), once: memoryOnce() };
  const today = (): Day => world.clock.today();
  const answer = (given: Answer) => noteAnswer(ports)({ akte: AKTE, answer: given, by: 'operator:t' });
  return {
    pay: async (amount?: number, id = 'bank:1') =>
      recordPayment(ports)({
        akte: AKTE,
        id: PaymentId.parse(id),
        amount: cents(amount ?? accountOf(await world.akten.get(AKTE), today()).total),
        valueDate: today(),
        via: 'agency',
        source: 't',
        by: 'operator:t',
      }),
    reverse: () =>
      reversePayment(ports)({
        akte: AKTE,
        payment: PaymentId.parse('bank:1'),
        reason: 'Rücklastschrift',
        by: 'operator:t',
      }),
    bounce: async () => {
      const last = world.posts.email.sent.at(-1);
      if (last) await noteBounce(ports)(last.reference);
    },
    comesBack: async () => {
      const last = world.posts.letter.sent.at(-1);
      if (last) await answer({ kind: 'returned', reference: last.reference, note: 'unbekannt verzogen' });
    },
    steer: (action: 'pause' | 'resume' | 'close') =>
      steerAkte(ports)({ akte: AKTE, action, by: 'operator:t', reason: 'r' }),
    answer,
    plan: async () => {
      const wish = { akte: AKTE, rate: cents(5_000), first: plusDays(today(), 20), withFee: false };
      await agreeInstalments(ports)({ ...wish, total: (await offerInstalments(ports)(wish)).total, by: 'operator:t' });
    },
  };
};

const aStory = async () => {
  const procedure = onPlainDays(STANDARD);
  const world = aWorld({ start: START, procedures: [procedure] });
  const workflows = runningWorkflows({ clock: world.clock, tasks: runnable(tasksOf(world.ports)) });
  await handOver(world, { procedure, claims: [aClaim(1), aClaim(2)] });
  for (const claim of (await world.akten.get(AKTE)).claims) await workflows.start(AKTE, claim.id, 1);
  return {
    world,
    workflows,
    sent: (): string[] => sentIn(world),
    act: actsIn(world, workflows),
    until: (n: number) => workflows.runUntil(plusDays(START, n)),
    facts: async (): Promise<Fact[]> => (await world.akten.history(AKTE)).flatMap((a) => a.facts),
  };
};
type Story = Awaited<ReturnType<typeof aStory>>;

/** What is due in the morning of a day goes out before what happens on it. */
const undisturbedUntil = (n: number): string[] => UNDISTURBED.filter((line) => Number(line.split(' ')[0]) <= n);
const never = (list: readonly string[]): void => {
  expect(list.map((l) => l.replace(/^\d+ /, ''))).toEqual([...new Set(list.map((l) => l.replace(/^\d+ /, '')))]);
};
const live = ({ workflows }: Story): string[] =>
  [...workflows.runs.values()].filter(isAsleep).map((r) => `${r.claim} ${r.standing?.state ?? ''}`);

/** Everything that stops for good, on this day. */
const STOPS: Readonly<Record<string, (story: Story) => Promise<unknown>>> = {
  'a full payment': ({ act }) => act.pay(),
  closing: ({ act }) => act.steer('close'),
  'a pause': ({ act }) => act.steer('pause'),
  'a dispute': ({ act }) => act.answer({ kind: 'dispute', reason: 'not-ordered' }),
  ...Object.fromEntries(
    SITUATIONS.map((ground) => [ground, ({ act }: Story) => act.answer({ kind: 'situation', ground, note: 'n' })]),
  ),
};

describe('on every day from 0 to 90', () => {
  test('nothing happens: the run as it stands on paper, one timer for each claim all the way', async () => {
    const story = await aStory();
    for (let n = 0; n <= 90; n++) {
      await story.until(n);
      expect([n, live(story).length]).toEqual([n, 2]);
    }
    expect(story.sent()).toEqual(UNDISTURBED);
  });

  test.each(Object.keys(STOPS))(
    '%s: nothing goes out after it, and what went out before went out once',
    async (name) => {
      for (const n of DAYS) {
        const story = await aStory();
        await story.until(n);
        await STOPS[name]!(story);
        await story.until(LAST);
        expect([n, story.sent()]).toEqual([n, undisturbedUntil(n)]);
        const ends = name === 'a full payment' || name === 'closing';
        expect([n, live(story).length]).toEqual([n, ends ? 0 : 2]);
      }
    },
    60_000,
  );

  test('a part is paid: the run goes on as if nothing had been, and asks for that much less from then on', async () => {
    const demandsIn = (facts: readonly Fact[]): [string, number][] =>
      facts.flatMap((f) => (f.kind === 'reserved' && f.demand ? [[f.reference, f.demand.total]] : []));
    const whole = await aStory();
    await whole.until(LAST);
    const asked = new Map(demandsIn(await whole.facts()));
    for (const n of DAYS) {
      const story = await aStory();
      await story.until(n);
      await story.act.pay(5_000);
      await story.until(LAST);
      expect([n, story.sent(), live(story).length]).toEqual([n, UNDISTURBED, 2]);
      const facts = await story.facts();
      const after = demandsIn(facts.slice(facts.findIndex((f) => f.kind === 'paid')));
      // Less interest and perhaps a lower fee, too: never more than the whole without what was paid.
      expect([n, after.filter(([reference, total]) => total > (asked.get(reference) ?? 0) - 5_000)]).toEqual([n, []]);
    }
  });

  test('an e-mail comes back: no further e-mail, a letter asks at once what it asked, every stage still comes', async () => {
    for (const n of DAYS) {
      const story = await aStory();
      await story.until(n);
      await story.act.bounce();
      await story.until(LAST);
      const before = undisturbedUntil(n);
      const after = story.sent().filter((l) => !undisturbedUntil(n).includes(l));
      expect([n, before.filter((l) => !story.sent().includes(l))]).toEqual([n, []]);
      expect([n, after.filter((l) => l.includes('email'))]).toEqual([n, []]);
      never(story.sent());
      const stage = before.findLast((l) => l.includes('email'))?.at(-1);
      if (!before.some((l) => l.endsWith(`letter ${stage}`)))
        expect([n, after[0]]).toEqual([n, `${n} letter ${stage}`]);
      for (const s of [1, 2, 3])
        expect([n, s, story.sent().some((l) => l.endsWith(` ${s}`) && !l.includes('sms'))]).toEqual([n, s, true]);
      expect([n, live(story).length]).toEqual([n, 2]);
    }
  });

  test('a letter comes back: no further letter until a new address is known; then it goes there once more, under a reference of its own', async () => {
    for (const n of DAYS.filter((d) => d >= 18)) {
      const story = await aStory();
      await story.until(n);
      const letters = (): string[] => story.world.posts.letter.sent.map((s) => s.reference);
      const before = letters();
      await story.act.comesBack();
      await story.until(n + 9);
      expect([n, letters()]).toEqual([n, before]);
      await story.act.answer({
        kind: 'contact',
        address: { street: 'Neuweg 1', postalCode: '44135', city: 'Dortmund', country: 'DE' },
      });
      await story.until(LAST);
      // The stage that runs by then writes again; what a later one has followed is over.
      const stage = Number(before.at(-1)?.at(-8));
      const running = [0, 10, 34, 58].filter((d) => d <= n + 9).length - 1;
      expect([n, letters().includes(`${before.at(-1) ?? ''}-2`)]).toEqual([n, stage === running]);
      expect([n, new Set(letters()).size, letters().filter((r) => !r.endsWith('-2')).length]).toEqual([
        n,
        letters().length,
        3,
      ]);
      expect([n, live(story).length]).toEqual([n, 2]);
    }
  });

  test('paid and taken back two weeks later: silence in between, then it goes on, nothing twice', async () => {
    for (const n of DAYS) {
      const story = await aStory();
      await story.until(n);
      await story.act.pay();
      await story.until(n + 14);
      expect([n, story.sent()]).toEqual([n, undisturbedUntil(n)]);
      await story.act.reverse();
      await story.until(n + 14 + LAST);
      never(story.sent());
      expect([n, story.sent().length, live(story).length]).toEqual([
        n,
        UNDISTURBED.length - skippedTexts(story.sent()),
        2,
      ]);
    }
  });

  test('paused and resumed after three weeks: silence in between, then it goes on, nothing twice', async () => {
    for (const n of DAYS) {
      const story = await aStory();
      await story.until(n);
      await story.act.steer('pause');
      await story.until(n + 21);
      expect([n, story.sent()]).toEqual([n, undisturbedUntil(n)]);
      await story.act.steer('resume');
      await story.until(n + 21 + LAST);
      never(story.sent());
      expect([n, story.sent().length, live(story).length]).toEqual([
        n,
        UNDISTURBED.length - skippedTexts(story.sent()),
        2,
      ]);
    }
  });

  test('a plan is agreed and its first rate never comes: silence until its grace is over, then the run goes on where the calendar stands', async () => {
    for (const n of DAYS) {
      const story = await aStory();
      await story.until(n);
      await story.act.plan();
      await story.until(n + 20);
      expect([n, story.sent()]).toEqual([n, undisturbedUntil(n)]);
      await story.until(n + 30 + LAST);
      never(story.sent());
      expect([n, story.sent().length, live(story).length]).toEqual([
        n,
        UNDISTURBED.length - skippedTexts(story.sent()),
        2,
      ]);
    }
  });
});

/** A text accompanies the first demand of its stage; where a stop fell between the two it is left out. */
function skippedTexts(sent: readonly string[]): number {
  return 3 - sent.filter((l) => l.includes('sms')).length;
}
