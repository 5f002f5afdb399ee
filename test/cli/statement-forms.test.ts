import { explain } from '../../cli/statement/explain.ts';
import { lastDayOf, readStatementFile } from '../../cli/statement/file.ts';
import { statementHtml } from '../../adapters/html/statement.ts';
import { statementJson } from '../../adapters/json/statement.ts';
import { statementPdf } from '../../adapters/pdf/statement.ts';
import { day } from '../../domain/calendar.ts';
import { pdfText } from '../support/pdf-text.ts';
import { claim, file } from './statement-file.ts';

describe('a credit note could not be written into the file, only passed off as a payment (R7)', () => {
  const of = (principal: string, credits: object[] = []): unknown => ({
    debtor: { name: 'Erika Beispiel', land: 'NW' },
    orderedOn: '2026-03-02',
    claims: [{ invoiceNumber: 'RE-1', invoiceDate: '2026-02-16', dueOn: '2026-03-02', principal, dueByContract: true }],
    demands: [{ on: '2026-03-12', collectionFee: true }],
    credits,
  });
  const credited = of('600.00', [{ id: 'GS-17', amount: '150.00', on: '2026-03-12', reason: 'Rücksendung' }]);
  const openOn = (json: unknown, on: string) => explain(readStatementFile(json), day(on));
  test('600.00 of which 150.00 were credited after the first demand: 481.67 = 450.00 + 0.77 + 30.90', () => {
    const { total, sections } = openOn(credited, '2026-03-12');
    expect(total).toBe(481_67);
    const lines = sections.filter((s) => s.counts).flatMap((s) => s.lines);
    expect(lines.map((l) => [l.id, l.amount])).toEqual([
      ['F1.principal', 600_00],
      ['F1.credit.GS-17', -150_00],
      ['F1.interest', 77],
      ['M1.fee', 30_90],
    ]);
    expect(lines.find((l) => l.id === 'F1.credit.GS-17')).toMatchObject({
      label: 'Gutschrift GS-17 vom 12.03.2026',
      why: expect.stringContaining('150,00 € gutgeschrieben'),
    });
  });
  test('on every later day it is as if 450.00 had been owed from the start', () => {
    for (const on of ['2026-03-12', '2026-04-30', '2026-12-31'])
      expect(openOn(credited, on).total).toBe(openOn(of('450.00'), on).total);
  });
  test('one without a number is called by its place; it counts as an event of the file', () => {
    const later = readStatementFile(of('600.00', [{ amount: '150.00', on: '2026-05-04', claim: 'F1' }]));
    expect(lastDayOf(later)).toBe('2026-05-04');
    expect(explain(later, day('2026-05-04')).sections.flatMap((s) => s.lines.map((l) => l.label))).toContain(
      'Gutschrift G1 vom 04.05.2026',
    );
  });
});

describe('the same statement in three forms', () => {
  const nasty = file({
    debtor: { name: 'Ört & <Söhne> "Bau"', kind: 'business' },
    claims: [{ ...claim, dueByContract: true, subject: '<script>alert(1)</script>' }],
    payments: [
      { amount: '9999999.99', valueDate: '2025-06-01' },
      { amount: '20.00', valueDate: '2025-04-01' },
    ],
  });
  const s = explain(readStatementFile(nasty), day('2027-03-01'));
  test('JSON: decimal strings, and the sections that count sum to the total', () => {
    const json = statementJson(s) as { total: string; overpaid: string; sections: { counts: boolean; sum: string }[] };
    expect(json.total).toBe('0.00');
    expect(json.overpaid).toMatch(/^99995\d\d\.\d\d$|^999\d{4}\.\d\d$/);
    expect(json.sections.filter((x) => x.counts).reduce((n, x) => n + Math.round(Number(x.sum) * 100), 0)).toBe(0);
  });
  test('HTML: nothing of the input becomes markup, nothing is loaded from elsewhere', () => {
    const html = statementHtml(s);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).toContain('Verzugspauschale');
  });
  test('PDF: says every label and amount', async () => {
    const text = pdfText(await statementPdf(s))
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const l of s.sections.flatMap((x) => x.lines)) expect(text).toContain(l.label.replace(/\s+/g, ' '));
  });
});
