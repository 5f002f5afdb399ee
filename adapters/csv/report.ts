import type { RowIssue } from '../../domain/intake/check-file.ts';
import { COLUMNS } from '../../domain/intake/columns.ts';

const SEVERITY = { error: 'Fehler', duplicate: 'Dublette', conflict: 'Widerspruch', warning: 'Warnung', hint: 'Hinweis' } as const;
const NUMBER = /^[+-]?\d[\d.,\s]*$/;
/** One cell in quotation marks. What a spreadsheet would run as a formula is written as text; plain numbers (`-15,00`, `+49 151`) are none. */
export const cell = (content: string | number): string => {
  const text = String(content);
  return `"${(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};
const HEADER = ['Zeile', 'Datensatz', 'Spalte', 'Schwere', 'Meldung', 'Abhilfe', 'Wert'];

/** The error report beside an upload: row, column, reason and how to mend it. UTF-8 with BOM, so that Excel shows umlauts. */
export const reportCsv = (issues: readonly RowIssue[]): string => `\uFEFF${[HEADER, ...issues.map((i) =>
  [i.line, i.row, i.column ? COLUMNS[i.column].label : '', SEVERITY[i.severity], i.message, i.mend, i.value ?? ''])].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
/** The same for programs, with the codes. */
export const reportJson = (issues: readonly RowIssue[]): string => `${JSON.stringify(issues, null, 2)}\n`;
