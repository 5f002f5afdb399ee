/**
 * How a number is shown (ECMA-376 Part 1, 18.8.30 and 18.8.31), as far as a list needs it: literals, digits, groups,
 * decimals, percent, dates, sections.
 */
export type Digit = '0' | '#' | '?';
export type Token =
  | Readonly<{ kind: 'literal'; text: string }>
  | Readonly<{ kind: 'digit'; digit: Digit; decimal: boolean }>
  | Readonly<{ kind: 'point' }>
  | Readonly<{ kind: 'date'; letters: string }>
  /** Where the number stands as it is (`General`), or the text of a cell (`@`). */
  | Readonly<{ kind: 'general' }>
  | Readonly<{ kind: 'text' }>;
export type Condition = Readonly<{ operator: string; bound: number }>;
export type Section = Readonly<{
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

/** What a section shows as it is written. */
export const literalIn = (token: Token): string => (token.kind === 'literal' ? token.text : '');

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

/** The pieces of a format's code by what they are; fill characters and `AM/PM` are none, because nothing shows them. */
const PIECE = new RegExp(
  [
    '"(?<quoted>[^"]*)"?',
    String.raw`\\(?<escaped>.)`,
    '_(?<width>.)',
    String.raw`\*.`,
    String.raw`\[(?<bracket>[^\]]*)\]`,
    'AM/PM|A/P',
    '(?<general>General|Standard)',
    '(?<power>E[+-]0+)',
    '(?<letters>y+|d+|m+|h+|s+)',
    '(?<digit>[0#?])',
    String.raw`(?<point>\.)`,
    '(?<comma>,)',
    '(?<percent>%)',
    '(?<text>@)',
    '(?<other>.)',
  ].join('|'),
  'giu',
);
const PIECES = [
  'quoted',
  'escaped',
  'width',
  'bracket',
  'general',
  'power',
  'letters',
  'digit',
  'point',
  'comma',
  'percent',
  'text',
  'other',
] as const;
type Piece = (typeof PIECES)[number];
const isDigit = (sign: string): sign is Digit => sign === '0' || sign === '#' || sign === '?';

class SectionReader {
  private readonly tokens: Token[] = [];
  private condition: Condition | undefined;
  private commas = 0;
  private isPercent = false;
  private isOther = false;
  private isGrouped = false;
  private afterPoint = false;

  /** What each piece says of the section. */
  private readonly takes: Readonly<Record<Piece, (text: string) => void>> = {
    quoted: (text) => this.literal(text),
    escaped: (text) => this.literal(text),
    width: () => this.literal(' '),
    bracket: (content) => this.bracket(content),
    general: () => this.tokens.push({ kind: 'general' }),
    power: () => (this.isOther = true),
    letters: (letters) => this.tokens.push({ kind: 'date', letters: letters.toLowerCase() }),
    digit: (digit) => this.digit(digit),
    point: () => this.point(),
    comma: () => this.comma(),
    percent: () => this.percent(),
    text: () => this.tokens.push({ kind: 'text' }),
    other: (text) => this.literal(text),
  };

  read(code: string): Section {
    for (const { groups = {} } of code.matchAll(PIECE)) this.take(groups);
    const { tokens, condition, isGrouped, isPercent, isOther } = this;
    return { tokens, condition, isGrouped, isPercent, isOther, thousands: this.commas };
  }
  private take(groups: Readonly<Record<string, string | undefined>>): void {
    for (const piece of PIECES) {
      const text = groups[piece];
      if (text !== undefined) this.takes[piece](text);
    }
  }
  private literal(text: string): void {
    // `0/8`, `?/?`: a fraction.
    if (text === '/' && this.tokens.at(-1)?.kind === 'digit') this.isOther = true;
    this.tokens.push({ kind: 'literal', text });
  }
  private digit(sign: string): void {
    if (!isDigit(sign)) return;
    if (this.commas > 0 && !this.afterPoint) this.isGrouped = true;
    this.commas = 0;
    this.tokens.push({ kind: 'digit', digit: sign, decimal: this.afterPoint });
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
