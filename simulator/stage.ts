import { creditorOf, generationOf, type Akte } from '../domain/akte.ts';
import { apply } from '../domain/fold.ts';
import { day, plusDays, type Day } from '../domain/calendar.ts';
import { AkteId, ClaimId, invoiceIdentity } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { cents } from '../domain/money.ts';
import { Creditor, CreditorId, type Debtor } from '../domain/parties.ts';
import { recordPayment } from '../usecases/record-payment.ts';
import { SWEEP } from '../usecases/restart.ts';
import type { Sequence, Scene } from './commands.ts';
import { directExecution } from './direct.ts';
import { startExecution } from './execution.ts';
import { akteOf, deskOf, type Desk } from './intake.ts';
import { brokenByAsking, brokenByReserving, type Broken } from './invariants.ts';
import { deployedMachine, runnable, tasksOf, type Tasks } from './machine.ts';
import { financeOf, type Finance } from './payouts.ts';
import { SOMEWHERE, TERMS, aClaim, erika, musterversand } from './people.ts';
import { forgetfulArchive, memoryMailbox, memoryOnce } from './stores.ts';
import { workflowsOf, type RunningWorkflows } from './workflows.ts';
import { aWorld, handOver, type World } from './world.ts';

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
 * I8, and that only the youngest execution acts: an Akte is changed by its own executions of the generation that leads
 * the claim, by the sweep, by the payout of its creditor, by its creditor's list, or by the command that is about it.
 * What a client may ask for at all the lambdas decide (ownAkte); the story refuses a foreign Akte at every door
 * (local/story.ts, test/e2e).
 */
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

const changedByNobodyElse = (
  id: AkteId,
  before: Akte | null,
  by: string,
  facts: readonly Fact[],
  target: AkteId | null,
): Broken[] => {
  if (!by.includes(':')) {
    const [claim = '', generation = ''] = by.slice(id.length + 1).split('-');
    if (!by.startsWith(`${id}-`)) return [`I8 ${by} changed ${id}`];
    return before && `g${generationOf(before, claim as ClaimId)}` !== generation
      ? [`an older execution, ${by}, acted: ${facts.map((f) => f.kind).join(', ')}`]
      : [];
  }
  const [rightly, kinds] =
    by === SWEEP
      ? [true, ['restarted']]
      : by === 'system:payout'
        ? [true, ['paidOut']]
        : by.startsWith('client:')
          ? [by === `client:${creditorOf(id)}`, HANDED_OVER]
          : [id === target, null];
  return rightly && facts.every((f) => !kinds || kinds.includes(f.kind))
    ? []
    : [`I8 ${by} changed ${id} with ${facts.map((f) => f.kind).join(', ')}; it was about ${target ?? 'no Akte'}`];
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
      broken.push(...changedByNobodyElse(id, before, act.by, act.facts, target.akte));
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
    by: 'system:bank',
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

/** A world in which every act is looked at as it is written. */
export const stageOf = async (sequence: Sequence, engine: Engine): Promise<Stage> => {
  const { scene } = sequence;
  const broken: Broken[] = [];
  const target: Stage['target'] = { akte: null };
  const start = plusDays(FIRST_DAY, scene.start);
  const bare = aWorld({ start, creditors: creditorsOf(scene) });
  const { clock } = bare;
  const claims = claimsOf(scene, start);
  await handOver(bare, {
    akte: AKTE,
    procedure: scene.procedure,
    debtor: debtorOf(scene),
    claims,
    terms: { ...TERMS, deductsInputTax: scene.deductsInputTax },
    invoices: claims.map(invoiceIdentity),
  });
  if (scene.stranger !== 'none') await aStranger(bare, { start });
  const akten = watched(bare, broken, target);
  const world = {
    ...bare,
    akten,
    ports: { ...bare.ports, akten, paper: { ...bare.ports.paper, archive: forgetfulArchive() } },
  };
  // The workflows start executions of the tasks, and one of the tasks starts workflows.
  const late: { workflows?: RunningWorkflows } = {};
  const tasks = tasksOf({ ...world.ports, workflows: { start: async (...of) => late.workflows?.start(...of) } });
  const running = engine === 'asl' ? runnable(tasks) : {};
  const workflows = workflowsOf({
    clock,
    begin: (of) =>
      engine === 'asl'
        ? startExecution(deployedMachine(), { ...of }, { tasks: running, retryIn: clock.pass })
        : directExecution(tasks, clock, of),
  });
  late.workflows = workflows;
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
