import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const DOCUMENT = join(root, 'docs/openapi.json');
/** The same calls in every run. */
const SEED = 1;
/** A function ends after 30 seconds; who is slow is not wrong. */
const PATIENCE_SECONDS = 120;

/** What Schemathesis could hold against a reply and we do not, each with its reason (decision 121). */
const NOT_HELD = [
  // The gateway's own answers: it knows a route by path and method together and says 404, and the local one is another.
  'unsupported_method',
  'allow_header_conformance',
  // What a refinement or an Akte's state asks no schema says: a body of the right form may well be refused.
  'positive_data_acceptance',
  // Nothing is deleted, and what is made is found by names that the caller has given.
  'use_after_free',
  'ensure_resource_availability',
  // It wants two callers in one run; what is refused to another creditor, tests of the handlers have.
  'object_level_authorization',
] as const;

/** Values that lead somewhere, by the place of the path they stand in. */
export type Places = Readonly<Record<string, readonly string[]>>;
/** Whom to be, and how much to ask. `token`: null: nobody. */
export type Asking = Readonly<{
  name: string;
  /** Where the API lies, and the name by which the local gateway knows it. */
  at: Readonly<{ endpoint: string; host: string }>;
  token: string | null;
  places: Places;
  /** How many calls are made up for a route at most; `systematic`: every border of every schema before. */
  calls: number;
  systematic: boolean;
  folder: string;
}>;

const text = (value: string): string => JSON.stringify(value);
/** A table of TOML. */
const table = (name: string, lines: readonly string[]): readonly string[] => [`[${name}]`, ...lines];
/** Of five calls four ask for what there is, and one for what its place may hold. */
const bound = ([place]: readonly [string, unknown]): string =>
  `${text(`path.${place}`)} = { dictionary = ${text(place)}, probability = 0.8 }`;
/** What Schemathesis is told, as its own file has it. */
export const configOf = ({ at, token, places }: Asking): string => {
  const known = Object.entries(places);
  return [
    `seed = ${SEED}`,
    `base-url = ${text(at.endpoint)}`,
    `request-timeout = ${PATIENCE_SECONDS}`,
    'continue-on-failure = true',
    // They measure time: on a busy machine they would find what is none.
    'suppress-health-check = ["all"]',
    ...table('headers', [
      `Host = ${text(at.host)}`,
      ...(token === null ? [] : [`Authorization = ${text(`Bearer ${token}`)}`]),
    ]),
    ...table('generation', ['database = "none"', `with-security-parameters = ${token !== null}`]),
    ...table('cache', ['enabled = false']),
    ...table(
      'dictionaries',
      known.map(([place, values]) => `${text(place)} = { values = ${JSON.stringify(values)} }`),
    ),
    ...table('parameters', known.map(bound)),
    ...table(
      'checks',
      NOT_HELD.map((check) => `${check}.enabled = false`),
    ),
    '',
  ].join('\n');
};

const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) });
const NO_TOKEN = { '401': { $ref: '#/components/responses/NoToken' } };
/** The document of who has no token: nothing but 401 is ever answered. */
export const withoutToken = (document: unknown): unknown => {
  const { paths, ...rest } = Document.parse(document);
  const refusing = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, { ...operation, responses: NO_TOKEN }]),
    ),
  ]);
  return { ...rest, security: [], paths: Object.fromEntries(refusing) };
};

const Counts = z.object({ accepted: z.int() });
const Report = z.object({
  operations: z.object({ selected: z.int(), tested: z.int() }),
  test_cases: z.object({ generated: z.int() }),
  failures: z.array(z.object({ title: z.string(), operations: z.array(z.string()) })),
  errors: z.array(z.unknown()),
  valid_rates: z.record(z.string(), z.record(z.string(), Counts)).default({}),
});
/** What became of the routes. `accepted`: those that said yes at least once. */
export type Outcome = Readonly<{ passed: number; failed: number; calls: number; accepted: readonly string[] }>;
/** A route that was never asked has not passed, and what went wrong while asking is no finding of nothing. */
export const outcomeOf = (report: unknown): Outcome => {
  const { operations, test_cases, failures, errors, valid_rates } = Report.parse(report);
  const found = new Set(failures.flatMap((failure) => failure.operations)).size;
  const isYes = (phases: Readonly<Record<string, z.infer<typeof Counts>>>): boolean =>
    Object.values(phases).some(({ accepted }) => accepted > 0);
  return {
    passed: Math.max(0, operations.tested - found),
    failed: found + operations.selected - operations.tested + errors.length,
    calls: test_cases.generated,
    accepted: Object.entries(valid_rates).flatMap(([route, phases]) => (isYes(phases) ? [route] : [])),
  };
};

const program = (): string => {
  const path = join(root, '.venv-schemathesis/bin/st');
  if (!existsSync(path)) throw new Error('Schemathesis is not installed: `npm run e2e:api` installs it.');
  return path;
};
const ended = (args: readonly string[], folder: string): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program(), args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, said });
    });
  });
/** From its words what it found, each with the line of curl that asks again. */
const FINDINGS = /^=+ (?:FAILURES|ERRORS) =+$[\s\S]*?(?=^=+ (?:WARNINGS|SUMMARY) =+$)/gm;

/** Asks the API whatever its document lets one ask, and holds each reply against it. */
export const askAll = async (of: Asking): Promise<Outcome & { findings: string }> => {
  mkdirSync(of.folder, { recursive: true });
  const file = (name: string): string => join(of.folder, name);
  const document: unknown = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  writeFileSync(file('openapi.json'), JSON.stringify(of.token === null ? withoutToken(document) : document));
  writeFileSync(file('schemathesis.toml'), configOf(of));
  const phases = of.systematic ? 'examples,coverage,fuzzing' : 'examples,fuzzing';
  const report = ['--report', 'json', '--report-json-path', file('report.json')];
  const { code, said } = await ended(
    [
      '--config-file',
      file('schemathesis.toml'),
      'run',
      file('openapi.json'),
      '--phases',
      phases,
      '-n',
      String(of.calls),
      ...report,
    ],
    of.folder,
  );
  writeFileSync(file('schemathesis.log'), said);
  if (!existsSync(file('report.json'))) throw new Error(`Schemathesis ended with ${code}:\n${said.slice(-3000)}`);
  const outcome = outcomeOf(JSON.parse(readFileSync(file('report.json'), 'utf8')));
  // Whatever it does not put into its report, its exit says.
  const unsaid = code !== 0 && outcome.failed === 0 ? 1 : 0;
  const findings = (said.match(FINDINGS) ?? [unsaid ? said.slice(-3000) : '']).join('\n');
  return { ...outcome, failed: outcome.failed + unsaid, findings };
};
