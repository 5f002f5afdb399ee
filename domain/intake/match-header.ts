import { COLUMNS, COLUMN_NAMES, REASON_COLUMNS, decides, type ColumnName, type ColumnType } from './columns.ts';

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
/**
 * A heading in small letters and digits, umlauts spelt out. `Betrag (EUR)` and `Betrag in Euro` are the column
 * `Betrag`.
 */
export const foldedHeading = (cell: string): string => folded(cell).replace(/(in)?euro?$/, '');
const byHeader = new Map(
  COLUMN_NAMES.flatMap((name) =>
    [COLUMNS[name].label, ...COLUMNS[name].synonyms].map((word): [string, ColumnName] => [foldedHeading(word), name]),
  ),
);
const ignored = new Set(REASON_COLUMNS.map(foldedHeading));
/** Columns that must not be overlooked, asked in this order: `Mahnsperre bis` is a day before it is a lock. */
const PATTERNS: readonly ColumnName[] = [
  'lockUntil',
  'lockReason',
  'deferred',
  'paymentPlan',
  'lock',
  'cancelled',
  'settledOn',
  'settled',
  'status',
  'document',
  'side',
  'deceased',
  'disputed',
  'insolvent',
  'dunnable',
];
/** `Zahlung 2`, `2. Zahlung`: the heading without its number, and the number. */
const numbered = (key: string): Readonly<{ base: string; number: number }> => {
  const [, before, base = '', behind] = /^(\d{1,2})?([a-z].*?)(?:(?<!\d)(\d{1,2}))?$/.exec(key) ?? [];
  return base === '' ? { base: key, number: 1 } : { base, number: Number(behind ?? before ?? 1) };
};
const amountCalled = (key: string): ColumnName | undefined => {
  const name = byHeader.get(key);
  return name !== undefined && COLUMNS[name].type === 'amount' ? name : undefined;
};
/** One letter at the head too many, too few or wrong, or two that changed places. */
const isSlipAtHead = (a: string, b: string): boolean =>
  a.slice(1) === b ||
  a === b.slice(1) ||
  a.slice(1) === b.slice(1) ||
  `${a.slice(1, 2)}${a.slice(0, 1)}${a.slice(2)}` === b;
/** Whether one word becomes the other by one such slip, wherever in it. */
const isNear = (a: string, b: string): boolean =>
  Array.from({ length: a.length + 1 }, (_, at) => at).some(
    (at) => b.startsWith(a.slice(0, at)) && isSlipAtHead(a.slice(at), b.slice(at)),
  );
const SHORTEST_MISSPELT = 8;
/**
 * Words of their own, one letter from a heading: `Sollbeitrag`, `Zählung`, `Förderung`, `Angeschlossen`, `Einsendung`.
 */
const NO_SLIP = /beitrag|zaehlung|foerder|angeschl|einsendung/;
/**
 * A heading that is one slip away from one that must not be overlooked: `Mahnspere`, `Teilzahlng`. Nobody slips at the
 * first letter without another word coming of it: `Festbetrag`.
 */
const misspelt = (key: string): ColumnName | undefined => {
  if (key.length < SHORTEST_MISSPELT || NO_SLIP.test(key)) return undefined;
  const near = [...byHeader].find(
    ([word, name]) => GUARDED.has(COLUMNS[name].type) && decides(name) && word[0] === key[0] && isNear(key, word),
  );
  return near?.[1];
};
const GUARDED: ReadonlySet<ColumnType> = new Set(['amount', 'flag', 'mark', 'day']);
const meantBy = (key: string): ColumnName | undefined =>
  byHeader.get(key) ??
  amountCalled(numbered(key).base) ??
  PATTERNS.find((name) => COLUMNS[name].pattern?.test(key)) ??
  misspelt(key);
/** Any of these says how much is claimed. */
const AMOUNTS: readonly ColumnName[] = ['amount', 'total', 'open'];

/** The column of a heading; where its first place is taken by another heading of the same meaning, the next place. */
const placeOf = (key: string, taken: ReadonlyMap<ColumnName, readonly string[]>): ColumnName | undefined => {
  const name = meantBy(key);
  const next = name && COLUMNS[name].next;
  return next && taken.has(name) && taken.get(name)?.[0] !== key && !taken.has(next) ? next : name;
};

/**
 * Of these there may be several, told apart by a number: `Zahlung 1`, `Mahngebühr 2`. What stands in them is added up.
 */
const SUMMED = ['paid', 'credited', 'ownCosts'] as const satisfies readonly ColumnName[];
export type SummedColumn = (typeof SUMMED)[number];
const isSummed = (name: ColumnName): name is SummedColumn => SUMMED.some((summed) => summed === name);
/** Whether this heading goes on with what another has begun: the same words with a number that has not been there. */
const continues = (name: ColumnName, key: string, earlier: readonly string[]): name is SummedColumn => {
  const { base, number } = numbered(key);
  return isSummed(name) && earlier.map(numbered).every((e) => e.base === base && e.number !== number);
};
/** `Mahngebühr 2` beside `Mahnkosten`, which may hold it already: nothing that decides, so it is not read. */
const isPart = (name: ColumnName, key: string): boolean => !decides(name) && !byHeader.has(key);

/** What the headings of a list mean. */
export type MatchedHeader = Readonly<{
  positions: ReadonlyMap<ColumnName, number>;
  /** The further places of columns that are added up. */
  further: readonly Readonly<{ name: SummedColumn; at: number }>[];
  unknown: readonly string[];
  /** The places of columns that are not read, with or without a heading. */
  unread: readonly number[];
  missing: readonly ColumnName[];
  duplicates: readonly string[];
}>;

const missingIn = (positions: MatchedHeader['positions']): readonly ColumnName[] =>
  COLUMN_NAMES.filter(
    (name) => COLUMNS[name].required && !(name === 'amount' ? AMOUNTS : [name]).some((column) => positions.has(column)),
  );

/** Which column stands where. Case, blanks, hyphens and the spelling of umlauts do not matter. */
export const matchHeader = (cells: readonly string[]): MatchedHeader => {
  const positions = new Map<ColumnName, number>();
  const taken = new Map<ColumnName, readonly string[]>();
  const further: { name: SummedColumn; at: number }[] = [];
  const unknown: string[] = [];
  const unread: number[] = [];
  const duplicates: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const key = foldedHeading(cell);
    const name = placeOf(key, taken);
    if (!name) {
      if (!ignored.has(key)) unread.push(at);
      if (cell.trim() && !ignored.has(key)) unknown.push(cell);
      continue;
    }
    const earlier = taken.get(name) ?? [];
    if (earlier.length === 0) positions.set(name, at);
    else if (continues(name, key, earlier)) further.push({ name, at });
    else if (isPart(name, key)) {
      unread.push(at);
      unknown.push(cell);
      continue;
    } else duplicates.push(cell);
    taken.set(name, [...earlier, key]);
  }
  return { positions, further, unknown, unread, duplicates, missing: missingIn(positions) };
};
