import Papa from 'papaparse';
import { REASON_COLUMNS } from '../../domain/intake/columns.ts';
import type { ReportWriter } from '../../usecases/hand-over/hand-over-reports.ts';

const SEVERITY = {
  error: 'Fehler',
  duplicate: 'Dublette',
  conflict: 'Widerspruch',
  warning: 'Warnung',
  hint: 'Hinweis',
} as const;
const NUMBER = /^[+-]?\d[\d.,\s]*$/;
/**
 * What a spreadsheet would run as a formula gets an apostrophe in front; plain numbers (`-15,00`, `+49 151`) are none.
 */
const neutral = (text: string): string => (/^\s*[=+\-@＝＋－＠]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);
/** One cell in quotation marks, never a formula. */
export const cell = (content: string | number): string => `"${neutral(String(content)).replaceAll('"', '""')}"`;
const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(';')}\r\n`;
const HEADER = ['Zeile', 'Datensatz', 'Spalte', 'Schwere', 'Meldung', 'Abhilfe', 'Wert'];

/**
 * A refused row as it was written. Only where a cell would run as a formula in a spreadsheet is it written anew, with
 * an apostrophe before that cell; reading the list takes it away again.
 */
const untouched = (text: string, delimiter: string): string => {
  const cells = text.includes('"')
    ? (Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data[0] ?? [])
    : text.split(delimiter);
  if (cells.every((c) => neutral(c) === c)) return text;
  return cells
    .map((c) => (neutral(c) === c && !/["\r\n]/.test(c) && !c.includes(delimiter) ? c : cell(c)))
    .join(delimiter);
};
const WORKBOOK = ';';

/** UTF-8 with BOM, so that Excel shows umlauts; `;` and CRLF, as a German Excel writes them. */
const BOM = '\uFEFF';
export const reportWriter: ReportWriter = {
  csv: {
    head: `${BOM}${lineOf(HEADER)}`,
    lines: (issues) =>
      issues
        .map((i) => lineOf([i.line, i.row, i.column ?? '', SEVERITY[i.severity], i.message, i.mend, i.value ?? '']))
        .join(''),
  },
  json: {
    head: '[\n',
    lines: (issues, first) => `${first ? '' : ',\n'}${issues.map((i) => JSON.stringify(i)).join(',\n')}`,
    foot: '\n]\n',
  },
  correction: {
    head: ({ headerText, delimiter }) =>
      `${BOM}${[headerText, ...REASON_COLUMNS.map(cell)].join(delimiter ?? WORKBOOK)}\r\n`,
    lines: (rows, ofList) => {
      const delimiter = ofList ?? WORKBOOK;
      return rows
        .map(({ text, reasons, remedies }) => [untouched(text, delimiter), cell(reasons), cell(remedies)])
        .map((cells) => `${cells.join(delimiter)}\r\n`)
        .join('');
    },
  },
};
