import { MONTH_NAMES, WEEKDAY_NAMES } from '../../domain/calendar.ts';

/**
 * How a number is shown (ECMA-376 Part 1, 18.8.30 and 18.8.31), as far as a list needs it: literals, digits, groups,
 * decimals, percent, dates, sections.
 */
type Digit = '0' | '#' | '?';
type Token =
  | Readonly<{ kind: 'literal'; text: string }>
  | Readonly<{ kind: 'digit'; digit: Digit; decimal: boolean }>
  | Readonly<{ kind: 'point' }>
  | Readonly<{ kind: 'date'; letters: string }>
  /** Where the number stands as it is (`General`), or the text of a cell (`@`). */
  | Readonly<{ kind: 'general' }>
  | Readonly<{ kind: 'text' }>;
type Condition = Readonly<{ operator: string; bound: number }>;
type Section = Readonly<{
  tokens: readonly Token[];
  condition: Condition | undefined;
  isGrouped: boolean;
  isPercent: boolean;
  /** Each comma behind the digits hides three of them. */
  thousands: number;
  /** Fractions and powers of ten: shown as the number they stand for. */
  isOther: boolean;
}>;
export type NumberFormat = readonly Section[];

/**
 * A number as a person sees it; `amount`, `day`: as a list would write it in a column of amounts or days; `hides`: what
 * of the amount is not to be seen.
 */
export type ShownNumber = Readonly<{ text: string; amount?: string; day?: string; hides?: string; fault?: string }>;

/** The formats that need not be spelt out, as a German Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0 "€";-#,##0 "€"',
  6: '#,##0 "€";-#,##0 "€"',
  7: '#,##0.00 "€";-#,##0.00 "€"',
  8: '#,##0.00 "€";-#,##0.00 "€"',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd.mm.yyyy',
  15: 'dd. mmm yy',
  16: 'dd. mmm',
  17: 'mmm yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd.mm.yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '#,##0 "€"',
  43: '#,##0.00',
  44: '#,##0.00 "€"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
};
/** East Asian dates. */
const isForeignDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const GERMAN_DATE = /^[TMJhms.\-/: ]*$/;

/** What stands between brackets: `[$€-407]` is a sign, `[<100]` a condition, `[h]` hours, `[Red]` a colour. */
const bracketed = (content: string): Token | Condition | undefined => {
  const sign = /^\$([^-]*)/.exec(content)?.[1];
  if (sign !== undefined) return sign === '' ? undefined : { kind: 'literal', text: sign };
  const [, operator, bound] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(content) ?? [];
  if (operator !== undefined) return { operator, bound: Number(bound) };
  return /^(?:h+|m+|s+)$/i.test(content) ? { kind: 'date', letters: content.toLowerCase() } : undefined;
};

const PIECE =
  /"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(AM\/PM|A\/P)|(General|Standard)|(E[+-]0+)|(y+|d+|m+|h+|s+)|([0#?])|(\.)|(,)|(%)|(@)|(.)/giu;

class SectionReader {
  readonly tokens: Token[] = [];
  condition: Condition | undefined;
  private commas = 0;
  private isPercent = false;
  private isOther = false;
  private isGrouped = false;
  private afterPoint = false;

  read(code: string): Section {
    for (const piece of code.matchAll(PIECE)) this.take(piece);
    const { tokens, condition, isGrouped, isPercent, isOther } = this;
    return { tokens, condition, isGrouped, isPercent, isOther, thousands: this.commas };
  }
  private literal(text: string): void {
    // `0/8`, `?/?`: a fraction.
    if (text === '/' && this.tokens.at(-1)?.kind === 'digit') this.isOther = true;
    this.tokens.push({ kind: 'literal', text });
  }
  private digit(digit: Digit): void {
    if (this.commas > 0 && !this.afterPoint) this.isGrouped = true;
    this.commas = 0;
    this.tokens.push({ kind: 'digit', digit, decimal: this.afterPoint });
  }
  private take(piece: RegExpExecArray): void {
    const [
      ,
      quoted,
      escaped,
      width,
      fill,
      bracket,
      half,
      general,
      power,
      letters,
      digit,
      point,
      comma,
      percent,
      text,
      other,
    ] = piece;
    if (quoted !== undefined || escaped !== undefined) this.literal(quoted ?? escaped ?? '');
    else if (width !== undefined) this.literal(' ');
    else if (fill !== undefined || half !== undefined) return;
    else if (bracket !== undefined) this.bracket(bracket);
    else if (general !== undefined) this.tokens.push({ kind: 'general' });
    else if (power !== undefined) this.isOther = true;
    else if (letters !== undefined) this.tokens.push({ kind: 'date', letters: letters.toLowerCase() });
    else if (digit === '0' || digit === '#' || digit === '?') this.digit(digit);
    else if (point !== undefined) this.point();
    else if (comma !== undefined) this.comma();
    else if (percent !== undefined) this.percent();
    else if (text !== undefined) this.tokens.push({ kind: 'text' });
    else this.literal(other ?? '');
  }
  private bracket(content: string): void {
    const found = bracketed(content);
    if (found === undefined) return;
    if ('operator' in found) this.condition = found;
    else this.tokens.push(found);
  }
  private hasDigits(): boolean {
    return this.tokens.some(({ kind }) => kind === 'digit');
  }
  private point(): void {
    // In a date, and before any digit that is shown, a point is a point.
    if (this.tokens.some(({ kind }) => kind === 'date')) this.literal('.');
    else {
      this.afterPoint = true;
      this.tokens.push({ kind: 'point' });
    }
  }
  private comma(): void {
    if (this.hasDigits()) this.commas++;
    else this.literal(',');
  }
  private percent(): void {
    this.isPercent = true;
    this.literal('%');
  }
}

/** The sections of a format, cut at semicolons that are no text. */
const sectionsIn = (code: string): string[] => {
  const sections = [''];
  for (const [piece] of code.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|;|[^]/gu)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
};
const inEnglish = (code: string): string =>
  GERMAN_DATE.test(code) && /[TJ]/.test(code)
    ? code.replaceAll('T', 'd').replaceAll('J', 'y').replaceAll('M', 'm')
    : code;

/** Nearly all cells: the number as it is. */
export const GENERAL: NumberFormat = [new SectionReader().read('General')];
/** The format with this number; `code` where the workbook spells it out. */
export const numberFormat = (id: number, code: string | undefined): NumberFormat => {
  const known = (code === '' ? 'General' : code) ?? BUILT_IN[id] ?? (isForeignDate(id) ? 'dd.mm.yyyy' : 'General');
  return known === 'General'
    ? GENERAL
    : sectionsIn(inEnglish(known)).map((section) => new SectionReader().read(section));
};

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

const literalIn = (token: Token): string => (token.kind === 'literal' ? token.text : '');
const hasMonth = (tokens: readonly Token[]): boolean =>
  tokens.some((t, at) => t.kind === 'date' && t.letters.startsWith('m') && !isMinute(tokens, at));
const hasLetter = (tokens: readonly Token[], letter: string): boolean =>
  tokens.some((t) => t.kind === 'date' && t.letters.startsWith(letter));
/** A format that shows day, month and year, in whatever order, names the day; any other shows what it shows. */
const shownDate = (value: number, { tokens }: Section, from1904: boolean): ShownNumber => {
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

/**
 * Fifteen digits are what Excel itself keeps; what stands behind them is noise: 129.90000000000001 is 129.9. Without an
 * exponent.
 */
const decimalOf = (value: number): string => {
  const exact = Number(value.toPrecision(15));
  if (Math.abs(exact) >= 1e21) return String(exact);
  if (exact !== 0 && Math.abs(exact) < 1e-6) return exact.toFixed(15).replace(/\.?0+$/, '');
  return String(exact);
};
/** A number of more digits than Excel keeps: whether the last of them are right, nobody can see any more. */
export const losesDigits = (value: number): boolean => Math.abs(value) >= 1e15;
/** The number as a cell without a format shows it. */
export const plainNumber = (value: number): string => decimalOf(value).replace('.', ',');
/** The same in a column of amounts: one decimal means tens of cents. */
export const plainAmount = (value: number): string => plainNumber(value).replace(/,(\d)$/, ',$10');

/** A positive number rounded half up, its digits before and behind the point. */
const rounded = (value: number, decimals: number): Readonly<{ whole: string; fraction: string }> => {
  const [whole = '0', fraction = ''] = decimalOf(value).split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const digits = (BigInt(`${whole}${kept}`) + up).toString().padStart(decimals + 1, '0');
  return { whole: digits.slice(0, digits.length - decimals), fraction: digits.slice(digits.length - decimals) };
};

const PADDING: Readonly<Record<Digit, string>> = { '0': '0', '#': '', '?': ' ' };
/** Puts the digits before the point into their places, from the right; the first place takes all that are left. */
const filledWhole = (tokens: readonly Token[], whole: string, isGrouped: boolean): string => {
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  let [left, placed, text] = [whole === '0' ? '' : whole, 0, ''];
  const put = (digit: string): void => {
    if (isGrouped && placed > 0 && placed % 3 === 0 && /\d/.test(digit)) text = `.${text}`;
    text = `${digit}${text}`;
    placed++;
  };
  for (const [at, token] of [...tokens.entries()].reverse()) {
    if (token.kind === 'literal') text = `${token.text}${text}`;
    if (token.kind !== 'digit') continue;
    put(left === '' ? PADDING[token.digit] : left.slice(-1));
    left = left.slice(0, -1);
    while (at === first && left !== '') {
      put(left.slice(-1));
      left = left.slice(0, -1);
    }
  }
  return text;
};
const filledFraction = (tokens: readonly Token[], fraction: string): string => {
  const needed =
    tokens.filter((t) => t.kind === 'digit').findLastIndex((t) => t.kind === 'digit' && t.digit === '0') + 1;
  const significant = fraction.replace(/0+$/, '').length;
  const shown = Math.max(needed, significant);
  let at = 0;
  const text = tokens.map((t) => {
    if (t.kind === 'literal') return t.text;
    if (t.kind !== 'digit') return '';
    const digit = at < shown ? (fraction[at] ?? '') : PADDING[t.digit];
    at++;
    return digit;
  });
  return `${shown > 0 ? ',' : ''}${text.join('')}`;
};

const literalsOf = ({ tokens }: Section): string => tokens.map(literalIn).join('');
/**
 * Text around an amount that changes nothing: blanks, a plus, the euro; around a negative one, what says that it is.
 */
const HARMLESS = /^(?:[\s+]|€|EUR|Euro)*$/i;
const HARMLESS_IF_NEGATIVE = /^(?:[\s()+-]|€|EUR|Euro)*$/i;
/** `0.00"-"` makes 129.90 read as a credit: what the format puts around it then counts. */
const isHarmless = (section: Section, value: number): boolean =>
  (value < 0 ? HARMLESS_IF_NEGATIVE : HARMLESS).test(literalsOf(section));

/** The digits of a positive number as the section shows them. */
const digitsAs = (section: Section, value: number): string => {
  const { tokens, isGrouped } = section;
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const { whole, fraction } = rounded(value, after.filter(({ kind }) => kind === 'digit').length);
  return `${filledWhole(before, whole, isGrouped)}${point < 0 ? '' : filledFraction(after, fraction)}`;
};

/**
 * What a column of amounts makes of it: the value to the cent as shown, unless the format changes what it means or
 * hides cents.
 */
const amountAs = (section: Section, value: number, text: string): Pick<ShownNumber, 'amount' | 'hides'> => {
  // `"-"??` shows a dash for zero.
  if (value === 0 && /^[-–—\s€]+$/.test(text)) return { amount: '0' };
  if (section.isPercent || !isHarmless(section, value)) return { amount: text };
  if (!/\d/.test(text)) return { amount: text };
  const decimals = section.tokens.filter((t) => t.kind === 'digit' && t.decimal).length;
  const sign = value < 0 ? '-' : '';
  const { whole, fraction } = rounded(Math.abs(value), Math.max(decimals, 2));
  const exact = decimalOf(Math.abs(value)).split('.')[1]?.length ?? 0;
  const amount = `${sign}${whole},${fraction}`;
  if (section.thousands > 0 || (decimals < 2 && exact > decimals))
    return { amount, hides: `${text}, gespeichert ist aber ${plainAmount(value)}` };
  return { amount };
};

const holds = ({ operator, bound }: Condition, value: number): boolean => {
  if (operator === '<') return value < bound;
  if (operator === '<=') return value <= bound;
  if (operator === '>') return value > bound;
  if (operator === '>=') return value >= bound;
  return operator === '=' ? value === bound : value !== bound;
};
type Chosen = Readonly<{ section: Section | undefined; showsSign: boolean }>;
/** Positive; negative; zero; text: which section shows this number, and whether the sign is shown before it. */
const chosen = (format: NumberFormat, value: number): Chosen => {
  const numbers = format.slice(0, 3);
  if (numbers.some(({ condition }) => condition !== undefined)) {
    const section = numbers.find(({ condition }) => condition === undefined || holds(condition, value));
    return { section, showsSign: true };
  }
  const [positive, negative, zero] = numbers;
  if (value < 0 && negative !== undefined) return { section: negative, showsSign: false };
  return { section: value === 0 ? (zero ?? positive) : positive, showsSign: true };
};

const shows = ({ tokens }: Section, ...kinds: readonly Token['kind'][]): boolean =>
  tokens.some(({ kind }) => kinds.includes(kind));
/** The number as it is, with the text around it. */
const shownAsIs = (value: number, section: Section): ShownNumber => {
  const { tokens, isOther } = section;
  if (isOther) return { text: plainNumber(value), amount: plainAmount(value) };
  const isPlace = ({ kind }: Token): boolean => kind === 'general' || kind === 'text';
  const text = tokens
    .map((t) => (isPlace(t) ? plainNumber(value) : literalIn(t)))
    .join('')
    .trim();
  return { text, amount: isHarmless(section, value) ? plainAmount(value) : text };
};
/**
 * A section without digits: a dash for zero says zero; nothing at all hides the number; any other text is what is seen.
 */
const shownWithoutDigits = (value: number, section: Section): ShownNumber => {
  const text = literalsOf(section).trim();
  return { text, amount: value === 0 && /^[-–—]/.test(text) ? '0' : text };
};

/** A number in a cell as a person sees it. */
export const shownNumber = (value: number, format: NumberFormat, from1904: boolean): ShownNumber => {
  const { section, showsSign } = chosen(format, value);
  if (section === undefined) return { text: plainNumber(value), amount: plainAmount(value) };
  if (section.isOther || shows(section, 'general', 'text')) return shownAsIs(value, section);
  if (shows(section, 'date')) return shownDate(value, section, from1904);
  if (!shows(section, 'digit')) return shownWithoutDigits(value, section);
  const scaled = (Math.abs(value) * (section.isPercent ? 100 : 1)) / 1000 ** section.thousands;
  const digits = digitsAs(section, scaled).trim();
  const isNegative = value < 0 && (showsSign || !/[-(−]/.test(digits));
  const text = `${isNegative ? '-' : ''}${digits}`;
  return { text, ...amountAs(section, value, text) };
};

/** A text in a cell as a person sees it: `"RE-"@` puts something before it. */
export const shownText = (text: string, format: NumberFormat): string => {
  const section = format[3] ?? format.find(({ tokens }) => tokens.some(({ kind }) => kind === 'text'));
  if (section === undefined || !section.tokens.some(({ kind }) => kind === 'text')) return text;
  return section.tokens.map((t) => (t.kind === 'text' ? text : literalIn(t))).join('');
};
