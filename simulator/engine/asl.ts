import { compileTemplate, type Template } from './expression.ts';

/**
 * Reads a state machine (ASL in JSONata) and makes it ready to run. Covers the part of the language the project uses
 * and throws at anything else, so that nothing is skipped silently: a field that AWS honours and we do not would make
 * every test of the process a lie.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type AslState = Readonly<Record<string, unknown> & { Type: string }>;
export type Asl = Readonly<{ StartAt: string; States: Readonly<Record<string, AslState>> }>;

export type Retrier = Readonly<{
  errors: readonly string[];
  maxAttempts: number;
  intervalSeconds: number;
  backoffRate: number;
  maxDelaySeconds: number;
}>;
/** Where to go and what to keep: of a state, of a choice, of a catcher. */
export type Rule = Readonly<{ next: string | null; assign: Template | null; output: Template | null }>;
export type Catcher = Rule & Readonly<{ errors: readonly string[] }>;
export type Choice = Rule & Readonly<{ condition: Template }>;
export type State = Rule &
  Readonly<
    | { type: 'Pass' | 'Succeed' }
    | { type: 'Wait'; timestamp: Template }
    | { type: 'Fail'; error: string; cause: string }
    | { type: 'Choice'; choices: readonly Choice[] }
    | { type: 'Task'; resource: string; arguments: Template; retry: readonly Retrier[]; catch: readonly Catcher[] }
  >;
export type Machine = Readonly<{ startAt: string; states: ReadonlyMap<string, State> }>;

type Fields = Readonly<Record<string, unknown>>;
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  machine: ['Comment', 'QueryLanguage', 'StartAt', 'States'],
  Task: ['Type', 'Comment', 'Resource', 'Arguments', 'Assign', 'Output', 'Retry', 'Catch', 'Next', 'TimeoutSeconds'],
  Choice: ['Type', 'Comment', 'Choices', 'Default', 'Assign', 'Output'],
  Wait: ['Type', 'Comment', 'Timestamp', 'Assign', 'Output', 'Next'],
  Pass: ['Type', 'Comment', 'Assign', 'Output', 'Next'],
  Succeed: ['Type', 'Comment', 'Output'],
  Fail: ['Type', 'Comment', 'Error', 'Cause'],
  'a choice': ['Comment', 'Condition', 'Assign', 'Output', 'Next'],
  'a catcher': ['Comment', 'ErrorEquals', 'Assign', 'Output', 'Next'],
  'a retrier': [
    'Comment',
    'ErrorEquals',
    'IntervalSeconds',
    'BackoffRate',
    'MaxDelaySeconds',
    'MaxAttempts',
    'JitterStrategy',
  ],
};
const check = (kind: string, fields: Fields, where: string): void => {
  const known = FIELDS[kind];
  const strange = Object.keys(fields).filter((k) => !known?.includes(k));
  if (!known || strange.length > 0)
    throw new Error(`${where}: ${kind} ${strange.join(', ')} is not covered by this interpreter`);
};

const text = (fields: Fields, name: string, where: string): string => {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${where}: ${name} is missing`);
  return value;
};
const number = (fields: Fields, name: string, otherwise: number): number => {
  const value = fields[name];
  return typeof value === 'number' ? value : otherwise;
};
// A cast: what a definition leaves out or misspells fails in `text` and `needed`, with its place.
const list = (fields: Fields, name: string): readonly Fields[] => (fields[name] ?? []) as readonly Fields[];
const template = (fields: Fields, name: string): Template | null =>
  name in fields ? compileTemplate(fields[name]) : null;
const needed = (fields: Fields, name: string, where: string): Template => {
  const found = template(fields, name);
  if (!found) throw new Error(`${where}: ${name} is missing`);
  return found;
};

const ruleOf = (fields: Fields): Rule => ({
  next: typeof fields['Next'] === 'string' ? fields['Next'] : null,
  assign: template(fields, 'Assign'),
  output: template(fields, 'Output'),
});
const checked = (kind: string, fields: Fields, where: string): Fields => {
  check(kind, fields, where);
  return fields;
};
// JitterStrategy is known and not played: a jittered wait is never longer than the one played here.
const retrierOf = (fields: Fields, where: string): Retrier => ({
  errors: checked('a retrier', fields, where)['ErrorEquals'] as string[],
  maxAttempts: number(fields, 'MaxAttempts', 3),
  intervalSeconds: number(fields, 'IntervalSeconds', 1),
  backoffRate: number(fields, 'BackoffRate', 2),
  maxDelaySeconds: number(fields, 'MaxDelaySeconds', Infinity),
});
const catcherOf = (fields: Fields, where: string): Catcher => ({
  ...ruleOf(checked('a catcher', fields, where)),
  errors: fields['ErrorEquals'] as string[],
});
const choiceOf = (fields: Fields, where: string): Choice => ({
  ...ruleOf(checked('a choice', fields, where)),
  condition: needed(fields, 'Condition', where),
});

const stateOf = (where: string, fields: AslState): State => {
  const rule = ruleOf(checked(fields.Type, fields, where));
  switch (fields.Type) {
    case 'Pass':
    case 'Succeed':
      return { ...rule, type: fields.Type };
    case 'Wait':
      return { ...rule, type: 'Wait', timestamp: needed(fields, 'Timestamp', where) };
    case 'Fail':
      return { ...rule, type: 'Fail', error: text(fields, 'Error', where), cause: text(fields, 'Cause', where) };
    case 'Choice':
      return {
        ...rule,
        type: 'Choice',
        next: text(fields, 'Default', where),
        choices: list(fields, 'Choices').map((c) => choiceOf(c, where)),
      };
    case 'Task':
      return {
        ...rule,
        type: 'Task',
        resource: text(fields, 'Resource', where),
        arguments: needed(fields, 'Arguments', where),
        retry: list(fields, 'Retry').map((r) => retrierOf(r, where)),
        catch: list(fields, 'Catch').map((c) => catcherOf(c, where)),
      };
    default:
      throw new Error(`${where}: ${fields.Type} is not covered by this interpreter`);
  }
};

/** The ways out of a state beside its own `Next`. */
const sideExitsOf = (state: State): readonly Rule[] => {
  if (state.type === 'Choice') return state.choices;
  return state.type === 'Task' ? state.catch : [];
};

const exitsOf = (state: State): readonly (string | null)[] => {
  if (state.type === 'Succeed' || state.type === 'Fail') return [];
  return [state.next, ...sideExitsOf(state).map((rule) => rule.next)];
};

/** The machine of an ASL file; every field is known and every way leads to a state. */
export const machineOf = (asl: Asl): Machine => {
  check('machine', asl, 'the machine');
  if ((asl as Fields)['QueryLanguage'] !== 'JSONata') throw new Error('the machine does not speak JSONata');
  const states = new Map(
    Object.entries(asl.States).map(([name, fields]) => [name, stateOf(`«${name}»`, fields)] as const),
  );
  for (const [name, state] of states)
    for (const exit of exitsOf(state))
      if (exit === null || !states.has(exit)) throw new Error(`«${name}» leads nowhere: ${exit ?? 'no Next'}`);
  if (!states.has(asl.StartAt)) throw new Error(`the machine starts nowhere: ${asl.StartAt}`);
  return { startAt: asl.StartAt, states };
};
