import type { RawRow } from '../../domain/intake/check-file.ts';
import type { ColumnName } from '../../domain/intake/columns.ts';
import { CODE_PAGES } from './code-pages.ts';

/**
 * Letters that no name of Western Europe bears where they stand: the same bytes are other letters in the code pages of
 * Central Europe (1250, 8859-2, 852, Mac CE), which have the same umlauts and cannot be told apart by them. `£ukasz`
 * was Łukasz, `Kõszegi` and `Kïszegi` Kőszegi, `Øukasz` Łukasz, `Dvoý` Dvořák.
 */
const ELSEWHERE = new RegExp(
  [
    // 1250 and 8859-2 as Windows-1252: Ł ś ő ű ć ě ů ň ń Č Ř
    /(?![€©°])(?![\x00-\x7f])[\p{S}¼¾](?=\p{L})/u,
    /(?<=[\p{Ll}\p{M}]{2})[³¹¿](?=[^\p{L}\d])/u,
    /[õÕ](?![eE])/u,
    /[ûÛ]/u,
    /æ(?=[^\p{L}])/u,
    /[ìùò](?=\p{L})/u,
    /ñ(?![aeiouyáéíóúüâêã])(?=.)/u,
    /œ(?=[bckmnwz])|Œ(?=[wlnmck])/u,
    /È(?=[aeiou])|Ø(?=[aeiou])/u,
    /(?<=[aeiou])ý/u,
    // 852 as 850: ő Ő ů ś š
    /(?<![aeiouAEIOU])ï(?=[b-df-hj-np-tv-z])/u,
    /(?<=[^\p{L}])[èêëïàÙ](?=[a-z])/u,
    /ê(?=[ao]|[^\p{L}])/u,
    /ÿ|þ/u,
    // Mac CE as Windows-1252: Ł ó
    /ü(?=u)|(?<=\p{L})—(?=\p{Ll})/u,
    // Mac CE as Mac Roman, and signs of any page that stand for a letter
    /[·•∏π∫ªºﬁﬂ∂∆◊∑√∞≈≤≥˚˝˛˙](?=\p{Ll})|(?<=\p{Ll})[·∏π∫∂∆◊∑√∞≈ﬁﬂ]/u,
    /(?<=\p{L})(?![ÄÖÜ])[^\x00-\x7f\P{Lu}](?=\p{Ll})/u,
  ]
    .map((way) => way.source)
    .join('|'),
  'gu',
);
const DAMAGED = '\ufffd';

/** What names a person or where to find them: there a wrong letter is another person's. */
const NAMING = [
  'firstName',
  'lastName',
  'name',
  'company',
  'formerName',
  'addressLine',
  'careOf',
  'attention',
  'street',
  'city',
] as const satisfies readonly ColumnName[];

const NOT_ASCII = /[^\p{ASCII}]/u;

/** A name in which each letter that proves another code page is U+FFFD. */
export const undoubted = (name: string): string =>
  NOT_ASCII.test(name) ? ` ${name} `.replace(ELSEWHERE, DAMAGED).slice(1, -1) : name;

/**
 * Code pages in which letters of Central Europe may hide; Turkish has letters of its own there, and in UTF-8 whoever
 * bears such a letter can be written.
 */
const HIDING: ReadonlySet<string> = new Set(CODE_PAGES.filter((page) => page !== 'windows-1254'));

/**
 * The row as it may be taken from a list in this encoding: a damaged letter in a name is reported by the check of the
 * row, never kept.
 */
export const withoutDamagedNames = (row: RawRow, encoding: string): RawRow => {
  if (!HIDING.has(encoding)) return row;
  const { cells } = row;
  const damaged = NAMING.filter((column) => undoubted(cells[column] ?? '') !== (cells[column] ?? ''));
  if (damaged.length === 0) return row;
  const doubted: Partial<Record<ColumnName, string>> = { ...cells };
  for (const column of damaged) doubted[column] = undoubted(cells[column] ?? '');
  return { ...row, cells: doubted };
};
