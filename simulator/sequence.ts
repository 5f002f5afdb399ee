import { accountOf } from '../domain/account.ts';
import { generationOf, type Akte } from '../domain/akte.ts';
import { day, plusDays } from '../domain/calendar.ts';
import { DAY_PARTS } from '../domain/call-words.ts';
import { ClaimId } from '../domain/claim.ts';
import { Conflict, NotFound, Rejected } from '../domain/faults.ts';
import { nextStep } from '../domain/dunning.ts';
import { cents, most, type Cents } from '../domain/money.ts';
import type { Debtor } from '../domain/parties.ts';
import { agreeInstalments, offerInstalments } from '../usecases/agree-instalments.ts';
import { noteCall, takeCall } from '../usecases/call-debtor.ts';
import { noteAnswer, type Answer } from '../usecases/note-answer.ts';
import { noteBounce } from '../usecases/note-return.ts';
import { recordPayment } from '../usecases/record-payment.ts';
import { refundOverpayment } from '../usecases/refund-overpayment.ts';
import { restartLost } from '../usecases/restart-lost.ts';
import { reversePayment } from '../usecases/reverse-payment.ts';
import { steerAkte } from '../usecases/steer-akte.ts';
import type { Command, Scene, Sequence } from './commands.ts';
import { directExecution } from './direct.ts';
import { startExecution } from './execution.ts';
import { brokenAccount, brokenByAct, brokenLog, brokenMessages, brokenTimers, type Broken } from './invariants.ts';
import { deployedMachine, runnable, tasksOf, type Tasks } from './machine.ts';
import { AKTE, aClaim, erika } from './people.ts';
import { memoryMailbox, memoryOnce } from './stores.ts';
import { workflowsOf, type RunningWorkflows } from './workflows.ts';
import { aWorld, handOver, type World } from './world.ts';

/** Through the file of the state machine, or through the loop that does the same in less time. */
export type Engine = 'asl' | 'direct';
const FIRST_DAY = day('2026-01-05');
const BY = 'operator:test';

const debtorOf = ({ land, email, phone, business }: Scene): Debtor => {
  const { email: mail, phone: number, land: _, ...rest } = erika;
  return { ...rest, kind: business ? 'business' : 'private', ...(land ? { land } : {}), ...(email && mail ? { email: mail } : {}), ...(phone && number ? { phone: number } : {}) };
};

type Stage = Readonly<{ world: World; workflows: RunningWorkflows; tasks: Tasks; ports: ReturnType<typeof portsOf>; broken: Broken[]; /** Asked when the sequence is over. */ finished: (() => Promise<void>)[]; counter: { payments: number; refunds: number } }>;

const portsOf = (world: World, workflows: RunningWorkflows) => ({ ...world.ports, workflows, timers: workflows.timers, executions: workflows.executions, mailbox: memoryMailbox(), once: memoryOnce() });

/** A world in which every act is looked at as it is written. */
const stageOf = async ({ scene }: Sequence, engine: Engine): Promise<Stage> => {
  const broken: Broken[] = [];
  const start = plusDays(FIRST_DAY, scene.start);
  const world = aWorld({ start });
  const { clock, akten } = world;
  const append: typeof akten.append = async (id, version, act, also) => {
    const before = await akten.find(id);
    const after = await akten.append(id, version, act, also);
    if (before) {
      const matter = before.matters.at(-1);
      broken.push(...brokenByAct(before, act.facts, clock.today(), matter ? await world.ports.procedures.get(matter.procedure) : scene.procedure));
    }
    return after;
  };
  const watched = { ...world, akten: { ...akten, append }, ports: { ...world.ports, akten: { ...akten, append } } };
  // The workflows start executions of the tasks, and one of the tasks starts workflows.
  const late: { workflows?: RunningWorkflows } = {};
  const tasks = tasksOf({ ...watched.ports, workflows: { start: async (...of) => late.workflows?.start(...of) } });
  const running = engine === 'asl' ? runnable(tasks) : {};
  const workflows = workflowsOf({ clock, begin: (of) => (engine === 'asl' ? startExecution(deployedMachine(), { ...of }, { tasks: running, retryIn: clock.pass }) : directExecution(tasks, clock, of)) });
  late.workflows = workflows;
  const invoiceDate = plusDays(start, scene.procedure.countsFrom === 'invoiceDate' ? 0 : -51);
  const claims = Array.from({ length: scene.claims }, (_, i) => aClaim(i + 1, { invoiceDate, contractDate: invoiceDate, dueOn: plusDays(invoiceDate, 14), principal: cents(4_000 + i * 11_111) }));
  await handOver(watched, { procedure: scene.procedure, debtor: debtorOf(scene), claims });
  for (const { id } of claims) await workflows.start(AKTE, id, 1);
  return { world: watched, workflows, tasks, ports: portsOf(watched, workflows), broken, finished: [], counter: { payments: 0, refunds: 0 } };
};

const amountOf = (akte: Akte, how: Extract<Command, { do: 'pay' }>['how'], today: ReturnType<typeof day>): Cents => {
  const account = accountOf(akte, today);
  const principal = account.claims.find((c) => c.principal > 0)?.principal ?? cents(0);
  switch (how) {
    case 'exact': return account.total;
    case 'part': return cents(Math.floor(account.total / 3));
    case 'over': return cents(account.total + 1_234);
    case 'principal': return principal;
    case 'cent': return cents(1);
    default: return how satisfies never;
  }
};

type Doing = () => Promise<unknown>;
const CLOCKS_ONLY: readonly Command['do'][] = ['next', 'days', 'redeliver', 'provider', 'lose', 'sweep'];

const paying = async ({ ports, world, counter }: Stage, { how, via }: Extract<Command, { do: 'pay' }>): Promise<Doing> => {
  const today = world.clock.today();
  const booking = { akte: AKTE, id: `bank:${++counter.payments}`, amount: most(cents(1), amountOf(await world.akten.get(AKTE), how, today)), valueDate: today, via, source: 'test', by: 'system:bank' };
  return () => recordPayment(ports)(booking);
};
const refunding = async ({ ports, world, counter }: Stage): Promise<Doing> => {
  const { overpaid } = accountOf(await world.akten.get(AKTE), world.clock.today());
  const refund = { akte: AKTE, id: `refund:${++counter.refunds}`, amount: overpaid, by: BY };
  return () => refundOverpayment(ports)(refund);
};
const agreeing = async ({ ports, world }: Stage, { rate, first }: Extract<Command, { do: 'instalments' }>): Promise<Doing> => {
  const wish = { akte: AKTE, rate: cents(rate), first: plusDays(world.clock.today(), first), withFee: rate % 2_000 === 0 };
  const { total } = await offerInstalments(ports)(wish);
  return () => agreeInstalments(ports)({ ...wish, total, by: BY });
};
/** A person calls, or on so many days one after the other without an answer. */
const calling = async ({ ports, world, workflows }: Stage, { outcome, days }: Extract<Command, { do: 'call' }>): Promise<Doing> => {
  const window = (await world.akten.get(AKTE)).callWindows.at(-1);
  if (!window) return async () => undefined;
  const call = { akte: AKTE, matter: window.matter, stage: window.stage, by: BY };
  return async () => {
    for (let n = 1; n <= days; n++) {
      await takeCall(ports)(call);
      await noteCall(ports)({ ...call, part: DAY_PARTS[0], outcome: days > 1 ? 'not-reached' : outcome });
      if (n < days) await workflows.runUntil(plusDays(world.clock.today(), 1));
    }
  };
};
const answering = ({ ports }: Stage, answer: Answer): Doing => () => noteAnswer(ports)({ akte: AKTE, answer, by: BY });

/** What a command asks of the use cases, ready to be done once or twice. */
const doingOf = async (stage: Stage, command: Command): Promise<Doing> => {
  const { ports, world } = stage;
  const in_ = (n: number): ReturnType<typeof day> => plusDays(world.clock.today(), n);
  switch (command.do) {
    case 'pay': return paying(stage, command);
    case 'refund': return refunding(stage);
    case 'reverse': { const payment = (await world.akten.get(AKTE)).payments[command.nth]; return payment ? () => reversePayment(ports)({ akte: AKTE, payment: payment.id, reason: 'Rücklastschrift', by: BY }) : async () => undefined; }
    case 'steer': return () => steerAkte(ports)({ akte: AKTE, action: command.action, by: BY, reason: 'test', ...(command.until === null ? {} : { until: in_(command.until) }), stage: command.stage });
    case 'dispute': return answering(stage, { kind: 'dispute', reason: command.reason });
    case 'proof': return answering(stage, { kind: 'proof', note: 'Beleg' });
    case 'promise': return answering(stage, { kind: 'promise', payBy: in_(command.days) });
    case 'deferral': return answering(stage, { kind: 'deferral', until: in_(command.days), note: 'gestundet' });
    case 'situation': return answering(stage, { kind: 'situation', ground: command.ground, note: 'gemeldet' });
    case 'over': return answering(stage, { kind: 'over', ground: command.ground, note: 'vorbei' });
    case 'contact': return answering(stage, { kind: 'contact', ...(command.channel === 'email' ? { email: 'neu@example.com' } : command.channel === 'sms' ? { phone: '+4915110000002' } : { address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' as const } }) });
    case 'returned': { const last = world.posts[command.channel].sent.at(-1); return async () => { if (last) await (command.channel === 'email' ? noteBounce(ports)(last.reference) : noteAnswer(ports)({ akte: AKTE, answer: { kind: 'returned', reference: last.reference, note: 'verzogen' }, by: BY })); }; }
    case 'instalments': return agreeing(stage, command);
    case 'call': return calling(stage, command);
    case 'next': case 'days': case 'redeliver': case 'provider': case 'lose': case 'sweep': return async () => undefined;
    default: return command satisfies never;
  }
};

const refusedRightly = (error: unknown): boolean => error instanceof Rejected || error instanceof NotFound || error instanceof Conflict;

/** Every task is called again where nothing is to be done, by the current generation or by one before: nothing may change (I10). */
const redeliver = async ({ workflows, world, tasks, ports, broken }: Stage, stale: boolean): Promise<void> => {
  await restartLost(ports)();
  await workflows.runUntil(world.clock.today());
  const before = await world.akten.get(AKTE);
  for (const { id: claim } of before.claims) {
    const of = { akte: AKTE, claim, generation: generationOf(before, claim) - (stale ? 1 : 0) };
    // What was made due without waking anybody (a second payment, a provider that was down) is sent when the execution wakes, and may be sent now.
    const due = of.generation >= 1 && (await tasks.Decide(of)).until === undefined && generationOf(before, claim) === of.generation;
    if (of.generation < 1 || due) continue;
    for (const task of ['Decide', 'SendEmail', 'SendSms', 'SendLetter', 'OpenCalls', 'PresentToCourt', 'HandToCollection'] as const) await tasks[task](of);
  }
  if ((await world.akten.get(AKTE)).version !== before.version) broken.push(`I10 a task ran again${stale ? ' in an older generation' : ''} and something changed`);
};

const passTime = async (stage: Stage, command: Command): Promise<void> => {
  const { workflows, world } = stage;
  switch (command.do) {
    case 'next': await workflows.runNext(); return;
    case 'days': await workflows.runUntil(plusDays(world.clock.today(), command.n)); return;
    case 'redeliver': await redeliver(stage, command.stale); return;
    case 'provider': world.posts[command.channel].next.push(command.behaves); return;
    case 'lose': workflows.loseAll(); return;
    case 'sweep': await restartLost(stage.ports)(); return;
    default: return;
  }
};

const perform = async (stage: Stage, command: Command): Promise<void> => {
  if (CLOCKS_ONLY.includes(command.do)) { await passTime(stage, command); return; }
  try {
    const doing = await doingOf(stage, command);
    await doing();
    if (!('twice' in command) || !command.twice) return;
    const { version } = await stage.world.akten.get(AKTE);
    await doing();
    if ((await stage.world.akten.get(AKTE)).version !== version) stage.broken.push(`I10 ${JSON.stringify(command)} a second time changes something`);
  } catch (error) { if (!refusedRightly(error)) throw error; }
};

const openClaims = async ({ world }: Stage, akte: Akte): Promise<{ claim: ClaimId; generation: number }[]> => {
  const open = [];
  for (const matter of akte.matters) {
    const procedure = await world.ports.procedures.get(matter.procedure);
    for (const claim of matter.claims) if (nextStep(akte, claim, procedure, world.clock.today(), { hour: world.clock.hour() }).kind !== 'end') open.push({ claim, generation: generationOf(akte, claim) });
  }
  return open;
};

/** Plays a sequence and says what broke: nothing, where all is well. `look`: for whoever wants to see why. */
export const playSequence = async (sequence: Sequence, engine: Engine = 'direct', look: (stage: Stage) => void = () => undefined): Promise<readonly Broken[]> => {
  const stage = await stageOf(sequence, engine);
  look(stage);
  const { broken, world, workflows } = stage;
  let seen = 0;
  for (const [i, command] of sequence.commands.entries()) {
    await perform(stage, command);
    const akte = await world.akten.get(AKTE);
    if (akte.version !== seen || command.do === 'lose' || command.do === 'sweep') broken.push(...brokenMessages(akte, world.posts), ...await brokenTimers(workflows, await openClaims(stage, akte), command.do === 'sweep'));
    seen = akte.version;
    if (broken.length > 0) return broken.map((b) => `seed ${sequence.seed}, command ${i} ${JSON.stringify(command)}: ${b}`);
  }
  const akte = await world.akten.get(AKTE);
  const today = world.clock.today();
  broken.push(...brokenAccount(akte, sequence.seed % 4 === 0 ? plusDays(today, 365) : today), ...(sequence.seed % 4 === 1 ? brokenLog(akte, world.akten.log.get(AKTE) ?? []) : []));
  for (const ask of stage.finished) await ask();
  return broken.map((b) => `seed ${sequence.seed} at its end: ${b}`);
};
