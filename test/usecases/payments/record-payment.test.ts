import { day } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';

test('money from before the oldest invoice is refused; on its day it counts', async () => {
  const { ports, akten } = await aProcess({ claims: [aClaim(1), aClaim(2, { invoiceDate: day('2026-01-05') })] });
  const book = (id: string, valueDate: string) =>
    recordPayment(ports)({
      akte: AKTE,
      id: PaymentId.parse(id),
      amount: cents(10_00),
      valueDate: day(valueDate),
      via: 'agency',
      source: 'x',
      by: 'operator:x',
    });
  await expect(book('1', '2026-01-04')).rejects.toMatchObject({
    code: 'payment.before-claim',
    field: 'valueDate',
    message: expect.stringContaining(
      'Feld „valueDate“: Der Wertstellungstag 04.01.2026 liegt vor der ältesten Rechnung der Akte (05.01.2026). Bitte',
    ),
  });
  await book('2', '2026-01-05');
  expect((await akten.get(AKTE)).payments.map((p) => p.id)).toEqual(['2']);
});
