import { rounded } from './decimals.ts';
import type { Digit, Section, Token } from './number-format.ts';

const PADDING: Readonly<Record<Digit, string>> = { '0': '0', '#': '', '?': ' ' };
/** Puts the digits before the point into their places, from the right; the first place takes all that are left. */
const filledWhole = (tokens: readonly Token[], whole: string, isGrouped: boolean): string => {
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  let left = whole === '0' ? '' : whole;
  let placed = 0;
  let text = '';
  const put = (digit: string): void => {
    if (isGrouped && placed > 0 && placed % 3 === 0 && /\d/.test(digit)) text = `.${text}`;
    text = `${digit}${text}`;
    placed++;
  };
  for (const [at, token] of [...tokens.entries()].reverse()) {
    if (token.kind === 'literal') text = `${token.text}${text}`;
    if (token.kind !== 'digit') continue;
    put(left === '' ? PADDING[token.digit] : left.slice(-1));
    left = left.slice(0, -1);
    while (at === first && left !== '') {
      put(left.slice(-1));
      left = left.slice(0, -1);
    }
  }
  return text;
};
const filledFraction = (tokens: readonly Token[], fraction: string): string => {
  const needed =
    tokens.filter((t) => t.kind === 'digit').findLastIndex((t) => t.kind === 'digit' && t.digit === '0') + 1;
  const significant = fraction.replace(/0+$/, '').length;
  const shown = Math.max(needed, significant);
  let at = 0;
  const text = tokens.map((t) => {
    if (t.kind === 'literal') return t.text;
    if (t.kind !== 'digit') return '';
    const digit = at < shown ? (fraction[at] ?? '') : PADDING[t.digit];
    at++;
    return digit;
  });
  return `${shown > 0 ? ',' : ''}${text.join('')}`;
};

/** The digits of a positive number as the section shows them. */
export const digitsAs = (section: Section, value: number): string => {
  const { tokens, isGrouped } = section;
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const { whole, fraction } = rounded(value, after.filter(({ kind }) => kind === 'digit').length);
  return `${filledWhole(before, whole, isGrouped)}${point < 0 ? '' : filledFraction(after, fraction)}`;
};
