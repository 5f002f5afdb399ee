import { COLUMNS, COLUMN_NAMES, type ColumnName, type TemplateKind } from './columns.ts';
import { EXAMPLES } from './examples.ts';

/** The columns of a template, in the order of the schema. */
export const templateColumns = (kind: TemplateKind): readonly ColumnName[] =>
  COLUMN_NAMES.filter((name) => COLUMNS[name].only?.includes(kind) ?? true);

/** An Übergabeliste to fill in, cell by cell: header and example rows. */
export const templateRows = (kind: TemplateKind): readonly (readonly string[])[] => {
  const names = templateColumns(kind);
  return [
    names.map((name) => COLUMNS[name].label),
    ...EXAMPLES[kind].map((row) => names.map((name) => row[name] ?? '')),
  ];
};
