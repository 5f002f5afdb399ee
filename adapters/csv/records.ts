import Papa from 'papaparse';
import { Rejected } from '../../domain/faults.ts';

/** One record of a CSV text: its first physical line, its cells, and whether its quotation marks can be trusted. */
export type CsvRecord = Readonly<{ line: number; cells: readonly string[]; broken: boolean }>;
/** A record longer than this is an unclosed quotation mark, not a row. */
const LONGEST_RECORD = 65_536;
/** After each broken quotation mark reading starts anew, which takes time: a file with more of them is refused. */
const MOST_BROKEN = 100;

const linesIn = (cells: readonly string[]): number => cells.reduce((n, cell) => n + cell.split('\n').length - 1, 1);
/** A cell that holds a whole further row: the quotation mark was opened here and closed by one of a later row. */
const swallowed = (cells: readonly string[], delimiter: string): boolean =>
  cells.length > 1 && cells.some((cell) => cell.split('\n').slice(1).some((line) => line.split(delimiter).length >= cells.length - 1));

/** Reads from one line on until the end or the first record that is broken. */
const readUntilBroken = (lines: readonly string[], from: number, delimiter: string): CsvRecord[] => {
  const records: CsvRecord[] = [];
  let line = from + 1;
  Papa.parse<string[]>(lines.slice(from).join('\n'), {
    delimiter, newline: '\n', quoteChar: '"', skipEmptyLines: false,
    step: ({ data, errors }, parser) => {
      const broken = errors.some((e) => e.type === 'Quotes') || swallowed(data, delimiter);
      if (!broken && data.join('').length > LONGEST_RECORD) throw new Rejected('file.record-too-long', `Die Zeile ${line} ist länger als 64 KB.`);
      records.push({ line, cells: data, broken });
      line += linesIn(data);
      if (broken) parser.abort();
    },
  });
  return records;
};

/**
 * The records of a text from the given line (from 0) on. A quotation mark that is not closed, or closed by a later row's, spoils its own line
 * only: reading goes on with the next line, so that no claim disappears inside another row's remark.
 */
export const readRecords = (lines: readonly string[], start: number, delimiter: string): CsvRecord[] => {
  const all: CsvRecord[] = [];
  let from = start;
  for (let broken = 0; from < lines.length; broken++) {
    if (broken > MOST_BROKEN) throw new Rejected('file.quotes', `In mehr als ${MOST_BROKEN} Zeilen stimmen die Anführungszeichen nicht. Bitte jedes Anführungszeichen in einem Feld verdoppeln oder die Datei neu exportieren.`);
    const records = readUntilBroken(lines, from, delimiter);
    for (const record of records) all.push(record);
    const last = all.at(-1);
    if (!last?.broken) break;
    from = last.line;
  }
  return all;
};
