import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';

const DIRECT = 200_000;
const THROUGH_ASL = 5_000;
/** More would scroll away the first. */
const MOST_SHOWN = 20;

/** Room for what lives for one sequence only, and no code thrown away that a payout will want again. */
const FLAGS = ['--min-semi-space-size=32', '--max-semi-space-size=32', '--no-flush-bytecode'];

type Played = Readonly<{ seconds: number; commands: number; broken: readonly string[] }>;
const worker = (engine: string, from: number, count: number): Promise<Played> =>
  new Promise((resolve, reject) => {
    execFile(
      execPath,
      [...FLAGS, join(import.meta.dirname, 'sequences-worker.ts'), engine, String(from), String(count)],
      { maxBuffer: 256 * 1024 * 1024 },
      (error, out) => {
        if (error) reject(new Error(error.message));
        else resolve(JSON.parse(out) as Played);
      },
    );
  });

/** Plays so many sequences from a seed on, a part on every core. */
const play = async (engine: string, from: number, count: number): Promise<Played & Readonly<{ perSecond: number }>> => {
  const share = Math.ceil(count / navigator.hardwareConcurrency);
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(count / share) }, (_, i) =>
      worker(engine, from + i * share, Math.min(share, count - i * share)),
    ),
  );
  const sum = (of: (p: Played) => number): number => parts.reduce((n, p) => n + of(p), 0);
  return {
    seconds: sum((p) => p.seconds),
    commands: sum((p) => p.commands),
    broken: parts.flatMap((p) => p.broken),
    perSecond: Math.round(count / sum((p) => p.seconds)),
  };
};

/**
 * Random sequences of commands against the invariants (docs/requirements.md, I1–I10): on the use cases, and through
 * the file of the state machine. The same `seed` plays the same. The last line is JSON.
 */
export const benchSequences = async (seed = 0): Promise<string> => {
  const began = performance.now();
  const direct = await play('direct', seed, DIRECT);
  const seconds = Math.round((performance.now() - began) / 1000);
  const asl = await play('asl', seed, THROUGH_ASL);
  const broken = [...direct.broken, ...asl.broken];
  for (const b of broken.slice(0, MOST_SHOWN)) process.stdout.write(`${b}\n`);
  process.stdout.write(
    `${DIRECT} sequences of ${direct.commands} commands on the use cases in ${seconds} s, ${THROUGH_ASL} of ${asl.commands} through the state machine, seed ${seed}: ${broken.length} broken\n`,
  );
  return JSON.stringify({
    sequences: DIRECT + THROUGH_ASL,
    seconds,
    sequencesPerSecondPerCore: direct.perSecond,
    throughAslPerSecondPerCore: asl.perSecond,
    broken: broken.length,
  });
};
