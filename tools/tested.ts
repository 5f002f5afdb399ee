import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROVED_BY } from './tested/proved-by.ts';

const ROOT = join(import.meta.dirname, '..');
/**
 * Where rules stand: use cases, what lies around a function, what a function does with an event, adapters. Not the
 * domain: half of its files are shown by tests that bear the name of a rule and ask through the room's door (a fee, a
 * stage, a letter), a list as long as the rest together; that no line of it goes untested is what the mutation gate
 * says of each of its files (docs/mutation.md).
 */
const WITH_RULES = ['usecases/**/*.ts', 'lambdas/middleware/*.ts', 'lambdas/events/*.ts', 'adapters/**/*.ts'];
/** Shapes only. */
const WITHOUT = ['usecases/ports/**'];

/** Its test, by its own name. */
const testOf = (file: string): string => `test/${file.replace(/\.ts$/, '.test.ts')}`;
const isThere = (file: string): boolean => existsSync(join(ROOT, file));

/** The entry that speaks for a file: its own, or that of its folder. */
const entryOf = (file: string, proved: Readonly<Record<string, string>>): string | undefined =>
  [file, `${dirname(file)}/`].find((name) => name in proved);

/** A file's name, and why nobody finds its test; `proved`: the tests of files that have none of their name. */
export const untested = (files: readonly string[], proved: Readonly<Record<string, string>>): readonly string[] => {
  const alone = files.filter((file) => !isThere(testOf(file)));
  const needed = new Set(alone.map((file) => entryOf(file, proved)));
  return [
    ...alone.filter((file) => !entryOf(file, proved)).map((file) => `${file}: there is no ${testOf(file)}`),
    ...Object.keys(proved)
      .filter((name) => !needed.has(name))
      .map((name) => `${name}: need not be listed`),
    ...Object.values(proved)
      .filter((test) => !isThere(test))
      .map((test) => `${test}: is not there`),
  ];
};

if (import.meta.main) {
  const all = untested(globSync(WITH_RULES, { cwd: ROOT, exclude: WITHOUT }).sort(), PROVED_BY);
  for (const fault of all) console.error(fault);
  process.exitCode = all.length > 0 ? 1 : 0;
}
