import type { Page } from './pdf-text.ts';

/** A millimetre in points. */
export const MM = 72 / 25.4;
/** Binding edge and right edge of all we print. */
const LEFT = 25 * MM;
const RIGHT = 20 * MM;

/** What stands outside the margins, by its text. Half a point is what rounding may cost. */
export const outside = ({ width, height, pieces }: Page): string[] =>
  pieces
    .filter((p) => p.text.trim() !== '')
    .filter((p) => p.x < LEFT - 0.5 || p.right > width - RIGHT + 0.5 || p.y < 15 || p.y > height - 15)
    .map((p) => `${p.text} (${p.x.toFixed(0)} to ${p.right.toFixed(0)} of ${width.toFixed(0)}, ${p.y.toFixed(0)})`);

/** Pieces that begin at one place, or lie over one another on a line. */
export const overlapping = ({ pieces }: Page): string[] => {
  const shown = pieces.filter((p) => p.text.trim() !== '');
  return shown
    .filter((p, i) =>
      shown.some((q, j) => j < i && Math.abs(p.y - q.y) < 3 && p.x < q.right - 0.5 && q.x < p.right - 0.5),
    )
    .map((p) => p.text);
};
/** All that a reader finds on them. */
export const textOf = (pages: readonly Page[]): string => pages.flatMap((p) => p.pieces.map((x) => x.text)).join('\n');
/** Without the blanks of line ends. */
export const bare = (text: string): string => text.replace(/\s+/g, '');
