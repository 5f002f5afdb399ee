import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { GROUPS } from '../../cli/commands.ts';
import { ROUTES } from '../../contracts/api.ts';

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = [
  'adapters',
  'bench',
  'bin',
  'cli',
  'config',
  'contracts',
  'domain',
  'lambdas',
  'lib',
  'local',
  'simulator',
  'statemachines',
  'tools',
  'usecases',
];
/** The test bench: what stands here may be there for tests alone. Everything else is the product, and wired or gone. */
const BENCH = ['local', 'simulator'];
/** What only tests call, and why it stands where it does. */
const FOR_TESTS: Readonly<Record<string, string>> = {
  'local/demo.ts DemoResult': 'what the demo leaves, for the end-to-end runs',
  'simulator/sequences/interleave.ts inTurns': 'the simulator is the test bench',
  'simulator/sequences/interleave.ts everyOrder': 'the simulator is the test bench',
  'simulator/agency/people.ts EVERY_CLAIM': 'the simulator is the test bench',
  'simulator/agency/machine.ts memoryMachine': 'the simulator is the test bench',
  'simulator/agency/similar.ts memoryDebtors': 'the simulator is the test bench',
  'simulator/agency/similar.ts memorySuggestions': 'the simulator is the test bench',
  'simulator/agency/timers.ts memoryClarifications': 'the simulator is the test bench',
  'simulator/agency/stores.ts recordedWorkflows': 'the simulator is the test bench',
  'simulator/agency/workflows.ts runningWorkflows': 'the simulator is the test bench',
};

type Source = Readonly<{ file: string; names: ReadonlyMap<string, number>; exported: readonly string[] }>;
const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false);
const namesOf = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
};
/** Every name a file uses, and what it exports; by its syntax alone. */
const sourceOf = (file: string): Source => {
  const parsed = ts.createSourceFile(file, readFileSync(new URL(file, ROOT), 'utf8'), ts.ScriptTarget.Latest);
  const names = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return { file, names, exported: parsed.statements.filter(isExported).flatMap(namesOf) };
};
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => sourceOf(`${folder}/${file}`)),
);
/** Of each name, the files that use it. */
const users = new Map<string, Set<string>>();
for (const { file, names } of sources)
  for (const name of names.keys()) users.set(name, (users.get(name) ?? new Set()).add(file));

test('functions stood exported that only tests called: what the product does not use is gone', () => {
  const unused = sources.flatMap(({ file, names, exported }) =>
    exported
      // Lambda and the entries of the programs are called from outside.
      .filter((name) => name !== 'handler')
      // A type with the name of its schema is declared twice.
      .filter((name) => names.get(name) === exported.filter((n) => n === name).length)
      .filter((name) => users.get(name)?.size === 1)
      .map((name) => `${file} ${name}`),
  );
  expect(unused.filter((u) => !(u in FOR_TESTS))).toEqual([]);
  expect(Object.keys(FOR_TESTS).filter((f) => !unused.includes(f))).toEqual([]);
});

test('the product had exports for its tests alone: only the test bench may', () => {
  const ofProduct = Object.keys(FOR_TESTS).filter((name) => !BENCH.some((folder) => name.startsWith(`${folder}/`)));
  expect(ofProduct).toEqual([]);
});

const docs = [
  'README.md',
  ...readdirSync(new URL('docs', ROOT), { recursive: true, encoding: 'utf8' }).map((f) => `docs/${f}`),
]
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(new URL(file, ROOT), 'utf8') }));

test('a document named a route that does not exist', () => {
  const routes = ROUTES.map(({ route: { method, path } }) => ({
    method,
    form: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  const said = docs.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(GET|POST|PUT|DELETE|PATCH) (\/v1\/[^\s`?)",;]*)/g)].map(([, method = '', path = '']) => ({
      file,
      method,
      path: path.replace(/[.:]+$/, ''),
    })),
  );
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(({ method, path }) => !routes.some((r) => r.method === method && r.form.test(path)))).toEqual([]);
});

/** The commands that need no API. */
const OFFLINE = ['check', 'template', 'calendar', 'lint', 'statement', 'fee', 'interest', 'deadline', 'calc'];
test('a document named a command that does not exist', () => {
  const said = docs.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:`|^|\$ )mahnwerk ([a-z]+)(?: ([a-z]+))?/gm)].map(([, noun = '', verb]) => ({
      file,
      noun,
      verb,
    })),
  );
  expect(said.length).toBeGreaterThan(5);
  const exists = ({ noun, verb }: Readonly<{ noun: string; verb: string | undefined }>): boolean => {
    if (OFFLINE.includes(noun)) return true;
    const group = Object.entries(GROUPS).find(([name, { also = [] }]) => name === noun || also.includes(noun))?.[1];
    const commands = Object.entries(group?.commands ?? {});
    return (
      group !== undefined &&
      (verb === undefined || commands.some(([name, { also = [] }]) => name === verb || also.includes(verb)))
    );
  };
  expect(said.filter((s) => !exists(s))).toEqual([]);
});
