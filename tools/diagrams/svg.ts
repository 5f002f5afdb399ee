/**
 * A little SVG: boxes, lines and text whose width is known beforehand, so that nothing overlaps and the same input
 * gives the same file.
 */
export type Point = Readonly<{ x: number; y: number }>;
export type Box = Point & Readonly<{ w: number; h: number }>;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const NARROW = new Set([..."iljtfr.,:;|!()[]'·I- "]);
const WIDE = new Set([...'mwMWÄÖÜOQGDHNUCKABERSVXYZP%@–—']);
/** Upper bound of a text's width in pixels, for Arial, Helvetica, Liberation and Noto Sans alike. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (NARROW.has(c) ? 0.38 : WIDE.has(c) ? 0.82 : 0.6), 0) * size;

type Ink = Readonly<{ size?: number; color?: string; bold?: boolean; anchor?: 'start' | 'middle' | 'end' }>;
export const text = (
  { x, y }: Point,
  content: string,
  { size = 14, color = '#1c2733', bold = false, anchor = 'start' }: Ink = {},
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(content)}</text>`;
export const rect = (
  { x, y, w, h }: Box,
  of: Readonly<{ fill: string; stroke?: string; radius?: number; dashed?: boolean }>,
): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${of.radius ?? 6}" fill="${of.fill}"${of.stroke ? ` stroke="${of.stroke}"` : ''}${of.dashed ? ' stroke-dasharray="5 4"' : ''}/>`;
/** A line through points; `arrow`: with a head at its end. */
export const line = (
  points: readonly Point[],
  of: Readonly<{ color?: string; arrow?: boolean; dashed?: boolean; width?: number }> = {},
): string =>
  `<polyline points="${points.map((p) => `${p.x},${p.y}`).join(' ')}" fill="none" stroke="${of.color ?? '#5b6b7b'}" stroke-width="${of.width ?? 1.5}"${of.dashed ? ' stroke-dasharray="5 4"' : ''}${of.arrow ? ' marker-end="url(#head)"' : ''}/>`;

/** The whole drawing on white; `title` and `description` are read aloud to whoever does not see it. */
export const drawing = (
  of: Readonly<{ w: number; h: number; title: string; description: string }>,
  parts: readonly string[],
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${of.w}" height="${of.h}" viewBox="0 0 ${of.w} ${of.h}" font-family="'Noto Sans', Arial, Helvetica, sans-serif" role="img">`,
    `<title>${escaped(of.title)}</title>`,
    `<desc>${escaped(of.description)}</desc>`,
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0,0 L10,5 L0,10 z" fill="#5b6b7b"/></marker></defs>',
    rect({ x: 0, y: 0, w: of.w, h: of.h }, { fill: '#ffffff', radius: 0 }),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
