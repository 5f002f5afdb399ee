import type { Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { Cents } from '../money.ts';
import { amountIn, dateIn, isDayFault, knownDay, plainSigns, simpleAmount } from '../parse.ts';
import { COLUMNS, decides, limitOf, type ColumnName } from './columns.ts';
import { filled, ISSUE_CODES, type IssueCode, type Severity } from './issue-codes.ts';
import { tellingReason } from './telling.ts';
import { isFormula, isGarbled, isNoNumber, isNoValue, isPlain, maskedIban, plain } from './text.ts';
import { NAME_COLUMNS, PRINTED } from '../print/printed.ts';
import { lettersTheFontLacks } from '../print/drawable.ts';
import type { Words } from './words.ts';

export type Cells = Readonly<Partial<Record<ColumnName, string>>>;
/**
 * What there is to say about a cell (or with column null about the row): `message` what is wrong, `mend` how to mend
 * it, `value` what stands there (an IBAN masked).
 */
export type Issue = Readonly<{
  column: ColumnName | null;
  code: string;
  severity: Severity;
  message: string;
  mend: string;
  value?: string;
}>;
export type NewClaim = Omit<Claim, 'id' | 'matter'>;
type Cell = string | undefined;
type Gaps = Readonly<Record<string, string>>;

const severityOf = (code: IssueCode, column: ColumnName | null): Severity => {
  const { severity } = ISSUE_CODES[code];
  if (severity !== 'by column') return severity;
  return column && decides(column) ? 'error' : 'warning';
};
const gapsOf = (column: ColumnName, value: string): Gaps => {
  const { label, example, explanation } = COLUMNS[column];
  return {
    Spalte: label,
    Beispiel: example,
    Erklärung: explanation,
    Grenze: String(limitOf(column)),
    Wert: value.length > 80 ? `${value.slice(0, 79)}…` : value,
  };
};

/** An issue of the table of codes; `value` is what stands in the cell, `gaps` what else its sentences name. */
export const issueOf = (code: IssueCode, column: ColumnName | null, value = '', gaps: Gaps = {}): Issue => {
  const { severity, message, mend } = ISSUE_CODES[code];
  const shown = column && COLUMNS[column].type === 'iban' ? maskedIban(plain(value)) : plain(value);
  const all = { Wert: shown, ...(column ? gapsOf(column, shown) : {}), ...gaps };
  const isLeftOut = severity === 'by column' && !(column && decides(column));
  return {
    column,
    code,
    severity: severityOf(code, column),
    message: `${filled(message, all)}${isLeftOut ? ' Die Angabe wurde weggelassen.' : ''}`,
    mend: filled(mend, all),
    ...(shown ? { value: shown.slice(0, 200) } : {}),
  };
};

/** A long number that Excel has shortened: the digits behind are lost. */
const SCIENTIFIC = /^\d[.,]?\d*E\+\d+$/i;
/** A day as Excel counts it. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
/** `31.12.9999`: never, or for ever. */
export const isFarFuture = (text: string): boolean => dateIn(text) === 'date.year' && /[2-9]\d{3}/.test(text);
const NOTHING = /^[-–—]+$/;
const isOneLine = (cell: string): boolean => !/[\r\n\v\f\u0085\u2028\u2029]/.test(cell.trim());
/** So many characters of a text, and never half of one. */
const beginning = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** Columns that say who somebody is. */
const NAMES: ReadonlySet<ColumnName> = new Set(NAME_COLUMNS);
/** Columns that stand in letters as they were written. */
const IN_LETTERS: ReadonlySet<ColumnName> = new Set(PRINTED.row);

/**
 * Collects what is wrong with one row while its cells are read. A million rows pass here: each kind of cell first tries
 * what nearly all cells are, and only then looks closer; and the caller hands over the cell beside the column's name,
 * because looking it up by name costs more than reading it.
 */
export class Reading {
  readonly issues: Issue[] = [];
  readonly cells: Cells;
  failed = false;
  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** The cell as plain text, `undefined` where it is blank; what does not fit is cut with a warning. */
  text(column: ColumnName, cell: Cell = ''): string | undefined {
    if (cell === '') return undefined;
    const text = isPlain(cell) ? this.fitted(column, cell) : this.mended(column, cell);
    if (text === undefined || COLUMNS[column].type !== 'text' || !isNoValue(text)) return text;
    this.raise('value.none', column);
    return undefined;
  }
  /**
   * A number that identifies, or a value that decides: never cut, because two customers or two invoices could become
   * one.
   */
  required(column: ColumnName, cell: Cell = ''): string | undefined {
    const value = plain(cell);
    if (value === '') {
      this.raise('required.missing', column);
      return undefined;
    }
    if (value.length > limitOf(column)) {
      this.raise('required.too-long', column);
      return undefined;
    }
    return value;
  }
  /**
   * A number that identifies a customer or an invoice; dashes and blanks of any width are folded, because nobody tells
   * them apart.
   */
  identity(column: ColumnName, cell: Cell = ''): string | undefined {
    const value = this.required(column, cell);
    if (value === undefined) return undefined;
    if (SCIENTIFIC.test(value)) this.raise('number.scientific', column);
    if (isNoValue(value) || (column === 'customerNumber' && isNoNumber(value))) this.raise('value.none', column);
    else if (isFormula(value)) this.raise('number.formula', column);
    if (isPlain(cell)) return value;
    if (isGarbled(cell) || isGarbled(value)) this.raise('text.garbled', column);
    const folded = plainSigns(value).replace(/^'(?=\d)/, '');
    return this.printable(column, folded);
  }
  /** An amount; `–` in a cell that may be blank says that there is none. */
  amount(column: ColumnName, cell: Cell = ''): Cents | undefined {
    const simple = simpleAmount(cell);
    if (simple !== undefined) return simple;
    const text = this.given(column, cell);
    if (text === undefined || (COLUMNS[column].required !== true && NOTHING.test(text))) return undefined;
    const amount = isOneLine(cell) ? amountIn(text) : 'amount.invalid';
    if (typeof amount !== 'string') return amount;
    this.raise(amount, column);
    return undefined;
  }
  day(column: ColumnName, cell: Cell = ''): Day | undefined {
    const known = knownDay(cell);
    if (known !== undefined) return known;
    const text = this.given(column, cell);
    if (text === undefined) return undefined;
    const day = dateIn(text);
    if (!isDayFault(day)) return day;
    this.raise(SERIAL.test(text) ? 'date.serial' : day, column);
    return undefined;
  }
  /** One of a few words, in any case and with or without dots; `code` is said of another word. */
  word<T extends string>(column: ColumnName, cell: Cell = '', words: Words<T>, code: IssueCode): T | undefined {
    const known = words.get(cell);
    if (known !== undefined) return known;
    const text = this.text(column, cell);
    const meant = text === undefined ? undefined : words.get(text.toLowerCase().replaceAll('.', '').trim());
    if (text !== undefined && meant === undefined) this.raise(code, column);
    return meant;
  }
  /** Says `code` of a cell (or of the row); an error among them refuses the row. */
  raise(code: IssueCode, column: ColumnName | null, gaps?: Gaps): void {
    const cell = column ? this.cells[column] : '';
    const first = issueOf(code, column, cell, gaps);
    // What is no day, no number, no kind may still say that nothing must be demanded: then it is not left out.
    const telling = first.severity === 'warning' && column ? tellingReason(cell ?? '') : undefined;
    const issue = telling === undefined ? first : issueOf(telling, column, cell, gaps);
    if (issue.severity === 'error') this.failed = true;
    this.issues.push(issue);
  }
  private given(column: ColumnName, cell: Cell): string | undefined {
    return COLUMNS[column].required ? this.required(column, cell) : this.text(column, cell);
  }
  /**
   * A name that no letter can show is kept, so that somebody can mend it; of whatever else is printed such a text is
   * left out.
   */
  private printable(column: ColumnName, text: string): string | undefined {
    const lacking = IN_LETTERS.has(column) ? lettersTheFontLacks(text) : [];
    if (lacking.length === 0) return text;
    const isName = NAMES.has(column);
    this.raise(isName ? 'name.letters' : 'text.letters', column, { Zeichen: lacking.slice(0, 10).join(' ') });
    return isName ? text : undefined;
  }
  /** The text, cut to what its column holds; `undefined` where nothing is left. */
  private fitted(column: ColumnName, text: string): string | undefined {
    const limit = limitOf(column);
    if (text.length <= limit) return text || undefined;
    this.raise('text.too-long', column);
    return beginning(text, limit);
  }
  private mended(column: ColumnName, cell: string): string | undefined {
    const value = plain(cell);
    const text = this.fitted(column, value);
    if (!isGarbled(cell) && !isGarbled(value)) return text === undefined ? undefined : this.printable(column, text);
    this.raise(column === 'remark' ? 'remark.garbled' : 'text.garbled', column);
    return column === 'remark' ? text : undefined;
  }
}
