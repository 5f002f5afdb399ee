/** Whatever is typed or stands in a file: what is said of it is ours. */

import { Rejected } from '../../domain/faults.ts';

/** What zod and Node say of themselves when nobody has given them words. */
const NOT_OURS =
  /invalid input|invalid option|too (?:big|small)|unrecognized|ungültige eingabe|must match|eine andere (?:angabe|schreibweise)|\(union\)|\bat .*\.ts:|TypeError|unknown option|unexpected|ENOENT|no such file|das ging schief|\[object/i;
/** Either it goes, or a Rejected says in German what is wrong; everything else is a fault of ours. */
export const ends = (run: () => unknown): string => {
  try {
    const answered = run();
    return typeof answered === 'string' ? answered : JSON.stringify(answered);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    expect(error.message).not.toBe('');
    return error.message;
  }
};
/** What was typed may stand in a message, whatever language it is in. */
export const isOurs = (said: string, typed: readonly string[]): void => {
  const bare = typed.filter((t) => t.length > 1).reduce((text, t) => text.replaceAll(t, '…'), said);
  expect(bare).not.toMatch(NOT_OURS);
};
export const A = 'MUS-4F7K-2QXR';
