import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WRITTEN = '**/*.{ts,mjs,cjs,md,sh,json}';
/** Not ours, generated, or compared byte for byte. */
const LEFT_OUT = ['node_modules', '.venv', '.local', 'out', 'dist', 'cdk.out', 'package-lock.json'];

/** A number of a kind, and the file in which somebody is sent to it. */
export type Reference = Readonly<{ kind: string; number: string; file: string }>;

/** A list of numbers as a sentence has it: `7`, `7 and 93`, `7, 16, 93`. */
const NUMBERS = String.raw`\d+(?:(?:, | and | und )\d+)*`;

/** What a text may send its reader to by number, and how it says so. */
const KINDS: Readonly<Record<string, RegExp>> = {
  decision: new RegExp(String.raw`\bdecisions? (${NUMBERS})\b`, 'gi'),
};

/** A sentence of a comment is one line again, wherever the comment was broken. */
const unbroken = (text: string): string => text.replace(/\n\s*(?:\*|\/\/|#)?[ \t]*/g, ' ');

/** Every number that a text sends its reader to. */
export const referencesIn = (file: string, text: string): readonly Reference[] =>
  Object.entries(KINDS).flatMap(([kind, said]) =>
    [...unbroken(text).matchAll(said)]
      .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
      .map((number) => ({ kind, number, file })),
  );

/** The decisions there are: file, number and title, as each file's heading says. */
export const decisions = (): readonly Readonly<{ file: string; number: string; title: string }>[] =>
  globSync('docs/decisions/[0-9]*.md', { cwd: ROOT })
    .sort()
    .map((file) => {
      const heading = readFileSync(join(ROOT, file), 'utf8').split('\n', 1)[0] ?? '';
      const [, number = '', title = ''] = /^# (\d+) · (.+)$/.exec(heading) ?? [];
      return { file: basename(file), number, title };
    });

/** What is wrong with the decisions' files and their index; empty: nothing. */
const indexFaults = (): readonly string[] => {
  const index = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8');
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

/** References that lead nowhere, and decisions that the index does not lead to. */
export const faults = (): readonly string[] => {
  const there = new Set(decisions().map(({ number }) => `decision ${number}`));
  const files = globSync(WRITTEN, { cwd: ROOT, exclude: LEFT_OUT });
  const lost = files
    .flatMap((file) => referencesIn(file, readFileSync(join(ROOT, file), 'utf8')))
    .filter(({ kind, number }) => !there.has(`${kind} ${number}`));
  return [...lost.map(({ kind, number, file }) => `${file}: there is no ${kind} ${number}`), ...indexFaults()];
};

if (import.meta.main) {
  const found = faults();
  for (const fault of found) console.error(fault);
  process.exitCode = found.length > 0 ? 1 : 0;
}
