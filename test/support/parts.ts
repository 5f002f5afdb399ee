import type { Page, Part } from '../../domain/page.ts';

/** The pages of a list, each of so many entries, to its end. */
export const partsOfList = async <T>(limit: number, read: (page: Page) => Promise<Part<T>>): Promise<T[][]> => {
  const parts: T[][] = [];
  let from: Page['from'] = null;
  do {
    const { items, next }: Part<T> = await read({ limit, from });
    parts.push([...items]);
    from = next;
  } while (from);
  return parts;
};

export const allOf = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
