const SPELT_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

const speltOut = (text: string): string => text.replace(/[äöüßøæœłđı]/g, (letter) => SPELT_OUT[letter] ?? letter);

/**
 * Text as it is compared: lower case, umlauts spelt out, other accents off, every run of punctuation and blanks one
 * blank. Folding twice changes nothing: what taking accents off leaves (ǣ → æ) is spelt out, too.
 */
export const fold = (text: string): string =>
  speltOut(speltOut(text.normalize('NFKC').toLowerCase().normalize('NFC')).normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `e.K.`, `e. V.`, `eG`, `e.Kfm.`: with their dots gone they would look like two initials. */
const DOTTED_FORM = /(?<!\p{L})e\.?\s?(?:K|V|G|Kfm|Kfr)\.?(?!\p{L})|(?<!\p{L})E\.\s?[KVG]\.?$/gu;
/**
 * Words that say what somebody is, not who: legal forms, titles, salutations. Creditors write them in one system and
 * leave them out in the next.
 */
const NOT_A_NAME = new Set([
  'gmbh',
  'ggmbh',
  'mbh',
  'ug',
  'haftungsbeschraenkt',
  'ag',
  'kg',
  'kgaa',
  'ohg',
  'gbr',
  'se',
  'eg',
  'ek',
  'ev',
  'partg',
  'partgmbb',
  'mbb',
  'ltd',
  'limited',
  'inc',
  'co',
  'und',
  'gesellschaft',
  'mit',
  'beschraenkter',
  'haftung',
  'dr',
  'prof',
  'dipl',
  'ing',
  'med',
  'phil',
  'jur',
  'rer',
  'nat',
  'pol',
  'mag',
  'msc',
  'bsc',
  'mba',
  'phd',
  'frau',
  'herr',
  'herrn',
  'hr',
  'fr',
  'firma',
  'fa',
  'inh',
  'inhaber',
  'inhaberin',
  'familie',
  'eheleute',
]);
const words = (folded: string): string[] => folded.split(' ').filter(Boolean);

/**
 * The words of a name in the order written, folded, without titles and legal forms; a name of nothing else keeps all
 * its words.
 */
export const nameWords = (name: string): readonly string[] => {
  const all = words(fold(name.replace(DOTTED_FORM, ' ')) || fold(name));
  const kept = all.filter((word) => !NOT_A_NAME.has(word));
  return kept.length > 0 ? kept : all;
};

/** `Müller, Jörg` and `Dr. Jörg Müller` are one: `joerg mueller`. */
export const foldName = (name: string): string => [...nameWords(name)].sort().join(' ');

/**
 * `house` is the first house number, `number` all of it: `5 a`, `5-7`. Both are empty where no number stands at the
 * end.
 */
export type Street = Readonly<{ name: string; house: string; number: string }>;

/** `Muster-Str. 5 A` → `musterstrasse`, `5`, `5a`. Blanks do not tell streets apart. */
export const foldStreet = (text: string): Street => {
  const folded = fold(text);
  const [, road = folded, house = '', suffix = ''] = /^(.*?\D) ?(\d+)( ?[a-z]?(?: \d+ ?[a-z]?)?)$/.exec(folded) ?? [];
  return {
    name: road.replace(/str(?= |$)/g, 'strasse').replaceAll(' ', ''),
    house,
    number: `${house}${suffix}`.replaceAll(' ', ''),
  };
};

/** A tag behind `+` names the same mailbox; capitals never tell two apart. */
export const foldEmail = (email: string): string =>
  email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
