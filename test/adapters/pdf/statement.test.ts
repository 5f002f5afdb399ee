import { statementPdf } from '../../../adapters/pdf/statement.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { outside, overlapping, textOf } from '../../support/pages.ts';
import { pdfPages, pdfText } from '../../support/pdf-text.ts';
import { aProcess } from '../../support/process.ts';
import { nastyStatement } from '../../support/statements.ts';

test('a Forderungsaufstellung stands within its margins', async () => {
  const process = await aProcess({ claims: Array.from({ length: 30 }, (_, i) => aClaim(i + 1)) });
  const akte = await process.akten.get(AKTE);
  const pages = pdfPages(await statementPdf(statementOf(akte, accountOf(akte, day('2026-06-01')), 'Musterladen GmbH')));
  expect(pages.flatMap(outside)).toEqual([]);
  expect(pages.flatMap(overlapping)).toEqual([]);
  expect(textOf(pages)).toContain('Offen sind');
});

test('it says every label', async () => {
  const statement = nastyStatement();
  const text = pdfText(await statementPdf(statement))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const { label } of statement.sections.flatMap(({ lines }) => lines))
    expect(text).toContain(label.replace(/\s+/g, ' '));
});
