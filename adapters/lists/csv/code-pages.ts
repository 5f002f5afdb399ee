import { TextDecoder } from 'node:util';

/** Code pages of one byte a character in which German lists are written. */
export const CODE_PAGES = ['windows-1252', 'windows-1254', 'cp850', 'macintosh'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

const FIRST = 0x80;
const UPPER_HALF = Uint8Array.from({ length: 128 }, (_, i) => FIRST + i);
const decoded = (label: string): readonly string[] => [...new TextDecoder(label).decode(UPPER_HALF)];
/**
 * What each byte from 0x80 on stands for. Code page 850 (DOS in Western Europe) is no web encoding: Unicode's
 * MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT. 437 has the same German letters.
 */
const TABLES: Readonly<Record<CodePage, readonly string[]>> = {
  'windows-1252': decoded('windows-1252'),
  'windows-1254': decoded('windows-1254'),
  cp850: [
    ...'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
  macintosh: decoded('macintosh'),
};

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
const isUpper = (sign: string): boolean => /\p{Lu}/u.test(sign);
const isLower = (sign: string): boolean => /\p{Ll}/u.test(sign);

type Place = Readonly<{ sign: string; before: string; after: string; word: string }>;
/** `geändert`, `beäugt`: nowhere else does an umlaut follow an e. */
const PREFIX = /^[gb]e$/i;
const isUmlautAtHome = ({ sign, before, after, word }: Place): boolean => {
  if (/[aiou]/i.test(before)) return false;
  if (/e/i.test(before)) return PREFIX.test(word) && isLetter(after);
  return !/[aeio]/i.test(after) || (/ä/i.test(sign) && /[ei]/i.test(after) && isLetter(before));
};
/** ß follows a vowel; in words of every address it proves much. */
const sharpS = ({ before, word }: Place): number => {
  if (/(?:stra|gro|wei)$/i.test(word)) return 6;
  return /[aeiouyäöü]/.test(before) ? 2 : -3;
};
/** Turkish letters stand within words; where they end one, they may as well be Czech. */
const turkish = ({ sign, before, after }: Place): number => {
  if (sign === 'ı') return isLetter(before) && isLetter(after) ? 2 : 0;
  return isLetter(before) || isLetter(after) ? 2 : 0;
};
const FOREIGN = /[áàâãåçéèêëíìîïñóòôõøúùûýšžæœÁÀÂÃÅÇÉÈÊËÍÓÔÕØÚŠŽ]/;
const COMMON_SIGN = /[„“”‚‘’–—…€§°®™©²³ªº·\u00a0]/;

const isStrange = (sign: string): boolean => isLetter(sign) && !/[A-Za-zäöüÄÖÜß]/.test(sign);

/**
 * A capital behind a small letter, or a small letter before a capital: there stands a quotation mark, `„Kulanz“` is no
 * `äKulanzô`.
 */
const breaksCase = ({ sign, before, after }: Place): boolean =>
  (isUpper(sign) && isLower(before)) || (isLower(sign) && isUpper(after));
/** Letters that are neither German nor Turkish. Some prove nothing, however well they fit. */
const foreign = ({ sign, after }: Place): number => {
  if (/[ðþÐÞ]/.test(sign) || (sign === 'ý' && isLetter(after))) return 0;
  return FOREIGN.test(sign) ? 1 : 0;
};

/** How well a letter fits where it stands. */
const letterScore = (place: Place): number => {
  const { sign, before, after } = place;
  if (!isLetter(before) && !isLetter(after)) return /[äöüÄÖÜß]/.test(sign) ? 1 : 0;
  if (sign === 'ß') return sharpS(place);
  if (breaksCase(place)) return -3;
  // Beside a foreign letter they prove nothing: two quotation marks are two such letters in DOS.
  if (isStrange(before) || isStrange(after)) return 0;
  if (/[äöüÄÖÜ]/.test(sign)) return isUmlautAtHome(place) ? 4 : -2;
  if (/[ğışĞİŞ]/.test(sign)) return turkish(place);
  return foreign(place);
};
/** German quotation marks: „ and ‚ at the head of a word, “ and ‘ at its end. */
const isQuoting = (sign: string, before: string): boolean => /[„‚]/.test(sign) !== isLetter(before);

/** How well a sign that is no letter fits. */
const signScore = ({ sign, before, after }: Place): number => {
  if (/\p{Cc}/u.test(sign)) return -4;
  if (isLetter(before) && isLetter(after)) return /[’´‘\u00ad]/.test(sign) ? 0 : -4;
  if (!isLetter(before) && !isLetter(after)) return 0;
  if (/[„“‚‘]/.test(sign)) return isQuoting(sign, before) ? 2 : 0;
  return COMMON_SIGN.test(sign) ? 0 : -1;
};

const asciiWord = /[A-Za-z]*$/;
/** How much like German the bytes read in this code page. */
const scoreOf = (bytes: Buffer, table: readonly string[]): number => {
  const signAt = (at: number): string => {
    const byte = bytes[at];
    if (byte === undefined) return ' ';
    return byte < FIRST ? String.fromCharCode(byte) : (table[byte - FIRST] ?? ' ');
  };
  let score = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < FIRST) continue;
    const word = asciiWord.exec(bytes.subarray(Math.max(0, at - 5), at).toString('latin1'))?.[0] ?? '';
    const place = { sign: signAt(at), before: signAt(at - 1), after: signAt(at + 1), word };
    score += isLetter(place.sign) ? letterScore(place) : signScore(place);
  }
  return score;
};

/** So much better must another code page fit than Windows-1252, in which nearly all lists are written. */
const MARGIN = 2;
/** The code page in which these bytes read most like German: `Müller`, not `M\u0081ller` (DOS) or `MŸller` (Mac). */
export const codePageOf = (bytes: Buffer): CodePage => {
  let best: CodePage = 'windows-1252';
  // A text that reads badly in every one of them proves nothing.
  let bestScore = Math.max(0, scoreOf(bytes, TABLES[best]) + MARGIN - 1);
  for (const page of CODE_PAGES) {
    if (page === 'windows-1252') continue;
    const score = scoreOf(bytes, TABLES[page]);
    if (score <= bestScore) continue;
    best = page;
    bestScore = score;
  }
  return best;
};

/** Text of these bytes. */
export const inCodePage = (bytes: Buffer, page: CodePage): string => {
  const table = TABLES[page];
  return bytes.toString('latin1').replace(/[\u0080-\u00ff]/g, (sign) => table[sign.charCodeAt(0) - FIRST] ?? sign);
};
