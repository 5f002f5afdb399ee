import { keysOf } from '../keys-of.ts';
import { Rejected } from '../faults.ts';
import { ZERO, least, minus, type Cents } from '../money.ts';

/** What one debt is made of, in open cents. */
export type Parts = Readonly<{ costs: Cents; interest: Cents; principal: Cents }>;
export type Part = keyof Parts;

/**
 * § 367(1) BGB: costs, interest, principal. § 497(3) BGB (consumer credit): costs, what is owed, and default interest
 * last.
 */
export const ORDERS: Readonly<Record<'367' | '497', readonly Part[]>> = {
  367: ['costs', 'interest', 'principal'],
  497: ['costs', 'principal', 'interest'],
};
export type AllocationRule = keyof typeof ORDERS;

/**
 * A payment poured into buckets in an order; a bucket that the order does not name gets nothing, and what no bucket
 * takes is the rest (an overpayment). Nothing is negative, the sum is the payment.
 */
export const pour = <K extends string>(
  payment: Cents,
  open: Readonly<Record<K, Cents>>,
  order: readonly NoInfer<K>[],
): { got: Record<K, Cents>; rest: Cents } => {
  if (payment < 0)
    throw new Rejected(
      'allocation.payment',
      'Eine Zahlung darf nicht negativ sein; eine Rückbuchung ist eine eigene Buchung.',
      { field: 'payment' },
    );
  const got: Record<K, Cents> = { ...open };
  for (const key of keysOf(open)) got[key] = ZERO;
  let rest = payment;
  for (const key of order) {
    if (open[key] < 0) throw new Rejected('allocation.bucket', `„${key}“ darf nicht negativ sein.`, { field: key });
    got[key] = least(open[key], rest);
    rest = minus(rest, got[key]);
  }
  return { got, rest };
};

/**
 * § 366(2) BGB, last resort: equal debts share in proportion to what is open, to the cent; the cents that do not divide
 * go to the first ones.
 */
export const proRata = (amount: Cents, open: readonly Cents[]): Cents[] => {
  const total = open.reduce((n, o) => n + o, 0);
  if (total <= 0) return open.map(() => ZERO);
  const capped = Math.min(amount, total);
  const exact = open.map((o) => BigInt(capped) * BigInt(o));
  const floors = exact.map((e) => Number(e / BigInt(total)));
  let left = capped - floors.reduce((n, f) => n + f, 0);
  return floors.map((f, i) => {
    const more = left > 0 && (open[i] ?? 0) > f ? 1 : 0;
    left -= more;
    // A cast: whole cents of whole cents.
    return (f + more) as Cents;
  });
};
