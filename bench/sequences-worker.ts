import { argv, stdout, threadCpuUsage } from 'node:process';
import { sequenceOf } from '../simulator/sequences/commands.ts';
import { reduced } from '../simulator/sequences/reduce.ts';
import { playSequence } from '../simulator/sequences/sequence.ts';

/**
 * Plays sequences from a seed on, in a process of its own: `direct|asl FROM COUNT`. Prints `{ seconds, commands, broken
 * }`; the seconds are one core's. One sequence alone is played again to be looked at: where it breaks, the least that
 * it takes is printed, too.
 */
const engine = argv[2] === 'asl' ? ('asl' as const) : ('direct' as const);
const from = Number(argv[3]);
const count = Number(argv[4]);
// What is refused is everyday here, and nobody reads where; of one sequence alone somebody does.
if (count > 1) Error.stackTraceLimit = 0;
const broken: string[] = [];
let commands = 0;
for (let seed = from; seed < from + count; seed++) {
  const sequence = sequenceOf(seed);
  commands += sequence.commands.length;
  broken.push(...(await playSequence(sequence, engine)));
}
const { user, system } = threadCpuUsage();
const least =
  count === 1 && broken.length > 0
    ? await reduced(sequenceOf(from), async (of) => (await playSequence(of, engine)).length > 0)
    : null;
stdout.write(`${JSON.stringify({ seconds: (user + system) / 1e6, commands, broken, ...(least ? { least } : {}) })}\n`);
