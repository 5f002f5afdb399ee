import { Day } from './calendar.ts';
import { Rejected } from './faults.ts';
import { MINUS, type Cents } from './money.ts';
import { unitAt } from './unit-at.ts';

const ZERO_DIGIT = 48;
const NINE_DIGIT = 57;
const COMMA = 44;
const isDigit = (unit: number): boolean => unit >= ZERO_DIGIT && unit <= NINE_DIGIT;

/** `129,90`, `12,5`, `129`: digits and at most one comma, as nearly all amounts are written; undefined for everything else. */
export const simpleAmount = (text: string): Cents | undefined => {
  const { length } = text;
  let value = 0;
  let i = 0;
  for (; i < length && isDigit(unitAt(text, i)); i++) value = value * 10 + unitAt(text, i) - ZERO_DIGIT;
  if (i === 0 || i > 11) return undefined;
  if (i === length) return (value * 100) as Cents;
  const decimals = length - i - 1;
  if (unitAt(text, i) !== COMMA || decimals < 1 || decimals > 2) return undefined;
  const tens = unitAt(text, i + 1);
  const ones = decimals === 2 ? unitAt(text, i + 2) : ZERO_DIGIT;
  return isDigit(tens) && isDigit(ones)
    ? ((value * 100 + (tens - ZERO_DIGIT) * 10 + ones - ZERO_DIGIT) as Cents)
    : undefined;
};

/** A German amount in cents, or the code of why it is none: `parseGermanAmount` for whoever has its own words. */
export const amountIn = (text: string): Cents | 'amount.ambiguous' | 'amount.invalid' => {
  const simple = simpleAmount(text);
  if (simple !== undefined) return simple;
  const plain = text
    .replace(/(€|EUR)/i, '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(MINUS, '-');
  if (/^-?\d{1,3}[.,]\d{3}$/.test(plain)) return 'amount.ambiguous';
  const parts = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(plain);
  const whole = parts?.[2]?.replaceAll('.', '');
  if (!parts || whole === undefined || whole.length > 11) return 'amount.invalid';
  // Plus zero: `-0,00` is no negative zero.
  return (Number(`${parts[1] ?? ''}${whole}${(parts[3] ?? '').padEnd(2, '0')}`) + 0) as Cents;
};

/**
 * A German amount: `1.234,56`, `1234,56`, `12,5`, `1234`, with or without `€`. A single group of three after one point or comma
 * (`1.234`) could mean thousands or decimals: refused rather than guessed.
 */
export const parseGermanAmount = (text: string): Cents => {
  const amount = amountIn(text);
  if (amount === 'amount.ambiguous')
    throw new Rejected(
      amount,
      `„${text}“ ist mehrdeutig: Tausender oder Nachkommastellen? Bitte mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.`,
    );
  if (amount === 'amount.invalid')
    throw new Rejected(amount, `„${text}“ ist kein Betrag in deutscher Schreibweise wie 1.234,56.`);
  return amount;
};

const read = (text: string): Day | undefined => {
  const [, dayOfMonth = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const parsed = Day.safeParse(year ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text.trim());
  return parsed.success ? parsed.data : undefined;
};
/** The rows of a list share a few hundred days. Only short texts are kept: they are copies, and hold on to no block of a file. */
const known = new Map<string, Day>();
const SHORT = 10;
const MOST = 20_000;
/** The day of a text that was asked for before. */
export const knownDay = (text: string): Day | undefined => known.get(text);

/** The day that a text means, as `parseDay` reads it; undefined where it means none. */
export const dayIn = (text: string): Day | undefined => {
  const day = known.get(text) ?? read(text);
  if (day === undefined || text.length > SHORT) return day;
  if (known.size >= MOST) known.clear();
  known.set(text, day);
  return day;
};

/** A German or ISO date: `31.03.2026`, `1.3.2026`, `2026-03-31`. 31 February, two-digit years and other orders are refused. */
export const parseDay = (text: string): Day => {
  const day = dayIn(text);
  if (day === undefined) throw new Rejected('date.invalid', `„${text}“ ist kein Datum wie 31.03.2026 oder 2026-03-31.`);
  return day;
};
