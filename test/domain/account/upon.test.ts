import type { Debt } from '../../../domain/account/designation.ts';
import { upon } from '../../../domain/account/upon.ts';
import type { Payment } from '../../../domain/akte/akte.ts';
import type { Demand } from '../../../domain/akte/demand.ts';
import { day } from '../../../domain/calendar.ts';
import type { ClaimId } from '../../../domain/ids.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, REMINDED, paid } from './cases.ts';

const ON = day('2026-03-20');
const debt = (n: number, dueOn: string): Debt => {
  const claim = aClaim(n, { dueOn: day(dueOn), invoiceDate: day(dueOn) });
  return { claim, burden: 0, principal: claim.principal, reachedOn: ON, handOver: 0 };
};
/** F1 is the older debt: by law it comes first. */
const DEBTS = [debt(1, '2026-01-20'), debt(2, '2026-02-20')];
const asking = (...claims: ClaimId[]): Demand => ({ ...REMINDED.demand!, claims });
const groups = (payment: Payment, of: { answered?: Demand; demand?: Demand }) => {
  const { answered = null, demand = answered } = of;
  const route = upon(payment, DEBTS, { on: ON, answered, demand });
  return { order: route.groups.map((g) => g.map((d) => d.claim.id)), ground: route.ground };
};

describe('where a payment goes', () => {
  const PART = paid('p', 50_00, '2026-03-20');
  test('that answers a demand: first to what that asked for, in the order of the law', () => {
    const { order, ground } = groups(PART, { answered: asking(F2) });
    expect(order).toEqual([[F2], [F1]]);
    expect(ground).toContain('Damit ist beglichen');
    expect(groups(PART, { answered: asking(F2, F1) }).order).toEqual([[F1], [F2]]);
  });
  test('that comes after a demand which asked for a part of the debts: to that part first (§ 366(1) BGB)', () => {
    const { order, ground } = groups(PART, { demand: asking(F2) });
    expect(order).toEqual([[F2], [F1]]);
    expect(ground).toContain('§ 366 Abs. 1 BGB');
  });
  test('that comes after a demand which asked for all, for nothing of it, or after none: in the order of the law', () => {
    const lawful = groups(PART, {});
    expect(lawful.order).toEqual([[F1], [F2]]);
    for (const demand of [asking(F1, F2), asking()]) expect(groups(PART, { demand })).toEqual(lawful);
  });
  test('that names a claim, or pays exactly a principal, says more than the demand', () => {
    const named = paid('p', 50_00, '2026-03-20', F1);
    expect(groups(named, { demand: asking(F2) })).toEqual(groups(named, {}));
    const exact = paid('p', 120_00, '2026-03-20');
    expect(groups(exact, { demand: asking(F2) })).toEqual(groups(exact, {}));
  });
});
