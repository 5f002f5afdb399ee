import { accountOf } from '../../../domain/account/account.ts';
import { plusDays } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { AKTE } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';

/** The letter of the 2nd Mahnung is paid on the day after its last, less so much. */
const paidLate = async (less: number) => {
  const process = await aProcess({ without: ['phone'] });
  await process.run('F1', 1, 40);
  const { total, payBy } = (await process.akten.get(AKTE)).messages.findLast((m) => m.demand)!.demand!;
  const valueDate = plusDays(payBy, 1);
  process.plan.push({
    day: valueDate,
    act: () =>
      recordPayment(process.ports)({
        akte: AKTE,
        id: PaymentId.parse('bank:1'),
        amount: cents(total - less),
        valueDate,
        via: 'agency',
        source: 'test',
        by: 'system:bank',
      }),
  });
  const end = await process.run('F1', 1, 400);
  const akte = await process.akten.get(AKTE);
  return { end, akte, messagesAfter: akte.messages.filter((m) => m.on && m.on > valueDate), valueDate };
};

test('a rest of some cents got a "Letzte Mahnung" and the decision on the court: it is left, said on the statement, and does not grow (R4)', async () => {
  const { end, akte, messagesAfter, valueDate } = await paidLate(0);
  expect(end).toBe('Erledigt');
  expect(messagesAfter).toEqual([]);
  expect(akte.courtDecisionDue).toEqual({});
  const soon = accountOf(akte, plusDays(valueDate, 1));
  const later = accountOf(akte, plusDays(valueDate, 700));
  expect(soon.total).toBeGreaterThan(0);
  expect(soon.total).toBeLessThan(akte.terms.leastAmount);
  expect(later.total).toBe(soon.total);
  const open = statementOf(akte, later).sections.find((s) => s.id === 'open');
  expect(open?.lines.map((l) => l.label)).toContain('Kleinbetrag: wird nicht weiter verfolgt');
  expect(open?.sum).toBe(later.total);
});

test('a rest of the least amount and more is followed', async () => {
  const { end, messagesAfter } = await paidLate(5_00);
  expect(end).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect(messagesAfter.length).toBeGreaterThan(0);
});
