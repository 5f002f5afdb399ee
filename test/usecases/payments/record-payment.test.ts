import { day, plusDays } from '../../../domain/calendar.ts';
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

test('the same payment reported again is the same; the same key for another amount is refused', async () => {
  const { ports, akten } = await aProcess();
  const book = recordPayment(ports);
  const payment = {
    akte: AKTE,
    id: PaymentId.parse('api:1'),
    amount: cents(10_00),
    valueDate: day('2026-03-01'),
    via: 'creditor' as const,
    source: 'api',
    by: 'operator:client' as const,
  };
  await book(payment);
  await book(payment);
  expect((await akten.get(AKTE)).payments).toHaveLength(1);
  await expect(book({ ...payment, amount: cents(11_00) })).rejects.toMatchObject({ code: 'payment.key-reused' });
  // Another value date under the same key was lost in silence.
  const another = { ...payment, valueDate: plusDays(payment.valueDate, -1) };
  await expect(book(another)).rejects.toMatchObject({ code: 'payment.key-reused' });
  await expect(book({ ...payment, id: PaymentId.parse('api:2'), valueDate: day('2026-03-03') })).rejects.toMatchObject({
    code: 'payment.future',
  });
});
