import type { Payment } from '../akte/akte.ts';
import { ORDERS, type AllocationRule } from './allocation.ts';
import type { ClaimId } from '../ids.ts';
import { ZERO, minus, plus, type Cents } from '../money.ts';

/**
 * One payment in both views: outer § 367 BGB towards the debtor, inner as the mandate says, by itself creditor first
 * (reading 12); totals are equal.
 */
export type Split = Readonly<{
  toPrincipal: Cents;
  toInterest: Cents;
  toOwnCosts: Cents;
  toFees: Cents;
  overpaid: Cents;
}>;
/** What a payment came to in one claim. */
export type Portion = Readonly<{ claim: ClaimId } & Omit<Split, 'overpaid'>>;
/** `ground`: why it went there, in German. */
export type PaymentSplit = Readonly<{
  payment: Payment;
  outer: Split;
  portions: readonly Portion[];
  inner: Split;
  ground: string;
}>;

/** The parts of a debt, or of what was paid on it. */
export type Open = Omit<Split, 'overpaid'>;
const PARTS = { costs: ['toOwnCosts', 'toFees'], interest: ['toInterest'], principal: ['toPrincipal'] } as const;
const inParts = (rule: AllocationRule): readonly (keyof Open)[] =>
  ORDERS[rule].flatMap((p): readonly (keyof Open)[] => PARTS[p]);
/** In what order a payment goes into one claim. */
export const LAWFUL: Readonly<Record<AllocationRule, readonly (keyof Open)[]>> = {
  367: inParts('367'),
  497: inParts('497'),
};
/** Nothing of each. */
export const NONE: Open = { toPrincipal: ZERO, toInterest: ZERO, toOwnCosts: ZERO, toFees: ZERO };
/** Reading 12: what is the creditor's own comes before the agency's fees. */
export const CREDITOR_FIRST = ['toPrincipal', 'toInterest', 'toOwnCosts', 'toFees'] as const;
/** All parts together. */
export const totalOf = (parts: Open): Cents =>
  plus(parts.toOwnCosts, parts.toFees, parts.toInterest, parts.toPrincipal);
export const together = (a: Open, b: Open): Open => ({
  toOwnCosts: plus(a.toOwnCosts, b.toOwnCosts),
  toFees: plus(a.toFees, b.toFees),
  toInterest: plus(a.toInterest, b.toInterest),
  toPrincipal: plus(a.toPrincipal, b.toPrincipal),
});
export const less = (a: Open, b: Open): Open => ({
  toOwnCosts: minus(a.toOwnCosts, b.toOwnCosts),
  toFees: minus(a.toFees, b.toFees),
  toInterest: minus(a.toInterest, b.toInterest),
  toPrincipal: minus(a.toPrincipal, b.toPrincipal),
});
