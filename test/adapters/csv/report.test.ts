import Papa from 'papaparse';
import { cell, reportCsv, reportJson } from '../../../adapters/csv/report.ts';
import type { RowIssue } from '../../../domain/intake/check-file.ts';

const issue: RowIssue = { row: 11, line: 12, column: 'amount', code: 'amount.ambiguous', severity: 'error', message: '„1.234“ ist mehrdeutig; bitte prüfen.', mend: 'Mit "Komma" schreiben.', value: '=1+1' };

test('the report has a BOM, semicolons, a header and a row for each issue, and reads back', () => {
  const csv = reportCsv([issue, { ...issue, column: null, severity: 'warning', value: undefined } as unknown as RowIssue]);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(Papa.parse(csv.slice(1), { delimiter: ';', skipEmptyLines: true }).data).toEqual([
    ['Zeile', 'Datensatz', 'Spalte', 'Schwere', 'Meldung', 'Abhilfe', 'Wert'],
    ['12', '11', 'Hauptforderung', 'Fehler', '„1.234“ ist mehrdeutig; bitte prüfen.', 'Mit "Komma" schreiben.', "'=1+1"],
    ['12', '11', '', 'Warnung', '„1.234“ ist mehrdeutig; bitte prüfen.', 'Mit "Komma" schreiben.', ''],
  ]);
});
test.each(['=1+1', '+1+cmd|x', '-1+1', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '-'])('%j is not run by a spreadsheet', (value) => { expect(cell(value)).toBe(`"'${value}"`); });
test.each(['-15,00', '+49 151 10000001', '1.234,56', 'Müller', 'a=b', ''])('%j stays as it is', (value) => { expect(cell(value)).toBe(`"${value}"`); });
test('a quotation mark is doubled', () => { expect(cell('a"b')).toBe('"a""b"'); });
test('programs get the codes', () => { expect(JSON.parse(reportJson([issue]))).toEqual([issue]); });
