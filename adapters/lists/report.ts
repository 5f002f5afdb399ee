import Papa from 'papaparse';
import { REASON_COLUMNS } from '../../domain/intake/columns.ts';
import { SEVERITY_WORDS } from '../../domain/intake/issue-codes.ts';
import type { ReportWriter } from '../../usecases/hand-over/hand-over-reports.ts';
import { BOM, csvLine, neutral, quotedCell } from './csv-cell.ts';

const lineOf = (cells: readonly (string | number)[]): string => csvLine(cells.map(quotedCell));
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
    .map((c) => (neutral(c) === c && !/["\r\n]/.test(c) && !c.includes(delimiter) ? c : quotedCell(c)))
    .join(delimiter);
};
const WORKBOOK = ';';

export const reportWriter: ReportWriter = {
  csv: {
    head: `${BOM}${lineOf(HEADER)}`,
    lines: (issues) =>
      issues
        .map((i) =>
          lineOf([i.line, i.row, i.column ?? '', SEVERITY_WORDS[i.severity], i.message, i.mend, i.value ?? '']),
        )
        .join(''),
  },
  json: {
    head: '[\n',
    lines: (issues, first) => `${first ? '' : ',\n'}${issues.map((i) => JSON.stringify(i)).join(',\n')}`,
    foot: '\n]\n',
  },
  correction: {
    head: ({ headerText, delimiter }) =>
      `${BOM}${[headerText, ...REASON_COLUMNS.map(quotedCell)].join(delimiter ?? WORKBOOK)}\r\n`,
    lines: (rows, ofList) => {
      const delimiter = ofList ?? WORKBOOK;
      return rows
        .map(({ text, reasons, remedies }) => [untouched(text, delimiter), quotedCell(reasons), quotedCell(remedies)])
        .map((cells) => `${cells.join(delimiter)}\r\n`)
        .join('');
    },
  },
};
