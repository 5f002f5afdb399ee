import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WRITTEN = '**/*.{ts,mjs,cjs,md,sh}';
/** Not ours, generated, or compared byte for byte. */
const LEFT_OUT = ['node_modules', '.venv', '.venv-schemathesis', '.local', 'out', 'dist', 'cdk.out'];
/** Where the readings and rows stand. */
const REQUIREMENTS = 'docs/requirements.md';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** A sentence of a comment is one line again, wherever the comment was broken. */
const unbroken = (text: string): string => text.replace(/\n\s*(?:\*|\/\/|#)?[ \t]*/g, ' ');

/** What a person reads of a file: a page without its code, of code the comments. */
const proseOf = (file: string, text: string): string => {
  const prose = file.endsWith('.md') ? text : (text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? []).join('\n');
  return unbroken(prose).replace(/`[^`]*`/g, '');
};

/** A list of numbers as a sentence has it: `7`, `7 and 93`, `1, 3 und 4`. */
const NUMBERS = String.raw`\d+(?:(?:, | and | und )\d+)*`;
const DECISION = new RegExp(String.raw`\bdecisions? (${NUMBERS})\b`, 'gi');
const READING = new RegExp(String.raw`\b(?:readings?|Lesart(?:en)?) (${NUMBERS})\b`, 'gi');

/** The number of a row of the requirements, or a range of them: `D60`, `I1–I10`. */
const ROW = String.raw`(?:[DFPY]\d{2}|[ABILR]\d{1,2})`;
const IN_PROSE = new RegExp(String.raw`\b(${ROW}(?:–${ROW})?)\b`, 'g');
/** Beside sentences: a test that names what it stands for, the linter's sources, what a sequence has broken. */
const IN_CODE = [
  new RegExp(String.raw` \((${ROW}(?:, ${ROW})*)\)'`, 'g'),
  new RegExp(String.raw`Anforderungen, (?:Lesart \d+ und )?(${ROW}(?: und ${ROW})*)`, 'g'),
  new RegExp(String.raw`\x60([IR]\d{1,2}) `, 'g'),
];

const found = (said: RegExp, text: string): readonly string[] => [...text.matchAll(said)].map(([, what = '']) => what);

/** `D14–D18` names each row between its ends, too. */
const withoutRanges = (rows: string): readonly string[] => {
  const [first = '', last] = rows.split('–');
  if (last === undefined) return rows.match(new RegExp(ROW, 'g')) ?? [];
  const from = Number(first.slice(1));
  const count = Number(last.slice(1)) - from + 1;
  return Array.from(
    { length: count },
    (_, i) => `${first.slice(0, 1)}${`${from + i}`.padStart(first.length - 1, '0')}`,
  );
};

/** Every number that a file sends its reader to, as it is said: `decision 93`, `reading 7`, `D60`. */
export const referencesIn = (file: string, text: string): readonly string[] => {
  const numbered = (said: RegExp): readonly string[] =>
    found(said, unbroken(text)).flatMap((numbers) => numbers.match(/\d+/g) ?? []);
  const rows = [
    ...found(IN_PROSE, proseOf(file, text)),
    ...(file.endsWith('.md') ? [] : IN_CODE.flatMap((said) => found(said, text))),
  ];
  return [
    ...numbered(DECISION).map((number) => `decision ${number}`),
    ...numbered(READING).map((number) => `reading ${number}`),
    ...rows.flatMap(withoutRanges),
  ];
};

/** The decisions there are: file, number and title, as each file's heading says. */
const decisions = (): readonly Readonly<{ file: string; number: string; title: string }>[] =>
  globSync('docs/decisions/[0-9]*.md', { cwd: ROOT })
    .sort()
    .map((file) => {
      const [, number = '', title = ''] = /^# (\d+) · (.+)$/m.exec(read(file)) ?? [];
      return { file: basename(file), number, title };
    });

/** What is wrong with the decisions' files and their index; empty: nothing. */
const indexFaults = (): readonly string[] => {
  const index = read('docs/decisions/README.md');
  const all = decisions();
  const gap = all.findIndex(({ number }, at) => number !== `${at + 1}`);
  return [
    ...(gap < 0 ? [] : [`${all[gap]?.file ?? ''}: decision ${gap + 1} is expected here`]),
    ...all.flatMap(({ file, number, title }) => [
      ...(file.startsWith(`${number.padStart(3, '0')}-`) ? [] : [`${file}: its heading is not „# ${number} · …“`]),
      ...(index.split(`| ${number} | [${title}](${file}) |`).length === 2 ? [] : [`${file}: not once in the index`]),
    ]),
  ];
};

/** What can be referred to. */
const known = (): ReadonlySet<string> => {
  const requirements = read(REQUIREMENTS);
  return new Set([
    ...decisions().map(({ number }) => `decision ${number}`),
    ...found(/^### Reading (\d+)$/gm, requirements).map((number) => `reading ${number}`),
    ...found(new RegExp(String.raw`^\| (${ROW}) \|`, 'gm'), requirements),
  ]);
};

/** References that lead nowhere, and decisions that the index does not lead to. */
export const faults = (): readonly string[] => {
  const there = known();
  const lost = globSync(WRITTEN, { cwd: ROOT, exclude: LEFT_OUT }).flatMap((file) =>
    referencesIn(file, read(file))
      .filter((what) => !there.has(what))
      .map((what) => `${file}: there is no ${what}`),
  );
  return [...lost, ...indexFaults()];
};

if (import.meta.main) {
  const all = faults();
  for (const fault of all) console.error(fault);
  process.exitCode = all.length > 0 ? 1 : 0;
}
