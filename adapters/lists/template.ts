import type { TemplateKind } from '../../domain/intake/columns.ts';
import { templateRows } from '../../domain/intake/template.ts';
import { guardedCell, csvFile } from './csv-cell.ts';

/**
 * An Übergabeliste to fill in: header and example rows, as a German Excel reads it best (UTF-8 with BOM, `;`, CRLF).
 */
export const templateCsv = (kind: TemplateKind): string =>
  csvFile(templateRows(kind).map((row) => row.map(guardedCell)));
