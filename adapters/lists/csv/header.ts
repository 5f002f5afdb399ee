import { headerQuotes, headerTooLong, LIMITS, tooManyColumns } from '../refusals.ts';
import { Scanner } from './scanner.ts';
import { type Header, headerOf, isHeader } from '../header.ts';

/** The header of a CSV text: as it was written, and where the first row begins (physical line, place in the text). */
export type CsvHeader = Header & Readonly<{ delimiter: string; text: string; nextLine: number; end: number }>;

type Line = Readonly<{ text: string; line: number; start: number }>;
const DELIMITERS = [';', '\t', ',', '|'] as const;
const SEP_LINE = /^"?sep=(.?)"?$/i;
const cellsIn = (line: string, delimiter: string): number => line.replace(/"[^"]*"/g, '').split(delimiter).length;
/**
 * What the `sep=` line says, if it cuts the header at all; else the delimiter that cuts it into the most cells; `;`
 * where none does.
 */
const delimiterOf = (line: string, told: string): string => {
  if (told && cellsIn(line, told) > 1) return told;
  return DELIMITERS.reduce<string>((best, d) => (cellsIn(line, d) > cellsIn(line, best) ? d : best), ';');
};

/** The first lines of a text that are not blank. */
const firstLines = (text: string): Line[] => {
  const lines: Line[] = [];
  const ends = /\r\n?|\n|$/g;
  let start = 0;
  for (let line = 1; start < text.length && lines.length < LIMITS.linesAboveHeader; line++) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    const content = text.slice(start, end?.index);
    if (content.trim() !== '') lines.push({ text: content, line, start });
    start += content.length + (end?.[0].length || 1);
  }
  return lines;
};

const readLine = (text: string, line: Line, told: string) => {
  const delimiter = delimiterOf(line.text, told);
  const scanner = new Scanner(delimiter, line.line);
  scanner.feed(text.slice(line.start), true);
  scanner.next();
  const { record } = scanner;
  return {
    delimiter,
    cells: record.cells.slice(0, record.count),
    text: record.text,
    broken: record.fault !== undefined,
    nextLine: scanner.nextLine,
    end: line.start + scanner.position,
  };
};
/** A line that cannot be a header because it is too long; only its beginning is looked at. */
const refuseHuge = (line: string, told: string): void => {
  if (line.length <= LIMITS.header) return;
  const head = line.slice(0, LIMITS.header);
  throw cellsIn(head, delimiterOf(head, told)) > LIMITS.columns ? tooManyColumns() : headerTooLong();
};

/**
 * Finds the header in the first block of a text: the first of the first lines that has all required columns, so that a
 * title or a date may stand above it. Where none has, the first line counts as the header and its fault is told.
 */
export const csvHeader = (text: string): CsvHeader => {
  const lines = firstLines(text);
  const told = SEP_LINE.exec(lines[0]?.text.trim() ?? '')?.[1];
  const [first, ...more] = told === undefined ? lines : lines.slice(1);
  if (!first) return { ...headerOf([], false), delimiter: ';', text: '', nextLine: 1, end: 0 };
  refuseHuge(first.text, told ?? '');
  const short = [first, ...more.filter((line) => line.text.length <= LIMITS.header)];
  const candidates = short.map((line) => readLine(text, line, told ?? ''));
  const top = readLine(text, first, told ?? '');
  const found = candidates.find((line) => !line.broken && isHeader(line.cells)) ?? top;
  if (found.broken) throw headerQuotes();
  if (found.text.length > LIMITS.header) throw headerTooLong();
  const { delimiter, text: written, nextLine, end } = found;
  return { ...headerOf(found.cells, found.text !== top.text), delimiter, text: written, nextLine, end };
};
