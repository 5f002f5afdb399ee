import * as z from 'zod';
import { ORDERS, pour, type AllocationRule } from '../../domain/account/allocation.ts';
import { Rejected } from '../../domain/faults.ts';
import { Amount, calculator, euros, type Calculator } from './fields.ts';

/** Where a payment goes: costs, interest, principal. */
export const OF_ALLOCATION = {
  allocation: calculator(
    'payment',
    z.strictObject({
      payment: Amount,
      rule: z.enum(['367', '367(1)', '497', '497(3)'], 'die Regel "367" oder "497"').default('367'),
      buckets: z.union(
        [
          z.strictObject({ costs: Amount, interest: Amount, principal: Amount }),
          z.strictObject({ costsWithoutInterest: Amount, costsWithInterestPlusInterest: Amount }),
        ],
        'entweder costs, interest, principal oder costsWithoutInterest, costsWithInterestPlusInterest, jeweils Beträge wie "12.50"',
      ),
    }),
    ({ payment, rule, buckets }) => {
      const order: AllocationRule = rule.startsWith('367') ? '367' : '497';
      if ('costs' in buckets) {
        const { got, rest } = pour(payment, buckets, ORDERS[order]);
        return {
          costs: euros(got.costs),
          interest: euros(got.interest),
          principal: euros(got.principal),
          rest: euros(rest),
        };
      }
      if (order === '497')
        throw new Rejected(
          'allocation.rule',
          'Nach § 497 Abs. 3 BGB kommen Zinsen zuletzt: Bitte costs, interest und principal getrennt angeben.',
          { field: 'rule' },
        );
      const { got, rest } = pour(payment, buckets, ['costsWithoutInterest', 'costsWithInterestPlusInterest']);
      return {
        toCostsWithoutInterest: euros(got.costsWithoutInterest),
        toCostsWithInterest: euros(got.costsWithInterestPlusInterest),
        toClaim: euros(rest),
      };
    },
  ),
} as const satisfies Readonly<Record<string, Calculator>>;
