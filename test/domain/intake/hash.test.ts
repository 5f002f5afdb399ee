import fc from 'fast-check';
import { numberHash, textHash, valueHash } from '../../../domain/intake/hash.ts';

const int32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });

/** The mutation test asks a thousand times over: a tenth will do there. */
const MANY = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 300_000 : 30_000;

test('300,000 invoices that follow each other have 300,000 hashes, and each half of them is spread evenly', () => {
  const seen = new Set<string>();
  const buckets = new Uint32Array(64);
  for (let i = 0; i < MANY; i++) {
    const number = `2026 RE-2026-${String(i).padStart(7, '0')}`;
    const high = textHash(number, 1);
    const low = textHash(number, 2);
    seen.add(`${high} ${low}`);
    buckets[high >>> 26] = (buckets[high >>> 26] ?? 0) + 1;
  }
  expect(seen.size).toBe(MANY);
  // Six standard deviations around the mean.
  const mean = MANY / 64;
  const slack = 6 * Math.sqrt(MANY / 64);
  expect(Math.min(...buckets)).toBeGreaterThan(mean - slack);
  expect(Math.max(...buckets)).toBeLessThan(mean + slack);
});

test('texts that differ in one place, and numbers, have hashes of their own', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), int32, (a, b, seed) => {
      fc.pre(a !== b);
      expect(textHash(a, seed)).not.toBe(textHash(b, seed));
    }),
  );
  for (const [a, b] of [
    ['ab', 'bb'],
    ['ab', 'aa'],
    ['abc', 'bbc'],
    ['abc', 'aac'],
    ['abc', 'abb'],
    ['a', 'b'],
  ] as const)
    expect(textHash(a, 1)).not.toBe(textHash(b, 1));
  expect(new Set([undefined, 0, 1, 2, 100].map((value) => valueHash(value, 1))).size).toBe(5);
});

test('what stands beside each other is not run together', () => {
  expect(textHash('c', textHash('ab', 1))).not.toBe(textHash('bc', textHash('a', 1)));
  expect(valueHash(undefined, 1)).not.toBe(valueHash('', 1));
  expect(valueHash(0, 1)).not.toBe(valueHash('0', 1));
  expect(textHash('a', 1)).not.toBe(textHash('a\0', 1));
  expect(numberHash(2 ** 32, 1)).not.toBe(numberHash(0, 1));
});
