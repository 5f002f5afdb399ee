import { Rejected } from '../../domain/faults.ts';
import type { RawRow } from '../../domain/intake/check-file.ts';
import { COLUMNS, COLUMN_NAMES, matchHeader } from '../../domain/intake/columns.ts';
import type { Cells, Issue } from '../../domain/intake/reading.ts';
import { decode, type Encoding } from './decode.ts';
import { readRecords, type CsvRecord } from './records.ts';

export type HandOverList = Readonly<{ encoding: Encoding; delimiter: string; header: readonly string[]; rows: RawRow[]; unknown: string[] }>;

const DELIMITERS = [';', '\t', ',', '|'] as const;
const delimiterOf = (header: string): string => DELIMITERS.reduce<string>((best, d) => (header.split(d).length > header.split(best).length ? d : best), ';');
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
/** File content in a message that goes into a mail: short, on one line. */
const quoted = (cell: string): string => cell.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 40);

const headerOf = (head: CsvRecord | undefined) => {
  const cells = head?.cells ?? [];
  const header = matchHeader(cells);
  const found = cells.filter((c) => c.trim()).slice(0, 30).map(quoted).join(', ') || 'keine';
  if (head?.broken) throw new Rejected('file.quotes', 'In der Kopfzeile ist ein Anführungszeichen nicht geschlossen.');
  if (header.duplicates.length > 0) throw new Rejected('file.duplicate-column', `Die Spalte „${quoted(header.duplicates[0] ?? '')}“ kommt doppelt vor. Bitte jede Spalte nur einmal angeben.`);
  if (header.missing.length > 0) throw new Rejected('file.header-missing', `In der Kopfzeile fehlen die Spalten: ${header.missing.map((m) => COLUMNS[m].label).join(', ')}. Gefunden wurden: ${found}.`);
  return header;
};

/** A column nobody knows is no fault, but a misspelt one would silently lose what stands in it. */
const unknownColumn = (name: string): Issue => ({ column: null, code: 'column.unknown', severity: 'hint', value: quoted(name),
  message: `Die Spalte „${quoted(name)}“ ist nicht bekannt; ihr Inhalt wurde nicht gelesen.`, mend: 'Nichts zu tun, wenn die Spalte nicht für uns ist; sonst bitte die Überschrift aus der Vorlage verwenden.' });

const faultOf = ({ cells, broken }: CsvRecord, width: number): { fault?: string } => {
  if (broken) return { fault: 'In der Zeile ist ein Anführungszeichen nicht geschlossen oder steht mitten im Feld.' };
  return cells.length === width ? {} : { fault: `Die Zeile hat ${cells.length} statt ${width} Felder.` };
};

/**
 * Reads an Übergabeliste. A file that cannot be one is refused as a whole, with a German reason (`file.empty`, `file.not-csv`,
 * `file.header-missing`, `file.duplicate-column`, `file.quotes`, `file.record-too-long`, `file.no-rows`); blank rows do not count.
 */
export const readList = (bytes: Uint8Array): HandOverList => {
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') throw new Rejected('file.empty', 'Die Datei ist leer.');
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // Excel's own first line `sep=;` and blank lines may stand before the header.
  const start = lines.findIndex((line) => line.trim() !== '' && !/^"?sep=.?"?$/i.test(line.trim()));
  const delimiter = delimiterOf(lines[start] ?? '');
  const [head, ...records] = start < 0 ? [] : readRecords(lines, start, delimiter);
  const header = headerOf(head);
  const width = head?.cells.length ?? 0;
  const rows: RawRow[] = [];
  for (const record of records) {
    if (isBlank(record.cells)) continue;
    const cells: Cells = Object.fromEntries(COLUMN_NAMES.flatMap((name) => { const value = record.cells[header.positions.get(name) ?? -1]; return value === undefined ? [] : [[name, value]]; }));
    const notes = rows.length === 0 && header.unknown.length > 0 ? { notes: header.unknown.map(unknownColumn) } : {};
    rows.push({ row: rows.length + 1, line: record.line, text: record.cells.join(delimiter), cells, ...notes, ...faultOf(record, width) });
  }
  if (rows.length === 0) throw new Rejected('file.no-rows', 'Die Datei enthält nur die Kopfzeile und keine Forderungen.');
  return { encoding, delimiter, header: head?.cells ?? [], rows, unknown: header.unknown };
};
