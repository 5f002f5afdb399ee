import jsonata from 'jsonata';

/** What an expression may ask for: the variables of the execution and `$states`. */
export type Scope = Readonly<{
  variables: Readonly<Record<string, unknown>>;
  states: Readonly<Record<string, unknown>>;
}>;
/** A value of the ASL file with its expressions compiled; gives a promise only where JSONata itself has to be asked. */
export type Template = (scope: Scope) => unknown;

/** An expression without a result: AWS fails the state with this name. */
export class QueryFailed extends Error {
  override readonly name = 'States.QueryEvaluationError';
}

type Node = Readonly<{
  type: string;
  value?: unknown;
  steps?: readonly Node[];
  lhs?: unknown;
  rhs?: Node;
  stages?: unknown;
  group?: unknown;
  predicate?: unknown;
  keepArray?: unknown;
}>;
/** Given up: what stands there needs JSONata's own rules (arrays, comparisons of objects). */
const UNSURE = Symbol('unsure');
type Quick = (scope: Scope) => unknown;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const field = (value: unknown, name: string): unknown => {
  if (value === UNSURE || Array.isArray(value)) return UNSURE;
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};
/** `$name`; `$` and `$$` are something else. */
const variable = (node: Node): Quick | null => {
  const name = String(node.value);
  if (!/^\w+$/.test(name)) return null;
  return name === 'states' ? (scope) => scope.states : (scope) => scope.variables[name];
};

/** What picks or groups among many is JSONata's own to do. */
const picksOrGroups = ({ stages, predicate, group }: Node): boolean =>
  stages !== undefined || predicate !== undefined || group !== undefined;

const quickPath = (steps: readonly Node[]): Quick | null => {
  const [first, ...rest] = steps;
  if (
    first?.type !== 'variable' ||
    steps.some((s) => picksOrGroups(s) || s.keepArray !== undefined) ||
    rest.some((s) => s.type !== 'name')
  )
    return null;
  const begin = variable(first);
  const names = rest.map((s) => String(s.value));
  return begin && ((scope) => names.reduce(field, begin(scope)));
};
const equal = (a: unknown, b: unknown): unknown => {
  if (a === UNSURE || b === UNSURE || (typeof a === 'object' && a !== null) || (typeof b === 'object' && b !== null))
    return UNSURE;
  return a !== undefined && b !== undefined && a === b;
};
const quickEquality = (lhs: Node, rhs: Node): Quick | null => {
  const left = quick(lhs);
  const right = quick(rhs);
  return left && right ? (scope) => equal(left(scope), right(scope)) : null;
};
const quickObject = (pairs: readonly (readonly [Node, Node])[]): Quick | null => {
  const parts = pairs.map(([key, value]) => [key.type === 'string' ? String(key.value) : null, quick(value)] as const);
  if (parts.some(([key, value]) => key === null || value === null)) return null;
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (const [key, value] of parts) {
      const found = value?.(scope);
      if (found === UNSURE) return UNSURE;
      if (found !== undefined) result[key ?? ''] = found;
    }
    return result;
  };
};

/**
 * The few forms the machines are made of, as functions: `$step.step = '…'` a thousand times faster than by walking
 * JSONata's tree. Null: not one of them.
 */
const quick = (node: Node): Quick | null => {
  if (picksOrGroups(node)) return null;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return () => node.value;
    case 'variable':
      return variable(node);
    case 'path':
      return quickPath(node.steps ?? []);
    case 'unary':
      // Casts, here and below: what a node of this kind has on its left, as jsonata's parser builds it.
      return node.value === '{' ? quickObject(node.lhs as readonly (readonly [Node, Node])[]) : null;
    case 'binary':
      return node.value === '=' && node.rhs ? quickEquality(node.lhs as Node, node.rhs) : null;
    default:
      return null;
  }
};

const resultOf = (value: unknown, source: string): unknown => {
  if (value === undefined) throw new QueryFailed(`no result: ${source}`);
  return value;
};

/** Exported for the test that holds the quick form against JSONata itself. */
export const compileExpression = (source: string, quickly = true): Template => {
  const expression = jsonata(source);
  const fast = quickly ? quick(expression.ast()) : null;
  const ask = async ({ variables, states }: Scope): Promise<unknown> =>
    resultOf(await expression.evaluate({}, { ...variables, states }), source);
  if (!fast) return ask;
  return (scope) => {
    const value = fast(scope);
    return value === UNSURE ? ask(scope) : resultOf(value, source);
  };
};

const settled = async (of: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> =>
  Object.fromEntries(await Promise.all(Object.entries(of).map(async ([key, value]) => [key, await value] as const)));

/** Text between `{% %}` is an expression, at any depth; everything else is itself. */
export const compileTemplate = (value: unknown): Template => {
  if (typeof value === 'string' && /^\{%.*%\}$/s.test(value)) return compileExpression(value.slice(2, -2));
  if (Array.isArray(value)) {
    const parts = value.map(compileTemplate);
    return async (scope) => Promise.all(parts.map((part) => part(scope)));
  }
  if (!isRecord(value)) return () => value;
  const parts = Object.entries(value).map(([key, part]) => [key, compileTemplate(part)] as const);
  return (scope) => {
    const result: Record<string, unknown> = {};
    let later = false;
    for (const [key, part] of parts) {
      const found = part(scope);
      result[key] = found;
      later ||= found instanceof Promise;
    }
    return later ? settled(result) : result;
  };
};
