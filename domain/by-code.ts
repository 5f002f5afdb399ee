/** For sorting plain text, and days, by code units: the same on every machine, whatever its language. */
export const byCode = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
