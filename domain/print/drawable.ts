/**
 * The letters that our letters can be printed in: what Noto Sans has of the Latin, Greek and Cyrillic scripts and of
 * what all scripts share, as pairs of first and last code point. Registers and passports hold names in Latin letters
 * (DIN SPEC 91379, ICAO 9303); Arabic, Hebrew, Chinese and the like would come out as boxes, or backwards.
 * test/adapters/pdf/assets.test.ts compares this with the font files.
 */
const RANGES =
  '20-7e a0-ac ae-2e9 2ec-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 20f0 2100-215f 2183-2184 2189 2212 2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff ab30-ab6b fb00-fb06 fe20-fe2f'
    .split(' ')
    .map((range) => range.split('-').map((hex) => parseInt(hex, 16)))
    .map(([first = 0, last = first]) => [first, last] as const);

/** Nearly all text is of these; nothing else has to be looked up. */
const ORDINARY = /^[\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u202f\u20ac\u2212]*$/;

/** The letters of a text that a letter cannot be printed in, each once; none where all can. */
export const lettersTheFontLacks = (text: string): readonly string[] => {
  if (ORDINARY.test(text)) return [];
  const lacking = [...text.normalize('NFC')].filter((char) => {
    const code = char.codePointAt(0) ?? 0;
    return char !== '\n' && !RANGES.some(([first, last]) => first <= code && code <= last);
  });
  return [...new Set(lacking)];
};
