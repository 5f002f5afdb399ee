import type { Catcher, Json, Machine, Retrier, Rule, State } from './asl.ts';
import { messageIn, nameIn } from '../../domain/faults.ts';

/** What a machine needs of the world: its tasks by resource, and time that passes between two tries. */
export type Surroundings = Readonly<{
  tasks: Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  retryIn(seconds: number): void;
  enter?(state: string): void;
}>;
/** Where an execution stands when nothing is to be done: in a Wait until an instant, or at its end. */
export type Standing = Readonly<
  { kind: 'waiting'; state: string; until: string } | { kind: 'ended'; state: string; output: Json }
>;
/**
 * `advance` runs to the next Wait or to the end; called in a Wait, it wakes the execution. `path`: the states it
 * entered.
 */
export type Execution = Readonly<{ advance(): Promise<Standing>; path: readonly string[] }>;

export class ExecutionFailed extends Error {
  override readonly name = 'ExecutionFailed';
}

/** No execution of ours enters so many states between two waits. */
const MOST_STEPS = 5000;
const matches = (names: readonly string[], error: unknown): boolean =>
  names.includes('States.ALL') || names.includes(nameIn(error));

const retrying = async <T>(
  retriers: readonly Retrier[],
  run: () => Promise<T>,
  wait: (seconds: number) => void,
): Promise<T> => {
  const tries = retriers.map(() => 0);
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const i = retriers.findIndex((r) => matches(r.errors, error));
      const retrier = retriers[i];
      const n = tries[i] ?? 0;
      if (!retrier || n >= retrier.maxAttempts) throw error;
      tries[i] = n + 1;
      wait(Math.min(retrier.maxDelaySeconds, retrier.intervalSeconds * retrier.backoffRate ** n));
    }
  }
};

/**
 * What comes from a task is JSON and nothing else, as on AWS; the flat records of our tasks are copied without writing
 * them down first.
 */
const overTheWire = (value: unknown): Json => {
  // Casts: what JSON was written of and read again is JSON.
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return JSON.parse(JSON.stringify(value)) as Json;
  const copy: Record<string, Json> = {};
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' || typeof part === 'boolean' || (typeof part === 'number' && Number.isFinite(part)))
      copy[key] = part;
    else if (part !== undefined) return JSON.parse(JSON.stringify(value)) as Json;
  }
  return copy;
};

type Memory = { variables: Record<string, unknown>; current: Json };
type Outcome = Readonly<{ rule: Rule; result?: Json; errorOutput?: Json }>;
const scopeOf = ({ variables, current }: Memory) => ({ variables, states: { input: current } });

const runTask = async (
  state: Extract<State, { type: 'Task' }>,
  memory: Memory,
  around: Surroundings,
): Promise<Outcome> => {
  const run = around.tasks[state.resource];
  // Outside the try: a task that is missing is a mistake of the simulation, not an error the machine may catch.
  if (!run) throw new Error(`No task for ${state.resource}`);
  try {
    const scope = scopeOf(memory);
    return {
      rule: state,
      result: await retrying(
        state.retry,
        async () => overTheWire(await run(await state.arguments(scope))),
        (seconds) => {
          around.retryIn(seconds);
        },
      ),
    };
  } catch (error) {
    const catcher: Catcher | undefined = state.catch.find((c) => matches(c.errors, error));
    if (!catcher) throw error;
    const errorOutput = { Error: nameIn(error), Cause: messageIn(error) };
    return { rule: catcher, result: errorOutput, errorOutput };
  }
};

const choose = async (state: Extract<State, { type: 'Choice' }>, memory: Memory): Promise<Outcome> => {
  const scope = scopeOf(memory);
  for (const choice of state.choices) {
    const met = choice.condition(scope);
    if ((met instanceof Promise ? await met : met) === true) return { rule: choice };
  }
  return { rule: state };
};

/** Assign and Output see the same values: what is assigned holds from the next state on. */
const leave = async (memory: Memory, { rule, result, errorOutput }: Outcome): Promise<void> => {
  if (!rule.assign && !rule.output) {
    memory.current = result ?? memory.current;
    return;
  }
  const scope = { variables: memory.variables, states: { input: memory.current, result, errorOutput } };
  const assigned = rule.assign ? rule.assign(scope) : undefined;
  const output = rule.output ? rule.output(scope) : (result ?? memory.current);
  memory.current = (output instanceof Promise ? await output : output) as Json;
  Object.assign(memory.variables, assigned instanceof Promise ? await assigned : assigned);
};

/** Where an execution is and what it remembers; `sleeping`: the Wait that it stands in. */
type Course = Memory & { at: string; sleeping: State | null };

const goOn = async (course: Course, outcome: Outcome): Promise<void> => {
  await leave(course, outcome);
  course.at = outcome.rule.next ?? '';
};

/** Does what a state says; null: the execution goes on to the next one. */
const enter = async (state: State, course: Course, around: Surroundings): Promise<Standing | null> => {
  switch (state.type) {
    case 'Succeed':
      await leave(course, { rule: state });
      return { kind: 'ended', state: course.at, output: course.current };
    case 'Fail':
      throw new ExecutionFailed(`${state.error}: ${state.cause}`);
    case 'Wait':
      course.sleeping = state;
      return { kind: 'waiting', state: course.at, until: String(await state.timestamp(scopeOf(course))) };
    case 'Pass':
      await goOn(course, { rule: state });
      return null;
    case 'Choice':
      await goOn(course, await choose(state, course));
      return null;
    case 'Task':
      await goOn(course, await runTask(state, course, around));
      return null;
    default:
      return state satisfies never;
  }
};

/** A new execution of a machine; nothing happens before the first `advance`. */
export const startExecution = (machine: Machine, input: Json, around: Surroundings): Execution => {
  const course: Course = { variables: {}, current: input, at: machine.startAt, sleeping: null };
  const path: string[] = [];
  const arrivedAt = (name: string): State => {
    const state = machine.states.get(name);
    if (!state) throw new Error(`No state «${name}»`);
    path.push(name);
    around.enter?.(name);
    return state;
  };

  const advance = async (): Promise<Standing> => {
    if (course.sleeping) {
      const woken = course.sleeping;
      course.sleeping = null;
      await goOn(course, { rule: woken });
    }
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const standing = await enter(arrivedAt(course.at), course, around);
      if (standing) return standing;
    }
    throw new Error('The execution does not end');
  };
  return { advance, path };
};
