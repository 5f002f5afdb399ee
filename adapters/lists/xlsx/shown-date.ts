import { MONTH_NAMES, WEEKDAY_NAMES } from '../../../domain/calendar.ts';
import { literalIn, type Section, type Token } from './number-format.ts';

/** A date as a person sees it; `day`: where the format names the day. */
export type ShownDate = Readonly<{ text: string; day?: string; fault?: string }>;

const DAY = 86_400_000;
/** Day 0 of Excel's calendars, as if 1900 had been no leap year; before March 1900 Excel counts one day less. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const LAST_SERIAL = 2_958_466;
const two = (value: number): string => String(value).padStart(2, '0');
type Moment = Readonly<{ year: string; month: number; day: number; weekday: number; seconds: number }>;
/** The moment a serial number stands for. Excel has two days that never were: 00.01.1900 and 29.02.1900. */
const momentOf = (serial: number, from1904: boolean): Moment => {
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  if (!from1904 && whole === 0) return { year: '1900', month: 1, day: 0, weekday: 6, seconds };
  if (!from1904 && whole === 60) return { year: '1900', month: 2, day: 29, weekday: 3, seconds };
  const shift = !from1904 && whole < 60 ? 1 : 0;
  const date = new Date(EPOCH[from1904 ? 1904 : 1900] + (whole + shift) * DAY);
  return {
    year: String(date.getUTCFullYear()).padStart(4, '0'),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds,
  };
};

const monthAs = (month: number, letters: string): string => {
  const name = MONTH_NAMES[month - 1] ?? '';
  if (letters.length >= 4) return name;
  if (letters.length === 3) return name.slice(0, 3);
  return letters.length === 2 ? two(month) : String(month);
};
const dayAs = ({ day, weekday }: Moment, letters: string): string => {
  const name = WEEKDAY_NAMES[weekday] ?? '';
  if (letters.length >= 4) return name;
  if (letters.length === 3) return name.slice(0, 2);
  return letters.length === 2 ? two(day) : String(day);
};
const isMinute = (tokens: readonly Token[], at: number): boolean => {
  const dates = tokens.slice(0, at).filter((t) => t.kind === 'date');
  const next = tokens.slice(at + 1).find((t) => t.kind === 'date');
  const last = dates.at(-1);
  return last?.letters.startsWith('h') === true || next?.letters.startsWith('s') === true;
};
const dateToken = (tokens: readonly Token[], at: number, letters: string, moment: Moment): string => {
  const { year, month, seconds } = moment;
  const clock = letters.length > 1 ? two : String;
  if (letters.startsWith('y')) return letters.length > 2 ? year : year.slice(2);
  if (letters.startsWith('d')) return dayAs(moment, letters);
  if (letters.startsWith('h')) return clock(Math.floor(seconds / 3600) % 24);
  if (letters.startsWith('s')) return clock(seconds % 60);
  return isMinute(tokens, at) ? clock(Math.floor(seconds / 60) % 60) : monthAs(month, letters);
};

const hasMonth = (tokens: readonly Token[]): boolean =>
  tokens.some((t, at) => t.kind === 'date' && t.letters.startsWith('m') && !isMinute(tokens, at));
const hasLetter = (tokens: readonly Token[], letter: string): boolean =>
  tokens.some((t) => t.kind === 'date' && t.letters.startsWith(letter));
/** A format that shows day, month and year, in whatever order, names the day; any other shows what it shows. */
export const shownDate = (value: number, { tokens }: Section, from1904: boolean): ShownDate => {
  if (value < 0 || value >= LAST_SERIAL)
    return { text: '####', fault: 'ein Datum, das Excel nicht anzeigen kann (####)' };
  const moment = momentOf(value, from1904);
  const german = `${two(moment.day)}.${two(moment.month)}.${moment.year}`;
  if (hasLetter(tokens, 'd') && hasMonth(tokens) && hasLetter(tokens, 'y')) return { text: german, day: german };
  const text = tokens
    .map((t, at) => (t.kind === 'date' ? dateToken(tokens, at, t.letters, moment) : literalIn(t)))
    .join('')
    .trim();
  return { text };
};
