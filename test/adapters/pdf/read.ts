import type { Piece } from '../../support/pdf-text.ts';

export const flat = (pages: readonly string[]): string => pages.join('\n').replace(/\s+/g, ' ');

/** Two pieces that begin at the same place. */
export const overlaps = (pieces: readonly Piece[]): string[] =>
  pieces
    .filter((p, i) => pieces.some((q, j) => j < i && Math.abs(p.x - q.x) < 1 && Math.abs(p.y - q.y) < 3))
    .map((p) => p.text);
