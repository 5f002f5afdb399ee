import { unitAt } from '../unit-at.ts';

/**
 * Signs that stand between two letters only where an umlaut was read in the wrong code page: `M?ller`, `K”ln`,
 * `Stra§e`, `M³ller`.
 */
const MISREAD = '[?„”™†‡…‰‹›¸¹²³÷×ˆ˜¤¦¬±¶§¢£¥€©®°¿¡¨¯∂∆◊ﬂƒ\u2500-\u259f]';
/** Each a way in which umlauts get lost, and what is left of them. */
const LOST = [
  /[\uFFFD\u0080-\u009f]/,
  // UTF-8 read as Windows-1252 (`MÃ¼ller`), as Mac Roman (`M√ºller`), as DOS (`M├╝ller`)
  /Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u00a0-\u00bf]|√[\u00a0-\uffff]|[├┬][\u00a0-\uffff]/,
  new RegExp(`\\p{L}${MISREAD}\\p{L}`, 'u'),
  // capitals that German words have only at their head, from Mac Roman: `MŸller`, `MŠrz`
  /\p{L}[ŠŸ]\p{Ll}|\p{Ll}Ž\p{Ll}|[Ss]traáe/u,
  // Central European letters read as Western ones: `Kovaèeviæ`, `Dvoøák`
  /iæ(?!\p{L})|ø[áí]/u,
  // written for other media: HTML, URLs, mail headers, JSON
  /&(?:[a-z]{1,2}(?:uml|acute|grave|circ|tilde|cedil|slash|ring|lig|caron)|amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);?/i,
  /%C3%[89AB][\dA-F]|=(?:C3=[89AB][\dA-F]|(?:C4|D6|DC|DF|E4|F6|FC)(?=[^\dA-F]|$))|\\u00[\da-f]{2}/i,
];
/** Whether umlauts in it were lost on the way: then nobody knows what was written. */
export const isGarbled = (text: string): boolean => LOST.some((way) => way.test(text));

const BLANK = 0x20;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
/**
 * Printable ASCII and the letters of Latin-1 and Latin Extended-A; not `Ã`, with which garbled text begins, nor `×` and
 * `÷`, which are none.
 */
const NO_LETTERS = new Set([0xc3, 0xd7, 0xf7]);
const ORDINARY = Uint8Array.from({ length: 0x180 }, (_, unit) =>
  ((unit > BLANK && unit < 0x7f) || unit >= 0xc0) && !NO_LETTERS.has(unit) ? 1 : 0,
);
/** With another sign behind them, these may be what is left of an umlaut. */
const DOUBTFUL = Uint8Array.from({ length: 0x180 }, (_, unit) =>
  '=?%&\\ÂáŸŠŽ'.includes(String.fromCharCode(unit)) ? 1 : 0,
);
/** True of nearly every cell: nothing in it has to be dropped, folded or doubted. */
export const isPlain = (text: string): boolean => {
  const { length } = text;
  let blank = true;
  let doubt = false;
  for (let i = 0; i < length; i++) {
    const unit = unitAt(text, i);
    if (unit === BLANK ? blank : ORDINARY[unit] !== 1 || doubt) return false;
    blank = unit === BLANK;
    doubt = DOUBTFUL[unit] === 1;
  }
  return !blank && unitAt(text, 0) !== APOSTROPHE && unitAt(text, 0) !== EQUALS;
};

/** `="00123"`: how Excel keeps a leading zero in a CSV. */
const AS_TEXT = /^=\s*"((?:[^"]|"")*)"$/;
/** Letters and digits as East Asian keyboards write them lie so far behind ours. */
const FULL_WIDTH_OFFSET = 0xfee0;
const folded = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'\s*(?=[=+\-@＝＋－＠])/, '')
    .replace(AS_TEXT, (_, content: string) => content.replaceAll('""', '"').trim());
/**
 * A cell as it is kept: composed (NFC), so that `Müller` from macOS is `Müller` from Windows; full-width letters and
 * digits as ours; invisible characters dropped; line breaks and tabs one blank: what is left may stand in a subject
 * line or an address. An apostrophe before what a spreadsheet would run as a formula (`'+49 151`, `'=…`) comes from a
 * report of ours and is dropped; `="00123"` is the text `00123`.
 */
export const plain = (text: string): string => (isPlain(text) ? text : folded(text));

/**
 * What a spreadsheet, a database or a program writes where it has no value. `Null` in small letters behind a capital is
 * a family name.
 */
const NO_VALUE =
  /^(?:#(?:NV|N\/A|WERT!|VALUE!|BEZUG!|REF!|NAME\??|DIV\/0!|NULL!|ZAHL!|NUM!|ÜBERLAUF!|SPILL!|KALK!|CALC!)|NULL|null|[(<]null[)>]|NaN|NAN|undefined|WAHR|FALSCH|TRUE|FALSE|true|false|\[object Object\]|N\/A|n\/a)$/;
const LONGEST_NO_VALUE = 15;
export const isNoValue = (text: string): boolean =>
  text.length > 1 && text.length <= LONGEST_NO_VALUE && NO_VALUE.test(text);
/** What people write where they have no number. */
export const isNoNumber = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) ||
  /^(?:k\.? ?a\.?|n\.? ?v\.?|unbekannt|ohne|keine?|fehlt|leer|entfällt|none|nil|x{2,})$/i.test(text);

/** What a spreadsheet would run: it is no name, whatever it says. */
export const isFormula = (text: string): boolean => /^[=＝]|^[+\-@＋－＠].*[(|!]/.test(text);

/** `DE02…7030`: enough to recognise an account, too little to use it. */
export const maskedIban = (text: string): string => {
  const bare = text.replace(/\s/g, '');
  return bare.length < 12 ? '…' : `${bare.slice(0, 4)}…${bare.slice(-4)}`;
};
