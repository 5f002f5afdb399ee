import { explain, lastDayOf, readStatementFile } from '../../cli/statement-file.ts';
import { statementHtml } from '../../adapters/html/statement.ts';
import { statementJson } from '../../adapters/json/statement.ts';
import { statementPdf } from '../../adapters/pdf/statement.ts';
import { day } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';
import { pdfText } from '../support/pdf-text.ts';

const claim = { invoiceNumber: 'RE-1', invoiceDate: '2025-01-10', dueOn: '2025-01-24', principal: '420.00' };
const file = (more: object = {}): unknown => ({ debtor: { name: 'Erika Beispiel', land: 'NW' }, orderedOn: '2025-03-02', claims: [claim], ...more });
const faultOf = (json: unknown): { code: string; field: string | undefined; message: string } => {
  try { explain(readStatementFile(json), day('2026-01-01')); } catch (error) { if (error instanceof Rejected) return { code: error.code, field: error.field, message: error.message }; throw error; }
  throw new Error('was accepted');
};

describe('what the file may say', () => {
  test.each<[string, unknown, string, string]>([
    ['an unknown key, with the ones there are', file({ claims: [{ ...claim, amount: '1' }] }), 'statement.unknown-key', 'claims[0].amount'],
    ['an unknown key at the top', file({ zahlungen: [] }), 'statement.unknown-key', 'zahlungen'],
    ['a negative principal', file({ claims: [{ ...claim, principal: '-5.00' }] }), 'statement.invalid', 'claims[0].principal'],
    ['a principal of nothing', file({ claims: [{ ...claim, principal: '0.00' }] }), 'statement.invalid', 'claims[0].principal'],
    ['a number instead of a decimal string', file({ claims: [{ ...claim, principal: 5 }] }), 'statement.invalid', 'claims[0].principal'],
    ['31 February', file({ claims: [{ ...claim, dueOn: '2025-02-31' }] }), 'statement.invalid', 'claims[0].dueOn'],
    ['a due date before the invoice', file({ claims: [{ ...claim, dueOn: '2025-01-09' }] }), 'claim.due-before-invoice', 'claims[0].dueOn'],
    ['no claims', file({ claims: [] }), 'statement.invalid', 'claims'],
    ['a missing debtor', { orderedOn: '2025-03-02', claims: [claim] }, 'statement.missing', 'debtor'],
    ['a payment before its claim', file({ payments: [{ amount: '5.00', valueDate: '2025-01-09' }] }), 'payment.before-claim', 'payments[0].valueDate'],
    ['a payment on a claim that is not there', file({ payments: [{ amount: '5.00', valueDate: '2025-02-09', claim: 'F9' }] }), 'payment.claim', 'payments[0].claim'],
    ['a payment twice', file({ payments: [{ id: 'a', amount: '5.00', valueDate: '2025-02-09' }, { id: 'a', amount: '5.00', valueDate: '2025-02-09' }] }), 'payment.twice', 'payments[1].id'],
    ['a reversal of nothing', file({ reversals: [{ payment: 'x', on: '2025-02-09' }] }), 'reversal.payment', 'reversals[0].payment'],
    ['a reversal before its payment', file({ payments: [{ id: 'a', amount: '5.00', valueDate: '2025-02-09' }], reversals: [{ payment: 'a', on: '2025-02-08' }] }), 'reversal.before-payment', 'reversals[0].on'],
    ['a refund of money that is not there', file({ refunds: [{ amount: '1.00', on: '2025-06-01' }] }), 'refund.too-much', 'refunds[0].amount'],
    ['not an object', [], 'statement.invalid', '(Datei)'],
  ])('refuses %s', (_, json, code, field) => { expect(faultOf(json)).toMatchObject({ code, field }); });
  test('the message names the allowed keys in German', () => { expect(faultOf(file({ claims: [{ ...claim, amount: '1' }] })).message).toContain('Erlaubt sind hier: id, invoiceNumber'); });
  test('without a day the last event counts', () => { expect(lastDayOf(readStatementFile(file({ payments: [{ amount: '5.00', valueDate: '2026-02-09' }] })))).toBe('2026-02-09'); });
});

describe('the same statement in three forms', () => {
  const nasty = file({ debtor: { name: 'Ört & <Söhne> "Bau"', kind: 'business' }, claims: [{ ...claim, dueByContract: true, subject: '<script>alert(1)</script>' }], payments: [{ amount: '9999999.99', valueDate: '2025-06-01' }, { amount: '20.00', valueDate: '2025-04-01' }] });
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
    const text = pdfText(await statementPdf(s)).join(' ').replace(/\s+/g, ' ');
    for (const l of s.sections.flatMap((x) => x.lines)) expect(text).toContain(l.label.replace(/\s+/g, ' '));
  });
});
