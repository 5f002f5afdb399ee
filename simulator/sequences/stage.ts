import { SYSTEM, byCreditor, isCreditor, isSweep, type Actor } from '../../domain/actor.ts';
import { creditorOf, generationOf, type Akte } from '../../domain/akte/akte.ts';
import { apply } from '../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { AkteId, ClaimId } from '../../domain/ids.ts';
import { invoiceIdentity, type Claim } from '../../domain/akte/claim.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { cents } from '../../domain/money.ts';
import { Creditor, CreditorId, type Debtor } from '../../domain/parties/parties.ts';
import type { Act } from '../../usecases/ports/akten.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import type { Sequence, Scene } from './commands.ts';
import { deskOf, type Desk } from './desk.ts';
import { directExecution } from '../engine/direct.ts';
import { startExecution } from '../engine/execution.ts';
import { akteOf } from './intake.ts';
import { brokenByAsking, brokenByReserving, type Broken } from './invariants.ts';
import { deployedMachine, runnable, tasksOf, type Tasks } from '../engine/machine.ts';
import { financeOf, type Finance } from './payouts.ts';
import { SOMEWHERE, TERMS, aClaim, erika, musterversand } from '../agency/people.ts';
import { forgetfulArchive, memoryMailbox, memoryOnce } from '../agency/stores.ts';
import { workflowsOf, type RunningWorkflows } from '../agency/workflows.ts';
import { aWorld, handOver, type World } from '../agency/world.ts';

/** Through the file of the state machine, or through the loop that does the same in less time. */
export type Engine = 'asl' | 'direct';
const FIRST_DAY = day('2026-01-05');
/**
 * The Akte that things happen to; its creditor's other customer; and the Akte of the same person at another creditor,
 * under the same number and with the same invoice.
 */
export const AKTE = akteOf(musterversand.id, erika.customerNumber);
export const OTHER = akteOf(musterversand.id, 'K-2');
const STW = CreditorId.parse('STW');
export const STRANGER = AkteId.parse(AKTE.replace('MUS', 'STW'));

/** The same few in hundreds of thousands of scenes. */
const debtors = new Map<string, Debtor>();
const debtorOf = (scene: Scene): Debtor => {
  const key = `${scene.land ?? ''}${scene.email}${scene.phone}${scene.business}`;
  const debtor = debtors.get(key) ?? debtorIn(scene);
  debtors.set(key, debtor);
  return debtor;
};
const debtorIn = ({ land, email, phone, business }: Scene): Debtor => {
  const { email: mail, phone: number, land: _, ...rest } = erika;
  return {
    ...rest,
    address: SOMEWHERE,
    kind: business ? 'business' : 'private',
    ...(land ? { land } : {}),
    ...(email && mail ? { email: mail } : {}),
    ...(phone && number ? { phone: number } : {}),
  };
};
const creditorsOf = ({ komfort, deductsInputTax, procedure: { id, version } }: Scene): Creditor[] => [
  { ...musterversand, module: komfort ? 'komfort' : 'standard', deductsInputTax, procedure: { id, version } },
  {
    ...musterversand,
    id: STW,
    name: 'Stadtwerke Musterstadt',
    module: 'komfort',
    account: { holder: 'Stadtwerke', iban: 'DE02100500000054540402' },
  },
];

/** `target`: whose Akte the command that is being done is about; null while only time passes. */
export type Stage = Readonly<{
  sequence: Sequence;
  world: World;
  workflows: RunningWorkflows;
  tasks: Tasks;
  ports: ReturnType<typeof portsOf>;
  broken: Broken[];
  desk: Desk;
  finance: Finance;
  target: { akte: AkteId | null };
  /** Asked when the sequence is over. */
  finished: (() => Promise<void>)[];
  counter: { payments: number; refunds: number; credits: number };
}>;

const portsOf = (world: World, workflows: RunningWorkflows, { stopsNothing }: Scene) => ({
  ...world.ports,
  workflows: stopsNothing ? { ...workflows, stop: async () => undefined } : workflows,
  timers: workflows.timers,
  executions: workflows.executions,
  mailbox: memoryMailbox(),
  once: memoryOnce(),
});

/**
 * What a hand-over may bring: claims, what a row completes or says anew of the debtor, and the executions that go on
 * with it.
 */
const HANDED_OVER: readonly Fact['kind'][] = [
  'opened',
  'handedOver',
  'joined',
  'renamed',
  'alsoNamed',
  'contactChanged',
  'particularsGiven',
  'restarted',
];

/** Whether somebody has a say in an Akte at all, and which kinds of facts are theirs to write; null: any. */
type Say = Readonly<{ rightly: boolean; kinds: readonly Fact['kind'][] | null }>;
const sayOf = (by: Actor, id: AkteId, target: AkteId | null): Say => {
  if (isSweep(by)) return { rightly: true, kinds: ['restarted'] };
  if (by === SYSTEM.payout) return { rightly: true, kinds: ['paidOut'] };
  if (isCreditor(by)) return { rightly: by === byCreditor(creditorOf(id)), kinds: HANDED_OVER };
  return { rightly: id === target, kinds: null };
};

const kindsIn = (facts: readonly Fact[]): string => facts.map((f) => f.kind).join(', ');

/** An execution acts on its own Akte, and only in the generation that leads its claim. */
const brokenByExecution = (id: AkteId, before: Akte | null, { by, facts }: Act): Broken[] => {
  const [claim = '', generation = ''] = by.slice(id.length + 1).split('-');
  if (!by.startsWith(`${id}-`)) return [`I8 ${by} changed ${id}`];
  return before && `g${generationOf(before, claim as ClaimId)}` !== generation
    ? [`an older execution, ${by}, acted: ${kindsIn(facts)}`]
    : [];
};

/**
 * I8, and that only the youngest execution acts: an Akte is changed by its own executions of the generation that leads
 * the claim, by the sweep, by the payout of its creditor, by its creditor's list, or by the command that is about it.
 * What a client may ask for at all the lambdas decide (ownAkte); the story refuses a foreign Akte at every door
 * (local/story.ts, test/e2e).
 */
const changedByNobodyElse = (id: AkteId, before: Akte | null, act: Act, target: AkteId | null): Broken[] => {
  const { by, facts } = act;
  if (!by.includes(':')) return brokenByExecution(id, before, act);
  const { rightly, kinds } = sayOf(by, id, target);
  return rightly && facts.every((f) => !kinds || kinds.includes(f.kind))
    ? []
    : [`I8 ${by} changed ${id} with ${kindsIn(facts)}; it was about ${target ?? 'no Akte'}`];
};

/** What leads to Klärung may be a provider's or an input's doing; an error without a name of ours is a bug. */
const isOurFault = (reason: string): boolean => /: (Error|TypeError|RangeError|ZodError)$/.test(reason);

/** The Akten of the world, every act looked at as it is written. */
const watched = (world: World, broken: Broken[], target: Stage['target']): World['akten'] => {
  const {
    clock,
    ports: { akten, procedures },
  } = world;
  const looked = async (before: Akte, facts: readonly Fact[]): Promise<void> => {
    let seen = before;
    for (const fact of facts)
      if (fact.kind === 'trouble' && isOurFault(fact.reason))
        broken.push(`a step failed by a fault of our own: ${fact.reason}`);
    for (const fact of facts) {
      const matter = fact.kind === 'reserved' ? seen.matters.find((m) => m.id === fact.message.matter) : undefined;
      if (fact.kind === 'reserved' && fact.demand) broken.push(...brokenByAsking(before, fact.message, fact.demand));
      if (fact.kind === 'reserved' && matter)
        broken.push(
          ...brokenByReserving(seen, fact.message, {
            today: clock.today(),
            procedure: await procedures.get(matter.procedure),
            everybody: world.akten.all(),
          }),
        );
      seen = apply(seen, fact, seen.id);
    }
  };
  return {
    ...akten,
    append: async (id, version, act, also) => {
      const before = await akten.find(id);
      const after = await akten.append(id, version, act, also);
      broken.push(...changedByNobodyElse(id, before, act, target.akte));
      if (before) await looked(before, act.facts);
      return after;
    },
  };
};

/** Another creditor's Akte: of the same person, with money in it, under way or not. */
const aStranger = async (world: World, { start }: { start: Day }): Promise<void> => {
  const invoiceDate = plusDays(start, -40);
  const dueOn = plusDays(invoiceDate, 14);
  const claim = aClaim(1, { invoiceDate, contractDate: invoiceDate, dueOn, principal: cents(90_00) });
  await handOver(world, {
    akte: STRANGER,
    procedure: { id: 'standard', version: 1 },
    claims: [claim],
    invoices: [invoiceIdentity(claim)],
  });
  await recordPayment(world.ports)({
    akte: STRANGER,
    id: 'bank:1',
    amount: cents(10_00),
    valueDate: start,
    via: 'agency',
    source: 'test',
    by: SYSTEM.bank,
  });
};

/**
 * The claims of a scene, one matter: in collection they are overdue, in a creditor's own dunning the invoice is of
 * today.
 */
const claimsOf = ({ procedure, claims }: Scene, start: Day) => {
  const invoiceDate = plusDays(start, procedure.countsFrom === 'invoiceDate' ? 0 : -51);
  return Array.from({ length: claims }, (_, i) =>
    aClaim(i + 1, {
      invoiceDate,
      contractDate: invoiceDate,
      dueOn: plusDays(invoiceDate, 14),
      principal: cents(4_000 + i * 11_111),
    }),
  );
};

/** What a scene begins with: the Akte it is about, and another creditor's of the same person where there is one. */
const sceneWorld = async (scene: Scene, claims: readonly Claim[], start: Day): Promise<World> => {
  const world = aWorld({ start, creditors: creditorsOf(scene) });
  await handOver(world, {
    akte: AKTE,
    procedure: scene.procedure,
    debtor: debtorOf(scene),
    claims,
    terms: { ...TERMS, deductsInputTax: scene.deductsInputTax },
    invoices: claims.map(invoiceIdentity),
  });
  if (scene.stranger !== 'none') await aStranger(world, { start });
  return world;
};

/** The tasks of a world, and the executions that call them. */
const machineryOf = ({ clock, ports }: World, engine: Engine): Pick<Stage, 'tasks' | 'workflows'> => {
  // The workflows start executions of the tasks, and one of the tasks starts workflows.
  const late: { workflows?: RunningWorkflows } = {};
  const tasks = tasksOf({ ...ports, workflows: { start: async (...of) => late.workflows?.start(...of) } });
  const running = engine === 'asl' ? runnable(tasks) : {};
  const workflows = workflowsOf({
    clock,
    begin: (of) =>
      engine === 'asl'
        ? startExecution(deployedMachine(), { ...of }, { tasks: running, retryIn: clock.pass })
        : directExecution(tasks, clock, of),
  });
  late.workflows = workflows;
  return { tasks, workflows };
};

/** A world in which every act is looked at as it is written. */
export const stageOf = async (sequence: Sequence, engine: Engine): Promise<Stage> => {
  const { scene } = sequence;
  const broken: Broken[] = [];
  const target: Stage['target'] = { akte: null };
  const start = plusDays(FIRST_DAY, scene.start);
  const claims = claimsOf(scene, start);
  const bare = await sceneWorld(scene, claims, start);
  const akten = watched(bare, broken, target);
  const world = {
    ...bare,
    akten,
    ports: { ...bare.ports, akten, paper: { ...bare.ports.paper, archive: forgetfulArchive() } },
  };
  const { tasks, workflows } = machineryOf(world, engine);
  for (const { id } of claims) await workflows.start(AKTE, id, 1);
  if (scene.stranger === 'runs') await workflows.start(STRANGER, ClaimId.parse('F1'), 1);
  return {
    sequence,
    world,
    workflows,
    tasks,
    ports: portsOf(world, workflows, scene),
    broken,
    desk: deskOf(claims),
    finance: financeOf(),
    target,
    finished: [],
    counter: { payments: 0, refunds: 0, credits: 0 },
  };
};
