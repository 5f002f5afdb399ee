import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROVED_BY } from './tested/proved-by.ts';
import { WITHOUT_RULES } from './tested/without-rules.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where rules stand: the domain, use cases, what lies around a function, what one does with an event, adapters. */
const WITH_RULES = [
  'domain/**/*.ts',
  'usecases/**/*.ts',
  'lambdas/middleware/*.ts',
  'lambdas/events/*.ts',
  'adapters/**/*.ts',
];
/** Shapes only. */
const WITHOUT = ['usecases/ports/**'];

/** Its test, by its own name. */
const testOf = (file: string): string => `test/${file.replace(/\.ts$/, '.test.ts')}`;
const isThere = (file: string): boolean => existsSync(join(ROOT, file));

/** The entry that speaks for a file: its own, or that of its folder. */
const entryOf = (file: string, proved: Readonly<Record<string, string>>): string | undefined =>
  [file, `${dirname(file)}/`].find((name) => name in proved);

/** What of files is excused: `proved`: by the test that shows them; `without`: because they hold no rule, and why. */
type Excused = Readonly<{
  proved: Readonly<Record<string, string>>;
  without: Readonly<Record<string, string>>;
}>;

/** A file's name, and why nobody finds its test; an excuse that none needs is a fault, too. */
export const untested = (files: readonly string[], { proved, without }: Excused): readonly string[] => {
  const alone = files.filter((file) => !isThere(testOf(file)));
  const needy = alone.filter((file) => !(file in without));
  const needed = new Set([...needy.map((file) => entryOf(file, proved)), ...alone]);
  return [
    ...needy.filter((file) => !entryOf(file, proved)).map((file) => `${file}: there is no ${testOf(file)}`),
    ...Object.keys({ ...proved, ...without })
      .filter((name) => !needed.has(name))
      .map((name) => `${name}: need not be listed`),
    ...Object.values(proved)
      .filter((test) => !isThere(test))
      .map((test) => `${test}: is not there`),
  ];
};

if (import.meta.main) {
  const files = globSync(WITH_RULES, { cwd: ROOT, exclude: WITHOUT }).sort();
  const all = untested(files, { proved: PROVED_BY, without: WITHOUT_RULES });
  for (const fault of all) console.error(fault);
  process.exitCode = all.length > 0 ? 1 : 0;
}
