import { Day } from './calendar.ts';
import { Rejected } from './faults.ts';
import type { Cents } from './money.ts';
import { unitAt } from './unit-at.ts';

const ZERO_DIGIT = 48;
const NINE_DIGIT = 57;
const COMMA = 44;
const isDigit = (unit: number): boolean => unit >= ZERO_DIGIT && unit <= NINE_DIGIT;

/**
 * `129,90`, `12,5`, `129`: digits and at most one comma, as nearly all amounts are written; undefined for everything
 * else.
 */
export const simpleAmount = (text: string): Cents | undefined => {
  const { length } = text;
  let value = 0;
  let i = 0;
  for (; i < length && isDigit(unitAt(text, i)); i++) value = value * 10 + unitAt(text, i) - ZERO_DIGIT;
  if (i === 0 || i > 11) return undefined;
  // Casts, here and below: of digits come whole cents, and a list has hundreds of thousands of them.
  if (i === length) return (value * 100) as Cents;
  const decimals = length - i - 1;
  if (unitAt(text, i) !== COMMA || decimals < 1 || decimals > 2) return undefined;
  const tens = unitAt(text, i + 1);
  const ones = decimals === 2 ? unitAt(text, i + 2) : ZERO_DIGIT;
  return isDigit(tens) && isDigit(ones)
    ? ((value * 100 + (tens - ZERO_DIGIT) * 10 + ones - ZERO_DIGIT) as Cents)
    : undefined;
};

/** Why a text is no amount: the codes under which the intake has its own words. */
export const AMOUNT_FAULTS = [
  'amount.ambiguous',
  'amount.invalid',
  'amount.percent',
  'amount.truth-value',
  'amount.currency',
] as const;
export type AmountFault = (typeof AMOUNT_FAULTS)[number];

const FULL_WIDTH_OFFSET = 0xfee0;
const withHyphens = (text: string): string => text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-');
/** A number as it is typed: full-width digits as plain ones, every dash or minus as `-`. */
export const plainSigns = (text: string): string =>
  withHyphens(text).replace(/[\uff0b-\uff0e\uff10-\uff1a]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );

const PERCENT = /[%‰]|\bprozent\b|\bv\. ?h\./i;
const TRUTH_VALUE = /^(?:wahr|falsch|true|false|ja|nein)$/i;
const FOREIGN =
  /[$£¥₺₽]|(?<!\p{L})(?:USD|CHF|GBP|PLN|CZK|DKK|SEK|NOK|HUF|RON|BGN|TRY|JPY|CNY|RUB|UAH|SFr|Fr|DM|DEM|ATS|zł|Kč)(?!\p{L})/iu;
/** One group of three behind one point or comma: thousands or decimals, nobody knows. */
const ONE_GROUP = /^\d{1,3}[.,]\d{3}$/;
const BLANK = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const grouped = (separator: string): string => `[1-9]\\d{0,2}(?:${separator}\\d{3})+`;
/**
 * Digits, or groups of three behind points, blanks or apostrophes, one and the same in one number; `5,-` and `5,--` are
 * five euros.
 */
const NUMBER = new RegExp(
  `^(?<whole>\\d+|${grouped('\\.')}|${grouped(BLANK)}|${grouped("['’]")})(?:,(?<cents>\\d{1,2}|--?))?$`,
);
const EURO = '(?:€|eur|euro)?';
/**
 * What may stand around the number: brackets or one sign, before or behind (`50,00-`), the euro, and `S` or `H` for
 * debit and credit.
 */
const AROUND = new RegExp(
  `^(?<open>\\()?\\s*(?<first>[-+])?\\s*${EURO}\\s*(?<second>[-+])?\\s*(?<number>\\d(?:.*[\\d])?(?:,--?)?)\\s*(?<third>[-+])?\\s*${EURO}\\s*(?<fourth>[-+])?\\s*(?<side>[sh])?\\s*(?<close>\\))?$`,
  'is',
);

type Parts = Readonly<{ number: string; negative: boolean }>;
/** The number without what stands around it, and whether it is negative; undefined where that is contradictory. */
const partsOf = (text: string): Parts | undefined => {
  const groups = AROUND.exec(text)?.groups;
  const number = groups?.['number'];
  if (groups === undefined || number === undefined) return undefined;
  const inBrackets = groups['open'] !== undefined;
  if (inBrackets !== (groups['close'] !== undefined)) return undefined;
  const signs = [groups['first'], groups['second'], groups['third'], groups['fourth']].filter((s) => s !== undefined);
  const isCredit = groups['side']?.toLowerCase() === 'h';
  const says = signs.length + (inBrackets ? 1 : 0) + (isCredit ? 1 : 0);
  if (says > 1) return undefined;
  // `5-` may want to be `5,-`; systems that write the sign behind write the cents, too.
  if ((groups['third'] ?? groups['fourth']) !== undefined && !/,\d/.test(number)) return undefined;
  return { number, negative: inBrackets || isCredit || signs[0] === '-' };
};

const centsOf = ({ number, negative }: Parts): Cents | undefined => {
  const groups = NUMBER.exec(number)?.groups;
  const whole = groups?.['whole']?.replace(/\D/g, '');
  if (groups === undefined || whole === undefined || whole.length > 11) return undefined;
  const cents = (groups['cents'] ?? '').replaceAll('-', '').padEnd(2, '0');
  const amount = Number(`${whole}${cents}`);
  // `-0,00` is no negative zero. A cast: digits alone are whole cents.
  return (negative && amount !== 0 ? -amount : amount) as Cents;
};

/**
 * A German amount in cents, or the code of why it is none: `parseGermanAmount` for whoever has its own words. A blank
 * only groups threes: `10 237,65` is ten thousand, `12 9,90` is no number. `50,00-`, `(50,00)` and `50,00 H` are
 * negative.
 */
export const amountIn = (text: string): Cents | AmountFault => {
  const simple = simpleAmount(text);
  if (simple !== undefined) return simple;
  const trimmed = withHyphens(text).trim();
  if (PERCENT.test(trimmed)) return 'amount.percent';
  if (TRUTH_VALUE.test(trimmed)) return 'amount.truth-value';
  if (/\d/.test(trimmed) && FOREIGN.test(trimmed)) return 'amount.currency';
  const parts = partsOf(trimmed);
  if (parts === undefined) return 'amount.invalid';
  return ONE_GROUP.test(parts.number) ? 'amount.ambiguous' : (centsOf(parts) ?? 'amount.invalid');
};

const AMOUNT_REASONS: Readonly<Record<AmountFault, string>> = {
  'amount.ambiguous':
    'ist mehrdeutig: Tausender oder Nachkommastellen? Bitte mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.',
  'amount.invalid': 'ist kein Betrag in deutscher Schreibweise wie 1.234,56.',
  'amount.percent': 'ist eine Prozentangabe und kein Betrag.',
  'amount.truth-value': 'ist ein Wahrheitswert und kein Betrag.',
  'amount.currency': 'steht nicht in Euro.',
};
const isAmountFault = (amount: Cents | AmountFault): amount is AmountFault => typeof amount === 'string';

/**
 * A German amount: `1.234,56`, `1234,56`, `12,5`, `1234`, with or without `€`. A single group of three after one point
 * or comma (`1.234`) could mean thousands or decimals: refused rather than guessed.
 */
export const parseGermanAmount = (text: string): Cents => {
  const amount = amountIn(text);
  if (isAmountFault(amount)) throw new Rejected(amount, `„${text}“ ${AMOUNT_REASONS[amount]}`);
  return amount;
};

/** Why a text is no day: it is none at all, or none that a claim of our time can have. */
export type DayFault = 'date.invalid' | 'date.year' | 'date.zone';
/** Days outside these years are slips, placeholders (`31.12.9999`) or lie where no calendar here can reckon. */
export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2199;
const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'] as const;
const MONTH_NAMES =
  'jan(?:uar|uary|\\.)?|jän(?:ner|\\.)?|feb(?:ruar|r?\\.)?|mär(?:z|\\.)?|mrz\\.?|apr(?:il|\\.)?|mai|jun(?:i|\\.)?|jul(?:i|\\.)?|aug(?:ust|\\.)?|sep(?:tember|t?\\.)?|okt(?:ober|\\.)?|nov(?:ember|\\.)?|dez(?:ember|\\.)?';
const FORMS = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/,
  new RegExp(`^(?<day>\\d{1,2})\\. ?(?<name>${MONTH_NAMES}) ?(?<year>\\d{4})$`, 'i'),
] as const;

const monthOfName = (name: string): string => {
  const stem = name.toLowerCase().slice(0, 3).replace('jän', 'jan').replace('mrz', 'mär');
  return String(MONTHS.findIndex((month) => month === stem) + 1);
};
const HOUR = 60;
const DAY_LENGTH = 24 * HOUR;
/**
 * Whether the day that is written is the day in Germany, too: in winter and in summer. `+01:00` and `+02:00` are German
 * time.
 */
const isGermanDay = (hour: number, minute: number, zone: string): boolean => {
  if (zone === '+01:00' || zone === '+02:00' || zone === '+0100' || zone === '+0200') return true;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(hours) * HOUR + Number(minutes)) * (sign === '-' ? -1 : 1);
  const universal = hour * HOUR + minute - offset;
  return universal + HOUR >= 0 && universal + 2 * HOUR < DAY_LENGTH;
};

const read = (text: string): Day | DayFault => {
  const trimmed = text.trim();
  const groups = FORMS.map((form) => form.exec(trimmed)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return 'date.invalid';
  const { year = '', day: dayOfMonth = '', name } = groups;
  const month = name === undefined ? (groups['month'] ?? '') : monthOfName(name);
  const parsed = Day.safeParse(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  if (!parsed.success) return 'date.invalid';
  return Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR ? 'date.year' : parsed.data;
};
export const isDayFault = (found: Day | DayFault): found is DayFault => found.startsWith('date.');

/**
 * The rows of a list share a few hundred days. Only short texts are kept: they are copies, and hold on to no block of a
 * file.
 */
const known = new Map<string, Day>();
const SHORT = 10;
const MOST = 20_000;
/** The day of a text that was asked for before. */
export const knownDay = (text: string): Day | undefined => known.get(text);

const remembered = (text: string): Day | DayFault => {
  const day = known.get(text) ?? read(text);
  if (isDayFault(day) || text.length > SHORT) return day;
  if (known.size >= MOST) known.clear();
  known.set(text, day);
  return day;
};

const WITH_TIME =
  /^(?<date>\S+)(?:T| +)(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?: ?Uhr| ?(?<zone>Z|[+-]\d{2}:?\d{2}))?$/i;
/** The day that a cell means, in which a time may stand behind it, or the code of why it means none. */
export const dateIn = (text: string): Day | DayFault => {
  const day = remembered(text);
  if (day !== 'date.invalid') return day;
  const { date, hour, minute, zone } = WITH_TIME.exec(text.trim())?.groups ?? {};
  if (date === undefined) return 'date.invalid';
  const written = remembered(date);
  const isSure = zone === undefined || isGermanDay(Number(hour), Number(minute), zone);
  return isDayFault(written) || isSure ? written : 'date.zone';
};

const DAY_REASONS: Readonly<Record<DayFault, string>> = {
  'date.invalid': 'ist kein Datum wie 31.03.2026 oder 2026-03-31.',
  'date.year': `liegt nicht in den Jahren ${FIRST_YEAR} bis ${LAST_YEAR}.`,
  'date.zone': 'nennt eine Uhrzeit in einer Zeitzone, in der ein anderer Tag sein kann als in Deutschland.',
};
/**
 * A German or ISO date: `31.03.2026`, `1.3.2026`, `31. März 2026`, `2026-03-31`. 31 February, two-digit years, other
 * orders and years outside 1800 to 2199 are refused.
 */
export const parseDay = (text: string): Day => {
  const day = remembered(text);
  if (isDayFault(day)) throw new Rejected(day, `„${text}“ ${DAY_REASONS[day]}`);
  return day;
};
