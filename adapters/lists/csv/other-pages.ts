import type { RawRow } from '../../../domain/intake/check-file.ts';
import type { ColumnName } from '../../../domain/intake/columns.ts';
import { ADDRESS_LINES } from '../../../domain/print/printed.ts';
import { CODE_PAGES, type CodePage } from './code-pages.ts';

/**
 * Letters that no name of Western Europe bears where they stand: the same bytes are other letters in the code pages of
 * Central Europe (1250, 8859-2, 852, Mac CE), which have the same umlauts and cannot be told apart by them. `£ukasz`
 * was Łukasz, `Kõszegi` and `Kïszegi` Kőszegi, `Øukasz` Łukasz, `Dvoý` Dvořák. Where a name of Western Europe has the
 * letter in a place in which no name of Central Europe has its other one, it passes: `Mònica` (no ň between
 * consonants), `Sofìa` (no ě before a vowel), `Brûlé`, `Loûis`, `Øien`, `Sigþór`. `´` is the same sign everywhere and
 * an apostrophe.
 */
const ELSEWHERE = new RegExp(
  [
    // 1250 and 8859-2 as Windows-1252: Ł ś ő ű ć ě ů ň ń Č Ř
    /(?![€©°´])(?![\x00-\x7f])[\p{S}¼¾](?=\p{L})/u,
    /(?<=[\p{Ll}\p{M}]{2})[³¹¿](?=[^\p{L}\d])/u,
    /[õÕ](?![eE])/u,
    /(?<![oO]|[bcdfgptBCDFGPT]r)[ûÛ]/u,
    /æ(?=[^\p{L}])/u,
    /ù(?=\p{L})|ì(?=[^aeiouáéíóú\P{L}])|ò(?=[aeiouyáéíóúý])|(?<=[aeiouyáéíóúý])ò(?=\p{L})/u,
    /ñ(?![aeiouyáéíóúüâêã])(?=.)/u,
    /œ(?=[bckmnwz])|Œ(?=[wlnmck])/u,
    /È(?=[aeiou])|Ø(?=[aou]|e(?!n(?!\p{L}))|i(?!e))/u,
    /(?<=[aeiou])ý/u,
    // 852 as 850: ő Ő ů ś š
    /(?<![aeiouAEIOU])ï(?=[b-df-hj-np-tv-z])/u,
    /(?<=[^\p{L}])[èêëïàÙ](?=[a-z])/u,
    /ê(?=[ao]|[^\p{L}])/u,
    /þ(?!ó|rú)/u,
    // Mac CE as Windows-1252: Ł ó
    /ü(?=u)|(?<=\p{L})—(?=\p{Ll})/u,
    // Mac CE as Mac Roman, and signs of any page that stand for a letter
    /(?<!\p{L})·(?=\p{Ll})|[•∏π∫ªºﬁﬂ∂∆◊∑√∞≈≤≥˚˝˛˙](?=\p{Ll})|(?<=\p{Ll})[∏π∫∂∆◊∑√∞≈ﬁﬂ]/u,
    /(?<=\p{L})(?![ÄÖÜ])[^\x00-\x7f\P{Lu}](?=\p{Ll})/u,
  ]
    .map((way) => way.source)
    .join('|'),
  'gu',
);
/** `ÿ` is ś in 852 and no letter at all in the others. */
const ELSEWHERE_IN_DOS = /ÿ/gu;
const DAMAGED = '\ufffd';

/** What names a person or where to find them: there a wrong letter is another person's. */
const NAMING = [
  'firstName',
  'lastName',
  'name',
  'company',
  'formerName',
  ...ADDRESS_LINES,
  'street',
  'city',
] as const satisfies readonly ColumnName[];

const NOT_ASCII = /[^\p{ASCII}]/u;

/** A name, read from this code page, in which each letter that proves another one is U+FFFD. */
export const undoubted = (name: string, page: CodePage): string => {
  if (!NOT_ASCII.test(name)) return name;
  const read = ` ${name} `.replace(ELSEWHERE, DAMAGED).slice(1, -1);
  return page === 'windows-1252' ? read : read.replace(ELSEWHERE_IN_DOS, DAMAGED);
};

/**
 * Code pages in which letters of Central Europe may hide; Turkish has letters of its own there, and in UTF-8 whoever
 * bears such a letter can be written.
 */
const HIDING = CODE_PAGES.filter((page) => page !== 'windows-1254');

/**
 * The row as it may be taken from a list in this encoding: a damaged letter in a name is reported by the check of the
 * row, never kept.
 */
export const withoutDamagedNames = (row: RawRow, encoding: string): RawRow => {
  const page = HIDING.find((hiding) => hiding === encoding);
  if (page === undefined) return row;
  const { cells } = row;
  const damaged = NAMING.filter((column) => undoubted(cells[column] ?? '', page) !== (cells[column] ?? ''));
  if (damaged.length === 0) return row;
  const doubted: Partial<Record<ColumnName, string>> = { ...cells };
  for (const column of damaged) doubted[column] = undoubted(cells[column] ?? '', page);
  return { ...row, cells: doubted };
};
