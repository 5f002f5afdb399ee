type Place = Readonly<{ text: string; start: number; delimiter: string; last: boolean; cells: string[] }>;
type Read = Readonly<{ end: number; count: number; lines: number }>;

const LINE_END = /\r\n?|\n/;
const linesOf = (cell: string): string[] => cell.split(LINE_END);
/** A cell that holds a whole further row: the quotation mark was opened here and closed by one of a later row. */
const swallowed = (cells: readonly string[], count: number, delimiter: string): boolean =>
  count > 1 && cells.some((cell, i) => i < count && linesOf(cell).slice(1).some((line) => line.split(delimiter).length >= count - 1));

/** Where a cell without quotation marks around it ends. */
const plainEnd = (text: string, from: number, delimiter: string): number => {
  let at = from;
  for (; at < text.length; at++) { const c = text[at]; if (c === delimiter || c === '\n' || c === '\r') break; }
  return at;
};
const ends = (text: string, at: number, delimiter: string): boolean => at === text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

/** Finds the mark that closes the one at `open`, and where the cell ends: blanks may stand between. Anything else after it is a mark in the middle of a cell. */
const closing = ({ text, delimiter, last }: Place, open: number): { quote: number; end: number } | 'unfinished' | 'broken' => {
  for (let from = open + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return last ? 'broken' : 'unfinished';
    if (text[quote + 1] === '"') { from = quote + 2; continue; }
    let end = quote + 1;
    while (text[end] === ' ' && delimiter !== ' ') end++;
    if (end === text.length && !last) return 'unfinished';
    return ends(text, end, delimiter) ? { quote, end } : 'broken';
  }
};
const unquoted = (text: string): string => {
  const single = text.includes('""') ? text.replaceAll('""', '"') : text;
  return single.includes('\r') ? single.replace(/\r\n?/g, '\n') : single;
};

/**
 * Reads a record with quotation marks into `cells`, as RFC 4180 and papaparse do: a mark at the beginning of a cell opens it, two are one, and inside them
 * delimiters and line breaks are text. `unfinished`: its end is in text to come. `broken`: a mark is never closed, stands amid a cell, or has swallowed a row.
 */
export const readQuoted = (place: Place): Read | 'unfinished' | 'broken' => {
  const { text, delimiter, cells } = place;
  let [at, count, lines] = [place.start, 0, 1];
  for (;;) {
    let end: number;
    if (text[at] === '"') {
      const close = closing(place, at);
      if (typeof close === 'string') return close;
      const cell = unquoted(text.slice(at + 1, close.quote));
      if (cell.includes('\n')) lines += cell.split('\n').length - 1;
      cells[count++] = cell;
      end = close.end;
    } else {
      end = plainEnd(text, at, delimiter);
      cells[count++] = text.slice(at, end);
    }
    if (text[end] === delimiter) { at = end + 1; continue; }
    if (!place.last && end >= text.length - 1 && text[end] !== '\n') return 'unfinished';
    return lines > 1 && swallowed(cells, count, delimiter) ? 'broken' : { end, count, lines };
  }
};
