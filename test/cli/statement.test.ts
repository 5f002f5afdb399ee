import { explain } from '../../cli/statement/explain.ts';
import { lastDayOf, readStatementFile } from '../../cli/statement/file.ts';
import { statementHtml } from '../../adapters/html/statement.ts';
import { day } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';
import { claim, file } from './statement-file.ts';

const faultOf = (json: unknown): { code: string; field: string | undefined; message: string } => {
  try {
    explain(readStatementFile(json), day('2026-01-01'));
  } catch (error) {
    if (error instanceof Rejected) return { code: error.code, field: error.field, message: error.message };
    throw error;
  }
  throw new Error('was accepted');
};

describe('what the file may say', () => {
  test.each<[string, unknown, string, string]>([
    [
      'an unknown key, with the ones there are',
      file({ claims: [{ ...claim, amount: '1' }] }),
      'statement.unknown-key',
      'claims[0].amount',
    ],
    ['an unknown key at the top', file({ zahlungen: [] }), 'statement.unknown-key', 'zahlungen'],
    [
      'a negative principal',
      file({ claims: [{ ...claim, principal: '-5.00' }] }),
      'statement.invalid',
      'claims[0].principal',
    ],
    [
      'a principal of nothing',
      file({ claims: [{ ...claim, principal: '0.00' }] }),
      'statement.invalid',
      'claims[0].principal',
    ],
    [
      'a number instead of a decimal string',
      file({ claims: [{ ...claim, principal: 5 }] }),
      'statement.invalid',
      'claims[0].principal',
    ],
    ['31 February', file({ claims: [{ ...claim, dueOn: '2025-02-31' }] }), 'statement.invalid', 'claims[0].dueOn'],
    [
      'a due date before the invoice',
      file({ claims: [{ ...claim, dueOn: '2025-01-09' }] }),
      'claim.due-before-invoice',
      'claims[0].dueOn',
    ],
    ['no claims', file({ claims: [] }), 'statement.invalid', 'claims'],
    ['a missing debtor', { orderedOn: '2025-03-02', claims: [claim] }, 'statement.missing', 'debtor'],
    [
      'a payment before its claim',
      file({ payments: [{ amount: '5.00', valueDate: '2025-01-09' }] }),
      'payment.before-claim',
      'payments[0].valueDate',
    ],
    [
      'a payment on a claim that is not there',
      file({ payments: [{ amount: '5.00', valueDate: '2025-02-09', claim: 'F9' }] }),
      'payment.claim',
      'payments[0].claim',
    ],
    [
      'a payment twice',
      file({
        payments: [
          { id: 'a', amount: '5.00', valueDate: '2025-02-09' },
          { id: 'a', amount: '5.00', valueDate: '2025-02-09' },
        ],
      }),
      'payment.twice',
      'payments[1].id',
    ],
    [
      'a reversal of nothing',
      file({ reversals: [{ payment: 'x', on: '2025-02-09' }] }),
      'reversal.payment',
      'reversals[0].payment',
    ],
    [
      'a reversal before its payment',
      file({
        payments: [{ id: 'a', amount: '5.00', valueDate: '2025-02-09' }],
        reversals: [{ payment: 'a', on: '2025-02-08' }],
      }),
      'reversal.before-payment',
      'reversals[0].on',
    ],
    [
      'a credit note before its invoice',
      file({ credits: [{ amount: '5.00', on: '2025-01-09' }] }),
      'credit.before-invoice',
      'credits[0].on',
    ],
    [
      'a credit note on a claim that is not there',
      file({ credits: [{ amount: '5.00', on: '2025-02-09', claim: 'F9' }] }),
      'credit.claim',
      'credits[0].claim',
    ],
    [
      'a credit note that may be for either of two claims',
      file({
        claims: [claim, { ...claim, invoiceNumber: 'RE-2' }],
        credits: [{ amount: '5.00', on: '2025-02-09' }],
      }),
      'credit.claim',
      'credits[0].claim',
    ],
    [
      'a credit note twice',
      file({
        credits: [
          { id: 'GS-1', amount: '5.00', on: '2025-02-09' },
          { id: 'GS-1', amount: '5.00', on: '2025-02-09' },
        ],
      }),
      'credit.twice',
      'credits[1].id',
    ],
    [
      'credit notes for more than the claim, all of them together',
      file({
        credits: [
          { amount: '400.00', on: '2025-02-09' },
          { amount: '20.01', on: '2025-02-10' },
        ],
      }),
      'credit.too-much',
      'credits[1].amount',
    ],
    [
      'a credit note of nothing',
      file({ credits: [{ amount: '0.00', on: '2025-02-09' }] }),
      'statement.invalid',
      'credits[0].amount',
    ],
    [
      'a deadline before the Mahnung that gave it',
      file({
        claims: [{ ...claim, priorDunning: { kind: 'mahnung', on: '2025-02-10', payBy: '2025-02-09' } }],
      }),
      'statement.invalid',
      'claims[0].priorDunning.payBy',
    ],
    [
      'a deadline of a Mahnung without its day',
      file({ claims: [{ ...claim, priorDunning: { kind: 'mahnung', payBy: '2025-02-09' } }] }),
      'statement.invalid',
      'claims[0].priorDunning.payBy',
    ],
    [
      'a refund of money that is not there',
      file({ refunds: [{ amount: '1.00', on: '2025-06-01' }] }),
      'refund.too-much',
      'refunds[0].amount',
    ],
    [
      'a hand-over before the invoice',
      file({ claims: [{ ...claim, orderedOn: '2025-01-09' }] }),
      'claim.ordered-before-invoice',
      'claims[0].orderedOn',
    ],
    [
      'a demand before the hand-over',
      file({ demands: [{ on: '2025-03-01' }] }),
      'demand.before-order',
      'demands[0].on',
    ],
    [
      'more demands for collection costs than a run has, which silently became one',
      file({ demands: Array.from({ length: 7 }, (_, i) => ({ on: `2025-04-1${i}`, collectionFee: true })) }),
      'demand.too-many',
      'demands[6].collectionFee',
    ],
    [
      'a demand for a hand-over that never was',
      file({ demands: [{ on: '2025-04-01', orderedOn: '2025-03-30' }] }),
      'demand.order',
      'demands[0].orderedOn',
    ],
    [
      'an order from before our fee tables',
      file({
        orderedOn: '2013-07-31',
        claims: [{ ...claim, invoiceDate: '2013-01-10', dueOn: '2013-01-24', dueByContract: true }],
        demands: [{ on: '2013-08-05', collectionFee: true }],
      }),
      'fee.before-2013',
      'orderedOn',
    ],
    ['not an object', [], 'statement.invalid', '(Datei)'],
  ])('refuses %s', (_, json, code, field) => {
    expect(faultOf(json)).toMatchObject({ code, field });
  });
  test('what is missing is named in German', () => {
    expect(faultOf({ orderedOn: '2025-03-02', claims: [claim] }).message).toBe(
      'Feld „debtor“: fehlt; erwartet wird ein Objekt mit name.',
    );
  });
  test('a demand reaches what was handed over by then, not what came later', () => {
    const later = { ...claim, invoiceNumber: 'RE-2', dueByContract: true, orderedOn: '2025-06-10' };
    const s = explain(
      readStatementFile(
        file({
          claims: [{ ...claim, dueByContract: true }, later],
          demands: [
            { on: '2025-03-12', collectionFee: true },
            { on: '2025-06-12', collectionFee: true, orderedOn: '2025-06-10' },
          ],
        }),
      ),
      day('2026-01-01'),
    );
    expect(
      s.sections
        .find((x) => x.id === 'fees')
        ?.lines.map((l) => [l.id, l.inputs['zuerst verlangt am'], l.inputs['Auftrag vom']]),
    ).toEqual([
      ['M1.fee', '12.03.2025', '02.03.2025'],
      ['M2.fee', '12.06.2025', '10.06.2025'],
    ]);
  });
  test('an Aktenzeichen and a creditor are told where the file names them, and not made up', () => {
    expect(statementHtml(explain(readStatementFile(file()), day('2026-01-01')))).not.toMatch(/Aktenzeichen|Gläubiger:/);
    expect(
      statementHtml(
        explain(
          readStatementFile(file({ akte: 'MUS-4F7K-2QXR', creditor: { name: 'Müller & Söhne' } })),
          day('2026-01-01'),
        ),
      ),
    ).toContain('Gläubiger: Müller &amp; Söhne · Aktenzeichen MUS-4F7K-2QXR');
  });
  test('the message names the allowed keys in German', () => {
    expect(faultOf(file({ claims: [{ ...claim, amount: '1' }] })).message).toContain(
      'Erlaubt sind hier: id, invoiceNumber',
    );
  });
  test('without a day the last event counts', () => {
    expect(lastDayOf(readStatementFile(file({ payments: [{ amount: '5.00', valueDate: '2026-02-09' }] })))).toBe(
      '2026-02-09',
    );
  });
});
