import { partOf, type Page, type Part } from '../../domain/page.ts';

/** A page of a list in memory, whose entries stand in order beside their places in it. */
export const pageIn = <T>(
  list: readonly (readonly [place: string, entry: T])[],
  { limit, from }: Page,
  { backwards = false } = {},
): Part<T> => {
  const isBehind = (place: string): boolean => from === null || (backwards ? place < from.after : place > from.after);
  const rest = list.filter(([place]) => isBehind(place)).slice(0, limit + 1);
  const { items, next } = partOf({ items: rest, cut: false }, { limit }, ([place]) => place);
  return { items: items.map(([, entry]) => entry), next };
};
