type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: Fields): readonly string[] => Object.keys(value).filter((name) => value[name] !== undefined);

/** Keys in their order, all the way down: a table gives them back in an order of its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    fieldsOf(value)
      .toSorted()
      .map((name) => [name, sorted(value[name])]),
  );
};
const isSame = (before: unknown, after: unknown): boolean =>
  JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));

/**
 * Which fields differ, in the order of their letters: `account.iban`. A list is compared as a whole; a field that is
 * undefined is none; what was not there before, or is not any more, is named as a whole. Empty: both say the same.
 */
export const changedIn = (before: Fields, after: Fields): readonly string[] =>
  [...new Set([...fieldsOf(before), ...fieldsOf(after)])].toSorted().flatMap((name) => {
    const was = before[name];
    const is = after[name];
    if (isSame(was, is)) return [];
    return isFields(was) && isFields(is) ? changedIn(was, is).map((within) => `${name}.${within}`) : [name];
  });
