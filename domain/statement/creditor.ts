import { formatDay } from '../calendar.ts';
import type { PaymentSplit } from '../account/payment-split.ts';
import { minus } from '../money.ts';
import type { DebtPart } from '../split.ts';
import type { InnerAllocation } from '../parties/parties.ts';
import type { Terms } from '../akte/terms.ts';
import { line, type StatementLine } from './lines.ts';

/** Why a payment is shared between creditor and agency as it is. */
const SHARED = {
  'creditor-first': {
    payment: 'Zwischen Gläubiger und Inkasso kommt der Gläubiger zuerst; für den Zahler ändert das nichts.',
    fees: 'Erst was danach bleibt, deckt die Inkassokosten.',
  },
  lawful: {
    payment: 'Zwischen Gläubiger und Inkasso gilt dieselbe Reihenfolge wie gegenüber dem Schuldner.',
    fees: 'Bleibt beim Inkasso.',
  },
} as const satisfies Record<InnerAllocation, Readonly<{ payment: string; fees: string }>>;

/** What goes to the creditor, and what is left for the agency, in the order of the mandate. */
const SHARES = [
  ['toPrincipal', 'Hauptforderung'],
  ['toInterest', 'Zinsen'],
  ['toOwnCosts', 'Kosten des Gläubigers'],
  ['toFees', 'Inkassokosten'],
] as const satisfies readonly (readonly [DebtPart, string])[];

/** How one payment is shared between creditor and agency. */
export const creditorLine = ({ payment, inner }: PaymentSplit, { innerAllocation }: Terms): StatementLine => {
  const shared = SHARED[innerAllocation];
  const lines = SHARES.filter(([part]) => inner[part] > 0).map(([part, label]) =>
    line({
      id: `creditor.${payment.id}.${part}`,
      label,
      amount: inner[part],
      ground: 'Inkassovertrag mit dem Gläubiger',
      why: part === 'toFees' ? shared.fees : 'Geht an den Gläubiger.',
    }),
  );
  return line({
    id: `creditor.${payment.id}`,
    label: `Zahlung vom ${formatDay(payment.valueDate)}`,
    amount: minus(payment.amount, inner.overpaid),
    ground: 'Inkassovertrag mit dem Gläubiger',
    why: shared.payment,
    lines,
  });
};
