import { argv, exit, stderr, stdout } from 'node:process';
import { benchIntake } from './intake.ts';
import { benchLaw } from './law.ts';
import { benchLife } from './life.ts';
import { benchSequences } from './sequences.ts';

const BENCHES: Readonly<Record<string, () => string | Promise<string>>> = {
  law: benchLaw,
  intake: benchIntake,
  life: benchLife,
  sequences: () => benchSequences(),
};
const [wanted] = argv.slice(2);
const chosen = wanted === undefined ? Object.keys(BENCHES) : [wanted];
for (const name of chosen) {
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) {
    stderr.write(`There is no benchmark "${name}"; there are: ${Object.keys(BENCHES).join(', ')}.\n`);
    exit(2);
  }
  stdout.write(`${await bench()}\n`);
}
