/**
 * Fifteen digits are what Excel itself keeps; what stands behind them is noise: 129.90000000000001 is 129.9. Without an
 * exponent.
 */
export const decimalOf = (value: number): string => {
  const exact = Number(value.toPrecision(15));
  if (Math.abs(exact) >= 1e21) return String(exact);
  if (exact !== 0 && Math.abs(exact) < 1e-6) return exact.toFixed(15).replace(/\.?0+$/, '');
  return String(exact);
};
/** A number of more digits than Excel keeps: whether the last of them are right, nobody can see any more. */
export const losesDigits = (value: number): boolean => Math.abs(value) >= 1e15;
/** The number as a cell without a format shows it. */
export const plainNumber = (value: number): string => decimalOf(value).replace('.', ',');
/** The same in a column of amounts: one decimal means tens of cents. */
export const plainAmount = (value: number): string => plainNumber(value).replace(/,(\d)$/, ',$10');

/** A positive number rounded half up, its digits before and behind the point. */
export const rounded = (value: number, decimals: number): Readonly<{ whole: string; fraction: string }> => {
  const [whole = '0', fraction = ''] = decimalOf(value).split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const digits = (BigInt(`${whole}${kept}`) + up).toString().padStart(decimals + 1, '0');
  return { whole: digits.slice(0, digits.length - decimals), fraction: digits.slice(digits.length - decimals) };
};
