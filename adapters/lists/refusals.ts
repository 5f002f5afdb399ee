import type { FileCode } from '../../domain/fault-codes.ts';
import { Rejected } from '../../domain/faults.ts';

/** Every limit of a list, in one place: characters unless said otherwise. */
export const LIMITS = {
  record: 65_536,
  header: 10_240,
  columns: 200,
  rows: 1_000_000,
  /** After each broken quotation mark reading starts anew, which takes time: a file with more of them is refused. */
  brokenRecords: 100,
  /**
   * So far a quotation mark's partner is looked for. A mark that is alone in a short file spoils its own row only; in a
   * long one nobody reads 40 MB to find that out.
   */
  openQuote: 1_048_576,
  /** So many lines may stand above the header: a title, a date, blank lines. */
  linesAboveHeader: 20,
} as const;

/** File content in a message that goes into a mail: short, on one line. */
export const quoted = (cell: string): string =>
  cell
    .slice(0, 400)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 40);

/** A list refused as a whole, under a code that the guide explains: whoever reads lists refuses them by this alone. */
export const refused = (code: FileCode, message: string, options?: ErrorOptions): Rejected =>
  new Rejected(code, message, options);

export const notCsv = (what: string): Rejected =>
  refused(
    'file.not-csv',
    `Die Datei ist keine CSV-Datei, sondern ${what}. Bitte als CSV mit Semikolon oder als Excel-Arbeitsmappe (.xlsx) speichern und erneut hochladen.`,
  );
export const isEmpty = (): Rejected => refused('file.empty', 'Die Datei ist leer.');
export const noRows = (): Rejected =>
  refused('file.no-rows', 'Die Datei enthält nur die Kopfzeile und keine Forderungen.');
export const tooManyRows = (): Rejected =>
  refused(
    'file.too-many-rows',
    `Die Datei hat mehr als ${LIMITS.rows.toLocaleString('de-DE')} Zeilen. Bitte auf mehrere Dateien aufteilen.`,
  );
export const tooManyColumns = (): Rejected =>
  refused(
    'file.too-many-columns',
    `Die Kopfzeile hat mehr als ${LIMITS.columns} Spalten. Bitte nur die Spalten der Vorlage übergeben.`,
  );
export const headerTooLong = (): Rejected =>
  refused('file.header-too-long', 'Die Kopfzeile ist länger als 10 KB. Bitte nur die Spalten der Vorlage übergeben.');
export const recordTooLong = (line: number): Rejected =>
  refused('file.record-too-long', `Die Zeile ${line} ist länger als 64 KB.`);
export const headerQuotes = (): Rejected =>
  refused('file.quotes', 'In der Kopfzeile ist ein Anführungszeichen nicht geschlossen.');
export const quoteStaysOpen = (line: number): Rejected =>
  refused(
    'file.quotes',
    `In Zeile ${line} wird ein Anführungszeichen geöffnet, das nirgends geschlossen wird. Bitte das Anführungszeichen schließen oder in der Zelle verdoppeln.`,
  );
export const tooManyBroken = (): Rejected =>
  refused(
    'file.quotes',
    `In mehr als ${LIMITS.brokenRecords} Zeilen stimmen die Anführungszeichen nicht. Bitte jedes Anführungszeichen in einem Feld verdoppeln oder die Datei neu exportieren.`,
  );
