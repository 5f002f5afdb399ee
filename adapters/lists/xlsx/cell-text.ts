import { losesDigits, plainAmount, plainNumber } from './decimals.ts';
import { GENERAL } from './number-format.ts';
import { shownNumber, shownText } from './shown-number.ts';
import type { Workbook } from './workbook.ts';

/** A cell as the sheet has it: `kind` is the attribute `t`, `style` the index of its format, `raw` the value in it. */
export type RawCell = Readonly<{ kind: string; style: number; raw: string; isFormula: boolean }>;
/**
 * A cell as text; `fault` where it has no value that could be read. `amount`, `day`: the same in a column of amounts or
 * days; `hides`: an amount of which not all is to be seen; `isCut`: a number of more digits than Excel keeps.
 */
export type TextCell = Readonly<{
  text: string;
  isNumber?: true;
  amount?: string;
  day?: string;
  hides?: string;
  isCut?: true;
  fault?: string;
}>;

const isoDate = (raw: string): string => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(raw) ?? [];
  return year ? `${day}.${month}.${year}` : raw;
};
const numberCell = (raw: string, style: number, { formats, from1904 }: Workbook): TextCell => {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { text: raw };
  const format = formats[style] ?? GENERAL;
  if (losesDigits(value)) return { text: plainNumber(value), isNumber: true, isCut: true };
  // Nearly all numbers have no format: there is nothing to choose.
  if (format === GENERAL) return { text: plainNumber(value), amount: plainAmount(value), isNumber: true };
  return { ...shownNumber(value, format, from1904), isNumber: true };
};

/**
 * What a person sees in the cell, written as in a German list: dates as 31.03.2026, decimals with a comma, with
 * whatever its format puts around it.
 */
export const textOfCell = ({ kind, style, raw, isFormula }: RawCell, workbook: Workbook): TextCell => {
  if (kind === 'e') return { text: raw, fault: `der Excel-Fehler ${raw.slice(0, 20)}` };
  if (isFormula && raw === '' && kind !== 'str')
    return { text: '', fault: 'eine Formel, die noch nicht berechnet wurde' };
  if (kind === 'b') return { text: raw === '1' ? 'WAHR' : 'FALSCH' };
  if (kind === 'd') return { text: isoDate(raw) };
  if (kind === 'n' && raw !== '') return numberCell(raw, style, workbook);
  const text = kind === 's' ? (workbook.strings[Number(raw)] ?? '') : raw;
  const format = workbook.formats[style];
  return { text: text === '' || format === undefined ? text : shownText(text, format) };
};
