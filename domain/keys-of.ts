/** The keys of a table, in the order in which they stand in it. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] => {
  const isKey = (key: string): key is K => Object.hasOwn(table, key);
  return Object.keys(table).filter(isKey);
};
