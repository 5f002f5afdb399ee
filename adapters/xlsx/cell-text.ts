import type { NumberFormat, Workbook } from './workbook.ts';

/** A cell as the sheet has it: `kind` is the attribute `t`, `style` the index of its format, `raw` the value in it. */
export type RawCell = Readonly<{ kind: string; style: number; raw: string; isFormula: boolean }>;
/** A cell as text; `fault` where it has no value that could be read. */
export type TextCell = Readonly<{ text: string; isNumber?: true; fault?: string }>;

const DAY = 86_400_000;
/** Day 0 of Excel's calendars, as if 1900 had been no leap year; before March 1900 Excel counts one day less. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const LAST_SERIAL = 2_958_465;
const german = (year: string, month: string, day: string): string => `${day}.${month}.${year}`;
const dateOf = (serial: number, from1904: boolean): string | undefined => {
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return undefined;
  const days = Math.floor(serial) + (!from1904 && serial < 61 ? 1 : 0);
  const [year = '', month = '', day = ''] = new Date(EPOCH[from1904 ? 1904 : 1900] + days * DAY)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return german(year, month, day);
};

/** Fifteen digits are what Excel itself keeps; what stands behind them is noise: 129.90000000000001 is 129,90. */
const numberOf = (value: number): string => {
  const exact = Number(value.toPrecision(15));
  const digits = Math.abs(exact) < 1e-6 ? exact.toFixed(15).replace(/\.?0+$/, '') : String(exact);
  return (/\.\d$/.test(digits) ? `${digits}0` : digits).replace('.', ',');
};
const formatted = (raw: string, format: NumberFormat, from1904: boolean): string => {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (format === 'date') return dateOf(value, from1904) ?? numberOf(value);
  return typeof format === 'number' && Number.isInteger(value)
    ? numberOf(value).padStart(format, '0')
    : numberOf(value);
};
const isoDate = (raw: string): string => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(raw) ?? [];
  return year ? german(year, month, day) : raw;
};

/** What a person sees in the cell, written as in a German list: dates as 31.03.2026, decimals with a comma. Text stays as it is. */
export const textOfCell = (
  { kind, style, raw, isFormula }: RawCell,
  { strings, formats, from1904 }: Workbook,
): TextCell => {
  if (kind === 'e') return { text: raw, fault: `der Excel-Fehler ${raw.slice(0, 20)}` };
  if (isFormula && raw === '' && kind !== 'str')
    return { text: '', fault: 'eine Formel, die noch nicht berechnet wurde' };
  if (kind === 's') return { text: strings[Number(raw)] ?? '' };
  if (kind === 'b') return { text: raw === '1' ? 'ja' : 'nein' };
  if (kind === 'd') return { text: isoDate(raw) };
  if (kind !== 'n' || raw === '') return { text: raw };
  return { text: formatted(raw, formats[style] ?? 'plain', from1904), isNumber: true };
};
