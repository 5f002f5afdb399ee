/** Fails where something is exported that nobody calls, or only a test. Part of local/check.sh. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleOf, type Module } from './wired/module.ts';

const ROOT = join(import.meta.dirname, '..');
const ROOMS =
  '{adapters,bench,bin,cli,config,contracts,domain,lambdas,lib,local,simulator,statemachines,tools,usecases,test}';
/** Where something may stand for tests alone: what they play in. Everything else is the product, and wired or gone. */
const BENCH = /^(local|simulator)\//;

const isTest = (file: string): boolean => file.startsWith('test/');
/** Lambda calls it; that each function is called by something stands in lib/functions.ts. */
const isCalledFromOutside = (file: string, name: string): boolean => file.startsWith('lambdas/') && name === 'handler';

/** Of each file, the names that others import of it; `*`: all of them. */
const importedFrom = (modules: readonly Module[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const imported = new Map<string, Set<string>>();
  for (const { imports } of modules)
    for (const { from, name } of imports) imported.set(from, (imported.get(from) ?? new Set()).add(name));
  return imported;
};

/** What is exported and wired nowhere: neither imported by another file nor used in its own. */
export const unwired = (modules: readonly Module[]): readonly string[] => {
  const byAll = importedFrom(modules);
  const byProduct = importedFrom(modules.filter(({ file }) => !isTest(file)));
  return modules
    .filter(({ file }) => !isTest(file))
    .flatMap(({ file, exports }) => {
      const users = (BENCH.test(file) ? byAll : byProduct).get(file) ?? new Set();
      const isWired = (name: string): boolean => users.has(name) || users.has('*') || isCalledFromOutside(file, name);
      const called = byAll.get(file) ?? new Set();
      return exports
        .filter(({ name, usedHere }) => !usedHere && !isWired(name))
        .map(
          ({ name }) =>
            `${file}: ${name} is exported, and ${called.has(name) ? 'only tests call it' : 'nobody calls it'}`,
        );
    });
};

if (import.meta.main) {
  const all = unwired(
    globSync(`${ROOMS}/**/*.ts`, { cwd: ROOT }).map((file) => moduleOf(file, readFileSync(join(ROOT, file), 'utf8'))),
  );
  for (const fault of all) console.error(fault);
  process.exitCode = all.length > 0 ? 1 : 0;
}
