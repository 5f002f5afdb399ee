import { unwired } from '../../tools/wired.ts';
import { moduleOf } from '../../tools/wired/module.ts';

/** What is found in these files, given by name and text. */
const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  unwired(Object.entries(files).map(([file, text]) => moduleOf(file, text)));

const OFFERED = 'export const sum = 1;';
test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['what another file imports', { 'domain/a.ts': OFFERED, 'cli/b.ts': "import { sum } from '../domain/a.ts';" }, []],
  ['what its own file goes on with', { 'domain/a.ts': `${OFFERED} const twice = sum * 2;` }, []],
  ['what nobody imports', { 'domain/a.ts': OFFERED }, ['domain/a.ts: sum is exported, and nobody calls it']],
  [
    'what has the name of something that another file means',
    { 'domain/a.ts': OFFERED, 'cli/b.ts': "import { sum } from '../domain/c.ts';" },
    ['domain/a.ts: sum is exported, and nobody calls it'],
  ],
  [
    'what only a test imports',
    { 'domain/a.ts': OFFERED, 'test/domain/a.test.ts': "import { sum } from '../../domain/a.ts';" },
    ['domain/a.ts: sum is exported, and only tests call it'],
  ],
  [
    'the same where tests play',
    { 'simulator/a.ts': OFFERED, 'test/simulator/a.test.ts': "import { sum } from '../../simulator/a.ts';" },
    [],
  ],
  ['what Lambda calls', { 'lambdas/tasks/a.ts': 'export const handler = 1;' }, []],
  [
    'a handler elsewhere',
    { 'lib/a.ts': 'export const handler = 1;' },
    ['lib/a.ts: handler is exported, and nobody calls it'],
  ],
])('%s', (_, files, faults) => {
  expect(found(files)).toEqual(faults);
});
