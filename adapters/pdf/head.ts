import type { Appearance } from '../../domain/parties/appearance.ts';
import type { AddressWindow } from '../../domain/print/address-window.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import { innerWidth, LEFT, mm, QUIET, RIGHT, RULE, set, wrapped, type Document } from './sheet.ts';

/** Whose letterhead it is; with a colour of its own the name has it, and a line below. */
type Head = Pick<Agency, 'name' | 'address'> & Pick<Appearance, 'colour'>;

/** DIN 5008, form B: the address window is 80 mm wide within its margins and ends 90 mm from the top. */
const WINDOW = mm(80);
const WINDOW_END = mm(90.3);
/** Where the address begins as long as it has no more than six lines. */
const FIRST_LINE = mm(63);

/**
 * A name in one line as large as it fits, at most 15 points; from 10 on over as many as it needs. Returns where it
 * ends.
 */
const drawName = (doc: Document, name: string, colour: string | undefined): number => {
  let size = 15;
  while (size > 10 && set(doc, 'bold', size, colour).widthOfString(name) > innerWidth(doc)) size -= 0.5;
  const leading = size * 1.25;
  const lines = wrapped(set(doc, 'bold', size, colour), name, innerWidth(doc));
  lines.forEach((line, i) => doc.text(line, LEFT, mm(18) + i * leading, { lineBreak: false }));
  return mm(18) + lines.length * leading;
};

/**
 * The sender's line: where it is too long the name is shortened, never the address, or a letter could not come back.
 */
const returnAddress = (doc: Document, { name, address }: Head): string[] => {
  const back = ` · ${address.street} · ${address.postalCode} ${address.city}`;
  for (const size of [7, 6.5, 6]) {
    doc.fontSize(size);
    if (doc.widthOfString(name + back) <= WINDOW) return [name + back];
  }
  let short = name;
  while (short.length > 1 && doc.widthOfString(`${short}…${back}`) > WINDOW) short = short.slice(0, -1).trimEnd();
  return wrapped(doc, `${short}…${back}`, WINDOW);
};

/**
 * All lines in one size and none of them cut; more than six grow upwards, so that the last one still stands in the
 * window.
 */
const drawWindow = (doc: Document, from: Head, { points, lines }: AddressWindow): void => {
  const pitch = Math.min(points * 1.23, mm(4.55));
  const top = Math.min(FIRST_LINE, WINDOW_END - lines.length * pitch);
  const back = returnAddress(set(doc, 'regular', 7, QUIET), from);
  back.forEach((line, i) => doc.text(line, LEFT, top - mm(5.5) - (back.length - 1 - i) * 7.5, { lineBreak: false }));
  doc
    .moveTo(LEFT, top - mm(1.5))
    .lineTo(LEFT + WINDOW, top - mm(1.5))
    .lineWidth(0.3)
    .strokeColor(RULE)
    .stroke();
  set(doc, 'regular', points);
  lines.forEach((line, i) => doc.text(line, LEFT, top + i * pitch, { lineBreak: false }));
};

const INFO = mm(125);
const INFO_VALUE = mm(150);
/** Label and value beside the window. Returns where they end. */
const drawInfo = (doc: Document, info: readonly (readonly [string, string])[]): number => {
  let y = mm(50);
  for (const [label, value] of info) {
    set(doc, 'regular', 8, QUIET).text(label, INFO, y, { lineBreak: false });
    // An address or a number stays whole in smaller letters, where that is enough.
    const size = [8.5, 8, 7.5].find(
      (s) => value.includes(' ') || set(doc, 'regular', s).widthOfString(value) <= mm(40),
    );
    const lines = wrapped(set(doc, 'regular', size ?? 8.5), value, mm(40));
    lines.forEach((line, i) => doc.text(line, INFO_VALUE, y + i * mm(4.2), { lineBreak: false }));
    y += Math.max(1, lines.length) * mm(4.2) + mm(0.6);
  }
  return y;
};

/**
 * The top of a first page: letterhead, address window with the sender's line, information block. Leaves the cursor
 * where text begins (DIN 5008, form B).
 */
export const letterhead = (
  doc: Document,
  from: Head,
  recipient: AddressWindow,
  info: readonly (readonly [string, string])[],
): void => {
  const { name, colour } = from;
  const nameEnd = drawName(doc, name, colour);
  if (colour) {
    const y = Math.max(mm(27), nameEnd + mm(1));
    doc
      .moveTo(LEFT, y)
      .lineTo(doc.page.width - RIGHT, y)
      .lineWidth(1.5)
      .strokeColor(colour)
      .stroke();
  }
  drawWindow(doc, from, recipient);
  const infoEnd = drawInfo(doc, info);
  doc.x = LEFT;
  doc.y = Math.max(mm(98.5), infoEnd + mm(5));
};
