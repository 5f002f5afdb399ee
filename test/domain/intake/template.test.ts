import type { RawRow } from '../../../domain/intake/check-file.ts';
import { TEMPLATE_KINDS } from '../../../domain/intake/columns.ts';
import { matchHeader } from '../../../domain/intake/match-header.ts';
import { EXAMPLES } from '../../../domain/intake/examples.ts';
import { templateColumns, templateRows } from '../../../domain/intake/template.ts';
import { checkRows } from '../../support/lists.ts';
import { creditor, TODAY } from './rows.ts';

const rowsOf = ([header = [], ...records]: readonly (readonly string[])[]): RawRow[] => {
  const { positions } = matchHeader(header);
  return records.map((record, i) => ({
    row: i + 1,
    line: i + 2,
    text: '',
    cells: Object.fromEntries([...positions].map(([name, at]) => [name, record[at] ?? ''])),
  }));
};

test.each(TEMPLATE_KINDS)(
  'the template for %s passes our own check without a word, and no mandate has to help',
  (kind) => {
    const rows = rowsOf(templateRows(kind));
    const { good, issues } = checkRows(
      rows,
      creditor({ contractSubject: undefined, contractDateIsInvoiceDate: false }),
      TODAY,
    );
    expect(issues).toEqual([]);
    expect(good).toHaveLength(rows.length);
  },
);

test.each(TEMPLATE_KINDS)(
  'every column of the template for %s is filled in one of its rows, and no row says more than the template has',
  (kind) => {
    const names = templateColumns(kind);
    for (const name of names) expect([name, EXAMPLES[kind].some((row) => row[name])]).toEqual([name, true]);
    for (const row of EXAMPLES[kind])
      expect(Object.entries(row).filter(([name, text]) => text && !names.some((n) => n === name))).toEqual([]);
  },
);
