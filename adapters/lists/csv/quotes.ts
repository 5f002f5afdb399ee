/** Where a record begins; `lineEnd`: where its first physical line ends. `last`: no more text comes after this. */
type Place = Readonly<{ text: string; start: number; lineEnd: number; delimiter: string; last: boolean }>;
type QuotedRecord = Readonly<{ end: number; cells: string[]; lines: number }>;
const QUOTE = 0x22;
const BLANK = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A cell that holds a whole further row: the quotation mark was opened here and closed by one of a later row. */
const swallowed = (cells: readonly string[], delimiter: string): boolean =>
  cells.length > 1 &&
  cells.some((cell) =>
    cell
      .split('\n')
      .slice(1)
      .some((line) => line.split(delimiter).length >= cells.length - 1),
  );

/** Whether a cell may end at this character. */
const ends = (code: number, delimiter: number): boolean =>
  code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN;
const plainEnd = (text: string, from: number, delimiter: number): number => {
  let at = from;
  while (at < text.length && !ends(text.charCodeAt(at), delimiter)) at++;
  return at;
};

type Closing = Readonly<{ quote: number; end: number; doubled: boolean }>;
/**
 * Finds the mark that closes the one at `open`, and where the cell ends: blanks may stand between. Anything else after
 * it is a mark in the middle of a cell.
 */
const closing = ({ text, last }: Place, open: number, delimiter: number): Closing | 'unfinished' | 'broken' => {
  let doubled = false;
  for (let from = open + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return last ? 'broken' : 'unfinished';
    if (text.charCodeAt(quote + 1) === QUOTE) {
      doubled = true;
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text.charCodeAt(end) === BLANK) end++;
    return end === text.length || ends(text.charCodeAt(end), delimiter) ? { quote, end, doubled } : 'broken';
  }
};
const content = (raw: string, doubled: boolean, broken: boolean): string => {
  const single = doubled ? raw.replaceAll('""', '"') : raw;
  return broken ? single.replace(/\r\n?/g, '\n') : single;
};

/**
 * Reads a record with quotation marks as RFC 4180 and papaparse do: a mark at the beginning of a cell opens it, two are
 * one, and inside them delimiters and line breaks are text. Line breaks in cells become `\n`. `unfinished`: its end is
 * in text to come. `broken`: a mark is never closed, stands amid a cell, or has swallowed a row.
 */
export const readQuoted = (place: Place): QuotedRecord | 'unfinished' | 'broken' => {
  const { text, lineEnd, last } = place;
  const delimiter = place.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let lines = 1;
  for (let at = place.start; ;) {
    let end = at;
    if (text.charCodeAt(at) === QUOTE) {
      const close = closing(place, at, delimiter);
      if (typeof close === 'string') return close;
      const cell = content(text.slice(at + 1, close.quote), close.doubled, close.quote > lineEnd);
      if (close.quote > lineEnd) lines += cell.split('\n').length - 1;
      cells.push(cell);
      end = close.end;
    } else {
      end = plainEnd(text, at, delimiter);
      cells.push(text.slice(at, end));
    }
    if (text.charCodeAt(end) === delimiter) {
      at = end + 1;
      continue;
    }
    // At the very end nobody knows yet: a mark may be half of two, a carriage return half of a CR LF.
    if (!last && end >= text.length - 1 && text.charCodeAt(end) !== LINE_FEED) return 'unfinished';
    return lines > 1 && swallowed(cells, place.delimiter) ? 'broken' : { end, cells, lines };
  }
};
