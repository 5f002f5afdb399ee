/** UTF-8 with BOM, so that Excel shows umlauts. */
export const BOM = '\uFEFF';

const NUMBER = /^[+-]?\d[\d.,\s]*$/;
/**
 * What a spreadsheet would run as a formula (OWASP, CSV injection) gets an apostrophe in front; plain numbers
 * (`-15,00`, `+49 151`) are none.
 */
export const neutral = (text: string): string =>
  /^\s*[=+\-@＝＋－＠]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** One cell in quotation marks, never a formula. */
export const quotedCell = (content: string | number): string => inQuotes(neutral(String(content)));
/** A cell word for word, with quotation marks only where the format needs them: for what came out of a list itself. */
export const rawCell = (text: string): string => (/[";\r\n]/.test(text) ? inQuotes(text) : text);
/** One cell with quotation marks only where the format needs them, never a formula. */
export const guardedCell = (text: string): string => rawCell(neutral(text));

/** Cells that are written already as one line: `;` and CRLF, as a German Excel writes them. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(';')}\r\n`;
/** Lines that are written already as one file. */
export const csvFile = (rows: readonly (readonly string[])[]): string => `${BOM}${rows.map(csvLine).join('')}`;
