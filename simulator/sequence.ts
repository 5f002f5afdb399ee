import { accountOf } from '../domain/account.ts';
import { generationOf, type Akte } from '../domain/akte.ts';
import { plusDays, type Day } from '../domain/calendar.ts';
import { leftToCredit } from '../domain/credits.ts';
import { DAY_PARTS } from '../domain/call-words.ts';
import type { AkteId } from '../domain/claim.ts';
import { Conflict, NotFound, Rejected } from '../domain/faults.ts';
import { nextStep } from '../domain/dunning/next-step.ts';
import { cents, most, type Cents } from '../domain/money.ts';
import { agreeInstalments, offerInstalments } from '../usecases/agree-instalments.ts';
import { noteCall, takeCall } from '../usecases/call-debtor.ts';
import { noteAnswer, type Answer } from '../usecases/note-answer.ts';
import { noteBounce } from '../usecases/note-return.ts';
import { recordPayment } from '../usecases/record-payment.ts';
import { refundOverpayment } from '../usecases/refund-overpayment.ts';
import { restartLost } from '../usecases/restart-lost.ts';
import { creditClaim } from '../usecases/credit-claim.ts';
import { reversePayment } from '../usecases/reverse-payment.ts';
import { steerAkte } from '../usecases/steer-akte.ts';
import type { DunningInput } from '../statemachines/dunning.ts';
import type { Command, Sequence } from './commands.ts';
import { handIn } from './intake.ts';
import { brokenAccount, brokenLog, brokenMessages, brokenTimers, isLed, type Broken } from './invariants.ts';
import { payOut } from './payouts.ts';
import { AKTE, OTHER, STRANGER, stageOf, type Engine, type Stage } from './stage.ts';
import { brokenTenants } from './tenants.ts';
import { isAsleep } from './workflows.ts';

export type { Engine } from './stage.ts';
const BY = 'operator:test';

const amountOf = (akte: Akte, how: Of<'pay'>['how'], today: Day): Cents => {
  if (how === 'cent') return cents(1);
  const { claims, total } = accountOf(akte, today);
  switch (how) {
    case 'exact':
      return total;
    case 'part':
      return cents(Math.floor(total / 3));
    case 'over':
      return cents(total + 1_234);
    case 'principal':
      return claims.find((c) => c.principal > 0)?.principal ?? cents(0);
    default:
      return how satisfies never;
  }
};

type Doing = () => Promise<unknown>;
type Of<D extends Command['do']> = Extract<Command, { do: D }>;
const CLOCKS_ONLY: readonly Command['do'][] = ['next', 'days', 'redeliver', 'provider', 'lose', 'sweep'];

/** The Akte that a command is about. */
const targetOf = async ({ world }: Stage, command: Command): Promise<AkteId> =>
  'other' in command && command.other && (await world.akten.find(OTHER)) ? OTHER : AKTE;

const paying = async (
  { ports, world, counter }: Stage,
  akte: AkteId,
  { how, via, late = 0 }: Of<'pay'>,
): Promise<Doing> => {
  const today = world.clock.today();
  const booking = {
    akte,
    id: `bank:${++counter.payments}`,
    amount: most(cents(1), amountOf(await world.akten.get(akte), how, today)),
    valueDate: plusDays(today, -late),
    via,
    source: 'test',
    by: 'system:bank',
  };
  return () => recordPayment(ports)(booking);
};
const reversing = async ({ ports, world }: Stage, akte: AkteId, { nth }: Of<'reverse'>): Promise<Doing> => {
  const payment = (await world.akten.get(akte)).payments[nth];
  return payment
    ? () => reversePayment(ports)({ akte, payment: payment.id, reason: 'Rücklastschrift', by: BY })
    : async () => undefined;
};
const crediting = async (
  { ports, world, counter }: Stage,
  akte: AkteId,
  { nth, all, late }: Of<'credit'>,
): Promise<Doing> => {
  const known = await world.akten.get(akte);
  const claim = known.claims[nth];
  if (!claim) return async () => undefined;
  const left = leftToCredit(known, claim);
  const note = {
    akte,
    claim: claim.id,
    id: `GS-${++counter.credits}`,
    amount: all ? left : cents(Math.floor(left / 3)),
    on: plusDays(world.clock.today(), -late),
    reason: 'test',
    by: BY,
  };
  return () => creditClaim(ports)(note);
};
const refunding = async ({ ports, world, counter }: Stage): Promise<Doing> => {
  const { overpaid } = accountOf(await world.akten.get(AKTE), world.clock.today());
  const refund = { akte: AKTE, id: `refund:${++counter.refunds}`, amount: overpaid, by: BY };
  return () => refundOverpayment(ports)(refund);
};
/** What is told to have broken is the sequence's to tell. */
const telling =
  ({ broken }: Stage, doing: () => Promise<readonly Broken[]>): Doing =>
  async () => {
    broken.push(...(await doing()));
  };
/**
 * The last mail of the Akte that the command is about bounces; of letters the last one at all comes back: one that is
 * another Akte's must be refused (I8).
 */
const returning = ({ ports, world: { posts }, broken }: Stage, { channel }: Of<'returned'>): Doing => {
  const last =
    channel === 'email' ? posts.email.sent.findLast((s) => s.reference.startsWith(AKTE)) : posts.letter.sent.at(-1);
  return async () => {
    if (!last) return;
    await (channel === 'email'
      ? noteBounce(ports)(last.reference)
      : noteAnswer(ports)({
          akte: AKTE,
          answer: { kind: 'returned', reference: last.reference, note: 'verzogen' },
          by: BY,
        }));
    if (!last.reference.startsWith(AKTE)) broken.push(`I8 ${last.reference} came back and ${AKTE} noted it`);
  };
};
const agreeing = async ({ ports, world }: Stage, { rate, first }: Of<'instalments'>): Promise<Doing> => {
  const wish = {
    akte: AKTE,
    rate: cents(rate),
    first: plusDays(world.clock.today(), first),
    withFee: rate % 2_000 === 0,
  };
  const { total } = await offerInstalments(ports)(wish);
  return () => agreeInstalments(ports)({ ...wish, total, by: BY });
};
/** A person calls, or on so many days one after the other without an answer. */
const calling = async ({ ports, world, workflows }: Stage, { outcome, days }: Of<'call'>): Promise<Doing> => {
  const window = (await world.akten.get(AKTE)).callWindows.at(-1);
  if (!window) return async () => undefined;
  const call = { akte: AKTE, matter: window.matter, stage: window.stage, by: BY };
  return async () => {
    for (let n = 1; n <= days; n++) {
      // Everybody may be called at ten, whatever the module.
      world.clock.jumpTo(world.clock.instantOf(world.clock.today(), 10));
      await takeCall(ports)(call);
      await noteCall(ports)({ ...call, part: DAY_PARTS[0], outcome: days > 1 ? 'not-reached' : outcome });
      if (n < days) await workflows.runUntil(plusDays(world.clock.today(), 1));
    }
  };
};
const answering =
  ({ ports }: Stage, answer: Answer): Doing =>
  () =>
    noteAnswer(ports)({ akte: AKTE, answer, by: BY });

/** What a command asks of the use cases, ready to be done once or twice. */
const doingOf = async (stage: Stage, command: Command, target: AkteId): Promise<Doing> => {
  const { ports, world } = stage;
  const in_ = (n: number): Day => plusDays(world.clock.today(), n);
  switch (command.do) {
    case 'pay':
      return paying(stage, target, command);
    case 'credit':
      return crediting(stage, target, command);
    case 'refund':
      return refunding(stage);
    case 'reverse':
      return reversing(stage, target, command);
    case 'payout':
      return telling(stage, await payOut(stage, command));
    case 'handOver':
      return telling(stage, handIn(stage, { ...command, mailed: stage.sequence.scene.email }));
    case 'steer':
      return () =>
        steerAkte(ports)({
          akte: AKTE,
          action: command.action,
          by: BY,
          reason: 'test',
          ...(command.until === null ? {} : { until: in_(command.until) }),
          stage: command.stage,
        });
    case 'dispute':
      return answering(stage, { kind: 'dispute', reason: command.reason });
    case 'proof':
      return answering(stage, { kind: 'proof', note: 'Beleg' });
    case 'promise':
      return answering(stage, { kind: 'promise', payBy: in_(command.days) });
    case 'deferral':
      return answering(stage, { kind: 'deferral', until: in_(command.days), note: 'gestundet' });
    case 'situation':
      return answering(stage, { kind: 'situation', ground: command.ground, note: 'gemeldet' });
    case 'over':
      return answering(stage, { kind: 'over', ground: command.ground, note: 'vorbei' });
    case 'contact':
      return answering(stage, {
        kind: 'contact',
        ...(command.channel === 'email'
          ? { email: 'neu@example.com' }
          : command.channel === 'sms'
            ? { phone: '+4915110000002' }
            : { address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' as const } }),
      });
    case 'returned':
      return returning(stage, command);
    case 'instalments':
      return agreeing(stage, command);
    case 'call':
      return calling(stage, command);
    case 'next':
    case 'days':
    case 'redeliver':
    case 'provider':
    case 'lose':
    case 'sweep':
      return async () => undefined;
    default:
      return command satisfies never;
  }
};

/** A task is called again where nothing is to be done: nothing may change (I10). */
const redeliver = async (
  { workflows, world, tasks, ports, broken }: Stage,
  { task }: Of<'redeliver'>,
): Promise<void> => {
  await restartLost(ports)();
  await workflows.runUntil(world.clock.today());
  const before = await world.akten.get(AKTE);
  for (const { id: claim } of before.claims) {
    const of = { akte: AKTE, claim, generation: generationOf(before, claim) };
    // What was made due without waking anybody (a second payment, a provider that was down) is sent when the execution
    // wakes, and may be sent now.
    if ((await tasks.Decide(of)).until !== undefined) await tasks[task](of);
  }
  if ((await world.akten.get(AKTE)).version !== before.version)
    broken.push('I10 a task ran again and something changed');
};

/**
 * At the instant at which the next execution wants to run, one that has been replaced is quicker: whatever is due, it
 * does nothing (I10).
 */
const wakeStale = async ({ workflows, world, tasks, broken }: Stage, { task }: Of<'redeliver'>): Promise<void> => {
  const due = [...workflows.runs.values()]
    .flatMap((r) => (isAsleep(r) && r.standing?.kind === 'waiting' ? [r.standing.until] : []))
    .sort()[0];
  if (due !== undefined) world.clock.jumpTo(due);
  const before = await world.akten.get(AKTE);
  for (const { id: claim } of before.claims) {
    const of = { akte: AKTE, claim, generation: generationOf(before, claim) - 1 };
    if (of.generation > 0) await tasks[task](of);
  }
  if ((await world.akten.get(AKTE)).version !== before.version)
    broken.push('I10 a task ran in an older generation and something changed');
};

const passTime = async (stage: Stage, command: Command): Promise<void> => {
  const { workflows, world } = stage;
  switch (command.do) {
    case 'next':
      await workflows.runNext();
      return;
    case 'days':
      await workflows.runUntil(plusDays(world.clock.today(), command.n));
      return;
    case 'redeliver':
      await (command.stale ? wakeStale : redeliver)(stage, command);
      return;
    case 'provider':
      world.posts[command.channel].next.push(command.behaves);
      return;
    case 'lose':
      workflows.loseAll();
      return;
    case 'sweep':
      await restartLost(stage.ports)();
      return;
    default:
      return;
  }
};

const isRightlyRefused = (error: unknown): boolean =>
  error instanceof Rejected || error instanceof NotFound || error instanceof Conflict;
/** How many acts each Akte has: the same numbers, and nothing has changed. */
const versionsOf = ({ world }: Stage): string => [...world.akten.log.values()].map((acts) => acts.length).join();

const perform = async (stage: Stage, command: Command): Promise<void> => {
  if (CLOCKS_ONLY.includes(command.do)) {
    await passTime(stage, command);
    return;
  }
  try {
    const target = await targetOf(stage, command);
    const doing = await doingOf(stage, command, target);
    stage.target.akte = target;
    await doing();
    if (!('twice' in command) || !command.twice) return;
    const before = versionsOf(stage);
    await doing();
    if (versionsOf(stage) !== before)
      stage.broken.push(`I10 ${JSON.stringify(command)} a second time changes something`);
  } catch (error) {
    if (!isRightlyRefused(error)) throw error;
  } finally {
    stage.target.akte = null;
  }
};

/** The open claims of an Akte that no execution leads; whether a claim is open is asked only where none does. */
const unledClaims = async ({ world, workflows }: Stage, akte: Akte): Promise<DunningInput[]> => {
  const unled: DunningInput[] = [];
  for (const matter of akte.matters) {
    for (const claim of matter.claims) {
      const of = { akte: akte.id, claim, generation: generationOf(akte, claim) };
      if (isLed(workflows, of)) continue;
      const procedure = await world.ports.procedures.get(matter.procedure);
      if (
        nextStep(akte, claim, { procedures: procedure, today: world.clock.today(), hour: world.clock.hour() }).kind !==
        'end'
      )
        unled.push(of);
    }
  }
  return unled;
};

/**
 * What changes the course of an Akte begins its executions anew: money that came does not, it is seen at the next look.
 */
const BEGINS_ANEW: readonly Command['do'][] = [
  'reverse',
  'credit',
  'steer',
  'dispute',
  'proof',
  'promise',
  'deferral',
  'situation',
  'over',
  'contact',
  'returned',
  'instalments',
];

/** What must hold after every command, for each Akte that it changed. */
const brokenAfter = async (stage: Stage, command: Command, seen: Map<AkteId, number>): Promise<Broken[]> => {
  const { world, workflows } = stage;
  const akten = world.akten.all();
  const everywhere = command.do === 'lose' || command.do === 'sweep';
  const changed = akten.filter((a) => everywhere || seen.get(a.id) !== a.version);
  if (changed.length === 0) return [];
  const broken = brokenMessages(akten, world.posts);
  for (const akte of changed) {
    const led = akte.id !== STRANGER || stage.sequence.scene.stranger === 'runs';
    if (led)
      broken.push(
        ...(await brokenTimers(
          workflows,
          await unledClaims(stage, akte),
          command.do === 'sweep' || BEGINS_ANEW.includes(command.do),
        )),
      );
    seen.set(akte.id, akte.version);
  }
  return broken;
};

/** What must hold in the end. What costs much is asked of a part of the sequences. */
const brokenAtTheEnd = async ({ sequence: { seed, commands }, world, ports }: Stage): Promise<Broken[]> => {
  const today = world.clock.today();
  const broken: Broken[] = [];
  for (const akte of world.akten.all()) {
    // Without money there is nothing to share out: then a part of the sequences is enough.
    if (akte.id !== STRANGER && (seed % 4 === 0 || akte.payments.length > 0))
      broken.push(...brokenAccount(akte, seed % 4 === 0 ? plusDays(today, 365) : today));
    if (seed % 16 === 1) broken.push(...brokenLog(akte, world.akten.log.get(akte.id) ?? []));
  }
  if (seed % 8 === 2 || commands.some((c) => c.do === 'handOver'))
    broken.push(...(await brokenTenants({ world, ports })));
  return broken;
};

/** Plays a sequence and says what broke: nothing, where all is well. `look`: for whoever wants to see why. */
export const playSequence = async (
  sequence: Sequence,
  engine: Engine = 'direct',
  look: (stage: Stage) => void = () => undefined,
): Promise<readonly Broken[]> => {
  const stage = await stageOf(sequence, engine);
  look(stage);
  const { broken } = stage;
  const seen = new Map<AkteId, number>();
  for (const [i, command] of sequence.commands.entries()) {
    await perform(stage, command);
    broken.push(...(await brokenAfter(stage, command, seen)));
    if (broken.length > 0)
      return broken.map((b) => `seed ${sequence.seed}, command ${i} ${JSON.stringify(command)}: ${b}`);
  }
  broken.push(...(await brokenAtTheEnd(stage)));
  for (const ask of stage.finished) await ask();
  return broken.map((b) => `seed ${sequence.seed} at its end: ${b}`);
};
