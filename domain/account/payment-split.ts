import type { Payment } from '../akte/akte.ts';
import { ORDERS, type AllocationRule } from './allocation.ts';
import type { ClaimId } from '../ids.ts';
import type { DebtPart, DebtParts, Split } from '../split.ts';

/** What a payment came to in one claim. */
export type Portion = Readonly<{ claim: ClaimId } & DebtParts>;
/**
 * One payment in both views: outer § 367 BGB towards the debtor, inner as the mandate says, by itself creditor first
 * (reading 12); totals are equal. `ground`: why it went there, in German.
 */
export type PaymentSplit = Readonly<{
  payment: Payment;
  outer: Split;
  portions: readonly Portion[];
  inner: Split;
  ground: string;
}>;

const PARTS = { costs: ['toOwnCosts', 'toFees'], interest: ['toInterest'], principal: ['toPrincipal'] } as const;
const inParts = (rule: AllocationRule): readonly DebtPart[] =>
  ORDERS[rule].flatMap((p): readonly DebtPart[] => PARTS[p]);
/** In what order a payment goes into one claim. */
export const LAWFUL: Readonly<Record<AllocationRule, readonly DebtPart[]>> = {
  367: inParts('367'),
  497: inParts('497'),
};
/** Reading 12: what is the creditor's own comes before the agency's fees. */
export const CREDITOR_FIRST = [
  'toPrincipal',
  'toInterest',
  'toOwnCosts',
  'toFees',
] as const satisfies readonly DebtPart[];
