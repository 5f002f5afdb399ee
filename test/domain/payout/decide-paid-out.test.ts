import type { Fact } from '../../../domain/akte/facts.ts';
import { Month } from '../../../domain/calendar.ts';
import { AkteId, PaymentId } from '../../../domain/ids.ts';
import { cents, ZERO } from '../../../domain/money.ts';
import { decidePaidOut } from '../../../domain/payout/decide-paid-out.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';
import { payoutLine, statement } from '../../support/notices.ts';

const CASE = opened(erika, aClaim());
const FIRST = {
  toPrincipal: cents(60_00),
  toInterest: cents(5_00),
  toOwnCosts: cents(3_00),
  toFees: cents(30_00),
  overpaid: cents(2_00),
};
const SECOND = {
  toPrincipal: cents(-10_00),
  toInterest: ZERO,
  toOwnCosts: ZERO,
  toFees: cents(10_00),
  overpaid: ZERO,
};
const lines = [
  payoutLine(1, { akte: AKTE, paymentId: PaymentId.parse('a'), ...FIRST }),
  payoutLine(2, { akte: AkteId.parse('MUS-7B9C-3DEF'), paymentId: PaymentId.parse('b') }),
  payoutLine(3, { akte: AKTE, paymentId: PaymentId.parse('c'), ...SECOND }),
];
const { payout } = statement(lines);
const noted = (month: string): Fact => ({
  kind: 'paidOut',
  month: Month.parse(month),
  payout: payout.id,
  shares: [
    { payment: PaymentId.parse('a'), ...FIRST },
    { payment: PaymentId.parse('c'), ...SECOND },
  ],
  commission: payout.commission,
});
const given = deciding(decidePaidOut);

describe('what a payout has paid of an Akte', () => {
  test('stands in it, line by line, with the commission', () => {
    given(...CASE)
      .when(payout, after(30))
      .then([noted('2026-03')]);
  });
  test('stands in it once a month', () => {
    given(...CASE, noted('2026-03'))
      .when(payout, after(30))
      .then([]);
    given(...CASE, noted('2026-02'))
      .when(payout, after(30))
      .then([noted('2026-03')]);
  });
  test('is nothing where no line is of it', () => {
    given(...CASE)
      .when({ ...payout, lines: lines.slice(1, 2) }, after(30))
      .then([]);
  });
});
