import { unitAt } from '../unit-at.ts';

/** One round of Murmur3 (Austin Appleby, public domain) over 32 bits. */
const mixed = (hash: number, block: number): number => {
  const k = Math.imul(block, 0xcc9e2d51);
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
};
const finished = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/**
 * 32 bits of a text that continue `seed`, itself a hash of what stood before; text and its length count, so that `ab` +
 * `c` is not `a` + `bc`. Plain arithmetic that allocates nothing: a million rows leave nothing behind. Two seeds make
 * 64 bits. Not against somebody who looks for collisions: a creditor could only spoil its own list.
 */
export const textHash = (text: string, seed: number): number => {
  const { length } = text;
  let hash = seed;
  let i = 1;
  for (; i < length; i += 2) hash = mixed(hash, unitAt(text, i - 1) | (unitAt(text, i) << 16));
  return finished((i === length ? mixed(hash, unitAt(text, i - 1)) : hash) ^ length);
};
/** The same of a whole number that a double holds exactly. */
export const numberHash = (value: number, seed: number): number =>
  finished(mixed(mixed(seed, value | 0), Math.floor(value / 0x1_0000_0000)));
/** The same of something a row may leave out: nothing is not the empty text. */
export const valueHash = (value: string | number | undefined, seed: number): number =>
  typeof value === 'string' ? textHash(value, seed) : numberHash(value ?? -1, seed);
