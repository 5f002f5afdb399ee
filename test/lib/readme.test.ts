import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkList } from '../../cli/check/check-list.ts';
import { creditorFrom } from '../../cli/check/mandate.ts';
import { GROUPS } from '../../cli/commands.ts';
import { ROUTES } from '../../contracts/api.ts';
import { day } from '../../domain/calendar.ts';
import { START } from '../../local/calendar.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const DOCS = globSync(['**/README.md', 'docs/**/*.md'], { cwd: root, exclude: ['node_modules', '.*'] });

test('no document sends anybody to a file that is not there', () => {
  const linked = DOCS.flatMap((doc) =>
    [...read(doc).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => ({ doc, to })),
  );
  expect(linked.length).toBeGreaterThan(10);
  expect(linked.filter(({ doc, to }) => !existsSync(join(root, dirname(doc), to)))).toEqual([]);
});

/** A folder of the house that is told by itself: each big room, and the rooms within. */
const ROOMS = globSync(['*/', '{domain,usecases,simulator}/*/'], {
  cwd: root,
  exclude: ['node_modules', '.*', 'bin', 'docs', 'out', 'dist', 'cdk.out', 'coverage', 'reports'],
});
test('a room that nobody explains fills with whatever comes: each has a README that names files that are there', () => {
  expect(ROOMS.length).toBeGreaterThan(30);
  expect(ROOMS.filter((room) => !existsSync(join(root, room, 'README.md')))).toEqual([]);
  const named = ROOMS.flatMap((room) =>
    [...read(join(room, 'README.md')).matchAll(/`([\w.][\w./-]*\.(?:ts|mjs|sh|json))`/g)].map(([, file = '']) => ({
      room,
      file,
    })),
  );
  const isThere = (room: string, file: string): boolean =>
    [room, join(room, '..'), '.'].some((from) => existsSync(join(root, from, file)));
  expect(named.filter(({ room, file }) => !isThere(room, file))).toEqual([]);
});

test.each(['docs/law.md', 'docs/recipes.md'])('%s names files and tests that are there', (page) => {
  const named = [...read(page).matchAll(/`([\w-]+\/[\w./-]+\.(?:ts|json))`/g)].map(([, file = '']) => file);
  const isThere = (file: string): boolean => existsSync(join(root, file)) || existsSync(join(root, 'test', file));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});

test('every command of the README exists', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
  const named = [...read('README.md').matchAll(/npm (?:run )?(?:-s )?([a-z][\w:]*)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !scripts.includes(name) && name !== 'test')).toEqual([]);
});

/** A list as it stands in the table of examples/README.md: its rows, and how many of them are good. */
const LISTED = [
  ...read('examples/README.md').matchAll(/^\| (`[^|]+\.csv`[^|]*) \|[^|]*\| ([\d, ]+) \| ([^|]+) \|/gm),
].flatMap(([, files = '', rows = '', good = '']) =>
  [...files.matchAll(/`([^`]+\.csv)`/g)].map(([, file = ''], i) => ({
    file,
    rows: Number(rows.split(',')[i]),
    accepted: parseInt(good.split(',')[i] ?? '', 10),
  })),
);

test('the lists beside the README are what it says they are', async () => {
  const found = [];
  for (const { file } of LISTED) {
    const creditor = file.startsWith('stadtwerke') ? 'stadtwerke' : 'musterversand';
    const mandate: unknown = JSON.parse(read(`examples/creditors/${creditor}.json`));
    const work = { file: join(root, 'examples', file), creditor: creditorFrom(mandate), on: day(START) };
    const { tally } = await checkList(work, 1, { issues: async () => undefined, progress: () => undefined });
    // What was handed over with another list is not known here, and counts as good.
    const before = file.includes('nachtrag') ? 1 : 0;
    found.push({ file, rows: tally.rows, accepted: tally.accepted - before });
  }
  expect(LISTED.length).toBe(5);
  expect(found).toEqual(LISTED);
});

test('a document named a route that does not exist', () => {
  const routes = ROUTES.map(({ route: { method, path } }) => ({
    method,
    form: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  const said = DOCS.flatMap((file) =>
    [...read(file).matchAll(/\b(GET|POST|PUT|DELETE|PATCH) (\/v1\/[^\s`?)",;]*)/g)].map(
      ([, method = '', path = '']) => ({
        file,
        method,
        path: path.replace(/[.:]+$/, ''),
      }),
    ),
  );
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(({ method, path }) => !routes.some((r) => r.method === method && r.form.test(path)))).toEqual([]);
});

/** The commands that need no API, and those by which one comes to it. */
const OFFLINE = ['check', 'template', 'calendar', 'lint', 'statement', 'fee', 'interest', 'deadline', 'calc'];
const SIGNING = ['anmelden', 'abmelden'];
test('a document named a command that does not exist', () => {
  const said = DOCS.flatMap((file) =>
    [...read(file).matchAll(/(?:`|^|\$ )mahnwerk ([a-z]+)(?: ([a-z]+))?/gm)].map(([, noun = '', verb]) => ({
      file,
      noun,
      verb,
    })),
  );
  expect(said.length).toBeGreaterThan(5);
  const exists = ({ noun, verb }: Readonly<{ noun: string; verb: string | undefined }>): boolean => {
    if ([...OFFLINE, ...SIGNING].includes(noun)) return true;
    const group = Object.hasOwn(GROUPS, noun) ? GROUPS[noun] : undefined;
    return group !== undefined && (verb === undefined || Object.hasOwn(group.commands, verb));
  };
  expect(said.filter((s) => !exists(s))).toEqual([]);
});
