import type { Payment } from '../akte/akte.ts';
import { byCode } from '../by-code.ts';
import type { Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import { plus, type Cents } from '../money.ts';

/**
 * What § 366(2) BGB looks at in a debt on the day of a payment. `burden`: percentage points above the base rate, 0
 * before default. `reachedOn`: the day on which the payment finds it in the Akte: its own, or that of a later
 * hand-over; `handOver`: which hand-over of that later day (1, 2 …) brought it, 0 where it was there by then.
 */
export type Debt = Readonly<{ claim: Claim; burden: number; principal: Cents; reachedOn: Day; handOver: number }>;
/**
 * Where a payment goes: groups one after the other, equal debts in one group share; `principalOnly` where the amount
 * says so.
 */
export type Route<D extends Debt> = Readonly<{
  groups: readonly (readonly D[])[];
  principalOnly: boolean;
  ground: string;
}>;

/**
 * Due before not due, more burdensome before less, older before younger. Security (the law's second step) is unknown to
 * a hand-over and equal. What was handed over after the payment comes last, each hand-over after the one before: who
 * pays on our demand means what was ours to demand, and what a letter of the same day has deducted from one claim no
 * further list may book to another (decision 93).
 */
const compare =
  (on: Day) =>
  (a: Debt, b: Debt): number => {
    const due = (d: Debt): number => (d.claim.dueOn <= on ? 0 : 1);
    return (
      byCode(a.reachedOn, b.reachedOn) ||
      a.handOver - b.handOver ||
      due(a) - due(b) ||
      b.burden - a.burden ||
      byCode(a.claim.invoiceDate, b.claim.invoiceDate) ||
      byCode(a.claim.dueOn, b.claim.dueOn)
    );
  };

/** § 366(2) BGB: debts in the order in which a payment without a designation reaches them, equals together. */
export const inLegalOrder = <D extends Debt>(debts: readonly D[], on: Day): D[][] => {
  const order = compare(on);
  const groups: D[][] = [];
  for (const debt of [...debts].sort(
    (a, b) => order(a, b) || Number(a.claim.id.slice(1)) - Number(b.claim.id.slice(1)),
  )) {
    const last = groups.at(-1);
    if (last?.[0] && order(last[0], debt) === 0) last.push(debt);
    else groups.push([debt]);
  }
  return groups;
};

const isExactly = (debt: Debt, amount: Cents): boolean => debt.principal > 0 && debt.principal === amount;

/** The payer has named the invoice: it comes first, the others as the law has them. */
const toNamed = <D extends Debt>(named: D, amount: Cents, legal: readonly (readonly D[])[]): Route<D> => {
  const rest = legal.map((g) => g.filter((d) => d !== named)).filter((g) => g.length > 0);
  const principalOnly = isExactly(named, amount);
  const and = principalOnly ? ', und zwar genau die Hauptforderung' : '';
  return {
    groups: [[named], ...rest],
    principalOnly,
    ground: `Für Rechnung ${named.claim.invoiceNumber} gezahlt: So hat es der Zahler bestimmt (§ 366 Abs. 1 BGB)${and}.`,
  };
};

/** The amount is exactly one open principal, or that of all which the payment finds: it says what is paid. */
const byAmount = <D extends Debt>(amount: Cents, found: readonly (readonly D[])[]): Route<D> | null => {
  const debts = found.flat();
  const matching = debts.find((d) => isExactly(d, amount));
  if (matching)
    return {
      groups: [[matching]],
      principalOnly: true,
      ground: `Der Betrag ist genau die offene Hauptforderung der Rechnung ${matching.claim.invoiceNumber}: Damit ist bestimmt, worauf gezahlt wird (§ 366 Abs. 1 BGB).`,
    };
  if (debts.length < 2 || plus(...debts.map((d) => d.principal)) !== amount) return null;
  return {
    groups: found,
    principalOnly: true,
    ground:
      'Der Betrag ist genau die Summe der offenen Hauptforderungen: Damit ist bestimmt, worauf gezahlt wird (§ 366 Abs. 1 BGB).',
  };
};

const ONE_DEBT = 'Verrechnet in der gesetzlichen Reihenfolge.';
const SEVERAL_DEBTS =
  'Ohne Bestimmung des Zahlers: erst die fällige, dann die lästigere, dann die ältere Schuld, unter gleichen anteilig (§ 366 Abs. 2 BGB).';

/**
 * § 366(1) BGB: the debtor says what is paid, in words or by the amount. Who pays exactly the open principal of a debt,
 * or of all, pays the principal; we accept that (§ 367(2) would let us refuse the money) because it is the reading
 * kinder to the debtor (decision 16).
 */
export const routeOf = <D extends Debt>(
  payment: Pick<Payment, 'amount' | 'claim'>,
  debts: readonly D[],
  on: Day,
): Route<D> => {
  const legal = inLegalOrder(debts, on);
  const named = debts.find((d) => d.claim.id === payment.claim);
  if (named) return toNamed(named, payment.amount, legal);
  const firstReached = legal[0]?.[0]?.reachedOn;
  const found = legal.filter((group) => group[0]?.reachedOn === firstReached);
  const said = byAmount(payment.amount, found);
  if (said) return said;
  const isOne = found.flat().length <= 1;
  return { groups: legal, principalOnly: false, ground: isOne ? ONE_DEBT : SEVERAL_DEBTS };
};
