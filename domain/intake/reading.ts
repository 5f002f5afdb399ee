import type { Claim } from '../claim.ts';
import { Rejected } from '../faults.ts';
import { COLUMNS, limitOf, type ColumnName } from './columns.ts';

export type Cells = Readonly<Partial<Record<ColumnName, string>>>;
/** `error`: the row is refused. `warning`: accepted, the creditor should look. The message says what is wrong, `mend` what to do. */
export type Issue = Readonly<{ column: ColumnName | null; code: string; severity: 'error' | 'duplicate' | 'conflict' | 'warning' | 'hint'; message: string; mend: string; value?: string }>;
export type NewClaim = Omit<Claim, 'id' | 'matter'>;

/** Umlauts that were read in the wrong code page: `MÃ¼ller` (UTF-8 taken twice), `M\u0081ller` or `K”ln` (a DOS file), U+FFFD (lost for good). */
const GARBLED = /\uFFFD|[\u0080-\u009f]|Ã[\u0080-\u00bf\u0152-\u2122]|\p{L}[„”™]\p{L}/u;
/** Invisible characters are dropped, line breaks and tabs become one blank: what is left may stand in a subject line or an address. */
const plain = (text: string): string => text.replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Collects what is wrong with one row while its cells are read. */
export class Reading {
  readonly issues: Issue[] = [];
  private readonly cells: Cells;
  constructor(cells: Cells) { this.cells = cells; }
  /** The cell as plain text, `undefined` where it is blank; what does not fit is cut with a warning. */
  text(column: ColumnName): string | undefined {
    const value = plain(this.cells[column] ?? '');
    const limit = limitOf(column);
    if (value.length > limit) this.warn(column, 'text.too-long', `${COLUMNS[column].label} ist länger als ${limit} Zeichen und wurde gekürzt.`, 'Bitte kürzen.');
    if (GARBLED.test(this.cells[column] ?? '')) this.warn(column, 'text.garbled', `${COLUMNS[column].label} enthält Zeichen, die nach einer falschen Zeichenkodierung aussehen.`, 'Bitte die Datei als „CSV UTF-8“ speichern und die Umlaute prüfen.');
    return value.slice(0, limit).trim() || undefined;
  }
  /** A number that identifies: never cut, because two customers or two invoices could become one. */
  required(column: ColumnName): string | undefined {
    const value = plain(this.cells[column] ?? '');
    const limit = limitOf(column);
    if (value === '') this.fail(column, 'required.missing', `${COLUMNS[column].label} fehlt.`, `Bitte ${COLUMNS[column].label} angeben: ${COLUMNS[column].explanation} (Beispiel: ${COLUMNS[column].example}).`);
    else if (value.length > limit) this.fail(column, 'required.too-long', `${COLUMNS[column].label} ist länger als ${limit} Zeichen.`, `Bitte ${COLUMNS[column].label} ungekürzt mit höchstens ${limit} Zeichen angeben.`);
    else return value;
    return undefined;
  }
  /** A value that must parse: an error where nothing may be assumed instead, else left out with a warning. */
  parsed<T>(column: ColumnName, parse: (text: string) => T, severity: 'error' | 'warning'): T | undefined {
    const value = severity === 'error' && COLUMNS[column].required ? this.required(column) : this.text(column);
    if (value === undefined) return undefined;
    try { return parse(value); } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      this.add({ column, code: error.code, severity, message: `${COLUMNS[column].label}: ${error.message}`, mend: severity === 'error' ? `Bitte ${COLUMNS[column].label} wie „${COLUMNS[column].example}“ schreiben.` : 'Die Angabe wurde weggelassen; bitte berichtigt nachreichen.', value });
      return undefined;
    }
  }
  /** One of a few words, in any case and with or without dots; another word is left out with a warning that names the choice. */
  word<T extends string>(column: ColumnName, words: Readonly<Record<string, T>>): T | undefined {
    const value = this.text(column)?.toLowerCase().replaceAll('.', '').trim();
    if (!value) return undefined;
    const meant = Object.entries(words).find(([word]) => word === value)?.[1];
    if (meant === undefined) this.warn(column, `${CODES[column] ?? 'word'}.unknown`, `${COLUMNS[column].label} „${value.slice(0, 40)}“ ist nicht bekannt und wurde weggelassen.`, `Möglich sind: ${COLUMNS[column].explanation}.`);
    return meant;
  }
  failed(): boolean { return this.issues.some((issue) => issue.severity === 'error'); }
  add(issue: Issue): void { this.issues.push(issue); }
  fail(column: ColumnName | null, code: string, message: string, mend: string): void { this.add({ column, code, severity: 'error', message, mend, ...this.valueOf(column) }); }
  warn(column: ColumnName | null, code: string, message: string, mend: string): void { this.add({ column, code, severity: 'warning', message, mend, ...this.valueOf(column) }); }
  private valueOf(column: ColumnName | null): { value?: string } { const value = column ? this.cells[column] : undefined; return value ? { value: value.slice(0, 200) } : {}; }
}
const CODES: Readonly<Partial<Record<ColumnName, string>>> = { priorDunning: 'prior-dunning', claimKind: 'claim-kind', salutation: 'salutation', kind: 'kind-word' };
