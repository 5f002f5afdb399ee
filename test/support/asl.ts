/**
 * Runs a state machine in memory: its ASL file as it is, its tasks as functions, its waits as jumps of the clock.
 * Covers the part of the language the project uses, and throws at anything else, so that nothing is skipped silently.
 */
import jsonata from 'jsonata';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type State = Record<string, any> & { Type: string };
export type Asl = { StartAt: string; States: Record<string, State> };
export type World = Readonly<{ tasks: Record<string, (input: any) => Promise<unknown>>; waitUntil(state: string, instant: string): void; retryIn(seconds: number): void; enter?(state: string): void }>;

const KNOWN: Record<string, string[]> = {
  Task: ['Resource', 'Arguments', 'Assign', 'Output', 'Retry', 'Catch', 'Next', 'TimeoutSeconds'], Choice: ['Choices', 'Default'], Wait: ['Timestamp', 'Next'], Pass: ['Assign', 'Output', 'Next'], Succeed: [], Fail: ['Error', 'Cause'],
};
export class ExecutionFailed extends Error { override readonly name = 'ExecutionFailed'; }

const cache = new Map<string, ReturnType<typeof jsonata>>();
const compiled = (text: string): ReturnType<typeof jsonata> => { const known = cache.get(text) ?? jsonata(text); cache.set(text, known); return known; };
const matches = (names: string[], error: unknown): boolean => names.includes('States.ALL') || names.includes((error as Error).name);

const retrying = async <T>(retriers: { ErrorEquals: string[]; MaxAttempts?: number; IntervalSeconds?: number; BackoffRate?: number; MaxDelaySeconds?: number }[], run: () => Promise<T>, wait: (seconds: number) => void): Promise<T> => {
  const tries = retriers.map(() => 0);
  for (;;) {
    try { return await run(); } catch (error) {
      const i = retriers.findIndex((r) => matches(r.ErrorEquals, error));
      const r = retriers[i];
      const n = tries[i] ?? 0;
      if (!r || n >= (r.MaxAttempts ?? 3)) throw error;
      tries[i] = n + 1;
      wait(Math.min(r.MaxDelaySeconds ?? Infinity, (r.IntervalSeconds ?? 1) * (r.BackoffRate ?? 2) ** n));
    }
  }
};

export const execute = async (asl: Asl, input: Json, world: World): Promise<{ output: Json; path: string[] }> => {
  const path: string[] = [];
  const vars: Record<string, Json> = {};
  const evaluate = async (value: unknown, states: object): Promise<any> => {
    if (typeof value === 'string' && /^\{%.*%\}$/s.test(value)) {
      const result: unknown = await compiled(value.slice(2, -2)).evaluate({}, { ...vars, states });
      if (result === undefined) throw new ExecutionFailed(`States.QueryEvaluationError: ${value}`);
      return result;
    }
    if (value && typeof value === 'object' && !Array.isArray(value)) return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([k, v]) => [k, await evaluate(v, states)] as const)));
    return value;
  };
  let [name, current]: [string, Json] = [asl.StartAt, input];
  for (let steps = 0; steps < 5000; steps++) {
    const state = asl.States[name];
    if (!state) throw new Error(`No state «${name}»`);
    const unknown = Object.keys(state).filter((k) => !['Type', 'Comment', ...(KNOWN[state.Type] ?? [])].includes(k));
    if (!KNOWN[state.Type] || unknown.length) throw new Error(`«${name}»: ${state.Type} ${unknown.join()} is not covered by this interpreter`);
    path.push(name);
    world.enter?.(name);
    if (state.Type === 'Succeed') return { output: current, path };
    if (state.Type === 'Fail') throw new ExecutionFailed(`${String(state['Error'])}: ${String(state['Cause'])}`);
    const before = { input: current };
    let rule: Record<string, any> = state;
    let result: Json | undefined;
    let errorOutput: Json | undefined;
    if (state.Type === 'Wait') world.waitUntil(name, await evaluate(state['Timestamp'], before));
    if (state.Type === 'Choice') {
      rule = { Next: state['Default'] };
      for (const choice of state['Choices']) if (await evaluate(choice.Condition, before) === true) { rule = choice; break; }
    }
    if (state.Type === 'Task') {
      try {
        const run = world.tasks[state['Resource']];
        if (!run) throw new Error(`No task for ${String(state['Resource'])}`);
        result = await retrying(state['Retry'] ?? [], async () => JSON.parse(JSON.stringify(await run(await evaluate(state['Arguments'], before)))) as Json, (seconds) => { world.retryIn(seconds); });
      } catch (error) {
        const catcher = (state['Catch'] ?? []).find((c: any) => matches(c.ErrorEquals, error));
        if (!catcher) throw error;
        errorOutput = { Error: (error as Error).name, Cause: (error as Error).message };
        result = errorOutput;
        rule = catcher;
      }
    }
    const after = { ...before, result, errorOutput };
    const assigned = rule['Assign'] ? await evaluate(rule['Assign'], after) : {};
    current = 'Output' in rule ? await evaluate(rule['Output'], after) : (result ?? current);
    Object.assign(vars, assigned);
    if (!rule['Next']) throw new Error(`«${name}» leads nowhere`);
    name = String(rule['Next']);
  }
  throw new Error('The execution does not end');
};
