/** A list without what is gone. */
export const without = <T>(list: readonly T[], gone: (item: T) => boolean): T[] => list.filter((item) => !gone(item));
