import { explain } from '../../cli/statement/explain.ts';
import { lastDayOf, readStatementFile } from '../../cli/statement/file.ts';
import { day } from '../../domain/calendar.ts';

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
