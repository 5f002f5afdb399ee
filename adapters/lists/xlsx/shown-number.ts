import { decimalOf, plainAmount, plainNumber, rounded } from './decimals.ts';
import { literalIn, type Condition, type NumberFormat, type Section, type Token } from './number-format.ts';
import { shownDate, type ShownDate } from './shown-date.ts';
import { digitsAs } from './shown-digits.ts';

/**
 * A number as a person sees it; `amount`, `day`: as a list would write it in a column of amounts or days; `hides`: what
 * of the amount is not to be seen.
 */
export type ShownNumber = ShownDate & Readonly<{ amount?: string; hides?: string }>;

const literalsOf = ({ tokens }: Section): string => tokens.map(literalIn).join('');
/**
 * Text around an amount that changes nothing: blanks, a plus, the euro; around a negative one, what says that it is.
 */
const HARMLESS = /^(?:[\s+]|€|EUR|Euro)*$/i;
const HARMLESS_IF_NEGATIVE = /^(?:[\s()+-]|€|EUR|Euro)*$/i;
/** `0.00"-"` makes 129.90 read as a credit: what the format puts around it then counts. */
const isHarmless = (section: Section, value: number): boolean =>
  (value < 0 ? HARMLESS_IF_NEGATIVE : HARMLESS).test(literalsOf(section));

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
