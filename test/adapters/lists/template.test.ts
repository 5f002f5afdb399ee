import Papa from 'papaparse';
import { templateCsv } from '../../../adapters/lists/template.ts';
import { TEMPLATE_KINDS } from '../../../domain/intake/columns.ts';
import { templateRows } from '../../../domain/intake/template.ts';

test.each(TEMPLATE_KINDS)('the template for %s is a file as a German Excel reads it, one line for each row', (kind) => {
  const csv = templateCsv(kind);
  expect(csv).toMatch(/^\uFEFFKundennummer;Rechnungsnummer;/);
  expect(csv.split('\r\n')).toHaveLength(templateRows(kind).length + 1);
});

test.each(TEMPLATE_KINDS)('every cell of the template for %s reads back as it is, none of them a formula', (kind) => {
  expect(Papa.parse(templateCsv(kind).slice(1).trimEnd(), { delimiter: ';' }).data).toEqual(templateRows(kind));
});
