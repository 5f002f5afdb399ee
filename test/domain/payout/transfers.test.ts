import { Month, day } from '../../../domain/calendar.ts';
import { PayoutId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Payout } from '../../../domain/payout/payout.ts';
import { notYetOrdered, transferOrder, type Ordering } from '../../../domain/payout/transfers.ts';
import { statement } from '../../support/notices.ts';

const PAYER = { holder: 'Rheinbogen Inkasso', iban: 'DE02120300000000202051' };
const payout = (amount: number, more: Partial<Payout> = {}): Payout => {
  const { payout: one } = statement([]);
  return { ...one, totals: { ...one.totals, payout: cents(amount) }, ...more };
};
const of = (more: Partial<Ordering> = {}): Ordering => ({
  month: Month.parse('2026-03'),
  n: 1,
  payer: PAYER,
  today: day('2026-04-01'),
  createdAt: '2026-04-01T06:00:00Z',
  ...more,
});
const ACCOUNT = { holder: 'Musterversand GmbH', iban: 'DE02500105170137075030' };

describe('the order to pay out', () => {
  test('is one transfer for each payout, under its number', () => {
    const order = transferOrder(
      [payout(45_00, { account: ACCOUNT }), payout(1, { id: PayoutId.parse('MW-2026-03-STW'), account: ACCOUNT })],
      of(),
    );
    expect(order).toEqual({
      messageId: 'MW-2026-03',
      createdAt: '2026-04-01T06:00:00Z',
      executionDay: '2026-04-01',
      payer: { name: PAYER.holder, iban: PAYER.iban },
      transfers: [
        {
          endToEndId: 'MW-2026-03-MUS',
          amount: 45_00,
          payee: ACCOUNT.holder,
          iban: ACCOUNT.iban,
          remittance: 'Auszahlung MW-2026-03-MUS',
        },
        {
          endToEndId: 'MW-2026-03-STW',
          amount: 1,
          payee: ACCOUNT.holder,
          iban: ACCOUNT.iban,
          remittance: 'Auszahlung MW-2026-03-STW',
        },
      ],
    });
  });
  test('leaves out what an earlier order pays, and where nothing is due', () => {
    const due = payout(1);
    const other = payout(1, { id: PayoutId.parse('MW-2026-03-MUSTER') });
    expect(notYetOrdered([due, payout(0, { id: PayoutId.parse('MW-2026-03-STW') }), other], [due.id])).toEqual([other]);
  });
  test('names a BIC where there is one', () => {
    const bic = 'COBADEFFXXX';
    const order = transferOrder([payout(1, { account: { ...ACCOUNT, bic } })], of({ payer: { ...PAYER, bic } }));
    expect([order.payer.bic, order.transfers[0]?.bic]).toEqual([bic, bic]);
  });
  test('has a name of its own where the month had one before', () => {
    expect(transferOrder([], of({ n: 2 })).messageId).toBe('MW-2026-03-2');
  });
  test('moves money on the day of the run, or on the next banking day', () => {
    const moved = (today: string) => transferOrder([], of({ today: day(today) })).executionDay;
    expect(['2026-04-02', '2026-04-03', '2026-04-04'].map(moved)).toEqual(['2026-04-02', '2026-04-07', '2026-04-07']);
  });
});
