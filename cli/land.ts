import { Land } from '../domain/calendar.ts';

/** A Land as somebody types it (`nw`). Throws what `misuse` makes of the sentence where there is none of that name. */
export const landNamed = (given: string, misuse: (message: string) => Error): Land => {
  const land = Land.safeParse(given.toUpperCase());
  if (!land.success) throw misuse(`„${given}“ ist kein Land; möglich sind ${Land.options.join(', ')}.`);
  return land.data;
};
