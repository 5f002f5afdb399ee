import { COLUMNS, COLUMN_NAMES, type ColumnName, type TemplateKind } from './columns.ts';
import { EXAMPLES } from './examples.ts';

/** The columns of a template, in the order of the schema. */
export const templateColumns = (kind: TemplateKind): readonly ColumnName[] =>
  COLUMN_NAMES.filter((name) => COLUMNS[name].only?.includes(kind) ?? true);

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;
/**
 * An Übergabeliste to fill in: header and example rows, as a German Excel reads it best (UTF-8 with BOM, `;`, CRLF).
 */
export const templateCsv = (kind: TemplateKind): string => {
  const names = templateColumns(kind);
  return `\uFEFF${line(names.map((name) => COLUMNS[name].label))}${EXAMPLES[kind].map((row) => line(names.map((name) => row[name] ?? ''))).join('')}`;
};
