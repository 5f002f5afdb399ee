import { ClaimId } from '../../domain/ids.ts';
import { AKTE, STRANGER, beginningOf } from './beginning.ts';
import type { Sequence, Scene } from './commands.ts';
import { deskOf, type Desk } from './desk.ts';
import { directExecution } from '../engine/direct.ts';
import { startExecution } from '../engine/execution.ts';
import type { Broken } from './invariants.ts';
import { deployedMachine, runnable, tasksOf, type Tasks } from '../engine/machine.ts';
import { financeOf, type Finance } from './payouts.ts';
import { watched, type Target } from './watched.ts';
import { forgetfulArchive, memoryMailbox, memoryOnce } from '../agency/stores.ts';
import { workflowsOf, type RunningWorkflows } from '../agency/workflows.ts';
import type { World } from '../agency/world.ts';

/** Through the file of the state machine, or through the loop that does the same in less time. */
export type Engine = 'asl' | 'direct';

/** A world with all that plays in it, and what of it has broken so far. */
export type Stage = Readonly<{
  sequence: Sequence;
  world: World;
  workflows: RunningWorkflows;
  tasks: Tasks;
  ports: ReturnType<typeof portsOf>;
  broken: Broken[];
  desk: Desk;
  finance: Finance;
  target: Target;
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
  const target: Target = { akte: null };
  const { world: bare, claims } = await beginningOf(scene);
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
