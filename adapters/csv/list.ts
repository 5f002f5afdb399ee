import Papa from 'papaparse';
import { Rejected } from '../../domain/faults.ts';
import type { RawRow, RowIssue } from '../../domain/intake/check-file.ts';
import type { Cells } from '../../domain/intake/check-row.ts';
import { COLUMNS, COLUMN_NAMES, matchHeader } from '../../domain/intake/columns.ts';
import type { ListReader } from '../../usecases/accept-hand-over.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';
/** A record longer than this is an unclosed quotation mark, not a row (papaparse would read on to the end of the file). */
const LONGEST_RECORD = 65_536;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((b, i) => bytes[i] === b);

/** Strict UTF-8 first; what is none was written by a German Excel in Windows-1252. */
export const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || bytes.subarray(0, 4096).includes(0)) {
    throw new Rejected('file.not-csv', 'Die Datei ist keine CSV-Datei (sondern zum Beispiel Excel, ZIP oder PDF). Bitte als CSV mit Semikolon speichern und erneut hochladen.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8-bom' : 'utf-8' };
  } catch { return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }; }
};

const delimiterOf = (header: string): string => [';', '\t', ',', '|'].reduce((best, d) => (header.split(d).length > header.split(best).length ? d : best), ';');
const linesIn = (record: readonly string[]): number => record.reduce((n, cell) => n + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);

const headerOf = (cells: readonly string[]) => {
  const header = matchHeader(cells);
  const found = cells.filter((c) => c.trim()).slice(0, 30).join(', ') || 'keine';
  if (header.duplicates.length > 0) throw new Rejected('file.duplicate-column', `Die Spalte „${header.duplicates[0] ?? ''}“ kommt doppelt vor. Bitte jede Spalte nur einmal angeben.`);
  if (header.missing.length > 0) throw new Rejected('file.header-missing', `In der Kopfzeile fehlen die Spalten: ${header.missing.map((m) => COLUMNS[m].label).join(', ')}. Gefunden wurden: ${found}.`);
  return header;
};

/** Reads an Übergabeliste. A file that cannot be one is refused as a whole, with a German reason; blank rows do not count. */
export const readList = (bytes: Uint8Array): { encoding: Encoding; delimiter: string; rows: RawRow[]; unknown: string[] } => {
  if (bytes.length === 0) throw new Rejected('file.empty', 'Die Datei ist leer.');
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') throw new Rejected('file.empty', 'Die Datei ist leer.');
  const delimiter = delimiterOf(text.split(/\r\n|\r|\n/, 1)[0] ?? '');
  const { data } = Papa.parse<string[]>(text, { delimiter, quoteChar: '"', skipEmptyLines: false });
  const [head, ...records] = data;
  const header = headerOf(head ?? []);
  let line = 1 + linesIn(head ?? []);
  const rows: RawRow[] = [];
  for (const record of records) {
    const at = line;
    line += linesIn(record);
    if (record.every((cell) => cell.trim() === '')) continue;
    if (record.join('').length > LONGEST_RECORD) throw new Rejected('file.record-too-long', `Ab Zeile ${at} ist ein Anführungszeichen nicht geschlossen, oder die Zeile ist länger als 64 KB.`);
    const cells: Cells = Object.fromEntries(COLUMN_NAMES.flatMap((name) => { const value = record[header.positions.get(name) ?? -1]; return value === undefined ? [] : [[name, value]]; }));
    const width = head?.length ?? 0;
    rows.push({ row: rows.length + 1, line: at, cells, ...(record.length === width ? {} : { fault: `Die Zeile hat ${record.length} statt ${width} Felder.` }) });
  }
  if (rows.length === 0) throw new Rejected('file.no-rows', 'Die Datei enthält nur die Kopfzeile und keine Forderungen.');
  return { encoding, delimiter, rows, unknown: header.unknown };
};

const SEVERITY = { error: 'Fehler', duplicate: 'Dublette', conflict: 'Widerspruch', warning: 'Warnung', hint: 'Hinweis' } as const;
/** A cell that a spreadsheet would run as a formula is written as text. */
export const cell = (text: string | number): string => { const t = String(text); return `"${(/^[=+\-@\t\r]/.test(t) ? `'${t}` : t).replaceAll('"', '""')}"`; };
const HEADER = ['Zeile', 'Datensatz', 'Spalte', 'Schwere', 'Meldung', 'Abhilfe', 'Wert'];

/** The error report beside an upload: row, column, reason and how to mend it. UTF-8 with BOM, so that Excel shows umlauts. */
export const reportCsv = (issues: readonly RowIssue[]): string => `\uFEFF${[HEADER, ...issues.map((i) =>
  [i.line, i.row, i.column ? COLUMNS[i.column].label : '', SEVERITY[i.severity], i.message, i.mend, i.value ?? ''])].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

export const csvLists: ListReader = { read: (bytes) => readList(bytes).rows, csv: reportCsv, json: (issues) => `${JSON.stringify(issues, null, 2)}\n` };
