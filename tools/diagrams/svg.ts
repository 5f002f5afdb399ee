/**
 * A little SVG: boxes, lines and text whose width is known beforehand, so that nothing overlaps and the same input
 * gives the same file.
 */
export type Point = Readonly<{ x: number; y: number }>;
export type Box = Point & Readonly<{ w: number; h: number }>;

type Attributes = Readonly<Record<string, string | number | undefined>>;
/** The attributes of an element in their order; what is not given is not written. */
const attributes = (of: Attributes): string =>
  Object.entries(of)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
    .join('');
const DASHES = '5 4';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const NARROW = new Set([..."iljtfr.,:;|!()[]'·I- "]);
const WIDE = new Set([...'mwMWÄÖÜOQGDHNUCKABERSVXYZP%@–—']);
const shareOf = (character: string): number => {
  if (NARROW.has(character)) return 0.38;
  return WIDE.has(character) ? 0.82 : 0.6;
};
/** Upper bound of a text's width in pixels, for Arial, Helvetica, Liberation and Noto Sans alike. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + shareOf(character), 0) * size;

type Ink = Readonly<{ size?: number; color?: string; bold?: boolean; anchor?: 'start' | 'middle' | 'end' }>;
export const text = (
  { x, y }: Point,
  content: string,
  { size = 14, color = '#1c2733', bold = false, anchor = 'start' }: Ink = {},
): string => {
  const ink = {
    x,
    y,
    'font-size': size,
    fill: color,
    'font-weight': bold ? '700' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  };
  return `<text${attributes(ink)}>${escaped(content)}</text>`;
};
export const rect = (
  { x, y, w, h }: Box,
  of: Readonly<{ fill: string; stroke?: string; radius?: number; dashed?: boolean }>,
): string => {
  const shape = {
    x,
    y,
    width: w,
    height: h,
    rx: of.radius ?? 6,
    fill: of.fill,
    stroke: of.stroke,
    'stroke-dasharray': of.dashed ? DASHES : undefined,
  };
  return `<rect${attributes(shape)}/>`;
};
/** A line through points; `arrow`: with a head at its end. */
export const line = (
  points: readonly Point[],
  of: Readonly<{ color?: string; arrow?: boolean; dashed?: boolean; width?: number }> = {},
): string => {
  const shape = {
    points: points.map((p) => `${p.x},${p.y}`).join(' '),
    fill: 'none',
    stroke: of.color ?? '#5b6b7b',
    'stroke-width': of.width ?? 1.5,
    'stroke-dasharray': of.dashed ? DASHES : undefined,
    'marker-end': of.arrow ? 'url(#head)' : undefined,
  };
  return `<polyline${attributes(shape)}/>`;
};

const FONTS = "'Noto Sans', Arial, Helvetica, sans-serif";
const ARROW_HEAD = [
  '<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7"',
  ' orient="auto-start-reverse"><path d="M0,0 L10,5 L0,10 z" fill="#5b6b7b"/></marker>',
].join('');

/** The whole drawing on white; `title` and `description` are read aloud to whoever does not see it. */
export const drawing = (
  of: Readonly<{ w: number; h: number; title: string; description: string }>,
  parts: readonly string[],
): string =>
  [
    `<svg${attributes({
      xmlns: 'http://www.w3.org/2000/svg',
      width: of.w,
      height: of.h,
      viewBox: `0 0 ${of.w} ${of.h}`,
      'font-family': FONTS,
      role: 'img',
    })}>`,
    `<title>${escaped(of.title)}</title>`,
    `<desc>${escaped(of.description)}</desc>`,
    `<defs>${ARROW_HEAD}</defs>`,
    rect({ x: 0, y: 0, w: of.w, h: of.h }, { fill: '#ffffff', radius: 0 }),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
