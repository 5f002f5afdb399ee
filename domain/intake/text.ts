import { unitAt } from '../unit-at.ts';

/** Umlauts that were read in the wrong code page: `MÃ¼ller` (UTF-8 taken twice), `M\u0081ller` or `K”ln` (a DOS file), U+FFFD (lost for good). */
const GARBLED = /\uFFFD|[\u0080-\u009f]|Ã[\u0080-\u00bf\u0152-\u2122]|\p{L}[„”™]\p{L}/u;
export const isGarbled = (text: string): boolean => GARBLED.test(text);

const BLANK = 0x20;
const APOSTROPHE = 0x27;
/** Printable ASCII and the letters of Latin-1 and Latin Extended-A; not `Ã` and `×`, with which garbled text begins. */
const ORDINARY = Uint8Array.from({ length: 0x180 }, (_, unit) =>
  (unit > BLANK && unit < 0x7f) || (unit >= 0xc0 && unit !== 0xc3 && unit !== 0xd7) ? 1 : 0,
);
/** True of nearly every cell: nothing in it has to be dropped, folded or doubted. */
export const isPlain = (text: string): boolean => {
  const { length } = text;
  let blank = true;
  for (let i = 0; i < length; i++) {
    const unit = unitAt(text, i);
    if (unit === BLANK ? blank : ORDINARY[unit] !== 1) return false;
    blank = unit === BLANK;
  }
  return !blank && unitAt(text, 0) !== APOSTROPHE;
};

/**
 * Invisible characters are dropped, line breaks and tabs become one blank: what is left may stand in a subject line or an address. An apostrophe before
 * what a spreadsheet would run as a formula (`'+49 151`, `'=…`) comes from a report of ours and is dropped.
 */
export const plain = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'\s*(?=[=+\-@＝＋－＠])/, '');

/** `DE02…7030`: enough to recognise an account, too little to use it. */
export const maskedIban = (text: string): string => {
  const bare = text.replace(/\s/g, '');
  return bare.length < 12 ? '…' : `${bare.slice(0, 4)}…${bare.slice(-4)}`;
};
