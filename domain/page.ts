/** How many entries of a list come at once, where nobody says how many, and at most. */
export const PAGE_SIZE = { usual: 50, most: 100 } as const;

/** Behind which entry a list goes on: by the entry's key in the order of that list. A key is made of ids only. */
export type Position = Readonly<{ after: string }>;
/** So many entries of a list, from its beginning or behind a position. */
export type Page = Readonly<{ limit: number; from: Position | null }>;
/**
 * A part of a list. `next`: where the rest begins; null: there is none. It may hold fewer entries than were asked for,
 * even none, and only `next` says whether that was all.
 */
export type Part<T> = Readonly<{ items: readonly T[]; next: Position | null }>;

/**
 * The part of a list whose entries have been read up to one beyond the page: the one too many says that there is a
 * rest. `cut`: the store itself stopped before that, and knows of more.
 */
export const partOf = <T>(
  read: Readonly<{ items: readonly T[]; cut: boolean }>,
  { limit }: Pick<Page, 'limit'>,
  keyOf: (item: T) => string,
): Part<T> => {
  const items = read.items.slice(0, limit);
  const last = items.at(-1);
  const goesOn = read.cut || read.items.length > limit;
  return { items, next: goesOn && last !== undefined ? { after: keyOf(last) } : null };
};
