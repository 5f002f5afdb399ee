import { readQuoted } from './quotes.ts';
import { LIMITS, quoteStaysOpen, recordTooLong, tooManyBroken } from '../refusals.ts';

const BROKEN = 'In der Zeile ist ein Anführungszeichen nicht geschlossen oder steht mitten im Feld.';

/**
 * Where a character next stands. It is searched for anew only once it has been passed: a text without it is searched
 * once, not once per record.
 */
class Next {
  private found = -1;
  private readonly text: string;
  private readonly wanted: string;
  constructor(text: string, wanted: string) {
    this.text = text;
    this.wanted = wanted;
  }
  /** The text's length where there is none. */
  from(at: number): number {
    if (this.found >= at) return this.found;
    const found = this.text.indexOf(this.wanted, at);
    return (this.found = found < 0 ? this.text.length : found);
  }
}

/**
 * A record: the first physical line it stands on, its text as written, its cells (the first `count` of `cells`), and
 * why they cannot be trusted.
 */
export type CsvRecord = { line: number; text: string; cells: string[]; count: number; fault: string | undefined };

/**
 * Cuts a text that comes in blocks into records. Line ends may be LF, CR LF, CR or mixed. The record is one object
 * filled anew each time: a million rows must not make a million of them. A quotation mark that is not closed, or closed
 * by a later row's, spoils its own line only: reading goes on with the next line, so that no claim disappears inside
 * another row's remark.
 */
export class Scanner {
  readonly record: CsvRecord = { line: 1, text: '', cells: [], count: 0, fault: undefined };
  private readonly delimiter: string;
  private text = '';
  private at = 0;
  private line: number;
  private last = false;
  private broken = 0;
  private lineFeed = new Next('', '\n');
  private carriageReturn = new Next('', '\r');
  private quote = new Next('', '"');
  private separator: Next;

  constructor(delimiter: string, line: number) {
    this.delimiter = delimiter;
    this.line = line;
    this.separator = new Next('', delimiter);
  }

  /** The place in the text after the last record, and the physical line that stands there. */
  get position(): number {
    return Math.min(this.at, this.text.length);
  }
  get nextLine(): number {
    return this.line;
  }

  /** More text. `last`: nothing comes after it. */
  feed(block: string, last: boolean): void {
    this.text = this.at < this.text.length ? this.text.slice(this.at) + block : block;
    this.at = 0;
    this.last = last;
    this.lineFeed = new Next(this.text, '\n');
    this.carriageReturn = new Next(this.text, '\r');
    this.quote = new Next(this.text, '"');
    this.separator = new Next(this.text, this.delimiter);
  }

  /** Reads the next record into `record`; false: more text is needed, or there is none. */
  next(): boolean {
    const start = this.at;
    if (start >= this.text.length) return false;
    const feed = this.lineFeed.from(start);
    const end = Math.min(feed, this.carriageReturn.from(start));
    if (end - start > LIMITS.record) throw recordTooLong(this.line);
    // A carriage return at the very end may be half of a CR LF.
    if (!this.last && feed === this.text.length && end >= feed - 1) return false;
    if (this.quote.from(start) < end) return this.quoted(start, end);
    this.split(start, end);
    this.take(start, end, 1);
    return true;
  }

  /**
   * The cells of a record without any quotation mark, in a new array: writing young strings into an old one would cost
   * the engine more than making it.
   */
  private split(start: number, end: number): void {
    const { text, separator } = this;
    const cells = new Array<string>(this.record.count);
    let count = 0;
    let from = start;
    for (let to = separator.from(from); to < end; to = separator.from(from)) {
      cells[count++] = text.slice(from, to);
      from = to + 1;
    }
    cells[count++] = text.slice(from, end);
    this.record.cells = cells;
    this.record.count = count;
  }

  private quoted(start: number, lineEnd: number): boolean {
    const read = readQuoted({ text: this.text, start, lineEnd, delimiter: this.delimiter, last: this.last });
    if (read === 'unfinished') {
      if (this.text.length - start > LIMITS.openQuote) throw quoteStaysOpen(this.line);
      return false;
    }
    if (read === 'broken') return this.spoilt(start, lineEnd);
    if (read.end - start > LIMITS.record) throw recordTooLong(this.line);
    this.record.cells = read.cells;
    this.record.count = read.cells.length;
    this.take(start, read.end, read.lines);
    return true;
  }

  private spoilt(start: number, lineEnd: number): boolean {
    if (++this.broken > LIMITS.brokenRecords) throw tooManyBroken();
    this.split(start, lineEnd);
    this.take(start, lineEnd, 1);
    this.record.fault = BROKEN;
    return true;
  }

  private take(start: number, end: number, lines: number): void {
    this.record.line = this.line;
    this.record.text = this.text.slice(start, end);
    this.record.fault = undefined;
    this.line += lines;
    this.at = this.text.charCodeAt(end) === 0x0d && this.text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
  }
}
