/**
 * Letters that banks' and telephones' alphabets do not have, spelt in those they have: German ones as Germans do, the
 * others as EPC217-08 (best practices for the SEPA character set) has them, Greek by ELOT 743, Cyrillic as in passports
 * (ICAO 9303).
 */
const SPELT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  ﬁ: 'fi',
  ﬂ: 'fl',
  // Greek
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  // Cyrillic; й and ё stand here because taking their marks off would leave other letters
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** `Ł` → `L`, `Ä` → `Ae`, and `AE` where it stands among capitals. */
const asWritten = (char: string, spelt: string, next: string | undefined): string => {
  if (char === char.toLowerCase()) return spelt;
  if (next !== undefined && next !== next.toLowerCase()) return spelt.toUpperCase();
  return spelt.slice(0, 1).toUpperCase() + spelt.slice(1);
};

/**
 * A text in the letters A to Z, as far as its own letters have a spelling there: umlauts spelt out, accents taken off.
 * Digits, punctuation and letters of scripts without a spelling here (Arabic, Chinese) stay as they are.
 */
export const inBasicLetters = (text: string): string => {
  const chars = [...text.normalize('NFC')];
  return chars
    .map((char, i) => {
      const bare = char
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ʼ', "'")
        .replaceAll('l·', 'l')
        .replaceAll('L·', 'L');
      const spelt = SPELT[char.toLowerCase()] ?? SPELT[bare.toLowerCase()];
      return spelt === undefined ? bare : asWritten(char, spelt, chars[i + 1]);
    })
    .join('');
};

const PUNCTUATION: Readonly<Record<string, string>> = {
  '&': '+',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '„': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '\u00a0': ' ',
  _: '-',
};

/**
 * A text in the SEPA character set (EPC217-08): no letter of Europe becomes a dot; what is no letter and not in the set
 * does. Line breaks become blanks.
 */
export const sepaText = (text: string, limit: number): string =>
  inBasicLetters(text.replace(/\s+/g, ' '))
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, (char) => PUNCTUATION[char] ?? '.')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, limit)
    .trim();

/** Letters of a text that no spelling in the SEPA character set is known for. */
export const withoutSpelling = (text: string): readonly string[] => [
  ...new Set([...inBasicLetters(text)].filter((char) => /\p{L}/u.test(char) && !/[A-Za-z]/.test(char))),
];
