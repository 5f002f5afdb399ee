import { threadCpuUsage } from 'node:process';
import { sequenceOf } from '../simulator/commands.ts';
import { playSequence, type Engine } from '../simulator/sequence.ts';

const DIRECT = 200_000, THROUGH_ASL = 5_000;
/** More would scroll away the first. */
const MOST_SHOWN = 20;

/** Plays so many sequences from a seed on; sequences per second of one core. */
const play = async (engine: Engine, from: number, count: number): Promise<Readonly<{ perSecond: number; commands: number; broken: readonly string[] }>> => {
  const cpu = threadCpuUsage();
  const broken: string[] = [];
  let commands = 0;
  for (let seed = from; seed < from + count; seed++) {
    const sequence = sequenceOf(seed);
    commands += sequence.commands.length;
    broken.push(...await playSequence(sequence, engine));
  }
  const { user, system } = threadCpuUsage(cpu);
  return { perSecond: count / ((user + system) / 1e6), commands, broken };
};

/** Random sequences of commands against the invariants (targets.md, I1–I10): on the use cases, and through the file of the state machine. `seed`: where to begin; every run with the same seed plays the same. The last line is JSON. */
export const benchSequences = async (seed = 0): Promise<string> => {
  const [direct, asl] = [await play('direct', seed, DIRECT), await play('asl', seed, THROUGH_ASL)];
  const broken = [...direct.broken, ...asl.broken];
  for (const b of broken.slice(0, MOST_SHOWN)) process.stdout.write(`${b}\n`);
  process.stdout.write(`${DIRECT} sequences of ${direct.commands} commands on the use cases, ${THROUGH_ASL} of ${asl.commands} through the state machine, seed ${seed}: ${broken.length} broken\n`);
  return JSON.stringify({ sequences: DIRECT + THROUGH_ASL, sequencesPerSecond: Math.round(direct.perSecond), throughAslPerSecond: Math.round(asl.perSecond), broken: broken.length });
};
