import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import { RefundId } from '../../../domain/ids.ts';
import { trifleLines } from '../../../domain/statement/open.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { akte, lines, paid } from './statements.ts';

describe('what is open', () => {
  const of = akte({ payments: [paid('p', 150_00, '2026-03-20')] }, aClaim(1, { ownCosts: cents(5_00) }));
  test('by kind', () => {
    expect(
      lines(of)
        .filter((l) => l.id.startsWith('open.'))
        .map((l) => [l.id, l.amount]),
    ).toEqual([
      ['open.principal', 6_27],
      ['open.interest', 0],
      ['open.costs', 0],
      ['open.fees', 0],
    ]);
  });
  test('what goes back without its payment is open by itself', () => {
    const refunds = [
      { id: RefundId.parse('r'), amount: cents(10_00), on: day('2026-03-20'), by: 'operator:x' as const },
    ];
    const tooMuch = lines(akte({ refunds })).find((l) => l.id === 'open.refundedTooMuch');
    expect(tooMuch).toMatchObject({ amount: 10_00 });
  });
});

test('a trifle that is left is told, with the least amount that is asked for', () => {
  const told = (amount: number) => {
    const of = akte({ messages: [], payments: [paid('p', amount, '2026-03-20')] });
    return trifleLines(of, accountOf(of, day('2026-03-20'))).map((l) => [l.id, l.amount]);
  };
  expect([told(115_00), told(115_01), told(120_00)]).toEqual([[], [['M1.trifle', 0]], []]);
});
