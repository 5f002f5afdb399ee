import type { Sequence } from './commands.ts';

/**
 * The same failure with as few commands as one gets by leaving them out one after the other, the last ones first.
 * `fails`: whether a sequence still does.
 */
export const reduced = async (sequence: Sequence, fails: (of: Sequence) => Promise<boolean>): Promise<Sequence> => {
  let least = sequence;
  for (let i = sequence.commands.length - 1; i >= 0; i--) {
    const without = { ...least, commands: least.commands.filter((_, n) => n !== i) };
    if (await fails(without)) least = without;
  }
  return least;
};
