import { machineOf, type Asl, type AslState, type Json } from '../../../simulator/engine/asl.ts';
import { startExecution, type Standing, type Surroundings } from '../../../simulator/engine/execution.ts';
import { compileExpression } from '../../../simulator/engine/expression.ts';
import { aslFile } from '../../../simulator/engine/machine.ts';

const machine = (States: Record<string, AslState>, more: object = {}): Asl =>
  ({ QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0] ?? '', States, ...more }) as Asl;
const END: AslState = { Type: 'Succeed' };
const task = (more: object = {}): AslState => ({ Type: 'Task', Resource: '${T}', Arguments: {}, Next: 'End', ...more });
const named = (name: string): Error => Object.assign(new Error('why'), { name });

describe('what it does not know it refuses, before anything runs', () => {
  test.each<readonly [string, Asl]>([
    ['HeartbeatSeconds', machine({ A: task({ HeartbeatSeconds: 3 }), End: END })],
    ['Parameters', machine({ A: task({ Parameters: {} }), End: END })],
    ['Seconds', machine({ A: { Type: 'Wait', Seconds: 3, Next: 'End' }, End: END })],
    ['Map', machine({ A: { Type: 'Map', Next: 'End' }, End: END })],
    ['End', machine({ A: { Type: 'Pass', End: true } })],
    ['TimeoutSeconds', machine({ A: END }, { TimeoutSeconds: 10 })],
    [
      'Variable',
      machine({ A: { Type: 'Choice', Default: 'End', Choices: [{ Variable: '$.a', Next: 'End' }] }, End: END }),
    ],
    ['Reason', machine({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End', Reason: '' }] }), End: END })],
    ['Backoff', machine({ A: task({ Retry: [{ ErrorEquals: ['States.ALL'], Backoff: 2 }] }), End: END })],
    ['JSONata', machine({ A: END }, { QueryLanguage: 'JSONPath' })],
    ['leads nowhere', machine({ A: { Type: 'Pass', Next: 'B' } })],
    ['leads nowhere', machine({ A: { Type: 'Pass' } })],
    ['leads nowhere', machine({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }), End: END })],
    ['starts nowhere', machine({ A: END }, { StartAt: 'B' })],
    ['Timestamp is missing', machine({ A: { Type: 'Wait', Next: 'End' }, End: END })],
    ['Default is missing', machine({ A: { Type: 'Choice', Choices: [] } })],
  ])('%s', (what, asl) => {
    expect(() => machineOf(asl)).toThrow(what);
  });
});

/** Runs to the end; waits are passed over. */
const run = async (
  asl: Asl,
  tasks: Surroundings['tasks'] = {},
  input: Json = { n: 1 },
): Promise<{ standing: Standing; path: readonly string[]; waited: number[] }> => {
  const waited: number[] = [];
  const execution = startExecution(machineOf(asl), input, {
    tasks,
    retryIn: (seconds) => {
      waited.push(seconds);
    },
  });
  let standing = await execution.advance();
  while (standing.kind === 'waiting') standing = await execution.advance();
  return { standing, path: execution.path, waited };
};

describe('it runs as Step Functions does', () => {
  test('Assign and Output see the same values; what is assigned holds from the next state on', async () => {
    const { standing } = await run(
      machine({
        A: { Type: 'Pass', Assign: { x: '{% $states.input.n %}' }, Output: { m: '{% $states.input.n %}' }, Next: 'B' },
        B: {
          Type: 'Pass',
          Assign: { x: '{% $x + 1 %}' },
          Output: '{% {"old": $x, "list": [$x, "y"], "in": $states.input.m} %}',
          Next: 'End',
        },
        End: END,
      }),
    );
    expect(standing).toMatchObject({ kind: 'ended', output: { old: 1, list: [1, 'y'], in: 1 } });
  });
  test('a Wait stands still until it is woken', async () => {
    const execution = startExecution(
      machineOf(machine({ A: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Next: 'End' }, End: END })),
      { at: '2026-03-02T07:00:00Z' },
      { tasks: {}, retryIn: () => undefined },
    );
    expect(await execution.advance()).toEqual({ kind: 'waiting', state: 'A', until: '2026-03-02T07:00:00Z' });
    expect(await execution.advance()).toMatchObject({ kind: 'ended', state: 'End' });
  });
  test('the first choice that is met, else the default', async () => {
    const choice = machine({
      A: {
        Type: 'Choice',
        Default: 'Other',
        Choices: [
          { Condition: '{% $states.input.n = 2 %}', Next: 'End' },
          { Condition: '{% $states.input.n < 2 %}', Next: 'End' },
        ],
      },
      Other: END,
      End: END,
    });
    expect([(await run(choice)).path, (await run(choice, {}, { n: 3 })).path]).toEqual([
      ['A', 'End'],
      ['A', 'Other'],
    ]);
  });
  test('retries by its own rule, each with its own count, longer every time; then it catches', async () => {
    const errors = ['Busy', 'Busy', 'Lost', 'Busy'];
    const asl = machine({
      A: task({
        Retry: [
          { ErrorEquals: ['Busy'], MaxAttempts: 2, IntervalSeconds: 5, BackoffRate: 2 },
          { ErrorEquals: ['Lost'], MaxAttempts: 9, IntervalSeconds: 60, MaxDelaySeconds: 7 },
        ],
        Catch: [{ ErrorEquals: ['Busy'], Assign: { e: '{% $states.errorOutput.Error %}' }, Next: 'B' }],
      }),
      B: { Type: 'Pass', Output: '{% $e %}', Next: 'End' },
      End: END,
    });
    const { standing, waited } = await run(asl, {
      '${T}': async () => {
        throw named(errors.shift() ?? '');
      },
    });
    expect([waited, standing]).toEqual([[5, 10, 7], { kind: 'ended', state: 'End', output: 'Busy' }]);
  });
  test('an expression without a result fails the state, and can be caught', async () => {
    const asl = machine({
      A: task({
        Arguments: '{% $states.input.nothing %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'End' }],
      }),
      End: END,
    });
    expect((await run(asl, { '${T}': async () => 1 })).path).toEqual(['A', 'End']);
  });
  test('a task that is missing is never caught', async () => {
    await expect(
      run(machine({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End' }] }), End: END })),
    ).rejects.toThrow('No task for ${T}');
  });
  test('what nobody catches fails the execution; so does Fail', async () => {
    await expect(
      run(machine({ A: task(), End: END }), {
        '${T}': async () => {
          throw named('Odd');
        },
      }),
    ).rejects.toMatchObject({ name: 'Odd' });
    await expect(run(machine({ A: { Type: 'Fail', Error: 'E', Cause: 'C' } }))).rejects.toMatchObject({
      name: 'ExecutionFailed',
      message: 'E: C',
    });
  });
  test('only JSON comes out of a task', async () => {
    const { standing } = await run(machine({ A: task(), End: END }), {
      '${T}': async () => ({ a: undefined, b: new Date(0), c: [undefined] }),
    });
    expect(standing).toMatchObject({ output: { b: '1970-01-01T00:00:00.000Z', c: [null] } });
    expect(
      (await run(machine({ A: task(), End: END }), { '${T}': async () => ({ a: undefined, b: 1 }) })).standing,
    ).toEqual({ kind: 'ended', state: 'End', output: { b: 1 } });
  });
  test('a circle without a Wait is an error', async () => {
    await expect(run(machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }))).rejects.toThrow(
      'does not end',
    );
  });
});

/** All expressions of a machine's file. */
const expressionsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^\{%.*%\}$/s.test(value) ? [value.slice(2, -2)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
};

/** What a variable may hold. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  'Ruht',
  '',
  3,
  true,
  { step: 'Ruht', until: 'x', Error: 'E' },
  { step: null },
  { step: { a: 1 } },
  { step: ['Ruht'] },
  [{ step: 'Ruht' }, { step: 'x' }],
  { akte: 'A', claim: 'F1', generation: 1 },
];
/** Forms that no expression of the file has yet. */
const EXTRA = [
  '$a = $b',
  '$a.step',
  "{'a': $a, 'b': $b}",
  '$states.result.step',
  "$a.step = 'Ruht'",
  '$a',
  "'x'",
  '3',
  'true',
  'null',
  '$$',
  '$a[0].step',
  '$a.step & $b',
];
type Scope = Parameters<ReturnType<typeof compileExpression>>[0];
/** The value as JSON, or the name of the error. */
const answerOf = async (source: string, quickly: boolean, scope: Scope): Promise<string> => {
  try {
    return JSON.stringify(await compileExpression(source, quickly)(scope));
  } catch (error) {
    return (error as Error).name;
  }
};

test('the quick form of every expression says what JSONata says, whatever the variables hold', async () => {
  for (const source of [...new Set([...expressionsIn(aslFile()), ...EXTRA])]) {
    for (const a of VALUES) {
      const scope = {
        variables: { step: a, akte: a, claim: a, generation: a, error: a, a, b: 'Ruht' },
        states: { input: a, result: a, errorOutput: a },
      };
      const quick = await answerOf(source, true, scope);
      const slow = await answerOf(source, false, scope);
      expect([source, a, quick]).toEqual([source, a, slow]);
    }
  }
});
