import { Rejected } from '../faults.ts';

/**
 * The lines of an address window and the one size in which all of them are set, in points. Never below 9: what people
 * and sorting machines read.
 */
export type AddressWindow = Readonly<{ points: number; lines: readonly string[] }>;

/** How wide the window is within its margins, 80 mm, in points. */
const WIDTH = (80 * 72) / 25.4;
/**
 * From six lines (DIN 5008) in the usual size to ten in the smallest; more begin higher up, where remarks would stand.
 */
const SIZES = [
  { points: 10.5, lines: 6 },
  { points: 10, lines: 7 },
  { points: 9.5, lines: 8 },
  { points: 9, lines: 10 },
] as const;

/**
 * What a letter takes at most of its size, by the letter below its accents: a bound, so that nothing here has to know
 * the font.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[ !'(),.:;/[\]\-ijltfI]/, 0.42],
  [/^[a-zß0-9]/, 0.66],
  [/^[A-LPR-VX-Z&+?]/, 0.76],
  [/^[NOQ]/, 0.86],
  [/^[MW\u2010-\u2027]/, 1.01],
  [/^\p{L}/u, 1.45],
];
const LARGE = [/^[mwæœ]/, 0.96] as const;
/** The one accent that stands beside its letter: Vietnamese `ư`. */
const HORN = '\u031b',
  HORN_WIDTH = 0.15;
const WIDEST = 3.1;
/** In ems, never less than it takes. */
export const widthAtMost = (char: string): number => {
  const base = char.normalize('NFD');
  const bare = LARGE[0].test(base) ? LARGE[1] : (WIDTHS.find(([letters]) => letters.test(base))?.[1] ?? WIDEST);
  return base.includes(HORN) ? bare + HORN_WIDTH : bare;
};
const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += widthAtMost(char);
  return width;
};

/**
 * A word as pieces that may begin a line: behind hyphens and strokes; one that is still too long is cut where the line
 * ends.
 */
const piecesOf = (word: string, width: number): string[] =>
  word.split(/(?<=[-/–])/u).flatMap((part) => {
    const pieces: string[] = [''];
    for (const char of part) {
      const last = pieces.at(-1) ?? '';
      if (widthOf(last + char) <= width) pieces[pieces.length - 1] = last + char;
      else pieces.push(char);
    }
    return pieces;
  });

/** A text over as few lines as it needs, each at most `width` ems wide. */
const fold = (text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    let joint = ' ';
    for (const piece of piecesOf(word, width)) {
      const last = lines.at(-1);
      if (last !== undefined && widthOf(last + joint + piece) <= width) lines[lines.length - 1] = last + joint + piece;
      else lines.push(piece);
      joint = '';
    }
  }
  return lines;
};

/**
 * Name, additions, street and town as they stand in the window, every letter of them; null where there is more than it
 * holds.
 */
export const addressWindow = (parts: readonly string[]): AddressWindow | null => {
  for (const { points, lines: most } of SIZES) {
    const lines = parts.flatMap((part) => fold(part, WIDTH / points));
    if (lines.length <= most) return { points, lines };
  }
  return null;
};

/** The same for who must be written to. Throws Rejected `address.too-long`. */
export const windowOf = (parts: readonly string[]): AddressWindow => {
  const window = addressWindow(parts);
  if (window) return window;
  throw new Rejected(
    'address.too-long',
    `Die Anschrift „${parts.join(', ')}“ passt nicht in das Anschriftfeld eines Briefs. Bitte Name, Zusatz oder Straße kürzen.`,
    { field: 'address' },
  );
};
