import fc from 'fast-check';

/**
 * Texts that break what does not expect them: control characters, halves of characters, marks that turn direction,
 * huge, near numbers and days, names of JavaScript's own.
 */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\r\n',
    '\ud800',
    '\u202eabc',
    '__proto__',
    'constructor',
    'NaN',
    '-1',
    '1e400',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '31.12.9999',
    '2026-13-01',
    'ü'.repeat(5_000),
    '😀'.repeat(400),
    "'; DROP TABLE",
    '${7*7}',
    '../../etc/passwd',
    'F99999',
    'M99999',
    'MUS-4F7K-2QXR',
  ),
);
const oddNumber = fc.constantFrom(
  0,
  -1,
  1,
  0.5,
  1e-7,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  -Number.MAX_SAFE_INTEGER,
  1e21,
  1e308,
);
const deep = (depth: number): unknown => (depth === 0 ? 'tief' : { a: [deep(depth - 1)] });
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 2, arbitrary: oddNumber },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], deep(200)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

type Path = readonly (string | number)[];
/** Every place of a value, the whole included. */
const placesIn = (value: unknown, at: Path = []): Path[] => {
  if (Array.isArray(value)) return [at, ...value.flatMap((v, i) => placesIn(v, [...at, i]))];
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([k, v]) => placesIn(v, [...at, k]))];
};
const REMOVED = Symbol('removed');
const changedAt = (value: unknown, [step, ...rest]: Path, to: unknown): unknown => {
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    const changed = value.map((v, i) => (i === step ? changedAt(v, rest, to) : (v as unknown)));
    return changed.filter((v) => v !== REMOVED);
  }
  const entries = Object.entries(value as Record<string, unknown>).map(([k, v]): [string, unknown] => [
    k,
    k === step ? changedAt(v, rest, to) : v,
  ]);
  return Object.fromEntries(entries.filter(([, v]) => v !== REMOVED));
};
const placed = (value: unknown, place: Path, kind: 'value' | 'remove' | 'extra', odd: unknown): unknown => {
  if (kind === 'remove') return place.length === 0 ? {} : changedAt(value, place, REMOVED);
  if (kind === 'value') return changedAt(value, place, odd);
  const top = value as Record<string, unknown>;
  const extra = typeof odd === 'string' ? odd : 'zusatz';
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries([...Object.entries(top), [extra, odd]])
    : odd;
};

/** A value that is right, with one to three of its places made wrong: another value, nothing, or a key too many. */
export const mutated = (sample: unknown): fc.Arbitrary<unknown> => {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom<'value' | 'remove' | 'extra'>('value', 'value', 'value', 'remove', 'extra'),
    odd: oddValue,
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce<unknown>((value, { at, kind, odd }) => {
      const places = placesIn(value);
      return placed(value, places[at % places.length] ?? [], kind, odd);
    }, sample),
  );
};
export { oddText };
