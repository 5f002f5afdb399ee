import * as z from 'zod';
import { keysOf } from './keys-of.ts';
import { Cents, ZERO, minus, plus, sum } from './money.ts';

/** What a payment is shared out to, in cents: to what a debt consists of, and what was more than was owed. */
export const Split = z.object({
  toPrincipal: Cents,
  toInterest: Cents,
  toOwnCosts: Cents,
  /** Collection fees: they stay with the agency. */
  toFees: Cents,
  /** Held for refund to the debtor. */
  overpaid: Cents,
});
export type Split = Readonly<z.infer<typeof Split>>;
export type SplitPart = keyof Split;
export const SPLIT_PARTS: readonly SplitPart[] = keysOf(Split.shape);

/** What a debt consists of. */
export type DebtPart = Exclude<SplitPart, 'overpaid'>;
/** What is open of a debt, or was paid on it: nothing of it is too much. */
export type DebtParts = Readonly<Record<DebtPart, Cents>>;

export const NOTHING: Split = {
  toPrincipal: ZERO,
  toInterest: ZERO,
  toOwnCosts: ZERO,
  toFees: ZERO,
  overpaid: ZERO,
};
export const isNothing = (split: Split): boolean => SPLIT_PARTS.every((part) => split[part] === ZERO);

type Both = (a: Cents, b: Cents) => Cents;
const partByPart =
  (of: Both) =>
  (a: Split, b: Split): Split => ({
    toPrincipal: of(a.toPrincipal, b.toPrincipal),
    toInterest: of(a.toInterest, b.toInterest),
    toOwnCosts: of(a.toOwnCosts, b.toOwnCosts),
    toFees: of(a.toFees, b.toFees),
    overpaid: of(a.overpaid, b.overpaid),
  });
export const plusSplit = partByPart(plus);
export const minusSplit = partByPart(minus);

/** The parts alone, of something that has them beside others. */
export const partsOf = ({ toPrincipal, toInterest, toOwnCosts, toFees, overpaid }: Split): Split => ({
  toPrincipal,
  toInterest,
  toOwnCosts,
  toFees,
  overpaid,
});

/** What was paid on debts, added up, and what was more than they. */
export const splitOf = (paid: readonly DebtParts[], overpaid: Cents): Split =>
  paid.reduce<Split>((all, parts) => plusSplit(all, { ...parts, overpaid: ZERO }), { ...NOTHING, overpaid });

/** All parts together. */
export const totalOf = (split: Split): Cents => sum(SPLIT_PARTS.map((part) => split[part]));
